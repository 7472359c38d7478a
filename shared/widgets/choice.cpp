// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/widgets/choice.h"

#include "shared/widgets/coffee_style.h"
#include "shared/widgets/column_layout.h"
#include "shared/widgets/label.h"
#include "shared/widgets/paint.h"
#include "shared/widgets/text_block.h"

#include <QBoxLayout>
#include <QEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QSignalBlocker>
#include <QStyleOptionButton>

#include <algorithm>
#include <cmath>

namespace coffee::ui {
namespace {

/// As the group says, and not as somebody chose: nobody is told.
void check(ChoiceChip& chip, bool on)
{
    const QSignalBlocker quiet{chip};
    chip.setChecked(on);
}

} // namespace

ChoiceChip::ChoiceChip(const QString& text, QWidget* parent) : QPushButton{text, parent}
{
    setCheckable(true);
    setAutoDefault(false);
    setFont(wordsFont());
    QSizePolicy policy{QSizePolicy::Preferred, QSizePolicy::Preferred};
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    nameIt();
}

void ChoiceChip::setDetail(const QString& detail)
{
    m_detail = detail;
    nameIt();
    updateGeometry();
    update();
}

void ChoiceChip::setSoldOut(bool soldOut)
{
    m_soldOut = soldOut;
    setEnabled(!soldOut);
    nameIt();
    updateGeometry();
    update();
}

void ChoiceChip::setStacked(bool stacked)
{
    if (stacked == m_stacked)
        return;
    m_stacked = stacked;
    setFont(wordsFont());
    updateGeometry();
    update();
}

int ChoiceChip::stackedWidth() const
{
    const Theme& theme = themeOf(*this);
    const double word = TextBlock::widthOfLongestWord(text(), theme.font(TextRole::BodyBold));
    return std::max(static_cast<int>(std::ceil(word)) + 2 * theme.px(Space::Tight),
                    theme.metrics().targetPx());
}

QFont ChoiceChip::wordsFont() const
{
    return themeOf(*this).font(m_stacked ? TextRole::BodyBold : TextRole::Button);
}

QString ChoiceChip::secondLine() const
{
    return m_soldOut ? tr("품절") : m_detail;
}

void ChoiceChip::nameIt()
{
    const QString second = secondLine();
    setAccessibleName(second.isEmpty() ? text() : text() + QStringLiteral(", ") + second);
}

int ChoiceChip::discSide() const
{
    return themeOf(*this).metrics().iconPx(TextRole::Body);
}

int ChoiceChip::textRoom(int width) const
{
    const Theme& theme = themeOf(*this);
    if (m_stacked)
        return width - 2 * theme.px(Space::Tight);
    return width - 2 * theme.px(Space::Small) - discSide() - theme.px(Space::Tight);
}

QSize ChoiceChip::sizeHint() const
{
    if (m_stacked)
        return {stackedWidth(), heightForWidth(stackedWidth())};
    const Theme& theme = themeOf(*this);
    const double words =
        std::max(TextBlock::widthUnwrapped(text(), font()),
                 TextBlock::widthUnwrapped(secondLine(), theme.font(TextRole::Body)));
    const int around = 2 * theme.px(Space::Small) + discSide() + theme.px(Space::Tight);
    const int width =
        std::max(static_cast<int>(std::ceil(words)) + around, theme.metrics().targetPx() * 2);
    return {width, heightForWidth(width)};
}

QSize ChoiceChip::minimumSizeHint() const
{
    const Theme& theme = themeOf(*this);
    if (m_stacked)
        return {stackedWidth(), theme.metrics().targetPx()};
    const double words =
        std::max(TextBlock::widthOfLongestWord(text(), font()),
                 TextBlock::widthOfLongestWord(secondLine(), theme.font(TextRole::Body)));
    const int around = 2 * theme.px(Space::Small) + discSide() + theme.px(Space::Tight);
    return {static_cast<int>(std::ceil(words)) + around, theme.metrics().targetPx()};
}

int ChoiceChip::heightForWidth(int width) const
{
    const Theme& theme = themeOf(*this);
    const double room = textRoom(width);
    const int words = TextBlock{text(), font(), room}.height() +
                      TextBlock{secondLine(), theme.font(TextRole::Body), room}.height();
    const int tick = m_stacked ? discSide() + theme.px(Space::Tight) : 0;
    return std::max(theme.metrics().targetPx(), tick + words + 2 * theme.px(Space::Tight));
}

void ChoiceChip::paintEvent(QPaintEvent*)
{
    const Theme& theme = themeOf(*this);
    const Colours& c = theme.colours();
    QPainter painter{this};
    QStyleOptionButton option;
    initStyleOption(&option);
    style()->drawControl(QStyle::CE_PushButtonBevel, &option, &painter, this);
    if (m_stacked)
        return paintStacked(painter);

    const double room = textRoom(width());
    const double left = theme.px(Space::Small);
    const TextBlock words{text(), font(), room};
    const TextBlock second{secondLine(), theme.font(TextRole::Body), room};
    double top = (height() - words.height() - second.height()) / 2.0;
    painter.setPen(isEnabled() ? c.ink : c.inkSecond);
    words.draw(painter, QRectF{left, top, room, double(words.height())}, Qt::AlignLeft);
    top += words.height();
    painter.setPen(m_soldOut ? c.errorInk : c.inkSecond);
    second.draw(painter, QRectF{left, top, room, double(second.height())}, Qt::AlignLeft);

    const double side = discSide();
    paintTick(painter,
              QRectF{width() - theme.px(Space::Small) - side, (height() - side) / 2.0, side, side});
}

void ChoiceChip::paintStacked(QPainter& painter) const
{
    const Theme& theme = themeOf(*this);
    const Colours& c = theme.colours();
    const double side = discSide();
    const double gap = theme.px(Space::Tight);
    const double room = textRoom(width());
    const TextBlock words{text(), font(), room, TextBlock::Lines::Even};
    const double top = (height() - side - gap - words.height()) / 2.0;
    paintTick(painter, QRectF{(width() - side) / 2.0, top, side, side});
    painter.setPen(isEnabled() ? c.ink : c.inkSecond);
    words.draw(painter, QRectF{gap, top + side + gap, room, double(words.height())},
               Qt::AlignHCenter);
}

void ChoiceChip::paintTick(QPainter& painter, const QRectF& disc) const
{
    const Theme& theme = themeOf(*this);
    if (isChecked())
        paintCheckDisc(painter, disc, theme);
    else if (isEnabled())
        paintPlate(painter, disc, disc.width(), QColor{}, theme.colours().border,
                   theme.metrics().exactPx(mm::kBorder));
}

void ChoiceChip::keyPressEvent(QKeyEvent* event)
{
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) &&
        !event->isAutoRepeat()) {
        click();
        return;
    }
    QPushButton::keyPressEvent(event);
}

void ChoiceChip::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::StyleChange)
        setFont(wordsFont());
    if (event->type() == QEvent::LanguageChange)
        nameIt();
    QPushButton::changeEvent(event);
}

ChoiceGroup::ChoiceGroup(Mode mode, QWidget* parent)
    : QWidget{parent},
      m_mode{mode},
      m_title{new Label{TextRole::Heading, this}},
      m_missing{new IconMark{Icon::Alert, TextRole::Body, this}},
      m_rule{new Label{TextRole::Body, this}},
      m_field{new QWidget{this}},
      m_columns{new ColumnLayout{m_field}}
{
    m_rule->setInk(Ink::Second);
    m_title->setVisible(false);
    m_rule->setVisible(false);
    m_missing->setMark(Icon::Alert, Ink::Error);
    m_missing->setVisible(false);
    auto* column = new QVBoxLayout{this};
    auto* head = new QHBoxLayout;
    head->setSpacing(themeOf(*this).px(Space::Tight));
    head->addWidget(m_title);
    head->addSpacing(themeOf(*this).px(Space::Tight));
    head->addWidget(m_missing);
    head->addWidget(m_rule, 1);
    column->addLayout(head);
    column->addWidget(m_field);
    QSizePolicy policy{QSizePolicy::Preferred, QSizePolicy::Preferred};
    policy.setHeightForWidth(true);
    m_field->setSizePolicy(policy);
}

void ChoiceGroup::setTitle(const QString& title, const QString& rule)
{
    m_ruleWords = rule;
    m_title->setText(title);
    m_title->setVisible(!title.isEmpty());
    m_rule->setText(rule);
    m_rule->setInk(Ink::Second);
    m_rule->setVisible(!rule.isEmpty());
    setAccessibleName(title);
    setAccessibleDescription(rule);
}

void ChoiceGroup::setMissing(const QString& words)
{
    m_rule->setText(words.isEmpty() ? m_ruleWords : words);
    m_rule->setInk(words.isEmpty() ? Ink::Second : Ink::Error);
    m_missing->setVisible(!words.isEmpty());
    m_rule->setVisible(!m_rule->text().isEmpty());
    setAccessibleDescription(m_rule->text());
}

void ChoiceGroup::setChoices(const std::vector<Choice>& choices)
{
    // Chips are kept where the ids stayed the same, so that focus and touch survive an update.
    const bool same =
        std::equal(choices.begin(), choices.end(), m_entries.begin(), m_entries.end(),
                   [](const Choice& choice, const Entry& entry) { return choice.id == entry.id; });
    if (!same) {
        for (const Entry& entry : m_entries) {
            m_columns->removeWidget(entry.chip);
            entry.chip->hide();
            entry.chip->deleteLater();
        }
        m_entries.clear();
        for (const Choice& choice : choices) {
            auto* chip = new ChoiceChip{choice.name, m_field};
            chip->setObjectName(QStringLiteral("choice_") + choice.id);
            m_columns->addWidget(chip);
            m_entries.push_back({choice.id, chip, choice.soldOut});
            // Not clicked(): a screen reader's "toggle" is no click.
            connect(chip, &QPushButton::toggled, this, [this, chip](bool on) { take(chip, on); });
        }
    }
    for (std::size_t i = 0; i < choices.size(); ++i) {
        ChoiceChip* chip = m_entries[i].chip;
        m_entries[i].soldOut = choices[i].soldOut;
        chip->setText(choices[i].name);
        chip->setDetail(choices[i].detail);
        chip->setSoldOut(choices[i].soldOut);
        check(*chip, choices[i].chosen);
        chip->show();
    }
    enforceMost();
    m_field->updateGeometry();
}

void ChoiceGroup::setMost(int most)
{
    m_most = most;
    enforceMost();
}

void ChoiceGroup::setOneRow(int width)
{
    int widest = 0;
    for (const Entry& entry : m_entries)
        widest = std::max(widest, entry.chip->stackedWidth());
    const int gap = themeOf(*this).px(mm::kTargetGap);
    const auto count = static_cast<int>(m_entries.size());
    const bool fits = count * widest + (count - 1) * gap <= width;
    for (const Entry& entry : m_entries)
        entry.chip->setStacked(fits);
    m_field->updateGeometry();
}

QStringList ChoiceGroup::chosen() const
{
    QStringList ids;
    for (const Entry& entry : m_entries)
        if (entry.chip->isChecked())
            ids << entry.id;
    return ids;
}

void ChoiceGroup::take(ChoiceChip* chip, bool on)
{
    if (m_mode == Mode::One && !on) {
        check(*chip, true); // a required choice can be changed, not taken away
        return;
    }
    if (m_mode != Mode::Several && on)
        for (const Entry& entry : m_entries)
            if (entry.chip != chip)
                check(*entry.chip, false);
    enforceMost();
    setMissing({});
    Q_EMIT chosenChanged(chosen());
}

void ChoiceGroup::enforceMost()
{
    if (m_mode != Mode::Several || m_most <= 0)
        return;
    const bool full = chosen().size() >= m_most;
    for (const Entry& entry : m_entries)
        entry.chip->setEnabled(!entry.soldOut && (!full || entry.chip->isChecked()));
}

} // namespace coffee::ui
