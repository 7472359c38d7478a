// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/widgets/tokens.h"

#include <QBasicTimer>
#include <QElapsedTimer>
#include <QWidget>

#include <chrono>
#include <vector>

namespace coffee::ui {

class Button;
class Label;

// "Done — undo?" at the bottom of the window, for 8 seconds, with a bar that runs out. One at a
// time: a newer message replaces an older one, whose undo is then over. It never takes the focus.
class Toast final : public QWidget {
    Q_OBJECT

public:
    // `host` is the widget it stands in, normally the window.
    explicit Toast(QWidget* host);

    // Shows the words; with `undoWords` also the `undoButton`. The owner remembers what to undo.
    void showMessage(const QString& words, const QString& undoWords = {},
                     std::chrono::milliseconds time = duration::kUndo);
    void dismiss();

    // So many pixels at the host's bottom stay uncovered: what is pressed next stands there. A
    // toast without an undo lets every touch through.
    void setKeptFree(int pixels);
    // A toast without an undo stands where it hides nothing that can be pressed, as low as that is
    // possible; where there is no such place, where it hides least.
    void setKeepsOffButtons(bool keepsOff) { m_keepsOffButtons = keepsOff; }
    // What lies below it may be something else now: it moves if it is in the way.
    void placeAnew();

Q_SIGNALS:
    void undoClicked();
    // The time ran out, or a newer message came: what was done stays done.
    void expired();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void timerEvent(QTimerEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void place();
    [[nodiscard]] QRect leastInTheWay(const QRect& wanted) const;
    [[nodiscard]] std::vector<QRect> buttonsBelow() const;
    // So many pixels of these, and of the air around them, would lie below it there.
    [[nodiscard]] int hiddenAt(const QRect& place, const std::vector<QRect>& buttons) const;

    Label* m_words;
    Button* m_undo;
    QBasicTimer m_timer;
    QElapsedTimer m_since;
    std::chrono::milliseconds m_time{0};
    int m_keptFree{0};
    bool m_keepsOffButtons{false};
};

} // namespace coffee::ui
