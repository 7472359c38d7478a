// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/widgets/page_header.h"

#include "shared/widgets/button.h"
#include "shared/widgets/label.h"

#include <QBoxLayout>

namespace coffee::ui {

PageHeader::PageHeader(const QString& title, QWidget* parent)
    : QWidget{parent},
      m_back{new Button{this}},
      m_title{new Label{title, TextRole::Title, this}},
      m_subtitle{new Label{TextRole::Body, this}},
      m_acts{new QHBoxLayout}
{
    m_back->setObjectName(QStringLiteral("backButton"));
    m_back->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Minimum);
    m_back->hide();
    m_title->setObjectName(QStringLiteral("pageTitle"));
    m_subtitle->setInk(Ink::Second);
    m_subtitle->hide();
    auto* row = new QHBoxLayout{this};
    row->setSpacing(themeOf(*this).px(Space::Medium));
    auto* words = new QVBoxLayout;
    words->setSpacing(0);
    words->addStretch(1);
    words->addWidget(m_title);
    words->addWidget(m_subtitle);
    words->addStretch(1);
    row->addWidget(m_back, 0, Qt::AlignVCenter);
    row->addLayout(words, 1);
    row->addLayout(m_acts);
    connect(m_back, &QPushButton::clicked, this, &PageHeader::backClicked);
    setAccessibleName(title);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
}

void PageHeader::setTitle(const QString& title)
{
    m_title->setText(title);
    setAccessibleName(title);
}

void PageHeader::setSubtitle(const QString& subtitle)
{
    m_subtitle->setText(subtitle);
    m_subtitle->setVisible(!subtitle.isEmpty());
}

void PageHeader::setBack(const QString& words, Icon icon)
{
    m_back->setText(words);
    m_back->setMark(icon);
    m_back->setVisible(!words.isEmpty());
}

void PageHeader::addAct(QWidget* act)
{
    m_acts->addWidget(act);
}

} // namespace coffee::ui
