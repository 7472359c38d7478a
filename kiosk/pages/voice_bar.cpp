// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/pages/voice_bar.h"

#include "shared/widgets/button.h"
#include "shared/widgets/label.h"
#include "shared/widgets/paint.h"
#include "shared/widgets/stepper.h"

#include <QBoxLayout>
#include <QEvent>
#include <QPainter>
#include <QResizeEvent>

#include <algorithm>

namespace coffee::kiosk {

using ui::Button;
using ui::Icon;
using ui::Space;
using ui::TextRole;

namespace {

/// A sentence that guides is often this long; a sound's caption is one line.
constexpr int kGuidingLines = 2;

} // namespace

VoiceBar::VoiceBar(QWidget* parent)
    : QWidget{parent},
      m_rows{new QBoxLayout{QBoxLayout::TopToBottom, this}},
      m_said{new QWidget{this}},
      m_mark{new ui::IconMark{Icon::Volume, TextRole::Body, m_said}},
      m_caption{new ui::Label{TextRole::Body, m_said}},
      m_acts{new QWidget{this}},
      m_again{new Button{QString{}, ui::ButtonKind::Outline}},
      m_volume{new ui::Stepper{QString{}}}
{
    setObjectName(QStringLiteral("voiceBar"));
    const ui::Theme& theme = ui::themeOf(*this);
    const int side = theme.px(Space::Medium);
    const int edge = theme.px(Space::Small);
    m_caption->setObjectName(QStringLiteral("voiceCaption"));
    m_again->setObjectName(QStringLiteral("voiceAgainButton"));
    m_again->setTextRole(TextRole::Body);
    m_volume->setObjectName(QStringLiteral("voiceVolume"));
    // A keypad has keys of its own for these; the focus stays on the page.
    m_again->setFocusPolicy(Qt::NoFocus);
    for (auto* button : m_volume->findChildren<QPushButton*>())
        button->setFocusPolicy(Qt::NoFocus);
    // Not to be taken for those of the page.
    m_volume->findChild<QWidget*>(QStringLiteral("plusButton"))
        ->setObjectName(QStringLiteral("voiceLouderButton"));
    m_volume->findChild<QWidget*>(QStringLiteral("minusButton"))
        ->setObjectName(QStringLiteral("voiceQuieterButton"));
    m_rows->setContentsMargins(side, edge, side, edge);
    m_rows->setSpacing(theme.px(Space::Small));
    auto* words = new QHBoxLayout{m_said};
    words->setContentsMargins(0, 0, 0, 0);
    words->setSpacing(theme.px(Space::Small));
    words->addWidget(m_mark, 0, Qt::AlignVCenter);
    words->addWidget(m_caption, 1);
    auto* acts = new QHBoxLayout{m_acts};
    acts->setContentsMargins(0, 0, 0, 0);
    acts->addWidget(m_again, 1);
    acts->addWidget(m_volume);
    m_rows->addWidget(m_said, 1);
    m_rows->addWidget(m_acts);
    connect(m_again, &QPushButton::clicked, this, [this] {
        if (m_caption->text().isEmpty())
            Q_EMIT againClicked();
        else
            Q_EMIT stopClicked();
    });
    connect(m_volume, &ui::Stepper::countChanged, this, &VoiceBar::volumeChosen);
    m_caption->installEventFilter(this);
    m_acts->hide();
    hide();
    refresh();
}

void VoiceBar::setGuidance(bool on)
{
    m_guides = on;
    m_acts->setVisible(on);
    showParts();
    settleHeight();
    Q_EMIT heightChanged();
}

void VoiceBar::showParts()
{
    const bool says = m_guides || !m_caption->text().isEmpty();
    m_said->setVisible(says);
    setVisible(m_isApart ? m_guides : says);
}

void VoiceBar::setCaptionApart(bool apart)
{
    if (apart == m_isApart)
        return;
    m_isApart = apart;
    const ui::Theme& theme = ui::themeOf(*this);
    const int side = apart ? theme.px(Space::Medium) : 0;
    const int edge = apart ? theme.px(Space::Tight) : 0;
    m_said->layout()->setContentsMargins(side, edge, side, edge);
    if (!apart)
        m_rows->insertWidget(0, m_said, 1);
    showParts();
}

void VoiceBar::setCaption(const QString& caption)
{
    m_caption->setText(caption);
    const bool isNews = (m_guides || !caption.isEmpty()) == m_said->isHidden();
    showParts();
    fitCaption();
    refresh();
    if (isNews)
        Q_EMIT heightChanged();
}

void VoiceBar::setVolume(int step, int most)
{
    m_volume->setRange(1, most);
    m_volume->setCount(step);
}

void VoiceBar::settleHeight()
{
    m_captionLeast = 0;
    fitCaption();
}

void VoiceBar::fitCaption()
{
    const ui::Metrics& metrics = ui::themeOf(*this).metrics();
    const int lines =
        (m_guides ? kGuidingLines : 1) * metrics.lineHeightPx(metrics.font(TextRole::Body));
    const int wanted = m_caption->text().isEmpty() || !m_hasWidth
                           ? 0
                           : m_caption->heightForWidth(m_caption->width());
    const int least = std::max({lines, wanted, m_captionLeast});
    if (least == m_captionLeast)
        return;
    m_captionLeast = least;
    m_caption->setMinimumHeight(least);
    Q_EMIT heightChanged();
}

void VoiceBar::setWide(bool wide)
{
    m_rows->setDirection(wide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

void VoiceBar::refresh()
{
    const bool isSaying = !m_caption->text().isEmpty();
    m_again->setText(isSaying ? tr("멈춤") : tr("다시 듣기"));
    m_again->setMark(isSaying ? Icon::Stop : Icon::Refresh);
    m_volume->setSubject(tr("소리 크기"));
}

void VoiceBar::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        refresh();
    if (event->type() == QEvent::StyleChange)
        settleHeight();
}

bool VoiceBar::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_caption && event->type() == QEvent::Resize &&
        static_cast<QResizeEvent*>(event)->oldSize().width() != m_caption->width()) {
        m_hasWidth = true;
        settleHeight();
    }
    return QWidget::eventFilter(watched, event);
}

void VoiceBar::paintEvent(QPaintEvent*)
{
    const ui::Theme& theme = ui::themeOf(*this);
    QPainter painter{this};
    painter.fillRect(rect(), theme.colours().surface);
    painter.fillRect(QRectF{0.0, 0.0, double(width()), theme.metrics().exactPx(ui::mm::kBorder)},
                     theme.colours().border);
}

} // namespace coffee::kiosk
