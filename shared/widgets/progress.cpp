// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/widgets/progress.h"

#include "shared/widgets/icon.h"
#include "shared/widgets/label.h"
#include "shared/widgets/paint.h"
#include "shared/widgets/text_block.h"

#include <QBasicTimer>
#include <QBoxLayout>
#include <QElapsedTimer>
#include <QPainter>
#include <QTimerEvent>

#include <algorithm>
#include <cmath>

namespace coffee::ui {

class CountdownBar::Bar final : public QWidget {
public:
    explicit Bar(QWidget* parent) : QWidget{parent}
    {
        setFixedHeight(themeOf(*this).px(mm::kProgressBar));
    }
    void setShare(double share)
    {
        m_share = share;
        update();
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        const Colours& c = themeOf(*this).colours();
        QPainter painter{this};
        paintShareBar(painter, QRectF{rect()}, m_share, c.sunken, c.accent);
    }

private:
    double m_share = 1.0;
};

class BusyBar::Bar final : public QWidget {
public:
    explicit Bar(QWidget* parent) : QWidget{parent}
    {
        setFixedHeight(themeOf(*this).px(mm::kProgressBar));
        m_since.start();
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        const Theme& theme = themeOf(*this);
        const auto round = duration::kBusyRound.count();
        const double phase =
            theme.reduceMotion() ? 0.5 : double(m_since.elapsed() % round) / double(round);
        QPainter painter{this};
        paintBusyBar(painter, QRectF{rect()}, phase, theme.colours().sunken,
                     theme.colours().accent);
    }
    void showEvent(QShowEvent*) override
    {
        if (!themeOf(*this).reduceMotion())
            m_timer.start(static_cast<int>(duration::kBusyStep.count()), this);
    }
    void hideEvent(QHideEvent*) override { m_timer.stop(); }
    void timerEvent(QTimerEvent*) override { update(); }

private:
    QBasicTimer m_timer;
    QElapsedTimer m_since;
};

StepBar::StepBar(QWidget* parent) : QWidget{parent}
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void StepBar::setSteps(const QStringList& names, int current)
{
    m_names = names;
    m_current = current;
    setAccessibleName(words());
    updateGeometry();
    update();
}

QString StepBar::words() const
{
    if (m_names.isEmpty())
        return {};
    const qsizetype at = std::clamp<qsizetype>(m_current, 0, m_names.size() - 1);
    return QStringLiteral("%1/%2 · %3").arg(at + 1).arg(m_names.size()).arg(m_names.at(at));
}

QSize StepBar::sizeHint() const
{
    const Theme& theme = themeOf(*this);
    const QFont font = theme.font(TextRole::BodyBold);
    const int width = static_cast<int>(std::ceil(TextBlock::widthUnwrapped(words(), font)));
    return {width, theme.metrics().lineHeightPx(font) + theme.px(mm::kSpaceTight) +
                       theme.px(mm::kProgressBar)};
}

QSize StepBar::minimumSizeHint() const
{
    return sizeHint();
}

void StepBar::paintEvent(QPaintEvent*)
{
    if (m_names.isEmpty())
        return;
    const Theme& theme = themeOf(*this);
    const Colours& c = theme.colours();
    QPainter painter{this};
    const QFont font = theme.font(TextRole::BodyBold);
    const double thick = theme.metrics().exactPx(mm::kProgressBar);
    painter.setPen(c.inkSecond);
    TextBlock{words(), font, double(width())}.draw(
        painter, QRectF{0, 0, double(width()), height() - thick}, Qt::AlignLeft | Qt::AlignTop);
    const double gap = theme.px(Space::Tight);
    const double count = double(m_names.size());
    const double part = (width() - gap * (count - 1)) / count;
    for (int i = 0; i < m_names.size(); ++i)
        paintPlate(painter, QRectF{i * (part + gap), height() - thick, part, thick}, thick,
                   i <= m_current ? c.accent : c.sunken);
}

StatusSteps::StatusSteps(QWidget* parent) : QWidget{parent}
{
    QSizePolicy policy{QSizePolicy::Expanding, QSizePolicy::Preferred};
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void StatusSteps::setSteps(const QStringList& names, int current)
{
    m_names = names;
    m_current = current;
    nameIt();
    updateGeometry();
    update();
}

void StatusSteps::setStopped(const QString& words)
{
    m_stopped = words;
    nameIt();
    updateGeometry();
    update();
}

void StatusSteps::setTimes(const QStringList& times)
{
    m_times = times;
    nameIt();
    updateGeometry();
    update();
}

bool StatusSteps::hasTimes() const
{
    return std::any_of(m_times.begin(), m_times.end(),
                       [](const QString& time) { return !time.isEmpty(); });
}

QString StatusSteps::uprightWords(qsizetype step) const
{
    const QString name = shown().at(step);
    const QString time = timeAt(step);
    if (time.isEmpty())
        return name;
    const bool isSentence = name.endsWith(u'.');
    return name + (isSentence ? QStringLiteral(" ") : QStringLiteral("\u00a0· ")) + time;
}

void StatusSteps::nameIt()
{
    QStringList reached;
    const QStringList names = shown();
    for (qsizetype step = 0; step < names.size(); ++step)
        if (const QString time = timeAt(step); !time.isEmpty())
            reached.append(names.at(step) + u' ' + time);
    setAccessibleDescription(reached.join(QStringLiteral(", ")));
    const bool within = m_current >= 0 && m_current < m_names.size();
    setAccessibleName(!m_stopped.isEmpty() ? m_stopped
                      : within             ? m_names.at(m_current)
                      : m_names.isEmpty()  ? QString{}
                                           : m_names.last());
}

QStringList StatusSteps::shown() const
{
    if (m_stopped.isEmpty())
        return m_names;
    QStringList reached = m_names.mid(0, std::max(0, m_current));
    reached << m_stopped;
    return reached;
}

int StatusSteps::discSide() const
{
    const Theme& theme = themeOf(*this);
    return theme.px(mm::kStatusDot * theme.metrics().glyphMm(TextRole::Body) / mm::kKioskBody);
}

bool StatusSteps::fitsLying(int width) const
{
    const QStringList names = shown();
    if (names.isEmpty())
        return true;
    const QFont font = themeOf(*this).font(TextRole::BodyBold);
    double widest = 0.0;
    for (const QString& name : names)
        widest = std::max(widest, TextBlock::widthUnwrapped(name, font));
    return (widest + themeOf(*this).px(Space::Small)) * double(names.size()) <= width;
}

QSize StatusSteps::sizeHint() const
{
    const QFont font = themeOf(*this).font(TextRole::BodyBold);
    double widest = 0.0;
    const QStringList names = shown();
    for (const QString& name : names)
        widest = std::max(widest, TextBlock::widthUnwrapped(name, font));
    const int width = static_cast<int>(std::ceil(widest + themeOf(*this).px(Space::Small))) *
                      static_cast<int>(std::max<qsizetype>(1, names.size()));
    return {width, heightForWidth(width)};
}

QSize StatusSteps::minimumSizeHint() const
{
    const QFont font = themeOf(*this).font(TextRole::BodyBold);
    double widest = 0.0;
    for (const QString& name : shown())
        widest = std::max(widest, TextBlock::widthOfLongestWord(name, font));
    return {static_cast<int>(std::ceil(widest)) + discSide() + themeOf(*this).px(Space::Small),
            discSide()};
}

int StatusSteps::heightForWidth(int width) const
{
    const Theme& theme = themeOf(*this);
    const int line = theme.metrics().lineHeightPx(theme.font(TextRole::BodyBold));
    if (fitsLying(width))
        return discSide() + theme.px(Space::Tight) + (hasTimes() ? 2 : 1) * line;
    int high = -theme.px(Space::Small);
    for (qsizetype step = 0; step < shown().size(); ++step)
        high += uprightRow(step, width) + theme.px(Space::Small);
    return high;
}

int StatusSteps::uprightRow(qsizetype step, int width) const
{
    const Theme& theme = themeOf(*this);
    const double room = width - discSide() - theme.px(Space::Small);
    return std::max(discSide(),
                    TextBlock{uprightWords(step), theme.font(TextRole::BodyBold), room}.height());
}

void StatusSteps::paintDisc(QPainter& painter, const QRectF& room, int step) const
{
    const Theme& theme = themeOf(*this);
    const Colours& c = theme.colours();
    const double thick = theme.metrics().exactPx(mm::kBorderSelected);
    const bool stoppedHere = !m_stopped.isEmpty() && step == shown().size() - 1;
    if (stoppedHere) {
        paintPlate(painter, room, room.width(), c.danger);
        const double inset = room.width() * 0.2;
        paintIcon(painter, Icon::Close, room.adjusted(inset, inset, -inset, -inset), c.onDanger);
    } else if (step < m_current) {
        paintCheckDisc(painter, room, theme);
    } else if (step == m_current) {
        paintPlate(painter, room, room.width(), c.accentTint, c.accent, thick);
        const double inset = room.width() * 0.32;
        paintPlate(painter, room.adjusted(inset, inset, -inset, -inset), room.width(), c.accent);
    } else {
        paintPlate(painter, room, room.width(), c.surface, c.border,
                   theme.metrics().exactPx(mm::kBorder));
    }
}

void StatusSteps::paintEvent(QPaintEvent*)
{
    QPainter painter{this};
    if (fitsLying(width()))
        paintLying(painter);
    else
        paintUpright(painter);
}

void StatusSteps::paintLying(QPainter& painter) const
{
    const Theme& theme = themeOf(*this);
    const Colours& c = theme.colours();
    const QStringList names = shown();
    const double side = discSide();
    const double part = names.isEmpty() ? width() : double(width()) / double(names.size());
    const double line = theme.metrics().exactPx(mm::kBorderSelected);
    for (int i = 0; i + 1 < names.size(); ++i) {
        const QRectF rail{part * (i + 0.5), (side - line) / 2.0, part, line};
        painter.fillRect(rail, i < m_current ? c.accent : c.border);
    }
    for (int i = 0; i < names.size(); ++i) {
        const double centre = part * (i + 0.5);
        paintDisc(painter, QRectF{centre - side / 2.0, 0, side, side}, i);
        const bool present = i == m_current;
        const QFont font = theme.font(present ? TextRole::BodyBold : TextRole::Body);
        painter.setPen(present ? c.ink : c.inkSecond);
        TextBlock{names.at(i), font, part}.draw(
            painter, QRectF{part * i, side + theme.px(Space::Tight), part, height() - side},
            Qt::AlignHCenter | Qt::AlignTop);
        const double below = side + theme.px(Space::Tight) + theme.metrics().lineHeightPx(font);
        painter.setPen(c.inkSecond);
        TextBlock{timeAt(i), theme.font(TextRole::Body), part}.draw(
            painter, QRectF{part * i, below, part, height() - below},
            Qt::AlignHCenter | Qt::AlignTop);
    }
}

void StatusSteps::paintUpright(QPainter& painter) const
{
    const Theme& theme = themeOf(*this);
    const Colours& c = theme.colours();
    const QStringList names = shown();
    const double side = discSide();
    const double gap = theme.px(Space::Small);
    const double thick = theme.metrics().exactPx(mm::kBorderSelected);
    const double left = side + gap;
    double top = 0.0;
    for (int i = 0; i < names.size(); ++i) {
        const double row = uprightRow(i, width());
        const double middle = top + row / 2.0;
        if (i + 1 < names.size()) {
            const double next = uprightRow(i + 1, width());
            painter.fillRect(QRectF{(side - thick) / 2.0, middle, thick, (row + next) / 2.0 + gap},
                             i < m_current ? c.accent : c.border);
        }
        paintDisc(painter, QRectF{0, middle - side / 2.0, side, side}, i);
        const bool present = i == m_current;
        painter.setPen(present ? c.ink : c.inkSecond);
        TextBlock{uprightWords(i), theme.font(present ? TextRole::BodyBold : TextRole::Body),
                  width() - left}
            .draw(painter, QRectF{left, top, width() - left, row},
                  Qt::AlignLeft | Qt::AlignVCenter);
        top += row + gap;
    }
}

CountdownBar::CountdownBar(QWidget* parent)
    : QWidget{parent}, m_words{new Label{TextRole::Body, this}}, m_bar{new Bar{this}}
{
    m_words->setInk(Ink::Second);
    auto* column = new QVBoxLayout{this};
    column->addWidget(m_words);
    column->addWidget(m_bar);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
}

void CountdownBar::setRemaining(std::chrono::milliseconds remaining,
                                std::chrono::milliseconds total, const QString& words)
{
    m_words->setText(words);
    m_words->setVisible(!words.isEmpty());
    setAccessibleName(words);
    const double all = double(std::max<std::chrono::milliseconds::rep>(1, total.count()));
    m_bar->setShare(double(remaining.count()) / all);
}

void CountdownBar::setCentred(bool centred)
{
    m_words->setAlignment(centred ? Qt::AlignCenter : Qt::AlignLeft | Qt::AlignVCenter);
}

BusyBar::BusyBar(QWidget* parent) : QWidget{parent}, m_words{new Label{TextRole::Body, this}}
{
    m_words->setAlignment(Qt::AlignCenter);
    auto* column = new QVBoxLayout{this};
    column->addWidget(m_words);
    column->addWidget(new Bar{this});
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
}

void BusyBar::setWords(const QString& words)
{
    m_words->setText(words);
    m_words->setVisible(!words.isEmpty());
    setAccessibleName(words);
}

} // namespace coffee::ui
