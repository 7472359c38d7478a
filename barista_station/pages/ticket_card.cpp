// SPDX-License-Identifier: GPL-3.0-or-later
#include "barista_station/pages/ticket_card.h"

#include "barista_station/pages/station_texts.h"
#include "barista_station/pages/ticket_line_view.h"

#include "shared/widgets/button.h"
#include "shared/widgets/column_layout.h"
#include "shared/widgets/paint.h"
#include "shared/widgets/texts.h"

#include <QBoxLayout>
#include <QEvent>
#include <QKeyEvent>
#include <QPainter>

#include <utility>

namespace coffee::station {

using namespace coffee::ui;

TicketCard::TicketCard(const Ticket& ticket, QWidget* parent) : Card{parent}, m_ticket{ticket}
{
    setObjectName(QStringLiteral("ticket_%1").arg(ticket.number));
    setFocusPolicy(Qt::StrongFocus);
    buildHead();
    buildBody();
    buildButtons();
    showTicket();
}

void TicketCard::buildHead()
{
    const Theme& theme = themeOf(*this);
    setPadding(Space::Small);
    QBoxLayout* column = body();
    column->setSpacing(theme.px(Space::Tight));

    m_number = new BigNumber{this};
    m_serviceMark = new IconMark{Icon::Store, TextRole::Button, this};
    m_service = new Label{TextRole::Button, this};
    m_ageMark = new IconMark{Icon::Clock, TextRole::BodyBold, this};
    m_age = new Label{TextRole::BodyBold, this};
    auto* service = new QHBoxLayout;
    service->setSpacing(theme.px(Space::Tight));
    service->addWidget(m_serviceMark, 0, Qt::AlignVCenter);
    service->addWidget(m_service, 1);
    auto* age = new QHBoxLayout;
    age->setSpacing(theme.px(Space::Tight));
    age->addWidget(m_ageMark, 0, Qt::AlignVCenter);
    age->addWidget(m_age, 1);
    auto* facts = new QVBoxLayout;
    facts->setSpacing(0);
    facts->addLayout(service);
    facts->addLayout(age);
    m_foot = new Label{TextRole::Body, this};
    facts->addWidget(m_foot);
    auto* head = new QHBoxLayout;
    head->setSpacing(theme.px(Space::Small));
    head->addWidget(m_number, 0, Qt::AlignVCenter);
    head->addLayout(facts, 1);
    column->addLayout(head);
}

void TicketCard::buildBody()
{
    const Theme& theme = themeOf(*this);
    QBoxLayout* column = body();
    m_notice = new Label{TextRole::BodyBold, this};
    column->addWidget(m_notice);
    m_ask = new Label{TextRole::Button, this};
    column->addWidget(m_ask);

    m_allergy = new Card{this};
    m_allergy->setLook(Card::Look::Warning);
    m_allergy->setPadding(Space::Tight);
    auto* allergyMark = new IconMark{Icon::Allergy, TextRole::Button, m_allergy};
    allergyMark->setMark(Icon::Allergy, Ink::Warning);
    m_allergyWords = new Label{TextRole::Button, m_allergy};
    m_allergyWords->setInk(Ink::Warning);
    auto* allergy = new QHBoxLayout;
    allergy->setSpacing(theme.px(Space::Tight));
    allergy->addWidget(allergyMark, 0, Qt::AlignTop);
    allergy->addWidget(m_allergyWords, 1);
    m_allergy->body()->addLayout(allergy);
    column->addWidget(m_allergy);

    m_lineHost = new QWidget{this};
    auto* lines = new ColumnLayout{m_lineHost};
    // A ticket that needs the width of two cells shows its lines in two columns.
    lines->setColumnLeast(theme.px(mm::kTileLeast) - 2 * theme.px(Space::Small));
    for (const TicketLine& line : m_ticket.lines) {
        auto* view = new TicketLineView{m_ticket.number, line, m_lineHost};
        connect(view, &TicketLineView::unitClicked, this, [this](UnitNumber unit) {
            if (isStop())
                toggleMade(unit);
            else
                Q_EMIT unitClicked(m_ticket.order, unit);
        });
        lines->addWidget(view);
        m_lines.push_back(view);
    }
    column->addWidget(m_lineHost);
    m_elsewhere = new Label{TextRole::Button, this};
    // Two rows, whatever it says: done or not, the card keeps its height.
    const Metrics& metrics = themeOf(*this).metrics();
    const int row = metrics.lineHeightPx(metrics.font(TextRole::Button));
    m_elsewhere->setMinimumHeight(row + row);
    column->addWidget(m_elsewhere);
    column->addStretch(1);
}

void TicketCard::buildButtons()
{
    const auto named = [this](const char* what, ButtonKind kind, Icon icon) {
        auto* button = new Button{QString{}, kind, this};
        button->setObjectName(
            QStringLiteral("%1_%2").arg(QLatin1String{what}).arg(m_ticket.number));
        button->setMark(icon);
        return button;
    };
    m_more = named("more", ButtonKind::Quiet, Icon::Edit);
    m_more->setMark(std::nullopt);
    m_more->setTextRole(TextRole::BodyBold);
    m_start = named("start", ButtonKind::Outline, Icon::Play);
    m_finish = named("finish", ButtonKind::Outline, Icon::Check);
    m_undo = named("undo", ButtonKind::Outline, Icon::Undo);
    m_over = new Label{TextRole::Body, this};
    m_over->setInk(Ink::Second);
    m_over->setMinimumHeight(themeOf(*this).metrics().targetPx());
    m_stopMade = named("stopMade", ButtonKind::Outline, Icon::CupDisposable);
    m_stopAck = named("stopAck", ButtonKind::Filled, Icon::Check);

    auto* row = new QHBoxLayout;
    row->setSpacing(themeOf(*this).px(Space::Tight));
    row->addWidget(m_more);
    row->addWidget(m_start, 1);
    row->addWidget(m_finish, 1);
    row->addWidget(m_undo, 1);
    row->addWidget(m_over, 1);
    body()->addLayout(row);
    body()->addWidget(m_stopMade);
    body()->addWidget(m_stopAck);

    connect(m_more, &QPushButton::clicked, this, [this] { Q_EMIT moreClicked(m_ticket.order); });
    connect(m_start, &QPushButton::clicked, this, [this] { Q_EMIT startClicked(m_ticket.order); });
    connect(m_finish, &QPushButton::clicked, this,
            [this] { Q_EMIT finishClicked(m_ticket.order); });
    connect(m_undo, &QPushButton::clicked, this, [this] { Q_EMIT undoClicked(m_ticket.order); });
    connect(m_stopMade, &QPushButton::clicked, this, &TicketCard::toggleAllMade);
    connect(m_stopAck, &QPushButton::clicked, this, [this] {
        Q_EMIT stopAcknowledged(m_ticket.order, {m_made.begin(), m_made.end()});
    });
}

bool TicketCard::isStop() const
{
    return m_ticket.stage == TicketStage::Stopped;
}

void TicketCard::setTicket(const Ticket& ticket)
{
    Ticket older = std::exchange(m_ticket, ticket);
    older.age = ticket.age;
    if (!(older == ticket)) {
        showTicket();
        return;
    }
    // Once a second, of every ticket: nothing is painted while the words stay.
    const QString before = m_age->text();
    showAge();
    if (m_age->text() != before)
        setAccessibleName(spokenSummary());
}

void TicketCard::showTicket()
{
    if (isStop() && m_ticket.dimmed) {
        m_made = {m_ticket.wasted.begin(), m_ticket.wasted.end()};
    } else if (isStop() && !m_madeTouched) {
        // What was ticked before the cancel is made; the barista can say otherwise.
        m_made.clear();
        for (const TicketLine& line : m_ticket.lines)
            for (const TicketUnit& unit : line.units)
                if (unit.state == UnitState::Done)
                    m_made.insert(unit.number);
    }
    setLook(isStop() && !m_ticket.dimmed ? Look::Stop
            : m_ticket.dimmed            ? Look::Sunken
                                         : Look::Plain);
    showHead();
    showLines();
    showButtons();
    setAccessibleName(spokenSummary());
    update();
}

void TicketCard::showHead()
{
    m_number->setNumber(QString::number(m_ticket.number), tr("주문 번호 %1").arg(m_ticket.number));
    // A stop card's lines are struck out, its number is not: it is looked for from afar.
    m_number->setInk(m_ticket.dimmed ? Ink::Second : Ink::First);
    const bool here = m_ticket.service == ServiceMode::Here;
    const Ink plain = m_ticket.dimmed ? Ink::Second : Ink::First;
    m_serviceMark->setMark(here ? Icon::Store : Icon::Takeaway, plain);
    m_service->setText(ui::texts::service(m_ticket.service));
    m_service->setInk(plain);
    showAge();

    // Only a stop card has a notice: a row that came and went would move the cards below.
    m_notice->setVisible(isStop());
    m_notice->setText(m_ticket.dimmed && m_made.empty() ? tr("취소 확인함")
                      : m_ticket.dimmed ? tr("취소 확인함 · 만든 것 %n개", nullptr,
                                             static_cast<int>(m_made.size()))
                                        : tr("취소 · 만들지 마세요"));
    m_notice->setRole(TextRole::Heading);
    m_ask->setVisible(isStop() && !m_ticket.dimmed);
    m_ask->setText(tr("만든 것만 체크하세요."));

    m_allergyWords->setText(tr("알레르기 · %1").arg(m_ticket.allergyNote));
    m_allergy->setVisible(!m_ticket.allergyNote.isEmpty() && !isStop());
}

void TicketCard::showAge()
{
    m_age->setText(isStop() ? texts::duration(m_ticket.age)
                            : texts::age(m_ticket.age, m_ticket.lateness));
    Ink ink = Ink::Second;
    Icon icon = Icon::Clock;
    if (!isStop() && !m_ticket.dimmed) {
        if (m_ticket.lateness == Lateness::Soon) {
            ink = Ink::Warning;
            icon = Icon::Bell;
        } else if (m_ticket.lateness == Lateness::Late) {
            ink = Ink::Error;
            icon = Icon::Alert;
        }
    }
    if (isStop() && !m_ticket.dimmed)
        ink = Ink::First;
    m_age->setInk(ink);
    m_ageMark->setMark(icon, ink);
}

void TicketCard::showLines()
{
    const bool pressable = !m_ticket.dimmed && !isStop();
    for (std::size_t place = 0; place < m_lines.size() && place < m_ticket.lines.size(); ++place) {
        if (isStop())
            m_lines[place]->setStopped(m_ticket.lines[place], m_made, !m_ticket.dimmed);
        else
            m_lines[place]->setLine(m_ticket.lines[place], pressable, m_ticket.dimmed);
    }
    showFoot();
    showElsewhere();
}

void TicketCard::showElsewhere()
{
    m_elsewhere->setVisible(m_ticket.elsewhere.units > 0 && !isStop());
    const QString missing = texts::units(m_ticket.others, UnitState::Open, 1);
    const bool isWaitedFor = m_ticket.stage == TicketStage::Elsewhere;
    m_elsewhere->setInk(missing.isEmpty() ? Ink::Second : isWaitedFor ? Ink::Warning : Ink::First);
    m_elsewhere->setText(missing.isEmpty() ? tr("다른 스테이션: 모두 완료")
                         : isWaitedFor     ? tr("%1 아직 · 내주지 마세요").arg(missing)
                                           : tr("다른 스테이션에 남음: %1").arg(missing));
}

void TicketCard::showFoot()
{
    // In the place of the kiosk's name: a row of its own would move the cards below.
    const bool isNew = m_new && m_ticket.stage == TicketStage::Queued && !m_ticket.dimmed;
    m_foot->setRole(isNew ? TextRole::BodyBold : TextRole::Body);
    m_foot->setInk(isNew ? Ink::Accent : isStop() && !m_ticket.dimmed ? Ink::First : Ink::Second);
    QString foot = texts::machine(Role::Kiosk, m_ticket.kiosk.toStdString());
    if (m_ticket.sending)
        foot = tr("보내는 중");
    else if (isStop())
        foot = ui::texts::by(m_ticket.cancelledBy.value_or(CancelledBy::Customer));
    else if (m_ticket.dimmed)
        foot = m_ticket.stage == TicketStage::Collected   ? tr("전달했어요")
               : m_ticket.stage == TicketStage::Elsewhere ? tr("여기 완료")
                                                          : tr("완료했어요");
    else if (isNew)
        foot = tr("새 주문");
    m_foot->setText(foot);
}

void TicketCard::showButtons()
{
    const bool stop = isStop() && !m_ticket.dimmed;
    const bool live = !m_ticket.dimmed && !isStop();
    const bool canUndo = m_ticket.dimmed && m_ticket.undoSeconds > 0;
    const std::pair<QWidget*, bool> wanted[]{
        {m_more, live},
        {m_start, live && m_ticket.stage == TicketStage::Queued},
        {m_finish, live && m_ticket.stage == TicketStage::Making},
        {m_undo, canUndo},
        {m_over, m_ticket.dimmed && !canUndo && !isStop()},
        {m_stopMade, stop},
        {m_stopAck, stop}};
    // First those that go: both together would need more room, and the card would grow for a
    // moment.
    for (const bool shows : {false, true})
        for (const auto& [button, isWanted] : wanted)
            if (isWanted == shows)
                button->setVisible(shows);
    m_more->setText(tr("기타"));
    m_more->setAccessibleName(tr("주문 %1 다른 일").arg(m_ticket.number));
    m_start->setText(tr("시작"));
    m_start->setAccessibleName(tr("주문 %1 만들기 시작").arg(m_ticket.number));
    // One tap finishes what is left too, but does not look as if nothing were left. The longer
    // words take one row like the shorter: a card that grew would move the others.
    const int open = m_ticket.unitsIn(UnitState::Open);
    // With nothing left it was taken back: it must not ask to be finished again at once.
    m_finish->setMark(open > 0 ? std::nullopt : std::optional{Icon::Check});
    m_finish->setTextRole(open > 0 ? TextRole::BodyBold : TextRole::Button);
    // While others have some to make, one tap does not finish the order.
    const bool onlyHere = open > 0 && m_ticket.elsewhere.open > 0;
    m_finish->setText(onlyHere   ? tr("여기 %n개 완료", nullptr, open)
                      : open > 0 ? tr("완료 · %n개 남음", nullptr, open)
                                 : tr("완료"));
    m_finish->setAccessibleName(
        onlyHere   ? tr("주문 %1, 여기 %n개 완료", nullptr, open).arg(m_ticket.number)
        : open > 0 ? tr("주문 %1 완료, %n개 남음", nullptr, open).arg(m_ticket.number)
                   : tr("주문 %1 완료").arg(m_ticket.number));
    m_undo->setText(
        tr("되돌리기 %1").arg(texts::duration(std::chrono::seconds{m_ticket.undoSeconds})));
    m_over->setText(tr("이제 되찾기에 있어요"));
    const auto units = static_cast<int>(allUnits().size());
    // It turns into its opposite only when there is nothing left to tick.
    const bool allMade = static_cast<int>(m_made.size()) >= units;
    m_stopMade->setMark(allMade ? Icon::Erase : Icon::CupDisposable);
    m_stopMade->setText(allMade     ? tr("체크 모두 지우기")
                        : units > 1 ? tr("%n개 모두 만들었음", nullptr, units)
                                    : tr("이미 만들었음"));
    m_stopAck->setText(m_made.empty()
                           ? tr("확인 · 만든 것 없음")
                           : tr("확인 · 만든 것 %n개", nullptr, static_cast<int>(m_made.size())));
    m_stopAck->setAccessibleName(tr("주문 %1 취소 확인").arg(m_ticket.number));
}

void TicketCard::setHighlighted(bool highlighted)
{
    m_highlighted = highlighted;
    update();
}

void TicketCard::setNew(bool isNew)
{
    if (std::exchange(m_new, isNew) == isNew)
        return;
    showFoot();
    setAccessibleName(spokenSummary());
}

void TicketCard::nextStep()
{
    for (Button* button : {m_start, m_finish, m_stopAck})
        if (!button->isHidden() && button->isEnabled()) {
            button->click();
            return;
        }
}

void TicketCard::toggleMade(UnitNumber unit)
{
    if (m_madeTaps.again(unit, std::chrono::steady_clock::now()))
        return;
    m_madeTouched = true;
    if (m_made.erase(unit) == 0)
        m_made.insert(unit);
    showTicket();
}

void TicketCard::toggleAllMade()
{
    if (m_madeTaps.again(0, std::chrono::steady_clock::now())) // Units are numbered from 1.
        return;
    m_madeTouched = true;
    const std::vector<UnitNumber> all = allUnits();
    if (m_made.size() < all.size()) {
        m_made.insert(all.begin(), all.end());
    } else {
        m_made.clear();
    }
    showTicket();
}

std::vector<UnitNumber> TicketCard::allUnits() const
{
    std::vector<UnitNumber> units;
    for (const TicketLine& line : m_ticket.lines)
        for (const TicketUnit& unit : line.units)
            if (unit.state != UnitState::Refused)
                units.push_back(unit.number);
    return units;
}

QString TicketCard::spokenSummary() const
{
    QStringList parts{tr("주문 %1").arg(m_ticket.number), ui::texts::service(m_ticket.service)};
    switch (m_ticket.stage) {
    case TicketStage::Queued:
        parts.push_back(ui::texts::state(OrderState::Queued));
        break;
    case TicketStage::Making:
        parts.push_back(ui::texts::state(OrderState::Making));
        break;
    case TicketStage::Elsewhere:
        parts.push_back(tr("다른 스테이션에서 만드는 중"));
        break;
    case TicketStage::Ready:
        parts.push_back(ui::texts::state(OrderState::Ready));
        break;
    case TicketStage::Collected:
        parts.push_back(ui::texts::state(OrderState::Collected));
        break;
    case TicketStage::Stopped:
        parts.push_back(tr("취소됨, 만들지 마세요"));
        break;
    }
    parts.push_back(m_age->text());
    if (m_new)
        parts.push_back(m_foot->text());
    if (!m_ticket.allergyNote.isEmpty())
        parts.push_back(m_allergyWords->text());
    for (const TicketLine& line : m_ticket.lines)
        parts.push_back(QStringLiteral("%1 %2").arg(line.name).arg(line.units.size()));
    if (!m_elsewhere->isHidden())
        parts.push_back(m_elsewhere->text());
    return parts.join(QStringLiteral(", "));
}

void TicketCard::paintEvent(QPaintEvent* event)
{
    Card::paintEvent(event);
    const Theme& theme = themeOf(*this);
    const Colours& c = theme.colours();
    QPainter painter{this};
    const double radius = theme.px(mm::kRadiusCard);
    const double thick = theme.metrics().exactPx(mm::kBorderSelected);
    const bool live = !m_ticket.dimmed && !isStop();
    // Making is told by the button and the word; the edge only helps to find it again.
    if (m_highlighted)
        paintPlate(painter, QRectF{rect()}, radius, QColor{}, c.warningInk, 2 * thick);
    else if (live && m_ticket.lateness == Lateness::Late)
        paintPlate(painter, QRectF{rect()}, radius, QColor{}, c.errorInk, thick);
    else if (live && m_ticket.stage == TicketStage::Making)
        paintPlate(painter, QRectF{rect()}, radius, QColor{}, c.accent, thick);
    if (hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange))
        paintFocus(painter, QRectF{rect()}, radius, theme);
}

void TicketCard::keyPressEvent(QKeyEvent* event)
{
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) &&
        !event->isAutoRepeat()) {
        nextStep();
        return;
    }
    Card::keyPressEvent(event);
}

void TicketCard::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        showTicket();
    Card::changeEvent(event);
}

} // namespace coffee::station
