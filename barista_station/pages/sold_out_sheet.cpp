// SPDX-License-Identifier: GPL-3.0-or-later
#include "barista_station/pages/sold_out_sheet.h"

#include "shared/widgets/choice.h"
#include "shared/widgets/column_layout.h"
#include "shared/widgets/input.h"
#include "shared/widgets/label.h"
#include "shared/widgets/texts.h"

#include <QBoxLayout>
#include <QEvent>

namespace coffee::station {

using namespace coffee::ui;
using protocol::UntilKind;

namespace {

const QString kHour = QStringLiteral("hour");
const QString kToday = QStringLiteral("today");
const QString kByHand = QStringLiteral("by_hand");

} // namespace

SoldOutSheet::SoldOutSheet(QWidget* host)
    : Sheet{host},
      m_search{new SearchField{QString{}, this}},
      m_until{new ChoiceGroup{ChoiceGroup::Mode::One, this}},
      m_untilId{kToday},
      m_nothing{new Label{TextRole::Body, this}},
      m_rowHost{new QWidget{this}},
      m_close{new Button{QString{}, ButtonKind::Filled, this}}
{
    setObjectName(QStringLiteral("soldOutSheet"));
    m_search->setObjectName(QStringLiteral("soldOutSearch"));
    m_until->setObjectName(QStringLiteral("soldOutUntil"));
    m_close->setObjectName(QStringLiteral("soldOutClose"));
    auto* columns = new ColumnLayout{m_rowHost};
    columns->setColumnLeast(themeOf(*this).px(mm::kTileLeast));
    columns->setColumnsMost(2);
    m_nothing->setInk(Ink::Second);
    content()->addWidget(m_until);
    content()->addWidget(m_search);
    content()->addWidget(m_nothing);
    content()->addWidget(m_rowHost);
    content()->addStretch(1);
    addButton(m_close);
    connect(m_search, &QLineEdit::textChanged, this, &SoldOutSheet::searchChanged);
    connect(m_until, &ChoiceGroup::chosenChanged, this, [this](const QStringList& ids) {
        if (!ids.isEmpty())
            m_untilId = ids.front();
    });
    connect(m_close, &QPushButton::clicked, this, [this] { closeSheet(); });
    setFirstFocus(m_search);
    setWords();
}

void SoldOutSheet::setWords()
{
    setTitle(tr("품절 관리"));
    m_search->setPlaceholderText(tr("메뉴 이름이나 초성으로 찾기"));
    m_search->setAccessibleName(tr("메뉴 찾기"));
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
    Row row{new QWidget{m_rowHost}, nullptr, nullptr};
    row.button = new Switch{QString{}, tr("판매 중"), tr("품절"), row.host};
    row.button->setObjectName(QStringLiteral("soldOut_%1").arg(item));
    row.note = new Label{TextRole::Body, row.host};
    auto* column = new QVBoxLayout{row.host};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(row.button);
    column->addWidget(row.note);
    column->addStretch(1);
    connect(row.button, &QCheckBox::clicked, this,
            [this, item](bool checked) { change(item, checked); });
    m_rowHost->layout()->addWidget(row.host);
    return row;
}

void SoldOutSheet::change(const QString& item, bool available)
{
    if (available)
        Q_EMIT switched(backAgain(item));
    else if (m_untilId == kHour)
        Q_EMIT switched(soldOut(item, UntilKind::Minutes, kSoldOutMinutes));
    else
        Q_EMIT switched(
            soldOut(item, m_untilId == kToday ? UntilKind::EndOfDay : UntilKind::ByHand));
}

QString SoldOutSheet::noteOf(const SoldOutRow& row) const
{
    if (row.sending)
        return tr("보내는 중");
    if (!row.soldOut)
        return row.category;
    if (row.until == ShopTime{})
        return tr("%1 · 다시 켤 때까지 품절").arg(row.category);
    return tr("%1 · %2에 다시 판매").arg(row.category, ui::texts::timeOfDay(row.until));
}

void SoldOutSheet::setRows(const std::vector<SoldOutRow>& rows)
{
    // A switch never jumps away under the finger: rows keep the place in which they were made, and
    // the search only hides.
    for (auto& [item, row] : m_rows)
        row.host->setVisible(false);
    for (const SoldOutRow& shown : rows) {
        auto found = m_rows.find(shown.item);
        if (found == m_rows.end())
            found = m_rows.emplace(shown.item, makeRow(shown.item)).first;
        const Row& row = found->second;
        row.button->setText(shown.name);
        row.button->setStateWords(tr("판매 중"), tr("품절"));
        row.button->setChecked(!shown.soldOut);
        row.note->setText(noteOf(shown));
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
