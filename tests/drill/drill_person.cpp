// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/drill/drill_person.h"

#include <iterator>

namespace coffee::drill {
namespace {

/// A "no" that leaves the key unused.
bool isPassing(const Refusal& refused)
{
    return refused.code == RefusalCode::Busy;
}

} // namespace

DrillPerson::DrillPerson(const std::string& commands, Actor who,
                         const std::filesystem::path& folder, std::uint32_t seed)
    : m_client{QString::fromStdString(commands), who},
      m_journal{folder / (who.name + ".journal")},
      m_random{seed}
{
    for (const ToldLine& line : ToldJournal::read(folder / (who.name + ".journal"))) {
        if (line.what == Told::Placed)
            m_openKey = line.key;
        else if (line.what == Told::Asked)
            m_asked[m_openOp = line.key] = line.text;
        else if (line.what == Told::Final)
            m_finals[line.key] = line.text;
        else if (line.what == Told::Answered)
            m_answers[line.key] = line.text;
        if (line.what == Told::Final || line.what == Told::NotBegun)
            m_openKey.clear();
        if (line.what == Told::Answered)
            m_openOp.clear();
    }
}

bool DrillPerson::chance(int percent)
{
    return below(100) < static_cast<std::uint32_t>(percent);
}

std::uint32_t DrillPerson::below(std::uint32_t end)
{
    return std::uniform_int_distribution<std::uint32_t>{0, end - 1}(m_random);
}

void DrillPerson::note(Told what, const std::string& key, const std::string& text)
{
    m_journal.write({what, key, text});
}

void DrillPerson::wrong(const std::string& key, const std::string& text)
{
    note(Told::Wrong, key, text);
}

template <class Answer>
bool DrillPerson::operate(const OperationKey& op, const protocol::RequestBody& body)
{
    if (!m_asked.contains(op.value)) {
        m_asked[op.value] =
            protocol::encode(protocol::Request{test::randomHex128(), m_client.who(), body});
        note(Told::Asked, op.value, m_asked[op.value]);
    }
    for (;;) {
        const auto got = m_client.bytes(body, kAsk);
        if (!got)
            continue;
        const auto read = protocol::decodeReply<Answer>(*got);
        if (!read) {
            wrong(op.value, "not an answer: " + read.error().detail);
            return false;
        }
        const auto* refused = std::get_if<Refusal>(&read->content);
        if (refused && isPassing(*refused)) {
            std::this_thread::sleep_for(
                std::min<std::chrono::milliseconds>(refused->retryAfter, 100ms));
            continue;
        }
        const std::string answer = test::bodyOf(*got);
        const auto [known, isNew] = m_answers.emplace(op.value, answer);
        if (isNew)
            note(Told::Answered, op.value, answer);
        else if (known->second != answer)
            wrong(op.value, "was answered " + known->second + ", now " + answer);
        return refused == nullptr;
    }
}

template bool DrillPerson::operate<protocol::CancelAnswer>(const OperationKey&,
                                                           const protocol::RequestBody&);
template bool DrillPerson::operate<protocol::OrderAnswer>(const OperationKey&,
                                                          const protocol::RequestBody&);

void DrillPerson::repeat(const std::string& op)
{
    const auto request = protocol::decodeRequest(m_asked.at(op));
    if (!request)
        return wrong(op, "its request cannot be read again");
    if (std::holds_alternative<protocol::OrderCancel>(request->body))
        operate<protocol::CancelAnswer>(OperationKey{op}, request->body);
    else
        operate<protocol::OrderAnswer>(OperationKey{op}, request->body);
}

void DrillPerson::settle()
{
    if (!m_openOp.empty())
        repeat(std::exchange(m_openOp, {}));
    // An old operation is answered with the same bytes, whoever asks after whatever.
    if (!m_answers.empty())
        repeat(std::next(m_answers.begin(), below(static_cast<std::uint32_t>(m_answers.size())))
                   ->first);
}

} // namespace coffee::drill
