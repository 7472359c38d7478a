// SPDX-License-Identifier: GPL-3.0-or-later
#include "barista_station/pages/ticket_line_view.h"

#include "barista_station/pages/flow_layout.h"
#include "barista_station/pages/unit_chip.h"

#include "shared/widgets/label.h"

#include <QBoxLayout>

namespace coffee::station {

using namespace coffee::ui;

TicketLineView::TicketLineView(std::int32_t ticketNumber, const TicketLine& line, QWidget* parent)
    : QWidget{parent},
      m_name{new Label{TextRole::Heading, this}},
      m_options{new Label{TextRole::Button, this}}
{
    const Theme& theme = themeOf(*this);
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme.px(mm::kBorder));
    column->addWidget(m_name);
    column->addWidget(m_options);
    column->addSpacing(theme.px(mm::kBorder));
    auto* chips = new QWidget{this};
    auto* flow = new FlowLayout{chips, theme.px(Space::Tight)};
    for (const TicketUnit& unit : line.units) {
        auto* chip = new UnitChip{chips};
        chip->setObjectName(QStringLiteral("unit_%1_%2").arg(ticketNumber).arg(unit.number));
        const UnitNumber number = unit.number;
        connect(chip, &QPushButton::clicked, this, [this, number] { Q_EMIT unitClicked(number); });
        flow->addWidget(chip);
        m_chips.push_back(chip);
    }
    column->addWidget(chips);
    m_options->setInk(Ink::Second);
}

QString TicketLineView::subject(const TicketLine& line, std::size_t place) const
{
    return line.units.size() > 1 ? QStringLiteral("%1 %2").arg(line.name).arg(place + 1)
                                 : line.name;
}

void TicketLineView::setLine(const TicketLine& line, bool pressable, bool faded)
{
    const auto count = static_cast<int>(line.units.size());
    m_name->setText(count > 1 ? QStringLiteral("%1 ×%2").arg(line.name).arg(count) : line.name);
    m_name->setStruckOut(false);
    m_name->setInk(faded ? Ink::Second : Ink::First);
    m_options->setText(line.options.join(QStringLiteral(" · ")));
    m_options->setStruckOut(false);
    m_options->setInk(Ink::Second);
    m_options->setVisible(!line.options.isEmpty());
    for (std::size_t place = 0; place < m_chips.size() && place < line.units.size(); ++place)
        m_chips[place]->setUnit(line.units[place], subject(line, place), pressable);
}

void TicketLineView::setStopped(const TicketLine& line, const std::set<UnitNumber>& made)
{
    setLine(line, false, false);
    m_name->setStruckOut(true);
    m_options->setStruckOut(true);
    m_options->setInk(Ink::First);
    for (std::size_t place = 0; place < m_chips.size() && place < line.units.size(); ++place)
        m_chips[place]->setMade(made.contains(line.units[place].number), subject(line, place));
}

} // namespace coffee::station
