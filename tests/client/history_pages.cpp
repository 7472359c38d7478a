// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/client/history_pages.h"

#include "barista_station/manager/history_page.h"
#include "barista_station/manager/manager_window.h"
#include "barista_station/manager/reports_page.h"
#include "barista_station/manager/shop_history.h"
#include "barista_station/manager/tasks_page.h"
#include "tests/station/window_shop.h"
#include "tests/support/made_days.h"

#include <QEvent>
#include <QLineEdit>
#include <QSet>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <optional>
#include <stdexcept>

namespace coffee::bench {
namespace {

using namespace station;
using Clock = std::chrono::steady_clock;

constexpr double kOpenedMsMost = 300;
constexpr double kTypedMsMost = 100;
constexpr int kRounds = 9;
constexpr std::chrono::seconds kPatience{20};
constexpr QSize kDesk{1920, 1080};

/// Notes what is painted in a window, by name: a list that is filled anew deletes its rows.
class PaintedNames final : public QObject {
public:
    PaintedNames() { qApp->installEventFilter(this); }
    ~PaintedNames() override { qApp->removeEventFilter(this); }
    PaintedNames(const PaintedNames&) = delete;
    PaintedNames& operator=(const PaintedNames&) = delete;

    void forget() { m_names.clear(); }
    [[nodiscard]] int count() const { return m_count; }
    [[nodiscard]] bool any(const char* begin) const
    {
        return std::any_of(m_names.begin(), m_names.end(), [begin](const QString& name) {
            return name.startsWith(QLatin1String{begin});
        });
    }
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (event->type() == QEvent::Paint && watched->isWidgetType()) {
            m_names.insert(watched->objectName());
            ++m_count;
        }
        return QObject::eventFilter(watched, event);
    }

private:
    QSet<QString> m_names;
    int m_count{0};
};

/// The window with everything that it reads.
class Office {
public:
    Office(const QString& folder, const Menu& menu, const std::vector<Event>& today)
        : m_history{m_shop.feed, m_shop.client, folder}
    {
        m_shop.menu = menu;
        m_window.emplace(ManagerWindow::Parts{m_shop.feed, m_shop.reporter, m_shop.session,
                                              m_shop.facts, Language::Korean, &m_history,
                                              test::MadeDays::kUtcOffset});
        ShopView view;
        for (const Event& event : today)
            view.apply(event);
        m_window->resize(kDesk);
        m_window->show();
        m_shop.feed.start();
        m_shop.source.goLive(view, view.at, "made");
        runUntil([this] { return m_history.progress().isComplete(); });
    }

    [[nodiscard]] ManagerWindow& window() { return *m_window; }
    [[nodiscard]] ShopHistory& history() { return m_history; }

    /// From the act until its last pixel, in milliseconds. What it asks the history is answered
    /// before the question that is put behind it.
    double paintedAfter(const std::function<void()>& act)
    {
        untilStill();
        m_painted.forget();
        const auto begin = Clock::now();
        act();
        bool answered = false;
        m_history.ask(
            &*m_window, [](const client::OrderArchive&) { return 0; },
            [&answered](int) { answered = true; });
        runUntil([&answered] { return answered; });
        const auto last = untilStill();
        return std::chrono::duration<double, std::milli>(last - begin).count();
    }
    void mustHavePainted(const char* name) const
    {
        if (!m_painted.any(name))
            throw std::runtime_error{std::string{"nothing was painted that is named "} + name};
    }

private:
    /// Turns the event loop until it has painted nothing for some turns; gives when it last did.
    Clock::time_point untilStill()
    {
        constexpr int kStillTurns = 5;
        auto last = Clock::now();
        for (int still = 0; still < kStillTurns; ++still) {
            const int before = m_painted.count();
            QApplication::processEvents();
            if (m_painted.count() == before)
                continue;
            last = Clock::now();
            still = -1;
        }
        return last;
    }
    void runUntil(const std::function<bool()>& condition)
    {
        const auto until = Clock::now() + kPatience;
        while (!condition()) {
            if (Clock::now() > until)
                throw std::runtime_error{"the history does not answer"};
            QApplication::processEvents(QEventLoop::WaitForMoreEvents);
        }
    }

    test::WindowShop m_shop;
    ShopHistory m_history;
    std::optional<ManagerWindow> m_window;
    PaintedNames m_painted;
};

void report(const std::string& name, std::vector<double> times, double most)
{
    std::sort(times.begin(), times.end());
    std::printf("{\"figure\":\"%s\",\"rounds\":%zu,\"median_ms\":%.1f,\"worst_ms\":%.1f,"
                "\"most_ms\":%.0f,\"ratio\":%.2f}\n",
                name.c_str(), times.size(), times[times.size() / 2], times.back(), most,
                times.back() / most);
    std::fflush(stdout);
}

/// `away` leaves the page, so that each round opens it.
void opens(Office& office, const std::string& name, const char* widget,
           const std::function<void()>& act, const std::function<void()>& away)
{
    std::vector<double> times;
    for (int round = 0; round < kRounds; ++round) {
        static_cast<void>(office.paintedAfter(away));
        times.push_back(office.paintedAfter(act));
        office.mustHavePainted(widget);
    }
    report(name, times, kOpenedMsMost);
}

/// Each letter is one figure; its time is the worst of the rounds.
void types(Office& office, const QString& words)
{
    auto* field = office.window().findChild<QLineEdit*>(QStringLiteral("historySearch"));
    std::vector<std::vector<double>> times(static_cast<std::size_t>(words.size()));
    for (int round = 0; round < kRounds; ++round) {
        static_cast<void>(office.paintedAfter([field] { field->clear(); }));
        for (qsizetype letter = 0; letter < words.size(); ++letter)
            times[static_cast<std::size_t>(letter)].push_back(
                office.paintedAfter([&] { field->insert(words[letter]); }));
    }
    for (qsizetype letter = 0; letter < words.size(); ++letter)
        report("a key typed: " + words.left(letter + 1).toStdString(),
               times[static_cast<std::size_t>(letter)], kTypedMsMost);
    std::vector<double> clearing;
    for (int round = 0; round < kRounds; ++round) {
        field->setText(words);
        clearing.push_back(office.paintedAfter([field] { field->clear(); }));
    }
    report("the search cleared: " + words.toStdString(), clearing, kTypedMsMost);
}

} // namespace

void measurePages(const QString& folder, const Menu& menu, const std::vector<Event>& today)
{
    test::dress(ui::PaletteKind::Light);
    Office office{folder, menu, today};
    double load = 0;
    if (getloadavg(&load, 1) != 1)
        load = -1;
    std::printf("{\"pages\":\"%s\",\"size\":\"%dx%d\",\"events\":%lld,\"load\":%.2f}\n",
                qPrintable(QGuiApplication::platformName()), kDesk.width(), kDesk.height(),
                static_cast<long long>(office.history().progress().seq), load);
    using Page = ManagerWindow::Page;
    ManagerWindow& window = office.window();
    const auto open = [&window](Page page) { return [&window, page] { window.openPage(page); }; };
    opens(office, "Now", "needsPanel", open(Page::Now), open(Page::Tasks));
    opens(office, "Tasks", "task_", open(Page::Tasks), open(Page::Now));
    opens(office, "Orders, today", "found_", open(Page::Orders), open(Page::Now));
    opens(office, "Reports, X", "reportNet", open(Page::Reports), open(Page::Now));
    const auto closed = office.window().reportsPage()->newest();
    const auto report = [&window](std::int64_t number) {
        return [&window, number] { window.reportsPage()->openReport(number); };
    };
    open(Page::Reports)();
    opens(office, "the newest Z", "reportNet", report(closed), report(0));
    opens(office, "a Z of the middle", "reportNet", report(closed / 2), report(0));
    opens(office, "X from a Z", "reportNet", report(0), report(closed));
    open(Page::Orders)();
    auto* ever = window.historyPage()->findChild<QAbstractButton*>(QStringLiteral("choice_ever"));
    auto* day = window.historyPage()->findChild<QAbstractButton*>(QStringLiteral("choice_today"));
    opens(
        office, "Orders, of all days", "found_", [ever] { ever->click(); },
        [day] { day->click(); });
    OrderId last = 0;
    for (const Event& event : today)
        if (const auto* paid = std::get_if<OrderPaid>(&event.body))
            last = paid->order;
    const auto story = [&window](OrderId order) {
        return [&window, order] { window.historyPage()->openStory(order); };
    };
    opens(office, "an order's story", "orderStory", story(last / 2), story(last / 3));
    for (const char16_t* words : {u"137", u"라떼", u"ㅇㅁㄹㅋㄴ", u"latte", u"5000-9000"})
        types(office, QString::fromUtf16(words));
}

} // namespace coffee::bench
