// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/pages/display_sheet.h"

#include "shared/widgets/button.h"
#include "shared/widgets/choice.h"

#include <QBoxLayout>
#include <QEvent>

#include <array>

namespace coffee::kiosk {

using ui::TextScale;

namespace {

struct Size {
    TextScale scale;
    const char* id;
};
constexpr std::array kSizes{Size{TextScale::Percent100, "size_100"},
                            Size{TextScale::Percent150, "size_150"},
                            Size{TextScale::Percent200, "size_200"}};

const QString kVoice = QStringLiteral("mode_voice");
const QString kContrast = QStringLiteral("mode_contrast");
const QString kLow = QStringLiteral("mode_low");

QString nameOf(TextScale scale)
{
    switch (scale) {
    case TextScale::Percent100:
        return DisplaySheet::tr("기본");
    case TextScale::Percent150:
        return DisplaySheet::tr("크게");
    case TextScale::Percent200:
        return DisplaySheet::tr("아주 크게");
    }
    return {};
}

} // namespace

DisplaySheet::DisplaySheet(QWidget* host)
    : ui::Sheet{host},
      m_sizes{new ui::ChoiceGroup{ui::ChoiceGroup::Mode::One}},
      m_views{new ui::ChoiceGroup{ui::ChoiceGroup::Mode::Several}},
      m_done{new ui::Button{QString{}, ui::ButtonKind::Filled}}
{
    setObjectName(QStringLiteral("displaySheet"));
    m_done->setObjectName(QStringLiteral("displayDoneButton"));
    content()->addWidget(m_sizes);
    content()->addWidget(m_views);
    addButton(m_done);
    connect(m_done, &QPushButton::clicked, this, [this] { closeSheet(); });
    connect(m_sizes, &ui::ChoiceGroup::chosenChanged, this, [this](const QStringList& ids) {
        ScreenModes wanted = m_modes;
        for (const Size& size : kSizes)
            if (ids.contains(QLatin1StringView{size.id}))
                wanted.scale = size.scale;
        Q_EMIT modesChosen(wanted);
    });
    connect(m_views, &ui::ChoiceGroup::chosenChanged, this, [this](const QStringList& ids) {
        Q_EMIT modesChosen(
            {m_modes.scale, ids.contains(kContrast), ids.contains(kLow), ids.contains(kVoice)});
    });
    refresh();
}

void DisplaySheet::setModes(const ScreenModes& modes)
{
    m_modes = modes;
    refresh();
}

void DisplaySheet::refresh()
{
    setTitle(tr("화면 설정"));
    std::vector<ui::Choice> sizes;
    for (const Size& size : kSizes)
        sizes.push_back({QLatin1StringView{size.id},
                         nameOf(size.scale),
                         {},
                         size.scale == m_modes.scale,
                         false});
    m_sizes->setTitle(tr("글자 크기"), QString{});
    m_sizes->setChoices(sizes);
    m_views->setTitle(tr("화면"), QString{});
    m_views->setChoices({{kVoice, tr("음성 안내"), {}, m_modes.voice, false},
                         {kContrast, tr("고대비"), {}, m_modes.highContrast, false},
                         {kLow, tr("낮은 화면"), {}, m_modes.lowScreen, false}});
    m_done->setText(tr("닫기"));
}

void DisplaySheet::changeEvent(QEvent* event)
{
    ui::Sheet::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        refresh();
}

} // namespace coffee::kiosk
