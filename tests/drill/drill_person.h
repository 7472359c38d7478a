// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/drill/told_journal.h"
#include "tests/support/shop_client.h"

#include <filesystem>
#include <map>
#include <random>
#include <string>

namespace coffee::drill {

using namespace std::chrono_literals;

/// How long one question is waited for before it is asked again: short, for whoever was asked may
/// have been killed.
inline constexpr transport::RequestPolicy kAsk{120ms, 1, 250ms};

/// Somebody with a screen, as far as the kill drill needs one: asks until there is an answer,
/// writes down every key before it is sent and every answer, and goes on where the journal ends.
class DrillPerson {
public:
    DrillPerson(const std::string& commands, Actor who, const std::filesystem::path& folder,
                std::uint32_t seed);
    virtual ~DrillPerson() = default;

    /// Brings everything that the journal left open to its end.
    virtual void settle();
    /// The next thing that this person does.
    virtual void act() = 0;

protected:
    /// Sends a changing command until it is answered for good. True for a yes.
    template <class Answer>
    bool operate(const OperationKey& op, const protocol::RequestBody& body);
    /// True with `percent` of a hundred.
    [[nodiscard]] bool chance(int percent);
    [[nodiscard]] std::uint32_t below(std::uint32_t end);
    void note(Told what, const std::string& key, const std::string& text = {});
    void wrong(const std::string& key, const std::string& text);

    test::ShopClient m_client;
    std::map<std::string, std::string> m_finals;  ///< attempt key → body
    std::map<std::string, std::string> m_answers; ///< operation key → body
    std::map<std::string, std::string> m_asked;   ///< operation key → request
    std::string m_openKey;                        ///< the attempt without an end
    std::string m_openOp;                         ///< the operation without an answer

private:
    void repeat(const std::string& op);

    ToldJournal m_journal;
    std::minstd_rand m_random;
};

} // namespace coffee::drill
