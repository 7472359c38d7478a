// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/widgets/icon.h"

#include <QFrame>

class QBoxLayout;

namespace coffee::ui {

class Button;
class IconMark;
class Label;

// One sentence about the state of things, with an icon, across the page: connection lost, ordering
// paused. Hidden until it has words. Never a question, never in the way.
class Banner final : public QFrame {
    Q_OBJECT

public:
    enum class Kind { Notice, Warning, Error };

    explicit Banner(QWidget* parent = nullptr);

    // Shows these words; empty words hide the banner. The icon follows the kind.
    void setMessage(Kind kind, const QString& words);
    void setMessage(Kind kind, Icon icon, const QString& words);
    // One act beside the words (`bannerButton`); empty words take it away.
    void setAction(const QString& words);
    // What to do about it (`bannerNextButton`), before that act; empty words take it away.
    void setNextStep(const QString& words);
    [[nodiscard]] QString message() const;

Q_SIGNALS:
    void actionClicked();
    void nextStepClicked();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void applyPadding();
    // The acts stand beside the words, or below them where that is less high.
    void arrange();

    Kind m_kind = Kind::Notice;
    QBoxLayout* m_row;
    QBoxLayout* m_acts;
    IconMark* m_mark;
    Label* m_words;
    Button* m_next;
    Button* m_action;
};

// Says, wherever the provider is the simulation, that no money moves:
// "체험용 결제 · 실제 결제 아님". Place it at the top of the window.
class DemoRibbon final : public QWidget {
    Q_OBJECT

public:
    explicit DemoRibbon(QWidget* parent = nullptr);
    [[nodiscard]] static QString words();

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    Label* m_words;
};

} // namespace coffee::ui
