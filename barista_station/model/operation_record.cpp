// SPDX-License-Identifier: GPL-3.0-or-later
#include "barista_station/model/operation_record.h"

#include "shared/protocol/codec.h"

#include <charconv>

namespace coffee::station {
namespace {

using std::chrono::milliseconds;
using std::chrono::system_clock;

/// Milliseconds since 1970 that the system's clock can hold: the year 2255.
constexpr std::int64_t kMadeAtMax = 9'000'000'000'000;

/// Narrows the wire's commands to those of a station.
std::optional<OperationBody> bodyOf(const protocol::RequestBody& request)
{
    return std::visit(
        [](const auto& command) -> std::optional<OperationBody> {
            if constexpr (std::is_constructible_v<OperationBody, decltype(command)>)
                return OperationBody{command};
            else
                return std::nullopt;
        },
        request);
}

OperationKey keyOf(const OperationBody& body)
{
    return std::visit([](const auto& command) { return command.op; }, body);
}

} // namespace

std::string recordOf(const Operation& operation)
{
    protocol::Request request;
    request.id = "journal";
    request.from = {Role::Station, "journal"};
    request.body = requestOf(operation, milliseconds{0});
    const auto madeAt =
        std::chrono::duration_cast<milliseconds>(operation.madeAt.time_since_epoch());
    return std::to_string(madeAt.count()) + ' ' + protocol::encode(request);
}

std::optional<Operation> operationFromRecord(std::string_view record)
{
    std::int64_t madeAt = 0;
    const auto [end, error] = std::from_chars(record.data(), record.data() + record.size(), madeAt);
    if (error != std::errc{} || end == record.data() + record.size() || *end != ' ' || madeAt < 0 ||
        madeAt > kMadeAtMax)
        return std::nullopt;
    record.remove_prefix(static_cast<std::size_t>(end - record.data()) + 1);
    const auto request = protocol::decodeRequest(record);
    if (!request)
        return std::nullopt;
    std::optional<OperationBody> body = bodyOf(request->body);
    if (!body)
        return std::nullopt;
    Operation operation;
    operation.key = keyOf(*body);
    operation.body = std::move(*body);
    operation.madeAt = system_clock::time_point{milliseconds{madeAt}};
    operation.sent = true; // It may have left before the restart; the key makes that harmless.
    return operation;
}

} // namespace coffee::station
