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
// where it is longer than the glass. Exactly one is chosen.
class CategoryBar final : public QWidget {
    Q_OBJECT

public:
    explicit CategoryBar(QWidget* parent = nullptr);

    void setEntries(const std::vector<CategoryEntry>& entries);
    // Shows this one as chosen and moves it into view; emits nothing.
    void setCurrent(const QString& id);
    [[nodiscard]] QString current() const { return m_current; }

Q_SIGNALS:
    void categoryChosen(const QString& id);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void choose(const QString& id);
    void showArrows();
    void fitHeight();
    void turn(int direction);
    void bringIntoView(Button* tab);

    struct Tab {
        QString id;
        Button* button;
    };
    QScrollArea* m_area;
    QWidget* m_strip;
    QBoxLayout* m_row;
    Button* m_left;
    Button* m_right;
    std::vector<Tab> m_tabs;
    QString m_current;
};

} // namespace coffee::ui
