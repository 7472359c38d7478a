// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "barista_station/manager/money_tasks.h"

#include "shared/widgets/icon.h"

#include <QString>

namespace coffee::station {

struct TaskWords {
    QString title;   ///< "결제 확인 필요 · 8,800원"
    QString facts;   ///< "주문기 2 · 결제 92"
    QString meaning; ///< what is known, and what comes of it
    ui::Icon icon{ui::Icon::Money};
    bool urgent{false}; ///< only a person can end it
};
[[nodiscard]] TaskWords taskWords(const MoneyTask& task);

struct SettledWords {
    QString title;  ///< "결제 8,800원 · 돈이 빠지지 않음"
    QString facts;  ///< "14:03 · 매니저 1 · 주문기 2 · 결제 92"
    QString reason; ///< why it was a task, and why it is none any more
};
[[nodiscard]] SettledWords settledWords(const SettledTask& task);

/// What a cause or a reason in the log means, as a sentence. One that is not the log's own, such as
/// what a person wrote, is given as it stands.
[[nodiscard]] QString causeWords(const std::string& cause);

} // namespace coffee::station
