// SPDX-License-Identifier: GPL-3.0-or-later
#include "barista_station/manager/act_sheet.h"

#include "shared/widgets/label.h"

#include <QBoxLayout>
#include <QEvent>

namespace coffee::station {

using namespace coffee::ui;

ActSheet::ActSheet(const QString& name, QWidget* host)
    : Sheet{host},
      m_error{new Label{TextRole::BodyBold, this}},
      m_close{new Button{QString{}, ButtonKind::Outline, this}},
      m_confirm{new Button{QString{}, ButtonKind::Filled, this}}
{
    setObjectName(name + QStringLiteral("Sheet"));
    m_error->setObjectName(name + QStringLiteral("Error"));
    m_close->setObjectName(name + QStringLiteral("Close"));
    m_confirm->setObjectName(name + QStringLiteral("Confirm"));
    m_error->setInk(Ink::Error);
    m_error->hide();
    addButton(m_close);
    addButton(m_confirm);
    connect(m_close, &QPushButton::clicked, this, [this] { closeSheet(); });
}

void ActSheet::closeContent()
{
    content()->addWidget(m_error);
    content()->addStretch(1);
}

void ActSheet::setWords()
{
    m_close->setText(tr("닫기"));
}

void ActSheet::openReady()
{
    m_error->hide();
    setBusy(false);
    openSheet();
}

void ActSheet::setBusy(bool busy)
{
    m_confirm->setBusy(busy ? tr("보내는 중") : QString{});
}

void ActSheet::showError(const QString& words)
{
    m_error->setText(words);
    m_error->setVisible(!words.isEmpty());
    setBusy(false);
}

void ActSheet::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        setWords();
    Sheet::changeEvent(event);
}

} // namespace coffee::station
