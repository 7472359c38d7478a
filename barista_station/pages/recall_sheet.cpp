// SPDX-License-Identifier: GPL-3.0-or-later
#include "barista_station/pages/recall_sheet.h"

#include "shared/widgets/card.h"
#include "shared/widgets/input.h"
#include "shared/widgets/texts.h"

#include <QBoxLayout>
#include <QEvent>

namespace coffee::station {

using namespace coffee::ui;

RecallSheet::RecallSheet(QWidget* host)
    : Sheet{host},
      m_search{new SearchField{QString{}, this}},
      m_empty{new EmptyState{Icon::History, QString{}, QString{}, this}},
      m_close{new Button{QString{}, ButtonKind::Filled, this}}
{
    setObjectName(QStringLiteral("recallSheet"));
    m_search->setObjectName(QStringLiteral("recallSearch"));
    m_close->setObjectName(QStringLiteral("recallClose"));
    auto* host2 = new QWidget{this};
    m_list = new QVBoxLayout{host2};
    m_list->setContentsMargins(0, 0, 0, 0);
    m_list->setSpacing(themeOf(*this).px(Space::Tight));
    content()->addWidget(m_search);
    content()->addWidget(m_empty);
    content()->addWidget(host2);
    content()->addStretch(1);
    addButton(m_close);
    connect(m_search, &QLineEdit::textChanged, this, &RecallSheet::searchChanged);
    connect(m_close, &QPushButton::clicked, this, [this] { closeSheet(); });
    setFirstFocus(m_search);
    setWords();
}

void RecallSheet::setWords()
{
    setTitle(tr("되찾기"));
    m_search->setPlaceholderText(tr("번호, 메뉴, 시각(14:05)으로 찾기"));
    m_search->setAccessibleName(tr("끝난 주문 찾기"));
    m_empty->setWords(tr("끝난 주문이 없어요"), tr("완료하거나 전달한 주문이 여기에 남아요."));
    m_close->setText(tr("닫기"));
}

QString RecallSheet::search() const
{
    return m_search->text();
}

QWidget* RecallSheet::rowOf(const RecallRow& row, ShopTime now)
{
    auto* card = new Card;
    card->setPadding(Space::Tight);
    auto* number = new Label{QString::number(row.number), TextRole::Title, card};
    number->setAccessibleName(ui::texts::orderNumberSpoken(row.number));
    auto* facts =
        new Label{QStringLiteral("%1 · %2 · %3 · %4")
                      .arg(ui::texts::state(row.state), ui::texts::service(row.service), row.clock,
                           ui::texts::ago(std::chrono::duration_cast<std::chrono::seconds>(
                               std::max(now, row.at) - row.at))),
                  TextRole::Body, card};
    facts->setInk(row.state == OrderState::Cancelled ? Ink::Error : Ink::Second);
    auto* summary = new Label{row.summary, TextRole::BodyBold, card};
    auto* words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(summary);
    words->addWidget(facts);
    auto* recall = new Button{tr("되찾기"), ButtonKind::Outline, card};
    recall->setObjectName(QStringLiteral("recall_%1").arg(row.number));
    recall->setAccessibleName(tr("주문 %1 되찾기").arg(row.number));
    recall->setMark(Icon::Recall);
    recall->setVisible(row.canRecall);
    const OrderId order = row.order;
    const OrderState seen = row.state;
    connect(recall, &QPushButton::clicked, this,
            [this, order, seen] { Q_EMIT recallClicked(order, seen); });
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(themeOf(*this).px(Space::Tight));
    const auto quiet = [&](const char* name, Icon icon, const QString& text,
                           const QString& spoken) {
        auto* button = new Button{text, ButtonKind::Quiet, card};
        button->setObjectName(QStringLiteral("%1_%2").arg(QLatin1String{name}).arg(row.number));
        button->setAccessibleName(spoken);
        button->setMark(icon);
        buttons->addWidget(button);
        return button;
    };
    auto* call = quiet("recallCall", Icon::Volume, tr("다시 부르기"),
                       tr("주문 %1 다시 부르기").arg(row.number));
    call->setVisible(row.state == OrderState::Ready);
    connect(call, &QPushButton::clicked, this, [this, order] { Q_EMIT callClicked(order); });
    auto* remake = quiet("remake", Icon::Refresh, tr("다시 만들기"),
                         tr("주문 %1 다시 만들기").arg(row.number));
    remake->setVisible(row.canRecall);
    connect(remake, &QPushButton::clicked, this, [this, order] { Q_EMIT remakeClicked(order); });
    buttons->addWidget(recall);
    buttons->addStretch(1);
    words->addLayout(buttons);
    auto* line = new QHBoxLayout;
    line->setSpacing(themeOf(*this).px(Space::Medium));
    line->addWidget(number, 0, Qt::AlignTop);
    line->addLayout(words, 1);
    card->body()->addLayout(line);
    return card;
}

void RecallSheet::setRows(const std::vector<RecallRow>& rows, ShopTime now)
{
    if (rows == m_rows && m_list->count() > 0)
        return;
    m_rows = rows;
    while (QLayoutItem* item = m_list->takeAt(0)) {
        if (item->widget()) {
            item->widget()->hide();
            item->widget()->deleteLater();
        }
        delete item;
    }
    std::size_t shown = 0;
    for (const RecallRow& row : rows)
        if (shown++ < kShownMax)
            m_list->addWidget(rowOf(row, now));
    m_empty->setVisible(rows.empty());
}

void RecallSheet::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        setWords();
        m_rows.clear();
        Q_EMIT searchChanged();
    }
    Sheet::changeEvent(event);
}

} // namespace coffee::station
