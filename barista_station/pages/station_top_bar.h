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
/// call, stop cards that wait, pages, the recall list and the sold-out switches (`helpButton`,
/// `stopsButton`, `previousPage`, `nextPage`, `recallButton`, `soldOutButton`). What is not there
/// now is hidden; the height stays.
class StationTopBar final : public QWidget {
    Q_OBJECT

public:
    explicit StationTopBar(QWidget* parent = nullptr);

    [[nodiscard]] ConnectionLine& line() { return *m_line; }
    /// Empty words take the button away.
    void setHelp(const QString& words);
    void setStops(int stops);
    void setPages(int page, int pages);

Q_SIGNALS:
    void helpClicked();
    void stopsClicked();
    void pageWanted(int page);
    void recallClicked();
    void soldOutClicked();

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void setWords();

    int m_stopCount{0};
    int m_page{0};
    ConnectionLine* m_line;
    ui::Button* m_help;
    ui::Button* m_stops;
    ui::Button* m_back;
    ui::Label* m_pages;
    ui::Button* m_forward;
    ui::Button* m_recall;
    ui::Button* m_soldOut;
    QBoxLayout* m_layout;
};

} // namespace coffee::station
