// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QString>
#include <QVariantList>

#include <functional>
#include <map>
#include <memory>
#include <utility>

/// For the .cpp files of this folder that keep something on disk.
namespace coffee::client {

/// A small SQLite file that one thread opens, uses and closes. Committed means on the disk.
class LocalDatabase final {
public:
    enum class IfBroken { SetAside, Delete };

    /// Opens or makes `path` with `schema` (one statement). A file that SQLite cannot use is
    /// renamed to `<path>.broken-<time>` or deleted, and a new one made. Null when even that
    /// fails: the disk is full, read only or gone. A large copy is not looked through whole: its
    /// damage shows when the damaged part is read (`isBroken`).
    [[nodiscard]] static std::unique_ptr<LocalDatabase>
    open(const QString& path, const QString& schema, IfBroken ifBroken);
    ~LocalDatabase();
    LocalDatabase(const LocalDatabase&) = delete;
    LocalDatabase& operator=(const LocalDatabase&) = delete;

    /// SQLite has said that the file is not a whole database.
    [[nodiscard]] bool isBroken() const { return m_broken; }
    /// Deletes the file of a copy that is closed.
    static void discard(const QString& path);

    using Row = std::function<void(const QSqlQuery&)>;
    /// Runs one statement; `row` is called for each row of its result. False when the disk failed.
    [[nodiscard]] bool run(const QString& statement, const QVariantList& values = {},
                           const Row& row = {});
    /// The same for what is run often: prepared once and kept.
    [[nodiscard]] bool runKept(const QString& statement, const QVariantList& values = {},
                               const Row& row = {});

private:
    explicit LocalDatabase(QString connection) : m_connection{std::move(connection)} {}
    [[nodiscard]] bool setUp(const QString& path, const QString& schema, IfBroken ifBroken);
    [[nodiscard]] bool finish(QSqlQuery& query, bool prepared, const QVariantList& values,
                              const Row& row);

    QString m_connection;
    std::map<QString, QSqlQuery> m_kept;
    bool m_broken{false};
};

} // namespace coffee::client
