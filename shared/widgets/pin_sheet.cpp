// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/widgets/pin_sheet.h"

#include "shared/widgets/digit_pad.h"
#include "shared/widgets/label.h"

#include <QBoxLayout>
#include <QKeyEvent>

namespace coffee::ui {

PinSheet::PinSheet(QWidget* host)
    : Sheet{host},
      m_purpose{new Label{TextRole::Body}},
      m_message{new Label{TextRole::BodyBold}},
      m_field{new DigitField{kPinDigits, DigitField::Show::Dots}},
      m_pad{new DigitPad{kPinDigits}},
      m_cancel{new Button{tr("돌아가기")}}
{
    m_pad->setObjectName(QStringLiteral("pinPad"));
    m_field->setObjectName(QStringLiteral("pinField"));
    m_cancel->setObjectName(QStringLiteral("cancelButton"));
    m_message->setObjectName(QStringLiteral("pinMessage"));
    m_message->setAlignment(Qt::AlignCenter);
    content()->addWidget(m_purpose);
    content()->addWidget(m_field, 0, Qt::AlignHCenter);
    content()->addWidget(m_message);
    content()->addWidget(m_pad, 0, Qt::AlignHCenter);
    addButton(m_cancel);
    setFirstFocus(m_pad);
    connect(m_pad, &DigitPad::digitsChanged, this, [this](const QString& digits) {
        m_field->setDigits(digits);
        m_message->clear();
    });
    connect(m_pad, &DigitPad::completed, this, &PinSheet::pinEntered);
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        closeSheet();
        Q_EMIT dismissed();
    });
}

void PinSheet::ask(const QString& title, const QString& purpose)
{
    setTitle(title);
    m_purpose->setText(purpose);
    m_purpose->setVisible(!purpose.isEmpty());
    m_message->clear();
    m_pad->clear();
    m_field->setDigits({});
    m_field->setAccessibleName(tr("매장 비밀번호"));
    m_pad->setEnabled(true);
    m_cancel->setText(tr("돌아가기"));
    openSheet();
}

void PinSheet::setBusy(const QString& words)
{
    m_message->setInk(Ink::Second);
    m_message->setText(words);
    m_pad->setEnabled(words.isEmpty());
}

void PinSheet::showError(const QString& words)
{
    m_pad->setEnabled(true);
    m_pad->clear();
    m_field->setDigits({});
    m_message->setInk(Ink::Error);
    m_message->setText(words);
    m_pad->setFocus();
}

void PinSheet::keyPressEvent(QKeyEvent* event)
{
    if (m_pad->takeKey(event->key()))
        event->accept();
    else
        Sheet::keyPressEvent(event);
}

void PinSheet::hideEvent(QHideEvent* event)
{
    m_pad->setDigits({}, kPinDigits);
    m_field->setDigits({});
    Sheet::hideEvent(event);
}

void PinSheet::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange && m_cancel)
        m_cancel->setText(tr("돌아가기"));
    Sheet::changeEvent(event);
}

} // namespace coffee::ui
