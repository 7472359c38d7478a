// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>

namespace coffee::ui {

class Button;

// A page longer than the glass: follows the finger, keeps its width, and says in words that there
// is more below. The words stand in a strip of their own, never over the page; the strip goes when
// the rest of the page fits in its place, and it never takes more than a quarter. Keyboard focus
// scrolls into view by itself. `moreBelowButton` turns a page.
class TouchScrollArea final : public QScrollArea {
    Q_OBJECT

public:
    explicit TouchScrollArea(QWidget* parent = nullptr);
    TouchScrollArea(QWidget* content, QWidget* parent);

    // The strip at the bottom edge; on unless told.
    void setMoreBelowHint(bool on);
    // Moves to the top at once; for a page that is shown anew.
    void scrollToTop();
    // How much of a page of this height is seen at a time: all of it, or what the strip leaves.
    [[nodiscard]] int roomFor(int pageHeight) const;
    // It can shrink to almost nothing: what does not fit scrolls.
    [[nodiscard]] QSize minimumSizeHint() const override { return {1, 1}; }

Q_SIGNALS:
    // It has another size, and the page in it has been laid out for that.
    void resized();

protected:
    bool event(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool focusNextPrevChild(bool next) override;

private:
    [[nodiscard]] int stripHeight() const;
    void placeHint();
    void settleBar();
    void turnPage();

    Button* m_hint;
    bool m_hintOn = true;
};

} // namespace coffee::ui
