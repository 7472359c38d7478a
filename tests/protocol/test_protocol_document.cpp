// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/domain/words.h"
#include "tests/protocol/examples.h"

#include <QFile>
#include <QTest>

#include <map>
#include <set>

using namespace coffee;
using namespace coffee::protocol;
using coffee::test::Example;

namespace {

constexpr std::string_view kMark = "<!-- example: ";
constexpr std::string_view kOpen = "```json\n";
constexpr std::string_view kClose = "```";

struct Block {
    std::string name; ///< empty when no mark stands before it
    std::string json;
    std::size_t begin{0};
    std::size_t end{0};
};

std::vector<Block> blocksOf(const std::string& text)
{
    std::vector<Block> blocks;
    for (std::size_t at = text.find(kOpen); at != std::string::npos; at = text.find(kOpen, at)) {
        Block block;
        block.begin = at + kOpen.size();
        block.end = text.find(kClose, block.begin);
        block.json = text.substr(block.begin, block.end - block.begin);
        const std::size_t mark = text.rfind(kMark, at);
        if (mark != std::string::npos && text.find(" -->\n", mark) + 5 == at) {
            const std::size_t name = mark + kMark.size();
            block.name = text.substr(name, text.find(" -->", name) - name);
        }
        at = block.end;
        blocks.push_back(std::move(block));
    }
    return blocks;
}

/// The detail of the mistake, or empty.
template <class Body>
std::string replyMistake(const std::string& bytes)
{
    const auto reply = decodeReply<Body>(bytes);
    return reply ? std::string{} : reply.error().detail;
}

std::string replyMistake(const std::string& type, const std::string& bytes)
{
    static const std::map<std::string, std::string (*)(const std::string&)> readers{
        {"checkout.open", replyMistake<Quote>},
        {"order.place", replyMistake<AttemptAnswer>},
        {"attempt.resume", replyMistake<AttemptAnswer>},
        {"attempt.abandon", replyMistake<AttemptAnswer>},
        {"accepted", replyMistake<Accepted>},
        {"presence", replyMistake<PresenceAnswer>},
        {"order.show", replyMistake<OrderShown>},
        {"order.cancel", replyMistake<CancelAnswer>},
        {"order.start", replyMistake<OrderAnswer>},
        {"order.refund", replyMistake<RefundAnswer>},
        {"backup.take", replyMistake<BackupTaken>},
        {"basket.park", replyMistake<ParkedAnswer>},
        {"basket.take", replyMistake<TakenAnswer>},
        {"menu.get", replyMistake<MenuAnswer>},
        {"snapshot.get", replyMistake<Snapshot>},
        {"events.get", replyMistake<EventsPage>},
        {"status.get", replyMistake<StatusAnswer>},
        {"orders.list", replyMistake<OrdersAnswer>},
        {"order.history", replyMistake<HistoryAnswer>},
        {"day.close", replyMistake<ClosedAnswer>},
        {"z.get", replyMistake<ZAnswer>},
        {"refused", replyMistake<Accepted>},
    };
    const auto reader = readers.find(type);
    return reader == readers.end() ? "no reader for " + type : reader->second(bytes);
}

std::string mistakeIn(const Block& block)
{
    if (block.json.find("\"frame\"") != std::string::npos) {
        const auto frame = decodeFrame(block.json);
        return frame ? std::string{} : frame.error().detail;
    }
    if (block.json.find("\"status\"") != std::string::npos)
        return replyMistake(block.name.substr(0, block.name.find(' ')), block.json);
    const auto request = decodeRequest(block.json);
    return request ? std::string{} : request.error().detail;
}

} // namespace

class TestProtocolDocument : public QObject {
    Q_OBJECT

    std::string m_text;
    std::vector<Block> m_blocks;
    std::map<std::string, std::string> m_examples;

    static QString path()
    {
        return QStringLiteral(COFFEE_SOURCE_DIR "/shared/protocol/PROTOCOL.md");
    }

    bool shows(const std::string& name) const
    {
        for (const Block& block : m_blocks)
            if (block.name == name)
                return true;
        return false;
    }

private Q_SLOTS:
    void initTestCase()
    {
        for (const Example& example : coffee::test::allExamples())
            QVERIFY2(m_examples.emplace(example.name, example.bytes).second, example.name.c_str());
        QFile file{path()};
        QVERIFY(file.open(QFile::ReadOnly));
        m_text = file.readAll().toStdString();
        file.close();
        m_blocks = blocksOf(m_text);
        // After a change of the codec: COFFEE_WRITE_EXAMPLES=1 puts the new bytes into the text.
        if (qEnvironmentVariableIsSet("COFFEE_WRITE_EXAMPLES")) {
            for (auto block = m_blocks.rbegin(); block != m_blocks.rend(); ++block)
                if (m_examples.contains(block->name))
                    m_text.replace(block->begin, block->end - block->begin,
                                   coffee::test::pretty(m_examples[block->name]) + "\n");
            QVERIFY(file.open(QFile::WriteOnly));
            QCOMPARE(file.write(m_text.data(), qint64(m_text.size())), qint64(m_text.size()));
            m_blocks = blocksOf(m_text);
        }
    }

    void everyBlockIsReadByTheStrictCodec()
    {
        QVERIFY(m_blocks.size() > 60);
        for (const Block& block : m_blocks) {
            const std::string mistake = mistakeIn(block);
            QVERIFY2(mistake.empty(), (block.name + ": " + mistake + "\n" + block.json).c_str());
        }
    }

    void everyBlockIsWhatTheCodecWrites()
    {
        for (const Block& block : m_blocks) {
            QVERIFY2(m_examples.contains(block.name), block.name.c_str());
            QCOMPARE(QByteArray::fromStdString(coffee::test::compact(block.json)),
                     QByteArray::fromStdString(m_examples.at(block.name)));
        }
    }

    void everyExampleIsInTheDocument()
    {
        for (const auto& [name, bytes] : m_examples)
            QVERIFY2(shows(name), name.c_str());
    }

    void everyRequestTypeHasAnExample()
    {
        std::set<std::size_t> alternatives;
        for (const Example& example : coffee::test::requestExamples()) {
            const auto request = decodeRequest(example.bytes);
            QVERIFY(request.ok());
            alternatives.insert(request->body.index());
        }
        QCOMPARE(alternatives.size(), std::variant_size_v<RequestBody>);
        for (const OrderAction action :
             {OrderAction::Start, OrderAction::PutBack, OrderAction::Ready, OrderAction::Collect,
              OrderAction::Recall, OrderAction::Call})
            QVERIFY(shows(std::string{typeName(RequestBody{OrderCommand{action, {}, 0, {}, 0}})}));
        for (const UnitStep step : kAllUnitSteps)
            QVERIFY(
                shows(std::string{typeName(RequestBody{UnitCommand{step, {}, 0, 0, {}, {}, 0}})}));
    }

    void everyEventTypeHasAnExample()
    {
        std::set<std::size_t> alternatives;
        for (const Example& example : coffee::test::frameExamples())
            if (const auto frame = decodeFrame(example.bytes); frame.ok())
                if (const auto* event = std::get_if<EventFrame>(&*frame))
                    alternatives.insert(event->event.body.index());
        QCOMPARE(alternatives.size(), std::variant_size_v<EventBody>);
        QVERIFY(shows("heartbeat"));
    }

    void everyRefusalCodeHasAnExample()
    {
        for (const RefusalCode code : kAllRefusalCodes)
            QVERIFY2(shows("refused " + std::string{word(code)}), std::string{word(code)}.c_str());
    }

    void everyPhaseAndWordIsNamed()
    {
        const auto named = [this](std::string_view name) {
            return m_text.find("`" + std::string{name} + "`") != std::string::npos;
        };
        for (const auto& row : Words<PaymentPhase>::table)
            QVERIFY2(named(row.second), std::string{row.second}.c_str());
        for (const auto& row : Words<OrderState>::table)
            QVERIFY2(named(row.second), std::string{row.second}.c_str());
        for (const auto& row : Words<AttemptState>::table)
            QVERIFY2(named(row.second), std::string{row.second}.c_str());
        for (const auto& row : Words<Role>::table)
            QVERIFY2(named(row.second), std::string{row.second}.c_str());
        for (const auto& row : Words<CupKind>::table)
            QVERIFY2(named(row.second), std::string{row.second}.c_str());
    }
};

QTEST_GUILESS_MAIN(TestProtocolDocument)
#include "test_protocol_document.moc"
