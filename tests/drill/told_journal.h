// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace coffee::drill {

/// What a client of the drill wrote down before it asked, and what it was told.
enum class Told {
    Placed,   ///< this attempt key is about to be sent; `text` is its quote
    Final,    ///< the final body of the attempt's key, byte for byte
    NotBegun, ///< the key was refused before anything began; it has no attempt and no charge
    Asked,    ///< this operation key is about to be sent; `text` is the request
    Answered, ///< the body that the operation key was answered with, byte for byte
    Wrong     ///< the client itself saw a promise broken; `text` says which
};

struct ToldLine {
    Told what{Told::Placed};
    std::string key;
    std::string text;
};

/// A client's own file of what it did and was told, one line each, which outlives the client. A
/// line is in the file before `write` returns; whoever is killed loses nothing that was written.
class ToldJournal {
public:
    explicit ToldJournal(const std::filesystem::path& file);
    ~ToldJournal();
    ToldJournal(const ToldJournal&) = delete;
    ToldJournal& operator=(const ToldJournal&) = delete;

    /// Throws std::runtime_error when it cannot be written.
    void write(const ToldLine& line);

    /// All whole lines, oldest first; none when there is no file.
    [[nodiscard]] static std::vector<ToldLine> read(const std::filesystem::path& file);

private:
    int m_file;
};

} // namespace coffee::drill
