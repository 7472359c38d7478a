// SPDX-License-Identifier: GPL-3.0-or-later
#include "payment_daemon/ctl/daemon_line.h"

#include "shared/domain/words.h"

#include <random>

namespace coffee::ctl {
namespace {

std::string secondsText(std::chrono::milliseconds duration)
{
    return std::to_string(std::chrono::ceil<std::chrono::seconds>(duration).count()) + " s";
}

} // namespace

std::string randomKey()
{
    constexpr char kHex[] = "0123456789abcdef";
    std::random_device device;
    std::string key;
    while (key.size() < 32) {
        std::uint32_t bits = device();
        for (int digit = 0; digit < 8; ++digit, bits >>= 4)
            key += kHex[bits & 15];
    }
    return key;
}

DaemonLine::DaemonLine(std::string endpoint)
    : m_endpoint{std::move(endpoint)},
      m_requester{m_context, m_endpoint, m_calls, std::random_device{}()}
{
}

Result<std::string, LineFailure> DaemonLine::exchange(const protocol::RequestBody& question,
                                                      const transport::RequestPolicy& policy)
{
    auto answer = m_requester.ask(policy, [&](int) {
        return protocol::encode(
            protocol::Request{randomKey(), Actor{Role::Ctl, "coffeectl"}, question});
    });
    if (answer)
        return std::move(*answer);
    switch (answer.error()) {
    case transport::RequestFailure::Unreachable:
        return Failure{LineFailure{kExitUnreachable,
                                   "no payment daemon at " + m_endpoint + "; is it running?"}};
    case transport::RequestFailure::TimedOut:
        return Failure{LineFailure{
            kExitUnreachable, "the payment daemon at " + m_endpoint + " did not answer within " +
                                  secondsText(policy.replyTimeout * policy.tries)}};
    case transport::RequestFailure::Stopped:
        break;
    }
    return Failure{LineFailure{kExitUnreachable, "stopped"}};
}

LineFailure DaemonLine::notOurs(const std::string& detail) const
{
    return {kExitUnreachable,
            "what answers at " + m_endpoint + " does not speak this protocol: " + detail};
}

LineFailure DaemonLine::refused(const Refusal& refusal)
{
    std::string sentence{refusal.detail.empty() ? word(refusal.code)
                                                : std::string_view{refusal.detail}};
    if (refusal.code == RefusalCode::WrongPin)
        sentence += " (" + std::to_string(refusal.left) +
                    (refusal.left == 1 ? " try left)" : " tries left)");
    if (refusal.retryAfter.count() > 0)
        sentence += " (try again in " + secondsText(refusal.retryAfter) + ')';
    return {kExitRefused, "the payment daemon refused: " + sentence};
}

} // namespace coffee::ctl
