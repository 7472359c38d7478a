// SPDX-License-Identifier: GPL-3.0-or-later
#include "payment_daemon/gateway/gateway_workers.h"
#include "payment_daemon/gateway/http_exchange.h"
#include "payment_daemon/gateway/http_terminal.h"
#include "payment_daemon/gateway/instant_gateway.h"
#include "payment_daemon/ledger/backup.h"
#include "payment_daemon/ledger/sqlite_ledger.h"
#include "payment_daemon/metrics/metrics_board.h"
#include "payment_daemon/run/daemon.h"
#include "shared/files/configuration.h"
#include "shared/files/menu_file.h"

#include <sodium.h>
#include <sys/stat.h>

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <filesystem>
#include <memory>

namespace {

using namespace coffee;
using namespace coffee::daemon;

constexpr const char* kProgram = "payment_daemon";
constexpr int kLedgerBrokenExit = 3;
constexpr int kSocketsFailedExit = 4;

ProgramOptions declaredOptions()
{
    ProgramOptions options{kProgram,
                           "Takes payments, keeps the shop's one order log, tells every screen."};
    addShopOptions(options, "daemon");
    options.path("menu", "FILE", "menu.toml", "The menu that is sold.");
    options.text("gateway", "NAME[=URL]", "terminal_sim=http://127.0.0.1:7711",
                 "Who takes the money: terminal_sim=URL (a simulation), or instant (approves "
                 "everything at once; for benchmarks).");
    options.integer("gateway-workers", "N", GatewayLimits::kChargeWorkersDefault, 1,
                    GatewayLimits::kChargeWorkersMax, "Charges that may run at once.");
    options.integer("charges-waiting-max", "N", 16, 0, 10'000,
                    "Charges that may wait for a worker; beyond that customers are told to wait.");
    options.integer("breaker-slow-ms", "MS", 3'000, 50, 60'000,
                    "A charge that takes the provider longer than this, the wait for the card "
                    "excluded, is slow; when most are, customers are told to wait.");
    options.choice("cancel-customer-until", {"queued", "making", "ready"}, "making",
                   "Until when a customer may cancel: before it is started, before the first unit "
                   "is done, or before all are.");
    options.integer("utc-offset-minutes", "MINUTES", 540, -14 * 60, 14 * 60,
                    "Shop time against UTC; the business day changes at 04:00 of it.");
    options.path("backup-folder", "DIR", "",
                 "Where backups go; without it, DATA/backups. Another disk is better.");
    options.duration("backup-every", 1h, 0ms, 24h * 7,
                     "A backup is taken so often by itself; 0s: never.");
    options.integer("backup-keep-hourly", "N", BackupRetention{}.hourly, 0, 1'000,
                    "Of so many of the newest hours the newest backup is kept.");
    options.integer("backup-keep-daily", "N", BackupRetention{}.daily, 0, 4'000,
                    "Of so many of the newest days the newest backup is kept.");
    options.integer("metrics-port", "PORT", 0, 0, 65'535,
                    "Where on 127.0.0.1 /metrics (Prometheus) and /health are; 0: nowhere.");
    options.duration("backup-old-after", 2h, 0ms, 24h * 31,
                     "When the newest good backup is older, the manager is told; 0s: never.");
    return options;
}

struct Provider {
    std::unique_ptr<PaymentGateway> gateway;
    std::string name;
    bool simulated{true};
};

Result<Provider, std::string> makeProvider(const std::string& text)
{
    if (text == "instant")
        return Provider{std::make_unique<InstantGateway>(), "instant", true};
    constexpr std::string_view kSim = "terminal_sim=";
    if (!text.starts_with(kSim))
        return Failure{"there is no provider \"" + text +
                       "\"; expected terminal_sim=http://127.0.0.1:PORT or instant"};
    auto endpoint = HttpEndpoint::parse(text.substr(kSim.size()));
    if (!endpoint)
        return Failure{endpoint.error()};
    return Provider{std::make_unique<HttpTerminal>(*endpoint), "terminal_sim", true};
}

CancelUntil cancelUntil(const std::string& word)
{
    if (word == "queued")
        return CancelUntil::Queued;
    return word == "ready" ? CancelUntil::Ready : CancelUntil::Making;
}

EarlyExit wrongMenu(const std::string& file, const std::vector<MenuMistake>& mistakes)
{
    std::string text = toText(mistakes.front(), file);
    if (mistakes.size() > 1)
        text += " (and " + std::to_string(mistakes.size() - 1) +
                " more; `coffeectl menu check` lists them all)";
    return wrongUse(kProgram, text);
}

std::string randomHex()
{
    unsigned char bytes[16];
    randombytes_buf(bytes, sizeof bytes);
    char hex[2 * sizeof bytes + 1];
    sodium_bin2hex(hex, sizeof hex, bytes, sizeof bytes);
    return hex;
}

std::string fingerprint(const std::string& text)
{
    unsigned char hash[16];
    crypto_generichash(hash, sizeof hash, reinterpret_cast<const unsigned char*>(text.data()),
                       text.size(), nullptr, 0);
    char hex[2 * sizeof hash + 1];
    sodium_bin2hex(hex, sizeof hex, hash, sizeof hash);
    return hex;
}

/// One line that the wire and the log can carry.
std::string sentence(std::string text)
{
    constexpr std::size_t kBytesMax = 500;
    if (text.size() > kBytesMax) {
        std::size_t end = kBytesMax; // whole characters only
        while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xc0U) == 0x80U)
            --end;
        text.resize(end);
    }
    std::replace_if(
        text.begin(), text.end(), [](unsigned char c) { return c < 0x20 || c == 0x7f; }, ' ');
    return text;
}

BackupInput keepOne(const std::filesystem::path& copy, const std::filesystem::path& folder,
                    ShopTime at, const std::stop_token& stop, const BackupRetention& keep)
{
    BackupInput answer;
    const auto backup = keepBackup(copy, folder, at, stop);
    if (!backup) {
        answer.failure = sentence(backup.error());
        return answer;
    }
    answer.file = backup->file.string();
    answer.head = backup->name.head;
    answer.at = backup->name.at;
    answer.bytes = backup->bytes;
    removeOutdated(backup->file, keep);
    return answer;
}

BackupWays backupWays(const Configuration& configuration, SqliteLedger& ledger)
{
    const std::filesystem::path data = configuration.path("data");
    const std::filesystem::path own = std::filesystem::absolute(
        configuration.isSet("backup-folder") ? configuration.path("backup-folder")
                                             : data / "backups");
    const BackupRetention keep{static_cast<int>(configuration.integer("backup-keep-hourly")),
                               static_cast<int>(configuration.integer("backup-keep-daily"))};
    BackupWays ways;
    ways.folder = own;
    ways.source = {[&ledger](const std::filesystem::path& file) { return ledger.copyTo(file); },
                   [&ledger] { return ledger.databaseBytes(); }, data};
    ways.keep = [own, keep](const std::filesystem::path& copy, const std::filesystem::path& folder,
                            ShopTime at, const std::stop_token& stop) {
        // Only its own folder is tidied up: what somebody took elsewhere is theirs.
        constexpr BackupRetention kAll{1'000'000, 0};
        return keepOne(copy, folder, at, stop, folder == own ? keep : kAll);
    };
    return ways;
}

int serve(const Configuration& configuration, ShopSettings settings, Provider provider)
{
    const std::filesystem::path folder = configuration.path("data");
    std::error_code failed;
    std::filesystem::create_directories(folder, failed);
    if (failed)
        return report(wrongUse(kProgram, configuration.origin("data") + ": " + folder.string() +
                                             " cannot be made (" + failed.message() + ")"));
    try {
        SqliteLedger ledger{
            folder / "shop.sqlite", {randomHex(), settings.menu.shopId}, Witness::Kept};
        ShopSources sources{randomHex,
                            [](std::int32_t below) {
                                return static_cast<std::int32_t>(
                                    randombytes_uniform(static_cast<std::uint32_t>(below)));
                            },
                            fingerprint, [&ledger] { return ledger.databaseBytes(); }};
        std::unique_ptr<MetricsBoard> metrics;
        Daemon::Report report;
        if (const auto port = configuration.integer("metrics-port"); port != 0) {
            metrics =
                std::make_unique<MetricsBoard>(static_cast<std::uint16_t>(port), COFFEE_VERSION,
                                               [&ledger] { return ledger.databaseBytes(); });
            report = [&metrics](const StepReport& step, const ShopMemory& memory) {
                metrics->report(step, memory);
            };
        }
        Daemon daemon{ledger,
                      *provider.gateway,
                      std::move(settings),
                      std::move(sources),
                      NetEndpoints{configuration.text("commands"), configuration.text("events"),
                                   configuration.text("board")},
                      DiskRoom{folder},
                      backupWays(configuration, ledger),
                      std::move(report)};
        const NetEndpoints& bound = daemon.endpoints();
        std::printf("payment_daemon ready commands=%s events=%s board=%s\n", bound.commands.c_str(),
                    bound.events.c_str(), bound.board.c_str());
        std::fflush(stdout);
        daemon.run();
        return 0;
    } catch (const LedgerUnusable& unusable) {
        return report(wrongUse(kProgram, unusable.what()));
    } catch (const StatusListenFailed& listen) {
        return report(
            wrongUse(kProgram, configuration.origin("metrics-port") + ": " + listen.what()));
    } catch (const ListenFailed& listen) {
        return report(wrongUse(kProgram, listen.what()));
    } catch (const NetFailed& net) {
        std::fprintf(stderr, "payment_daemon: the sockets failed, start again (%s)\n", net.what());
        return kSocketsFailedExit;
    } catch (const LedgerFull& full) {
        std::fprintf(stderr, "payment_daemon: the disk is full (%s)\n", full.what());
        return kLedgerBrokenExit;
    } catch (const LedgerBroken& broken) {
        std::fprintf(stderr, "payment_daemon: the ledger failed, start again to recover (%s)\n",
                     broken.what());
        return kLedgerBrokenExit;
    }
}

} // namespace

int main(int argc, char** argv)
{
    // Before the first thread, so that every thread inherits it.
    Daemon::blockStopSignals();
    // A reader of our log that goes away must not stop the selling.
    std::signal(SIGPIPE, SIG_IGN);
    // Claim codes, attempt keys and the PIN's hash are nobody else's business on this machine.
    ::umask(S_IRWXG | S_IRWXO);
    const auto read = declaredOptions().read(argc, argv);
    if (!read)
        return report(read.error());
    if (sodium_init() < 0)
        return report(
            EarlyExit{kLedgerBrokenExit, "payment_daemon: no randomness on this machine"});

    auto menu = loadMenu(read->path("menu"));
    if (!menu)
        return report(wrongMenu(read->path("menu").string(), menu.error()));
    auto provider = makeProvider(read->text("gateway"));
    if (!provider)
        return report(wrongUse(kProgram, read->origin("gateway") + ": " + provider.error()));

    ShopSettings settings;
    settings.menu = std::move(*menu);
    settings.version = COFFEE_VERSION;
    settings.gatewayName = provider->name;
    settings.simulated = provider->simulated;
    settings.utcOffset = std::chrono::minutes{read->integer("utc-offset-minutes")};
    settings.customerCancelUntil = cancelUntil(read->text("cancel-customer-until"));
    settings.chargeWorkers = static_cast<int>(read->integer("gateway-workers"));
    settings.chargesWaitingMax = static_cast<std::size_t>(read->integer("charges-waiting-max"));
    settings.breaker.slowOver = std::chrono::milliseconds{read->integer("breaker-slow-ms")};
    settings.backups.every = read->duration("backup-every");
    settings.backups.oldAfter = read->duration("backup-old-after");
    return serve(*read, std::move(settings), std::move(*provider));
}
