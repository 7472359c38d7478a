// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/domain/refuse_reason.h"

namespace coffee {

LocalText writtenReason(RefuseReason reason)
{
    switch (reason) {
    case RefuseReason::NoIngredient:
        return {"재료가 없음", "Out of ingredients"};
    case RefuseReason::Machine:
        return {"기계 고장", "Machine broken"};
    case RefuseReason::Other:
        return {"다른 이유", "Another reason"};
    }
    return {};
}

std::optional<RefuseReason> refuseReasonOf(std::string_view written)
{
    for (const RefuseReason reason : kAllRefuseReasons) {
        const LocalText words = writtenReason(reason);
        if (written == words.ko || written == words.en)
            return reason;
    }
    return std::nullopt;
}

} // namespace coffee
