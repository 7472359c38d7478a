// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/protocol/messages.h"

#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace coffee::bench {

/// Several connections to a daemon, with one question open in each. One thread's.
class Lanes {
public:
    /// `lane` got this answer.
    using Answered = std::function<void(std::size_t lane, std::string_view bytes)>;

    Lanes(const std::string& commands, int lanes);
    ~Lanes();
    Lanes(const Lanes&) = delete;
    Lanes& operator=(const Lanes&) = delete;

    void ask(std::size_t lane, const std::string& bytes);
    /// Waits for answers and hands them on. Throws std::runtime_error when none comes within
    /// `kPatience`.
    void take(const Answered& answered);

    static constexpr int kPatienceMs = 20'000;

private:
    struct Sockets;
    std::unique_ptr<Sockets> m_sockets;
};

/// Asks one question on a connection of its own and gives the answer's bytes.
[[nodiscard]] std::string askOnce(const std::string& commands, const protocol::Request& request);

enum class AnswerKind { Ok, Pending, Refused };
[[nodiscard]] AnswerKind kindOf(std::string_view reply);

/// As many files and sockets as the system lets this process have.
void raiseLimits();

} // namespace coffee::bench
