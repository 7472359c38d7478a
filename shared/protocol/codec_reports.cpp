// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/protocol/codec.h"
#include "shared/protocol/report_fields.h"

namespace coffee::protocol {

std::string encodeReport(const DayReport& report)
{
    return writeWhole(report);
}

Result<DayReport, DecodeError> decodeReport(std::string_view bytes)
{
    Complaint complaint;
    DayReport report;
    if (!readWhole(bytes, kReplyBytesMax, report, complaint))
        return Failure{DecodeError{RefusalCode::Malformed, complaint.text(), {}}};
    return report;
}

} // namespace coffee::protocol
