// SPDX-License-Identifier: GPL-3.0-or-later
#include "payment_daemon/ledger/head_witness.h"

#include "payment_daemon/ledger/event_chain.h"

#include <fcntl.h>
#include <fstream>
#include <sstream>
#include <unistd.h>

namespace coffee::daemon {
namespace {

std::string words(const LogHead& head)
{
    return head.epoch + ' ' + std::to_string(head.seq) + ' ' + head.chain;
}

} // namespace

HeadWitness::HeadWitness(std::filesystem::path file) : m_path{std::move(file)} {}

HeadWitness::~HeadWitness()
{
    if (m_file >= 0)
        ::close(m_file);
}

std::optional<LogHead> HeadWitness::read() const
{
    std::ifstream input{m_path};
    std::string line;
    if (!std::getline(input, line))
        return std::nullopt;
    LogHead head;
    std::string seal;
    std::istringstream parts{line};
    if (!(parts >> head.epoch >> head.seq >> head.chain >> seal) ||
        seal != chainStart(words(head), "head witness"))
        return std::nullopt;
    return head;
}

void HeadWitness::write(const LogHead& head)
{
    if (m_file < 0)
        m_file = ::open(m_path.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
    if (m_file < 0)
        return;
    const std::string line = words(head) + ' ' + chainStart(words(head), "head witness") + '\n';
    // The line only grows, and what is behind its end is never read.
    static_cast<void>(::pwrite(m_file, line.data(), line.size(), 0) ==
                      static_cast<ssize_t>(line.size()));
}

} // namespace coffee::daemon
