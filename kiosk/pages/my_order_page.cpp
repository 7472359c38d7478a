// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/pages/my_order_page.h"

#include "kiosk/pages/kiosk_words.h"
#include "kiosk/pages/look_up_words.h"
#include "kiosk/pages/order_steps.h"
#include "kiosk/pages/refused_words.h"
#include "shared/widgets/banner.h"
#include "shared/widgets/button.h"
#include "shared/widgets/card.h"
#include "shared/widgets/column_layout.h"
#include "shared/widgets/progress.h"
#include "shared/widgets/sheet.h"
#include "shared/widgets/texts.h"
#include "shared/widgets/theme.h"

#include <QKeyEvent>

#include <algorithm>

namespace coffee::kiosk {

using ui::Button;
using ui::ButtonKind;
using ui::Icon;
using ui::Label;
using ui::Space;
using ui::TextRole;

namespace {

/// The height of a body that is certainly scrolled.
constexpr int kEndless = QWIDGETSIZE_MAX / 2;

} // namespace

MyOrderPage::MyOrderPage(PageParts parts, QWidget* host, QWidget* parent)
    : Page{parent},
      m_parts{parts},
      m_title{new Label{TextRole::Title}},
      m_advice{new Label{TextRole::Body}},
      m_trouble{new ui::Banner},
      m_busy{new ui::BusyBar},
      m_entry{new NumberEntry},
      m_lostPart{new QWidget},
      m_lost{new Button{QString{}, ButtonKind::Outline}},
      m_lostBeside{new Button{QString{}, ButtonKind::Outline}},
      m_lostWords{new Label{TextRole::Body}},
      m_statePart{new ui::Card},
      m_number{new Label{TextRole::Title}},
      m_steps{new ui::StatusSteps},
      m_wait{new Label{TextRole::Heading}},
      m_ahead{new Label{TextRole::Body}},
      m_refused{new ui::Banner},
      m_age{new ui::Banner},
      m_toCode{new Button{QString{}, ButtonKind::Outline}},
      m_detailPart{new ui::Card},
      m_lines{new QVBoxLayout},
      m_total{new Label{TextRole::Heading}},
      m_refund{new Label{TextRole::Heading}},
      m_acts{new QWidget},
      m_receipt{new Button{QString{}, ButtonKind::Outline}},
      m_cancel{new Button{QString{}, ButtonKind::Outline}},
      m_sheet{new ui::ConfirmSheet{host}},
      m_back{new Button{QString{}, ButtonKind::Outline}},
      m_lookUp{new Button{QString{}, ButtonKind::Filled}}
{
    m_title->setObjectName(QStringLiteral("myOrderTitle"));
    m_trouble->setObjectName(QStringLiteral("lookUpTrouble"));
    m_title->setAlignment(Qt::AlignCenter);
    m_advice->setAlignment(Qt::AlignCenter);
    keepNarrow();
    body()->addStretch(1);
    buildEntry();
    buildLost();
    buildState();
    buildDetails();
    body()->addStretch(1);
    buildFooter();
    connect(&m_parts.myOrder, &MyOrder::changed, this, &MyOrderPage::refresh);
}

void MyOrderPage::buildEntry()
{
    for (QWidget* part : std::initializer_list<QWidget*>{m_title, m_advice, m_trouble, m_busy})
        m_entry->words()->addWidget(part);
    body()->addWidget(m_entry);
    connect(m_entry, &NumberEntry::digitsChanged, this, &MyOrderPage::refreshFooter);
    connect(m_entry, &NumberEntry::completed, this, &MyOrderPage::submit);
}

void MyOrderPage::buildLost()
{
    m_lost->setObjectName(QStringLiteral("lostCodeButton"));
    m_lost->setMark(Icon::Bell);
    m_lostWords->setAlignment(Qt::AlignCenter);
    m_lostWords->setInk(ui::Ink::Second);
    auto* column = new QVBoxLayout{m_lostPart};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(ui::themeOf(*this).px(Space::Tight));
    column->addWidget(m_lost);
    column->addWidget(m_lostWords);
    body()->addWidget(m_lostPart);
    m_lostBeside->setObjectName(m_lost->objectName());
    m_lostBeside->setMark(Icon::Bell);
    for (const Button* lost : {m_lost, m_lostBeside})
        connect(lost, &QPushButton::clicked, this, &MyOrderPage::helpClicked);
}

void MyOrderPage::buildState()
{
    m_number->setObjectName(QStringLiteral("lookedUpNumber"));
    m_steps->setObjectName(QStringLiteral("lookedUpSteps"));
    m_toCode->setObjectName(QStringLiteral("detailsButton"));
    m_toCode->setMark(Icon::Receipt);
    for (Label* centred : {m_number, m_wait, m_ahead})
        centred->setAlignment(Qt::AlignCenter);
    m_statePart->setPadding(Space::Large);
    m_wait->setObjectName(QStringLiteral("orderWait"));
    m_refused->setObjectName(QStringLiteral("refusedBanner"));
    for (QWidget* part :
         std::initializer_list<QWidget*>{m_number, m_refused, m_wait, m_ahead, m_steps, m_age})
        m_statePart->body()->addWidget(part);
    body()->addWidget(m_statePart);
    body()->addWidget(m_toCode);
    connect(m_toCode, &QPushButton::clicked, this, [this] { m_parts.myOrder.askForCode(); });
}

void MyOrderPage::buildDetails()
{
    m_cancel->setObjectName(QStringLiteral("cancelOrderButton"));
    m_cancel->setMark(Icon::Close);
    m_refund->setObjectName(QStringLiteral("refundLabel"));
    m_detailPart->body()->addWidget(m_refund); // first of all, where there is one
    m_detailPart->body()->addLayout(m_lines);
    m_detailPart->body()->addWidget(m_total);
    m_receipt->setObjectName(QStringLiteral("receiptButton"));
    m_receipt->setMark(Icon::Receipt);
    auto* acts = new ui::ColumnLayout{m_acts};
    acts->addWidget(m_receipt);
    acts->addWidget(m_cancel);
    body()->addWidget(m_detailPart);
    body()->addWidget(m_acts);
    connect(m_receipt, &QPushButton::clicked, this, &MyOrderPage::receiptClicked);
    connect(m_cancel, &QPushButton::clicked, this, [this] { m_parts.myOrder.askToCancel(); });
    connect(m_sheet, &ui::ConfirmSheet::confirmed, this,
            [this] { m_parts.myOrder.confirmCancel(); });
    connect(m_sheet, &ui::ConfirmSheet::cancelled, this, &MyOrderPage::goBack);
}

void MyOrderPage::buildFooter()
{
    m_back->setObjectName(QStringLiteral("backButton"));
    m_back->setMark(Icon::Back);
    m_back->installEventFilter(this);
    m_lookUp->setObjectName(QStringLiteral("lookUpButton"));
    m_lookUp->setMark(Icon::Search);
    footer()->add(m_back);
    footer()->add(m_lostBeside);
    footer()->addMain(m_lookUp);
    connect(m_back, &QPushButton::clicked, this, &MyOrderPage::goBack);
    connect(m_lookUp, &QPushButton::clicked, this, &MyOrderPage::submit);
}

void MyOrderPage::arrive()
{
    m_parts.myOrder.reset();
    stageChanged();
    Page::arrive();
    m_entry->takeFocus();
}

void MyOrderPage::goBack()
{
    const LookUpStage stage = m_parts.myOrder.stage();
    const bool own = m_parts.myOrder.isOwn();
    if (stage == LookUpStage::Number || (own && stage != LookUpStage::Cancelling))
        m_parts.session.closeMyOrder();
    else
        m_parts.myOrder.back();
}

void MyOrderPage::submit()
{
    if (!m_entry->isComplete())
        return;
    const QString digits = m_entry->digits();
    if (m_parts.myOrder.stage() == LookUpStage::Code)
        m_parts.myOrder.proveByCode(digits.toStdString());
    else if (m_entry->isBasketCode())
        m_parts.myOrder.takeBasket(digits.toStdString(), !m_parts.session.canTakeUp());
    else
        m_parts.myOrder.lookUp(digits.toInt());
}

void MyOrderPage::keyPressEvent(QKeyEvent* event)
{
    if (m_entry->takeKey(event->key()))
        return;
    if (m_lookUp->isVisible() && m_lookUp->isEnabled() &&
        (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)) {
        submit();
        return;
    }
    Page::keyPressEvent(event);
}

NumberEntry::Asks MyOrderPage::asks() const
{
    switch (m_parts.myOrder.stage()) {
    case LookUpStage::Number:
        return NumberEntry::Asks::OrderOrBasket;
    case LookUpStage::Code:
        return NumberEntry::Asks::ClaimCode;
    case LookUpStage::State:
    case LookUpStage::Asking:
    case LookUpStage::Details:
    case LookUpStage::Confirming:
    case LookUpStage::Cancelling:
    case LookUpStage::Cancelled:
    case LookUpStage::Taking:
        return NumberEntry::Asks::Nothing;
    }
    return NumberEntry::Asks::Nothing;
}

void MyOrderPage::stageChanged()
{
    m_shown = m_parts.myOrder.stage();
    m_entry->ask(asks());
    keepNarrow(asks() == NumberEntry::Asks::Nothing ? Width::Reading : Width::BesideEachOther);
}

void MyOrderPage::focusNext()
{
    QWidget* next = this;
    switch (m_parts.myOrder.stage()) {
    case LookUpStage::Number:
    case LookUpStage::Code:
        m_entry->takeFocus();
        return;
    case LookUpStage::State:
        next = m_toCode;
        break;
    case LookUpStage::Details:
        if (m_parts.myOrder.trouble() != LookUpTrouble::None)
            break; // what is wrong is read first, at the top of the page
        next = m_cancel->isVisible() && m_cancel->isEnabled() ? m_cancel : m_receipt;
        break;
    case LookUpStage::Cancelled:
        next = m_receipt->isVisible() ? m_receipt : m_back;
        break;
    case LookUpStage::Confirming:
    case LookUpStage::Cancelling:
        return; // the question has it
    case LookUpStage::Asking:
    case LookUpStage::Taking:
        break;
    }
    next->setFocus(Qt::OtherFocusReason);
}

bool MyOrderPage::eventFilter(QObject* watched, QEvent* event)
{
    // The OK key after a code that went off by itself is not meant for the way back.
    if (watched == m_back && event->type() == QEvent::KeyPress &&
        m_parts.myOrder.stage() == LookUpStage::Asking) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        return key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Space;
    }
    return Page::eventFilter(watched, event);
}

void MyOrderPage::refresh()
{
    const LookUpStage stage = m_parts.myOrder.stage();
    const bool wrong = m_parts.myOrder.trouble() == LookUpTrouble::WrongCode ||
                       m_parts.myOrder.trouble() == LookUpTrouble::UnknownNumber ||
                       m_parts.myOrder.trouble() == LookUpTrouble::NoBasket;
    const bool moved = stage != m_shown;
    if (moved || (wrong && m_trouble->message().isEmpty()))
        stageChanged();
    refreshWords();
    refreshState();
    refreshDetails();
    refreshFooter();
    refreshSheet();
    fit();
    if (moved && isVisible())
        focusNext();
}

void MyOrderPage::setWide(bool wide)
{
    Page::setWide(wide);
    m_entry->setWide(wide);
}

void MyOrderPage::fit()
{
    // The digits are in reach without scrolling, and so is what is wrong; a looked-up order's
    // number too, unless its title says it. What to type is said as large as there is room for.
    const int width = bodyWidth();
    const bool asking = asks() != NumberEntry::Asks::Nothing;
    const bool told = !asking && isTold();
    const int number = asking || told ? 0 : m_number->sizeHint().height() + 2 * body()->spacing();
    m_title->setRole(TextRole::Title);
    m_title->setVisible(true);
    m_advice->setVisible(!m_advice->text().isEmpty());
    const int below = placeLost(width);
    const auto room = [&] {
        return asking ? roomFor(m_entry->heightLeast(width) + below) - below : roomFor(kEndless);
    };
    const auto fits = [&] { return m_entry->heightLeast(width) + number <= room(); };
    if (!fits())
        m_advice->setVisible(false);
    if (!fits())
        m_title->setRole(TextRole::BodyBold);
    if (!fits() && !told)
        m_title->setVisible(false);
    m_entry->setRoom(room(), width);
}

int MyOrderPage::placeLost(int width)
{
    // On a low page, and with large text, the digits need the room: there it stands beside the way
    // back, in few words in place of the button that a whole code does not wait for.
    const bool code = m_parts.myOrder.stage() == LookUpStage::Code;
    const int high = m_lostPart->layout()->heightForWidth(width) + body()->spacing();
    const int all = m_entry->heightWanted(width) + high;
    const bool isBelow = all <= roomFor(all);
    m_lostPart->setVisible(code && isBelow);
    m_lostBeside->setVisible(code && !isBelow);
    m_lookUp->setVisible(asks() != NumberEntry::Asks::Nothing && (isBelow || !code || !isEasy()));
    return code && isBelow ? high : 0;
}

void MyOrderPage::refreshWords()
{
    const LookUpStage stage = m_parts.myOrder.stage();
    const QString advice = words::lookUpAdvice(m_parts.myOrder, isEasy());
    m_title->setText(words::lookUpTitle(m_parts.myOrder));
    m_title->setVisible(true);
    m_advice->setText(advice);
    m_advice->setVisible(!advice.isEmpty());
    m_trouble->setMessage(ui::Banner::Kind::Warning,
                          words::lookUpTrouble(m_parts.myOrder, isEasy()));
    m_busy->setVisible(stage == LookUpStage::Asking || stage == LookUpStage::Taking);
    m_busy->setWords(stage == LookUpStage::Taking ? tr("맡긴 장바구니를 가져오고 있어요.")
                                                  : tr("주문 내용을 가져오고 있어요."));
    m_entry->refresh();
    m_lost->setText(tr("번호를 모르세요? 직원 호출"));
    m_lostBeside->setText(plainly(m_lost->text(), tr("번호를 몰라요")));
    m_lostWords->setText(
        tr("직원에게 주문 번호 %1번을 말씀해 주세요. 찾아서 취소해 드릴 수 있어요.")
            .arg(m_parts.myOrder.number()));
}

bool MyOrderPage::isTold() const
{
    return m_parts.myOrder.state() == OrderState::Cancelled;
}

bool MyOrderPage::mayStillCancel() const
{
    const OrderState state = m_parts.myOrder.state().value_or(OrderState::Queued);
    return state == OrderState::Queued || state == OrderState::Making;
}

void MyOrderPage::refreshState()
{
    const MyOrder& mine = m_parts.myOrder;
    const LookUpStage stage = mine.stage();
    const bool shown =
        stage != LookUpStage::Number && stage != LookUpStage::Code && stage != LookUpStage::Taking;
    m_statePart->setVisible(shown);
    m_toCode->setVisible(stage == LookUpStage::State);
    m_toCode->setText(mayStillCancel() ? tr("주문 내용 보기 · 취소하기") : tr("주문 내용 보기"));
    if (!shown)
        return;
    const OrderView* order = mine.publicView();
    const bool isKnown = mine.state().has_value();
    const OrderState state = mine.state().value_or(OrderState::Queued);
    m_number->setVisible(!isTold());
    m_number->setText(ui::texts::orderNumber(mine.number()));
    m_number->setAccessibleName(ui::texts::orderNumberSpoken(mine.number()));
    m_steps->setVisible(mine.knownOrder());
    const OrderView* known = mine.knownOrder();
    if (known)
        showSteps(*m_steps, *known, state);
    m_refused->setMessage(ui::Banner::Kind::Warning, known ? words::refusal(*known) : QString{});

    const bool waiting = isKnown && (state == OrderState::Queued || state == OrderState::Making);
    QString words;
    if (waiting && order) {
        words = words::readyIn(waitLeft(m_parts.feed, *order, mine.toldWait()));
    } else if (isKnown && state == OrderState::Ready) {
        words = tr("준비되었어요. 픽업대로 와 주세요.");
    } else if (isKnown && state == OrderState::Collected) {
        words = tr("이미 받아 가신 주문이에요.");
    }
    m_wait->setText(words);
    m_wait->setVisible(!words.isEmpty());
    m_ahead->setText(words::ahead(mine.ordersAhead()));
    m_ahead->setVisible(order && state == OrderState::Queued);
    refreshAge();
}

void MyOrderPage::refreshAge()
{
    const client::Freshness fresh = m_parts.feed.freshness();
    if (fresh.state == client::FeedState::Live) {
        m_age->setMessage(ui::Banner::Kind::Notice, QString{});
        return;
    }
    QString words = tr("지금 상태를 받아 오고 있어요.");
    if (fresh.age || fresh.asOf) {
        const QString when =
            fresh.age ? ui::texts::ago(std::chrono::duration_cast<std::chrono::seconds>(*fresh.age))
                      : ui::texts::asOf(*fresh.asOf);
        words = plainly(tr("지금 새 소식을 받지 못하고 있어요. %1의 상태예요. 주문은 그대로이고, "
                           "연결되면 자동으로 바뀌어요. 급하시면 직원에게 물어봐 주세요."),
                        tr("%1의 상태예요. 주문은 그대로예요."))
                    .arg(when);
    }
    m_age->setMessage(ui::Banner::Kind::Warning, Icon::Clock, words);
}

void MyOrderPage::refreshDetails()
{
    const MyOrder& mine = m_parts.myOrder;
    const LookUpStage stage = mine.stage();
    const bool proven = stage == LookUpStage::Details || stage == LookUpStage::Confirming ||
                        stage == LookUpStage::Cancelling || stage == LookUpStage::Cancelled;
    m_detailPart->setVisible(proven && mine.details());
    m_acts->setVisible(proven && mine.details());
    // It stays behind the question that it opened.
    m_cancel->setVisible(proven && stage != LookUpStage::Cancelled && mine.details() &&
                         isOpen(mine.details()->order.state));
    if (!m_detailPart->isVisibleTo(this))
        return;
    const OrderView& order = mine.details()->order;
    refreshLines(order);
    m_total->setText(tr("결제한 금액 %1").arg(ui::texts::money(order.total)));
    m_refund->setText(words::refunds(mine));
    const bool hasRefund = !m_refund->text().isEmpty();
    m_refund->setVisible(hasRefund);
    // What comes back is what matters then.
    m_total->setRole(hasRefund ? TextRole::Body : TextRole::Heading);
    m_total->setInk(hasRefund ? ui::Ink::Second : ui::Ink::First);
    m_receipt->setText(tr("영수증 보기"));
    m_cancel->setText(tr("주문 취소하기"));
    m_cancel->setUnavailable(
        mine.details()->cancellable ? QString{} : tr("이미 만들어져서 여기서는 취소할 수 없어요."));
}

void MyOrderPage::refreshLines(const OrderView& order)
{
    while (QLayoutItem* old = m_lines->takeAt(0)) {
        delete old->widget();
        delete old;
    }
    const auto add = [this](const QString& words, TextRole role, ui::Ink ink) {
        auto* label = new Label{words, role};
        label->setInk(ink);
        m_lines->addWidget(label);
        return label;
    };
    const std::vector<RefusedUnits> refused = refusedUnits(order);
    for (std::size_t index = 0; index < order.lines.size(); ++index) {
        PricedLine made = order.lines[index];
        std::vector<RefusedUnits> out;
        std::copy_if(refused.begin(), refused.end(), std::back_inserter(out),
                     [index](const RefusedUnits& one) { return one.line == index; });
        for (const RefusedUnits& one : out)
            made.units.resize(made.units.size() - static_cast<std::size_t>(one.units));
        if (!made.units.empty()) {
            add(words::lineInShort(made), TextRole::BodyBold, ui::Ink::First);
            add(words::options(made, m_parts.basket.menu()), TextRole::Body, ui::Ink::Second);
        }
        for (const RefusedUnits& one : out) {
            Label* items =
                add(words::refusedItems(one, order), TextRole::BodyBold, ui::Ink::Second);
            items->setStruckOut(true);
            items->setObjectName(QStringLiteral("refusedItems"));
            add(words::refusedMoney(one), TextRole::Body, ui::Ink::Warning)
                ->setObjectName(QStringLiteral("refusedMoney"));
        }
    }
}

void MyOrderPage::refreshFooter()
{
    const LookUpStage stage = m_parts.myOrder.stage();
    const bool another = stage == LookUpStage::Cancelled && !m_parts.myOrder.isOwn();
    m_back->setText(another ? tr("다른 주문 보기") : tr("뒤로"));
    m_back->setVisible(stage != LookUpStage::Taking);
    m_lookUp->setText(m_entry->isBasketCode() ? tr("장바구니 찾기") : tr("조회하기"));
    const QString reason = m_entry->missingWords();
    // With large text the digits need its room; the prompt beside them says the same.
    m_lookUp->setUnavailable(isEasy() ? QString{} : reason);
    m_lookUp->keepRoomFor(isEasy() ? QString{} : m_entry->nothingTypedWords());
    m_lookUp->setEnabled(reason.isEmpty());
    m_lookUp->setAccessibleDescription(reason);
}

void MyOrderPage::hideEvent(QHideEvent* event)
{
    Page::hideEvent(event);
    // The question lies over the whole window: it goes with the page that asked it.
    m_sheet->closeSheet();
}

void MyOrderPage::refreshSheet()
{
    const MyOrder& mine = m_parts.myOrder;
    const bool asked =
        mine.stage() == LookUpStage::Confirming || mine.stage() == LookUpStage::Cancelling;
    if (!asked) {
        m_sheet->setBusy({});
        m_sheet->closeSheet();
        return;
    }
    const Money total = mine.details()->order.total;
    if (!m_sheet->isOpen())
        m_sheet->setQuestion(
            tr("주문을 취소할까요?"),
            (words::isByCard(mine.details()->order.payment)
                 ? tr("만들기를 멈추고, %1을 결제하신 카드로 모두 돌려 드려요. 카드사에 따라 며칠 "
                      "걸릴 수 있어요.")
                 : tr("만들기를 멈추고, %1을 결제하신 방법 그대로 모두 돌려 드려요. 며칠 걸릴 수 "
                      "있어요."))
                .arg(ui::texts::money(total)),
            tr("네, 취소할게요"), tr("취소하지 않기"), ButtonKind::Danger);
    m_sheet->setBusy(mine.stage() == LookUpStage::Cancelling ? tr("취소하고 있어요.") : QString{});
    m_sheet->openSheet();
}

} // namespace coffee::kiosk
