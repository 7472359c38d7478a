// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/model/line_draft.h"

#include <algorithm>
#include <cassert>

namespace coffee::kiosk {
namespace {

int chosenIn(const BasketLine& line, const std::string& group)
{
    int chosen = 0;
    for (const OptionSelection& selection : line.options)
        if (selection.group == group)
            chosen += selection.count;
    return chosen;
}

int quantityMostOf(const MenuItem& item)
{
    return std::min(item.quantityMax, static_cast<std::int32_t>(kUnitsOfLineMax));
}

} // namespace

GroupKind kindOf(const OptionGroup& group)
{
    const bool counted =
        std::any_of(group.choices.begin(), group.choices.end(),
                    [](const OptionChoice& choice) { return choice.countMax > 1; });
    if (counted)
        return GroupKind::Counted;
    if (group.max > 1)
        return GroupKind::Several;
    return group.min > 0 ? GroupKind::One : GroupKind::AtMostOne;
}

std::vector<CupKind> cupsFor(const MenuItem& item, ServiceMode service)
{
    if (!item.needsCup)
        return {};
    const CupKind usual = service == ServiceMode::Here ? CupKind::Store : CupKind::Disposable;
    return {usual, CupKind::Own};
}

LineDraft::LineDraft(const Menu& menu, const MenuItem& item, ServiceMode service)
    : m_service{service}, m_quantityMost{quantityMostOf(item)}
{
    m_line.item = item.id;
    const std::vector<CupKind> cups = cupsFor(item, service);
    m_line.cups = {cups.empty() ? CupKind::None : cups.front()};
    for (const std::string& id : item.optionGroups) {
        const OptionGroup* group = menu.group(id);
        if (group && !group->defaultChoice.empty())
            m_line.options.push_back({id, group->defaultChoice, 1});
    }
}

LineDraft::LineDraft(const Menu& menu, ServiceMode service, const BasketLine& line)
    : m_line{line}, m_service{service}
{
    const MenuItem* item = menu.item(line.item);
    assert(item && !line.cups.empty());
    m_quantityMost = quantityMostOf(*item);
}

int LineDraft::countOf(const std::string& group, const std::string& choice) const
{
    int count = 0;
    for (const OptionSelection& selection : m_line.options)
        if (selection.group == group && selection.choice == choice)
            count += selection.count;
    return count;
}

void LineDraft::clear(const std::string& group)
{
    std::erase_if(m_line.options,
                  [&group](const OptionSelection& selection) { return selection.group == group; });
}

void LineDraft::choose(const OptionGroup& group, const std::vector<std::string>& choices)
{
    clear(group.id);
    for (const std::string& id : choices)
        if (findChoice(group, id) && chosenIn(m_line, group.id) < group.max)
            m_line.options.push_back({group.id, id, 1});
}

int LineDraft::countMost(const OptionGroup& group, const OptionChoice& choice) const
{
    const int others = chosenIn(m_line, group.id) - countOf(group.id, choice.id);
    return std::clamp(group.max - others, 0, static_cast<int>(choice.countMax));
}

void LineDraft::setCount(const OptionGroup& group, const OptionChoice& choice, int count)
{
    const int allowed = std::clamp(count, 0, countMost(group, choice));
    std::erase_if(m_line.options, [&](const OptionSelection& selection) {
        return selection.group == group.id && selection.choice == choice.id;
    });
    if (allowed > 0)
        m_line.options.push_back({group.id, choice.id, allowed});
}

void LineDraft::setCup(CupKind cup)
{
    std::fill(m_line.cups.begin(), m_line.cups.end(), cup);
}

void LineDraft::setQuantity(int quantity)
{
    const CupKind kept = cup();
    m_line.cups.assign(static_cast<std::size_t>(std::clamp(quantity, 1, m_quantityMost)), kept);
}

std::vector<const OptionGroup*> LineDraft::missing(const Menu& menu) const
{
    std::vector<const OptionGroup*> groups;
    const MenuItem* item = menu.item(m_line.item);
    if (!item)
        return groups;
    for (const std::string& id : item->optionGroups) {
        const OptionGroup* group = menu.group(id);
        if (group && chosenIn(m_line, id) < group->min)
            groups.push_back(group);
    }
    return groups;
}

std::optional<Money> LineDraft::runningPrice(const Menu& menu) const
{
    // The one pricing function asks for complete lines: it gets a menu of this item alone, in which
    // no group is required.
    const MenuItem* item = menu.item(m_line.item);
    if (!item)
        return std::nullopt;
    Menu lenient;
    lenient.cups = menu.cups;
    lenient.items = {*item};
    for (const std::string& id : item->optionGroups)
        if (const OptionGroup* group = menu.group(id)) {
            lenient.optionGroups.push_back(*group);
            lenient.optionGroups.back().min = 0;
        }
    const auto priced = priceLine(lenient, m_service, m_line);
    if (!priced)
        return std::nullopt;
    return priced->total;
}

} // namespace coffee::kiosk
