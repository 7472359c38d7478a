// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sim/kiosk_machine.h"

#include "shared/protocol/codec.h"

namespace coffee::sim {

using kiosk::Phase;

namespace {

/// The second line of the journal's entry is the key.
std::string keyOf(const std::string& entry)
{
    const auto begin = entry.find('\n') + 1;
    return entry.substr(begin, entry.find('\n', begin) - begin);
}

} // namespace

KioskMachine::Running::Running(KioskMachine& owner)
    : source{owner.m_core,          owner.m_house.office,        owner.m_wire,
             owner.m_house.auditor, {Role::Kiosk, owner.m_name}, protocol::Stream::Board},
      feed{source, [&owner] { return owner.m_core.steady(); }},
      client{owner.m_core,
             owner.m_house.office,
             owner.m_wire,
             {Role::Kiosk, owner.m_name},
             [&owner](const protocol::RequestBody& question) { owner.looksAt(question); }},
      presenters{{client, feed, owner.m_journal, owner.m_time,
                  [&owner] { return AttemptKey{owner.m_name + "-" + owner.m_core.hex()}; },
                  [&owner] { return OperationKey{owner.m_core.hex()}; },
                  [&owner](int bound) { return owner.m_core.random.small(0, bound - 1); },
                  owner.m_name}}
{
}

KioskMachine::KioskMachine(House& house, std::string name)
    : m_house{house},
      m_core{house.core},
      m_name{std::move(name)},
      m_wire{house.core, m_name},
      m_journal{[this](const std::string& key, const auto& was, const auto& is) {
          journalChanged(key, was, is);
      }},
      m_time{house.core}
{
}

KioskMachine::~KioskMachine() = default;

kiosk::OrderSession& KioskMachine::session()
{
    return m_running->presenters.session();
}

SimFeed* KioskMachine::feed()
{
    return m_running ? &m_running->source : nullptr;
}

const ShopView* KioskMachine::view() const
{
    return m_running ? &m_running->feed.view() : nullptr;
}

void KioskMachine::start()
{
    if (m_running)
        return;
    m_core.note(m_name, "starts");
    ++m_incarnation;
    m_phase = Phase::Settling;
    m_thinks = 0;
    m_paidThisVisit.clear();
    m_running = std::make_unique<Running>(*this);
    QObject::connect(&session(), &kiosk::OrderSession::phaseChanged, &session(),
                     [this](Phase phase) { phaseChanged(phase); });
    m_running->feed.start();
    m_running->presenters.begin();
    thinkAgain(milliseconds{500}, milliseconds{3'000});
}

void KioskMachine::crash()
{
    if (!m_running)
        return;
    m_core.note(m_name, "crashes");
    m_running.reset();
}

// ---- what the auditor is told ---------------------------------------------------------------

void KioskMachine::journalChanged(const std::string& key, const std::optional<std::string>& was,
                                  const std::optional<std::string>& is)
{
    if (key != "attempt")
        return;
    const std::string before = was ? keyOf(*was) : std::string{};
    const std::string now = is ? keyOf(*is) : std::string{};
    if (before == now)
        return;
    m_core.note(m_name, "journal", now);
    if (!now.empty())
        m_house.auditor.keyJournalled(now);
    if (!before.empty())
        m_house.auditor.keyDropped(before);
}

void KioskMachine::looksAt(const protocol::RequestBody& question)
{
    if (const auto* place = std::get_if<protocol::OrderPlace>(&question)) {
        m_core.note(m_name, "places", place->key.value);
        const auto entry = m_journal.get("attempt");
        m_house.auditor.placing(place->key.value, entry && keyOf(*entry) == place->key.value);
    } else if (const auto* abandon = std::get_if<protocol::AttemptAbandon>(&question)) {
        m_core.note(m_name, "abandons", abandon->key.value);
    } else if (const auto* cancel = std::get_if<protocol::OrderCancel>(&question)) {
        m_core.note(m_name, "cancels", cancel->op.value);
    }
}

void KioskMachine::phaseChanged(Phase phase)
{
    m_core.note(m_name, kiosk::phaseWord(phase));
    const Phase before = std::exchange(m_phase, phase);
    if (phase == Phase::Attract || phase == Phase::Menu) {
        if (before == Phase::Attract || phase == Phase::Attract)
            m_paidThisVisit.clear();
    }
    if (phase != Phase::Number || !session().paid())
        return;
    const std::string key = session().paidKey().value;
    m_house.auditor.numberShown(key, *session().paid());
    m_paidThisVisit.insert(key);
    if (m_paidThisVisit.size() > 1)
        m_core.violate("I2", "one customer at " + m_name + " has paid twice");
    const protocol::PaidAnswer& paid = *session().paid();
    m_house.receipts.push_back({paid.number, paid.code, paid.order});
}

std::string KioskMachine::stillOpen() const
{
    if (!m_running)
        return "L2 " + m_name + " is off";
    if (m_phase != Phase::Attract)
        return "L2 " + m_name + " is at " + kiosk::phaseWord(m_phase);
    // An entry that could not be removed does no harm once its key is settled and seen.
    if (const auto entry = m_journal.get("attempt");
        entry && !m_house.auditor.isSettled(keyOf(*entry)))
        return "L2 " + m_name + " has an unsettled key in its journal";
    if (m_running->source.state() != client::FeedState::Live)
        return "L3 " + m_name + " does not follow";
    return {};
}

} // namespace coffee::sim
