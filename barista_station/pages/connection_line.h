// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/client/shop_feed.h"

#include <QWidget>

namespace coffee::ui {
class IconMark;
class Label;
} // namespace coffee::ui

namespace coffee::station {

/// Always says how fresh the picture is: connected or not, up to which sequence, how many seconds
/// ago, and how much of the bar's work is still on its way. A second line says what that means, or
/// whatever else is worth knowing. Found as `connectionLine`.
class ConnectionLine final : public QWidget {
    Q_OBJECT

public:
    /// Whether the second line has its room also while it says nothing.
    enum class Room { AsNeeded, Reserved };

    explicit ConnectionLine(Room room, QWidget* parent = nullptr);

    /// Keeps room for so many rows of the second line, so that what it says moves nothing below.
    void reserve(int meaningRows);
    /// `waiting` reports have not been answered; `durable` is false when this screen's disk fails.
    void setState(const client::Freshness& freshness, int waiting, bool durable);
    /// What stands in the second line.
    void setMeaning(const QString& words);
    [[nodiscard]] QString meaning() const;

protected:
    void changeEvent(QEvent* event) override;

private:
    void showState();

    client::Freshness m_freshness;
    int m_waiting{0};
    bool m_durable{true};
    ui::IconMark* m_mark;
    ui::Label* m_words;
    ui::Label* m_meaning;
};

} // namespace coffee::station
