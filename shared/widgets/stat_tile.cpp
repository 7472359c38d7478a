// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/widgets/stat_tile.h"

#include <QBoxLayout>

namespace coffee::ui {

StatTile::StatTile(Icon icon, const QString& title, QWidget* parent)
    : Card{parent},
      m_title{new Label{title, TextRole::Body, this}},
      m_value{new Label{TextRole::Title, this}},
      m_note{new Label{TextRole::Body, this}}
{
    auto* head = new QHBoxLayout;
    auto* mark = new IconMark{icon, TextRole::Body, this};
    mark->setMark(icon, Ink::Second);
    m_title->setInk(Ink::Second);
    m_note->setInk(Ink::Second);
    setPadding(Space::Small);
    head->setSpacing(themeOf(*this).px(Space::Tight));
    head->addWidget(mark);
    head->addWidget(m_title, 1);
    body()->setSpacing(themeOf(*this).px(Space::Tight));
    body()->addLayout(head);
    body()->addWidget(m_value);
    body()->addWidget(m_note);
    body()->addStretch(1);
    m_note->hide();
}

void StatTile::setTitle(const QString& title)
{
    m_title->setText(title);
    nameIt();
}

void StatTile::setValue(const QString& value, const QString& note)
{
    m_value->setText(value);
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
    nameIt();
}

void StatTile::nameIt()
{
    setAccessibleName(m_title->text() + QStringLiteral(": ") + m_value->text());
    setAccessibleDescription(m_note->text());
}

HealthTile::HealthTile(Icon program, const QString& name, QWidget* parent)
    : Card{parent},
      m_name{new Label{name, TextRole::BodyBold, this}},
      m_mark{new IconMark{Icon::Done, TextRole::Body, this}},
      m_words{new Label{TextRole::BodyBold, this}},
      m_details{new Label{TextRole::Body, this}}
{
    auto* head = new QHBoxLayout;
    head->setSpacing(themeOf(*this).px(Space::Tight));
    head->addWidget(new IconMark{program, TextRole::BodyBold, this});
    head->addWidget(m_name, 1);
    head->addWidget(m_mark);
    head->addWidget(m_words);
    setPadding(Space::Small);
    m_details->setInk(Ink::Second);
    body()->setSpacing(themeOf(*this).px(Space::Tight));
    body()->addLayout(head);
    body()->addWidget(m_details);
    body()->addStretch(1);
}

void HealthTile::setName(const QString& name)
{
    m_name->setText(name);
    setAccessibleName(m_name->text() + QStringLiteral(": ") + m_words->text());
}

void HealthTile::setHealth(Health health, const QString& words, const QString& details)
{
    switch (health) {
    case Health::Good:
        setLook(Look::Plain);
        m_mark->setMark(Icon::Done, Ink::Accent);
        m_words->setInk(Ink::Accent);
        break;
    case Health::Late:
        setLook(Look::Warning);
        m_mark->setMark(Icon::Alert, Ink::Warning);
        m_words->setInk(Ink::Warning);
        break;
    case Health::Gone:
        setLook(Look::Error);
        m_mark->setMark(Icon::Error, Ink::Error);
        m_words->setInk(Ink::Error);
        break;
    }
    m_words->setText(words);
    m_details->setText(details);
    m_details->setVisible(!details.isEmpty());
    setAccessibleName(m_name->text() + QStringLiteral(": ") + words);
    setAccessibleDescription(details);
}

} // namespace coffee::ui
