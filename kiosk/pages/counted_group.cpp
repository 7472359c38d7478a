// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/pages/counted_group.h"

#include "shared/widgets/label.h"
#include "shared/widgets/stepper.h"
#include "shared/widgets/texts.h"
#include "shared/widgets/theme.h"

#include <QBoxLayout>

namespace coffee::kiosk {

using ui::Label;
using ui::Space;
using ui::TextRole;

CountedGroup::CountedGroup(const OptionGroup& group, QWidget* parent)
    : QWidget{parent}, m_title{new Label{TextRole::Heading}}, m_rule{new Label{TextRole::Body}}
{
    const ui::Theme& theme = ui::themeOf(*this);
    m_rule->setInk(ui::Ink::Second);
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme.px(Space::Small));
    auto* titles = new QVBoxLayout;
    titles->setSpacing(0);
    titles->addWidget(m_title);
    titles->addWidget(m_rule);
    column->addLayout(titles);
    for (const OptionChoice& choice : group.choices) {
        Row row{choice.id, new Label{TextRole::Button}, new Label{TextRole::Body},
                new ui::Stepper{QString{}}};
        row.price->setInk(ui::Ink::Second);
        row.stepper->setObjectName(
            QStringLiteral("choice_%1_%2")
                .arg(QString::fromStdString(group.id), QString::fromStdString(choice.id)));
        auto* line = new QHBoxLayout;
        auto* words = new QVBoxLayout;
        words->setSpacing(0);
        words->addWidget(row.name);
        words->addWidget(row.price);
        line->addLayout(words, 1);
        line->addWidget(row.stepper);
        column->addLayout(line);
        const QString id = QString::fromStdString(choice.id);
        connect(row.stepper, &ui::Stepper::countChanged, this,
                [this, id](int count) { Q_EMIT countChanged(id, count); });
        m_rows.push_back(row);
    }
}

void CountedGroup::show(const OptionGroup& group, const LineDraft& draft)
{
    m_title->setText(ui::texts::local(group.name));
    m_rule->setText(tr("모두 합해 %n개까지 고를 수 있어요.", nullptr, group.max));
    for (const Row& row : m_rows) {
        const OptionChoice* choice = findChoice(group, row.choice);
        if (!choice)
            continue;
        const QString name = ui::texts::local(choice->name);
        row.name->setText(name);
        row.price->setText(ui::texts::priceDifference(choice->priceDifference));
        row.price->setVisible(!row.price->text().isEmpty());
        row.stepper->setSubject(name);
        row.stepper->setRange(0, draft.countMost(group, *choice));
        row.stepper->setCount(draft.countOf(group.id, choice->id));
    }
}

} // namespace coffee::kiosk
