// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/files/endpoint.h"

#include <QTest>

using namespace coffee;

class TestEndpoint : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void onlyAddressesOfThisComputerAreEndpoints_data()
    {
        QTest::addColumn<std::string>("endpoint");
        QTest::addColumn<bool>("good");
        const auto row = [](const char* endpoint, bool good) {
            QTest::newRow(endpoint) << std::string{endpoint} << good;
        };
        row("tcp://127.0.0.1:7701", true);
        row("tcp://[::1]:7701", true);
        row("tcp://localhost:1", true);
        row("tcp://127.0.0.1:65535", true);
        row("ipc:///run/coffee/commands", true);
        row("ipc://commands", true);
        row("tcp://0.0.0.0:7701", false);
        row("tcp://*:7701", false);
        row("tcp://192.168.0.7:7701", false);
        row("tcp://shop.example:7701", false);
        row("tcp://127.0.0.1.example:7701", false);
        row("tcp://eth0;127.0.0.1:7701", false);
        row("tcp://[::]:7701", false);
        row("tcp://127.0.0.1", false);
        row("tcp://127.0.0.1:", false);
        row("tcp://127.0.0.1:0", false);
        row("tcp://127.0.0.1:*", false);
        row("tcp://127.0.0.1:65536", false);
        row("tcp://127.0.0.1:-1", false);
        row("tcp://127.0.0.1:7701x", false);
        row("tcp://127.0.0.1:999999999999999999999", false);
        row("ipc://", false);
        row("ipc://*", false);
        row("ipc://a\nb", false);
        row("inproc://commands", false);
        row("TCP://127.0.0.1:7701", false);
        row("7701", false);
        row("", false);
    }
    void onlyAddressesOfThisComputerAreEndpoints()
    {
        QFETCH(const std::string, endpoint);
        QFETCH(const bool, good);
        const auto checked = checkEndpoint(endpoint);
        QCOMPARE(checked.ok(), good);
        if (!good)
            QVERIFY(checked.error().find("; expected ") != std::string::npos);
    }

    void aSocketFileHasAtMost107BytesOfPath()
    {
        QVERIFY(checkEndpoint("ipc:///" + std::string(kIpcPathBytesMax - 1, 'a')));
        QVERIFY(!checkEndpoint("ipc:///" + std::string(kIpcPathBytesMax, 'a')));
    }

    void terminalAddressesAreHttpOnThisComputer()
    {
        QVERIFY(checkLoopbackUrl("http://127.0.0.1:7710"));
        QVERIFY(checkLoopbackUrl("http://[::1]:7710/"));
        QVERIFY(!checkLoopbackUrl("https://127.0.0.1:7710"));
        QVERIFY(!checkLoopbackUrl("http://10.0.0.1:7710"));
        QVERIFY(!checkLoopbackUrl("http://127.0.0.1:7710/path"));
        QVERIFY(!checkLoopbackUrl("http://127.0.0.1"));
        QVERIFY(!checkLoopbackUrl("http://127.0.0.1@evil:80"));
    }

    void machineNamesCanStandInKeysAndFolders()
    {
        for (const char* good : {"kiosk-1", "k", "bar", "7"})
            QVERIFY(checkMachineName(good));
        for (const char* bad :
             {"", "-kiosk", "kiosk-", "Kiosk", "kiosk 1", "../etc", "a/b", "키오스크"})
            QVERIFY(!checkMachineName(bad));
        QVERIFY(checkMachineName(std::string(32, 'a')));
        QVERIFY(!checkMachineName(std::string(33, 'a')));
    }
};

QTEST_GUILESS_MAIN(TestEndpoint)
#include "test_endpoint.moc"
