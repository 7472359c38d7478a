// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "barista_station/model/all_day_counts.h"
#include "barista_station/model/arrivals.h"
#include "barista_station/model/bar_sounds.h"
#include "barista_station/model/older_orders.h"
#include "barista_station/model/same_tap.h"
#include "barista_station/model/shop_facts.h"
#include "barista_station/model/station_settings.h"
#include "barista_station/model/ticket_queue.h"

#include "shared/client/shop_feed.h"

#include <QTimer>
#include <QWidget>

#include <cstdint>
#include <functional>
#include <optional>

namespace coffee::ui {
class DemoRibbon;
class EmptyState;
class Toast;
} // namespace coffee::ui

namespace coffee::station {

class AllDayStrip;
class AwayNotice;
class ReadyColumn;
class RecallSheet;
class RecallReasonSheet;
class RemakeSheet;
class SettingsSheet;
class SoldOutSheet;
class StationTopBar;
class TicketGrid;
class TicketSheet;

/// The bar's screen: tickets to make in a grid, what waits for its customer at the right, what is
/// alike below it, and a line that always says how fresh all of it is. Nothing that speaks up
/// (cut off, paused, a help call) moves the cards: it has its room from the start.
///
/// By keyboard: digits choose a ticket by its number, Enter does its next step, Backspace undoes
/// the last one, arrows walk, R opens the recall list, S the sold-out switches, Page Up and Down
/// turn pages, K opens the settings, Esc forgets typed digits.
///
/// What is to be heard it says with `soundWanted`, always with a caption on the screen; whoever
/// made the window plays it.
///
/// Binds models to widgets and forwards taps; decides nothing. Everything it is given must outlive
/// it. GUI thread.
class StationWindow final : public QWidget {
    Q_OBJECT

public:
    struct Parts {
        client::ShopFeed& feed;
        StatusReporter& reporter;
        TicketQueue& queue;
        ShopFacts& facts;
        Language language{Language::Korean};
        StationSettings* settings{nullptr}; ///< null: nothing is kept (tests, pictures)
        OlderOrders* older{nullptr};        ///< null: only what the view knows is recalled
    };

    explicit StationWindow(const Parts& parts, QWidget* parent = nullptr);
    ~StationWindow() override;

    [[nodiscard]] SoldOutSheet& openSoldOut();
    [[nodiscard]] RecallSheet& openRecall();
    [[nodiscard]] SettingsSheet& openSettings();
    void openTicket(OrderId order);
    /// Also for an order that was handed over already.
    void openRemake(OrderId order);

Q_SIGNALS:
    /// `volume` from 1 to `StationSettings::kVolumeMost`; nothing is said while it is 0.
    void soundWanted(coffee::station::BarSound sound, int volume);

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void build();
    void connectSheets();
    void showKinds();
    void listen();
    void sound(BarSound sound);
    void remake(OrderId order, const std::vector<UnitNumber>& units, const QString& reason);
    void connectParts();
    void connectCards();
    void setWords();
    void showTickets();
    void showArrivals();
    void touchedAt(const QWidget* widget);
    void showPages();
    void showFreshness();
    void followView();
    void showViewNews();
    void showNews();
    [[nodiscard]] QString stopNews() const;
    void showHelpCalls();
    void takeHelp();
    void callAgain(OrderId order);
    void showRefusal(OrderId order, const Refusal& refusal);
    void showLateTap(OrderId order);
    void fillSoldOut();
    void fillRecall();
    void refreshSheets();
    void onSecond();
    void typeDigit(QChar digit);
    void chooseTyped();
    void undoLast();
    /// The ring is for keys; who works with a finger would take it for a choice.
    void drawFocus(bool drawn);
    void nextStep();
    [[nodiscard]] ShopTime now() const;

    Parts m_parts;
    StationSettings m_ownSettings{nullptr};
    BarSounds m_sounds;
    Arrivals m_arrivals;
    SameTap<int> m_helpTaps; ///< there is one button
    QString m_caption;       ///< of the last sound, while it stands
    QTimer m_captionTime;
    QTimer m_highlightTime;                   ///< of tickets that wait for what has run out
    std::optional<std::uint64_t> m_workShown; ///< the work that the all-day strip counts
    client::FeedState m_stateShown{client::FeedState::Connecting};
    int m_stopsShown{0};
    QTimer m_second;
    QTimer m_typing;
    QString m_typed;
    StationTopBar* m_top{nullptr};
    ui::DemoRibbon* m_ribbon{nullptr};
    TicketGrid* m_grid{nullptr};
    ui::EmptyState* m_empty{nullptr};
    ReadyColumn* m_ready{nullptr};
    AllDayStrip* m_allDay{nullptr};
    AwayNotice* m_away{nullptr}; ///< while it stands, where the all-day strip is otherwise
    SoldOutSheet* m_soldOutSheet{nullptr};
    RecallSheet* m_recallSheet{nullptr};
    TicketSheet* m_ticketSheet{nullptr};
    RecallReasonSheet* m_recallReasonSheet{nullptr};
    RemakeSheet* m_remakeSheet{nullptr};
    SettingsSheet* m_settingsSheet{nullptr};
    ui::Toast* m_toast{nullptr};
};

} // namespace coffee::station
