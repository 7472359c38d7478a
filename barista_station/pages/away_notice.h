// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "barista_station/model/arrivals.h"

#include "shared/widgets/card.h"

namespace coffee::ui {
class Button;
} // namespace coffee::ui

namespace coffee::station {

/// Says in large words what came while this screen was dark or cut off, and that nothing was lost,
/// until somebody touches it anywhere. Found as `awayNotice`, with `awayOk`.
class AwayNotice final : public ui::Card {
    Q_OBJECT

public:
    explicit AwayNotice(QWidget* parent = nullptr);

    /// Nothing to say hides it.
    void setNews(const std::optional<Arrivals::News>& news);

Q_SIGNALS:
    void acknowledged();

protected:
    void mousePressEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void setWords();

    std::optional<Arrivals::News> m_news;
    ui::Label* m_when;
    ui::Label* m_count;
    ui::Label* m_numbers;
    ui::Label* m_kept;
    ui::Button* m_ok;
};

} // namespace coffee::station
