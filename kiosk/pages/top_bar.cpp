// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/pages/top_bar.h"

#include "shared/widgets/button.h"
#include "shared/widgets/texts.h"

#include <QEvent>
#include <QGridLayout>

#include <algorithm>

namespace coffee::kiosk {

using ui::Button;
using ui::ButtonKind;
using ui::Icon;
using ui::Language;
using ui::Space;

namespace {

constexpr int kActs = 4;

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
    : QWidget{parent},
      m_rows{new QGridLayout{this}},
      m_home{smallAct("homeButton", Icon::Home, this)},
      m_language{smallAct("languageButton", Icon::Language, this)},
      m_display{smallAct("displayButton", Icon::TextSize, this)},
      m_help{smallAct("helpButton", Icon::Bell, this)}
{
    const int side = ui::themeOf(*this).px(Space::Medium);
    const int edge = ui::themeOf(*this).px(Space::Tight);
    m_rows->setContentsMargins(side, edge, side, edge);
    m_rows->setSpacing(ui::themeOf(*this).px(ui::mm::kTargetGap));

    connect(m_home, &QPushButton::clicked, this, &TopBar::homeClicked);
    connect(m_language, &QPushButton::clicked, this,
            [this] { Q_EMIT languageClicked(other(ui::texts::language())); });
    connect(m_display, &QPushButton::clicked, this, &TopBar::displayClicked);
    connect(m_help, &QPushButton::clicked, this, &TopBar::helpClicked);
    refresh();
}

void TopBar::setHomeOffered(bool offered)
{
    m_home->setVisible(offered);
    arrange();
}

bool TopBar::isHomeOffered() const
{
    return !m_home->isHidden();
}

void TopBar::setHelpState(HelpState state)
{
    m_helpState = state;
    m_help->setEnabled(state != HelpState::Calling);
    refresh();
}

QString TopBar::helpWords() const
{
    switch (m_helpState) {
    case HelpState::None:
        return tr("직원 호출");
    case HelpState::Calling:
        return tr("부르는 중");
    case HelpState::Called:
        return tr("호출됨");
    }
    return {};
}

void TopBar::refresh()
{
    m_home->setText(tr("처음으로"));
    const Language offered = other(ui::texts::language());
    m_language->setText(ui::languageName(offered));
    m_language->setAccessibleName(tr("화면 언어 바꾸기: %1").arg(ui::languageName(offered)));
    m_display->setText(tr("화면 설정"));
    m_help->setText(helpWords());
    m_help->setMark(m_helpState == HelpState::Called ? Icon::Check : Icon::Bell);
    m_help->setKind(m_helpState == HelpState::Called ? ButtonKind::Outline : ButtonKind::Quiet);
}

void TopBar::arrange()
{
    const QMargins around = m_rows->contentsMargins();
    std::vector<Button*> shown;
    int widest = 0;
    for (Button* button : {m_home, m_language, m_display, m_help}) {
        if (button->isHidden())
            continue;
        widest = std::max(widest, button->sizeHint().width());
        shown.push_back(button);
    }
    // One row of equal shares, also when 처음으로 is away, or two.
    const auto count = static_cast<int>(shown.size());
    const int room = width() - around.left() - around.right() - (count - 1) * m_rows->spacing();
    const int columns = count * widest <= room ? count : 2;
    if (shown == m_placed && columns == m_columns)
        return;
    m_placed = shown;
    m_columns = columns;
    for (int column = 0; column < kActs; ++column)
        m_rows->setColumnStretch(column, 0);
    // An odd one stands alone in the first row.
    int place = columns == 2 && count % 2 == 1 ? 1 : 0;
    for (Button* button : shown) {
        const bool alone = place == 1 && button == shown.front();
        m_rows->addWidget(button, place / columns, alone ? 0 : place % columns, 1, alone ? 2 : 1);
        m_rows->setColumnStretch(place % columns, 1);
        ++place;
    }
}

QSize TopBar::minimumSizeHint() const
{
    // As narrow as one button: the rows make room for themselves, the window must not grow.
    const QMargins around = m_rows->contentsMargins();
    int widest = 0;
    for (const Button* button : {m_home, m_language, m_display, m_help})
        widest = std::max(widest, button->minimumSizeHint().width());
    return {widest + around.left() + around.right(), m_rows->minimumSize().height()};
}

void TopBar::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrange();
}

bool TopBar::event(QEvent* event)
{
    const bool done = QWidget::event(event);
    if (event->type() == QEvent::LayoutRequest)
        arrange();
    return done;
}

void TopBar::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        refresh();
}

} // namespace coffee::kiosk
