// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/basket.h"

#include <optional>
#include <string>
#include <vector>

namespace coffee::kiosk {

/// How the choices of an option group are put to the customer.
enum class GroupKind {
    One,       ///< exactly one: chips
    AtMostOne, ///< none or one: chips that can be taken back
    Several,   ///< chips, several at a time
    Counted    ///< each choice with − n + (extra shots, pumps of syrup)
};

[[nodiscard]] GroupKind kindOf(const OptionGroup& group);

/// One line while the customer is putting it together: what is chosen so far, what is missing, and
/// what it costs. A value; the menu must be the one it was begun with.
///
/// Groups start with their menu default, or with nothing where the customer must say it (ICE or
/// HOT). The cup starts as the usual one of the service: store cup here, disposable to take away.
class LineDraft {
public:
    LineDraft(const Menu& menu, const MenuItem& item, ServiceMode service);
    /// Continues with a line that is in the basket already.
    LineDraft(const Menu& menu, ServiceMode service, const BasketLine& line);

    [[nodiscard]] const std::string& item() const { return m_line.item; }
    [[nodiscard]] const BasketLine& line() const { return m_line; }
    [[nodiscard]] int quantity() const { return static_cast<int>(m_line.cups.size()); }
    [[nodiscard]] int quantityMost() const { return m_quantityMost; }
    [[nodiscard]] CupKind cup() const { return m_line.cups.front(); }
    [[nodiscard]] int countOf(const std::string& group, const std::string& choice) const;

    /// The chosen ids of a group, replacing what was chosen there (chips).
    void choose(const OptionGroup& group, const std::vector<std::string>& choices);
    /// A counted choice; the group's maximum and the choice's own hold.
    void setCount(const OptionGroup& group, const OptionChoice& choice, int count);
    /// The most that this choice may be counted to now.
    [[nodiscard]] int countMost(const OptionGroup& group, const OptionChoice& choice) const;
    void setCup(CupKind cup);
    void setQuantity(int quantity);

    /// The groups that still need a choice, in the menu's order.
    [[nodiscard]] std::vector<const OptionGroup*> missing(const Menu& menu) const;
    /// What it costs as it is now: missing groups count nothing. Empty when out of range.
    [[nodiscard]] std::optional<Money> runningPrice(const Menu& menu) const;

private:
    void clear(const std::string& group);

    BasketLine m_line;
    ServiceMode m_service;
    int m_quantityMost{1};
};

/// The cups that a drink can be had in, the usual one first; none for items without a cup.
[[nodiscard]] std::vector<CupKind> cupsFor(const MenuItem& item, ServiceMode service);

} // namespace coffee::kiosk
