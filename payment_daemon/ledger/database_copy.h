// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payment_daemon/ledger/statement.h"

#include <filesystem>
#include <memory>

struct sqlite3_backup;

namespace coffee::daemon {

/// A copy of a database that is made a few pages at a time, through the connection that writes it:
/// what that connection commits meanwhile is in the copy as well, so the copy never begins anew
/// and is good for the moment in which it became whole. Both ends belong to the thread of `from`.
///
/// The copy is not synced, and as long as it is not whole its file is nothing.
class DatabaseCopy {
public:
    /// `to` is made, or must be empty. `from` must outlive this. Throws DatabaseError.
    DatabaseCopy(Connection& from, const std::filesystem::path& to);
    ~DatabaseCopy();
    DatabaseCopy(const DatabaseCopy&) = delete;
    DatabaseCopy& operator=(const DatabaseCopy&) = delete;

    /// Copies `pages` more; outside of a transaction of `from`. True when it is whole and its file
    /// closed. Throws DatabaseError: then nothing comes of this copy, `from` is as it was.
    [[nodiscard]] bool some(int pages);

private:
    struct Finish {
        void operator()(sqlite3_backup* backup) const;
    };

    std::unique_ptr<Connection> m_to;
    std::unique_ptr<sqlite3_backup, Finish> m_backup;
};

} // namespace coffee::daemon
