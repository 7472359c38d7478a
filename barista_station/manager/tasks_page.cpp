// SPDX-License-Identifier: GPL-3.0-or-later
#include "barista_station/manager/tasks_page.h"

#include "barista_station/manager/task_words.h"

#include "shared/widgets/button.h"
#include "shared/widgets/card.h"
#include "shared/widgets/layouts.h"
#include "shared/widgets/texts.h"
#include "shared/widgets/touch_scroll_area.h"

#include <QApplication>
#include <QBoxLayout>
#include <QEvent>

namespace coffee::station {

using namespace coffee::ui;

namespace {

/// A page that is narrower than this has no room for words and acts beside each other.
constexpr double kWideMm = 450.0;

QString keyOf(bool isRefund, std::int64_t id)
{
    return (isRefund ? QStringLiteral("refund%1") : QStringLiteral("payment%1")).arg(id);
}

/// A list that is built anew keeps the keyboard where it was.
class KeptFocus {
public:
    explicit KeptFocus(QWidget& page) : m_page{page}
    {
        const QWidget* focused = QApplication::focusWidget();
        if (focused && page.isAncestorOf(focused))
            m_name = focused->objectName();
    }
    KeptFocus(const KeptFocus&) = delete;
    KeptFocus& operator=(const KeptFocus&) = delete;
    ~KeptFocus()
    {
        if (m_name.isEmpty())
            return;
        for (QWidget* widget : m_page.findChildren<QWidget*>(m_name))
            if (!widget->isHidden())
                widget->setFocus(Qt::OtherFocusReason);
    }

private:
    QWidget& m_page;
    QString m_name;
};

} // namespace

TasksPage::TasksPage(ShopHistory* history, QWidget* parent) : QWidget{parent}, m_history{history}
{
    setObjectName(QStringLiteral("tasksPage"));
    build();
    setWords();
    if (m_history)
        connect(m_history, &ShopHistory::progressed, this, [this] {
            if (isVisible())
                readHistory();
        });
}

void TasksPage::build()
{
    const Theme& theme = themeOf(*this);
    auto* content = new QWidget;
    m_title = new Label{TextRole::Heading, content};
    m_title->setObjectName(QStringLiteral("tasksTitle"));
    m_none = new EmptyState{Icon::Done, QString{}, QString{}, content};
    m_none->setObjectName(QStringLiteral("tasksNone"));
    m_rows = new QVBoxLayout;
    m_rows->setSpacing(theme.px(Space::Tight));
    m_settledTitle = new Label{TextRole::Heading, content};
    m_settledTitle->setObjectName(QStringLiteral("settledTitle"));
    m_settledNone = new Label{TextRole::Body, content};
    m_settledNone->setInk(Ink::Second);
    m_settledRows = new QVBoxLayout;
    m_settledRows->setSpacing(theme.px(Space::Tight));
    m_more = new Button{QString{}, ButtonKind::Quiet, content};
    m_more->setObjectName(QStringLiteral("settledMore"));
    m_more->setMark(Icon::Down);
    auto* list = new QVBoxLayout{content};
    list->setContentsMargins(0, 0, 0, 0);
    list->setSpacing(theme.px(Space::Small));
    list->addWidget(m_title);
    list->addWidget(m_none);
    list->addLayout(m_rows);
    list->addSpacing(theme.px(Space::Small));
    list->addWidget(m_settledTitle);
    list->addWidget(m_settledNone);
    list->addLayout(m_settledRows);
    list->addWidget(m_more);
    list->addStretch(1);
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(new TouchScrollArea{content, this});
    connect(m_more, &QPushButton::clicked, this, [this] {
        m_settledShown += kSettledAtOnce;
        showSettled();
    });
}

void TasksPage::setWords()
{
    m_none->setWords(tr("할 일이 없어요"),
                     tr("모든 결제와 환불이 끝났어요. 확인할 돈이 생기면 여기에 나타나요."));
    m_settledTitle->setText(tr("오늘 끝난 일"));
    m_more->setText(tr("더 보기"));
    showTasks();
    showSettled();
}

void TasksPage::setView(const ShopView& view, ShopTime now)
{
    m_now = now;
    const bool isNewDay = std::exchange(m_today, view.totals.day) != view.totals.day;
    std::vector<MoneyTask> tasks = openTasks(view, now, m_told.causes);
    if (tasks == m_tasks) {
        showAges();
    } else {
        m_tasks = std::move(tasks);
        showTasks();
        Q_EMIT countChanged();
    }
    if (isNewDay && isVisible())
        readHistory();
}

void TasksPage::readHistory()
{
    if (!m_history)
        return;
    std::vector<OrderId> orders;
    for (const MoneyTask& task : m_tasks)
        if (task.kind == TaskKind::RefundReview)
            orders.push_back(task.order);
    m_history->ask(
        this,
        [day = m_today, orders](const client::OrderArchive& archive) {
            TaskHistory told = taskHistory(archive.moneyEvents(day, orders), day);
            for (SettledTask& task : told.settled)
                if (const auto order = archive.orders().order(task.order)) {
                    task.number = order->number;
                    task.kiosk = order->kiosk;
                }
            return told;
        },
        [this](const TaskHistory& told) {
            if (told == m_told)
                return;
            m_told = told;
            for (MoneyTask& task : m_tasks)
                if (const auto cause = told.causes.find(task.id);
                    task.kind == TaskKind::RefundReview && cause != told.causes.end())
                    task.cause = cause->second;
            showTasks();
            showSettled();
        });
}

void TasksPage::showTasks()
{
    const KeptFocus focus{*this};
    m_ages.clear();
    clearLayout(*m_rows);
    m_title->setText(m_tasks.empty() ? tr("할 일") : tr("할 일 %n건", nullptr, openCount()));
    m_none->setVisible(m_tasks.empty());
    for (const MoneyTask& task : m_tasks)
        m_rows->addWidget(rowOf(task));
    showAges();
}

QWidget* TasksPage::rowOf(const MoneyTask& task)
{
    const TaskWords words = taskWords(task);
    const auto across = m_narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight;
    auto* card = new Card;
    card->setObjectName(QStringLiteral("task_%1").arg(keyOf(task.isRefund(), task.id)));
    card->setLook(words.urgent ? Card::Look::Error : Card::Look::Plain);
    card->setPadding(Space::Small);
    card->setAccessibleName(
        QStringLiteral("%1. %2. %3").arg(words.title, words.facts, words.meaning));
    const Ink ink = words.urgent ? Ink::Error : Ink::First;
    auto* mark = new IconMark{words.icon, TextRole::Heading, card};
    mark->setMark(words.icon, ink);
    auto* title = new Label{words.title, TextRole::Button, card};
    title->setInk(ink);
    auto* facts = new Label{words.facts, TextRole::BodyBold, card};
    auto* age = new Label{TextRole::BodyBold, card};
    m_ages.push_back(age);
    auto* head = new QBoxLayout{across};
    head->addWidget(title, 1);
    head->addWidget(age);
    if (m_narrow)
        head->setSpacing(0);
    else
        age->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    auto* text = new QVBoxLayout;
    text->setSpacing(0);
    text->addLayout(head);
    text->addWidget(facts);
    text->addWidget(new Label{words.meaning, TextRole::Body, card});
    auto* said = new QHBoxLayout;
    said->addWidget(mark, 0, Qt::AlignTop);
    said->addLayout(text, 1);
    auto* row = new QBoxLayout{across};
    row->addLayout(said, 1);
    row->addWidget(actsOf(task, words.title), 0, m_narrow ? Qt::AlignRight : Qt::AlignVCenter);
    card->body()->addLayout(row);
    return card;
}

QWidget* TasksPage::actsOf(const MoneyTask& task, const QString& title)
{
    auto* host = new QWidget;
    auto* acts = new QHBoxLayout{host};
    acts->setContentsMargins(0, 0, 0, 0);
    acts->setSpacing(themeOf(*this).px(mm::kTargetGap));
    const auto add = [&](const char* name, Icon icon, const QString& words,
                         void (TasksPage::*clicked)(const MoneyTask&)) {
        auto* button = new Button{words, ButtonKind::Outline, host};
        button->setObjectName(
            QStringLiteral("%1_%2").arg(QLatin1String{name}, keyOf(task.isRefund(), task.id)));
        button->setAccessibleName(QStringLiteral("%1: %2").arg(title, words));
        button->setTextRole(TextRole::BodyBold);
        button->setMark(icon);
        connect(button, &QPushButton::clicked, this, [this, task, clicked] {
            Q_EMIT(this->*clicked)(task);
        });
        acts->addWidget(button);
    };
    if (task.isRefund())
        add("taskOrder", Icon::Receipt, tr("주문 보기"), &TasksPage::orderClicked);
    if (task.mayLook())
        add("taskLook", Icon::Refresh, tr("카드사에 다시 묻기"), &TasksPage::lookClicked);
    if (task.needsPerson())
        add("taskClose", Icon::Done, tr("끝내기"), &TasksPage::closeClicked);
    return host;
}

void TasksPage::showAges()
{
    for (std::size_t place = 0; place < m_ages.size(); ++place) {
        const ShopTime since = m_tasks[place].since;
        const auto age =
            std::chrono::duration_cast<std::chrono::seconds>(std::max(m_now, since) - since);
        m_ages[place]->setText(
            tr("%1부터 · %2").arg(ui::texts::timeOfDay(since), ui::texts::ago(age)));
    }
}

void TasksPage::showSettled()
{
    const KeptFocus focus{*this};
    clearLayout(*m_settledRows);
    const std::vector<SettledTask>& settled = m_told.settled;
    for (std::size_t place = 0; place < std::min(settled.size(), m_settledShown); ++place)
        m_settledRows->addWidget(rowOf(settled[place]));
    m_settledNone->setText(m_history ? tr("오늘은 아직 없어요.")
                                     : tr("이 컴퓨터에 기록을 두지 않아 보여 줄 수 없어요."));
    m_settledNone->setVisible(settled.empty());
    m_more->setVisible(settled.size() > m_settledShown);
}

QWidget* TasksPage::rowOf(const SettledTask& task) const
{
    const SettledWords words = settledWords(task);
    auto* card = new Card;
    card->setObjectName(QStringLiteral("settled_%1").arg(keyOf(task.isRefund, task.id)));
    card->setPadding(Space::Small);
    card->body()->setSpacing(0);
    auto* title = new Label{words.title, TextRole::BodyBold, card};
    auto* facts = new Label{words.facts, TextRole::Body, card};
    facts->setInk(Ink::Second);
    auto* head = new QBoxLayout{m_narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight};
    head->addWidget(title, 1);
    head->addWidget(facts);
    if (m_narrow)
        head->setSpacing(0);
    else
        facts->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    card->body()->addLayout(head);
    if (!words.reason.isEmpty())
        card->body()->addWidget(new Label{words.reason, TextRole::Body, card});
    card->setAccessibleName(
        QStringLiteral("%1. %2. %3").arg(words.title, words.facts, words.reason));
    return card;
}

void TasksPage::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    const bool narrow = width() < themeOf(*this).px(kWideMm);
    if (std::exchange(m_narrow, narrow) == narrow)
        return;
    showTasks();
    showSettled();
}

void TasksPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    readHistory();
}

void TasksPage::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        setWords();
    QWidget::changeEvent(event);
}

} // namespace coffee::station
