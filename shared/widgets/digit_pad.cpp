// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/widgets/digit_pad.h"

#include "shared/widgets/button.h"
#include "shared/widgets/paint.h"

#include <QEvent>
#include <QGridLayout>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace coffee::ui {

DigitField::DigitField(int boxes, Show show, QWidget* parent)
    : QWidget{parent}, m_boxes{boxes}, m_show{show}, m_secret{show == Show::Dots}
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void DigitField::setDigits(const QString& digits)
{
    m_digits = digits;
    setAccessibleDescription(m_secret ? QString::number(digits.size()) : digits);
    update();
}

void DigitField::setSecret(bool secret)
{
    m_secret = secret;
    setDigits(m_digits);
}

void DigitField::setActive(bool active)
{
    m_active = active;
    update();
}

void DigitField::setTakesKeys(bool takesKeys)
{
    m_takesKeys = takesKeys;
    update();
}

QSizeF DigitField::boxSize() const
{
    const Theme& theme = themeOf(*this);
    const double height = theme.metrics().targetPx();
    const QFontMetricsF letters{theme.font(TextRole::Title)};
    const double digit = letters.horizontalAdvance(QLatin1Char('0'));
    constexpr int kOpenFieldDigits = 5;
    const double wide = m_boxes > 0 ? digit + 2 * theme.px(Space::Small)
                                    : digit * kOpenFieldDigits + 2 * theme.px(Space::Medium);
    return {wide, std::max(height, letters.height())};
}

QSize DigitField::sizeHint() const
{
    const Theme& theme = themeOf(*this);
    const QSizeF box = boxSize();
    const int count = std::max(1, m_boxes);
    const double width = box.width() * count + theme.px(Space::Tight) * (count - 1);
    return QSizeF{width, box.height()}.toSize();
}

QSize DigitField::minimumSizeHint() const
{
    return sizeHint();
}

void DigitField::paintEvent(QPaintEvent*)
{
    const Theme& theme = themeOf(*this);
    const Colours& c = theme.colours();
    QPainter painter{this};
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(theme.font(TextRole::Title));
    const QSizeF box = boxSize();
    const double radius = theme.px(mm::kRadiusControl);
    const int count = std::max(1, m_boxes);
    for (int i = 0; i < count; ++i) {
        const QRectF room{QPointF{i * (box.width() + theme.px(Space::Tight)), 0.0}, box};
        const bool next =
            m_active && (m_boxes == 0 || i == std::min<qsizetype>(m_digits.size(), m_boxes - 1));
        paintPlate(painter, room, radius, c.surface, next ? c.accent : c.border,
                   theme.metrics().exactPx(next ? mm::kBorderSelected : mm::kBorder));
        const QString shown = m_boxes == 0 ? m_digits : m_digits.mid(i, 1);
        if (shown.isEmpty())
            continue;
        painter.setPen(c.ink);
        if (m_show == Show::Digits) {
            painter.drawText(room, Qt::AlignCenter, shown);
        } else {
            const double dot = theme.px(Space::Small);
            paintPlate(painter,
                       QRectF{room.center().x() - dot / 2, room.center().y() - dot / 2, dot, dot},
                       dot, c.ink);
        }
    }
    if (m_takesKeys && window()->testAttribute(Qt::WA_KeyboardFocusChange))
        paintFocus(painter, QRectF{rect()}, radius, theme);
}

void DigitField::mousePressEvent(QMouseEvent*)
{
    Q_EMIT pressed();
}

DigitPad::DigitPad(int digitsMost, QWidget* parent)
    : QWidget{parent}, m_digitsMost{digitsMost}, m_clear{new Button{this}}, m_back{new Button{this}}
{
    setFocusPolicy(Qt::StrongFocus);
    auto* grid = new QGridLayout{this};
    for (int digit = 0; digit <= 9; ++digit) {
        auto* key = new Button{QString::number(digit), ButtonKind::Outline, this};
        key->setObjectName(QStringLiteral("digit%1Button").arg(digit));
        key->setTextRole(TextRole::Heading);
        const int place = digit == 0 ? 10 : digit - 1;
        grid->addWidget(key, place / 3, place % 3);
        m_keys[static_cast<std::size_t>(digit)] = key;
        connect(key, &QPushButton::clicked, this,
                [this, digit] { type(QLatin1Char(static_cast<char>('0' + digit))); });
    }
    m_clear->setObjectName(QStringLiteral("clearButton"));
    m_clear->setTextRole(TextRole::BodyBold);
    m_back->setObjectName(QStringLiteral("eraseButton"));
    m_back->setTextRole(TextRole::BodyBold);
    m_back->setMark(Icon::Erase);
    m_back->setArrangement(Button::Arrangement::Above);
    m_clear->setMark(Icon::Close);
    m_clear->setArrangement(Button::Arrangement::Above);
    grid->addWidget(m_clear, 3, 0);
    grid->addWidget(m_back, 3, 2);
    for (int column = 0; column < 3; ++column)
        grid->setColumnStretch(column, 1);
    // The columns decide the width, not the words: those wrap.
    for (Button* key : findChildren<Button*>(QString{}, Qt::FindDirectChildrenOnly)) {
        QSizePolicy policy = key->sizePolicy();
        policy.setHorizontalPolicy(QSizePolicy::Ignored);
        key->setSizePolicy(policy);
    }
    connect(m_clear, &QPushButton::clicked, this, &DigitPad::clear);
    connect(m_back, &QPushButton::clicked, this, &DigitPad::eraseOne);
    nameKeys();
}

void DigitPad::setDigits(const QString& digits, int digitsMost)
{
    m_digits = digits.left(digitsMost);
    m_digitsMost = digitsMost;
}

void DigitPad::clear()
{
    if (m_digits.isEmpty())
        return;
    m_digits.clear();
    Q_EMIT digitsChanged(m_digits);
}

void DigitPad::eraseOne()
{
    if (m_digits.isEmpty())
        return;
    m_digits.chop(1);
    Q_EMIT digitsChanged(m_digits);
}

void DigitPad::type(QChar digit)
{
    if (m_digits.size() >= m_digitsMost)
        return;
    m_digits += digit;
    Q_EMIT digitsChanged(m_digits);
    if (m_digits.size() == m_digitsMost)
        Q_EMIT completed(m_digits);
}

bool DigitPad::takeKey(int key)
{
    if (!isEnabled())
        return false;
    if (key >= Qt::Key_0 && key <= Qt::Key_9) {
        type(QLatin1Char(static_cast<char>('0' + (key - Qt::Key_0))));
        return true;
    }
    if (key == Qt::Key_Backspace) {
        eraseOne();
        return true;
    }
    if (key == Qt::Key_Delete) {
        clear();
        return true;
    }
    return false;
}

void DigitPad::keyPressEvent(QKeyEvent* event)
{
    if (!takeKey(event->key()))
        QWidget::keyPressEvent(event);
}

void DigitPad::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::StyleChange)
        nameKeys();
}

void DigitPad::nameKeys()
{
    m_clear->setText(tr("모두 지우기"));
    m_back->setText(tr("한 칸 지우기"));
    setAccessibleName(tr("숫자판"));
    // Three equal columns, comfortable for a finger and wide enough for the words on the keys.
    auto* grid = static_cast<QGridLayout*>(layout());
    const double pad = themeOf(*this).metrics().targetPx() * ratio::kPadToTarget;
    const int widest = std::max({m_clear->minimumSizeHint().width(),
                                 m_back->minimumSizeHint().width(), static_cast<int>(pad / 3.0)});
    for (int column = 0; column < 3; ++column)
        grid->setColumnMinimumWidth(column, widest);
    for (Button* key : {m_clear, m_back})
        key->setMinimumHeight(key->heightForWidth(widest));
}

} // namespace coffee::ui
