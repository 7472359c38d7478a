// SPDX-License-Identifier: GPL-3.0-or-later
#include "barista_station/pages/ticket_line_view.h"

#include "barista_station/pages/flow_layout.h"
#include "barista_station/pages/unit_chip.h"

#include "shared/widgets/label.h"
#include "shared/widgets/texts.h"

#include <QBoxLayout>

#include <algorithm>

namespace coffee::station {

using namespace coffee::ui;

namespace {

/// The cup of all units of the line; empty when they differ, and then each chip says its own.
std::optional<CupKind> commonCup(const TicketLine& line)
{
    if (line.units.empty())
        return std::nullopt;
    const CupKind first = line.units.front().cup;
    const bool same = std::all_of(line.units.begin(), line.units.end(),
                                  [first](const TicketUnit& unit) { return unit.cup == first; });
    return same ? std::optional{first} : std::nullopt;
}

QString optionWords(const TicketLine& line)
{
    // What is one choice stays together: "오트" and "음료" on two rows are read twice.
    QStringList words = line.options;
    words.replaceInStrings(QStringLiteral(" "), QString{QChar::Nbsp});
    const std::optional<CupKind> cup = commonCup(line);
    if (cup && *cup != CupKind::Own && *cup != CupKind::None)
        // "일회용" at the end of a row and "컵" alone on the next is read twice.
        words.push_back(ui::texts::cup(*cup).replace(u' ', QChar::Nbsp));
    return words.join(QStringLiteral("\u00a0· "));
}

} // namespace

TicketLineView::TicketLineView(std::int32_t ticketNumber, const TicketLine& line, QWidget* parent)
    : QWidget{parent},
      m_name{new Label{TextRole::Heading, this}},
      m_options{new Label{TextRole::Button, this}},
      m_ownCup{new QWidget{this}},
      m_ownCupMark{new IconMark{Icon::CupOwn, TextRole::Button, m_ownCup}},
      m_ownCupWords{new Label{TextRole::Button, m_ownCup}}
{
    auto* own = new QHBoxLayout{m_ownCup};
    own->setContentsMargins(0, 0, 0, 0);
    own->setSpacing(themeOf(*this).px(Space::Tight));
    own->addWidget(m_ownCupMark);
    own->addWidget(m_ownCupWords, 1);

    auto* chips = new QWidget{this};
    auto* flow = new FlowLayout{chips, themeOf(*this).px(Space::Tight)};
    for (const TicketUnit& unit : line.units) {
        auto* chip = new UnitChip{chips};
        chip->setObjectName(QStringLiteral("unit_%1_%2").arg(ticketNumber).arg(unit.number));
        chip->setCompact(commonCup(line).has_value());
        const UnitNumber number = unit.number;
        connect(chip, &QPushButton::clicked, this, [this, number] { Q_EMIT unitClicked(number); });
        flow->addWidget(chip);
        m_chips.push_back(chip);
    }
    place(chips, m_chips.size() == 1);
}

void TicketLineView::place(QWidget* chips, bool beside)
{
    const Theme& theme = themeOf(*this);
    auto* words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(m_name);
    words->addWidget(m_options);
    words->addWidget(m_ownCup);
    words->addStretch(1);
    QBoxLayout* outer = nullptr;
    if (beside) {
        outer = new QHBoxLayout{this};
        outer->setSpacing(theme.px(Space::Small));
        chips->setFixedWidth(theme.metrics().targetPx());
        outer->addWidget(chips, 0, Qt::AlignTop);
        outer->addLayout(words, 1);
    } else {
        outer = new QVBoxLayout{this};
        outer->setSpacing(theme.px(mm::kBorder));
        outer->addLayout(words);
        outer->addWidget(chips);
    }
    outer->setContentsMargins(0, 0, 0, 0);
}

QString TicketLineView::subject(const TicketLine& line, std::size_t place) const
{
    return line.units.size() > 1 ? QStringLiteral("%1 %2").arg(line.name).arg(place + 1)
                                 : line.name;
}

void TicketLineView::showOwnCup(const TicketLine& line, bool stopped)
{
    m_ownCup->setVisible(commonCup(line) == CupKind::Own);
    m_ownCupWords->setText(ui::texts::cup(CupKind::Own));
    m_ownCupWords->setInk(stopped ? Ink::First : Ink::Warning);
    m_ownCupMark->setMark(Icon::CupOwn, stopped ? Ink::First : Ink::Warning);
}

void TicketLineView::setLine(const TicketLine& line, bool pressable, bool faded)
{
    const auto count = static_cast<int>(line.units.size());
    m_name->setText(count > 1 ? QStringLiteral("%1\u00a0×%2").arg(line.name).arg(count)
                              : line.name);
    const auto refused = static_cast<int>(
        std::count_if(line.units.begin(), line.units.end(),
                      [](const TicketUnit& unit) { return unit.state == UnitState::Refused; }));
    const bool allRefused = refused > 0 && refused == count;
    m_name->setStruckOut(allRefused);
    m_name->setInk(faded || allRefused ? Ink::Second : Ink::First);
    QStringList words{optionWords(line)};
    if (refused > 0)
        words.push_front(allRefused ? tr("못 만듦 · 손님에게 알림")
                                    : tr("못 만듦 %n개 · 손님에게 알림", nullptr, refused));
    // Each reason once: two glasses that were spilled are one mishap.
    for (const TicketUnit& unit : line.units)
        if (const QString again = tr("다시 만들기: %1").arg(unit.remake);
            !unit.remake.isEmpty() && !words.contains(again))
            words.push_back(again);
    words.removeAll(QString{});
    m_options->setText(words.join(QStringLiteral("\u00a0· ")));
    m_options->setStruckOut(false);
    m_options->setInk(Ink::Second);
    m_options->setVisible(!m_options->text().isEmpty());
    showOwnCup(line, false);
    for (std::size_t place = 0; place < m_chips.size() && place < line.units.size(); ++place)
        m_chips[place]->setUnit(line.units[place], subject(line, place), pressable);
}

void TicketLineView::setStopped(const TicketLine& line, const std::set<UnitNumber>& made,
                                bool pressable)
{
    setLine(line, false, !pressable);
    m_name->setStruckOut(true);
    m_options->setStruckOut(true);
    m_options->setInk(pressable ? Ink::First : Ink::Second);
    showOwnCup(line, pressable);
    for (std::size_t place = 0; place < m_chips.size() && place < line.units.size(); ++place)
        m_chips[place]->setMade(made.contains(line.units[place].number), subject(line, place),
                                pressable);
}

} // namespace coffee::station
