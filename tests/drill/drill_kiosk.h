// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/drill/drill_person.h"

namespace coffee::drill {

/// A kiosk with one customer after the other: most pay, some walk away while they pay, some
/// cancel what they bought.
class DrillKiosk final : public DrillPerson {
public:
    using DrillPerson::DrillPerson;

    void settle() override;
    void act() override;

private:
    /// Sends `body` until the attempt's answer is final, at most this often; false when it is not.
    bool finish(const std::string& key, const protocol::RequestBody& body, int triesMax);
    void told(const std::string& key, const std::string& body);
    void cancel(const AttemptKey& key);
};

} // namespace coffee::drill
