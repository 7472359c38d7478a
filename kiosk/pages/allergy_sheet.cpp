// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/pages/allergy_sheet.h"

#include "shared/widgets/button.h"
#include "shared/widgets/choice.h"
#include "shared/widgets/label.h"
#include "shared/widgets/texts.h"

#include <QBoxLayout>
#include <QEvent>

namespace coffee::kiosk {

using ui::Button;
using ui::ButtonKind;
using ui::Label;
using ui::TextRole;

namespace {

const QString kPrefix = QStringLiteral("allergy_");

} // namespace

AllergySheet::AllergySheet(CustomerBasket& basket, QWidget* host)
    : ui::Sheet{host},
      m_basket{basket},
      m_advice{new Label{TextRole::Body}},
      m_group{new ui::ChoiceGroup{ui::ChoiceGroup::Mode::Several}},
      m_done{new Button{QString{}, ButtonKind::Filled}}
{
    setObjectName(QStringLiteral("allergySheet"));
    m_done->setObjectName(QStringLiteral("allergyDoneButton"));
    content()->addWidget(m_advice);
    content()->addWidget(m_group);
    addButton(m_done);
    connect(m_group, &ui::ChoiceGroup::chosenChanged, this, [this](const QStringList& ids) {
        m_chosen = ids;
        m_basket.setAllergyNote(noteOf(ids));
    });
    connect(m_done, &QPushButton::clicked, this, [this] { closeSheet(); });
    refresh();
}

std::string AllergySheet::noteOf(const QStringList& ids) const
{
    std::string note;
    for (const Allergen& allergen : m_basket.menu().allergens) {
        if (!ids.contains(kPrefix + QString::fromStdString(allergen.id)))
            continue;
        const std::string more = (note.empty() ? "" : ", ") + allergen.name.ko;
        if (note.size() + more.size() <= kAllergyNoteBytesMax)
            note += more;
    }
    return note;
}

void AllergySheet::refresh()
{
    if (m_basket.allergyNote().empty())
        m_chosen.clear();
    setTitle(tr("알레르기가 있으신가요?"));
    m_advice->setText(tr("드시면 안 되는 것을 모두 골라 주세요. 바리스타에게 그대로 전해요. 같은 "
                         "기구를 쓰므로 아주 조금은 섞일 수 있어요."));
    std::vector<ui::Choice> choices;
    for (const Allergen& allergen : m_basket.menu().allergens) {
        const QString id = kPrefix + QString::fromStdString(allergen.id);
        choices.push_back({id, ui::texts::local(allergen.name), {}, m_chosen.contains(id), false});
    }
    m_group->setChoices(choices);
    m_done->setText(m_chosen.isEmpty() ? tr("없어요") : tr("골랐어요"));
}

void AllergySheet::changeEvent(QEvent* event)
{
    ui::Sheet::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        refresh();
}

} // namespace coffee::kiosk
