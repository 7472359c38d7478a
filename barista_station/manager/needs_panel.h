// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "barista_station/manager/needs_now.h"

#include <QWidget>

#include <optional>
#include <utility>
#include <vector>

class QBoxLayout;

namespace coffee::ui {
class Button;
class Card;
class Label;
} // namespace coffee::ui

namespace coffee::station {

/// "지금 확인할 일": most urgent first, each with since when, what it means and its one action;
/// without any it says 모두 정상. Found as `needsPanel`, rows as `need_<place>` with
/// `needAction_<place>`, the calm state as `allWell`.
class NeedsPanel final : public QWidget {
    Q_OBJECT

public:
    explicit NeedsPanel(QWidget* parent = nullptr);

    void setNeeds(const std::vector<Need>& needs, ShopTime now);

Q_SIGNALS:
    void actionClicked(const coffee::station::Need& need);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void rebuild();
    void showAges();
    /// Age and action stand beside the words, or below them where that would leave too little room.
    void arrange();
    /// The need whose action has the focus; empty when none has it.
    [[nodiscard]] std::optional<Need> focused() const;

    std::vector<Need> m_needs;
    ShopTime m_now{};
    ui::Label* m_title;
    ui::Card* m_allWell;
    ui::Label* m_allWellWords;
    QBoxLayout* m_rows;
    std::vector<ui::Label*> m_ages;
    std::vector<QBoxLayout*> m_foldable;
    std::vector<std::pair<Need, ui::Button*>> m_actions;
};

} // namespace coffee::station
