// SPDX-License-Identifier: GPL-3.0-or-later
#include <QElapsedTimer>
#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <signal.h>

class TestAppRuntime : public QObject {
    Q_OBJECT

    QTemporaryDir m_data;

    bool start(QProcess& process, const QStringList& more = {})
    {
        QStringList arguments{QStringLiteral("--data"), m_data.path()};
        arguments += more;
        process.start(QStringLiteral(COFFEE_PROBE), arguments);
        return process.waitForStarted() && process.waitForReadyRead(10'000) &&
               process.readAllStandardOutput().startsWith("running in");
    }

private Q_SLOTS:
    void stopsOnSignals_data()
    {
        QTest::addColumn<int>("signal");
        QTest::newRow("SIGTERM") << SIGTERM;
        QTest::newRow("SIGINT") << SIGINT;
    }

    void stopsOnSignals()
    {
        QFETCH(int, signal);
        QProcess process;
        QVERIFY(start(process));
        ::kill(pid_t(process.processId()), signal);
        QVERIFY(process.waitForFinished(2'000));
        QCOMPARE(process.exitStatus(), QProcess::NormalExit);
        QCOMPARE(process.exitCode(), 0);
    }

    void aProgramThatHangsIsEndedAfterTwoSeconds()
    {
        QProcess process;
        QVERIFY(start(process, {QStringLiteral("--hang")}));
        QElapsedTimer timer;
        timer.start();
        ::kill(pid_t(process.processId()), SIGTERM);
        QVERIFY(process.waitForFinished(4'000));
        QVERIFY(timer.elapsed() < 2'500);
    }

    void theFolderIsItsOwnAndPrivate()
    {
        QProcess process;
        QVERIFY(start(process));
        const QFileInfo folder{m_data.path() + QStringLiteral("/probe-test-probe-1")};
        QVERIFY(folder.isDir());
        QVERIFY(!(folder.permissions() & (QFile::ReadGroup | QFile::ReadOther)));
        process.terminate();
        QVERIFY(process.waitForFinished(2'000));
    }

    void aSecondOneOfTheSameNameExitsWith2()
    {
        QProcess first;
        QVERIFY(start(first));
        QProcess second;
        second.start(QStringLiteral(COFFEE_PROBE), {QStringLiteral("--data"), m_data.path()});
        QVERIFY(second.waitForFinished(10'000));
        QCOMPARE(second.exitCode(), 2);
        const QByteArray said = second.readAllStandardError();
        QVERIFY2(said.contains("probe-1") && said.contains("already"), said.constData());
        QCOMPARE(said.trimmed().count('\n'), 0);

        QProcess other;
        QVERIFY(start(other, {QStringLiteral("--name"), QStringLiteral("probe-2")}));
        first.kill(); // the lock goes with the process, however it ends
        QVERIFY(first.waitForFinished(2'000));
        QProcess again;
        QVERIFY(start(again));
        for (QProcess* process : {&other, &again}) {
            process->terminate();
            QVERIFY(process->waitForFinished(2'000));
        }
    }

    void aFolderThatCannotBeMadeExitsWith2()
    {
        QProcess process;
        process.start(QStringLiteral(COFFEE_PROBE),
                      {QStringLiteral("--data"), QStringLiteral("/proc/coffee")});
        QVERIFY(process.waitForFinished(10'000));
        QCOMPARE(process.exitCode(), 2);
        QVERIFY(process.readAllStandardError().contains("/proc/coffee"));
    }
};

QTEST_GUILESS_MAIN(TestAppRuntime)
#include "test_app_runtime.moc"
