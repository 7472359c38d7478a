// SPDX-License-Identifier: GPL-3.0-or-later
#include "barista_station/manager/need_sheet.h"

#include "shared/widgets/label.h"
#include "shared/widgets/layouts.h"

#include <QBoxLayout>

namespace coffee::station {

using namespace coffee::ui;

NeedSheet::NeedSheet(QWidget* host)
    : ActSheet{QStringLiteral("need"), host},
      m_factsTitle{new Label{TextRole::BodyBold, this}},
      m_facts{new QVBoxLayout},
      m_stepsTitle{new Label{TextRole::BodyBold, this}},
      m_rows{new QVBoxLayout},
      m_over{new Label{TextRole::BodyBold, this}}
{
    m_over->setObjectName(QStringLiteral("needOver"));
    m_over->setInk(Ink::Accent);
    m_over->hide();
    const int tight = themeOf(*this).px(Space::Tight);
    m_facts->setSpacing(0);
    m_rows->setSpacing(tight);
    content()->setSpacing(tight);
    content()->addWidget(m_over);
    content()->addWidget(m_factsTitle);
    content()->addLayout(m_facts);
    content()->addSpacing(themeOf(*this).px(Space::Small));
    content()->addWidget(m_stepsTitle);
    content()->addLayout(m_rows);
    closeContent();
    connect(&confirm(), &QPushButton::clicked, this, [this] { Q_EMIT actClicked(m_need); });
    setWords();
}

void NeedSheet::ask(const Need& need, const NeedSteps& steps)
{
    m_need = need;
    m_steps = steps;
    setTitle(steps.title);
    m_factsTitle->setText(tr("알고 있는 것"));
    m_stepsTitle->setText(tr("이렇게 해 주세요"));
    clearLayout(*m_facts);
    clearLayout(*m_rows);
    for (qsizetype place = 0; place < steps.facts.size(); ++place) {
        auto* fact = new Label{steps.facts[place], TextRole::Body, this};
        fact->setObjectName(QStringLiteral("needFact_%1").arg(place + 1));
        m_facts->addWidget(fact);
    }
    for (qsizetype place = 0; place < steps.steps.size(); ++place) {
        auto* step = new Label{QStringLiteral("%1. %2").arg(place + 1).arg(steps.steps[place]),
                               TextRole::Body, this};
        step->setObjectName(QStringLiteral("needStep_%1").arg(place + 1));
        m_rows->addWidget(step);
    }
    confirm().setVisible(!steps.act.isEmpty());
    confirm().setText(steps.act);
    // What only tidies up is not what the eye is to fall on.
    const bool isAlarm = need.kind == NeedKind::DiskLow || need.kind == NeedKind::ClockStepped;
    confirm().setKind(isAlarm ? ButtonKind::Filled : ButtonKind::Outline);
    setOver(false);
    openReady();
}

void NeedSheet::setOver(bool over)
{
    m_over->setText(tr("이제 괜찮아요. 닫아도 돼요."));
    m_over->setVisible(over);
    confirm().setEnabled(!over);
}

} // namespace coffee::station
