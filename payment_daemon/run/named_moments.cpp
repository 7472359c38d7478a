// SPDX-License-Identifier: GPL-3.0-or-later
#include "payment_daemon/run/named_moments.h"

#include "payment_daemon/run/failpoint.h"

namespace coffee::daemon {
namespace {

void passIf(bool concerned, std::string_view name)
{
    if (concerned)
        failpoint(name);
}

} // namespace

void NamedMoments::look(const Input& input)
{
    m_came.start = m_came.start || std::holds_alternative<StartInput>(input);
    const auto* result = std::get_if<GatewayResult>(&input);
    if (!result)
        return;
    const auto is = [result]<class Kind>(bool& came, std::type_identity<Kind>) {
        came = came || std::holds_alternative<Kind>(*result);
    };
    is(m_came.chargeProgress, std::type_identity<ChargeProgressed>{});
    is(m_came.lookup, std::type_identity<LookupFinished>{});
    is(m_came.reversal, std::type_identity<ReverseFinished>{});
    is(m_came.refund, std::type_identity<RefundFinished>{});
    if (const auto* charge = std::get_if<ChargeFinished>(result))
        m_came.approval =
            m_came.approval || std::holds_alternative<ChargeApproved>(charge->outcome);
}

void NamedMoments::lookAt(const AttemptRow& row)
{
    m_recorded.declined = m_recorded.declined || row.state == AttemptState::Declined;
    m_recorded.voided = m_recorded.voided || row.state == AttemptState::Voided;
    m_recorded.givenUp =
        m_recorded.givenUp || (row.state == AttemptState::Reversing && !row.finalBody.empty());
}

void NamedMoments::look(const Changes& changes)
{
    for (const Change& change : changes) {
        if (const auto* attempt = std::get_if<AttemptChanged>(&change))
            lookAt(attempt->row);
        else if (const auto* order = std::get_if<OrderChanged>(&change))
            (order->row.state == OrderState::Cancelled ? m_recorded.cancelled
                                                       : m_recorded.kitchen) = true;
        else if (const auto* refund = std::get_if<RefundChanged>(&change))
            m_recorded.refunded = m_recorded.refunded || refund->state == RefundState::Done;
        else if (std::holds_alternative<AttemptInserted>(change))
            m_recorded.charging = true;
        else if (std::holds_alternative<OrderInserted>(change))
            m_recorded.paid = true;
        else if (std::holds_alternative<TombstoneInserted>(change))
            m_recorded.tombstone = true;
        else if (std::holds_alternative<UnitChanged>(change))
            m_recorded.kitchen = true;
    }
}

void NamedMoments::beforeCommit() const
{
    passIf(m_came.chargeProgress, "charge.sent");
    passIf(m_recorded.charging, "charging.before_commit");
    passIf(m_came.approval, "charge.approved_before_commit");
    passIf(m_came.lookup, "lookup.after_call");
    passIf(m_came.reversal, "reverse.after_call");
    passIf(m_came.refund, "refund.after_call");
    passIf(m_recorded.cancelled, "cancel.before_commit");
    passIf(m_recorded.kitchen, "kitchen.before_commit");
}

void NamedMoments::afterCommit() const
{
    passIf(m_came.start, "recovery.committed");
    passIf(m_recorded.charging, "charging.after_commit");
    passIf(m_recorded.paid, "paid.committed_before_answer");
    passIf(m_recorded.declined, "declined.committed");
    passIf(m_recorded.givenUp, "given_up.committed");
    passIf(m_recorded.voided, "voided.committed");
    passIf(m_recorded.tombstone, "tombstone.committed");
    passIf(m_recorded.cancelled, "cancel.committed");
    passIf(m_recorded.kitchen, "kitchen.committed");
    passIf(m_recorded.refunded, "refund.committed");
}

void passBeforeCall(const GatewayCall& call)
{
    passIf(std::holds_alternative<LookupCall>(call), "lookup.before_call");
    passIf(std::holds_alternative<ReverseCall>(call), "reverse.before_call");
    passIf(std::holds_alternative<RefundCall>(call), "refund.before_call");
}

} // namespace coffee::daemon
