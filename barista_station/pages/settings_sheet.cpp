// SPDX-License-Identifier: GPL-3.0-or-later
#include "barista_station/pages/settings_sheet.h"

#include "barista_station/pages/station_texts.h"

#include "shared/domain/words.h"
#include "shared/widgets/choice.h"
#include "shared/widgets/column_layout.h"
#include "shared/widgets/label.h"
#include "shared/widgets/stepper.h"

#include <QBoxLayout>
#include <QEvent>

namespace coffee::station {

using namespace coffee::ui;

SettingsSheet::SettingsSheet(QWidget* host)
    : Sheet{host},
      m_choice{new ChoiceGroup{ChoiceGroup::Mode::Several, this}},
      m_volumeWords{new Label{TextRole::Heading, this}},
      m_volume{new Stepper{QString{}, this}},
      m_testWords{new Label{TextRole::Heading, this}},
      m_close{new Button{QString{}, ButtonKind::Filled, this}}
{
    setObjectName(QStringLiteral("settingsSheet"));
    m_choice->setObjectName(QStringLiteral("kindsChoice"));
    m_volume->setObjectName(QStringLiteral("volumeStepper"));
    m_close->setObjectName(QStringLiteral("settingsClose"));
    auto* tests = new QWidget{this};
    auto* columns = new ColumnLayout{tests};
    columns->setColumnLeast(themeOf(*this).px(mm::kTileLeast));
    for (const BarSound sound : kAllBarSounds) {
        auto* button = new Button{QString{}, ButtonKind::Outline, tests};
        button->setObjectName(QStringLiteral("soundTest_%1").arg(m_tests.size()));
        button->setMark(Icon::Volume);
        connect(button, &QPushButton::clicked, this, [this, sound] { Q_EMIT testClicked(sound); });
        columns->addWidget(button);
        m_tests.push_back(button);
    }
    content()->addWidget(m_choice);
    content()->addWidget(m_volumeWords);
    content()->addWidget(m_volume, 0, Qt::AlignLeft);
    content()->addWidget(m_testWords);
    content()->addWidget(tests);
    content()->addStretch(1);
    addButton(m_close);
    connect(m_choice, &ChoiceGroup::chosenChanged, this, &SettingsSheet::takeKinds);
    connect(m_volume, &Stepper::countChanged, this, &SettingsSheet::volumeChosen);
    connect(m_close, &QPushButton::clicked, this, [this] { closeSheet(); });
    setFirstFocus(m_close);
    setWords();
}

void SettingsSheet::setWords()
{
    setTitle(tr("설정"));
    m_choice->setTitle(tr("이 화면에서 만드는 것"), tr("하나 이상 골라 주세요."));
    m_volumeWords->setText(tr("소리 크기"));
    m_volume->setSubject(tr("소리 크기"));
    m_testWords->setText(tr("소리 들어 보기"));
    std::size_t place = 0;
    for (const BarSound sound : kAllBarSounds)
        m_tests[place++]->setText(texts::caption(sound));
    m_close->setText(tr("닫기"));
    showKinds();
}

void SettingsSheet::setKinds(const StationKinds& kinds)
{
    m_kinds = kinds;
    showKinds();
}

void SettingsSheet::setVolume(int volume, int most)
{
    m_volume->setRange(0, most);
    m_volume->setCount(volume);
}

void SettingsSheet::showKinds()
{
    std::vector<Choice> choices;
    for (const StationKind kind : kAllStationKinds) {
        const std::string_view id = word(kind);
        choices.push_back({QString::fromLatin1(id.data(), static_cast<qsizetype>(id.size())),
                           texts::station(kind),
                           {},
                           m_kinds.contains(kind),
                           false});
    }
    m_choice->setChoices(choices);
}

void SettingsSheet::takeKinds(const QStringList& ids)
{
    const auto kinds = kindsFrom(ids.join(u',').toStdString());
    m_choice->setMissing(kinds ? QString{} : tr("하나는 골라야 주문이 보여요."));
    if (!kinds)
        return;
    m_kinds = *kinds;
    Q_EMIT kindsChosen(*kinds);
}

void SettingsSheet::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        setWords();
    Sheet::changeEvent(event);
}

} // namespace coffee::station
