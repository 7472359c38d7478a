// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "barista_station/model/station_kinds.h"

#include "shared/domain/shop_view.h"

#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>
#include <vector>

/// What the bar sees of an order: values without behaviour, made anew from the shop's view and the
/// work that is still on its way to the daemon.
namespace coffee::station {

/// The language of the shop's people. Customers' languages never reach the bar.
enum class Language { Korean, English };

[[nodiscard]] QString inLanguage(const LocalText& text, Language language);
/// What was chosen for a line: `ICE · 샷 추가 ×2`. With a menu without what is usual in it.
[[nodiscard]] QString optionsOf(const PricedLine& line, Language language, const Menu* menu);

/// How the ticket stands against the wait that its customer was told.
enum class Lateness {
    OnTime,
    Soon, ///< the shorter end of the told wait is over
    Late  ///< the longer end is over
};

/// Where a ticket is in the bar's hands.
enum class TicketStage {
    Queued,
    Making,
    Elsewhere, ///< nothing is left to make here; other stations still make theirs
    Ready,
    Collected,
    Stopped
};

struct TicketUnit {
    UnitNumber number{0};
    CupKind cup{CupKind::None};
    UnitState state{UnitState::Open};
    bool sending{false}; ///< told to the daemon, not confirmed yet
    QString remake;      ///< of an open unit: why it is made anew; else empty
    friend bool operator==(const TicketUnit&, const TicketUnit&) = default;
};

struct TicketLine {
    LineNumber number{0};
    QString item; ///< the menu's id
    QString name;
    QStringList options;
    StationKind station{StationKind::Espresso};
    std::vector<TicketUnit> units;
    friend bool operator==(const TicketLine&, const TicketLine&) = default;
};

/// What other stations make of the same order.
struct UnitsElsewhere {
    int units{0};
    int open{0};
    int done{0};
    friend bool operator==(const UnitsElsewhere&, const UnitsElsewhere&) = default;
};

struct Ticket {
    OrderId order{0};
    std::int32_t number{0};
    TicketStage stage{TicketStage::Queued};
    ServiceMode service{ServiceMode::Here};
    QString kiosk;
    QString allergyNote;
    std::vector<TicketLine> lines;  ///< what this station makes
    std::vector<TicketLine> others; ///< what other stations make of it
    UnitsElsewhere elsewhere;       ///< the same in numbers
    std::chrono::seconds age{0};    ///< since payment; of a ready ticket since it became ready
    std::chrono::seconds told{0};   ///< the longer end of the wait the customer was told
    Lateness lateness{Lateness::OnTime};
    std::optional<CancelledBy> cancelledBy;
    QString cancelReason;
    std::vector<UnitNumber> wasted;     ///< of a stop that was acknowledged: what had been made
    bool sending{false};                ///< a step of the whole order is on its way to the daemon
    bool dimmed{false};                 ///< it has left this place and stays for the undo only
    int undoSeconds{0};                 ///< while above 0 the last step can be undone
    std::optional<RefusalCode> refused; ///< why the last step was not carried out
    friend bool operator==(const Ticket&, const Ticket&) = default;

    [[nodiscard]] int unitsIn(UnitState state) const;
    [[nodiscard]] int unitCount() const;
    /// While no unit is done the ticket can go back to the queue.
    [[nodiscard]] bool canPutBack() const;
};

/// The facts of the order as a ticket. `now` is shop time. Options that are the menu's usual choice
/// are left out, so that what is special stands out; without a menu (null) all are shown. Undo,
/// refusals and what is being sent are the queue's to add.
[[nodiscard]] Ticket ticketOf(const OrderView& order, Language language, ShopTime now,
                              const Menu* menu = nullptr);

/// Leaves the lines of these kinds and counts the others. A ticket of which nothing is left to make
/// here, but elsewhere, is `Elsewhere`: done is a fact of the unit, ready a fact of the order.
void keepOnly(Ticket& ticket, const StationKinds& kinds);

/// Only the clock went on: sets the ticket's age and lateness, as `ticketOf` would for the order in
/// the state of the ticket.
void retime(Ticket& ticket, const OrderView& order, ShopTime now);

[[nodiscard]] Lateness latenessOf(std::chrono::seconds age, const WaitRange& told);

/// Where no wait was told (an order of an older menu or a test): amber after four minutes, late
/// after seven, the counter's usual patience.
inline constexpr std::chrono::seconds kSoonWithoutPromise{240};
inline constexpr std::chrono::seconds kLateWithoutPromise{420};

} // namespace coffee::station
