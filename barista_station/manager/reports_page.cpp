// SPDX-License-Identifier: GPL-3.0-or-later
#include "barista_station/manager/reports_page.h"

#include "barista_station/manager/event_words.h"
#include "barista_station/manager/report_view.h"
#include "barista_station/pages/station_texts.h"

#include "shared/domain/report_csv.h"
#include "shared/widgets/button.h"
#include "shared/widgets/label.h"
#include "shared/widgets/layouts.h"
#include "shared/widgets/texts.h"
#include "shared/widgets/touch_scroll_area.h"

#include <QBoxLayout>
#include <QEvent>

#include <algorithm>
#include <limits>

namespace coffee::station {

using namespace coffee::ui;

namespace {

constexpr double kDaysMm = 118.0;
/// A page that is narrower than this has no room for its title and its acts beside each other.
constexpr double kWideMm = 450.0;
/// The newest first.
constexpr std::int64_t kBeforeNone = std::numeric_limits<std::int64_t>::max();

} // namespace

ReportsPage::ReportsPage(ShopHistory& history, Language language, std::chrono::minutes utcOffset,
                         QWidget* parent)
    : QWidget{parent}, m_history{history}, m_language{language}, m_utcOffset{utcOffset}
{
    setObjectName(QStringLiteral("reportsPage"));
    build();
    setWords();
    connect(&m_history, &ShopHistory::progressed, this, [this] {
        // While the copy is being filled every page of it would fold the whole day anew.
        if (!isVisible() || !m_history.progress().isComplete())
            return;
        readDays();
        if (m_number == 0 || !m_report)
            openReport(m_number); // of a Z that was just written the copy knows only now
    });
}

void ReportsPage::build()
{
    const Theme& theme = themeOf(*this);
    auto* content = new QWidget;
    m_x = new Button{QString{}, ButtonKind::Outline, content};
    m_x->setObjectName(QStringLiteral("report_x"));
    m_x->setTextRole(TextRole::BodyBold);
    m_x->setCheckable(true);
    m_rows = new QVBoxLayout;
    m_rows->setSpacing(theme.px(Space::Tight));
    m_more = new Button{QString{}, ButtonKind::Quiet, content};
    m_more->setObjectName(QStringLiteral("reportsMore"));
    m_more->setMark(Icon::Down);
    m_more->hide();
    auto* list = new QVBoxLayout{content};
    list->setContentsMargins(0, 0, 0, 0);
    list->setSpacing(theme.px(Space::Tight));
    list->addWidget(m_x);
    list->addLayout(m_rows);
    list->addWidget(m_more);
    list->addStretch(1);
    auto* days = new TouchScrollArea{content, this};
    days->setFixedWidth(theme.px(kDaysMm));

    m_title = new Label{TextRole::Heading, this};
    m_title->setObjectName(QStringLiteral("reportTitle"));
    m_facts = new Label{TextRole::Body, this};
    m_facts->setInk(Ink::Second);
    m_disagrees = new Label{TextRole::BodyBold, this};
    m_disagrees->setObjectName(QStringLiteral("reportDisagrees"));
    m_disagrees->setInk(Ink::Error);
    m_disagrees->hide();
    m_save = new Button{QString{}, ButtonKind::Outline, this};
    m_save->setObjectName(QStringLiteral("reportSave"));
    m_save->setMark(Icon::Down);
    m_save->setTextRole(TextRole::BodyBold);
    m_paper = new Button{QString{}, ButtonKind::Outline, this};
    m_paper->setObjectName(QStringLiteral("reportPaper"));
    m_paper->setMark(Icon::Receipt);
    m_paper->setTextRole(TextRole::BodyBold);
    m_close = new Button{QString{}, ButtonKind::Outline, this};
    m_close->setObjectName(QStringLiteral("closeDay"));
    m_close->setMark(Icon::Lock);
    m_close->setTextRole(TextRole::BodyBold);
    m_view = new ReportView{m_language};
    auto* words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(m_title);
    words->addWidget(m_facts);
    auto* acts = new QHBoxLayout;
    acts->setSpacing(theme.px(Space::Small));
    for (Button* button : {m_save, m_paper, m_close})
        acts->addWidget(button);
    m_head = new QHBoxLayout;
    m_head->setSpacing(theme.px(Space::Small));
    m_head->addLayout(words, 1);
    m_head->addLayout(acts);
    auto* page = new QVBoxLayout;
    page->setSpacing(theme.px(Space::Small));
    page->addLayout(m_head);
    page->addWidget(m_disagrees);
    page->addWidget(new TouchScrollArea{m_view, this}, 1);
    auto* row = new QHBoxLayout{this};
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme.px(Space::Large));
    row->addWidget(days);
    row->addLayout(page, 1);
    connect(m_x, &QPushButton::clicked, this, [this] { openReport(0); });
    connect(m_more, &QPushButton::clicked, this, &ReportsPage::readMoreDays);
    connect(m_save, &QPushButton::clicked, this, &ReportsPage::saveClicked);
    connect(m_paper, &QPushButton::clicked, this, &ReportsPage::paperClicked);
    connect(m_close, &QPushButton::clicked, this, &ReportsPage::closeDayClicked);
}

void ReportsPage::setWords()
{
    m_x->setText(tr("오늘 지금까지 (X)"));
    m_x->setAccessibleName(m_x->text());
    m_more->setText(tr("더 보기"));
    m_save->setText(tr("CSV로 저장"));
    m_paper->setText(tr("PDF로 저장"));
    m_close->setText(tr("하루 마감"));
    showDays();
    showReport(m_report);
}

std::int64_t ReportsPage::newest() const
{
    return m_days.empty() ? 0 : m_days.front().closed.number;
}

CloseDayWish ReportsPage::closeWish() const
{
    CloseDayWish wish{newest(), 0, {}, 0};
    if (m_number == 0 && m_report) {
        wish.day = m_report->day;
        wish.net = m_report->net();
        wish.open = static_cast<std::int64_t>(m_report->open.size());
    }
    return wish;
}

const client::ClosedDay* ReportsPage::closed(std::int64_t number) const
{
    const auto day =
        std::find_if(m_days.begin(), m_days.end(), [number](const client::ClosedDay& one) {
            return one.closed.number == number;
        });
    return day == m_days.end() ? nullptr : &*day;
}

void ReportsPage::readDays()
{
    const auto rows = std::max(kRowsAtOnce, static_cast<std::int32_t>(m_days.size()));
    m_history.ask(
        this,
        [rows](const client::OrderArchive& archive) {
            return archive.closedDays(kBeforeNone, rows);
        },
        [this, rows](const std::vector<client::ClosedDay>& days) {
            m_hasMore = static_cast<std::int32_t>(days.size()) >= rows;
            if (days == m_days)
                return;
            m_days = days;
            showDays();
        });
}

void ReportsPage::readMoreDays()
{
    if (m_days.empty())
        return;
    m_history.ask(
        this,
        [before = m_days.back().closed.number](const client::OrderArchive& archive) {
            return archive.closedDays(before, kRowsAtOnce);
        },
        [this](const std::vector<client::ClosedDay>& days) {
            m_hasMore = static_cast<std::int32_t>(days.size()) >= kRowsAtOnce;
            m_days.insert(m_days.end(), days.begin(), days.end());
            showDays();
        });
}

QWidget* ReportsPage::rowOf(std::int64_t number, const QString& words, const QString& sum)
{
    auto* row = new Button{words, ButtonKind::Outline};
    row->setObjectName(QStringLiteral("report_%1").arg(number));
    row->setTextRole(TextRole::BodyBold);
    row->setDetail(sum);
    row->keepDetailBeside(true);
    QSizePolicy policy{QSizePolicy::Ignored, QSizePolicy::Minimum};
    policy.setHeightForWidth(true);
    row->setSizePolicy(policy);
    row->setAccessibleName(QStringLiteral("%1, %2").arg(words, sum));
    row->setCheckable(true);
    m_listed[number] = row;
    connect(row, &QPushButton::clicked, this, [this, number] { openReport(number); });
    return row;
}

void ReportsPage::showDays()
{
    clearLayout(*m_rows);
    m_listed.clear();
    for (const client::ClosedDay& day : m_days)
        m_rows->addWidget(
            rowOf(day.closed.number,
                  tr("Z %1 · %2").arg(day.closed.number).arg(texts::day(day.closed.reportDay)),
                  texts::sum(day.closed.sales.minus(day.closed.refunded))));
    m_more->setVisible(m_hasMore);
    markShown();
}

void ReportsPage::markShown()
{
    m_x->setChecked(m_number == 0);
    for (const auto& [number, row] : m_listed)
        row->setChecked(number == m_number);
}

void ReportsPage::openReport(std::int64_t number)
{
    m_number = number;
    markShown();
    m_history.ask(
        this,
        [number, offset = m_utcOffset](client::OrderArchive& archive) {
            return number == 0 ? std::optional{archive.reportSoFar(offset)}
                               : archive.report(number);
        },
        [this, number](const std::optional<DayReport>& report) {
            if (number == m_number)
                showReport(report);
        });
}

void ReportsPage::showReport(const std::optional<DayReport>& report)
{
    const bool isNew = report != m_report;
    m_report = report;
    m_save->setEnabled(report.has_value());
    m_paper->setEnabled(report.has_value());
    m_close->setVisible(m_number == 0);
    if (!report) {
        m_title->setText(tr("보고서를 읽고 있어요."));
        m_facts->setText(QString{});
        return;
    }
    const client::ClosedDay* day = closed(m_number);
    m_title->setText(m_number == 0 ? tr("오늘 지금까지 (X)")
                                   : tr("Z %1 · %2").arg(m_number).arg(texts::day(report->day)));
    QString facts = tr("순번 %1 ~ %2").arg(report->from).arg(report->to);
    if (day)
        facts = tr("%1 · %2에 %3 기록, 바꿀 수 없음")
                    .arg(facts, ui::texts::dateAndTime(day->at), actorWords(day->by));
    m_facts->setText(facts);
    m_disagrees->setVisible(day && closedBy(m_number, *report) != day->closed);
    m_disagrees->setText(tr("이 합계는 결제 서버가 마감할 때 적은 합계와 달라요. 장부를 확인해야 "
                            "해요: coffeectl verify"));
    if (isNew || m_view->layout()->count() == 0)
        m_view->setReport(*report);
}

std::string ReportsPage::csv() const
{
    if (!m_report)
        return {};
    ReportTitle title;
    title.number = m_number;
    if (const client::ClosedDay* day = closed(m_number)) {
        title.writtenAt = ui::texts::dateAndTime(day->at).toStdString();
        title.by = actorWords(day->by).toStdString();
    }
    return reportCsv(*m_report, title);
}

std::optional<ReportPaper> ReportsPage::paper(const QString& shop) const
{
    if (!m_report)
        return std::nullopt;
    ReportPaper paper;
    paper.shop = shop;
    paper.title = m_title->text();
    paper.facts = {m_facts->text(), tr("%1 ~ %2").arg(ui::texts::dateAndTime(m_report->firstAt),
                                                      ui::texts::dateAndTime(m_report->lastAt))};
    if (!m_disagrees->isHidden())
        paper.warning = m_disagrees->text();
    paper.tables = {reportTotals(*m_report)};
    if (ReportTable hours = reportHours(*m_report); !hours.rows.empty())
        paper.tables.push_back(std::move(hours));
    for (ReportTable& table : reportTables(*m_report, m_language))
        paper.tables.push_back(std::move(table));
    return paper;
}

QString ReportsPage::fileName() const
{
    if (m_number > 0)
        return QStringLiteral("z-%1").arg(m_number);
    return QStringLiteral("x-%1").arg(m_report ? QString::fromStdString(dateText(m_report->day))
                                               : QString{});
}

void ReportsPage::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    const bool wide = width() >= themeOf(*this).px(kWideMm);
    m_head->setDirection(wide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

void ReportsPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    readDays();
    openReport(m_number);
}

void ReportsPage::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        setWords();
    QWidget::changeEvent(event);
}

} // namespace coffee::station
