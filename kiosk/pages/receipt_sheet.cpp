// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/pages/receipt_sheet.h"

#include "shared/widgets/button.h"
#include "shared/widgets/texts.h"
#include "shared/widgets/theme.h"

#include <QBoxLayout>
#include <QEvent>
#include <QPainter>

namespace coffee::kiosk {

using ui::Ink;
using ui::Label;
using ui::Space;
using ui::TextRole;

namespace {

/// The dashed line between the parts of a receipt.
class TearLine final : public QWidget {
public:
    explicit TearLine(QWidget* parent) : QWidget{parent}
    {
        setFixedHeight(ui::themeOf(*this).px(Space::Small));
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        const ui::Theme& theme = ui::themeOf(*this);
        QPainter painter{this};
        painter.setPen(QPen{theme.colours().border, theme.metrics().exactPx(ui::mm::kBorder),
                            Qt::DashLine, Qt::FlatCap});
        const double middle = height() / 2.0;
        painter.drawLine(QPointF{0.0, middle}, QPointF{double(width()), middle});
    }
};

/// Whether a part of the receipt begins with this row.
bool beginsPart(ReceiptRowKind before, ReceiptRowKind now)
{
    const auto part = [](ReceiptRowKind kind) {
        switch (kind) {
        case ReceiptRowKind::Shop:
        case ReceiptRowKind::BusinessNumber:
        case ReceiptRowKind::Address:
        case ReceiptRowKind::Phone:
            return 0;
        case ReceiptRowKind::OrderNumber:
        case ReceiptRowKind::PaidAt:
            return 1;
        case ReceiptRowKind::Item:
        case ReceiptRowKind::Option:
        case ReceiptRowKind::Cups:
            return 2;
        case ReceiptRowKind::Supply:
        case ReceiptRowKind::Vat:
        case ReceiptRowKind::ExemptTotal:
        case ReceiptRowKind::Total:
            return 3;
        case ReceiptRowKind::Card:
        case ReceiptRowKind::Approval:
            return 4;
        case ReceiptRowKind::Refund:
        case ReceiptRowKind::Kept:
            return 5;
        }
        return 0;
    };
    return part(before) != part(now);
}

QString counted(const QString& name, std::int32_t count)
{
    return count == 1 ? name
                      : ReceiptSheet::tr("%1 × %2", "item and how many").arg(name).arg(count);
}

QString refundWords(RefundState state)
{
    switch (state) {
    case RefundState::Due:
        return ReceiptSheet::tr("환불 진행 중");
    case RefundState::Done:
        return ReceiptSheet::tr("환불함");
    case RefundState::NeedsReview:
        return ReceiptSheet::tr("환불 확인 중");
    }
    return {};
}

} // namespace

ReceiptSheet::ReceiptSheet(QWidget* host)
    : ui::Sheet{host}, m_done{new ui::Button{QString{}, ui::ButtonKind::Filled}}
{
    setObjectName(QStringLiteral("receiptSheet"));
    m_done->setObjectName(QStringLiteral("receiptDoneButton"));
    addButton(m_done);
    setFirstFocus(m_done);
    connect(m_done, &QPushButton::clicked, this, [this] { closeSheet(); });
}

void ReceiptSheet::setRows(std::vector<ReceiptRow> rows)
{
    if (rows == m_rows)
        return;
    m_rows = std::move(rows);
    refresh();
}

void ReceiptSheet::refresh()
{
    setTitle(tr("영수증"));
    m_done->setText(tr("닫기"));
    if (m_paper) {
        m_paper->hide();
        m_paper->deleteLater();
    }
    m_paper = new QWidget;
    m_column = new QVBoxLayout{m_paper};
    const int side = ui::themeOf(*this).px(Space::Small); // beside the mark of a long receipt
    m_column->setContentsMargins(side, 0, side, 0);
    m_column->setSpacing(ui::themeOf(*this).px(Space::Tight));
    content()->addWidget(m_paper);
    ReceiptRowKind before = ReceiptRowKind::Shop;
    for (const ReceiptRow& row : m_rows) {
        if (beginsPart(before, row.kind))
            addRule();
        addRow(row);
        before = row.kind;
    }
    if (m_rows.empty())
        return;
    addRule();
    addCentred(
        tr("이 주문기는 종이 영수증을 뽑지 않아요. 필요하시면 이 화면을 사진으로 찍어 주세요."),
        TextRole::Body);
}

void ReceiptSheet::addRow(const ReceiptRow& row)
{
    const QString words = ui::texts::local(row.text);
    const QString amount = ui::texts::money(row.amount);
    switch (row.kind) {
    case ReceiptRowKind::Shop:
        return addCentred(words, TextRole::Heading);
    case ReceiptRowKind::BusinessNumber:
        return addCentred(tr("사업자등록번호 %1").arg(words), TextRole::Body);
    case ReceiptRowKind::Address:
        return addCentred(words, TextRole::Body);
    case ReceiptRowKind::Phone:
        return addCentred(tr("전화 %1").arg(words), TextRole::Body);
    case ReceiptRowKind::OrderNumber:
        return addPair(tr("주문 번호"), QString::number(row.count), TextRole::BodyBold, Ink::First);
    case ReceiptRowKind::PaidAt:
        return addPair(tr("결제한 때"), ui::texts::dateAndTime(row.at), TextRole::Body,
                       Ink::Second);
    case ReceiptRowKind::Item: {
        const QString name = counted(words, row.count);
        return addPair(row.isExempt ? tr("%1 (면세)").arg(name) : name, amount, TextRole::BodyBold,
                       Ink::First);
    }
    case ReceiptRowKind::Option:
        return addPair(counted(words, row.count), ui::texts::priceDifference(row.amount),
                       TextRole::Body, Ink::Second);
    case ReceiptRowKind::Cups:
        return addPair(counted(ui::texts::cup(row.cup), row.count), {}, TextRole::Body,
                       Ink::Second);
    case ReceiptRowKind::Supply:
        return addPair(tr("공급가액"), amount, TextRole::Body, Ink::Second);
    case ReceiptRowKind::Vat:
        return addPair(tr("부가세"), amount, TextRole::Body, Ink::Second);
    case ReceiptRowKind::ExemptTotal:
        return addPair(tr("면세 금액"), amount, TextRole::Body, Ink::Second);
    case ReceiptRowKind::Total:
        return addPair(tr("결제한 금액"), amount, TextRole::Heading, Ink::First);
    case ReceiptRowKind::Card:
        return addPair(tr("카드 번호"), words, TextRole::Body, Ink::Second);
    case ReceiptRowKind::Approval:
        return addPair(tr("승인 번호"), words, TextRole::Body, Ink::Second);
    case ReceiptRowKind::Refund:
        return addPair(refundWords(row.refund), ui::texts::money(Money::fromWon(-row.amount.won())),
                       TextRole::BodyBold, Ink::First);
    case ReceiptRowKind::Kept:
        return addPair(tr("환불하고 남은 금액"), amount, TextRole::BodyBold, Ink::First);
    }
}

void ReceiptSheet::addCentred(const QString& words, TextRole role)
{
    auto* label = new Label{words, role};
    label->setAlignment(Qt::AlignCenter);
    label->setInk(role == TextRole::Heading ? Ink::First : Ink::Second);
    m_column->addWidget(label);
}

void ReceiptSheet::addPair(const QString& words, const QString& value, TextRole role, Ink ink)
{
    auto* left = new Label{words, role};
    left->setInk(ink);
    auto* row = new QHBoxLayout;
    row->setSpacing(ui::themeOf(*this).px(Space::Small));
    row->addWidget(left, 1, Qt::AlignTop);
    if (!value.isEmpty()) {
        auto* right = new Label{value, role};
        right->setInk(ink);
        right->setAlignment(Qt::AlignRight | Qt::AlignTop);
        right->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
        row->addWidget(right, 0, Qt::AlignTop);
    }
    m_column->addLayout(row);
}

void ReceiptSheet::addRule()
{
    m_column->addWidget(new TearLine{m_paper});
}

void ReceiptSheet::changeEvent(QEvent* event)
{
    ui::Sheet::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        refresh();
}

} // namespace coffee::kiosk
