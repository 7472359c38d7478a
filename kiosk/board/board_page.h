// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk/board/number_caller.h"

#include "shared/client/order_client.h"
#include "shared/client/shop_feed.h"

#include <QTimer>
#include <QWidget>

class QBoxLayout;

namespace coffee::ui {
class Banner;
class DemoRibbon;
class IconMark;
class Label;
} // namespace coffee::ui

namespace coffee::board {

class NumberWall;
struct BoardNumbers;

/// What a board is heard with, and what the shop wants to say on it. What is null is silent: the
/// captions are shown all the same.
struct BoardExtras {
    sound::VoiceEngine* voice{nullptr};
    sound::SoundPlayer* sounds{nullptr};
    QString message; ///< of the shop, shown as it is
};

/// What the board shows: two walls of numbers, which number is being called, how long an order
/// takes now, what the shop says (what the bar could not make, why it takes no orders, its own
/// message, numbers that nobody collected), and, when the picture is old, that it is. Calls nothing
/// while the picture is old. Feed, client and what it is heard with must outlive it; the caller
/// starts the feed.
class BoardPage final : public QWidget {
    Q_OBJECT

public:
    BoardPage(client::ShopFeed& feed, client::OrderClient& client, const BoardExtras& extras = {},
              QWidget* parent = nullptr);
    ~BoardPage() override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    struct Half {
        QWidget* host{nullptr};
        ui::IconMark* mark{nullptr};
        ui::Label* title{nullptr};
        NumberWall* wall{nullptr};
    };
    [[nodiscard]] Half makeHalf(const QString& prefix, double digitMm);
    void setWords();
    void showNumbers();
    void showFreshness();
    void showLine();
    void showMessage(const BoardNumbers& numbers);
    void showTold(const BoardNumbers& numbers);
    void askStatus();
    [[nodiscard]] ShopTime now() const;

    client::ShopFeed& m_feed;
    client::OrderClient& m_client;
    NumberCaller m_caller;
    QString m_ownMessage;
    QTimer m_second;
    bool m_statusKnown{false};
    bool m_statusAsked{false};
    ui::DemoRibbon* m_ribbon{nullptr};
    ui::Banner* m_banner{nullptr};
    QBoxLayout* m_halves{nullptr};
    Half m_preparing;
    Half m_ready;
    ui::Banner* m_told{nullptr};
    ui::Label* m_message{nullptr};
    ui::Label* m_left{nullptr};
    ui::Label* m_line{nullptr}; ///< the call, or else the wait
};

} // namespace coffee::board
