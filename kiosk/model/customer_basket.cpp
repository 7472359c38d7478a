// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/model/customer_basket.h"

#include <algorithm>

namespace coffee::kiosk {
namespace {

/// Options in the menu's order, so that equal choices compare equal.
BasketLine inMenuOrder(const BasketLine& line, const PricedLine& priced)
{
    BasketLine ordered{line.item, {}, line.cups};
    for (const PricedOption& option : priced.options)
        ordered.options.push_back({option.group, option.choice, option.count});
    return ordered;
}

bool isAlike(const BasketLine& a, const BasketLine& b)
{
    const auto uniform = [](const BasketLine& line) {
        return std::all_of(line.cups.begin(), line.cups.end(),
                           [&line](CupKind cup) { return cup == line.cups.front(); });
    };
    return a.item == b.item && a.options == b.options && uniform(a) && uniform(b) &&
           a.cups.front() == b.cups.front();
}

CupKind cupIn(ServiceMode service, CupKind cup)
{
    switch (cup) {
    case CupKind::None:
    case CupKind::Own:
        return cup;
    case CupKind::Store:
    case CupKind::Disposable:
        return service == ServiceMode::Here ? CupKind::Store : CupKind::Disposable;
    }
    return cup;
}

} // namespace

CustomerBasket::CustomerBasket(QObject* parent) : QObject{parent} {}

BasketLoss CustomerBasket::setMenu(const Menu& menu)
{
    m_menu = menu;
    return priceAgain();
}

BasketLoss CustomerBasket::priceAgain()
{
    BasketLoss loss;
    loss.before = total();
    std::vector<BasketEntry> kept;
    for (BasketEntry& entry : m_entries) {
        auto priced = priceLine(m_menu, m_service, entry.line);
        if (!priced) {
            loss.gone.push_back(entry.priced.name);
            continue;
        }
        entry.priced = std::move(*priced);
        kept.push_back(std::move(entry));
    }
    m_entries = std::move(kept);
    loss.after = total();
    if (loss.any())
        Q_EMIT changed();
    return loss;
}

BasketLoss CustomerBasket::takeOut(const SoldOut& soldOut, const SoldOut& outsideHours)
{
    BasketLoss loss;
    loss.before = total();
    const auto name = [](std::vector<LocalText>& names, const LocalText& text) {
        if (std::find(names.begin(), names.end(), text) == names.end())
            names.push_back(text);
    };
    std::erase_if(m_entries, [&](const BasketEntry& entry) {
        const bool isSoldOut = soldOut.contains(entry.line.item);
        if (!isSoldOut && !outsideHours.contains(entry.line.item))
            return false;
        name(isSoldOut ? loss.soldOut : loss.notNow, entry.priced.name);
        return true;
    });
    loss.after = total();
    if (loss.any())
        Q_EMIT changed();
    return loss;
}

CustomerBasket::Added CustomerBasket::fits(const BasketLine& line, int unitsWithout,
                                           bool newLine) const
{
    if (newLine && m_entries.size() >= kLinesMax)
        return Added::LinesFull;
    if (unitsWithout + static_cast<int>(line.cups.size()) > static_cast<int>(kUnitsMax))
        return Added::UnitsFull;
    return Added::Taken;
}

CustomerBasket::Added CustomerBasket::add(const BasketLine& line)
{
    auto priced = priceLine(m_menu, m_service, line);
    if (!priced)
        return Added::NotOrderable;
    const BasketLine ordered = inMenuOrder(line, *priced);
    const auto alike =
        std::find_if(m_entries.begin(), m_entries.end(),
                     [&ordered](const BasketEntry& entry) { return isAlike(entry.line, ordered); });
    if (const Added fit = fits(ordered, units(), alike == m_entries.end()); fit != Added::Taken)
        return fit;
    if (alike == m_entries.end()) {
        m_entries.push_back({++m_lastId, ordered, std::move(*priced)});
        Q_EMIT changed();
        return Added::Taken;
    }
    BasketLine more = alike->line;
    more.cups.insert(more.cups.end(), ordered.cups.begin(), ordered.cups.end());
    auto pricedMore = priceLine(m_menu, m_service, more);
    if (!pricedMore)
        return Added::UnitsFull;
    alike->line = std::move(more);
    alike->priced = std::move(*pricedMore);
    Q_EMIT changed();
    return Added::Taken;
}

CustomerBasket::Added CustomerBasket::replace(LineId id, const BasketLine& line)
{
    const auto place = locate(id);
    if (place == m_entries.end())
        return add(line);
    auto priced = priceLine(m_menu, m_service, line);
    if (!priced)
        return Added::NotOrderable;
    if (const Added fit = fits(line, units() - place->quantity(), false); fit != Added::Taken)
        return fit;
    place->line = inMenuOrder(line, *priced);
    place->priced = std::move(*priced);
    Q_EMIT changed();
    return Added::Taken;
}

BasketLoss CustomerBasket::takeOver(const Basket& basket)
{
    clear();
    m_service = basket.service;
    m_allergyNote = basket.allergyNote;
    BasketLoss loss;
    for (const BasketLine& line : basket.lines)
        if (add(line) != Added::Taken) {
            const MenuItem* item = m_menu.item(line.item);
            loss.gone.push_back(item ? item->name : LocalText{line.item, line.item});
        }
    loss.before = loss.after = total();
    Q_EMIT changed();
    return loss;
}

void CustomerBasket::setQuantity(LineId id, int quantity)
{
    const auto place = locate(id);
    if (place == m_entries.end())
        return;
    const int wanted = std::clamp(quantity, 1, std::max(1, quantityMost(id)));
    if (wanted == place->quantity())
        return;
    BasketLine line = place->line;
    line.cups.resize(static_cast<std::size_t>(wanted), line.cups.back());
    auto priced = priceLine(m_menu, m_service, line);
    if (!priced)
        return;
    place->line = std::move(line);
    place->priced = std::move(*priced);
    Q_EMIT changed();
}

void CustomerBasket::remove(LineId id)
{
    if (std::erase_if(m_entries, [id](const BasketEntry& entry) { return entry.id == id; }) > 0)
        Q_EMIT changed();
}

void CustomerBasket::clear()
{
    m_entries.clear();
    m_allergyNote.clear();
    m_service = ServiceMode::Here;
    Q_EMIT changed();
}

void CustomerBasket::setService(ServiceMode service)
{
    if (service == m_service)
        return;
    m_service = service;
    for (BasketEntry& entry : m_entries)
        for (CupKind& cup : entry.line.cups)
            cup = cupIn(service, cup);
    priceAgain();
    Q_EMIT changed();
}

void CustomerBasket::setAllergyNote(const std::string& note)
{
    if (note == m_allergyNote || note.size() > kAllergyNoteBytesMax)
        return;
    m_allergyNote = note;
    Q_EMIT changed();
}

const BasketEntry* CustomerBasket::find(LineId id) const
{
    const auto found = std::find_if(m_entries.begin(), m_entries.end(),
                                    [id](const BasketEntry& entry) { return entry.id == id; });
    return found == m_entries.end() ? nullptr : &*found;
}

std::vector<BasketEntry>::iterator CustomerBasket::locate(LineId id)
{
    return std::find_if(m_entries.begin(), m_entries.end(),
                        [id](const BasketEntry& entry) { return entry.id == id; });
}

int CustomerBasket::units() const
{
    int count = 0;
    for (const BasketEntry& entry : m_entries)
        count += entry.quantity();
    return count;
}

Money CustomerBasket::total() const
{
    Money sum;
    for (const BasketEntry& entry : m_entries)
        sum = sum.plus(entry.priced.total).value_or(sum);
    return sum;
}

Money CustomerBasket::taxableTotal() const
{
    Money sum;
    for (const BasketEntry& entry : m_entries)
        if (entry.priced.tax == TaxClass::Taxable)
            sum = sum.plus(entry.priced.total).value_or(sum);
    return sum;
}

int CustomerBasket::quantityMost(LineId id) const
{
    const BasketEntry* entry = find(id);
    const MenuItem* item = entry ? m_menu.item(entry->line.item) : nullptr;
    if (!item)
        return 0;
    const int roomInOrder = static_cast<int>(kUnitsMax) - (units() - entry->quantity());
    return std::min(
        {static_cast<int>(item->quantityMax), static_cast<int>(kUnitsOfLineMax), roomInOrder});
}

Basket CustomerBasket::toBasket() const
{
    Basket basket{m_service, m_allergyNote, {}};
    for (const BasketEntry& entry : m_entries)
        basket.lines.push_back(entry.line);
    return basket;
}

} // namespace coffee::kiosk
