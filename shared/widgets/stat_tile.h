// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/widgets/card.h"

namespace coffee::ui {

// One figure of the shop: what it is, how much, and a line about it.
class StatTile final : public Card {
    Q_OBJECT

public:
    explicit StatTile(Icon icon, const QString& title, QWidget* parent = nullptr);

    void setTitle(const QString& title);
    void setValue(const QString& value, const QString& note);

private:
    void nameIt();

    Label* m_title;
    Label* m_value;
    Label* m_note;
};

// How a program of the shop is. The words say it; icon and colour repeat it.
enum class Health { Good, Late, Gone };

// One program: its name, how it is in words, since when, and what it last said.
class HealthTile final : public Card {
    Q_OBJECT

public:
    HealthTile(Icon program, const QString& name, QWidget* parent = nullptr);

    void setName(const QString& name);
    // `words` is the state ("정상", "42건 뒤처짐", "응답 없음"); `details` further lines.
    void setHealth(Health health, const QString& words, const QString& details);

private:
    Label* m_name;
    IconMark* m_mark;
    Label* m_words;
    Label* m_details;
};

} // namespace coffee::ui
