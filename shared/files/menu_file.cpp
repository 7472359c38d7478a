// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/files/menu_file.h"

#include "shared/files/text_file.h"

#include <sodium.h>

#include <array>
#include <type_traits>

namespace coffee {
namespace {

/// Writes every value with its length or as eight bytes, so that no two menus give the same bytes.
class CanonicalBytes {
public:
    void add(const std::string& text)
    {
        addNumber(static_cast<std::int64_t>(text.size()));
        m_bytes += text;
    }
    void add(const LocalText& text)
    {
        add(text.ko);
        add(text.en);
    }
    void add(Money money) { addNumber(money.won()); }
    template <class Number>
    requires std::is_arithmetic_v<Number> || std::is_enum_v<Number>
    void add(Number number) { addNumber(static_cast<std::int64_t>(number)); }
    void add(const CupPrices& cups) { addAll(cups.store, cups.disposable, cups.own); }
    void add(const SaleHours& hours)
    {
        // A menu without days of the week has the version that it had before there were any.
        constexpr int kDaysFrom = 16;
        addAll(hours.from, hours.to | (SaleHours::kEveryDay ^ hours.days) << kDaysFrom);
    }
    void add(const Seller& seller) { addAll(seller.businessNumber, seller.address, seller.phone); }
    void add(const MenuCategory& category) { addAll(category.id, category.name, category.hours); }
    void add(const Allergen& allergen) { addAll(allergen.id, allergen.name); }
    void add(const OptionChoice& choice)
    {
        addAll(choice.id, choice.name, choice.priceDifference, choice.countMax);
    }
    void add(const OptionGroup& group)
    {
        addAll(group.id, group.name, group.min, group.max, group.defaultChoice, group.choices);
    }
    void add(const MenuItem& item)
    {
        addAll(item.id, item.category, item.name, item.description, item.price, item.image,
               item.optionGroups, item.allergens, item.station, item.tax, item.needsCup,
               item.popular, item.caffeineMg, item.quantityMax, item.hours);
    }
    template <class T>
    void add(const std::vector<T>& things)
    {
        addNumber(static_cast<std::int64_t>(things.size()));
        for (const T& thing : things)
            add(thing);
    }
    template <class... Things>
    void addAll(const Things&... things)
    {
        (add(things), ...);
    }

    [[nodiscard]] const std::string& bytes() const { return m_bytes; }

private:
    void addNumber(std::int64_t number)
    {
        auto bits = static_cast<std::uint64_t>(number);
        for (int i = 0; i < 8; ++i, bits >>= 8)
            m_bytes += static_cast<char>(bits & 0xff);
    }

    std::string m_bytes;
};

} // namespace

std::string toText(const MenuMistake& mistake, std::string_view file)
{
    return std::string{file} + ':' + std::to_string(mistake.line) + ':' +
           std::to_string(mistake.column) + ": " + mistake.what + "; expected " + mistake.expected;
}

Result<Menu, std::vector<MenuMistake>> loadMenu(const std::filesystem::path& file)
{
    const auto text = readTextFile(file);
    if (!text) {
        // The sentence already says what was expected, in the same form.
        const std::string& sentence = text.error();
        constexpr std::string_view kExpected = "; expected ";
        const std::size_t at = sentence.find(kExpected);
        return Failure{std::vector{
            MenuMistake{1, 1, sentence.substr(0, at), sentence.substr(at + kExpected.size())}}};
    }
    return readMenu(*text);
}

std::vector<MenuMistake> checkMenuFile(const std::filesystem::path& file)
{
    const auto menu = loadMenu(file);
    return menu ? std::vector<MenuMistake>{} : menu.error();
}

std::string contentVersion(const Menu& menu)
{
    CanonicalBytes canonical;
    canonical.addAll(menu.shopId, menu.shopName, menu.seller, menu.openingHours, menu.greeting,
                     menu.cups, menu.categories, menu.allergens, menu.optionGroups, menu.items);
    const std::string& bytes = canonical.bytes();
    std::array<unsigned char, crypto_generichash_BYTES> hash{};
    // Without a key it fails only for a hash length out of range, which this one is not.
    crypto_generichash(hash.data(), hash.size(),
                       reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(), nullptr,
                       0);
    constexpr std::size_t kVersionBytes = 8;
    constexpr std::string_view kHexDigits = "0123456789abcdef";
    std::string version;
    for (std::size_t i = 0; i < kVersionBytes; ++i) {
        version += kHexDigits[hash[i] >> 4];
        version += kHexDigits[hash[i] & 0x0f];
    }
    return version;
}

} // namespace coffee
