// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCheckBox>
#include <QLineEdit>

namespace coffee::ui {

// On or off at once, without a "save": a sliding knob with words for both states inside, so that
// position and words say it, not the colour. It is a check box to the keyboard and screen readers.
class Switch final : public QCheckBox {
    Q_OBJECT

public:
    // `text` says what is switched; `on` and `off` are the words of the states ("판매 중", "품절").
    Switch(const QString& text, const QString& on, const QString& off, QWidget* parent = nullptr);

    void setStateWords(const QString& on, const QString& off);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;
    [[nodiscard]] bool hitButton(const QPoint& position) const override;

private:
    [[nodiscard]] QSize trackSize() const;

    QString m_on;
    QString m_off;
};

// A line to type into that finds things: a magnifier, a hint, and a way to clear it.
class SearchField final : public QLineEdit {
    Q_OBJECT

public:
    explicit SearchField(const QString& hint, QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void makeRoom();
};

} // namespace coffee::ui
