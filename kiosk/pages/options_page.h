// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk/pages/page.h"
#include "kiosk/pages/page_parts.h"

#include <optional>
#include <vector>

class QLabel;

namespace coffee::ui {
class Badge;
class Button;
class Card;
class ChoiceGroup;
class Label;
class Stepper;
} // namespace coffee::ui

namespace coffee::kiosk {

class CountedGroup;

/// One item with its picture, what is in it, its options, its cup and how many. The add button
/// says what is still missing.
class OptionsPage final : public Page {
    Q_OBJECT

public:
    explicit OptionsPage(PageParts parts, QWidget* parent = nullptr);

    void refresh() override;
    void arrive() override;
    void setWide(bool wide) override;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void fit() override;

private:
    /// One question on the page: chips or counted choices.
    struct Question {
        std::string group;
        ui::ChoiceGroup* chips{nullptr};
        CountedGroup* counted{nullptr};
    };

    void rebuild();
    void buildQuestions(const std::vector<std::string>& groups);
    void buildCups(const MenuItem& item);
    void clearQuestions();
    [[nodiscard]] bool mustBeAnswered(const std::string& group) const;
    /// Its picture in what is chosen so far.
    [[nodiscard]] QString image(const MenuItem& item) const;
    void refreshItem(const MenuItem& item);
    void refreshQuestions();
    void refreshCups();
    void refreshFooter();
    void showMissing();
    [[nodiscard]] static QString missingWords(const OptionGroup& group);
    /// Of those that the item's questions can give; empty when nothing has to be answered.
    [[nodiscard]] QString longestReason(const MenuItem& item) const;
    [[nodiscard]] const MenuItem* item() const;

    PageParts m_parts;
    std::optional<LineDraft> m_draft;
    std::vector<Question> m_questions;
    bool m_cupsFirst{false}; ///< right below what must be answered: in easy mode
    bool m_tried{false};     ///< to add it without the answers that it needs
    ui::ChoiceGroup* m_cups{nullptr};
    QLabel* m_picture;
    ui::Label* m_name;
    ui::Label* m_description;
    ui::Label* m_facts;
    ui::Card* m_about;
    QBoxLayout* m_halves;
    QBoxLayout* m_aboutRow;
    QVBoxLayout* m_list;
    ui::Button* m_back;
    ui::Stepper* m_quantity;
    ui::Button* m_add;
};

} // namespace coffee::kiosk
