// SPDX-License-Identifier: GPL-3.0-or-later
#include "barista_station/pages/recall_sheet.h"

#include "shared/widgets/card.h"
#include "shared/widgets/input.h"
#include "shared/widgets/label.h"
#include "shared/widgets/layouts.h"
#include "shared/widgets/texts.h"

#include <QBoxLayout>
#include <QEvent>

#include <algorithm>

namespace coffee::station {

using namespace coffee::ui;

RecallSheet::RecallSheet(QWidget* host)
    : Sheet{host},
      m_search{new SearchField{QString{}, this}},
      m_empty{new EmptyState{Icon::History, QString{}, QString{}, this}},
      m_below{new Label{TextRole::Body, this}},
      m_more{new Button{QString{}, ButtonKind::Quiet, this}},
      m_close{new Button{QString{}, ButtonKind::Outline, this}}
{
    setObjectName(QStringLiteral("recallSheet"));
    m_search->setObjectName(QStringLiteral("recallSearch"));
    m_close->setObjectName(QStringLiteral("recallClose"));
    m_more->setObjectName(QStringLiteral("recallMore"));
    m_more->setMark(Icon::Down);
    m_below->setInk(Ink::Second);
    m_below->setAlignment(Qt::AlignHCenter);
    auto* host2 = new QWidget{this};
    m_list = new QVBoxLayout{host2};
    m_list->setContentsMargins(0, 0, 0, 0);
    m_list->setSpacing(themeOf(*this).px(Space::Tight));
    content()->addWidget(m_search);
    content()->addWidget(m_empty);
    content()->addWidget(host2);
    content()->addWidget(m_more);
    content()->addWidget(m_below);
    content()->addStretch(1);
    addButton(m_close);
    connect(m_search, &QLineEdit::textChanged, this, &RecallSheet::searchAnew);
    connect(m_search, &QLineEdit::returnPressed, this, &RecallSheet::recallTheOne);
    connect(m_more, &QPushButton::clicked, this, &RecallSheet::wantMore);
    connect(this, &Sheet::endReached, this, &RecallSheet::wantMore);
    connect(m_close, &QPushButton::clicked, this, [this] { closeSheet(); });
    setFirstFocus(m_search);
    setWords();
}

void RecallSheet::setWords()
{
    setTitle(tr("되찾기"));
    m_search->setPlaceholderText(tr("번호, 메뉴, 시각(14:05)으로 찾기"));
    m_search->setAccessibleName(tr("끝난 주문 찾기"));
    m_more->setText(tr("지난 주문 더 보기"));
    m_close->setText(tr("닫기"));
}

QString RecallSheet::search() const
{
    return m_search->text();
}

void RecallSheet::searchAnew()
{
    m_wanted = kRowsAtOnce;
    Q_EMIT searchChanged();
}

void RecallSheet::recallTheOne()
{
    if (m_rows.size() == 1 && m_rows.front().canRecall)
        Q_EMIT recallClicked(m_rows.front());
}

void RecallSheet::wantMore()
{
    // What was wanted last has not come yet, or there is no more.
    if (m_rows.size() < m_wanted)
        return;
    m_wanted += kRowsAtOnce;
    Q_EMIT searchChanged();
}

QWidget* RecallSheet::rowOf(const RecallRow& row, ShopTime now)
{
    auto* card = new Card;
    card->setPadding(Space::Tight);
    auto* number = new Label{QString::number(row.number), TextRole::Title, card};
    number->setAccessibleName(ui::texts::orderNumberSpoken(row.number));
    const bool isOpen = row.state == OrderState::Queued || row.state == OrderState::Making;
    const QString state =
        isOpen ? tr("여기 완료, 다른 자리에서 만드는 중") : ui::texts::state(row.state);
    auto* facts =
        new Label{QStringLiteral("%1 · %2 · %3 · %4")
                      .arg(state, ui::texts::service(row.service), row.clock,
                           ui::texts::ago(std::chrono::duration_cast<std::chrono::seconds>(
                               std::max(now, row.at) - row.at))),
                  TextRole::Body, card};
    facts->setInk(row.state == OrderState::Cancelled ? Ink::Error : Ink::Second);
    auto* summary = new Label{row.summary, TextRole::BodyBold, card};
    auto* words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(summary);
    words->addWidget(facts);
    if (row.tooOld)
        words->addWidget(new Label{tr("오래된 주문이라 되찾을 수 없어요."), TextRole::Body, card});
    const bool toPickup = row.state == OrderState::Collected;
    auto* recall = new Button{toPickup ? tr("픽업 대기로 되돌리기") : tr("만드는 중으로 되돌리기"),
                              ButtonKind::Outline, card};
    recall->setObjectName(QStringLiteral("recall_%1").arg(row.number));
    recall->setAccessibleName(
        (toPickup ? tr("주문 %1 픽업 대기로 되돌리기") : tr("주문 %1 만드는 중으로 되돌리기"))
            .arg(row.number));
    recall->setTextRole(TextRole::BodyBold); // three beside each other, in one row
    recall->setVisible(row.canRecall);
    const OrderId order = row.order;
    connect(recall, &QPushButton::clicked, this, [this, row] { Q_EMIT recallClicked(row); });
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(themeOf(*this).px(Space::Tight));
    buttons->addStretch(1);
    const auto quiet = [&](const char* name, const QString& text, const QString& spoken) {
        auto* button = new Button{text, ButtonKind::Quiet, card};
        button->setObjectName(QStringLiteral("%1_%2").arg(QLatin1String{name}).arg(row.number));
        button->setAccessibleName(spoken);
        button->setTextRole(TextRole::BodyBold);
        buttons->addWidget(button);
        return button;
    };
    auto* call = quiet("recallCall", tr("다시 부르기"), tr("주문 %1 다시 부르기").arg(row.number));
    call->setVisible(row.state == OrderState::Ready);
    connect(call, &QPushButton::clicked, this, [this, order] { Q_EMIT callClicked(order); });
    auto* remake =
        quiet("remake", tr("다시 만들기 (무료)"), tr("주문 %1 다시 만들기").arg(row.number));
    remake->setVisible(row.canRecall && !isOpen);
    connect(remake, &QPushButton::clicked, this, [this, order] { Q_EMIT remakeClicked(order); });
    buttons->addWidget(recall);
    auto* line = new QHBoxLayout;
    line->setSpacing(themeOf(*this).px(Space::Medium));
    line->addWidget(number, 0, Qt::AlignTop);
    line->addLayout(words, 1);
    card->body()->addLayout(line);
    card->body()->addLayout(buttons);
    return card;
}

void RecallSheet::setRows(const std::vector<RecallRow>& rows, Below below, ShopTime now)
{
    // Rows that only grew at their end leave those above as they stand, under the finger.
    const bool grew =
        rows.size() >= m_rows.size() && std::equal(m_rows.begin(), m_rows.end(), rows.begin());
    if (!grew)
        clearLayout(*m_list);
    for (std::size_t place = grew ? m_rows.size() : 0; place < rows.size(); ++place)
        m_list->addWidget(rowOf(rows[place], now));
    m_rows = rows;
    showBelow(below);
}

void RecallSheet::showBelow(Below below)
{
    const bool enough = m_rows.size() >= m_wanted;
    const bool none = m_rows.empty();
    m_more->setVisible(enough);
    m_below->setVisible(!enough && (!none || below != Below::Nothing));
    switch (below) {
    case Below::More:
    case Below::Looking:
        m_below->setText(tr("오늘의 지난 주문을 찾고 있어요."));
        break;
    case Below::CutOff:
        m_below->setText(tr("연결이 끊겨 최근 주문만 보여요. 연결되면 이어서 찾아요."));
        break;
    case Below::Nothing:
        m_below->setText(tr("오늘 주문은 여기까지예요."));
        break;
    }
    m_empty->setVisible(none && below == Below::Nothing);
    if (m_search->text().trimmed().isEmpty())
        m_empty->setWords(tr("끝난 주문이 없어요"), tr("완료하거나 전달한 주문이 여기에 남아요."));
    else
        m_empty->setWords(tr("찾는 주문이 없어요"),
                          tr("오늘 끝난 주문을 모두 찾아봤어요. 번호나 메뉴를 다시 봐 주세요."));
}

void RecallSheet::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        setWords();
        setRows({}, Below::Nothing, {});
        Q_EMIT searchChanged();
    }
    Sheet::changeEvent(event);
}

} // namespace coffee::station
