// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/widgets/stepper.h"

#include "shared/widgets/button.h"
#include "shared/widgets/label.h"

#include <QBoxLayout>
#include <QEvent>
#include <QKeyEvent>

#include <algorithm>

namespace coffee::ui {

Stepper::Stepper(const QString& subject, QWidget* parent)
    : QWidget{parent},
      m_subject{subject},
      m_minus{new Button{this}},
      m_number{new Label{TextRole::Button, this}},
      m_plus{new Button{this}}
{
    m_minus->setObjectName(QStringLiteral("minusButton"));
    m_minus->setMark(Icon::Minus);
    m_minus->setArrangement(Button::Arrangement::IconOnly);
    m_plus->setObjectName(QStringLiteral("plusButton"));
    m_plus->setMark(Icon::Plus);
    m_plus->setArrangement(Button::Arrangement::IconOnly);
    for (Button* button : {m_minus, m_plus}) {
        button->setAutoRepeat(false);
        button->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    }
    m_number->setObjectName(QStringLiteral("countLabel"));
    m_number->setAlignment(Qt::AlignCenter);

    auto* row = new QHBoxLayout{this};
    row->addWidget(m_minus);
    row->addWidget(m_number);
    row->addWidget(m_plus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(m_minus, &QPushButton::clicked, this, [this] { step(-1); });
    connect(m_plus, &QPushButton::clicked, this, [this] { step(+1); });
    nameParts();
    showCount();
}

void Stepper::setSubject(const QString& subject)
{
    m_subject = subject;
    nameParts();
}

void Stepper::setRange(int least, int most)
{
    m_least = least;
    m_most = std::max(least, most);
    setCount(m_count);
}

void Stepper::setCount(int count)
{
    m_count = std::clamp(count, m_least, m_most);
    showCount();
}

void Stepper::step(int by)
{
    const int wanted = std::clamp(m_count + by, m_least, m_most);
    if (wanted == m_count)
        return;
    m_count = wanted;
    showCount();
    Q_EMIT countChanged(m_count);
}

void Stepper::showCount()
{
    m_number->setText(QString::number(m_count));
    m_number->setMinimumWidth(
        m_number->fontMetrics().horizontalAdvance(QString::number(m_most * 10 + 9)));
    // A button that switches itself off must not drop the focus on the floor.
    if (m_count <= m_least && m_minus->hasFocus())
        m_plus->setFocus();
    if (m_count >= m_most && m_plus->hasFocus())
        m_minus->setFocus();
    m_minus->setEnabled(m_count > m_least);
    m_plus->setEnabled(m_count < m_most);
    setAccessibleDescription(QString::number(m_count));
}

void Stepper::nameParts()
{
    setAccessibleName(m_subject);
    m_minus->setAccessibleName(tr("%1 하나 빼기").arg(m_subject));
    m_plus->setAccessibleName(tr("%1 하나 더하기").arg(m_subject));
    m_number->setAccessibleDescription(tr("%1 수량").arg(m_subject));
}

void Stepper::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        nameParts();
    QWidget::changeEvent(event);
}

void Stepper::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Minus:
        step(-1);
        return;
    case Qt::Key_Right:
    case Qt::Key_Plus:
        step(+1);
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

} // namespace coffee::ui
