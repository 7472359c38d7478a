// SPDX-License-Identifier: GPL-3.0-or-later
// What people do in front of a kiosk: they choose, pay, change their mind, come back, walk away.
#include "tests/sim/kiosk_machine.h"

namespace coffee::sim {

using kiosk::LookUpStage;
using kiosk::Phase;

void KioskMachine::thinkAgain(milliseconds least, milliseconds most)
{
    m_core.schedule.after(m_core.between(least.count(), most.count()),
                          [this, process = m_incarnation] {
                              if (m_running && process == m_incarnation)
                                  think();
                          });
}

void KioskMachine::think()
{
    ++m_thinks;
    switch (m_phase) {
    case Phase::Attract:
        arrive();
        return;
    case Phase::Menu:
        choose();
        return;
    case Phase::Options:
        session().back();
        break;
    case Phase::Review:
        review();
        return;
    case Phase::Paying:
    case Phase::Checking:
        pay();
        break;
    case Phase::Number:
        readNumber();
        return;
    case Phase::MyOrder:
        lookUp();
        return;
    case Phase::NotPaid:
    case Phase::Busy:
    case Phase::Paused:
    case Phase::Unreachable:
        waitOrGo();
        return;
    case Phase::Settling:
    case Phase::Closed:
    case Phase::Opening:
    case Phase::GivingUp:
    case Phase::Parked: // nobody here leaves a basket with the shop
        break;          // the machine is at work
    }
    thinkAgain(milliseconds{500}, milliseconds{2'500});
}

void KioskMachine::arrive()
{
    m_thinks = 0;
    if (m_house.sendsHome())
        return thinkAgain(milliseconds{5'000}, milliseconds{5'000});
    if (!m_house.closing && !m_house.receipts.empty() && m_core.chance(22)) {
        m_running->presenters.myOrder().reset();
        session().openMyOrder();
    } else {
        session().start(m_core.chance(50) ? ServiceMode::Here : ServiceMode::TakeAway);
    }
    thinkAgain(milliseconds{700}, milliseconds{4'000});
}

BasketLine KioskMachine::someLine()
{
    const MenuItem& item = m_core.random.oneOf(m_house.menu.items);
    const auto cups = static_cast<std::size_t>(m_core.random.between(1, 2));
    const bool here = m_running->presenters.basket().service() == ServiceMode::Here;
    const CupKind cup = !item.needsCup      ? CupKind::None
                        : m_core.chance(20) ? CupKind::Own
                        : here              ? CupKind::Store
                                            : CupKind::Disposable;
    BasketLine line{item.id, {}, std::vector<CupKind>(cups, cup)};
    if (!item.optionGroups.empty())
        line.options.push_back({"temperature", m_core.chance(50) ? "hot" : "ice", 1});
    return line;
}

void KioskMachine::choose()
{
    kiosk::CustomerBasket& basket = m_running->presenters.basket();
    if (m_house.sendsHome() || m_core.chance(4)) {
        session().leave();
    } else if (m_core.chance(5)) {
        m_running->presenters.help().call();
    } else if (basket.isEmpty() || m_core.chance(25)) {
        static_cast<void>(basket.add(someLine()));
    } else {
        session().toReview();
    }
    thinkAgain(milliseconds{500}, milliseconds{2'500});
}

void KioskMachine::review()
{
    if (m_house.sendsHome() || m_core.chance(4)) {
        session().leave();
    } else if (m_core.chance(5)) {
        session().toMenu();
    } else {
        session().pay();
        if (m_core.chance(30))
            session().pay(); // a double tap
    }
    thinkAgain(milliseconds{500}, milliseconds{3'000});
}

/// While the card terminal is at work: most wait, some want out.
void KioskMachine::pay()
{
    const bool wantsOut = m_core.chance(m_phase == Phase::Checking ? 12 : 4);
    if (wantsOut && session().canCancelPayment())
        session().cancelPayment();
    else if (m_core.chance(2))
        session().pay(); // a nervous finger
}

void KioskMachine::readNumber()
{
    if (!m_house.sendsHome() && m_core.chance(10)) {
        // As the number page does: the order's own look-up, with the attempt's key as proof.
        m_running->presenters.myOrder().cancelOwn(session().paidKey(), session().paid()->number);
        session().openMyOrder();
    } else if (m_house.sendsHome() || m_core.chance(45)) {
        session().leave();
    }
    thinkAgain(milliseconds{800}, milliseconds{4'000});
}

void KioskMachine::lookUp()
{
    kiosk::MyOrder& mine = m_running->presenters.myOrder();
    const bool tired = m_thinks > 14 || (m_house.sendsHome() && m_thinks > 6);
    switch (mine.stage()) {
    case LookUpStage::Number:
        if (tired || m_house.receipts.empty() || mine.trouble() != kiosk::LookUpTrouble::None)
            session().leave();
        else
            mine.lookUp(m_core.random.oneOf(m_house.receipts).number);
        break;
    case LookUpStage::State:
        if (tired || m_core.chance(30))
            session().leave();
        else
            mine.askForCode();
        break;
    case LookUpStage::Code: {
        std::string code = "0000";
        for (const Receipt& receipt : m_house.receipts)
            if (receipt.number == mine.number() && m_core.chance(85))
                code = receipt.code;
        mine.proveByCode(code);
        break;
    }
    case LookUpStage::Details:
        if (!tired && m_core.chance(70) && mine.details() && mine.details()->cancellable)
            mine.askToCancel();
        else
            session().leave();
        break;
    case LookUpStage::Confirming:
        if (m_core.chance(85))
            mine.confirmCancel();
        else
            mine.back();
        break;
    case LookUpStage::Cancelled:
        session().leave();
        break;
    case LookUpStage::Asking:
    case LookUpStage::Cancelling:
    case LookUpStage::Taking:
        break;
    }
    thinkAgain(milliseconds{500}, milliseconds{2'500});
}

void KioskMachine::waitOrGo()
{
    if (m_house.sendsHome() || m_thinks > 25 || m_core.chance(8))
        session().leave();
    else if (m_core.chance(25))
        session().retryNow();
    else if (m_core.chance(6))
        session().toReview();
    thinkAgain(milliseconds{800}, milliseconds{4'000});
}

} // namespace coffee::sim
