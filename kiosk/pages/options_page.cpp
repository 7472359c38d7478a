// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/pages/options_page.h"

#include "kiosk/pages/counted_group.h"
#include "shared/domain/words.h"
#include "shared/widgets/button.h"
#include "shared/widgets/card.h"
#include "shared/widgets/choice.h"
#include "shared/widgets/picture.h"
#include "shared/widgets/stepper.h"
#include "shared/widgets/texts.h"
#include "shared/widgets/theme.h"
#include "shared/widgets/touch_scroll_area.h"

#include <QEvent>
#include <QLabel>

#include <algorithm>

namespace coffee::kiosk {

using ui::Button;
using ui::ButtonKind;
using ui::ChoiceGroup;
using ui::Icon;
using ui::Label;
using ui::Space;
using ui::TextRole;

namespace {

constexpr double kPictureMm = 56.0;
constexpr double kPictureWideMm = 90.0;

QString join(const std::string& group, const std::string& choice)
{
    return QString::fromStdString(group + "_" + choice);
}

ChoiceGroup::Mode modeOf(GroupKind kind)
{
    switch (kind) {
    case GroupKind::One:
        return ChoiceGroup::Mode::One;
    case GroupKind::AtMostOne:
        return ChoiceGroup::Mode::AtMostOne;
    case GroupKind::Several:
    case GroupKind::Counted:
        return ChoiceGroup::Mode::Several;
    }
    return ChoiceGroup::Mode::One;
}

QString ruleOf(const OptionGroup& group)
{
    switch (kindOf(group)) {
    case GroupKind::One:
        return OptionsPage::tr("하나를 골라 주세요.");
    case GroupKind::AtMostOne:
        return OptionsPage::tr("원하시면 골라 주세요.");
    case GroupKind::Several:
    case GroupKind::Counted:
        return OptionsPage::tr("%n개까지 고를 수 있어요.", nullptr, group.max);
    }
    return {};
}

} // namespace

OptionsPage::OptionsPage(PageParts parts, QWidget* parent)
    : Page{parent},
      m_parts{parts},
      m_picture{new QLabel},
      m_name{new Label{TextRole::Title}},
      m_description{new Label{TextRole::Body}},
      m_facts{new Label{TextRole::Body}},
      m_about{new ui::Card},
      m_halves{new QBoxLayout{QBoxLayout::TopToBottom}},
      m_aboutRow{new QBoxLayout{QBoxLayout::LeftToRight}},
      m_list{new QVBoxLayout},
      m_back{new Button{QString{}, ButtonKind::Outline}},
      m_quantity{new ui::Stepper{QString{}}},
      m_add{new Button{QString{}, ButtonKind::Filled}}
{
    const ui::Theme& theme = ui::themeOf(*this);
    m_facts->setInk(ui::Ink::Second);
    auto* about = new QVBoxLayout;
    about->setSpacing(theme.px(Space::Tight));
    about->addWidget(m_name);
    about->addWidget(m_description);
    about->addWidget(m_facts);
    m_aboutRow->setSpacing(theme.px(Space::Medium));
    m_aboutRow->addWidget(m_picture, 0, Qt::AlignCenter);
    m_aboutRow->addLayout(about, 1);
    m_about->body()->addLayout(m_aboutRow);

    m_list->setSpacing(theme.px(Space::Large));
    auto* left = new QVBoxLayout;
    left->addWidget(m_about);
    left->addStretch(1);
    auto* right = new QVBoxLayout;
    right->addLayout(m_list);
    right->addStretch(1);
    m_halves->setSpacing(theme.px(Space::Large));
    m_halves->addLayout(left);
    m_halves->addLayout(right);
    body()->addLayout(m_halves);

    m_back->setObjectName(QStringLiteral("backButton"));
    m_back->setMark(Icon::Back);
    m_quantity->setObjectName(QStringLiteral("quantityStepper"));
    m_add->setObjectName(QStringLiteral("addButton"));
    m_add->setMark(Icon::Basket);
    footer()->add(m_back);
    footer()->add(m_quantity);
    footer()->addMain(m_add);

    m_add->installEventFilter(this);
    connect(m_back, &QPushButton::clicked, this, [this] { m_parts.session.back(); });
    connect(m_quantity, &ui::Stepper::countChanged, this, [this](int count) {
        if (m_draft)
            m_draft->setQuantity(count);
        refreshFooter();
    });
    connect(m_add, &QPushButton::clicked, this, [this] {
        if (m_draft)
            m_parts.session.takeDraft(*m_draft);
    });
}

void OptionsPage::setWide(bool wide)
{
    Page::setWide(wide);
    m_halves->setDirection(wide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    // Below each other the questions follow right after what is asked about.
    m_halves->setStretch(0, wide ? 2 : 0);
    m_halves->setStretch(1, wide ? 3 : 1);
}

const MenuItem* OptionsPage::item() const
{
    return m_draft ? m_parts.basket.menu().item(m_draft->item()) : nullptr;
}

void OptionsPage::arrive()
{
    m_draft = m_parts.session.draft();
    m_tried = false;
    rebuild();
    Page::arrive();
}

void OptionsPage::rebuild()
{
    clearQuestions();
    m_cupsFirst = isEasy();
    const MenuItem* known = item();
    if (!known)
        return;
    // In large letters the last group lies pages below: whoever brought a cup would miss it.
    const auto musts = [this](const std::string& id) { return mustBeAnswered(id); };
    std::vector<std::string> groups = known->optionGroups;
    if (m_cupsFirst)
        std::stable_partition(groups.begin(), groups.end(), musts);
    const auto cupsAt =
        m_cupsFirst ? std::find_if_not(groups.begin(), groups.end(), musts) : groups.end();
    buildQuestions({groups.begin(), cupsAt});
    buildCups(*known);
    buildQuestions({cupsAt, groups.end()});
}

bool OptionsPage::mustBeAnswered(const std::string& id) const
{
    const OptionGroup* group = m_parts.basket.menu().group(id);
    return group && group->min > 0 && group->defaultChoice.empty();
}

void OptionsPage::clearQuestions()
{
    while (QLayoutItem* old = m_list->takeAt(0)) {
        delete old->widget();
        delete old;
    }
    m_questions.clear();
    m_cups = nullptr;
}

void OptionsPage::buildQuestions(const std::vector<std::string>& groups)
{
    const Menu& menu = m_parts.basket.menu();
    for (const std::string& id : groups) {
        const OptionGroup* group = menu.group(id);
        if (!group)
            continue;
        Question question{id, nullptr, nullptr};
        if (kindOf(*group) == GroupKind::Counted) {
            question.counted = new CountedGroup{*group};
            connect(question.counted, &CountedGroup::countChanged, this,
                    [this, id](const QString& choice, int count) {
                        const OptionGroup* known = m_parts.basket.menu().group(id);
                        const OptionChoice* wanted =
                            known ? findChoice(*known, choice.toStdString()) : nullptr;
                        if (m_draft && wanted)
                            m_draft->setCount(*known, *wanted, count);
                        refresh();
                    });
            m_list->addWidget(question.counted);
        } else {
            question.chips = new ChoiceGroup{modeOf(kindOf(*group))};
            question.chips->setObjectName(QStringLiteral("group_") + QString::fromStdString(id));
            question.chips->setMost(group->max);
            connect(question.chips, &ChoiceGroup::chosenChanged, this,
                    [this, id](const QStringList& chips) {
                        const OptionGroup* known = m_parts.basket.menu().group(id);
                        if (!m_draft || !known)
                            return;
                        std::vector<std::string> chosen;
                        for (const QString& chip : chips)
                            chosen.push_back(chip.toStdString().substr(id.size() + 1));
                        m_draft->choose(*known, chosen);
                        refresh();
                    });
            m_list->addWidget(question.chips);
        }
        m_questions.push_back(question);
    }
}

void OptionsPage::buildCups(const MenuItem& item)
{
    if (cupsFor(item, m_parts.basket.service()).empty())
        return;
    m_cups = new ChoiceGroup{ChoiceGroup::Mode::One};
    m_cups->setObjectName(QStringLiteral("group_cup"));
    m_list->addWidget(m_cups);
    connect(m_cups, &ChoiceGroup::chosenChanged, this, [this](const QStringList& chips) {
        for (const CupKind cup : kAllCupKinds)
            if (m_draft && chips.contains(join("cup", std::string{word(cup)})))
                m_draft->setCup(cup);
        refresh();
    });
}

void OptionsPage::refresh()
{
    const MenuItem* known = item();
    if (!known)
        return;
    if (m_cupsFirst != isEasy())
        rebuild(); // the customer chose larger letters here
    refreshItem(*known);
    refreshQuestions();
    refreshCups();
    refreshFooter();
    fit();
}

bool OptionsPage::eventFilter(QObject* watched, QEvent* event)
{
    // The button that cannot be pressed yet: whoever tries is shown where the answer is missing.
    if (watched == m_add && !m_add->isEnabled() && event->type() == QEvent::MouseButtonRelease)
        showMissing();
    return Page::eventFilter(watched, event);
}

void OptionsPage::showMissing()
{
    if (!item())
        return;
    m_tried = true;
    refresh();
    const auto missing = m_draft->missing(m_parts.basket.menu());
    for (const Question& question : m_questions)
        if (question.chips && !missing.empty() && question.group == missing.front()->id)
            scroll()->ensureWidgetVisible(question.chips);
}

QString OptionsPage::image(const MenuItem& item) const
{
    QString image = QString::fromStdString(item.image);
    for (const OptionSelection& chosen : m_draft->line().options) // ICE or HOT
        image = ui::pictureVariant(image, QString::fromStdString(chosen.choice));
    return image;
}

void OptionsPage::refreshItem(const MenuItem& item)
{
    const ui::Theme& theme = ui::themeOf(*this);
    const int side = theme.px(isWide() ? kPictureWideMm : kPictureMm);
    m_picture->setPixmap(ui::picturePixmap(image(item), side, devicePixelRatioF(), theme));
    const bool upright = isWide() || theme.metrics().textFactor() > 1.3;
    m_aboutRow->setDirection(upright ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_name->setText(ui::texts::local(item.name));
    m_description->setText(ui::texts::local(item.description));
    m_description->setVisible(!m_description->text().isEmpty());

    QStringList allergens;
    for (const std::string& id : item.allergens)
        if (const Allergen* allergen = m_parts.basket.menu().allergen(id))
            allergens.append(ui::texts::local(allergen->name));
    QStringList facts;
    if (!allergens.isEmpty())
        facts.append(
            tr("알레르기 유발 재료(기본 조합 기준): %1").arg(allergens.join(QStringLiteral(", "))));
    if (item.caffeineMg > 0)
        facts.append(tr("카페인 %1 mg").arg(item.caffeineMg));
    m_facts->setText(facts.join(QLatin1Char('\n')));
    m_facts->setVisible(!facts.isEmpty());
}

void OptionsPage::fit()
{
    // What it is called is seen at first sight, what it looks like where there is room.
    const bool upright = m_aboutRow->direction() == QBoxLayout::TopToBottom;
    const QMargins around = m_about->layout()->contentsMargins();
    const int picture = m_picture->sizeHint().height() + m_aboutRow->spacing();
    const int name = m_name->sizeHint().height() + around.top() + around.bottom();
    m_picture->setVisible(!upright || picture + name <= roomFor(QWIDGETSIZE_MAX / 2));
}

void OptionsPage::refreshQuestions()
{
    const Menu& menu = m_parts.basket.menu();
    const std::vector<const OptionGroup*> missing = m_draft->missing(menu);
    for (const Question& question : m_questions) {
        const OptionGroup* group = menu.group(question.group);
        if (!group)
            continue;
        if (question.counted) {
            question.counted->show(*group, *m_draft);
            continue;
        }
        std::vector<ui::Choice> choices;
        bool isAnswered = false;
        for (const OptionChoice& choice : group->choices) {
            const bool chosen = m_draft->countOf(group->id, choice.id) > 0;
            choices.push_back({join(group->id, choice.id), ui::texts::local(choice.name),
                               ui::texts::priceDifference(choice.priceDifference), chosen, false});
            isAnswered |= chosen;
        }
        // Nobody is asked for what stands there already, nor scolded before the first try.
        const bool asks = !isAnswered || kindOf(*group) == GroupKind::Several;
        question.chips->setTitle(ui::texts::local(group->name), asks ? ruleOf(*group) : QString{});
        question.chips->setChoices(choices);
        const bool isMissing = std::find(missing.begin(), missing.end(), group) != missing.end();
        question.chips->setMissing(m_tried && isMissing ? tr("꼭 골라 주세요.") : QString{});
    }
}

void OptionsPage::refreshCups()
{
    const MenuItem* known = item();
    if (!m_cups || !known)
        return;
    std::vector<ui::Choice> choices;
    for (const CupKind cup : cupsFor(*known, m_parts.basket.service())) {
        // Here is the room to say what is meant.
        const QString name = cup == CupKind::Own ? tr("개인 컵 (텀블러)") : ui::texts::cup(cup);
        choices.push_back({join("cup", std::string{word(cup)}), name,
                           ui::texts::priceDifference(cupPrice(m_parts.basket.menu().cups, cup)),
                           m_draft->cup() == cup, false});
    }
    m_cups->setTitle(tr("컵"), QString{}); // one is chosen from the beginning
    m_cups->setChoices(choices);
}

void OptionsPage::refreshFooter()
{
    const MenuItem* known = item();
    if (!known)
        return;
    const Menu& menu = m_parts.basket.menu();
    const bool editing = m_parts.session.editing().has_value();
    m_back->setText(editing ? tr("그대로 두기") : tr("뒤로"));
    m_quantity->setSubject(ui::texts::local(known->name));
    m_quantity->setRange(1, m_draft->quantityMost());
    m_quantity->setCount(m_draft->quantity());
    m_add->setText(editing ? tr("바꾸기") : tr("담기"));
    m_add->setMark(editing ? Icon::Check : Icon::Basket);
    const auto running = m_draft->runningPrice(menu);
    m_add->setDetail(running ? ui::texts::money(*running) : QString{});
    const std::vector<const OptionGroup*> missing = m_draft->missing(menu);
    m_add->setUnavailable(missing.empty() ? QString{} : missingWords(*missing.front()));
    // What is changed has been answered already.
    m_add->keepRoomFor(editing ? QString{} : longestReason(*known));
}

QString OptionsPage::missingWords(const OptionGroup& group)
{
    return tr("‘%1’ 항목을 먼저 골라 주세요.").arg(ui::texts::local(group.name));
}

QString OptionsPage::longestReason(const MenuItem& item) const
{
    QString longest;
    for (const std::string& id : item.optionGroups) {
        if (!mustBeAnswered(id))
            continue;
        const QString words = missingWords(*m_parts.basket.menu().group(id));
        if (words.size() > longest.size())
            longest = words;
    }
    return longest;
}

} // namespace coffee::kiosk
