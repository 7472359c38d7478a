// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace coffee::ui {

class Button;
class Label;

// − n +. The number stays within its bounds; at a bound the button there is off. Children are found
// as `minusButton`, `plusButton` and `countLabel`. Keys: Left/Right or −/+ on either button.
class Stepper final : public QWidget {
    Q_OBJECT

public:
    // `subject` says what is counted, for screen readers: "카페라떼".
    explicit Stepper(const QString& subject, QWidget* parent = nullptr);

    void setSubject(const QString& subject);
    void setRange(int least, int most);
    // Shows this number; emits nothing.
    void setCount(int count);
    [[nodiscard]] int count() const { return m_count; }

Q_SIGNALS:
    // The person asked for this number; it is shown already.
    void countChanged(int count);

protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void step(int by);
    void showCount();
    void nameParts();

    QString m_subject;
    Button* m_minus;
    Label* m_number;
    Button* m_plus;
    int m_count = 1;
    int m_least = 0;
    int m_most = 99;
};

} // namespace coffee::ui
