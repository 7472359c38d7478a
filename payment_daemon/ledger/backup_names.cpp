// SPDX-License-Identifier: GPL-3.0-or-later
#include "payment_daemon/ledger/backup_names.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cstdio>

namespace coffee::daemon {
namespace {

constexpr std::string_view kBegin = "shop-";
constexpr std::string_view kEnd = ".sqlite";
constexpr std::size_t kStampBytes = std::string_view{"20261129T074928Z"}.size();
constexpr std::size_t kHeadDigitsMin = 9;
constexpr std::size_t kHeadDigitsMax = 16;

/// All of the text as one number, digits only.
template <class Number>
bool readDigits(std::string_view text, Number& number)
{
    if (!std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; }))
        return false;
    const char* end = text.data() + text.size();
    const auto [stopped, error] = std::from_chars(text.data(), end, number);
    return error == std::errc{} && stopped == end;
}

std::optional<ShopTime> timeOf(std::string_view stamp)
{
    int year = 0;
    unsigned month = 0;
    unsigned day = 0;
    int hour = 0;
    int minute = 0;
    int second = 0;
    if (stamp.size() != kStampBytes || stamp[8] != 'T' || stamp[15] != 'Z' ||
        !readDigits(stamp.substr(0, 4), year) || !readDigits(stamp.substr(4, 2), month) ||
        !readDigits(stamp.substr(6, 2), day) || !readDigits(stamp.substr(9, 2), hour) ||
        !readDigits(stamp.substr(11, 2), minute) || !readDigits(stamp.substr(13, 2), second))
        return std::nullopt;
    const std::chrono::year_month_day date{std::chrono::year{year}, std::chrono::month{month},
                                           std::chrono::day{day}};
    if (!date.ok() || hour > 23 || minute > 59 || second > 59)
        return std::nullopt;
    return ShopTime{std::chrono::sys_days{date}} + std::chrono::hours{hour} +
           std::chrono::minutes{minute} + std::chrono::seconds{second};
}

/// Marks the newest of each of the `most` newest spans; `backups` are newest first.
template <class Span>
void keepNewestOfEach(const std::vector<BackupName>& backups, int most, std::vector<bool>& kept)
{
    int spans = 0;
    std::optional<std::chrono::time_point<std::chrono::system_clock, Span>> last;
    for (std::size_t index = 0; index < backups.size() && spans < most; ++index) {
        const auto span = std::chrono::floor<Span>(backups[index].at);
        if (last && span == *last)
            continue;
        last = span;
        kept[index] = true;
        ++spans;
    }
}

} // namespace

std::string fileNameOf(const BackupName& name)
{
    const auto days = std::chrono::floor<std::chrono::days>(name.at);
    const std::chrono::year_month_day date{days};
    const std::chrono::hh_mm_ss time{std::chrono::floor<std::chrono::seconds>(name.at - days)};
    char stamp[80];
    std::snprintf(stamp, sizeof stamp, "shop-%04d%02u%02uT%02d%02d%02dZ-%09lld.sqlite",
                  static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                  static_cast<unsigned>(date.day()), static_cast<int>(time.hours().count()),
                  static_cast<int>(time.minutes().count()),
                  static_cast<int>(time.seconds().count()), static_cast<long long>(name.head));
    return stamp;
}

std::optional<BackupName> backupNameOf(std::string_view fileName)
{
    if (!fileName.starts_with(kBegin) || !fileName.ends_with(kEnd))
        return std::nullopt;
    fileName.remove_prefix(kBegin.size());
    fileName.remove_suffix(kEnd.size());
    if (fileName.size() < kStampBytes + 1 + kHeadDigitsMin ||
        fileName.size() > kStampBytes + 1 + kHeadDigitsMax || fileName[kStampBytes] != '-')
        return std::nullopt;
    const auto at = timeOf(fileName.substr(0, kStampBytes));
    BackupName name;
    if (!at || !readDigits(fileName.substr(kStampBytes + 1), name.head))
        return std::nullopt;
    name.at = *at;
    return name;
}

std::vector<BackupName> outdated(std::vector<BackupName> backups, const BackupRetention& keep)
{
    std::sort(backups.begin(), backups.end(), std::greater<>{});
    std::vector<bool> kept(backups.size(), false);
    if (!kept.empty())
        kept.front() = true;
    keepNewestOfEach<std::chrono::hours>(backups, keep.hourly, kept);
    keepNewestOfEach<std::chrono::days>(backups, keep.daily, kept);
    std::vector<BackupName> rest;
    for (std::size_t index = 0; index < backups.size(); ++index)
        if (!kept[index])
            rest.push_back(backups[index]);
    return rest;
}

} // namespace coffee::daemon
