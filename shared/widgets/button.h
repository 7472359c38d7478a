// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/widgets/coffee_style.h"
#include "shared/widgets/icon.h"
#include "shared/widgets/theme.h"

#include <QBasicTimer>
#include <QElapsedTimer>
#include <QPushButton>

#include <optional>

namespace coffee::ui {

// Something to press: at least 22 mm high for customers, 15 mm for staff. Words wrap, nothing
// clips. Its accessible name is its text until another is set.
//
//     auto* pay = new Button{tr("결제하기"), ButtonKind::Filled, this};
//     pay->setObjectName(QStringLiteral("payButton"));
//     pay->setMark(Icon::Card);
//     pay->setDetail(price);
class Button : public QPushButton {
    Q_OBJECT

public:
    // Where the icon stands: left of the words, above them, or alone (then the accessible name
    // is all the words there are; only for − and + around a number).
    enum class Arrangement { Beside, Above, IconOnly };

    explicit Button(QWidget* parent = nullptr);
    explicit Button(const QString& text, ButtonKind kind = ButtonKind::Outline,
                    QWidget* parent = nullptr);

    void setKind(ButtonKind kind);
    void setMark(std::optional<Icon> icon);
    void setArrangement(Arrangement arrangement);
    void setTextRole(TextRole role);
    // A second text: a sum, a count. Right of the words if there is room, else below.
    void setDetail(const QString& detail);
    // The detail stays at the right edge, the words wrap in what is left of it: for the rows of a
    // list, whose numbers stand below each other.
    void keepDetailBeside(bool keep);
    // Disables the button and shows why below its words; an empty reason enables it again.
    void setUnavailable(const QString& reason);
    // Keeps the room for this reason also while there is none, so that nothing moves when the
    // button can be pressed.
    void keepRoomFor(const QString& reason);
    // Busy: shows these words and a moving bar, takes no press. Empty words end it.
    void setBusy(const QString& words);
    [[nodiscard]] bool isBusy() const { return !m_busyWords.isEmpty(); }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    // What it would ask for in another arrangement.
    [[nodiscard]] int widthLeast(Arrangement arrangement) const;
    [[nodiscard]] int heightIn(Arrangement arrangement, int width) const;

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void timerEvent(QTimerEvent* event) override;
    void changeEvent(QEvent* event) override;
    [[nodiscard]] bool hitButton(const QPoint& position) const override;

private:
    [[nodiscard]] QString shownText() const;
    [[nodiscard]] int sidePadding(Arrangement arrangement) const;
    [[nodiscard]] int iconSide() const;
    [[nodiscard]] bool detailFitsBeside(int width) const;
    [[nodiscard]] int textRoom(Arrangement arrangement, int width) const;
    // Of that what the words have.
    [[nodiscard]] int wordsRoom(Arrangement arrangement, int width) const;
    // Whichever reason needs the room: the one that is shown, or the one it is kept for.
    [[nodiscard]] const QString& roomyReason() const;
    void paintContent(QPainter& painter, const QColor& ink) const;

    std::optional<Icon> m_icon;
    Arrangement m_arrangement = Arrangement::Beside;
    TextRole m_role = TextRole::Button;
    QString m_detail;
    bool m_detailBeside = false;
    QString m_reason;
    QString m_keptReason;
    QString m_busyWords;
    QBasicTimer m_busyTimer;
    QElapsedTimer m_busySince;
};

// An icon above its words; for bars of small acts (language, text size, help).
class IconButton final : public Button {
    Q_OBJECT

public:
    IconButton(Icon icon, const QString& text, QWidget* parent = nullptr);
};

} // namespace coffee::ui
