// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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

/// What the board shows: two walls of numbers, how long an order takes now, and, when the picture
/// is old, that it is. Feed and client must outlive it; the caller starts the feed.
class BoardPage final : public QWidget {
    Q_OBJECT

public:
    BoardPage(client::ShopFeed& feed, client::OrderClient& client, QWidget* parent = nullptr);
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
    void askStatus();
    [[nodiscard]] ShopTime now() const;

    client::ShopFeed& m_feed;
    client::OrderClient& m_client;
    QTimer m_second;
    bool m_statusKnown{false};
    bool m_statusAsked{false};
    ui::DemoRibbon* m_ribbon{nullptr};
    ui::Banner* m_banner{nullptr};
    QBoxLayout* m_halves{nullptr};
    Half m_preparing;
    Half m_ready;
    ui::Label* m_wait{nullptr};
};

} // namespace coffee::board
