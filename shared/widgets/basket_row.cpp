// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/widgets/basket_row.h"

#include "shared/widgets/button.h"
#include "shared/widgets/label.h"
#include "shared/widgets/picture.h"
#include "shared/widgets/stepper.h"

#include <QBoxLayout>
#include <QEvent>
#include <QPainter>

namespace coffee::ui {
namespace {

constexpr double kLargeText = 1.3;

} // namespace

BasketRow::BasketRow(const BasketRowContent& content, QWidget* parent)
    : QWidget{parent},
      m_picture{new QLabel{this}},
      m_name{new Label{TextRole::Button, this}},
      m_options{new Label{TextRole::Body, this}},
      m_newsRow{new QWidget{this}},
      m_news{new Label{TextRole::BodyBold, m_newsRow}},
      m_problem{new Label{TextRole::BodyBold, this}},
      m_words{new QVBoxLayout},
      m_below{new QVBoxLayout},
      m_price{new Label{TextRole::Button, this}},
      m_stepper{new Stepper{content.name, this}},
      m_edit{new Button{tr("변경"), ButtonKind::Quiet, this}},
      m_remove{new Button{tr("삭제"), ButtonKind::Quiet, this}}
{
    m_options->setInk(Ink::Second);
    m_problem->setInk(Ink::Error);
    m_news->setInk(Ink::Accent);
    auto* check = new IconMark{Icon::Check, TextRole::BodyBold, m_newsRow};
    check->setMark(Icon::Check, Ink::Accent);
    auto* news = new QHBoxLayout{m_newsRow};
    news->setContentsMargins(0, 0, 0, 0);
    news->setSpacing(themeOf(*this).px(Space::Tight));
    news->addWidget(check);
    news->addWidget(m_news, 1);
    m_price->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_edit->setObjectName(QStringLiteral("editButton"));
    m_edit->setMark(Icon::Edit);
    m_remove->setObjectName(QStringLiteral("removeButton"));
    m_remove->setMark(Icon::Trash);
    // Icons above their words keep the row narrow enough at every text size.
    for (Button* button : {m_edit, m_remove}) {
        button->setTextRole(TextRole::BodyBold);
        button->setArrangement(Button::Arrangement::Above);
    }

    auto* column = new QVBoxLayout{this};
    const int pad = themeOf(*this).px(Space::Small);
    column->setContentsMargins(0, pad, 0, pad);
    auto* top = new QHBoxLayout;
    top->addWidget(m_picture, 0, Qt::AlignTop);
    m_words->setSpacing(0);
    m_words->addWidget(m_name);
    m_words->addWidget(m_newsRow);
    top->addLayout(m_words, 1);
    top->addWidget(m_price, 0, Qt::AlignTop);
    auto* acts = new QHBoxLayout;
    acts->addWidget(m_stepper);
    acts->addStretch(1);
    acts->addWidget(m_edit);
    acts->addWidget(m_remove);
    m_below->setSpacing(0);
    column->addLayout(top);
    column->addLayout(m_below);
    column->addLayout(acts);
    placeOptions();

    connect(m_stepper, &Stepper::countChanged, this,
            [this](int count) { Q_EMIT quantityChanged(m_content.id, count); });
    connect(m_edit, &QPushButton::clicked, this, [this] { Q_EMIT editClicked(m_content.id); });
    connect(m_remove, &QPushButton::clicked, this, [this] { Q_EMIT removeClicked(m_content.id); });
    setContent(content);
}

void BasketRow::setContent(const BasketRowContent& content)
{
    m_content = content;
    setObjectName(QStringLiteral("basketRow_") + content.id);
    m_name->setText(content.name);
    m_options->setText(content.options);
    m_options->setVisible(!content.options.isEmpty());
    m_news->setText(content.news);
    m_newsRow->setVisible(!content.news.isEmpty());
    m_problem->setText(content.problem);
    m_problem->setVisible(!content.problem.isEmpty());
    m_price->setText(content.price);
    m_price->setMinimumWidth(m_price->sizeHint().width());
    m_stepper->setRange(1, content.quantityMost);
    m_stepper->setCount(content.quantity);
    showPicture();
    nameParts();
}

void BasketRow::placeOptions()
{
    // Large text needs the row's whole width for them, not what the picture and the price leave.
    const bool large = themeOf(*this).metrics().textFactor() > kLargeText;
    for (Label* label : {m_options, m_problem})
        (large ? m_below : m_words)->addWidget(label);
}

void BasketRow::showPicture()
{
    const Theme& theme = themeOf(*this);
    const int side = theme.metrics().targetPx();
    m_picture->setPixmap(picturePixmap(m_content.image, side, devicePixelRatioF(), theme));
}

void BasketRow::nameParts()
{
    setAccessibleName(m_content.name);
    setAccessibleDescription(m_content.news.isEmpty()
                                 ? m_content.options
                                 : m_content.news + QStringLiteral(". ") + m_content.options);
    m_stepper->setSubject(m_content.name);
    m_edit->setText(tr("변경"));
    m_remove->setText(tr("삭제"));
    m_edit->setAccessibleName(tr("%1 변경").arg(m_content.name));
    m_remove->setAccessibleName(tr("%1 삭제").arg(m_content.name));
}

void BasketRow::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        nameParts();
    if (event->type() == QEvent::StyleChange) {
        showPicture();
        placeOptions();
        m_price->setMinimumWidth(m_price->sizeHint().width());
    }
    QWidget::changeEvent(event);
}

void BasketRow::paintEvent(QPaintEvent*)
{
    const Theme& theme = themeOf(*this);
    const int line = theme.px(mm::kBorder);
    QPainter{this}.fillRect(0, height() - line, width(), line, theme.colours().hairline);
}

} // namespace coffee::ui
