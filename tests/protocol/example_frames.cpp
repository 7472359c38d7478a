// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/protocol/examples.h"

namespace coffee::test {
namespace {

using namespace coffee::protocol;

const Actor kDaemon{Role::Daemon, "daemon"};
const Actor kKiosk{Role::Kiosk, "kiosk-1"};
const Actor kStation{Role::Station, "bar-1"};
const Actor kManager{Role::Manager, "manager-1"};

struct Happened {
    Actor actor;
    EventBody body;
};

std::vector<Happened> happened()
{
    const Money total = Money::fromWon(14'200);
    return {
        {kKiosk, OrderPaid{4211,
                           137,
                           5120,
                           "kiosk-1",
                           exampleBasket(),
                           {"card", "**** 1234", "30291847"},
                           {240, 360}}},
        {{}, OrderAppeared{4211, 137, ServiceMode::Here, 3, {240, 360}}},
        {kStation, OrderMoved{4211, OrderStep::Start, OrderState::Queued, OrderState::Making}},
        {kKiosk, OrderCancelled{4211, OrderState::Making, CancelledBy::Customer,
                                "cancelled by the customer"}},
        {kStation, UnitMoved{4211, 2, UnitState::Open, UnitState::Done, {}}},
        {kStation, OrderCalled{4211}},
        {kStation, StopAcknowledged{4211, {1}}},
        {kKiosk, RefundOpened{881, 4211, total, {1, 2, 3}, "order cancelled"}},
        {kDaemon, RefundMoved{881, 4211, total, RefundState::Due, RefundState::Done, {}}},
        {kKiosk, AttemptOpened{5120, "kiosk-1", total}},
        {kDaemon, AttemptMoved{5120, "kiosk-1", total, AttemptState::Charging,
                               AttemptState::Unknown, "timed_out"}},
        {kStation, ItemAvailability{"choco-cookie", false, kExampleNow + 3'600'000}},
        {kManager, OrderingChanged{OrderingState::Paused, kExampleNow + 1'200'000,
                                   "곧 다시 시작합니다.", "We will be back soon."}},
        {kDaemon, BreakerMoved{BreakerState::Closed, BreakerState::Open, kExampleNow + 5'000,
                               "3 faults in a row"}},
        {kDaemon, PresenceChanged{kStation, PresenceState::Away, "0.1.0"}},
        {kKiosk, HelpCalled{"kiosk-1"}},
        {kStation, HelpTaken{"kiosk-1"}},
        {kDaemon, MenuPublished{"m-3f9c1d20"}},
        {kDaemon, DaemonStarted{"0.1.0"}},
        {kDaemon, AlarmChanged{AlarmKind::DiskLow, true, "812 MiB left"}},
        {{}, Hidden{}},
        {kDaemon, DayClosed{212, 20'780, 89'002, 90'421, std::chrono::minutes{540}, 2,
                            MoneySum::fromWon(17'700), 1, MoneySum::fromWon(3'500)}},
        {kManager, OrderingPaced{40}},
        {kManager, HoursChanged{true, {7 * 60, 21 * 60 + 30, 0b0111111}}},
    };
}

} // namespace

std::vector<Example> frameExamples()
{
    std::vector<Example> examples;
    Sequence seq = 90'400;
    for (const Happened& one : happened()) {
        const ShopTime at = fromMs(kExampleNow + 1'000 * (++seq - 90'400));
        const Event event{seq, at, at, 20'780, one.actor, one.body};
        examples.push_back({"event " + std::string{typeName(one.body)},
                            encode(EventFrame{std::string{kExampleEpoch}, event})});
    }
    examples.push_back(
        {"heartbeat",
         encode(Heartbeat{
             std::string{kExampleEpoch}, seq, fromMs(kExampleNow + 22'000), {180, 300}})});
    return examples;
}

} // namespace coffee::test
