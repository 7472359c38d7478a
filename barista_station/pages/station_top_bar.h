// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QBoxLayout;

namespace coffee::ui {
class Button;
class Label;
} // namespace coffee::ui

namespace coffee::station {

class ConnectionLine;

/// The top of the bar's screen: the connection line, and what can be pressed beside it: a help
/// call, stop cards that wait, pages, which units this screen shows with its settings, the recall
/// list and the sold-out switches (`helpButton`, `stopsButton`, `previousPage`, `nextPage`,
/// `settingsButton`, `recallButton`, `soldOutButton`). What is not there now is hidden; the height
/// stays.
class StationTopBar final : public QWidget {
    Q_OBJECT

public:
    explicit StationTopBar(QWidget* parent = nullptr);

    [[nodiscard]] ConnectionLine& line() { return *m_line; }
    /// Empty words take the button away.
    void setHelp(const QString& words);
    void setStops(int stops);
    struct Pages {
        int page{0};
        int pages{1};
        int before{0}; ///< tickets on the pages before this one
        int after{0};  ///< and after it
        friend bool operator==(const Pages&, const Pages&) = default;
    };
    /// The arrows say how many tickets they lead to: a page number alone hides that some wait.
    void setPages(const Pages& pages);
    /// Which units this screen shows. With all of them the settings' button is an icon; a choice
    /// stands on it in words, and must not be overlooked.
    void setStations(const QString& words, bool all);

Q_SIGNALS:
    void helpClicked();
    void stopsClicked();
    void pageWanted(int page);
    void settingsClicked();
    void recallClicked();
    void soldOutClicked();

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void setWords();
    void showRows();
    void showStops();
    void showPages();
    /// The arrows' numbers, where there is room for them.
    void showArrows();

    bool m_showsAll{true};
    int m_stopCount{0};
    Pages m_shownPages;
    ConnectionLine* m_line;
    ui::Button* m_help;
    ui::Button* m_stops;
    ui::Button* m_back;
    ui::Label* m_pages;
    ui::Button* m_forward;
    ui::Button* m_settings;
    ui::Button* m_recall;
    ui::Button* m_soldOut;
    QBoxLayout* m_buttons;
    QBoxLayout* m_layout;
};

} // namespace coffee::station
