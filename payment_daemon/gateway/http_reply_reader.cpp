// SPDX-License-Identifier: GPL-3.0-or-later
#include "payment_daemon/gateway/http_reply_reader.h"

#include <algorithm>
#include <charconv>

namespace coffee::daemon {

namespace {

bool isToken(std::string_view text)
{
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               c == '-';
    });
}

std::string lowered(std::string_view text)
{
    std::string result{text};
    for (char& c : result)
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c - 'A' + 'a');
    return result;
}

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t'))
        text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t'))
        text.remove_suffix(1);
    return text;
}

/// "HTTP/1.1 200 OK" → 200; 0 when it is no status line.
int statusOf(std::string_view line)
{
    constexpr std::string_view kVersion = "HTTP/1.1 ";
    if (!line.starts_with(kVersion))
        return 0;
    line.remove_prefix(kVersion.size());
    int status = 0;
    const char* end = line.data() + std::min<std::size_t>(line.size(), 3);
    const auto [stopped, error] = std::from_chars(line.data(), end, status);
    const bool endsWell = line.size() == 3 || (line.size() > 3 && line[3] == ' ');
    return error == std::errc{} && stopped == end && endsWell && status >= 100 ? status : 0;
}

/// "120" → two minutes; a date or anything else says nothing.
std::chrono::seconds waitOf(std::string_view value)
{
    constexpr int kMost = 600;
    int wait = 0;
    const char* end = value.data() + value.size();
    const auto [stopped, error] = std::from_chars(value.data(), end, wait);
    const bool isNumber = !value.empty() && error == std::errc{} && stopped == end;
    return std::chrono::seconds{isNumber ? std::clamp(wait, 0, kMost) : 0};
}

} // namespace

void HttpReplyReader::feed(std::string_view bytes)
{
    if (m_state != State::Head && m_state != State::Body)
        return;
    m_bytes.append(bytes);
    if (m_state == State::Head)
        readHead();
    if (m_state == State::Body)
        judgeBody();
}

void HttpReplyReader::feedEnd()
{
    if (m_state != State::Head && m_state != State::Body)
        return;
    const bool endsWithLine = m_bytes.empty() || m_bytes.back() == '\n';
    const bool isWhole = m_state == State::Body && m_hasLines && endsWithLine;
    m_state = isWhole ? State::Complete : State::Cut;
    if (!isWhole)
        m_fault = "the connection closed before the answer was whole";
}

std::optional<std::string> HttpReplyReader::takeLine()
{
    if (!m_hasLines)
        return std::nullopt;
    const auto end = m_bytes.find('\n');
    if (end == std::string::npos)
        return std::nullopt;
    std::string line = m_bytes.substr(0, end);
    m_bytes.erase(0, end + 1);
    m_linesTaken += end + 1;
    return line;
}

void HttpReplyReader::readHead()
{
    const auto end = m_bytes.find("\r\n\r\n");
    if (end == std::string::npos) {
        if (m_bytes.size() > kHeadMax)
            fail("the head of the answer is too large");
        return;
    }
    if (end > kHeadMax)
        return fail("the head of the answer is too large");
    const std::string head = m_bytes.substr(0, end);
    m_bytes.erase(0, end + 4);

    m_state = State::Body;
    std::size_t begin = 0;
    while (begin <= head.size() && m_state == State::Body) {
        const auto lineEnd = std::min(head.find("\r\n", begin), head.size());
        const std::string_view line = std::string_view{head}.substr(begin, lineEnd - begin);
        if (begin == 0) {
            m_status = statusOf(line);
            if (m_status < 200)
                fail("the answer does not begin with a status that ends a request");
        } else {
            readHeader(line);
        }
        begin = lineEnd + 2;
    }
    // A body that ends when the connection does cannot be told from one that was cut, unless its
    // own lines say which is the last.
    if (m_state == State::Body && !m_contentLength && !m_hasLines)
        fail("the answer does not say how long it is");
    if (m_contentLength)
        m_hasLines = false;
}

void HttpReplyReader::readHeader(std::string_view line)
{
    const auto colon = line.find(':');
    if (colon == std::string_view::npos || !isToken(line.substr(0, colon)))
        return fail("a header of the answer is malformed");
    const std::string name = lowered(line.substr(0, colon));
    const std::string_view value = trimmed(line.substr(colon + 1));
    if (name == "transfer-encoding")
        return fail("the answer uses a transfer encoding");
    if (name == "content-type")
        m_hasLines = lowered(value).starts_with("application/x-ndjson");
    if (name == "retry-after")
        m_retryAfter = waitOf(value);
    if (name != "content-length")
        return;
    std::size_t length = 0;
    const char* end = value.data() + value.size();
    const auto [stopped, error] = std::from_chars(value.data(), end, length);
    if (value.empty() || error != std::errc{} || stopped != end || m_contentLength)
        return fail("the length of the answer is malformed");
    if (length > kBodyMax)
        return fail("the answer is too large");
    m_contentLength = length;
}

void HttpReplyReader::judgeBody()
{
    if (!m_contentLength) {
        if (m_linesTaken + m_bytes.size() > kBodyMax)
            fail("the answer is too large");
        return;
    }
    if (m_bytes.size() > *m_contentLength)
        return fail("the answer is longer than it says");
    if (m_bytes.size() == *m_contentLength)
        m_state = State::Complete;
}

void HttpReplyReader::fail(std::string_view why)
{
    m_state = State::Bad;
    m_fault = why;
}

} // namespace coffee::daemon
