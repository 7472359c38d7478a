// SPDX-License-Identifier: GPL-3.0-or-later
#include "barista_station/pages/sold_out_sheet.h"

#include "barista_station/pages/station_texts.h"

#include "shared/widgets/choice.h"
#include "shared/widgets/column_layout.h"
#include "shared/widgets/input.h"
#include "shared/widgets/label.h"
#include "shared/widgets/texts.h"

#include <QBoxLayout>
#include <QEvent>

#include <algorithm>
#include <set>

namespace coffee::station {

using namespace coffee::ui;
using protocol::UntilKind;

namespace {

const QString kHour = QStringLiteral("hour");
const QString kToday = QStringLiteral("today");
const QString kByHand = QStringLiteral("by_hand");
/// More numbers than these are not read, but looked for on the screen.
constexpr std::size_t kNumbersMost = 6;

} // namespace

SoldOutSheet::SoldOutSheet(QWidget* host)
    : Sheet{host},
      m_search{new SearchField{QString{}, this}},
      m_until{new ChoiceGroup{ChoiceGroup::Mode::One, this}},
      m_untilId{kToday},
      m_nothing{new Label{TextRole::Body, this}},
      m_rowHost{new QWidget{this}},
      m_undo{new Button{QString{}, ButtonKind::Outline, this}},
      m_waiting{new Button{QString{}, ButtonKind::Outline, this}},
      m_close{new Button{QString{}, ButtonKind::Filled, this}}
{
    setObjectName(QStringLiteral("soldOutSheet"));
    m_search->setObjectName(QStringLiteral("soldOutSearch"));
    m_until->setObjectName(QStringLiteral("soldOutUntil"));
    m_undo->setObjectName(QStringLiteral("soldOutUndo"));
    m_waiting->setObjectName(QStringLiteral("soldOutWaiting"));
    m_close->setObjectName(QStringLiteral("soldOutClose"));
    m_undo->setMark(Icon::Undo);
    for (Button* button : {m_undo, m_waiting})
        button->setTextRole(TextRole::BodyBold);
    auto* columns = new ColumnLayout{m_rowHost};
    columns->setColumnLeast(themeOf(*this).px(mm::kTileLeast));
    columns->setColumnsMost(2);
    m_nothing->setInk(Ink::Second);
    content()->addWidget(m_until);
    content()->addWidget(m_search);
    content()->addWidget(m_nothing);
    content()->addWidget(m_rowHost);
    content()->addStretch(1);
    addButton(m_undo);
    addButton(m_waiting);
    addButton(m_close);
    connect(m_search, &QLineEdit::textChanged, this, &SoldOutSheet::searchChanged);
    connect(m_until, &ChoiceGroup::chosenChanged, this, [this](const QStringList& ids) {
        if (!ids.isEmpty())
            m_untilId = ids.front();
    });
    connect(m_undo, &QPushButton::clicked, this, &SoldOutSheet::undo);
    connect(m_waiting, &QPushButton::clicked, this, [this] {
        closeSheet();
        Q_EMIT waitingWanted(m_waitingOrders);
    });
    connect(m_close, &QPushButton::clicked, this, [this] { closeSheet(); });
    connect(this, &Sheet::opened, this, &SoldOutSheet::begin);
    setFirstFocus(m_search);
    setWords();
    begin();
}

void SoldOutSheet::begin()
{
    // What somebody chose an hour ago is not what the next one means.
    m_untilId = kToday;
    showUntil();
    m_undo->hide();
    offerWaiting({});
}

void SoldOutSheet::setWords()
{
    setTitle(tr("품절 관리"));
    m_search->setPlaceholderText(tr("메뉴 이름이나 초성으로 찾기"));
    m_search->setAccessibleName(tr("메뉴 찾기"));
    m_undo->setText(tr("되돌리기"));
    m_close->setText(tr("닫기"));
    showUntil();
}

void SoldOutSheet::showUntil()
{
    m_until->setTitle(tr("품절로 바꾸면 언제까지?"), QString{});
    m_until->setChoices({{kHour, tr("1시간"), {}, m_untilId == kHour, false},
                         {kToday, tr("오늘 하루"), {}, m_untilId == kToday, false},
                         {kByHand, tr("다시 켤 때까지"), {}, m_untilId == kByHand, false}});
}

QString SoldOutSheet::search() const
{
    return m_search->text();
}

SoldOutSheet::Row SoldOutSheet::makeRow(const QString& item)
{
    Row row{new QWidget{m_rowHost}, nullptr, nullptr, nullptr, {}};
    row.button = new Switch{QString{}, tr("판매 중"), tr("품절"), row.host};
    row.button->setObjectName(QStringLiteral("soldOut_%1").arg(item));
    row.note = new Label{TextRole::Body, row.host};
    row.change = new Button{QString{}, ButtonKind::Quiet, row.host};
    row.change->setObjectName(QStringLiteral("soldOutChange_%1").arg(item));
    row.change->setTextRole(TextRole::BodyBold);
    auto* facts = new QHBoxLayout;
    facts->setSpacing(0);
    facts->addWidget(row.note, 1, Qt::AlignTop);
    facts->addWidget(row.change);
    // Also while nothing can be changed: a switch never moves the others.
    const Metrics& metrics = themeOf(*this).metrics();
    facts->addStrut(
        std::max(metrics.targetPx(), 2 * metrics.lineHeightPx(metrics.font(TextRole::Body))));
    auto* column = new QVBoxLayout{row.host};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(row.button);
    column->addLayout(facts);
    column->addStretch(1);
    connect(row.change, &QPushButton::clicked, this, [this, item] { change(item, false); });
    // Not clicked(): a screen reader's "toggle" is no click. What the model says is no wish.
    connect(row.button, &QCheckBox::toggled, this, [this, item](bool checked) {
        const auto known = m_rows.find(item);
        if (known != m_rows.end() && checked == known->second.shown.soldOut)
            change(item, checked);
    });
    m_rowHost->layout()->addWidget(row.host);
    return row;
}

void SoldOutSheet::change(const QString& item, bool available)
{
    m_before = m_rows.at(item).shown;
    offerWaiting({});
    sayLast(available ? tr("%1 다시 판매").arg(m_before.name)
                      : tr("%1 품절 · %2").arg(m_before.name, untilWords()));
    if (available)
        Q_EMIT switched(backAgain(item));
    else if (m_untilId == kHour)
        Q_EMIT switched(soldOut(item, UntilKind::Minutes, kSoldOutMinutes));
    else
        Q_EMIT switched(
            soldOut(item, m_untilId == kToday ? UntilKind::EndOfDay : UntilKind::ByHand));
}

QString SoldOutSheet::untilWords() const
{
    return m_untilId == kHour    ? tr("1시간")
           : m_untilId == kToday ? tr("오늘 하루")
                                 : tr("다시 켤 때까지");
}

void SoldOutSheet::sayLast(const QString& words)
{
    m_undo->setDetail(words);
    m_undo->setAccessibleName(QStringLiteral("%1, %2").arg(words, m_undo->text()));
    m_undo->show();
}

void SoldOutSheet::undo()
{
    m_undo->hide();
    offerWaiting({});
    Q_EMIT switched(asBefore(m_before, m_now));
}

void SoldOutSheet::offerWaiting(const std::vector<WaitingTicket>& waiting)
{
    m_waitingOrders.clear();
    QStringList numbers;
    for (const WaitingTicket& ticket : waiting) {
        m_waitingOrders.push_back(ticket.order);
        if (static_cast<std::size_t>(numbers.size()) < kNumbersMost)
            numbers << QString::number(ticket.number);
    }
    if (waiting.size() > kNumbersMost)
        numbers << QStringLiteral("…");
    m_waiting->setText(tr("기다리는 주문 %n건 보기", nullptr, static_cast<int>(waiting.size())));
    m_waiting->setDetail(numbers.join(QStringLiteral(", ")));
    m_waiting->setAccessibleName(
        QStringLiteral("%1, %2").arg(m_waiting->text(), numbers.join(QStringLiteral(", "))));
    m_waiting->setVisible(!waiting.empty());
}

QString SoldOutSheet::noteOf(const SoldOutRow& row, ShopTime now) const
{
    if (row.sending)
        return tr("보내는 중");
    if (!row.soldOut)
        return row.category;
    if (row.until == ShopTime{})
        return tr("다시 켤 때까지 품절");
    return tr("%1에 다시 판매").arg(texts::timeAndDay(row.until, now));
}

void SoldOutSheet::setRows(const std::vector<SoldOutRow>& rows, ShopTime now)
{
    m_now = now;
    // A switch never jumps away under the finger: rows keep the place that they had when the sheet
    // opened, and the search only hides. What stays shown is not hidden in between: the list would
    // lose its place.
    std::set<QString> found;
    for (const SoldOutRow& row : rows)
        found.insert(row.item);
    for (auto& [item, row] : m_rows)
        if (!found.contains(item))
            row.host->setVisible(false);
    for (const SoldOutRow& shown : rows) {
        auto entry = m_rows.find(shown.item);
        if (entry == m_rows.end())
            entry = m_rows.emplace(shown.item, makeRow(shown.item)).first;
        Row& row = entry->second;
        if (!isOpen()) { // What is sold out stands first, as long as nobody looks.
            m_rowHost->layout()->removeWidget(row.host);
            m_rowHost->layout()->addWidget(row.host);
        }
        row.shown = shown;
        row.button->setText(shown.name);
        row.button->setStateWords(tr("판매 중"), tr("품절"));
        row.button->setChecked(!shown.soldOut);
        row.note->setText(noteOf(shown, now));
        row.change->setText(tr("위 기간으로"));
        row.change->setAccessibleName(tr("%1 품절 기간을 위에서 고른 것으로").arg(shown.name));
        row.change->setVisible(shown.soldOut && !shown.sending);
        row.note->setInk(shown.sending ? Ink::Second : shown.soldOut ? Ink::Warning : Ink::Second);
        row.host->setVisible(true);
    }
    m_nothing->setVisible(rows.empty());
    m_nothing->setText(search().isEmpty() ? tr("메뉴를 아직 받지 못했어요.")
                                          : tr("찾는 메뉴가 없어요."));
}

void SoldOutSheet::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        setWords();
        Q_EMIT searchChanged();
    }
    Sheet::changeEvent(event);
}

} // namespace coffee::station
