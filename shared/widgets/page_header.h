// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/widgets/icon.h"

#include <QWidget>

class QBoxLayout;

namespace coffee::ui {

class Button;
class Label;

// The top of a page: the way back (`backButton`, with words), the title, and room for small acts.
class PageHeader final : public QWidget {
    Q_OBJECT

public:
    explicit PageHeader(const QString& title, QWidget* parent = nullptr);

    void setTitle(const QString& title);
    // A second line below the title; empty takes it away.
    void setSubtitle(const QString& subtitle);
    // Words of the way back ("처음으로", "메뉴로"); empty takes it away.
    void setBack(const QString& words, Icon icon = Icon::Back);
    // Adds a small act at the right.
    void addAct(QWidget* act);

Q_SIGNALS:
    void backClicked();

private:
    Button* m_back;
    Label* m_title;
    Label* m_subtitle;
    QBoxLayout* m_acts;
};

} // namespace coffee::ui
