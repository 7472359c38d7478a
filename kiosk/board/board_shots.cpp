// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/board/board_page.h"
#include "kiosk/board/board_window.h"

#include "shared/widgets/language.h"
#include "shared/widgets/theme.h"

#include <QApplication>
#include <QDir>
#include <QEventLoop>
#include <QTimer>

#include <array>

namespace coffee::board {
namespace {

using client::FeedState;
using std::chrono::minutes;
using std::chrono::seconds;

/// 2026-11-24 14:03 in Seoul; any moment would do.
const ShopTime kNow = fromMs(1'795'496'580'000);
/// A 43-inch screen of 1920 × 1080 pixels.
constexpr double kPixelsPerMm = 2.02;

/// A feed that stands still on a number of orders.
class StillBoard final : public client::ShopFeedSource {
public:
    StillBoard(int preparing, int ready, FeedState state) : m_state{state}
    {
        for (int place = 0; place < preparing + ready; ++place)
            order(place + 1, place < ready);
    }
    /// A message from the manager, and numbers that nobody came for.
    void pauseAndForget()
    {
        say(kNow - minutes{2},
            OrderingChanged{OrderingState::Paused, 0, "지금 단체 주문을 만들고 있어요.",
                            "We are making a large order right now."});
        for (const OrderId id : {OrderId{80}, OrderId{81}}) {
            say(kNow - minutes{40},
                OrderAppeared{
                    id, static_cast<std::int32_t>(20 + id), ServiceMode::Here, 1, {240, 420}});
            say(kNow - minutes{35},
                OrderMoved{id, OrderStep::Start, OrderState::Queued, OrderState::Making});
            say(kNow - minutes{30},
                OrderMoved{id, OrderStep::Finish, OrderState::Making, OrderState::Ready});
        }
    }
    /// The bar could not make a part of one order, and nothing of another.
    void refuse()
    {
        const OrderId waiting = m_view.orders.open().back()->id;
        say(kNow - seconds{40}, UnitMoved{waiting, 1, UnitState::Open, UnitState::Refused, {}});
        say(kNow - minutes{9}, OrderAppeared{90, 111, ServiceMode::Here, 1, {240, 420}});
        say(kNow - minutes{2}, OrderCancelled{90, OrderState::Making, CancelledBy::Shop, {}});
    }
    void start(const client::FeedPosition&) override
    {
        client::FeedStatus still;
        still.position = {"demo", m_view.seq};
        still.head = m_view.seq;
        still.state = FeedState::Live;
        Q_EMIT beat({std::chrono::steady_clock::now(), kNow, {240, 420}});
        Q_EMIT reset({"demo", m_view});
        Q_EMIT status(still);
        if (m_state != FeedState::Live) {
            still.state = m_state;
            Q_EMIT status(still);
        }
    }
    void confirm(const client::FeedPosition&) override {}

private:
    void order(OrderId id, bool isReady)
    {
        say(kNow - minutes{12},
            OrderAppeared{
                id, static_cast<std::int32_t>(116 + id), ServiceMode::Here, 2, {240, 420}});
        if (!isReady)
            return;
        say(kNow - minutes{9},
            OrderMoved{id, OrderStep::Start, OrderState::Queued, OrderState::Making});
        // The last ones became ready a moment ago.
        const ShopTime at = id > 3 ? kNow - seconds{8} : kNow - minutes{3};
        say(at, OrderMoved{id, OrderStep::Finish, OrderState::Making, OrderState::Ready});
    }
    void say(ShopTime at, EventBody body)
    {
        Event event;
        event.seq = m_view.seq + 1;
        event.at = event.occurredAt = at;
        event.body = std::move(body);
        m_view.apply(event);
    }

    ShopView m_view;
    FeedState m_state;
};

/// Answers that payments are a simulation; the pictures are one, too.
class StillClient final : public client::OrderClient {
    void send(protocol::RequestBody, client::AskPolicy, client::RawDone done) override
    {
        protocol::StatusAnswer status;
        status.version = COFFEE_VERSION;
        status.epoch = "demo";
        status.gateway = "terminal_sim";
        status.simulated = true;
        client::RawAnswer answer{"demo", protocol::encodeReply("demo", protocol::ReplyStatus::Ok, 0,
                                                               protocol::encodeBody(status))};
        QTimer::singleShot(0, this,
                           [done = std::move(done), answer = std::move(answer)] { done(answer); });
    }
};

/// What is shown until nothing moves any more.
void settle(QWidget& window)
{
    for (int round = 0; round < 8; ++round) {
        QApplication::sendPostedEvents();
        QApplication::processEvents(QEventLoop::ExcludeUserInputEvents);
    }
    window.repaint();
}

struct BoardPose {
    const char* name;
    int preparing;
    int ready;
    FeedState state{FeedState::Live};
    void (StillBoard::*happens)(){nullptr};
};

constexpr std::array kPoses{BoardPose{"busy", 9, 5},
                            BoardPose{"rush", 60, 24},
                            BoardPose{"quiet", 0, 0},
                            BoardPose{"cut-off", 9, 5, FeedState::Stale},
                            BoardPose{"catching-up", 9, 5, FeedState::CatchingUp},
                            BoardPose{"paused", 9, 5, FeedState::Live, &StillBoard::pauseAndForget},
                            BoardPose{"refused", 9, 5, FeedState::Live, &StillBoard::refuse}};

} // namespace

void walkBoard(
    const std::function<void(QWidget& window, const char* name, ui::Language language)>& look)
{
    registerBoardTranslations();
    ui::Metrics::Settings glass;
    glass.pixelsPerMm = kPixelsPerMm;
    glass.textScale = ui::TextScale::Percent200; // as the program does: it is read across a room
    ui::installLook(*qApp, ui::Theme{ui::PaletteKind::Dark, ui::Metrics{glass}, true});
    ui::LanguageSwitch language{ui::Language::Korean};
    for (const ui::Language spoken : {ui::Language::Korean, ui::Language::English}) {
        language.setLanguage(spoken);
        for (const QSize size : {QSize{1920, 1080}, QSize{1080, 1920}})
            for (const BoardPose& pose : kPoses) {
                StillBoard source{pose.preparing, pose.ready, pose.state};
                if (pose.happens)
                    (source.*pose.happens)();
                client::ShopFeed feed{source};
                StillClient client;
                BoardPage board{feed, client};
                board.resize(size);
                board.show();
                feed.start();
                settle(board);
                look(board, pose.name, spoken);
            }
    }
}

QStringList saveBoardShots(const QString& folder)
{
    if (!QDir{}.mkpath(folder))
        throw BoardShotError{"cannot make the folder " + folder.toStdString()};
    QStringList paths;
    walkBoard([&](QWidget& window, const char* name, ui::Language language) {
        const bool upright = window.height() > window.width();
        const QString path = QDir{folder}.filePath(
            QStringLiteral("board-%1%2-%3.png")
                .arg(QLatin1StringView{name}, upright ? QStringLiteral("-upright") : QString{},
                     ui::languageCode(language)));
        if (!window.grab().save(path))
            throw BoardShotError{"cannot write " + path.toStdString()};
        paths << path;
    });
    return paths;
}

} // namespace coffee::board
