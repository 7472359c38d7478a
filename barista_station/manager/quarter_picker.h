// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <cstdint>

namespace coffee::ui {
class Button;
class Label;
} // namespace coffee::ui

namespace coffee::station {

/// A time of day in steps of a quarter of an hour or of an hour, round the clock. Found by its own
/// name `<name>`, with `<name>HourBack`, `<name>Back`, `<name>On`, `<name>HourOn` and `<name>Time`.
class QuarterPicker final : public QWidget {
    Q_OBJECT

public:
    /// The minutes from `least` on for a day are those it can have.
    QuarterPicker(const QString& name, std::int32_t least, QWidget* parent);

    void setTitle(const QString& title);
    void setMinute(std::int32_t minute);
    [[nodiscard]] std::int32_t minute() const { return m_minute; }

Q_SIGNALS:
    void minuteChanged(int minute);

private:
    ui::Button* stepButton(const char* name, std::int32_t by);
    void setWords();
    void showMinute();

    std::int32_t m_least;
    std::int32_t m_minute;
    ui::Label* m_title;
    ui::Label* m_time;
    ui::Button* m_hourBack;
    ui::Button* m_back;
    ui::Button* m_on;
    ui::Button* m_hourOn;
};

} // namespace coffee::station
