// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk/session/phase.h"
#include "shared/client/shop_feed.h"

#include <QElapsedTimer>
#include <QWidget>

namespace coffee::ui {
class Banner;
class StepBar;
} // namespace coffee::ui

namespace coffee::kiosk {

/// What is told on top of a page and pressed by nobody: how far the order is, and that the shop
/// cannot be heard.
class ToldBar final : public QWidget {
    Q_OBJECT

public:
    explicit ToldBar(QWidget* parent = nullptr);

    /// `inShort` for large text; `isLow` where there is no height for both of them then.
    void refresh(Phase phase, const client::Freshness& fresh, bool inShort, bool isLow);

private:
    void refreshConnection(Phase phase, const client::Freshness& fresh, bool inShort);

    ui::StepBar* m_steps;
    ui::Banner* m_connection;
    QElapsedTimer m_connecting; ///< valid while the shop is looked for
};

} // namespace coffee::kiosk
