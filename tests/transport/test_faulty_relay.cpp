// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/transport/faulty_relay.h"
#include "shared/transport/socket_settings.h"
#include "tests/support/eventually.h"

#include <QTemporaryDir>
#include <QTest>

#include <zmq.hpp>

using namespace coffee;
using namespace coffee::transport;
using namespace std::chrono_literals;

class TestFaultyRelay : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    ZmqContext m_context;
    int m_sockets{0};

    std::string endpoint()
    {
        return "ipc://" + m_folder.path().toStdString() + "/s" + std::to_string(++m_sockets);
    }

    /// Sends 0 … count-1 through a relay and gives what came out, in order.
    std::vector<int> relayed(int count, const RelayFaults& faults, std::uint32_t seed)
    {
        const std::string upstream = endpoint();
        const std::string downstream = endpoint();
        zmq::socket_t out{m_context.raw(), zmq::socket_type::pub};
        setUpPublisher(out);
        out.bind(upstream);
        FaultyRelay relay{upstream, downstream, seed};
        zmq::socket_t in{m_context.raw(), zmq::socket_type::sub};
        setUpSubscriber(in);
        in.connect(downstream);

        // Until the way is open from end to end.
        const auto receive = [&](std::string& text) {
            zmq::message_t frame;
            if (!in.recv(frame, zmq::recv_flags::dontwait))
                return false;
            text = frame.to_string();
            return true;
        };
        std::string text;
        const bool open = coffee::test::eventually([&] {
            static_cast<void>(out.send(zmq::str_buffer("open"), zmq::send_flags::dontwait));
            return receive(text);
        });
        if (!open)
            return {};
        static_cast<void>(out.send(zmq::str_buffer("begin"), zmq::send_flags::dontwait));
        if (!coffee::test::eventually([&] { return receive(text) && text == "begin"; }))
            return {};

        const std::int64_t takenBefore = relay.counts().taken;
        relay.setFaults(faults);
        for (int n = 0; n < count; ++n)
            static_cast<void>(out.send(zmq::buffer(std::to_string(n)), zmq::send_flags::none));
        std::vector<int> received;
        const auto drained = [&] {
            while (receive(text))
                received.push_back(std::stoi(text));
            const RelayCounts counts = relay.counts();
            return counts.taken - takenBefore == count &&
                   static_cast<std::int64_t>(received.size()) ==
                       count - counts.lost + counts.doubled;
        };
        if (!coffee::test::eventually(drained))
            return {};
        return received;
    }

private Q_SLOTS:
    void withoutFaultsEverythingComesInOrder()
    {
        const std::vector<int> received = relayed(2'000, {}, 1);
        QCOMPARE(received.size(), std::size_t{2'000});
        QVERIFY(std::is_sorted(received.begin(), received.end()));
    }

    void losesAboutAsManyAsItShould()
    {
        RelayFaults faults;
        faults.losePercent = 10;
        const std::size_t received = relayed(2'000, faults, 2).size();
        QVERIFY2(received > 1'700 && received < 1'900, qPrintable(QString::number(received)));
    }

    void reordersWithinItsWindowAndDoublesSome()
    {
        RelayFaults faults;
        faults.doublePercent = 10;
        faults.reorderWithin = 5;
        const std::vector<int> received = relayed(2'000, faults, 3);
        QVERIFY(received.size() > 2'100);
        QVERIFY(!std::is_sorted(received.begin(), received.end()));
        int newest = -1;
        for (const int n : received) {
            // Held back behind five frames at most, doubles included.
            QVERIFY2(newest - n <= 6, qPrintable(QString::number(newest - n)));
            newest = std::max(newest, n);
        }
    }

    void theSameSeedLosesTheSameFrames()
    {
        RelayFaults faults;
        faults.losePercent = 20;
        const std::vector<int> once = relayed(500, faults, 7);
        QCOMPARE(relayed(500, faults, 7).size() > 300, true);
        QVERIFY(once != relayed(500, faults, 8));
    }

    void aDelayHoldsFramesBack()
    {
        RelayFaults faults;
        faults.delay = 80ms;
        const auto before = std::chrono::steady_clock::now();
        QCOMPARE(relayed(10, faults, 4).size(), std::size_t{10});
        QVERIFY(std::chrono::steady_clock::now() - before >= 80ms);
    }
};

QTEST_GUILESS_MAIN(TestFaultyRelay)
#include "test_faulty_relay.moc"
