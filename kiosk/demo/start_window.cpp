// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/demo/start_window.h"

#include "kiosk/demo/drill_panel.h"
#include "shared/widgets/button.h"
#include "shared/widgets/card.h"
#include "shared/widgets/column_layout.h"
#include "shared/widgets/label.h"
#include "shared/widgets/touch_scroll_area.h"

#include <QApplication>
#include <QCloseEvent>
#include <QEvent>
#include <QVBoxLayout>

namespace coffee::demo {
namespace {

using ui::Button;
using ui::ButtonKind;
using ui::Icon;
using ui::Label;
using ui::Space;
using ui::TextRole;

/// What an owner opens by name; the daemon comes with the first of them.
constexpr std::array kWindows{Program::Kiosk, Program::Station, Program::Board, Program::Manager,
                              Program::Terminal};

/// The least width of a program's button: two stand side by side.
constexpr double kButtonMm = 80.0;

QString buttonName(Program program)
{
    switch (program) {
    case Program::Terminal:
        return QStringLiteral("terminalButton");
    case Program::Daemon:
        return QStringLiteral("daemonButton");
    case Program::Kiosk:
        return QStringLiteral("kioskButton");
    case Program::Station:
        return QStringLiteral("stationButton");
    case Program::Board:
        return QStringLiteral("boardButton");
    case Program::Manager:
        return QStringLiteral("managerButton");
    }
    return {};
}

Icon iconOf(Program program)
{
    switch (program) {
    case Program::Terminal:
        return Icon::Terminal;
    case Program::Daemon:
        return Icon::Daemon;
    case Program::Kiosk:
        return Icon::Kiosk;
    case Program::Station:
        return Icon::Station;
    case Program::Board:
        return Icon::Board;
    case Program::Manager:
        return Icon::Manager;
    }
    return Icon::Info;
}

} // namespace

StartWindow::StartWindow(ShopProcesses& processes, DrillPanel* drill, QWidget* parent)
    : QWidget{parent},
      m_processes{processes},
      m_title{new Label{TextRole::Heading}},
      m_advice{new Label{TextRole::Body}},
      m_pin{new Label{TextRole::Body}},
      m_all{new Button{{}, ButtonKind::Filled}}
{
    setObjectName(QStringLiteral("startWindow"));
    m_all->setObjectName(QStringLiteral("openAllButton"));
    m_all->setMark(Icon::Play);
    m_advice->setInk(ui::Ink::Second);
    m_pin->setInk(ui::Ink::Second);

    auto* content = new QWidget;
    auto* column = new QVBoxLayout{content};
    const ui::Theme& theme = ui::themeOf(*this);
    const int margin = theme.px(Space::Medium);
    column->setContentsMargins(margin, margin, margin, margin);
    column->setSpacing(theme.px(Space::Small));
    column->addWidget(m_title);
    column->addWidget(m_advice);
    column->addWidget(m_all);
    auto* programs = new QWidget;
    auto* places = new ui::ColumnLayout{programs};
    places->setColumnLeast(theme.px(kButtonMm));
    for (const Program program : kWindows)
        places->addWidget(addProgram(program));
    column->addWidget(programs);
    column->addWidget(m_pin);
    column->addWidget(drill);
    column->addStretch();

    auto* whole = new QVBoxLayout{this};
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(new ui::TouchScrollArea{content, this});

    connect(m_all, &Button::clicked, this, &StartWindow::openAll);
    connect(&m_processes, &ShopProcesses::changed, this, &StartWindow::showState);
    translate();
}

ui::Button* StartWindow::addProgram(Program program)
{
    auto* button = new Button{{}, ButtonKind::Outline};
    button->setObjectName(buttonName(program));
    button->setMark(iconOf(program));
    connect(button, &Button::clicked, this, [this, program] { toggle(program); });
    m_buttons.emplace(program, button);
    return button;
}

void StartWindow::openAll()
{
    for (const Program program : kAllPrograms)
        m_processes.start(program);
}

void StartWindow::toggle(Program program)
{
    if (m_processes.isRunning(program)) {
        m_processes.stop(program);
        return;
    }
    m_processes.start(Program::Terminal);
    m_processes.start(Program::Daemon);
    m_processes.start(program);
}

void StartWindow::showState(Program program)
{
    const auto found = m_buttons.find(program);
    if (found == m_buttons.end())
        return;
    found->second->setDetail(m_processes.isRunning(program) ? tr("켜짐") : QString{});
}

void StartWindow::translate()
{
    setWindowTitle(tr("체험 매장 시작"));
    m_title->setText(tr("온도 커피 체험 매장"));
    m_advice->setText(tr("주문부터 제조, 픽업까지 한 화면에서 해 볼 수 있어요. 결제는 체험용이라 "
                         "돈이 나가지 않아요."));
    m_all->setText(tr("체험하기"));
    m_pin->setText(tr("매장 PIN: %1 (직원 취소와 환불에 써요)").arg(ShopProcesses::demoPin()));
    m_buttons.at(Program::Kiosk)->setText(tr("주문기"));
    m_buttons.at(Program::Station)->setText(tr("바리스타"));
    m_buttons.at(Program::Board)->setText(tr("픽업 화면"));
    m_buttons.at(Program::Manager)->setText(tr("매니저"));
    m_buttons.at(Program::Terminal)->setText(tr("카드 단말기"));
    for (const Program program : kWindows)
        showState(program);
}

void StartWindow::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        translate();
    QWidget::changeEvent(event);
}

void StartWindow::closeEvent(QCloseEvent* event)
{
    event->accept();
    QApplication::quit();
}

} // namespace coffee::demo
