// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "barista_station/manager/act_sheet.h"

class QLineEdit;

namespace coffee::ui {
class ChoiceGroup;
} // namespace coffee::ui

namespace coffee::station {

/// For how long to take no orders, and what customers read meanwhile, in both languages. Found as
/// `pauseSheet`, with `pauseMinutes`, `pauseTextKo`, `pauseTextEn`, `pauseClose`, `pauseConfirm`.
class PauseSheet final : public ActSheet {
    Q_OBJECT

public:
    /// What the wire takes for a text, in letters; Korean letters have three bytes.
    static constexpr int kTextLettersMax = 80;

    explicit PauseSheet(QWidget* host);

Q_SIGNALS:
    void pauseClicked(int minutes, const QString& textKo, const QString& textEn);

private:
    void setWords() override;
    void showConfirm();
    [[nodiscard]] int minutes() const;

    ui::ChoiceGroup* m_minutes;
    ui::Label* m_explain;
    ui::Label* m_koTitle;
    QLineEdit* m_ko;
    ui::Label* m_enTitle;
    QLineEdit* m_en;
};

} // namespace coffee::station
