// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPushButton>
#include <QStringList>
#include <QWidget>

#include <vector>

namespace coffee::ui {

class ColumnLayout;
class IconMark;
class Label;

// One thing that can be chosen: its words, an optional second line (a price difference), a tick in
// a disc when chosen. What is sold out says so in words and cannot be pressed.
class ChoiceChip final : public QPushButton {
    Q_OBJECT

public:
    explicit ChoiceChip(const QString& text, QWidget* parent = nullptr);

    void setDetail(const QString& detail);
    void setSoldOut(bool soldOut);
    // The tick above the words instead of beside them: narrow, for many in one row. Without a
    // second line.
    void setStacked(bool stacked);
    // The least width of a stacked chip.
    [[nodiscard]] int stackedWidth() const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    [[nodiscard]] QFont wordsFont() const;
    [[nodiscard]] QString secondLine() const;
    [[nodiscard]] int discSide() const;
    [[nodiscard]] int textRoom(int width) const;
    void paintStacked(QPainter& painter) const;
    void paintTick(QPainter& painter, const QRectF& disc) const;
    void nameIt();

    QString m_detail;
    bool m_soldOut = false;
    bool m_stacked = false;
};

// One choice of a group, as the page's model gives it.
struct Choice {
    QString id;     // returned in chosenChanged; also part of the chip's object name
    QString name;   // in the screen's language
    QString detail; // "+500원", or empty
    bool chosen = false;
    bool soldOut = false;
};

// A titled group of chips: exactly one, at most one, or several. It shows what the model says and
// reports what the person wants; a required group has nothing chosen until the person chooses. The
// chips are found as `choice_<id>`. Arrow keys move between chips, Space or Enter chooses.
class ChoiceGroup final : public QWidget {
    Q_OBJECT

public:
    enum class Mode { One, AtMostOne, Several };

    explicit ChoiceGroup(Mode mode, QWidget* parent = nullptr);

    // `rule` is the sentence beside the title: "하나를 골라 주세요".
    void setTitle(const QString& title, const QString& rule);
    // Says with an icon and in words that the rule is not met yet; empty words take it back.
    void setMissing(const QString& words);
    void setChoices(const std::vector<Choice>& choices);
    // The most that may be chosen in mode Several; further chips are off. 0 means all.
    void setMost(int most);
    // All of them in one row, with the tick above the words, where that fits in the width.
    void setOneRow(int width);
    [[nodiscard]] QStringList chosen() const;

Q_SIGNALS:
    // The person chose; the chips show it already.
    void chosenChanged(const QStringList& ids);

private:
    void take(ChoiceChip* chip, bool on);
    void enforceMost();

    Mode m_mode;
    Label* m_title;
    IconMark* m_missing;
    Label* m_rule;
    QString m_ruleWords;
    QWidget* m_field;
    ColumnLayout* m_columns;
    struct Entry {
        QString id;
        ChoiceChip* chip;
        bool soldOut;
    };
    std::vector<Entry> m_entries;
    int m_most = 0;
};

} // namespace coffee::ui
