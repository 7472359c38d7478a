// SPDX-License-Identifier: GPL-3.0-or-later
#include "payment_daemon/ctl/shop_words.h"

#include "shared/domain/words.h"

#include <array>
#include <cstdlib>
#include <iomanip>
#include <sstream>

namespace coffee::ctl {
namespace {

std::string said(std::string_view word)
{
    std::string text{word};
    for (char& c : text)
        if (c == '_')
            c = ' ';
    return text;
}

template <class E>
std::string wordsOf(E value)
{
    return said(word(value));
}

std::string counted(std::size_t count, std::string_view one, std::string_view many)
{
    return std::to_string(count) + ' ' + std::string{count == 1 ? one : many};
}

std::string because(const std::string& reason)
{
    return reason.empty() ? std::string{} : ": " + reason;
}

std::string listed(const std::vector<UnitNumber>& units)
{
    std::string text = units.size() == 1 ? "unit " : "units ";
    for (std::size_t i = 0; i < units.size(); ++i)
        text += (i == 0 ? "" : ", ") + std::to_string(units[i]);
    return text;
}

std::string calendarDate(std::chrono::sys_days day)
{
    const std::chrono::year_month_day date{day};
    std::ostringstream text;
    text << std::setfill('0') << std::setw(4) << static_cast<int>(date.year()) << '-'
         << std::setw(2) << static_cast<unsigned>(date.month()) << '-' << std::setw(2)
         << static_cast<unsigned>(date.day());
    return text.str();
}

std::string clockText(std::int32_t minutes)
{
    const auto two = [](std::int32_t part) {
        return (part < 10 ? "0" : "") + std::to_string(part);
    };
    return two(minutes / 60) + ':' + two(minutes % 60);
}

std::string daysText(std::int32_t days)
{
    if (days == SaleHours::kEveryDay)
        return "every day";
    constexpr std::array<std::string_view, SaleHours::kDaysOfWeek> kNames{
        "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
    std::string text;
    for (std::size_t day = 0; day < kNames.size(); ++day)
        if ((days >> day & 1) != 0)
            text += (text.empty() ? "" : ", ") + std::string{kNames[day]};
    return text;
}

struct Sentence {
    std::string operator()(const OrderPaid& paid) const
    {
        std::size_t units = 0;
        for (const PricedLine& line : paid.basket.lines)
            units += line.units.size();
        std::string text = "paid " + moneyText(paid.basket.total) + " for " +
                           counted(units, "unit", "units") + ", " + wordsOf(paid.basket.service);
        if (!paid.payment.method.empty())
            text += ", by " + paid.payment.method;
        if (!paid.payment.maskedCard.empty())
            text += ' ' + paid.payment.maskedCard;
        if (!paid.payment.approval.empty())
            text += ", approval " + paid.payment.approval;
        return text;
    }
    std::string operator()(const OrderAppeared& appeared) const
    {
        return "order with " + counted(static_cast<std::size_t>(appeared.units), "unit", "units");
    }
    std::string operator()(const OrderMoved& moved) const
    {
        return wordsOf(moved.step) + ": " + wordsOf(moved.from) + " -> " + wordsOf(moved.to) +
               because(moved.reason);
    }
    std::string operator()(const OrderCancelled& cancelled) const
    {
        return "cancelled by " + wordsOf(cancelled.by) + " while " + wordsOf(cancelled.from) +
               because(cancelled.reason);
    }
    std::string operator()(const UnitMoved& moved) const
    {
        return "unit " + std::to_string(moved.unit) + ": " + wordsOf(moved.from) + " -> " +
               wordsOf(moved.to) + because(moved.reason);
    }
    std::string operator()(const OrderCalled&) const { return "called again"; }
    std::string operator()(const StopAcknowledged& stop) const
    {
        return stop.made.empty() ? "stop acknowledged, nothing was made"
                                 : "stop acknowledged, made already: " + listed(stop.made);
    }
    std::string operator()(const RefundOpened& refund) const
    {
        return "refund " + std::to_string(refund.refund) + " of " + moneyText(refund.amount) +
               " is due" + (refund.units.empty() ? "" : " for " + listed(refund.units)) +
               because(refund.reason);
    }
    std::string operator()(const RefundMoved& refund) const
    {
        return "refund " + std::to_string(refund.refund) + " of " + moneyText(refund.amount) +
               ": " + wordsOf(refund.from) + " -> " + wordsOf(refund.to) + because(refund.reason);
    }
    std::string operator()(const AttemptOpened& attempt) const
    {
        return "payment " + std::to_string(attempt.attempt) + " of " + moneyText(attempt.amount) +
               " was sent to the terminal of " + attempt.kiosk;
    }
    std::string operator()(const AttemptMoved& attempt) const
    {
        return "payment " + std::to_string(attempt.attempt) + " of " + moneyText(attempt.amount) +
               ": " + wordsOf(attempt.from) + " -> " + wordsOf(attempt.to) + because(attempt.cause);
    }
    std::string operator()(const ItemAvailability& item) const
    {
        return item.item + (item.available ? " can be ordered again" : " is sold out");
    }
    std::string operator()(const OrderingChanged& ordering) const
    {
        return "ordering is " + wordsOf(ordering.state);
    }
    std::string operator()(const BreakerMoved& breaker) const
    {
        return "payment breaker: " + wordsOf(breaker.from) + " -> " + wordsOf(breaker.to) +
               because(breaker.cause);
    }
    std::string operator()(const PresenceChanged& presence) const
    {
        return actorText(presence.who) + " is " + wordsOf(presence.state);
    }
    std::string operator()(const HelpCalled& call) const { return call.kiosk + " calls for help"; }
    std::string operator()(const HelpTaken& call) const { return "somebody goes to " + call.kiosk; }
    std::string operator()(const MenuPublished& menu) const { return "menu " + menu.version; }
    std::string operator()(const DaemonStarted& daemon) const
    {
        return "daemon " + daemon.version + " started";
    }
    std::string operator()(const AlarmChanged& alarm) const
    {
        return "alarm " + wordsOf(alarm.kind) + (alarm.on ? " is on" : " is over") +
               because(alarm.detail);
    }
    std::string operator()(const DayClosed& closed) const
    {
        return "Z " + std::to_string(closed.number) + " of the events " +
               std::to_string(closed.from) + " to " + std::to_string(closed.to) + ": " +
               moneyText(closed.sales) + " sold, " + moneyText(closed.refunded) + " paid back";
    }
    std::string operator()(const Hidden&) const { return "not public"; }
    std::string operator()(const OrderingPaced& paced) const
    {
        return paced.makingMinutes == 0
                   ? "ordering goes on at full pace"
                   : "ordering is slowed to " + std::to_string(paced.makingMinutes) +
                         " making-minutes in a quarter of an hour";
    }
    std::string operator()(const HoursChanged& changed) const
    {
        if (!changed.own)
            return "orders are taken in the menu's hours";
        return "orders are taken from " + clockText(changed.hours.from) + " to " +
               clockText(changed.hours.to) + " on " + daysText(changed.hours.days);
    }
};

} // namespace

std::string moneyText(Money money)
{
    return moneyText(MoneySum::fromWon(money.won()));
}

std::string moneyText(MoneySum sum)
{
    std::string digits = std::to_string(std::abs(sum.won()));
    for (std::size_t place = digits.size(); place > 3; place -= 3)
        digits.insert(place - 3, 1, ',');
    return (sum.won() < 0 ? "-₩" : "₩") + digits;
}

std::string timeText(ShopTime time, std::chrono::minutes utcOffset)
{
    if (time == ShopTime{})
        return "-";
    const auto local = time + utcOffset;
    const auto day = std::chrono::floor<std::chrono::days>(local);
    const std::chrono::hh_mm_ss clock{std::chrono::floor<std::chrono::seconds>(local - day)};
    std::ostringstream text;
    text << calendarDate(day) << ' ' << std::setfill('0') << std::setw(2) << clock.hours().count()
         << ':' << std::setw(2) << clock.minutes().count() << ':' << std::setw(2)
         << clock.seconds().count();
    return text.str();
}

std::string dayText(BusinessDay day)
{
    return calendarDate(std::chrono::sys_days{std::chrono::days{day}});
}

std::string durationText(std::chrono::milliseconds duration)
{
    using namespace std::chrono;
    const auto count = [](auto value) { return std::to_string(value.count()); };
    if (duration < 1s)
        return count(duration) + " ms";
    if (duration < 1min)
        return count(floor<seconds>(duration)) + " s";
    if (duration < 1h)
        return count(floor<minutes>(duration)) + " min";
    const auto wholeHours = floor<hours>(duration);
    if (duration < days{1})
        return count(wholeHours) + " h " + count(floor<minutes>(duration - wholeHours)) + " min";
    const auto wholeDays = floor<days>(duration);
    return count(wholeDays) + " d " + count(floor<hours>(duration - wholeDays)) + " h";
}

std::string waitText(const WaitRange& wait)
{
    const auto minutes = [](std::int32_t seconds) { return (seconds + 59) / 60; };
    if (wait.maxSeconds < 60)
        return "less than a minute";
    const std::int32_t least = minutes(wait.minSeconds);
    const std::int32_t most = minutes(wait.maxSeconds);
    return "about " + (least < most ? std::to_string(least) + '-' : std::string{}) +
           std::to_string(most) + " min";
}

std::string actorText(const Actor& actor)
{
    std::string text{word(actor.role)};
    if (!actor.name.empty() && actor.name != text)
        text += ' ' + actor.name;
    return text;
}

std::string eventText(const EventBody& body)
{
    return std::visit(Sentence{}, body);
}

} // namespace coffee::ctl
