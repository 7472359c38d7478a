// SPDX-License-Identifier: GPL-3.0-or-later
#include "barista_station/pages/unit_choices.h"

#include <QCoreApplication>

namespace coffee::station {
namespace {

struct UnitWords {
    Q_DECLARE_TR_FUNCTIONS(UnitWords)
};

const QString kAll = QStringLiteral("all");

} // namespace

std::vector<ui::Choice> unitChoices(const Ticket& ticket, UnitState state)
{
    std::vector<ui::Choice> choices;
    for (const TicketLine& line : ticket.lines) {
        std::size_t place = 0;
        for (const TicketUnit& unit : line.units) {
            ++place;
            if (unit.state != state)
                continue;
            const QString name = line.units.size() > 1
                                     ? QStringLiteral("%1 %2").arg(line.name).arg(place)
                                     : line.name;
            choices.push_back({QString::number(unit.number), name,
                               line.options.join(QStringLiteral("\u00a0· ")), false, false});
        }
    }
    if (choices.size() > 1)
        choices.insert(choices.begin(),
                       {kAll,
                        UnitWords::tr("모두 %n개", nullptr, static_cast<int>(choices.size())),
                        {},
                        false,
                        false});
    return choices;
}

std::vector<UnitNumber> chosenUnits(const Ticket& ticket, UnitState state,
                                    const ui::ChoiceGroup& group)
{
    const QStringList chosen = group.chosen();
    std::vector<UnitNumber> units;
    for (const TicketLine& line : ticket.lines)
        for (const TicketUnit& unit : line.units)
            if (unit.state == state &&
                (chosen.contains(kAll) || chosen.contains(QString::number(unit.number))))
                units.push_back(unit.number);
    return units;
}

} // namespace coffee::station
