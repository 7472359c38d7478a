// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk/pages/kiosk_window.h"
#include "kiosk/session/kiosk_presenters.h"
#include "shared/client/station_store.h"
#include "shared/client/zmq_feed_source.h"
#include "shared/client/zmq_order_client.h"
#include "tests/support/bar_station.h"

#include <QTimer>

#include <chrono>
#include <optional>
#include <set>
#include <string>
#include <vector>

/// The real windows, put together as their programs do it, on a shop of real processes. Everything
/// is found by its object name and clicked.
namespace coffee::test {

/// The look of both programs, once per process.
void dressWindows();

/// The visible widget of this name; null when there is none.
[[nodiscard]] QWidget* shownWidget(const QWidget& window, const QString& name);
/// Clicks a button that is there and enabled; false when it is not.
[[nodiscard]] bool press(const QWidget& window, const QString& name);
/// The same, waiting for it up to ten seconds.
[[nodiscard]] bool tap(const QWidget& window, const QString& name);
/// What a visible label says; empty when it is not there.
[[nodiscard]] QString labelText(const QWidget& window, const QString& name);

/// One kiosk with its customer, as `kiosk --window order` builds it. Made again with the same name
/// it is the same kiosk after a restart.
class KioskScreen {
public:
    KioskScreen(const ShopPlace& shop, const std::string& name);

    [[nodiscard]] kiosk::OrderSession& session() { return presenters.session(); }
    [[nodiscard]] kiosk::Phase phase() { return session().phase(); }
    /// From the attract page to the review of one hot americano in a store cup.
    [[nodiscard]] bool fillBasket();
    /// That, paid; the number that the window shows. 0 when it does not come to that.
    [[nodiscard]] int buy();

private:
    QString m_folder;
    client::StationJournal m_disk;
    client::StationStore m_store;
    client::ZmqOrderClient m_client;
    client::ZmqFeedSource m_source;
    kiosk::QtTimekeeper m_time;

public:
    client::ShopFeed feed;

private:
    client::ViewKeeper m_keeper;

public:
    kiosk::KioskPresenters presenters;

private:
    ui::LanguageSwitch m_language;

public:
    kiosk::KioskWindow window;
};

/// A bar with its window in view.
class BarScreen final : public BarStation {
public:
    BarScreen(const ShopPlace& shop, const std::string& name);

    /// The numbers on the tickets that the window shows, in reading order, each as often as it is
    /// there.
    [[nodiscard]] std::vector<int> tickets() const;
};

/// A customer who looks up one order at a kiosk of their own, again and again, by its number.
class Inquirer : public QObject {
public:
    Inquirer(const ShopPlace& shop, const std::string& kiosk, int number);

    /// Of everything so far.
    [[nodiscard]] int answers() const { return m_answers; }
    /// Those that the page called old, and said how old.
    [[nodiscard]] int oldAnswers() const { return m_oldAnswers; }
    /// Look-ups without an answer or without its age; each with what was missing.
    [[nodiscard]] const QStringList& failures() const { return m_failures; }
    [[nodiscard]] const std::set<OrderState>& statesSeen() const { return m_states; }
    /// Between the tap and the answer on the page.
    [[nodiscard]] std::chrono::milliseconds slowest() const { return m_slowest; }
    [[nodiscard]] KioskScreen& screen() { return m_screen; }

private:
    void ask();
    void read();

    KioskScreen m_screen;
    QString m_number;
    QTimer m_pace;
    int m_answers{0};
    int m_oldAnswers{0};
    QStringList m_failures;
    std::set<OrderState> m_states;
    std::chrono::milliseconds m_slowest{0};
};

} // namespace coffee::test
