// SPDX-License-Identifier: GPL-3.0-or-later
#include "barista_station/model/sold_out_model.h"

#include <algorithm>
#include <array>

namespace coffee::station {
namespace {

using protocol::SetAvailability;
using protocol::UntilKind;

constexpr char16_t kFirstSyllable = u'가';
constexpr char16_t kLastSyllable = u'힣';
constexpr int kSyllablesOfInitial = 21 * 28;
constexpr std::array<char16_t, 19> kInitials{u'ㄱ', u'ㄲ', u'ㄴ', u'ㄷ', u'ㄸ', u'ㄹ', u'ㅁ',
                                             u'ㅂ', u'ㅃ', u'ㅅ', u'ㅆ', u'ㅇ', u'ㅈ', u'ㅉ',
                                             u'ㅊ', u'ㅋ', u'ㅌ', u'ㅍ', u'ㅎ'};

bool fits(const LocalText& text, const QString& search)
{
    const QString korean = QString::fromStdString(text.ko);
    return korean.contains(search, Qt::CaseInsensitive) ||
           QString::fromStdString(text.en).contains(search, Qt::CaseInsensitive) ||
           initialConsonants(korean).contains(search);
}

const SetAvailability* lastSwitch(const std::deque<Operation>& operations, const std::string& item)
{
    const SetAvailability* last = nullptr;
    for (const Operation& operation : operations)
        if (const auto* change = std::get_if<SetAvailability>(&operation.body))
            if (change->item == item)
                last = change;
    return last;
}

} // namespace

QString initialConsonants(const QString& text)
{
    QString initials;
    for (const QChar letter : text) {
        const char16_t code = letter.unicode();
        if (code >= kFirstSyllable && code <= kLastSyllable)
            initials += QChar{
                kInitials[static_cast<std::size_t>((code - kFirstSyllable) / kSyllablesOfInitial)]};
        else
            initials += letter;
    }
    return initials;
}

std::vector<SoldOutRow> soldOutRows(const Menu& menu, const OfferView& offer,
                                    const std::deque<Operation>& operations, const QString& search,
                                    Language language)
{
    const QString wanted = search.trimmed();
    std::vector<SoldOutRow> rows;
    for (const MenuItem& item : menu.items) {
        const MenuCategory* category = menu.category(item.category);
        if (!wanted.isEmpty() && !fits(item.name, wanted) &&
            !(category && fits(category->name, wanted)))
            continue;
        SoldOutRow row;
        row.item = QString::fromStdString(item.id);
        row.name = inLanguage(item.name, language);
        row.category = category ? inLanguage(category->name, language) : QString{};
        if (const auto found = offer.soldOut.find(item.id); found != offer.soldOut.end()) {
            row.soldOut = true;
            row.until = fromMs(found->second);
        }
        if (const SetAvailability* change = lastSwitch(operations, item.id)) {
            row.sending = true;
            row.soldOut = !change->available;
        }
        rows.push_back(std::move(row));
    }
    std::stable_partition(rows.begin(), rows.end(),
                          [](const SoldOutRow& row) { return row.soldOut; });
    return rows;
}

SetAvailability soldOut(const QString& item, UntilKind until, std::int32_t minutes)
{
    SetAvailability change;
    change.item = item.toStdString();
    change.available = false;
    change.until = until;
    change.minutes = until == UntilKind::Minutes ? minutes : 0;
    return change;
}

SetAvailability backAgain(const QString& item)
{
    SetAvailability change;
    change.item = item.toStdString();
    change.available = true;
    return change;
}

} // namespace coffee::station
