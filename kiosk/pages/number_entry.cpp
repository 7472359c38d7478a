// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/pages/number_entry.h"

#include "kiosk/model/my_order.h"
#include "kiosk/pages/page.h"
#include "shared/widgets/theme.h"

#include <QBoxLayout>
#include <QEvent>

#include <algorithm>

namespace coffee::kiosk {

using Shape = ui::DigitPad::Shape;

namespace {

/// Of the page's width, while it stands below the words.
constexpr double kPadShare = 0.67;
/// Wider, and the thumb wanders.
constexpr double kPadMostMm = 260.0;

} // namespace

NumberEntry::NumberEntry(QWidget* parent)
    : QWidget{parent},
      m_halves{new QBoxLayout{QBoxLayout::TopToBottom, this}},
      m_words{new QVBoxLayout},
      m_numberField{new ui::DigitField{0, ui::DigitField::Show::Digits}},
      m_codeField{new ui::DigitField{MyOrder::kCodeDigits, ui::DigitField::Show::Digits}},
      m_pad{new ui::DigitPad{MyOrder::kParkCodeDigits}}
{
    const int gap = ui::themeOf(*this).px(ui::Space::Medium);
    m_numberField->setObjectName(QStringLiteral("numberField"));
    m_codeField->setObjectName(QStringLiteral("codeField"));
    m_numberField->setInThrees(true);
    m_codeField->setSecret(true);
    m_pad->setObjectName(QStringLiteral("digitPad"));
    m_words->setSpacing(gap);
    auto* asked = new QVBoxLayout;
    asked->setSpacing(gap);
    asked->addStretch(1);
    asked->addLayout(m_words);
    asked->addWidget(m_numberField, 0, Qt::AlignHCenter);
    asked->addWidget(m_codeField, 0, Qt::AlignHCenter);
    asked->addStretch(1);
    m_halves->setContentsMargins(0, 0, 0, 0);
    m_halves->setSpacing(gap);
    m_halves->addLayout(asked, 1);
    m_halves->addWidget(m_pad, 1, Qt::AlignCenter);
    connect(m_pad, &ui::DigitPad::digitsChanged, this, [this] {
        showDigits();
        Q_EMIT digitsChanged();
    });
    connect(m_pad, &ui::DigitPad::completed, this, [this] {
        if (m_asks == Asks::ClaimCode)
            Q_EMIT completed();
    });
    m_pad->installEventFilter(this);
    ask(Asks::Nothing);
}

void NumberEntry::ask(Asks asks)
{
    m_asks = asks;
    m_pad->setDigits({}, asks == Asks::ClaimCode ? MyOrder::kCodeDigits : MyOrder::kParkCodeDigits);
    m_pad->setVisible(asks != Asks::Nothing);
    m_numberField->setVisible(asks == Asks::OrderOrBasket);
    m_codeField->setVisible(asks == Asks::ClaimCode);
    showDigits();
}

void NumberEntry::takeFocus()
{
    m_pad->setFocus();
}

void NumberEntry::refresh()
{
    m_numberField->setAccessibleName(tr("주문 번호"));
    m_numberField->setPrompt(tr("번호를 눌러 주세요"));
    m_codeField->setAccessibleName(tr("취소·조회 번호"));
}

void NumberEntry::setWide(bool wide)
{
    m_halves->setDirection(wide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

bool NumberEntry::isBeside() const
{
    return m_asks != Asks::Nothing && m_halves->direction() == QBoxLayout::LeftToRight;
}

int NumberEntry::padWidth(Shape shape, int width) const
{
    const int room = isBeside() ? (width - m_halves->spacing()) / 2 : width;
    const int wanted =
        shape == Shape::Low || isBeside() ? room : static_cast<int>(room * kPadShare);
    return std::min(std::max(wanted, m_pad->widthLeast(shape)), ui::themeOf(*this).px(kPadMostMm));
}

int NumberEntry::heightWith(Shape shape, int width) const
{
    const int pad = m_asks == Asks::Nothing ? 0 : m_pad->heightIn(shape, padWidth(shape, width));
    const auto* asked = static_cast<QBoxLayout*>(m_halves->itemAt(0)->layout());
    if (isBeside())
        return std::max(pad, heightOf(*asked, (width - m_halves->spacing()) / 2));
    return heightOf(*asked, width) + (pad > 0 ? m_halves->spacing() + pad : 0);
}

int NumberEntry::heightLeast(int width) const
{
    return std::min(heightWith(Shape::Tall, width), heightWith(Shape::Low, width));
}

int NumberEntry::heightWanted(int width) const
{
    return heightWith(Shape::Tall, width);
}

void NumberEntry::setRoom(int height, int width)
{
    // Where the words on its keys would wrap, the tall one is no longer the pleasing one.
    const bool wraps = m_pad->heightIn(Shape::Tall, padWidth(Shape::Tall, width)) >
                       m_pad->heightIn(Shape::Tall, QWIDGETSIZE_MAX);
    const Shape shape =
        !wraps && heightWith(Shape::Tall, width) <= height ? Shape::Tall : Shape::Low;
    m_pad->setShape(shape);
    m_pad->setFixedWidth(padWidth(shape, width));
}

bool NumberEntry::isBasketCode() const
{
    return m_asks == Asks::OrderOrBasket && digits().size() == MyOrder::kParkCodeDigits;
}

int NumberEntry::digitsLeast() const
{
    return m_asks == Asks::ClaimCode ? MyOrder::kCodeDigits : MyOrder::kNumberDigitsLeast;
}

bool NumberEntry::isComplete() const
{
    return digits().size() >= digitsLeast();
}

QString NumberEntry::nothingTypedWords() const
{
    return m_asks == Asks::ClaimCode ? tr("숫자 네 자리를 눌러 주세요.")
                                     : tr("번호를 먼저 눌러 주세요.");
}

QString NumberEntry::missingWords() const
{
    if (isComplete())
        return {};
    if (digits().isEmpty())
        return nothingTypedWords();
    const int missing = digitsLeast() - static_cast<int>(digits().size());
    return tr("%n자리 더 눌러 주세요.", nullptr, missing);
}

bool NumberEntry::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_pad && (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut))
        for (ui::DigitField* field : {m_numberField, m_codeField})
            field->setTakesKeys(event->type() == QEvent::FocusIn);
    return QWidget::eventFilter(watched, event);
}

bool NumberEntry::takeKey(int key)
{
    return m_asks != Asks::Nothing && m_pad->takeKey(key);
}

void NumberEntry::showDigits()
{
    m_numberField->setDigits(digits());
    m_codeField->setDigits(digits());
}

} // namespace coffee::kiosk
