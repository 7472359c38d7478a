// SPDX-License-Identifier: GPL-3.0-or-later
#include "payment_daemon/ledger/database_copy.h"

#include <sqlite3.h>

namespace coffee::daemon {

void DatabaseCopy::Finish::operator()(sqlite3_backup* backup) const
{
    sqlite3_backup_finish(backup);
}

DatabaseCopy::DatabaseCopy(Connection& from, const std::filesystem::path& to)
    : m_to{std::make_unique<Connection>(to, OpenMode::Create)}
{
    // Nobody reads it before it is whole, and it is synced then.
    m_to->execute("PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = OFF;"
                  "PRAGMA synchronous = OFF;");
    m_backup.reset(sqlite3_backup_init(m_to->raw(), "main", from.raw(), "main"));
    if (!m_backup)
        throw DatabaseError{sqlite3_extended_errcode(m_to->raw()), sqlite3_errmsg(m_to->raw())};
}

DatabaseCopy::~DatabaseCopy() = default;

bool DatabaseCopy::some(int pages)
{
    const int code = sqlite3_backup_step(m_backup.get(), pages);
    // Busy: the source is in the middle of something; the next time it is not.
    if (code == SQLITE_OK || code == SQLITE_BUSY || code == SQLITE_LOCKED)
        return false;
    if (code != SQLITE_DONE)
        throw DatabaseError{code, sqlite3_errstr(code)};
    const int finished = sqlite3_backup_finish(m_backup.release());
    if (finished != SQLITE_OK)
        throw DatabaseError{finished, sqlite3_errstr(finished)};
    m_to.reset();
    return true;
}

} // namespace coffee::daemon
