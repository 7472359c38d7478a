// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "barista_station/model/ticket.h"

#include "shared/widgets/metrics.h"

#include <QWidget>

#include <map>
#include <optional>
#include <unordered_map>

namespace coffee::station {

/// How high the cards of tickets are that have no card now, so that a grid knows its pages without
/// making every card. What was measured on a card is told as it was; the rest is reckoned from the
/// words and from what the cards that were measured had around theirs, and may be some pixels off:
/// a grid that shows such a ticket measures its card.
class TicketHeights {
public:
    /// The theme is that of `host`, which must outlive this.
    explicit TicketHeights(const QWidget& host) : m_host{host} {}

    /// The card of this ticket is that high at this width.
    void measured(const Ticket& ticket, int width, int height);
    [[nodiscard]] int heightFor(const Ticket& ticket, int width);
    /// Other words, another look, or too much is remembered of tickets that are gone.
    void clear();
    [[nodiscard]] std::size_t remembered() const { return m_known.size(); }
    /// Nothing has been measured since the beginning or `clear`: reckoning would be guessing.
    [[nodiscard]] bool knowsNothing() const { return m_around.empty(); }

private:
    /// What makes cards of one ticket differ in height, beside its words.
    struct Shape {
        TicketStage stage{TicketStage::Queued};
        bool dimmed{false};
        int width{0};
        friend auto operator<=>(const Shape&, const Shape&) = default;
    };
    struct Known {
        Shape shape;
        int height{0};
    };

    struct Letters {
        double korean{0.0};
        double other{0.0};
        int lineHeight{0};
    };
    /// Of the theme, in pixels.
    struct Measures {
        int tight{0};
        int small{0};
        int gap{0};
        int target{0};
        int icon{0};
        Letters name;
        Letters options;
    };

    [[nodiscard]] static Shape shapeOf(const Ticket& ticket, int width);
    [[nodiscard]] int wordsHeight(const Ticket& ticket, int width);
    [[nodiscard]] int lineHeight(const TicketLine& line, int width);
    [[nodiscard]] const Measures& measures();
    [[nodiscard]] Letters lettersOf(ui::TextRole role) const;
    [[nodiscard]] static double advanceOf(const QString& text, const Letters& letters);
    [[nodiscard]] static int textHeight(double advance, const Letters& letters, int width);

    const QWidget& m_host;
    std::unordered_map<OrderId, Known> m_known;
    std::map<Shape, int> m_around; ///< the height of a card less that of its words
    std::optional<Measures> m_measures;
};

} // namespace coffee::station
