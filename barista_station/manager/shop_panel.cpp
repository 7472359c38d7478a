// SPDX-License-Identifier: GPL-3.0-or-later
#include "barista_station/manager/shop_panel.h"

#include "barista_station/pages/station_texts.h"

#include "shared/domain/words.h"
#include "shared/widgets/column_layout.h"
#include "shared/widgets/label.h"
#include "shared/widgets/stat_tile.h"
#include "shared/widgets/texts.h"

#include <QBoxLayout>
#include <QEvent>

#include <set>

namespace coffee::station {

using namespace coffee::ui;

namespace {

/// Least widths of a figure's and a program's tile, in millimetres.
constexpr double kStatMm = 70.0;
constexpr double kProgramMm = 88.0;

Icon iconOf(Role role)
{
    switch (role) {
    case Role::Kiosk:
        return Icon::Kiosk;
    case Role::Board:
        return Icon::Board;
    case Role::Station:
        return Icon::Station;
    case Role::Manager:
        return Icon::Manager;
    case Role::Ctl:
    case Role::Daemon:
        return Icon::Daemon;
    }
    return Icon::Daemon;
}

Health healthOf(TileState state)
{
    switch (state) {
    case TileState::Up:
        return Health::Good;
    case TileState::Behind:
        return Health::Late;
    case TileState::Down:
        return Health::Gone;
    }
    return Health::Gone;
}

} // namespace

QString ShopPanel::stateWords(const ProgramTile& program)
{
    if (program.state == TileState::Down)
        return tr("응답 없음");
    if (program.state == TileState::Behind)
        return program.lag > 0 ? tr("%n건 뒤처짐", nullptr, static_cast<int>(program.lag))
                               : tr("뒤처짐");
    return program.otherVersion ? tr("버전이 달라요") : tr("정상");
}

QString ShopPanel::detailWords(const ProgramTile& program)
{
    QStringList details;
    if (program.since != ShopTime{})
        details << tr("%1부터").arg(ui::texts::timeOfDay(program.since));
    if (!program.version.empty())
        details << QStringLiteral("v%1").arg(QString::fromStdString(program.version));
    if (program.otherVersion && program.state != TileState::Up)
        details << tr("결제 서버와 다른 버전");
    if (program.seq > 0)
        details << tr("순번 %1").arg(program.seq);
    // Who is up and a moment behind is on its way.
    if (program.state == TileState::Down && program.lag > 0)
        details << tr("소식 %n개 못 받음", nullptr, static_cast<int>(program.lag));
    details.replaceInStrings(QStringLiteral(" "), QString{QChar::Nbsp}); // Numbers stay with words.
    return details.join(QStringLiteral(" · "));
}

ShopPanel::ShopPanel(QWidget* parent)
    : QWidget{parent},
      m_numbersTitle{new Label{TextRole::Button, this}},
      m_programsTitle{new Label{TextRole::Button, this}},
      m_programHost{new QWidget{this}}
{
    setObjectName(QStringLiteral("shopPanel"));
    const Theme& theme = themeOf(*this);
    auto* figures = new QWidget{this};
    auto* grid = new ColumnLayout{figures};
    grid->setColumnLeast(theme.px(kStatMm));
    const auto tile = [&](const char* name, Icon icon) {
        auto* made = new StatTile{icon, QString{}, figures};
        made->setObjectName(QLatin1String{name});
        grid->addWidget(made);
        return made;
    };
    m_queued = tile("queuedTile", Icon::List);
    m_making = tile("makingTile", Icon::Station);
    m_ready = tile("readyTile", Icon::Collect);
    m_waitTile = tile("waitTile", Icon::Clock);
    m_sales = tile("salesTile", Icon::Money);
    m_refunds = tile("refundsTile", Icon::Refund);
    m_cancels = tile("cancelsTile", Icon::Stop);
    m_payments = tile("paymentsTile", Icon::Card);
    auto* programs = new ColumnLayout{m_programHost};
    programs->setColumnLeast(theme.px(kProgramMm));

    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme.px(Space::Tight));
    column->addWidget(m_numbersTitle);
    column->addWidget(figures);
    column->addSpacing(theme.px(Space::Tight));
    column->addWidget(m_programsTitle);
    column->addWidget(m_programHost);
    column->addStretch(1);
    setWords();
}

void ShopPanel::setWords()
{
    m_numbersTitle->setText(tr("지금과 오늘"));
    m_programsTitle->setText(tr("프로그램"));
    m_queued->setTitle(tr("대기"));
    m_making->setTitle(tr("만드는 중"));
    m_ready->setTitle(tr("픽업 대기"));
    m_waitTile->setTitle(tr("예상 대기"));
    m_payments->setTitle(tr("결제"));
    m_sales->setTitle(tr("오늘 매출"));
    m_refunds->setTitle(tr("오늘 환불"));
    m_cancels->setTitle(tr("오늘 취소"));
    showNumbers();
    showPrograms();
}

void ShopPanel::setNumbers(const ShopNumbers& numbers, BreakerState breaker,
                           const std::optional<WaitRange>& wait)
{
    m_wait = wait;
    m_numbers = numbers;
    m_breaker = breaker;
    showNumbers();
}

void ShopPanel::showNumbers()
{
    const auto queue = [](StatTile* tile, const QueueCount& count) {
        tile->setValue(
            tr("%n건", nullptr, count.orders),
            count.orders == 0
                ? tr("없음")
                : tr("%1번이 %2째").arg(count.oldestNumber).arg(texts::duration(count.oldest)));
    };
    queue(m_queued, m_numbers.queued);
    queue(m_making, m_numbers.making);
    queue(m_ready, m_numbers.ready);
    m_waitTile->setValue(m_wait ? ui::texts::wait(*m_wait) : tr("모름"),
                         tr("만들 것 %n개", nullptr, m_numbers.unitsWaiting));
    const ShopTotals& today = m_numbers.today;
    m_sales->setValue(ui::texts::money(today.sales), tr("주문 %n건", nullptr, today.orders));
    m_refunds->setValue(ui::texts::money(today.refunded),
                        m_numbers.refundsDue > 0
                            ? tr("%1 진행 중").arg(ui::texts::money(m_numbers.refundsDueAmount))
                            : tr("환불 %n건", nullptr, today.refunds));
    m_cancels->setValue(tr("%n건", nullptr, today.cancels),
                        tr("버린 음료 %n개", nullptr, today.unitsWasted));

    QString state = tr("정상");
    if (m_breaker == BreakerState::Open)
        state = tr("멈춤");
    else if (m_breaker == BreakerState::HalfOpen)
        state = tr("시험 중");
    QString note = tr("진행 중 %1 · 거절 %2").arg(m_numbers.chargesUnderWay).arg(today.declines);
    if (m_numbers.chargesUnknown + m_numbers.reviews > 0)
        note =
            tr("결과 모름 %1 · 확인 필요 %2").arg(m_numbers.chargesUnknown).arg(m_numbers.reviews);
    m_payments->setValue(state, note);
}

void ShopPanel::setPrograms(const std::vector<ProgramTile>& tiles, ShopTime now)
{
    m_programs = tiles;
    m_now = now;
    showPrograms();
}

void ShopPanel::showPrograms()
{
    std::set<QString> present;
    for (const ProgramTile& program : m_programs) {
        const QString name =
            QStringLiteral("program_%1_%2")
                .arg(QLatin1String{word(program.role).data(),
                                   static_cast<qsizetype>(word(program.role).size())},
                     QString::fromStdString(program.name));
        present.insert(name);
        auto [entry, isNew] = m_tiles.try_emplace(name, nullptr);
        const QString shown = texts::machine(program.role, program.name);
        if (isNew) {
            entry->second = new HealthTile{iconOf(program.role), shown, m_programHost};
            entry->second->setObjectName(name);
            m_programHost->layout()->addWidget(entry->second);
        }
        const bool isOdd = program.state == TileState::Up && program.otherVersion;
        entry->second->setName(shown);
        entry->second->setHealth(isOdd ? Health::Late : healthOf(program.state),
                                 stateWords(program), detailWords(program));
    }
    std::erase_if(m_tiles, [&present](const auto& entry) {
        if (present.contains(entry.first))
            return false;
        entry.second->hide();
        entry.second->deleteLater();
        return true;
    });
}

void ShopPanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        setWords();
    QWidget::changeEvent(event);
}

} // namespace coffee::station
