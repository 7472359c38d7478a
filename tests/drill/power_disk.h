// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace coffee::drill {

/// What lies on a disk: the bytes of every file by its name.
using DiskImage = std::map<std::string, std::string>;

/// One thing that SQLite asked of the disk.
struct DiskAct {
    enum Kind {
        Create,    ///< `name` is this file from now on
        Delete,    ///< `name` is gone
        Write,     ///< `bytes` at `at`
        Truncate,  ///< the file ends at `at`
        Sync,      ///< everything that was written to the file is on the disk when this returns
        SyncFolder ///< so are the names
    };
    Kind kind{Write};
    int file{0}; ///< stays the same when its name goes away; not for SyncFolder
    std::string name;
    std::int64_t at{0};
    std::string bytes;
};

/// A disk in memory under SQLite that writes down everything that happens to it, so that a power
/// cut can be played at any point afterwards. One thread at a time.
class PowerDisk {
public:
    explicit PowerDisk(DiskImage start = {});
    ~PowerDisk();
    PowerDisk(const PowerDisk&) = delete;
    PowerDisk& operator=(const PowerDisk&) = delete;

    [[nodiscard]] const std::vector<DiskAct>& acts() const { return m_acts; }
    /// What programs see: everything that was written, on the disk or not.
    [[nodiscard]] DiskImage contents() const;

    /// From now on every database that this thread opens lies on this disk, until it ends or
    /// another one is used. All databases of the one before are closed by then.
    void use();

    struct File {
        int number{0};
        std::string bytes;
    };
    // For the file system below SQLite.
    [[nodiscard]] std::shared_ptr<File> find(const std::string& name) const;
    std::shared_ptr<File> create(const std::string& name);
    bool remove(const std::string& name);
    void note(DiskAct act);

private:
    std::map<std::string, std::shared_ptr<File>> m_files;
    std::vector<DiskAct> m_acts;
    int m_lastFile{0};
};

/// Makes the power disk SQLite's file system in this process. Once, before any database is opened.
void installPowerDisk();

} // namespace coffee::drill
