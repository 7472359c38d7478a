// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/widgets/button.h"

#include <QPointer>
#include <QWidget>

class QBoxLayout;
class QVariantAnimation;

namespace coffee::ui {

class Label;
class TouchScrollArea;

// A question or a task over the page, inside the same window: the page behind is dimmed and cannot
// be reached by finger or keyboard until the sheet is closed. Esc or a tap beside it dismisses it
// unless told otherwise. The focus goes back where it was. Never a second top-level window, never a
// nested event loop: the answer comes as a signal.
//
//     auto* sheet = new Sheet{window()};      // the window owns it
//     sheet->setTitle(tr("결제 방법"));
//     sheet->content()->addWidget(…);
//     sheet->addButton(cancelButton); sheet->addButton(okButton);
//     sheet->openSheet();
class Sheet : public QWidget {
    Q_OBJECT

public:
    // `host` is the widget it covers, normally the window.
    explicit Sheet(QWidget* host);
    ~Sheet() override;

    void setTitle(const QString& title);
    // Where the sheet's widgets go; scrolls when there is more than fits.
    [[nodiscard]] QBoxLayout* content();
    // Adds to the row of buttons at the bottom, left to right; the filled one comes last.
    void addButton(Button* button);
    // Off for what must be answered: then neither Esc nor a tap beside it closes.
    void setDismissible(bool dismissible);
    // What gets the focus at first; otherwise the first that can have it.
    void setFirstFocus(QWidget* widget);

    void openSheet();
    // Hides it and gives the focus back; emits nothing.
    void closeSheet();
    [[nodiscard]] bool isOpen() const { return m_open; }

Q_SIGNALS:
    void opened();
    // The person closed it without an answer.
    void dismissed();
    // The content was scrolled to its end.
    void endReached();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    bool focusNextPrevChild(bool next) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    class Panel;
    void place();
    // The same while the content's heights are fresh.
    void fit();
    void dismiss();
    void keepFocus(QWidget* now);
    [[nodiscard]] QList<QWidget*> focusable() const;

    Panel* m_panel;
    Label* m_title;
    TouchScrollArea* m_scroll;
    QWidget* m_contentHost;
    QBoxLayout* m_content;
    QBoxLayout* m_buttons;
    QVariantAnimation* m_motion;
    QPointer<QWidget> m_focusBefore;
    QPointer<QWidget> m_firstFocus;
    double m_shown = 0.0;
    bool m_open = false;
    bool m_dismissible = true;
    bool m_pressedBeside = false;
};

// One question with two answers. `confirmButton` says what will happen, `cancelButton` goes back.
class ConfirmSheet final : public Sheet {
    Q_OBJECT

public:
    explicit ConfirmSheet(QWidget* host);

    // `confirmWords` names the act ("주문 취소하기"), never just 예.
    void setQuestion(const QString& title, const QString& text, const QString& confirmWords,
                     const QString& cancelWords, ButtonKind confirmKind = ButtonKind::Filled);
    // The answer is on its way: the button says so; Esc does nothing.
    void setBusy(const QString& words);
    void showError(const QString& words);

Q_SIGNALS:
    void confirmed();
    void cancelled(); // the cancel button, Esc or a tap beside

private:
    Label* m_text;
    Label* m_error;
    Button* m_confirm;
    Button* m_cancel;
};

} // namespace coffee::ui
