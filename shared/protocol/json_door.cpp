// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/protocol/json_door.h"

namespace coffee::protocol {
namespace {

simdjson::dom::parser& threadParser()
{
    thread_local simdjson::dom::parser parser{kReplyBytesMax + 1024};
    return parser;
}

} // namespace

std::optional<simdjson::dom::object> openDocument(std::string_view bytes, std::size_t bytesMax,
                                                  Complaint& complaint)
{
    if (bytes.size() > bytesMax) {
        complaint.say({}, "more than " + std::to_string(bytesMax) + " bytes");
        return std::nullopt;
    }
    if (bytes.starts_with("\xEF\xBB\xBF")) {
        complaint.say({}, "a byte order mark is not allowed");
        return std::nullopt;
    }
    simdjson::dom::parser& parser = threadParser();
    if (parser.capacity() < bytes.size() || parser.max_depth() != kDepthMax)
        if (parser.allocate(std::max(parser.capacity(), bytes.size()), kDepthMax)) {
            complaint.say({}, "too large to read");
            return std::nullopt;
        }
    simdjson::dom::element root;
    if (const auto error = parser.parse(bytes.data(), bytes.size()).get(root)) {
        complaint.say({}, std::string{"not JSON: "} + simdjson::error_message(error));
        return std::nullopt;
    }
    simdjson::dom::object object;
    if (root.get(object)) {
        complaint.say({}, "expected an object");
        return std::nullopt;
    }
    return object;
}

} // namespace coffee::protocol
