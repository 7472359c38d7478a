// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

#include <vector>

class QBoxLayout;
class QScrollArea;

namespace coffee::ui {

class Button;

struct CategoryEntry {
    QString id;   // the tab's object name is `category_<id>`
    QString name; // in the screen's language
};

// The categories as a row of tabs that the finger can push sideways; arrows at the ends turn it
// where it is longer than the glass. At rest it shows whole tabs only, so that no name is half
// covered. Exactly one is chosen.
class CategoryBar final : public QWidget {
    Q_OBJECT

public:
    explicit CategoryBar(QWidget* parent = nullptr);

    void setEntries(const std::vector<CategoryEntry>& entries);
    // Shows this one as chosen and moves it into view; emits nothing.
    void setCurrent(const QString& id);
    [[nodiscard]] QString current() const { return m_current; }
    // What all tabs take beside each other, however narrow the bar is now.
    [[nodiscard]] int widthOfAll() const;

Q_SIGNALS:
    void categoryChosen(const QString& id);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Tab {
        QString id;
        Button* button;
        int width; // as it stands in the row
    };

    void choose(const QString& id);
    // Gives every tab its width, and the row its arrows where it needs them.
    void fit();
    // Draws the tabs out, so that each page of them fills the row.
    void fillPages();
    // Rests with this tab as the first in view.
    void showFrom(std::size_t first);
    void rest();
    void settle();
    void turn(int direction);
    void bringIntoView(std::size_t tab);
    [[nodiscard]] int room() const;
    [[nodiscard]] int leftOf(std::size_t tab) const;
    // The last tab that is whole when `first` is the first one in view, and the other way round.
    [[nodiscard]] std::size_t lastFrom(std::size_t first) const;
    [[nodiscard]] std::size_t firstUpTo(std::size_t last) const;

    QScrollArea* m_area;
    QWidget* m_strip;
    QBoxLayout* m_row;
    Button* m_left;
    Button* m_right;
    std::vector<Tab> m_tabs;
    QString m_current;
    std::size_t m_first = 0;
};

} // namespace coffee::ui
