// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "barista_station/manager/act_sheet.h"
#include "barista_station/manager/need_steps.h"

class QBoxLayout;

namespace coffee::station {

/// What is known about a need and what to do about it, step by step. Found as `needSheet`, with
/// `needFact_<place>`, `needStep_<place>` from 1, `needOver` when the trouble ended meanwhile,
/// `needClose` and `needConfirm`.
class NeedSheet final : public ActSheet {
    Q_OBJECT

public:
    explicit NeedSheet(QWidget* host);

    void ask(const Need& need, const NeedSteps& steps);
    [[nodiscard]] const Need& need() const { return m_need; }
    /// The trouble ended while the sheet is read: says so, and there is nothing to press.
    void setOver(bool over);

Q_SIGNALS:
    void actClicked(const coffee::station::Need& need);

private:
    Need m_need;
    NeedSteps m_steps;
    ui::Label* m_factsTitle;
    QBoxLayout* m_facts;
    ui::Label* m_stepsTitle;
    QBoxLayout* m_rows;
    ui::Label* m_over;
};

} // namespace coffee::station
