// SPDX-License-Identifier: GPL-3.0-or-later
#include "payment_daemon/ctl/exporting.h"

#include "payment_daemon/ctl/daemon_line.h"
#include "payment_daemon/ctl/export_rows.h"
#include "payment_daemon/ledger/safe_files.h"
#include "payment_daemon/ledger/setup_ledger.h"
#include "shared/files/menu_file.h"
#include "shared/files/text_file.h"

#include <sys/stat.h>

#include <algorithm>
#include <fstream>
#include <iostream>

namespace coffee::ctl {
namespace {

namespace fs = std::filesystem;

constexpr int kNotDone = 1;
constexpr const char* kMenu = "menu.toml";
constexpr const char* kPinHashFile = "pin.hash";

int failed(int exitCode, const std::string& sentence)
{
    std::cerr << "coffeectl: " << sentence << '\n';
    return exitCode;
}

/// A file that has its name when it is whole.
class WholeFile {
public:
    explicit WholeFile(fs::path name)
        : m_name{std::move(name)},
          m_part{m_name.string() + ".part"},
          m_out{m_part, std::ios::binary | std::ios::trunc}
    {
    }
    ~WholeFile()
    {
        std::error_code none;
        fs::remove(m_part, none);
    }
    WholeFile(const WholeFile&) = delete;
    WholeFile& operator=(const WholeFile&) = delete;

    void add(std::string_view text)
    {
        m_out.write(text.data(), static_cast<std::streamsize>(text.size()));
    }
    void keep()
    {
        m_out.close();
        if (!m_out)
            throw fs::filesystem_error{"it cannot be written", m_part,
                                       std::make_error_code(std::errc::io_error)};
        daemon::syncFile(m_part);
        daemon::publish(m_part, m_name);
    }

private:
    fs::path m_name;
    fs::path m_part;
    std::ofstream m_out;
};

/// Nobody else's business on this machine: allergies, masked cards, a PIN's hash.
void writeForOwnerOnly()
{
    ::umask(S_IRWXG | S_IRWXO);
}

std::vector<fs::path> settingsIn(const fs::path& folder)
{
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator{folder})
        if (entry.is_regular_file() && entry.path().extension() == ".toml")
            files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    return files;
}

/// Fails with a sentence.
Result<Menu, std::string> menuIn(const fs::path& folder)
{
    auto menu = loadMenu(folder / kMenu);
    if (!menu)
        return Failure{toText(menu.error().front(), (folder / kMenu).string())};
    return std::move(*menu);
}

void writeWhole(const fs::path& name, std::string_view text)
{
    WholeFile file{name};
    file.add(text);
    file.keep();
}

} // namespace

int exportShop(const Configuration& configuration)
{
    writeForOwnerOnly();
    const std::chrono::minutes utcOffset{configuration.integer("utc-offset-minutes")};
    const fs::path folder = configuration.arguments().front();
    DaemonLine line{configuration.text("commands")};
    protocol::EventsGet question{protocol::Stream::Events, 0,
                                 static_cast<std::int32_t>(protocol::kPageMax)};
    auto page = line.ask<protocol::EventsPage>(question);
    if (!page)
        return failed(page.error().exitCode, page.error().sentence);
    fs::create_directories(folder);
    WholeFile lines{folder / "events.jsonl"};
    WholeFile events{folder / "events.csv"};
    WholeFile orders{folder / "orders.csv"};
    WholeFile orderLines{folder / "order_lines.csv"};
    events.add(std::string{kByteOrderMark} + eventHeader());
    OrderRows rows{utcOffset};
    // What happens meanwhile is for the next export.
    const Sequence head = page->head;
    while (true) {
        for (const Event& event : page->events) {
            lines.add(protocol::encode(protocol::EventFrame{page->epoch, event}) + '\n');
            events.add(eventRow(event, utcOffset));
            rows.apply(event);
            question.after = event.seq;
        }
        if (page->events.empty() || question.after >= head)
            break;
        page = line.ask<protocol::EventsPage>(question);
        if (!page)
            return failed(page.error().exitCode, page.error().sentence);
    }
    orders.add(std::string{kByteOrderMark} + OrderRows::header() + rows.rows());
    orderLines.add(std::string{kByteOrderMark} + OrderRows::lineHeader() + rows.lineRows());
    for (WholeFile* file : {&lines, &events, &orders, &orderLines})
        file->keep();
    std::cout << folder.string() << ": " << question.after << " events, " << rows.size()
              << " orders\n";
    return 0;
}

int exportSetup(const Configuration& configuration)
{
    writeForOwnerOnly();
    const fs::path settings = configuration.arguments().at(0);
    const fs::path ledger = configuration.arguments().at(1);
    const fs::path folder = configuration.arguments().at(2);
    if (const auto menu = menuIn(settings); !menu)
        return failed(2, menu.error());
    const auto pin = daemon::pinHashIn(ledger);
    if (!pin)
        return failed(2, pin.error());
    fs::create_directories(folder);
    int files = 0;
    for (const fs::path& file : settingsIn(settings)) {
        const auto text = readTextFile(file);
        if (!text)
            return failed(kNotDone, file.string() + ": " + text.error());
        writeWhole(folder / file.filename(), *text);
        ++files;
    }
    if (!pin->empty())
        writeWhole(folder / kPinHashFile, *pin + '\n');
    std::cout << folder.string() << ": " << files << " files of settings"
              << (pin->empty() ? ", no PIN is set\n"
                               : " and the PIN's hash: keep it to yourself\n");
    return 0;
}

int importSetup(const Configuration& configuration)
{
    writeForOwnerOnly();
    const fs::path setup = configuration.arguments().at(0);
    const fs::path settings = configuration.arguments().at(1);
    const fs::path data = configuration.arguments().at(2);
    const auto menu = menuIn(setup);
    if (!menu)
        return failed(2, menu.error());
    const std::vector<fs::path> files = settingsIn(setup);
    for (const fs::path& file : files)
        if (fs::exists(settings / file.filename()))
            return failed(kNotDone, (settings / file.filename()).string() +
                                        " is there already; nothing was changed");
    std::string pin;
    if (fs::exists(setup / kPinHashFile)) {
        const auto text = readTextFile(setup / kPinHashFile);
        if (!text)
            return failed(2, (setup / kPinHashFile).string() + ": " + text.error());
        pin = text->substr(0, text->find('\n'));
    }
    const auto made = daemon::makeLedger({data, randomKey(), menu->shopId, pin});
    if (!made)
        return failed(kNotDone, made.error());
    fs::create_directories(settings);
    for (const fs::path& file : files) {
        const auto text = readTextFile(file);
        if (!text)
            return failed(kNotDone, file.string() + ": " + text.error());
        writeWhole(settings / file.filename(), *text);
    }
    std::cout
        << "Settings are in " << settings.string() << ", the empty books in " << data.string()
        << ".\nGive the shop its own name and id in " << (settings / kMenu).string()
        << ", look at the folders and\naddresses in the settings, and start:\n  payment_daemon "
           "--config "
        << (settings / "payment_daemon.toml").string() << " --data " << data.string() << '\n';
    return 0;
}

} // namespace coffee::ctl
