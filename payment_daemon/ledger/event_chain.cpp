// SPDX-License-Identifier: GPL-3.0-or-later
#include "payment_daemon/ledger/event_chain.h"

#include "shared/domain/words.h"
#include "shared/protocol/messages.h"

#include <array>
#include <initializer_list>

#include <sodium.h>

namespace coffee::daemon {
namespace {

/// BLAKE2b-256 over the parts, each behind its length so that no two lists hash the same text.
std::string hashOf(std::initializer_list<std::string_view> parts)
{
    crypto_generichash_state state;
    constexpr std::size_t kBytes = 32;
    crypto_generichash_init(&state, nullptr, 0, kBytes);
    const auto add = [&state](std::string_view bytes) {
        crypto_generichash_update(&state, reinterpret_cast<const unsigned char*>(bytes.data()),
                                  bytes.size());
    };
    for (const std::string_view part : parts) {
        add(std::to_string(part.size()) + ':');
        add(part);
    }
    std::array<unsigned char, kBytes> digest{};
    crypto_generichash_final(&state, digest.data(), digest.size());
    std::array<char, kBytes * 2 + 1> hex{};
    sodium_bin2hex(hex.data(), hex.size(), digest.data(), digest.size());
    return hex.data();
}

} // namespace

std::string chainStart(std::string_view epoch, std::string_view shopId)
{
    return hashOf({"coffee order ledger", epoch, shopId});
}

std::string chainLink(std::string_view before, const Event& event, std::string_view bodyBytes)
{
    return hashOf({before, std::to_string(event.seq), std::to_string(toMs(event.at)),
                   std::to_string(toMs(event.occurredAt)), std::to_string(event.day),
                   word(event.actor.role), event.actor.name, protocol::typeName(event.body),
                   bodyBytes});
}

} // namespace coffee::daemon
