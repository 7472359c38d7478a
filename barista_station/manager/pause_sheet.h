// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/widgets/sheet.h"

class QLineEdit;

namespace coffee::ui {
class ChoiceGroup;
} // namespace coffee::ui

namespace coffee::station {

/// For how long to take no orders, and what customers read meanwhile, in both languages. Found as
/// `pauseSheet`, with `pauseMinutes`, `pauseTextKo`, `pauseTextEn`, `pauseClose`, `pauseConfirm`.
class PauseSheet final : public ui::Sheet {
    Q_OBJECT

public:
    /// What the wire takes for a text, in letters; Korean letters have three bytes.
    static constexpr int kTextLettersMax = 80;

    explicit PauseSheet(QWidget* host);

    void ask();
    void setBusy(bool busy);
    void showError(const QString& words);

Q_SIGNALS:
    void pauseClicked(int minutes, const QString& textKo, const QString& textEn);

protected:
    void changeEvent(QEvent* event) override;

private:
    void setWords();
    void showConfirm();
    [[nodiscard]] int minutes() const;

    ui::ChoiceGroup* m_minutes;
    ui::Label* m_explain;
    ui::Label* m_koTitle;
    QLineEdit* m_ko;
    ui::Label* m_enTitle;
    QLineEdit* m_en;
    ui::Label* m_error;
    ui::Button* m_close;
    ui::Button* m_confirm;
};

} // namespace coffee::station
