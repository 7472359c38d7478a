// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payment_daemon/ledger/statement.h"
#include "shared/domain/words.h"

#include <optional>
#include <stdexcept>
#include <string>

namespace coffee::daemon {

/// A row that this program cannot have written.
class UnreadableRow : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// The enumerator whose word stands in the column.
template <class E>
[[nodiscard]] E wordIn(const Rows& row, int column)
{
    const auto value = fromWord<E>(row.view(column));
    if (!value)
        throw UnreadableRow{"the ledger holds the unknown word \"" + row.text(column) + "\" in " +
                            row.columnName(column)};
    return *value;
}

/// Empty for NULL.
template <class E>
[[nodiscard]] std::optional<E> wordOrNone(const Rows& row, int column)
{
    if (row.isNull(column))
        return std::nullopt;
    return wordIn<E>(row, column);
}

/// What to bind for an enumerator that may be missing.
template <class E>
[[nodiscard]] std::optional<std::string_view> wordOf(const std::optional<E>& value)
{
    if (!value)
        return std::nullopt;
    return word(*value);
}

} // namespace coffee::daemon
