// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/pages/top_bar.h"

#include "shared/widgets/button.h"
#include "shared/widgets/column_layout.h"
#include "shared/widgets/texts.h"

#include <QEvent>
#include <QVBoxLayout>

namespace coffee::kiosk {

using ui::Button;
using ui::ButtonKind;
using ui::Icon;
using ui::Language;
using ui::Space;

namespace {

Button* smallAct(const char* name, Icon icon, QWidget* parent)
{
    auto* button = new Button{QString{}, ButtonKind::Quiet, parent};
    button->setObjectName(QLatin1StringView{name});
    button->setMark(icon);
    button->setTextRole(ui::TextRole::Body);
    return button;
}

Language other(Language language)
{
    return language == Language::Korean ? Language::English : Language::Korean;
}

} // namespace

TopBar::TopBar(QWidget* parent)
    : QWidget{parent}, m_home{smallAct("homeButton", Icon::Home, this)},
      m_language{smallAct("languageButton", Icon::Language, this)},
      m_textSize{smallAct("textSizeButton", Icon::TextSize, this)},
      m_help{smallAct("helpButton", Icon::Bell, this)}
{
    const int side = ui::themeOf(*this).px(Space::Medium);
    const int edge = ui::themeOf(*this).px(Space::Tight);
    auto* columns = new ui::ColumnLayout{this};
    columns->setContentsMargins(side, edge, side, edge);
    for (Button* button : {m_home, m_language, m_textSize, m_help})
        columns->addWidget(button);

    connect(m_home, &QPushButton::clicked, this, &TopBar::homeClicked);
    connect(m_language, &QPushButton::clicked, this,
            [this] { Q_EMIT languageClicked(other(ui::texts::language())); });
    connect(m_textSize, &QPushButton::clicked, this, &TopBar::textSizeClicked);
    connect(m_help, &QPushButton::clicked, this, &TopBar::helpClicked);
    refresh();
}

void TopBar::setHomeOffered(bool offered)
{
    m_home->setVisible(offered);
}

void TopBar::setCallingStaff(bool calling)
{
    m_calling = calling;
    m_help->setEnabled(!calling);
    refresh();
}

void TopBar::refresh()
{
    m_home->setText(tr("처음으로"));
    const Language offered = other(ui::texts::language());
    m_language->setText(ui::languageName(offered));
    m_language->setAccessibleName(tr("화면 언어를 %1(으)로 바꾸기").arg(ui::languageName(offered)));
    m_textSize->setText(tr("글자 크기"));
    m_help->setText(m_calling ? tr("부르는 중") : tr("직원 호출"));
}

void TopBar::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        refresh();
}

} // namespace coffee::kiosk
