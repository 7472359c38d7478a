// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/basket.h"

#include <QObject>

#include <optional>
#include <string>
#include <vector>

namespace coffee::kiosk {

/// A line of the basket under an identity that stays while the customer edits around it.
using LineId = int;

struct BasketEntry {
    LineId id{0};
    BasketLine line;
    PricedLine priced;

    [[nodiscard]] int quantity() const { return static_cast<int>(line.cups.size()); }
};

/// What happened to the basket without the customer's doing, to be told in words.
struct BasketLoss {
    std::vector<LocalText> soldOut; ///< taken out: they cannot be had now
    std::vector<LocalText> notNow;  ///< taken out: they are sold at other times of the day
    std::vector<LocalText> gone;    ///< taken out: the menu does not have them (so) any more
    Money before;                   ///< the total before and after
    Money after;
    [[nodiscard]] bool any() const
    {
        return !soldOut.empty() || !notNow.empty() || !gone.empty() || before != after;
    }
};

/// The customer's basket: always priced, always orderable as far as the menu and the sold-out list
/// that it knows say so. Equal lines are one line. GUI thread.
class CustomerBasket final : public QObject {
    Q_OBJECT

public:
    explicit CustomerBasket(QObject* parent = nullptr);

    /// The menu in force. Lines that it does not have (so) any more leave the basket; the rest is
    /// priced again. The loss says what changed.
    BasketLoss setMenu(const Menu& menu);
    /// Lines of sold-out items leave the basket, and those that are not sold at this time of day.
    BasketLoss takeOut(const SoldOut& soldOut, const SoldOut& outsideHours = {});
    [[nodiscard]] const Menu& menu() const { return m_menu; }

    /// Why a line could not be taken in.
    enum class Added { Taken, LinesFull, UnitsFull, NotOrderable };
    /// Adds a complete line; an equal one gets more units, as far as its item allows.
    Added add(const BasketLine& line);
    /// Puts an edited line in the place of `id`.
    Added replace(LineId id, const BasketLine& line);
    /// In the place of what is here: a basket that was put together elsewhere. The loss says what
    /// cannot be ordered here.
    BasketLoss takeOver(const Basket& basket);
    void setQuantity(LineId id, int quantity);
    void remove(LineId id);
    void clear();

    /// Here or take away; drinks change to that service's usual cup, own cups stay.
    void setService(ServiceMode service);
    void setAllergyNote(const std::string& note);

    [[nodiscard]] const std::vector<BasketEntry>& entries() const { return m_entries; }
    [[nodiscard]] const BasketEntry* find(LineId id) const;
    [[nodiscard]] bool isEmpty() const { return m_entries.empty(); }
    [[nodiscard]] int units() const;
    [[nodiscard]] Money total() const;
    /// The part of the total that contains VAT.
    [[nodiscard]] Money taxableTotal() const;
    [[nodiscard]] ServiceMode service() const { return m_service; }
    [[nodiscard]] const std::string& allergyNote() const { return m_allergyNote; }
    /// The most units that this line may have now.
    [[nodiscard]] int quantityMost(LineId id) const;
    /// As it is sent to the daemon.
    [[nodiscard]] Basket toBasket() const;

Q_SIGNALS:
    void changed();

private:
    [[nodiscard]] std::vector<BasketEntry>::iterator locate(LineId id);
    [[nodiscard]] Added fits(const BasketLine& line, int unitsWithout, bool newLine) const;
    BasketLoss priceAgain();

    Menu m_menu;
    std::vector<BasketEntry> m_entries;
    ServiceMode m_service{ServiceMode::Here};
    std::string m_allergyNote;
    LineId m_lastId{0};
};

} // namespace coffee::kiosk
