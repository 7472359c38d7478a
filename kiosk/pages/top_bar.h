// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk/session/help_call.h"
#include "shared/widgets/language.h"

#include <QWidget>

#include <vector>

class QGridLayout;

namespace coffee::ui {
class Button;
} // namespace coffee::ui

namespace coffee::kiosk {

/// What stays on top of every page: home, language, text and view, call staff. In one row, or in
/// two where large text does not fit.
class TopBar final : public QWidget {
    Q_OBJECT

public:
    explicit TopBar(QWidget* parent = nullptr);

    /// Home is not offered where nothing is behind it, nor while money may be moving.
    void setHomeOffered(bool offered);
    [[nodiscard]] bool isHomeOffered() const;
    /// A call that stands is seen on its button until somebody of the staff took it.
    void setHelpState(HelpState state);

    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void homeClicked();
    void languageClicked(coffee::ui::Language language);
    void displayClicked();
    void helpClicked();

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    bool event(QEvent* event) override;

private:
    void refresh();
    void arrange();
    [[nodiscard]] QString helpWords() const;

    QGridLayout* m_rows;
    std::vector<ui::Button*> m_placed; ///< as they stand now, in so many columns
    int m_columns{0};
    ui::Button* m_home;
    ui::Button* m_language;
    ui::Button* m_display;
    ui::Button* m_help;
    HelpState m_helpState{HelpState::None};
};

} // namespace coffee::kiosk
