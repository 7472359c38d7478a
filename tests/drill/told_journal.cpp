// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/drill/told_journal.h"

#include <array>
#include <fcntl.h>
#include <fstream>
#include <stdexcept>
#include <string_view>
#include <unistd.h>
#include <utility>

namespace coffee::drill {
namespace {

constexpr std::array<std::pair<Told, std::string_view>, 6> kWords{{{Told::Placed, "placed"},
                                                                   {Told::Final, "final"},
                                                                   {Told::NotBegun, "not_begun"},
                                                                   {Told::Asked, "asked"},
                                                                   {Told::Answered, "answered"},
                                                                   {Told::Wrong, "wrong"}}};

ToldLine parsed(const std::string& line)
{
    const auto first = line.find(' ');
    const auto second = line.find(' ', first + 1);
    if (second != std::string::npos)
        for (const auto& [what, word] : kWords)
            if (word == std::string_view{line}.substr(0, first))
                return {what, line.substr(first + 1, second - first - 1), line.substr(second + 1)};
    throw std::runtime_error{"not a line of a journal: " + line};
}

} // namespace

ToldJournal::ToldJournal(const std::filesystem::path& file)
    : m_file{::open(file.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600)}
{
    if (m_file < 0)
        throw std::runtime_error{file.string() + " cannot be written"};
}

ToldJournal::~ToldJournal()
{
    ::close(m_file);
}

void ToldJournal::write(const ToldLine& line)
{
    std::string bytes;
    for (const auto& [what, word] : kWords)
        if (what == line.what)
            bytes = word;
    bytes += ' ' + line.key + ' ' + line.text + '\n';
    if (::write(m_file, bytes.data(), bytes.size()) != static_cast<ssize_t>(bytes.size()))
        throw std::runtime_error{"a journal cannot be written"};
}

std::vector<ToldLine> ToldJournal::read(const std::filesystem::path& file)
{
    std::vector<ToldLine> lines;
    std::ifstream input{file};
    std::string line;
    while (std::getline(input, line))
        if (!input.eof()) // the last one has its end
            lines.push_back(parsed(line));
    return lines;
}

} // namespace coffee::drill
