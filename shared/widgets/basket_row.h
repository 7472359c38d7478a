// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QWidget>

class QBoxLayout;
class QLabel;

namespace coffee::ui {

class Button;
class Label;
class Stepper;

// What a line of the basket shows, in the screen's language.
struct BasketRowContent {
    QString id; // of the line; the row's object name is `basketRow_<id>`
    QString name;
    QString options; // "ICE · 큰 컵 · 샷 추가", or empty
    QString price;   // of the whole line
    QString image;
    int quantity = 1;
    int quantityMost = 50;
    QString news;    // "바꿨어요": what just became of it; empty for nothing
    QString problem; // why it cannot be ordered now, in words; empty if it can
};

// A line of the basket: picture, name, options, − n +, price, change and remove. The children are
// found as `editButton`, `removeButton`, `minusButton`, `plusButton`.
class BasketRow final : public QWidget {
    Q_OBJECT

public:
    explicit BasketRow(const BasketRowContent& content, QWidget* parent = nullptr);

    void setContent(const BasketRowContent& content);

Q_SIGNALS:
    void quantityChanged(const QString& id, int quantity);
    void editClicked(const QString& id);
    void removeClicked(const QString& id);

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void showPicture();
    void placeOptions();
    void nameParts();

    BasketRowContent m_content;
    QLabel* m_picture;
    Label* m_name;
    Label* m_options;
    QWidget* m_newsRow; // with a check
    Label* m_news;
    Label* m_problem;
    QBoxLayout* m_words; // beside the picture
    QBoxLayout* m_below; // below it
    Label* m_price;
    Stepper* m_stepper;
    Button* m_edit;
    Button* m_remove;
};

} // namespace coffee::ui
