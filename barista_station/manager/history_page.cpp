// SPDX-License-Identifier: GPL-3.0-or-later
#include "barista_station/manager/history_page.h"

#include "barista_station/manager/event_words.h"
#include "barista_station/manager/order_search.h"
#include "barista_station/manager/shop_numbers.h"
#include "barista_station/model/recall_list.h"
#include "barista_station/pages/station_texts.h"

#include "shared/widgets/button.h"
#include "shared/widgets/card.h"
#include "shared/widgets/choice.h"
#include "shared/widgets/input.h"
#include "shared/widgets/layouts.h"
#include "shared/widgets/texts.h"
#include "shared/widgets/touch_scroll_area.h"

#include <QBoxLayout>
#include <QEvent>

#include <algorithm>

namespace coffee::station {

using namespace coffee::ui;

namespace {

/// Widths in millimetres.
constexpr double kFiltersMm = 120.0;
constexpr double kStoryMm = 142.0;
/// A page that is narrower than this has no room for the list and a story beside each other.
constexpr double kWideMm = 450.0;
constexpr std::int32_t kStoryMost = 500;

const QString kToday = QStringLiteral("today");
const QString kYesterday = QStringLiteral("yesterday");
const QString kWeek = QStringLiteral("week");
const QString kEver = QStringLiteral("ever");
const QString kRefunded = QStringLiteral("refunded");

} // namespace

HistoryPage::HistoryPage(ShopHistory& history, Language language, QWidget* parent)
    : QWidget{parent}, m_history{history}, m_language{language}
{
    setObjectName(QStringLiteral("historyPage"));
    build();
    setWords();
    connect(&m_history, &ShopHistory::progressed, this, [this] {
        showProgress();
        if (!isVisible())
            return;
        searchAgain();
        readStory(); // it may go on while somebody reads it
    });
}

void HistoryPage::build()
{
    const Theme& theme = themeOf(*this);
    auto* row = new QHBoxLayout{this};
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme.px(Space::Large));
    row->addWidget(buildFilters());
    row->addWidget(buildFound(), 1);
    row->addWidget(buildStory(), 1);
    arrange();
}

QWidget* HistoryPage::buildFilters()
{
    const Theme& theme = themeOf(*this);
    auto* content = new QWidget;
    m_search = new SearchField{QString{}, content};
    m_search->setObjectName(QStringLiteral("historySearch"));
    m_days = new ChoiceGroup{ChoiceGroup::Mode::One, content};
    m_days->setObjectName(QStringLiteral("historyDays"));
    m_states = new ChoiceGroup{ChoiceGroup::Mode::AtMostOne, content};
    m_states->setObjectName(QStringLiteral("historyStates"));
    m_kiosks = new ChoiceGroup{ChoiceGroup::Mode::AtMostOne, content};
    m_kiosks->setObjectName(QStringLiteral("historyKiosks"));
    m_progress = new Label{TextRole::Body, content};
    m_progress->setInk(Ink::Second);
    auto* column = new QVBoxLayout{content};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme.px(Space::Small));
    column->addWidget(m_search);
    column->addWidget(m_days);
    column->addWidget(m_states);
    column->addWidget(m_kiosks);
    column->addWidget(m_progress);
    column->addStretch(1);
    const auto search = [this] {
        showList();
        searchAnew();
    };
    connect(m_search, &QLineEdit::textChanged, this, search);
    for (ChoiceGroup* group : {m_days, m_states, m_kiosks})
        connect(group, &ChoiceGroup::chosenChanged, this, search);
    auto* scroll = new TouchScrollArea{content, this};
    scroll->setFixedWidth(theme.px(kFiltersMm));
    return scroll;
}

QWidget* HistoryPage::buildFound()
{
    const Theme& theme = themeOf(*this);
    auto* host = new QWidget{this};
    m_list = host;
    m_facts = new Label{TextRole::Button, host};
    m_facts->setObjectName(QStringLiteral("historyFacts"));
    m_nothing = new EmptyState{Icon::Search, QString{}, QString{}, host};
    m_nothing->hide();
    auto* content = new QWidget;
    m_rows = new QVBoxLayout;
    m_rows->setSpacing(theme.px(Space::Tight));
    m_more = new Button{QString{}, ButtonKind::Quiet, content};
    m_more->setObjectName(QStringLiteral("historyMore"));
    m_more->setMark(Icon::Down);
    m_more->hide();
    auto* list = new QVBoxLayout{content};
    list->setContentsMargins(0, 0, 0, 0);
    list->addLayout(m_rows);
    list->addWidget(m_more);
    list->addStretch(1);
    auto* column = new QVBoxLayout{host};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme.px(Space::Tight));
    column->addWidget(m_facts);
    column->addWidget(m_nothing);
    column->addWidget(new TouchScrollArea{content, host}, 1);
    connect(m_more, &QPushButton::clicked, this, &HistoryPage::searchOn);
    return host;
}

QWidget* HistoryPage::buildStory()
{
    const Theme& theme = themeOf(*this);
    auto* host = new QWidget{this};
    host->setObjectName(QStringLiteral("orderStory"));
    m_storyHost = host;
    m_back = new Button{QString{}, ButtonKind::Outline, host};
    m_back->setObjectName(QStringLiteral("storyBack"));
    m_back->setMark(Icon::Back);
    m_back->setTextRole(TextRole::BodyBold);
    m_storyTitle = new Label{TextRole::Heading, host};
    m_storyFacts = new Label{TextRole::Body, host};
    m_storyFacts->setInk(Ink::Second);
    m_cancel = new Button{QString{}, ButtonKind::Outline, host};
    m_cancel->setObjectName(QStringLiteral("storyCancel"));
    m_cancel->setMark(Icon::Stop);
    m_cancel->setTextRole(TextRole::BodyBold);
    m_refund = new Button{QString{}, ButtonKind::Outline, host};
    m_refund->setObjectName(QStringLiteral("storyRefund"));
    m_refund->setMark(Icon::Refund);
    m_refund->setTextRole(TextRole::BodyBold);
    auto* head = new QHBoxLayout;
    head->setSpacing(theme.px(Space::Small));
    head->addWidget(m_back);
    head->addWidget(m_storyTitle, 1);
    auto* acts = new QHBoxLayout;
    acts->setSpacing(theme.px(mm::kTargetGap));
    acts->addWidget(m_cancel, 1);
    acts->addWidget(m_refund, 1);
    auto* content = new QWidget;
    auto* list = new QVBoxLayout{content};
    list->setContentsMargins(0, 0, 0, 0);
    m_story = new QVBoxLayout;
    m_story->setSpacing(theme.px(Space::Tight));
    list->addLayout(m_story);
    list->addStretch(1);
    auto* column = new QVBoxLayout{host};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme.px(Space::Tight));
    column->addLayout(head);
    column->addWidget(m_storyFacts);
    column->addLayout(acts);
    column->addWidget(new TouchScrollArea{content, host}, 1);
    connect(m_back, &QPushButton::clicked, this, [this] {
        showList();
        auto* row = findChild<QWidget*>(QStringLiteral("found_%1").arg(m_order));
        (row ? row : m_search)->setFocus(Qt::OtherFocusReason);
    });
    connect(m_cancel, &QPushButton::clicked, this, &HistoryPage::cancelClicked);
    connect(m_refund, &QPushButton::clicked, this, &HistoryPage::refundClicked);
    return host;
}

void HistoryPage::arrange()
{
    const Theme& theme = themeOf(*this);
    const bool wide = width() >= theme.px(kWideMm);
    m_storyHost->setMaximumWidth(wide ? theme.px(kStoryMm) : QWIDGETSIZE_MAX);
    m_storyHost->setMinimumWidth(wide ? theme.px(kStoryMm) : 0);
    m_list->setVisible(wide || !m_reading);
    m_storyHost->setVisible(wide || m_reading);
    m_back->setVisible(!wide);
}

void HistoryPage::showList()
{
    m_reading = false;
    arrange();
}

void HistoryPage::setWords()
{
    m_search->setPlaceholderText(tr("번호, 메뉴, 시각, 금액"));
    m_search->setAccessibleName(tr("주문을 번호, 메뉴, 시각이나 금액으로 찾기"));
    const QString days = m_days->chosen().value(0, kToday);
    m_days->setTitle(tr("기간"), QString{});
    m_days->setChoices({{kToday, tr("오늘"), {}, days == kToday, false},
                        {kYesterday, tr("어제"), {}, days == kYesterday, false},
                        {kWeek, tr("최근 7일"), {}, days == kWeek, false},
                        {kEver, tr("모두"), {}, days == kEver, false}});
    const QString state = m_states->chosen().value(0);
    m_states->setTitle(tr("상태"), QString{});
    std::vector<Choice> states;
    for (const OrderState one : {OrderState::Queued, OrderState::Making, OrderState::Ready,
                                 OrderState::Collected, OrderState::Cancelled}) {
        const QString id = QStringLiteral("state%1").arg(static_cast<int>(one));
        states.push_back({id, ui::texts::state(one), {}, state == id, false});
    }
    states.push_back({kRefunded, tr("환불이 있음"), {}, state == kRefunded, false});
    m_states->setChoices(states);
    setKiosks(m_kioskNames);
    m_more->setText(tr("더 보기"));
    m_back->setText(tr("목록으로"));
    m_cancel->setText(tr("주문 취소"));
    m_refund->setText(tr("환불"));
    showProgress();
    if (m_order == 0)
        showStory({});
}

void HistoryPage::setKiosks(const std::vector<std::string>& kiosks)
{
    const QString chosen = m_kiosks->chosen().value(0);
    m_kioskNames = kiosks;
    std::vector<Choice> choices;
    for (const std::string& name : kiosks) {
        const QString id = QStringLiteral("kiosk:%1").arg(QString::fromStdString(name));
        choices.push_back({id, texts::machine(Role::Kiosk, name), {}, chosen == id, false});
    }
    m_kiosks->setTitle(tr("주문기"), QString{});
    m_kiosks->setChoices(choices);
    m_kiosks->setVisible(choices.size() > 1);
}

void HistoryPage::setToday(BusinessDay today)
{
    if (std::exchange(m_today, today) != today && isVisible())
        searchAnew();
}

void HistoryPage::look(std::int32_t number)
{
    showList();
    m_search->setText(QString::number(number));
}

OrderFilter HistoryPage::filter() const
{
    OrderFilter chosen;
    const QString days = m_days->chosen().value(0, kToday);
    if (days == kToday)
        chosen.firstDay = chosen.lastDay = m_today;
    else if (days == kYesterday)
        chosen.firstDay = chosen.lastDay = m_today - 1;
    else if (days == kWeek)
        chosen.firstDay = m_today - 6;
    const QString state = m_states->chosen().value(0);
    if (state == kRefunded)
        chosen.refundedOnly = true;
    else if (!state.isEmpty())
        chosen.state = static_cast<OrderState>(state.mid(5).toInt());
    const QString kiosk = m_kiosks->chosen().value(0);
    chosen.kiosk = kiosk.mid(kiosk.indexOf(u':') + 1).toStdString();
    return orderSearch(m_search->text(), chosen);
}

void HistoryPage::searchAnew()
{
    m_found = {};
    searchAgain();
}

void HistoryPage::searchAgain()
{
    const std::size_t rows = std::max(kRowsAtOnce, m_found.orders.size());
    m_history.ask(
        this,
        [filter = filter(), rows](const client::OrderArchive& archive) {
            std::vector<std::string> kiosks = archive.orders().kiosks();
            std::sort(kiosks.begin(), kiosks.end());
            return std::pair{archive.find(filter, 0, rows), std::move(kiosks)};
        },
        [this, round = ++m_round](const std::pair<OrdersFound, std::vector<std::string>>& answer) {
            if (round != m_round)
                return;
            if (answer.second != m_kioskNames)
                setKiosks(answer.second);
            showFound(answer.first, false);
        });
}

void HistoryPage::searchOn()
{
    if (m_found.orders.empty())
        return;
    m_history.ask(
        this,
        [filter = filter(),
         before = m_found.orders.back().order](const client::OrderArchive& archive) {
            return archive.find(filter, before, kRowsAtOnce);
        },
        [this, round = ++m_round](const OrdersFound& answer) {
            if (round == m_round)
                showFound(answer, true);
        });
}

void HistoryPage::showFound(const OrdersFound& found, bool more)
{
    if (!more && !found.orders.empty() && found.orders == m_found.orders &&
        found.count == m_found.count)
        return;
    if (!more)
        clearLayout(*m_rows);
    for (const ListedOrder& order : found.orders)
        m_rows->addWidget(rowOf(order));
    std::vector<ListedOrder> rows = more ? std::move(m_found.orders) : std::vector<ListedOrder>{};
    rows.insert(rows.end(), found.orders.begin(), found.orders.end());
    m_found = found;
    m_found.orders = std::move(rows);
    const auto count = static_cast<int>(found.count);
    QString facts = tr("주문 %n건 · %1", nullptr, count).arg(texts::sum(found.total));
    if (found.refunded > MoneySum{})
        facts = tr("%1 · 환불 %2").arg(facts, texts::sum(found.refunded));
    m_facts->setText(facts);
    m_facts->setVisible(count > 0);
    m_nothing->setVisible(count == 0);
    m_nothing->setWords(tr("찾는 주문이 없어요"),
                        timeNeedsDay(m_search->text(), filter())
                            ? tr("시각으로 찾으려면 하루를 골라 주세요: 오늘이나 어제.")
                            : tr("기간을 넓히거나 번호, 메뉴를 다시 봐 주세요."));
    m_more->setVisible(static_cast<std::int64_t>(m_found.orders.size()) < found.count);
}

QWidget* HistoryPage::rowOf(const ListedOrder& order)
{
    auto* row =
        new Button{QStringLiteral("%1 · %2 %3 · %4 · %5 · %6")
                       .arg(ui::texts::orderNumber(order.number), texts::day(order.day),
                            ui::texts::timeOfDay(order.paidAt), ui::texts::service(order.service),
                            ui::texts::itemCount(order.units), ui::texts::state(order.state)),
                   ButtonKind::Outline};
    row->setObjectName(QStringLiteral("found_%1").arg(order.order));
    row->setTextRole(TextRole::BodyBold);
    row->keepDetailBeside(true);
    QSizePolicy policy{QSizePolicy::Ignored, QSizePolicy::Minimum};
    policy.setHeightForWidth(true);
    row->setSizePolicy(policy);
    row->setDetail(
        order.refunded > Money{}
            ? tr("%1, 환불 %2").arg(ui::texts::money(order.total), ui::texts::money(order.refunded))
            : ui::texts::money(order.total));
    row->setAccessibleName(QStringLiteral("%1, %2").arg(row->text(), row->accessibleDescription()));
    connect(row, &QPushButton::clicked, this, [this, id = order.order] {
        openStory(id);
        if (m_back->isVisible())
            m_back->setFocus(Qt::OtherFocusReason);
    });
    return row;
}

void HistoryPage::openStory(OrderId order)
{
    m_order = order;
    m_reading = true;
    arrange();
    readStory();
}

void HistoryPage::readStory()
{
    if (m_order == 0)
        return;
    m_history.ask(
        this,
        [order = m_order](const client::OrderArchive& archive) {
            return archive.eventsOfOrder(order, kStoryMost);
        },
        [this, order = m_order](const std::vector<Event>& events) {
            if (order == m_order && events != m_storyShown)
                showStory(events);
        });
}

const OrderView* HistoryPage::shown() const
{
    return m_told.find(m_order);
}

void HistoryPage::showStory(const std::vector<Event>& events)
{
    m_storyShown = events;
    m_told = {};
    for (const Event& event : events)
        m_told.apply(event);
    clearLayout(*m_story);
    const OrderView* order = shown();
    m_cancel->setVisible(order && mayCancel(*order));
    m_refund->setVisible(order && mayRefund(*order));
    m_storyFacts->setVisible(order != nullptr);
    if (!order) {
        m_storyTitle->setText(tr("주문을 고르면 그 과정이 여기에 보여요."));
        return;
    }
    m_storyTitle->setText(QStringLiteral("%1 · %2").arg(ui::texts::orderNumber(order->number),
                                                        ui::texts::state(order->state)));
    m_storyFacts->setText(
        QStringLiteral("%1 · %2 · %3 · %4")
            .arg(summaryOf(order->lines, m_language), ui::texts::service(order->service),
                 texts::machine(Role::Kiosk, order->kiosk), ui::texts::dateAndTime(order->paidAt)));
    for (const Event& event : events) {
        const QString words = eventWords(event, *order, m_language);
        if (words.isEmpty())
            continue;
        auto* card = new Card;
        card->setPadding(Space::Tight);
        auto* what = new Label{words, TextRole::BodyBold, card};
        auto* when = new Label{QStringLiteral("%1 · %2").arg(ui::texts::timeOfDay(event.occurredAt),
                                                             actorWords(event.actor)),
                               TextRole::Body, card};
        when->setInk(Ink::Second);
        card->body()->setSpacing(0);
        card->body()->addWidget(what);
        card->body()->addWidget(when);
        card->setAccessibleName(QStringLiteral("%1, %2").arg(when->text(), words));
        m_story->addWidget(card);
    }
}

void HistoryPage::showProgress()
{
    const ShopHistory::Progress& progress = m_history.progress();
    QString words;
    if (!progress.usable)
        words = tr("이 컴퓨터에 지난 주문을 저장할 수 없어요. 디스크를 확인해 주세요.");
    else if (!progress.isComplete() && progress.head > 0)
        words = tr("지난 주문을 가져오고 있어요: %1 / %2").arg(progress.seq).arg(progress.head);
    m_progress->setText(words);
    m_progress->setVisible(!words.isEmpty());
}

void HistoryPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    searchAgain();
    readStory();
}

void HistoryPage::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void HistoryPage::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        setWords();
        clearLayout(*m_rows);
        searchAnew();
        m_storyShown.clear(); // in the other language it is another one
        readStory();
    }
    QWidget::changeEvent(event);
}

} // namespace coffee::station
