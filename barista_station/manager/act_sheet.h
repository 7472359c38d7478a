// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/widgets/sheet.h"

namespace coffee::ui {
class Label;
} // namespace coffee::ui

namespace coffee::station {

/// A sheet with one act that the daemon is asked for: while it is asked the act's button says so,
/// and what was refused is said above the buttons.
class ActSheet : public ui::Sheet {
    Q_OBJECT

public:
    /// Opens without an error, ready to be pressed.
    void openReady();
    void setBusy(bool busy);
    void showError(const QString& words);

protected:
    /// Children are found as `<name>Close`, `<name>Confirm` and `<name>Error`, the sheet itself as
    /// `<name>Sheet`. The content comes before `closeContent`.
    ActSheet(const QString& name, QWidget* host);
    /// After the last widget of the content.
    void closeContent();
    [[nodiscard]] ui::Button& confirm() { return *m_confirm; }
    void changeEvent(QEvent* event) override;

    /// Gives everything its words anew.
    virtual void setWords();

private:
    ui::Label* m_error;
    ui::Button* m_close;
    ui::Button* m_confirm;
};

} // namespace coffee::station
