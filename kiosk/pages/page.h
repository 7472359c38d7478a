// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QBoxLayout>
#include <QWidget>

#include <vector>

namespace coffee::ui {
class TouchScrollArea;
}

namespace coffee::kiosk {

/// The height of a column's parts in this width, one below the other, up to and with `last` (null:
/// all). A part that is hidden counts only if it is `owned`, unless it is left out.
struct ColumnParts {
    std::vector<QWidget*> owned{};
    std::vector<QWidget*> without{};
};
[[nodiscard]] int heightOf(const QBoxLayout& column, int width, const QWidget* last = nullptr,
                           const ColumnParts& parts = {});

/// The acts of a page, pinned to its lower edge where every hand reaches them: the way back at the
/// left, the one filled button at the right. Where they do not fit beside each other the filled one
/// stands on top.
class FooterBar final : public QWidget {
    Q_OBJECT

public:
    explicit FooterBar(QWidget* parent = nullptr);
    /// Left to right.
    void add(QWidget* act);
    /// The last one, which takes what room is left.
    void addMain(QWidget* act);

    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void arrange();
    [[nodiscard]] bool isLowerUpright(int room, int others) const;

    QBoxLayout* m_row;
    QBoxLayout* m_others;
    QWidget* m_main{nullptr};
};

/// One page of the kiosk: a body that scrolls when it must, and a footer with its acts. Pages show
/// what the presenters say and forward what is pressed; they decide nothing.
class Page : public QWidget {
    Q_OBJECT

public:
    explicit Page(QWidget* parent = nullptr);

    /// Sets every text and figure again: another language, or something changed.
    virtual void refresh() = 0;
    /// The page is about to be shown anew: at its top, nothing left of the customer before.
    virtual void arrive();
    /// Landscape screens put parts side by side that portrait ones put below each other.
    virtual void setWide(bool wide);
    /// Pixels at its lower edge that hold what is pressed next; nothing may lie over them.
    [[nodiscard]] int footing() const;

protected:
    /// The room or what is in it has changed: gives up what is pretty for what must be seen. Called
    /// by itself after a change of size, and by pages after a change of words.
    virtual void fit();
    /// Of these parts of the column as many are hidden, in this order, as it needs to show `sight`
    /// without scrolling. `fit` alone shows and hides them from now on.
    void keepInSight(QBoxLayout* column, QWidget* sight, std::vector<QWidget*> expendable);
    /// Of a body of this height, so much is seen at first sight.
    [[nodiscard]] int roomFor(int bodyHeight) const;
    [[nodiscard]] int bodyWidth() const;
    enum class Width { Full, Reading, BesideEachOther };
    /// On a landscape screen the body is no wider than comfortable reading, or than two parts of it
    /// beside each other, in the middle.
    void keepNarrow(Width width = Width::Reading);
    void resizeEvent(QResizeEvent* event) override;

    [[nodiscard]] QVBoxLayout* body() { return m_body; }
    [[nodiscard]] FooterBar* footer() { return m_footer; }
    /// Between the top of the page and the body; does not scroll.
    [[nodiscard]] QVBoxLayout* head() { return m_head; }
    [[nodiscard]] ui::TouchScrollArea* scroll() { return m_scroll; }
    [[nodiscard]] QVBoxLayout* column() { return m_column; }
    [[nodiscard]] bool isWide() const { return m_wide; }
    /// 쉬운 화면: larger text, and therefore shorter sentences and fewer things at a time.
    [[nodiscard]] bool isEasy() const;
    /// The longer sentence, or the one that says the same in few words on an easy screen.
    [[nodiscard]] QString plainly(const QString& sentence, const QString& inShort) const
    {
        return isEasy() ? inShort : sentence;
    }
    void changeEvent(QEvent* event) override;

private:
    void placeSides();

    QVBoxLayout* m_column;
    QVBoxLayout* m_head;
    ui::TouchScrollArea* m_scroll;
    QVBoxLayout* m_body;
    FooterBar* m_footer;
    QBoxLayout* m_sightColumn{nullptr};
    QWidget* m_sight{nullptr};
    std::vector<QWidget*> m_expendable;
    bool m_wide{false};
    Width m_width{Width::Full};
};

} // namespace coffee::kiosk
