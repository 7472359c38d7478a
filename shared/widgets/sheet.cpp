// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/widgets/sheet.h"

#include "shared/widgets/label.h"
#include "shared/widgets/paint.h"
#include "shared/widgets/touch_scroll_area.h"

#include <QApplication>
#include <QBoxLayout>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <QVariantAnimation>

#include <algorithm>

namespace coffee::ui {

class Sheet::Panel final : public QWidget {
public:
    explicit Panel(QWidget* parent) : QWidget{parent} {}

protected:
    void paintEvent(QPaintEvent*) override
    {
        const Theme& theme = themeOf(*this);
        const Colours& c = theme.colours();
        QPainter painter{this};
        const bool edged = theme.palette() != PaletteKind::Light;
        paintPlate(painter, QRectF{rect()}, theme.px(mm::kRadiusSheet), c.surface,
                   edged ? c.border : QColor{}, theme.metrics().exactPx(mm::kBorder));
    }
    // A tap on the sheet is not a tap beside it.
    void mousePressEvent(QMouseEvent* event) override { event->accept(); }
    void mouseReleaseEvent(QMouseEvent* event) override { event->accept(); }
};

Sheet::Sheet(QWidget* host)
    : QWidget{host},
      m_panel{new Panel{this}},
      m_title{new Label{TextRole::Title, m_panel}},
      m_scroll{new TouchScrollArea{m_panel}},
      m_contentHost{new QWidget},
      m_content{new QVBoxLayout{m_contentHost}},
      m_buttons{new QHBoxLayout},
      m_motion{new QVariantAnimation{this}}
{
    hide();
    setFocusPolicy(Qt::NoFocus);
    m_title->hide();
    m_scroll->setWidget(m_contentHost);
    QScrollBar* bar = m_scroll->verticalScrollBar();
    connect(bar, &QScrollBar::valueChanged, this, [this, bar](int value) {
        if (value > bar->minimum() && value == bar->maximum())
            Q_EMIT endReached();
    });
    m_contentHost->setAutoFillBackground(false);
    m_contentHost->installEventFilter(this);
    auto* column = new QVBoxLayout{m_panel};
    const int pad = themeOf(*this).px(Space::Large);
    column->setContentsMargins(pad, pad, pad, pad);
    column->setSpacing(themeOf(*this).px(Space::Medium));
    column->addWidget(m_title);
    column->addWidget(m_scroll, 1);
    m_buttons->setContentsMargins(0, themeOf(*this).px(Space::Small), 0, 0);
    column->addLayout(m_buttons);
    host->installEventFilter(this);
    m_motion->setStartValue(0.0);
    m_motion->setEndValue(1.0);
    m_motion->setEasingCurve(QEasingCurve::OutCubic);
    connect(m_motion, &QVariantAnimation::valueChanged, this, [this](const QVariant& value) {
        m_shown = value.toDouble();
        place();
    });
    connect(qApp, &QApplication::focusChanged, this,
            [this](QWidget*, QWidget* now) { keepFocus(now); });
}

Sheet::~Sheet()
{
    // Children that die take the focus with them; by then there is no sheet left to keep it.
    disconnect(qApp, nullptr, this, nullptr);
}

void Sheet::setTitle(const QString& title)
{
    m_title->setText(title);
    m_title->setVisible(!title.isEmpty());
    setAccessibleName(title);
    place();
}

QBoxLayout* Sheet::content()
{
    return m_content;
}

void Sheet::addButton(Button* button)
{
    m_buttons->addWidget(button, 1);
}

void Sheet::setDismissible(bool dismissible)
{
    m_dismissible = dismissible;
}

void Sheet::setFirstFocus(QWidget* widget)
{
    m_firstFocus = widget;
}

void Sheet::openSheet()
{
    if (m_open)
        return;
    m_open = true;
    m_focusBefore = window()->focusWidget();
    setGeometry(parentWidget()->rect());
    const std::chrono::milliseconds time = std::max(themeOf(*this).fade(), themeOf(*this).slide());
    m_shown = time.count() == 0 ? 1.0 : 0.0;
    show();
    raise();
    place();
    m_scroll->scrollToTop();
    if (time.count() > 0) {
        m_motion->setDuration(static_cast<int>(time.count()));
        m_motion->start();
    }
    const QList<QWidget*> stops = focusable();
    QWidget* first = m_firstFocus && m_firstFocus->isEnabled() ? m_firstFocus.data()
                     : stops.isEmpty()                         ? nullptr
                                                               : stops.first();
    if (first)
        first->setFocus(Qt::OtherFocusReason);
    Q_EMIT opened();
}

void Sheet::closeSheet()
{
    if (!m_open)
        return;
    m_open = false;
    m_motion->stop();
    hide();
    if (m_focusBefore && m_focusBefore->isVisible() && m_focusBefore->isEnabled())
        m_focusBefore->setFocus(Qt::OtherFocusReason);
}

void Sheet::dismiss()
{
    if (!m_open || !m_dismissible)
        return;
    closeSheet();
    Q_EMIT dismissed();
}

void Sheet::place()
{
    if (!m_open)
        return;
    // Nested layouts keep stale heights until the next pass of the event loop.
    m_content->invalidate();
    fit();
}

void Sheet::fit()
{
    if (!m_open)
        return;
    const Theme& theme = themeOf(*this);
    const int side = theme.px(Space::Large);
    // Large text needs longer lines, as far as there is room for them.
    const double widest = mm::kSheetWidest * std::max(1.0, theme.metrics().textFactor());
    const int width = std::min(this->width() - 2 * side, theme.px(widest));
    const int most = static_cast<int>(height() * ratio::kSheetHighest);
    const QMargins pad = m_panel->layout()->contentsMargins();
    const int inner = width - pad.left() - pad.right();
    const int gap = m_panel->layout()->spacing();
    const auto heightOf = [inner](QLayout* layout) {
        return layout->hasHeightForWidth() ? layout->heightForWidth(inner)
                                           : layout->sizeHint().height();
    };
    m_buttons->invalidate();
    m_panel->layout()->invalidate();
    int wanted = pad.top() + pad.bottom() + heightOf(m_content);
    if (m_title->isVisibleTo(m_panel))
        wanted += m_title->heightForWidth(inner) + gap;
    if (m_buttons->count() > 0)
        wanted += heightOf(m_buttons) + gap;
    const int tall = std::min(wanted, most);
    m_scroll->setMoreBelowHint(wanted > most);
    const bool customer = theme.metrics().audience() == Audience::Customer;
    const int slide = customer ? static_cast<int>((1.0 - m_shown) * theme.px(Space::Huge)) : 0;
    m_panel->setGeometry((this->width() - width) / 2, (height() - tall) / 2 + slide, width, tall);
    update();
}

QList<QWidget*> Sheet::focusable() const
{
    QList<QWidget*> stops;
    for (QWidget* widget : m_panel->findChildren<QWidget*>())
        if ((widget->focusPolicy() & Qt::TabFocus) && widget->isEnabled() &&
            widget->isVisibleTo(const_cast<Sheet*>(this)) && !widget->focusProxy())
            stops << widget;
    // Children are found in order of making; the eye goes from top to bottom, left to right.
    std::stable_sort(stops.begin(), stops.end(), [this](QWidget* a, QWidget* b) {
        const QPoint left = a->mapTo(this, QPoint{0, 0});
        const QPoint right = b->mapTo(this, QPoint{0, 0});
        return left.y() != right.y() ? left.y() < right.y() : left.x() < right.x();
    });
    return stops;
}

bool Sheet::focusNextPrevChild(bool next)
{
    m_panel->layout()->activate();
    const QList<QWidget*> stops = focusable();
    if (stops.isEmpty())
        return true;
    const qsizetype at = stops.indexOf(QApplication::focusWidget());
    const qsizetype count = stops.size();
    const qsizetype to = at < 0 ? 0 : (at + (next ? 1 : count - 1)) % count;
    stops[to]->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
    const int margin = themeOf(*this).px(Space::Small);
    if (m_contentHost->isAncestorOf(stops[to]))
        m_scroll->ensureWidgetVisible(stops[to], margin, margin);
    return true;
}

void Sheet::keepFocus(QWidget* now)
{
    if (!m_open || !now || now->window() != window() || now == this || isAncestorOf(now))
        return;
    // Another sheet above this one has the say.
    for (Sheet* other : parentWidget()->findChildren<Sheet*>(QString{}, Qt::FindDirectChildrenOnly))
        if (other != this && other->isOpen() && other->isAncestorOf(now))
            return;
    const QList<QWidget*> stops = focusable();
    if (!stops.isEmpty())
        stops.first()->setFocus(Qt::OtherFocusReason);
}

bool Sheet::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize && m_open) {
        setGeometry(parentWidget()->rect());
        place();
    }
    // A sentence that came or went: the sheet grows or shrinks with it. Its layout has been made
    // anew by now; to invalidate it once more would ask for the next request, and so without end.
    if (watched == m_contentHost && event->type() == QEvent::LayoutRequest)
        fit();
    return QWidget::eventFilter(watched, event);
}

void Sheet::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        dismiss();
    event->accept(); // no key reaches the page behind
}

void Sheet::mousePressEvent(QMouseEvent* event)
{
    m_pressedBeside = !m_panel->geometry().contains(event->pos());
    event->accept();
}

void Sheet::mouseReleaseEvent(QMouseEvent* event)
{
    event->accept();
    if (m_pressedBeside && !m_panel->geometry().contains(event->pos()))
        dismiss();
    m_pressedBeside = false;
}

void Sheet::paintEvent(QPaintEvent*)
{
    QColor scrim = themeOf(*this).colours().scrim;
    scrim.setAlphaF(static_cast<float>(scrim.alphaF() * m_shown));
    QPainter{this}.fillRect(rect(), scrim);
}

void Sheet::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange && m_panel) {
        const int pad = themeOf(*this).px(Space::Large);
        m_panel->layout()->setContentsMargins(pad, pad, pad, pad);
        m_panel->layout()->setSpacing(themeOf(*this).px(Space::Medium));
        place();
    }
}

ConfirmSheet::ConfirmSheet(QWidget* host)
    : Sheet{host},
      m_text{new Label{TextRole::Body}},
      m_error{new Label{TextRole::BodyBold}},
      m_confirm{new Button{QString{}, ButtonKind::Filled}},
      m_cancel{new Button{}}
{
    content()->addWidget(m_text);
    content()->addWidget(m_error);
    m_error->setInk(Ink::Error);
    m_error->hide();
    m_cancel->setObjectName(QStringLiteral("cancelButton"));
    m_confirm->setObjectName(QStringLiteral("confirmButton"));
    addButton(m_cancel);
    addButton(m_confirm);
    setFirstFocus(m_cancel); // what a stray Enter presses must be harmless
    connect(m_confirm, &QPushButton::clicked, this, &ConfirmSheet::confirmed);
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        closeSheet();
        Q_EMIT cancelled();
    });
    connect(this, &Sheet::dismissed, this, &ConfirmSheet::cancelled);
}

void ConfirmSheet::setQuestion(const QString& title, const QString& text,
                               const QString& confirmWords, const QString& cancelWords,
                               ButtonKind confirmKind)
{
    setTitle(title);
    m_text->setText(text);
    m_text->setVisible(!text.isEmpty());
    m_confirm->setText(confirmWords);
    m_confirm->setKind(confirmKind);
    m_cancel->setText(cancelWords);
    m_error->hide();
    setBusy({});
}

void ConfirmSheet::setBusy(const QString& words)
{
    m_confirm->setBusy(words);
    m_cancel->setEnabled(words.isEmpty());
    setDismissible(words.isEmpty());
}

void ConfirmSheet::showError(const QString& words)
{
    m_error->setText(words);
    m_error->setVisible(!words.isEmpty());
    setBusy({});
}

} // namespace coffee::ui
