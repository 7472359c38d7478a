// SPDX-License-Identifier: GPL-3.0-or-later
#include "barista_station/manager/needs_panel.h"

#include "barista_station/manager/need_words.h"

#include "barista_station/pages/station_texts.h"

#include "shared/widgets/button.h"
#include "shared/widgets/card.h"
#include "shared/widgets/layouts.h"
#include "shared/widgets/texts.h"

#include <QBoxLayout>
#include <QEvent>

namespace coffee::station {

using namespace coffee::ui;

namespace {

/// Narrower than this, what stands beside the words goes below them.
constexpr double kFoldMm = 230.0;

} // namespace

NeedsPanel::NeedsPanel(QWidget* parent)
    : QWidget{parent},
      m_title{new Label{TextRole::Heading, this}},
      m_allWell{new Card{this}},
      m_allWellWords{new Label{TextRole::Heading, m_allWell}}
{
    setObjectName(QStringLiteral("needsPanel"));
    const Theme& theme = themeOf(*this);
    m_allWell->setObjectName(QStringLiteral("allWell"));
    m_allWell->setLook(Card::Look::Tinted);
    auto* mark = new IconMark{Icon::Done, TextRole::Heading, m_allWell};
    mark->setMark(Icon::Done, Ink::Accent);
    auto* calm = new QHBoxLayout;
    calm->addWidget(mark);
    calm->addWidget(m_allWellWords, 1);
    m_allWell->body()->addLayout(calm);

    m_rows = new QVBoxLayout;
    m_rows->setSpacing(theme.px(Space::Tight));
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme.px(Space::Tight));
    column->addWidget(m_title);
    column->addWidget(m_allWell);
    column->addLayout(m_rows);
    rebuild();
}

void NeedsPanel::setNeeds(const std::vector<Need>& needs, ShopTime now)
{
    m_now = now;
    if (needs == m_needs) {
        showAges();
        return;
    }
    m_needs = needs;
    rebuild();
}

void NeedsPanel::rebuild()
{
    const std::optional<Need> before = focused();
    m_actions.clear();
    m_ages.clear();
    m_foldable.clear();
    clearLayout(*m_rows);
    m_title->setText(m_needs.empty()
                         ? tr("지금 확인할 일")
                         : tr("지금 확인할 일 %n건", nullptr, static_cast<int>(m_needs.size())));
    m_allWellWords->setText(tr("모두 정상"));
    m_allWell->setAccessibleName(tr("모두 정상"));
    m_allWell->setVisible(m_needs.empty());
    int place = 0;
    for (const Need& need : m_needs) {
        const NeedWords words = needWords(need);
        auto* card = new Card;
        card->setObjectName(QStringLiteral("need_%1").arg(place));
        card->setAccessibleName(QStringLiteral("%1. %2").arg(words.title, words.meaning));
        card->setLook(words.urgent ? Card::Look::Error : Card::Look::Warning);
        card->setPadding(Space::Small);
        const Ink ink = words.urgent ? Ink::Error : Ink::Warning;
        auto* mark = new IconMark{words.icon, TextRole::Heading, card};
        mark->setMark(words.icon, ink);
        auto* title = new Label{words.title, TextRole::Button, card};
        title->setInk(ink);
        auto* age = new Label{TextRole::BodyBold, card};
        auto* meaning = new Label{words.meaning, TextRole::Body, card};
        m_ages.push_back(age);
        auto* head = new QHBoxLayout;
        head->setSpacing(themeOf(*this).px(Space::Small));
        head->addWidget(title, 1);
        head->addWidget(age);
        auto* text = new QVBoxLayout;
        text->setSpacing(0);
        text->addLayout(head);
        text->addWidget(meaning);
        auto* body = new QHBoxLayout;
        body->setSpacing(themeOf(*this).px(Space::Small));
        body->addLayout(text, 1);
        auto* row = new QHBoxLayout;
        row->addWidget(mark, 0, Qt::AlignTop);
        row->addLayout(body, 1);
        m_foldable.push_back(head);
        m_foldable.push_back(body);
        if (!words.action.isEmpty()) {
            auto* button = new Button{words.action, ButtonKind::Outline, card};
            button->setObjectName(QStringLiteral("needAction_%1").arg(place));
            button->setAccessibleName(QStringLiteral("%1: %2").arg(words.title, words.action));
            connect(button, &QPushButton::clicked, this,
                    [this, need] { Q_EMIT actionClicked(need); });
            body->addWidget(button, 0, Qt::AlignVCenter);
            m_actions.emplace_back(need, button);
        }
        card->body()->addLayout(row);
        m_rows->addWidget(card);
        ++place;
    }
    arrange();
    showAges();
    // Who works by keyboard stays at the need they had come to.
    for (const auto& [need, button] : m_actions)
        if (before && isSameNeed(need, *before))
            button->setFocus(Qt::OtherFocusReason);
}

std::optional<Need> NeedsPanel::focused() const
{
    for (const auto& [need, button] : m_actions)
        if (button->hasFocus())
            return need;
    return std::nullopt;
}

void NeedsPanel::showAges()
{
    for (std::size_t place = 0; place < m_ages.size(); ++place) {
        const ShopTime since = m_needs[place].since;
        if (since == ShopTime{}) {
            m_ages[place]->setText(tr("언제부터인지 몰라요"));
            continue;
        }
        const auto age =
            std::chrono::duration_cast<std::chrono::seconds>(std::max(m_now, since) - since);
        m_ages[place]->setText(
            tr("%1부터 · %2째").arg(ui::texts::timeOfDay(since), texts::duration(age)));
    }
}

void NeedsPanel::arrange()
{
    const bool isNarrow = width() < themeOf(*this).px(kFoldMm);
    for (QBoxLayout* box : m_foldable)
        box->setDirection(isNarrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    for (Label* age : m_ages)
        age->setAlignment((isNarrow ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
}

void NeedsPanel::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void NeedsPanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        rebuild();
    QWidget::changeEvent(event);
}

} // namespace coffee::station
