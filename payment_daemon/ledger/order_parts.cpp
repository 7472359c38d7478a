// SPDX-License-Identifier: GPL-3.0-or-later
#include "payment_daemon/ledger/order_parts.h"

#include "shared/domain/words.h"
#include "shared/protocol/json_writer.h"

namespace coffee::daemon {
namespace {

using protocol::JsonWriter;

void writeLine(JsonWriter& out, const PricedLine& line)
{
    out.beginArray();
    out.text(line.item);
    out.text(line.name.ko);
    out.text(line.name.en);
    out.text(word(line.station));
    out.text(word(line.tax));
    out.integer(line.total.won());
    out.endArray();
}

void writeOption(JsonWriter& out, LineNumber line, std::int64_t place, const PricedOption& option)
{
    out.beginArray();
    out.integer(line);
    out.integer(place);
    out.text(option.group);
    out.text(option.choice);
    out.text(option.name.ko);
    out.text(option.name.en);
    out.integer(option.count);
    out.integer(option.priceDifference.won());
    out.endArray();
}

void writeUnit(JsonWriter& out, LineNumber line, const PricedUnit& unit)
{
    out.beginArray();
    out.integer(line);
    out.text(word(unit.cup));
    out.integer(unit.price.won());
    out.endArray();
}

} // namespace

OrderParts partsOf(const PricedBasket& basket)
{
    JsonWriter lines;
    JsonWriter options;
    JsonWriter units;
    for (JsonWriter* list : {&lines, &options, &units})
        list->beginArray();
    LineNumber number = 0;
    for (const PricedLine& line : basket.lines) {
        ++number;
        writeLine(lines, line);
        std::int64_t place = 0;
        for (const PricedOption& option : line.options)
            writeOption(options, number, ++place, option);
        for (const PricedUnit& unit : line.units)
            writeUnit(units, number, unit);
    }
    for (JsonWriter* list : {&lines, &options, &units})
        list->endArray();
    return {lines.take(), options.take(), units.take()};
}

} // namespace coffee::daemon
