// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk/pages/focus_map.h"

#include <QObject>

#include <functional>
#include <optional>

namespace coffee::kiosk {

/// The keys of a kiosk's keypad, which speaks to the machine as a keyboard. docs/accessibility.md
/// has the table for owners.
enum class KeypadKey { Left, Right, Up, Down, Ok, Back, Home, Help, Louder, Quieter, Again, Hush };

/// Which of them a key of Qt is; digits and everything else are none.
[[nodiscard]] std::optional<KeypadKey> keypadKeyOf(int key);
[[nodiscard]] bool isDigitKey(int key);

/// Lets a keypad do everything that a finger can do in a window: arrows move the focus by what the
/// eye sees, and the focus is always seen while keys are used. Enter stays with the widget that has
/// the focus, digits with the pad that takes them. GUI thread; the window outlives it.
class Keypad final : public QObject {
    Q_OBJECT

public:
    explicit Keypad(QWidget& window);

    /// Asked before anything is done with a key (also a digit: empty); true eats it.
    void setFirstSay(std::function<bool(std::optional<KeypadKey>)> firstSay);
    /// The last thing that was used was a key and not a finger.
    [[nodiscard]] bool isInUse() const { return m_isInUse; }
    /// Puts the focus on the first stop of the page, unless it is on one already. The page stays
    /// where it is scrolled to: its beginning is seen first.
    void beginPage();

Q_SIGNALS:
    void homePressed();
    void helpPressed();
    void louderPressed();
    void quieterPressed();
    void againPressed();
    void hushPressed();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    [[nodiscard]] bool take(QWidget& receiver, int key);
    void move(Toward toward);
    void goTo(QWidget& stop);
    [[nodiscard]] QWidget* firstStop() const;

    QWidget& m_window;
    std::function<bool(std::optional<KeypadKey>)> m_firstSay;
    bool m_isInUse{false};
};

} // namespace coffee::kiosk
