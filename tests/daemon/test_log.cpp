// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/eventually.h"
#include "tests/support/running_shop.h"
#include "tests/support/shop_client.h"

#include <QRegularExpression>
#include <QTest>

#include <algorithm>
#include <map>
#include <vector>

using namespace coffee;
using namespace coffee::test;

/// What the daemon writes down for whoever looks into a fault: every decision with its ids, and
/// nothing that is a secret.
class LogTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyDecisionIsALineWithItsIdsAndNoSecret()
    {
        RunningShop shop;
        shop.terminalSwitches += {QStringLiteral("--decline-percent"), QStringLiteral("30")};
        QVERIFY(shop.startTerminal());
        QVERIFY(shop.startDaemon());
        ShopClient kiosk{shop.commands(), {Role::Kiosk, "kiosk-1"}};
        ShopClient manager{shop.commands(), {Role::Manager, "office"}};
        ShopClient ctl{shop.commands(), {Role::Ctl, "ctl"}};
        ctl.ask<protocol::Accepted>(protocol::PinSet{ShopClient::newOp(), {}, "718293"});
        std::vector<protocol::PaidAnswer> paid;
        std::vector<AttemptKey> keys;
        while (paid.size() < 5) {
            keys.push_back(kiosk.newKey());
            const Settled settled = kiosk.settle(keys.back(), kiosk.quote(threeUnits()).quote);
            if (settled.paid())
                paid.push_back(*settled.paid());
        }
        manager.ask<protocol::CancelAnswer>(protocol::OrderCancelByStaff{
            ShopClient::newOp(), paid.front().order, OrderState::Queued, "cold", "718293", 0});
        const auto events = [&] { return ctl.allEvents(protocol::Stream::Events); };
        QVERIFY(eventually([&] {
            const auto all = events();
            return std::any_of(all.begin(), all.end(), [](const Event& event) {
                return std::holds_alternative<RefundMoved>(event.body);
            });
        }));
        const std::vector<Event> all = events();
        QVERIFY(shop.stopDaemon());
        const QString log = shop.daemonLog();

        // Every event of the log is one line, with the ids that it has.
        static const QRegularExpression line{
            QStringLiteral("^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ coffee\\.shop ([a-z_.]+)"
                           "((?: [a-z]+=[^ =]+)*) seq=(\\d+)$"),
            QRegularExpression::MultilineOption};
        std::map<Sequence, QString> told;
        for (auto match = line.globalMatch(log); match.hasNext();) {
            const auto found = match.next();
            told.emplace(found.captured(3).toLongLong(), found.captured(1) + found.captured(2));
        }
        for (const Event& event : all) {
            const auto known = told.find(event.seq);
            QVERIFY2(known != told.end(), qPrintable(QString::number(event.seq)));
            const auto names = [&](const char* id, std::int64_t value) {
                return known->second.contains(
                    QStringLiteral(" %1=%2").arg(QLatin1String(id)).arg(value));
            };
            if (const auto* order = std::get_if<OrderPaid>(&event.body))
                QVERIFY(names("order", order->order) && names("attempt", order->attempt) &&
                        names("number", order->number));
            if (const auto* attempt = std::get_if<AttemptMoved>(&event.body))
                QVERIFY(names("attempt", attempt->attempt));
            if (const auto* refund = std::get_if<RefundOpened>(&event.body))
                QVERIFY(names("refund", refund->refund) && names("order", refund->order));
        }

        // No card, not even its last digits; no approval number, no PIN, no key of a payment.
        QVERIFY(!log.contains(QStringLiteral("****")));
        QVERIFY(!log.contains(QStringLiteral("718293")));
        static const QRegularExpression cardNumber{QStringLiteral("\\d{13,19}")};
        QVERIFY(!cardNumber.match(log).hasMatch());
        for (const protocol::PaidAnswer& answer : paid) {
            QVERIFY(!answer.payment.maskedCard.empty());
            QVERIFY(!log.contains(QString::fromStdString(answer.payment.maskedCard)));
            QVERIFY(!log.contains(QString::fromStdString(answer.payment.approval)));
        }
        for (const AttemptKey& key : keys)
            QVERIFY(!log.contains(QString::fromStdString(key.value)));
    }
};

QTEST_GUILESS_MAIN(LogTest)
#include "test_log.moc"
