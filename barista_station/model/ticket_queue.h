// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "barista_station/model/same_tap.h"
#include "barista_station/model/status_reporter.h"
#include "barista_station/model/ticket.h"

#include <QObject>

#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <vector>

namespace coffee::station {

/// The bar's queue: which tickets stand where, and what a tap on them means.
///
/// Tickets stand oldest payment first. A ticket that leaves the grid (finished) or the ready
/// column (collected) stays in its place, dimmed, for `kUndo`; stop cards stay until somebody has
/// acknowledged them. Places close and tickets slide in between only when nobody has touched the
/// screen for `kCalm`, so that no card moves under a finger; new tickets are appended at once, and
/// one that was recalled here takes its place among the others at once: who asked for it looks for
/// it there.
///
/// A station that shows some kinds only sees the units of those; a ticket whose units it has all
/// done leaves its grid as a finished one does, while the order goes on elsewhere. What waits for
/// its customer is shown at every station. Whoever taps later than another station is told what
/// is true already: the daemon decides, and refuses the later tap. What anything but a tap here has
/// turned round takes no tap for `kTurned`: that finger was on its way to what stood there before.
///
/// Every tap becomes an operation of the `StatusReporter`; what is shown is the shop's view with
/// the operations that are under way already applied and marked as being sent.
///
/// GUI thread. The reporter must outlive the queue.
class TicketQueue final : public QObject {
    Q_OBJECT

public:
    using Steady = std::chrono::steady_clock;

    static constexpr std::chrono::milliseconds kUndo{8000};
    static constexpr std::chrono::milliseconds kCalm{2000};
    /// How long what somebody else has changed takes no tap.
    static constexpr std::chrono::milliseconds kTurned{700};
    /// How long a card says why its last step was not carried out.
    static constexpr std::chrono::milliseconds kRefusalShown{10000};

    TicketQueue(StatusReporter& reporter, Language language,
                std::function<Steady::time_point()> steadyNow, QObject* parent = nullptr);
    ~TicketQueue() override;

    /// The shop as it is known now; `now` is shop time. Looks at every order.
    void show(const ShopView& view, ShopTime now);
    /// The view that was shown last, with further events applied: looks only at the orders that
    /// they changed, so that one change costs little however many tickets there are. The ages of
    /// the others go on with `tick`.
    void follow(const ShopView& view, ShopTime now);
    /// Shows the units of these kinds only.
    void setKinds(const StationKinds& kinds);
    /// The menu that tells which options are usual; before that every option is shown.
    void setMenu(const Menu& menu);
    /// Only the clock went on. Cheap to call once a second for the ages.
    void tick(ShopTime now);

    /// Tickets to make and stop cards, and dimmed ones that have just left, in their places.
    [[nodiscard]] const std::vector<Ticket>& grid() const { return m_grid; }
    /// Tickets that wait for their customers, longest first, and dimmed ones just handed over.
    [[nodiscard]] const std::vector<Ticket>& ready() const { return m_ready; }
    [[nodiscard]] const Ticket* find(OrderId order) const;
    /// Another number whenever something about what there is to make has changed: tickets came or
    /// left, units were ticked.
    [[nodiscard]] std::uint64_t workNumber() const { return m_workNumber; }
    /// Stop cards that nobody has acknowledged.
    [[nodiscard]] int stops() const;

    /// Any touch anywhere on the screen: the places stay as they are for `kCalm`.
    void touched();
    /// Somebody has touched it within `kCalm`.
    [[nodiscard]] bool isTouched() const { return isFresh(m_touchedAt, kCalm); }

    // What a tap asks for. A step that does not fit the ticket's stage does nothing.
    void start(OrderId order);
    /// Of a ticket that other stations also make, only the units that are shown here.
    void finish(OrderId order);
    void collect(OrderId order);
    void putBack(OrderId order);
    /// Ticks an open unit, unticks a done one; the first tick of a waiting ticket also starts it.
    void toggleUnit(OrderId order, UnitNumber unit);
    void refuseUnit(OrderId order, UnitNumber unit, const QString& reason);
    /// What was made of a done unit is waste; it is made anew. Also of orders that are handed over.
    void remakeUnit(OrderId order, UnitNumber unit, const QString& reason);
    /// `made` are the shown units that had been made; with those that other stations have ticked
    /// off they count as waste.
    void acknowledgeStop(OrderId order, const std::vector<UnitNumber>& made);
    /// Takes a ticket back that was finished or handed over earlier (the recall list), for a reason
    /// that goes into the order's history. One that is still made elsewhere gets the units that are
    /// shown here back; those have no reason.
    void recall(OrderId order, OrderState seen, const QString& reason = {});
    /// Takes back a ticket that waits for its customer: the undo of its finish while that runs,
    /// afterwards a recall.
    void takeBack(OrderId order);
    void callAgain(OrderId order);
    /// Undoes the last step of a ticket while its `undoSeconds` run. Its button stands where the
    /// step's stood: the second of two taps on that is not an undo.
    void undo(OrderId order);
    /// The same for the last step of any ticket, at once: its key is no other step's. False when
    /// there is none.
    bool undoLast();

Q_SIGNALS:
    void changed();
    /// A tap was not taken, since what it fell on had just become something else.
    void tapCameLate(coffee::OrderId order);

private:
    /// A ticket that has just left a place of the screen.
    struct Left {
        Steady::time_point at;
        TicketStage to{TicketStage::Ready};
        std::vector<UnitNumber> openBefore; ///< what the finish ticked off on the way
    };
    /// A step that stays in its place and can be taken back by `undoLast`.
    struct Step {
        Steady::time_point at;
        OrderId order{0};
        UnitNumber unit{0}; ///< 0 for the start of the order
    };

    void takeOrders(const ShopView& view, bool anew);
    [[nodiscard]] bool belongsOnScreen(const OrderView& order) const;
    void lookAgainAt(OrderId order) { m_stale.insert(order); }
    void lookAgainAtAll();
    void refresh();
    void renew(OrderId order);
    void retimeAll();
    void noteMove(const Ticket& was, const Ticket& is);
    void noteTurn(const Ticket& was, const Ticket& is);
    void noteWork(const Ticket* was, const Ticket* is);
    void arrange();
    void place(std::vector<Ticket>& shown, const std::vector<OrderId>& places, bool inGrid) const;
    [[nodiscard]] Ticket placed(OrderId order, bool inGrid) const;
    [[nodiscard]] Ticket decorated(const OrderView& order) const;
    [[nodiscard]] std::vector<OrderId> wanted(bool forGrid) const;
    void keepPlaces(std::vector<OrderId>& places, std::vector<OrderId> target);
    void dropExpired();
    [[nodiscard]] bool isFresh(Steady::time_point since, std::chrono::milliseconds life) const;
    [[nodiscard]] bool sameTap(OrderId order, UnitNumber unit);
    /// Whether the unit (0: the order's buttons) was turned round under the finger; says so.
    [[nodiscard]] bool isTurned(OrderId order, UnitNumber unit);
    void tell(OperationBody operation);
    [[nodiscard]] const Left* leftFor(OrderId order) const;
    [[nodiscard]] bool canUndo(OrderId order) const;
    [[nodiscard]] std::vector<UnitNumber> doneElsewhere(OrderId order) const;
    void undoNow(OrderId order);
    void report(OrderId order, protocol::OrderAction action, OrderState seen,
                const QString& reason = {});
    void reportUnit(OrderId order, UnitNumber unit, UnitStep step, UnitState seen,
                    const QString& reason = {});

    StatusReporter& m_reporter;
    Language m_language;
    StationKinds m_kinds{allKinds()};
    std::function<Steady::time_point()> m_steadyNow;
    std::optional<Menu> m_menu;
    std::map<OrderId, OrderView> m_orders; ///< what the screen may have to show
    std::set<OrderId> m_stale;             ///< whose tickets must be made again
    std::set<OrderId> m_reported;          ///< with operations under way when last looked at
    ShopTime m_now{};
    std::uint64_t m_workNumber{0};
    Steady::time_point m_touchedAt{};
    std::map<OrderId, Ticket> m_tickets;
    std::map<OrderId, Left> m_left;
    std::vector<Step> m_steps;
    std::set<OrderId> m_recalled; ///< on their way back to their places in the grid
    SameTap<std::pair<OrderId, UnitNumber>> m_taps;
    std::map<std::pair<OrderId, UnitNumber>, Steady::time_point> m_turns; ///< by somebody else
    bool m_ownTap{false}; ///< what changes now is what was tapped here
    std::map<OrderId, std::pair<RefusalCode, Steady::time_point>> m_refusals;
    std::vector<OrderId> m_gridPlaces;
    std::vector<OrderId> m_readyPlaces;
    std::vector<Ticket> m_grid;
    std::vector<Ticket> m_ready;
};

} // namespace coffee::station
