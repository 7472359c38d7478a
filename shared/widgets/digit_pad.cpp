// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/widgets/digit_pad.h"

#include "shared/widgets/paint.h"
#include "shared/widgets/text_block.h"

#include <QBoxLayout>
#include <QEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <vector>

namespace coffee::ui {
namespace {

constexpr int kOpenFieldDigits = 6;

} // namespace

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

void DigitField::setPrompt(const QString& prompt)
{
    m_prompt = prompt;
    updateGeometry();
    update();
}

void DigitField::setInThrees(bool inThrees)
{
    m_inThrees = inThrees;
    updateGeometry();
    update();
}

QString DigitField::shownIn(int box) const
{
    if (m_boxes > 0)
        return m_digits.mid(box, 1);
    QString shown = m_digits;
    if (m_inThrees && shown.size() == kOpenFieldDigits)
        shown.insert(kOpenFieldDigits / 2, QLatin1Char(' '));
    return shown;
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
    constexpr double kHeightOfEm = 1.15; // nothing in it reaches below the line
    // The gap between the threes, and air on both sides.
    const double grouped = m_inThrees ? letters.horizontalAdvance(QLatin1Char(' ')) + digit : 0.0;
    const double open =
        std::max(digit * kOpenFieldDigits + grouped,
                 TextBlock::widthUnwrapped(m_prompt, theme.font(TextRole::Body)) + 1.0);
    const double wide =
        m_boxes > 0 ? digit + 2 * theme.px(Space::Small) : open + 2 * theme.px(Space::Medium);
    return {wide, std::max(height, theme.font(TextRole::Title).pixelSize() * kHeightOfEm)};
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
        if (m_boxes == 0 && m_digits.isEmpty() && !m_prompt.isEmpty()) {
            painter.save();
            painter.setPen(c.inkSecond);
            TextBlock{m_prompt, theme.font(TextRole::Body), room.width()}.draw(painter, room,
                                                                               Qt::AlignCenter);
            painter.restore();
        }
        const QString shown = shownIn(i);
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

void DigitField::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange)
        updateGeometry();
}

void DigitField::mousePressEvent(QMouseEvent*)
{
    Q_EMIT pressed();
}

DigitPad::DigitPad(int digitsMost, QWidget* parent)
    : QWidget{parent}, m_digitsMost{digitsMost}, m_clear{new Button{this}}, m_back{new Button{this}}
{
    setFocusPolicy(Qt::StrongFocus);
    new QVBoxLayout{this};
    for (int digit = 0; digit <= 9; ++digit) {
        auto* key = new Button{QString::number(digit), ButtonKind::Outline, this};
        key->setObjectName(QStringLiteral("digit%1Button").arg(digit));
        key->setTextRole(TextRole::Heading);
        m_keys[static_cast<std::size_t>(digit)] = key;
        connect(key, &QPushButton::clicked, this,
                [this, digit] { type(QLatin1Char(static_cast<char>('0' + digit))); });
    }
    m_clear->setObjectName(QStringLiteral("clearButton"));
    m_clear->setTextRole(TextRole::BodyBold);
    m_back->setObjectName(QStringLiteral("eraseButton"));
    m_back->setTextRole(TextRole::BodyBold);
    m_back->setMark(Icon::Erase);
    m_clear->setMark(Icon::Close);
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

void DigitPad::setShape(Shape shape)
{
    if (shape == m_shape)
        return;
    m_shape = shape;
    arrange();
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
    arrange();
}

int DigitPad::widthLeast(Shape shape) const
{
    // Comfortable for a finger, and wide enough for the words on the keys.
    const Theme& theme = themeOf(*this);
    const int target = theme.metrics().targetPx();
    const int gap = theme.px(mm::kTargetGap);
    const int digit = std::max(target, m_keys.front()->minimumSizeHint().width());
    const int word =
        std::max(m_clear->widthLeast(wordsIn(shape)), m_back->widthLeast(wordsIn(shape)));
    if (shape == Shape::Low)
        return std::max(5 * digit + 4 * gap, 2 * word + gap);
    return 3 * std::max({digit, word, static_cast<int>(target * ratio::kPadToTarget / 3.0)}) +
           2 * gap;
}

int DigitPad::heightIn(Shape shape, int width) const
{
    const int gap = themeOf(*this).px(mm::kTargetGap);
    const auto share = [width, gap](int keys) { return (width - (keys - 1) * gap) / keys; };
    const auto words = [this, shape](int keyWidth) {
        return std::max(m_clear->heightIn(wordsIn(shape), keyWidth),
                        m_back->heightIn(wordsIn(shape), keyWidth));
    };
    if (shape == Shape::Low)
        return 2 * m_keys.front()->heightForWidth(share(5)) + words(share(2)) + 2 * gap;
    const int key = m_keys.front()->heightForWidth(share(3));
    return 3 * key + std::max(key, words(share(3))) + 3 * gap;
}

QSize DigitPad::sizeHint() const
{
    const int width = std::max(widthLeast(m_shape), minimumWidth());
    return {width, heightIn(m_shape, width)};
}

Button::Arrangement DigitPad::wordsIn(Shape shape)
{
    return shape == Shape::Low ? Button::Arrangement::Beside : Button::Arrangement::Above;
}

void DigitPad::arrange()
{
    const bool low = m_shape == Shape::Low;
    for (Button* key : {m_clear, m_back})
        key->setArrangement(wordsIn(m_shape));
    auto* rows = static_cast<QVBoxLayout*>(layout());
    while (QLayoutItem* row = rows->takeAt(0))
        delete row;
    const auto addRow = [this, rows](const std::vector<Button*>& keys) {
        auto* row = new QHBoxLayout;
        row->setSpacing(themeOf(*this).px(mm::kTargetGap));
        for (Button* key : keys)
            row->addWidget(key, 1);
        rows->addLayout(row);
    };
    const auto& k = m_keys;
    if (low) {
        addRow({k[1], k[2], k[3], k[4], k[5]});
        addRow({k[6], k[7], k[8], k[9], k[0]});
        addRow({m_clear, m_back});
    } else {
        addRow({k[1], k[2], k[3]});
        addRow({k[4], k[5], k[6]});
        addRow({k[7], k[8], k[9]});
        addRow({m_clear, k[0], m_back});
    }
    updateGeometry();
}

} // namespace coffee::ui
