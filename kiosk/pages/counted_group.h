// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk/model/line_draft.h"

#include <QWidget>

#include <vector>

class QVBoxLayout;

namespace coffee::ui {
class Label;
class Stepper;
} // namespace coffee::ui

namespace coffee::kiosk {

/// A titled group whose choices are counted, each on a row: name, price difference, − n +. The
/// steppers are found as `choice_<group>_<choice>`.
class CountedGroup final : public QWidget {
    Q_OBJECT

public:
    CountedGroup(const OptionGroup& group, QWidget* parent = nullptr);

    /// Shows the draft's counts and bounds, in the language of the moment.
    void show(const OptionGroup& group, const LineDraft& draft);

Q_SIGNALS:
    void countChanged(const QString& choice, int count);

private:
    struct Row {
        std::string choice;
        ui::Label* name;
        ui::Label* price;
        ui::Stepper* stepper;
    };
    ui::Label* m_title;
    ui::Label* m_rule;
    std::vector<Row> m_rows;
};

} // namespace coffee::kiosk
