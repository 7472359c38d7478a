// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/pages/measure_page.h"

#include "kiosk/pages/page.h"
#include "shared/widgets/button.h"
#include "shared/widgets/column_layout.h"
#include "shared/widgets/label.h"
#include "shared/widgets/paint.h"
#include "shared/widgets/texts.h"
#include "shared/widgets/theme.h"
#include "shared/widgets/touch_scroll_area.h"

#include <QBoxLayout>
#include <QEvent>
#include <QPainter>
#include <QShortcut>

#include <cmath>

namespace coffee::kiosk {

using ui::Button;
using ui::ButtonKind;
using ui::Icon;
using ui::Label;
using ui::Space;
using ui::TextRole;

namespace {

struct Step {
    const char* name;
    int pixels;
    int key;
};
constexpr std::array kSteps{Step{"muchSmallerButton", -CardMatch::kCoarse, Qt::Key_Down},
                            Step{"smallerButton", -CardMatch::kFine, Qt::Key_Left},
                            Step{"largerButton", CardMatch::kFine, Qt::Key_Right},
                            Step{"muchLargerButton", CardMatch::kCoarse, Qt::Key_Up}};

} // namespace

CardOutline::CardOutline(QWidget* parent) : QWidget{parent}, m_match{ui::glass::kPortrait21}
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void CardOutline::setMatch(const CardMatch& match)
{
    m_match = match;
    updateGeometry();
    update();
}

QSize CardOutline::sizeHint() const
{
    return {m_match.widthPx(), static_cast<int>(std::lround(m_match.heightPx()))};
}

void CardOutline::paintEvent(QPaintEvent*)
{
    const ui::Theme& theme = ui::themeOf(*this);
    QPainter painter{this};
    painter.setRenderHint(QPainter::Antialiasing);
    // The edge that is matched is the outer edge of the line.
    const QRectF card{QPointF{0.0, 0.0}, QSizeF{double(m_match.widthPx()), m_match.heightPx()}};
    ui::paintPlate(painter, card, CardMatch::kCardCornerMm * m_match.pixelsPerMm(),
                   theme.colours().accentTint, theme.colours().accent,
                   theme.metrics().exactPx(ui::mm::kBorderSelected));
}

MeasurePage::MeasurePage(double pixelsPerMm, QWidget* parent)
    : QWidget{parent},
      m_match{pixelsPerMm},
      m_title{new Label{TextRole::Title}},
      m_explanation{new Label{TextRole::Body}},
      m_outline{new CardOutline},
      m_figure{new Label{TextRole::Body}},
      m_leave{new Button{QString{}, ButtonKind::Outline}},
      m_store{new Button{QString{}, ButtonKind::Filled}}
{
    setObjectName(QStringLiteral("measurePage"));
    const ui::Theme& theme = ui::themeOf(*this);
    m_outline->setObjectName(QStringLiteral("cardOutline"));
    m_figure->setObjectName(QStringLiteral("measureFigure"));
    m_figure->setInk(ui::Ink::Second);
    for (Label* centred : {m_title, m_explanation, m_figure})
        centred->setAlignment(Qt::AlignCenter);

    auto* steps = new QWidget;
    auto* rows = new ui::ColumnLayout{steps};
    for (std::size_t i = 0; i < kSteps.size(); ++i) {
        const Step& step = kSteps.at(i);
        auto* button = new Button{QString{}, ButtonKind::Outline};
        button->setObjectName(QLatin1StringView{step.name});
        button->setMark(step.pixels < 0 ? Icon::Minus : Icon::Plus);
        connect(button, &QPushButton::clicked, this, [this, step] { widen(step.pixels); });
        rows->addWidget(button);
        m_step.at(i) = button;
    }
    auto* content = new QWidget;
    auto* body = new QVBoxLayout{content};
    const int side = theme.px(Space::Medium);
    body->setContentsMargins(side, theme.px(Space::Large), side, side);
    body->setSpacing(theme.px(Space::Medium));
    body->addWidget(m_title);
    body->addWidget(m_explanation);
    body->addStretch(1);
    body->addWidget(m_outline, 0, Qt::AlignHCenter);
    body->addWidget(m_figure);
    body->addStretch(1);
    body->addWidget(steps);
    auto* footer = new FooterBar;
    m_leave->setObjectName(QStringLiteral("leaveButton"));
    m_leave->setMark(Icon::Close);
    m_store->setObjectName(QStringLiteral("storeButton"));
    m_store->setMark(Icon::Check);
    footer->add(m_leave);
    footer->addMain(m_store);
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(new ui::TouchScrollArea{content, this}, 1);
    column->addWidget(footer);

    connect(m_leave, &QPushButton::clicked, this, &MeasurePage::left);
    connect(m_store, &QPushButton::clicked, this, [this] { Q_EMIT stored(m_match.pixelsPerMm()); });
    connectKeys();
    m_store->setFocus();
    refresh();
}

void MeasurePage::connectKeys()
{
    for (const Step& step : kSteps) {
        auto* key = new QShortcut{QKeySequence{step.key}, this};
        connect(key, &QShortcut::activated, this, [this, step] { widen(step.pixels); });
    }
    auto* escape = new QShortcut{QKeySequence{Qt::Key_Escape}, this};
    connect(escape, &QShortcut::activated, this, &MeasurePage::left);
}

void MeasurePage::widen(int pixels)
{
    m_match.widen(pixels);
    refresh();
}

void MeasurePage::refresh()
{
    setWindowTitle(tr("화면 크기 맞추기"));
    m_title->setText(tr("화면 크기 맞추기"));
    m_explanation->setText(tr("은행 카드를 화면의 네모에 대고, 네모가 카드와 똑같아질 때까지 "
                              "크기를 바꿔 주세요."));
    m_figure->setText(tr("1 mm = %1 픽셀").arg(m_match.pixelsPerMm(), 0, 'f', 3));
    const std::array words{tr("많이 작게"), tr("조금 작게"), tr("조금 크게"), tr("많이 크게")};
    for (std::size_t i = 0; i < words.size(); ++i)
        m_step.at(i)->setText(words.at(i));
    m_leave->setText(tr("그만두기"));
    m_store->setText(tr("이대로 저장"));
    m_outline->setMatch(m_match);
    m_outline->setAccessibleName(tr("카드 크기의 네모"));
}

void MeasurePage::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        refresh();
}

void MeasurePage::paintEvent(QPaintEvent*)
{
    QPainter{this}.fillRect(rect(), ui::themeOf(*this).colours().canvas);
}

} // namespace coffee::kiosk
