// SPDX-License-Identifier: GPL-3.0-or-later
#include "barista_station/pages/recall_reason_sheet.h"

#include "shared/widgets/choice.h"
#include "shared/widgets/label.h"

#include <QBoxLayout>

namespace coffee::station {

using namespace coffee::ui;

namespace {

const QString kMistap = QStringLiteral("mistap");
const QString kMissing = QStringLiteral("missing");
const QString kReturned = QStringLiteral("returned");
const QString kOther = QStringLiteral("other");

} // namespace

RecallReasonSheet::RecallReasonSheet(QWidget* host)
    : Sheet{host},
      m_explain{new Label{TextRole::Body, this}},
      m_reason{new ChoiceGroup{ChoiceGroup::Mode::One, this}},
      m_confirm{new Button{QString{}, ButtonKind::Filled, this}},
      m_close{new Button{QString{}, ButtonKind::Outline, this}}
{
    setObjectName(QStringLiteral("recallReasonSheet"));
    m_reason->setObjectName(QStringLiteral("recallReason"));
    m_confirm->setObjectName(QStringLiteral("recallConfirm"));
    m_close->setObjectName(QStringLiteral("recallReasonClose"));
    m_confirm->setMark(Icon::Undo);
    m_explain->setInk(Ink::Second);
    content()->addWidget(m_reason);
    content()->addWidget(m_explain);
    content()->addStretch(1);
    addButton(m_close);
    addButton(m_confirm);
    connect(m_close, &QPushButton::clicked, this, [this] { closeSheet(); });
    connect(m_confirm, &QPushButton::clicked, this, [this] {
        closeSheet();
        Q_EMIT confirmed(m_row.order, m_row.state, reasonWords(m_reason->chosen().value(0)));
    });
    setFirstFocus(m_confirm);
}

QString RecallReasonSheet::reasonWords(const QString& id) const
{
    if (id == kMistap)
        return tr("잘못 누름");
    if (id == kMissing)
        return tr("빠진 것이 있음");
    if (id == kReturned)
        return tr("손님이 다시 가져옴");
    return tr("다른 이유");
}

void RecallReasonSheet::showRow(const RecallRow& row)
{
    m_row = row;
    setTitle(tr("주문 %1 되돌리기").arg(row.number));
    m_reason->setTitle(tr("이유"), tr("하나를 골라 주세요."));
    std::vector<Choice> reasons;
    for (const QString& id : {kMistap, kMissing, kReturned, kOther})
        reasons.push_back({id, reasonWords(id), {}, id == kMistap, false});
    m_reason->setChoices(reasons);
    const bool toPickup = row.state == OrderState::Collected;
    m_explain->setText(toPickup ? tr("픽업 대기로 돌아와요. 주문한 시각은 그대로예요.")
                                : tr("만드는 중으로 돌아와요. 주문한 시각과 순서는 그대로예요."));
    m_confirm->setText(tr("되돌리기"));
    m_close->setText(tr("닫기"));
}

} // namespace coffee::station
