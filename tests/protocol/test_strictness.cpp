// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/protocol/codec.h"
#include "shared/protocol/limits.h"

#include <QTest>

using namespace coffee;
using namespace coffee::protocol;

namespace {

/// A request around a body; `type` and `body` are put in as they are.
QByteArray request(const QByteArray& type, const QByteArray& body)
{
    return QByteArray{R"({"v":1,"id":"q-1","from":{"role":"station","name":"bar-1"},)"} +
           "\"type\":\"" + type + "\",\"body\":" + body + "}";
}

const QByteArray kStart = R"({"op":"k","order":7,"seen":"queued","age_ms":0})";

/// JSON with single quotes, for the eye.
QByteArray json(QByteArray text)
{
    return text.replace('\'', '"');
}

QByteArray replaced(QByteArray text, const QByteArray& from, const QByteArray& to)
{
    Q_ASSERT(text.contains(from));
    return text.replace(from, to);
}

QByteArray nested(int depth)
{
    return QByteArray(depth, '[') + QByteArray(depth, ']');
}

std::string bytesOf(const QByteArray& bytes)
{
    return bytes.toStdString();
}

} // namespace

class TestStrictness : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theSampleItselfIsFine()
    {
        QVERIFY(decodeRequest(bytesOf(request("order.start", kStart))).ok());
        // Any order of keys, any spaces between tokens.
        QVERIFY(
            decodeRequest(
                " { \"body\" : {\"age_ms\":0, \"seen\":\"queued\" ,\n\"order\":7,\"op\":\"k\"}, "
                "\"type\":\"order.start\",\"from\":{\"name\":\"bar-1\",\"role\":"
                "\"station\"},\"id\":\"q-1\",\"v\":1 } ")
                .ok());
        // Escapes are text like any other.
        const auto escaped = decodeRequest(bytesOf(
            request("order.start", replaced(kStart, "\"k\"", "\"\\ub77c\\ud83d\\ude00\\/\""))));
        QVERIFY(escaped.ok());
        QCOMPARE(std::get<OrderCommand>(escaped->body).op.value, std::string{"라😀/"});
    }

    void aWrongRequestIsRefused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("code");
        QTest::addColumn<QByteArray>("path"); // what the sentence must name
        const int malformed = int(RefusalCode::Malformed);
        const QByteArray good = request("order.start", kStart);
        const auto row = [](const char* name, const QByteArray& bytes, int code,
                            const QByteArray& path) {
            QTest::newRow(name) << bytes << code << path;
        };
        const auto body = [&](const char* name, const QByteArray& from, const QByteArray& to,
                              const QByteArray& path) {
            row(name, replaced(good, from, to), malformed, path);
        };

        row("nothing", "", malformed, "message");
        row("not JSON", "order please", malformed, "message");
        row("cut", good.left(good.size() - 5), malformed, "message");
        row("trailing bytes", good + "x", malformed, "message");
        row("two objects", good + good, malformed, "message");
        row("trailing comma", replaced(good, "\"age_ms\":0", "\"age_ms\":0,"), malformed,
            "message");
        row("comment", good + "//", malformed, "message");
        row("an array", "[1]", malformed, "message");
        row("a text", "\"order\"", malformed, "message");
        row("byte order mark", "\xEF\xBB\xBF" + good, malformed, "byte order mark");
        row("nul", good + QByteArray(1, '\0'), malformed, "message");
        row("bad UTF-8", replaced(good, "\"k\"", "\"\xC3\x28\""), malformed, "message");
        row("overlong UTF-8", replaced(good, "\"k\"", "\"\xC0\xAF\""), malformed, "message");
        row("UTF-8 surrogate", replaced(good, "\"k\"", "\"\xED\xA0\x80\""), malformed, "message");
        row("lone high surrogate", replaced(good, "\"k\"", "\"\\ud800\""), malformed, "message");
        row("lone low surrogate", replaced(good, "\"k\"", "\"\\udc00\""), malformed, "message");
        row("raw control character", replaced(good, "\"k\"", "\"\x01\""), malformed, "message");
        body("escaped control character", "\"k\"", "\"\\u0007\"", "body.op");
        body("escaped newline", "\"k\"", "\"a\\nb\"", "body.op");
        body("delete character", "\"k\"", "\"\x7f\"", "body.op");
        row("too deep", replaced(good, kStart, nested(20)), malformed, "message");
        row("too long", good + QByteArray(int(kRequestBytesMax), ' '), malformed, "bytes");

        row("unknown type", replaced(good, "order.start", "order.begin"),
            int(RefusalCode::UnknownType), "order.begin");
        row("empty type", replaced(good, "order.start", ""), malformed, "type");
        row("another version", replaced(good, "\"v\":1", "\"v\":2"), int(RefusalCode::WrongVersion),
            "v");
        body("version as text", "\"v\":1", "\"v\":\"1\"", "v");
        body("no version", "\"v\":1,", "", "v");
        body("no id", "\"id\":\"q-1\",", "", "id");
        body("empty id", "\"q-1\"", "\"\"", "id");
        body("id too long", "q-1", QByteArray(65, 'q'), "id");
        body("no sender", json("'from':{'role':'station','name':'bar-1'},"), "", "from");
        body("sender without name", "\"bar-1\"", "\"\"", "from.name");
        body("unknown role", "\"station\"", "\"cat\"", "from.role");
        body("unknown key in sender", "\"name\":", "\"colour\":1,\"name\":", "from.colour");
        body("no body", ",\"body\":" + kStart, "", "body");
        body("body is a list", kStart, "[]", "body");
        body("body is null", kStart, "null", "body");
        body("unknown key outside", "{\"v\"", "{\"w\":0,\"v\"", "w");
        body("double key outside", "{\"v\":1", "{\"v\":1,\"v\":1", "v");

        body("missing key", "\"order\":7,", "", "body.order");
        body("unknown key", "\"order\":7", "\"order\":7,\"tip\":0", "body.tip");
        body("double key", "\"order\":7", "\"order\":7,\"order\":8", "body.order");
        body("double key instead of another", "\"age_ms\":0", "\"order\":7", "body.age_ms");
        body("text for integer", "\"order\":7", "\"order\":\"7\"", "body.order");
        body("fraction", "\"order\":7", "\"order\":7.5", "body.order");
        body("fraction that is whole", "\"order\":7", "\"order\":7.0", "body.order");
        body("exponent", "\"order\":7", "\"order\":7e0", "body.order");
        body("true for integer", "\"order\":7", "\"order\":true", "body.order");
        body("null for integer", "\"order\":7", "\"order\":null", "body.order");
        body("below the range", "\"order\":7", "\"order\":0", "body.order");
        body("negative", "\"age_ms\":0", "\"age_ms\":-1", "body.age_ms");
        body("above the range", "\"order\":7", "\"order\":9007199254740993", "body.order");
        body("beyond 64 bits", "\"order\":7", "\"order\":99999999999999999999", "");
        body("leading zero", "\"order\":7", "\"order\":07", "message");
        body("plus sign", "\"order\":7", "\"order\":+7", "message");
        body("integer for text", "\"op\":\"k\"", "\"op\":1", "body.op");
        body("empty key", "\"op\":\"k\"", "\"op\":\"\"", "body.op");
        body("text too long", "\"k\"", "\"" + QByteArray(65, 'k') + "\"", "body.op");
        body("unknown word", "\"queued\"", "\"Queued\"", "body.seen");
        body("word as integer", "\"queued\"", "0", "body.seen");
    }

    void aWrongRequestIsRefused()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, code);
        QFETCH(QByteArray, path);
        const auto decoded = decodeRequest(bytesOf(bytes));
        QVERIFY(!decoded.ok());
        QCOMPARE(int(decoded.error().code), code);
        QVERIFY2(QByteArray::fromStdString(decoded.error().detail).contains(path),
                 decoded.error().detail.c_str());
        QVERIFY(decoded.error().detail.size() < 500);
    }

    void theIdIsKnownAsSoonAsItCouldBeRead()
    {
        const auto decoded = decodeRequest(
            bytesOf(replaced(request("order.start", kStart), "\"order\":7", "\"order\":true")));
        QVERIFY(!decoded.ok());
        QCOMPARE(decoded.error().id, std::string{"q-1"});
    }

    void listsAreBounded()
    {
        const auto made = [](int units) {
            QByteArray list = "1";
            for (int unit = 2; unit <= units; ++unit)
                list += "," + QByteArray::number(unit);
            return request("stop.ack",
                           json("{'op':'k','order':7,'made':[") + list + json("],'age_ms':0}"));
        };
        QVERIFY(decodeRequest(bytesOf(made(100))).ok());
        const auto tooMany = decodeRequest(bytesOf(made(101)));
        QVERIFY(!tooMany.ok());
        QVERIFY(tooMany.error().detail.find("body.made") != std::string::npos);
    }

    void aProofIsOneOfTwoNeverBoth_data()
    {
        QTest::addColumn<QByteArray>("proof");
        QTest::addColumn<bool>("fine");
        QTest::newRow("code") << json("{'number':137,'code':'4821'}") << true;
        QTest::newRow("key") << json("{'key':'kiosk-1-ab'}") << true;
        QTest::newRow("both") << QByteArray{json("{'key':'k','number':137,'code':'4821'}")}
                              << false;
        QTest::newRow("neither") << QByteArray{"{}"} << false;
        QTest::newRow("code as number") << json("{'number':137,'code':4821}") << false;
        QTest::newRow("three digits") << json("{'number':137,'code':'482'}") << false;
        QTest::newRow("a list") << QByteArray{"[]"} << false;
    }

    void aProofIsOneOfTwoNeverBoth()
    {
        QFETCH(QByteArray, proof);
        QFETCH(bool, fine);
        QCOMPARE(decodeRequest(bytesOf(request("order.show", "{\"proof\":" + proof + "}"))).ok(),
                 fine);
    }

    void moneyIsAnIntegerWithinABillion_data()
    {
        QTest::addColumn<QByteArray>("won");
        QTest::addColumn<bool>("fine");
        QTest::newRow("a price") << QByteArray{"4500"} << true;
        QTest::newRow("a reduction") << QByteArray{"-300"} << true;
        QTest::newRow("the most") << QByteArray{"1000000000"} << true;
        QTest::newRow("more") << QByteArray{"1000000001"} << false;
        QTest::newRow("less") << QByteArray{"-1000000001"} << false;
        QTest::newRow("a fraction") << QByteArray{"4500.5"} << false;
        QTest::newRow("a text") << QByteArray{"\"4500\""} << false;
    }

    void moneyIsAnIntegerWithinABillion()
    {
        QFETCH(QByteArray, won);
        QFETCH(bool, fine);
        const QByteArray bytes = request(
            "checkout.open", json("{'basket':{'service':'here','allergy_note':'','lines':[]},"
                                  "'locale':'ko','menu_version':'m','shown_total':") +
                                 won + "}");
        QCOMPARE(decodeRequest(bytesOf(bytes)).ok(), fine);
    }

    void aWrongFrameIsRefused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const QByteArray good = json("{'v':1,'frame':'event','epoch':'e','seq':1,'at':0,"
                                     "'occurred_at':0,'day':0,'actor':{'role':'daemon','name':''},"
                                     "'type':'help.called','body':{'kiosk':'kiosk-1'}}");
        QVERIFY(decodeFrame(bytesOf(good)).ok());
        const auto row = [&](const char* name, const QByteArray& from, const QByteArray& to) {
            QTest::newRow(name) << replaced(good, from, to);
        };
        row("unknown frame", "\"event\"", "\"echo\"");
        row("unknown event", "help.called", "help.cried");
        row("body of another event", json("{'kiosk':'kiosk-1'}"), json("{'version':'1'}"));
        row("extra key in body", json("'kiosk-1'}"), json("'kiosk-1','x':1}"));
        row("extra key", "\"v\":1", "\"v\":1,\"x\":1");
        row("no epoch", "\"epoch\":\"e\",", "");
        row("empty epoch", "\"e\"", "\"\"");
        row("sequence 0", "\"seq\":1", "\"seq\":0");
        row("another version", "\"v\":1", "\"v\":2");
        row("a heartbeat's keys", "\"event\"", "\"heartbeat\"");
        QTest::newRow("too long") << good + QByteArray(int(kFrameBytesMax), ' ');
    }

    void aWrongFrameIsRefused()
    {
        QFETCH(QByteArray, bytes);
        const auto decoded = decodeFrame(bytesOf(bytes));
        QVERIFY(!decoded.ok());
        QVERIFY(!decoded.error().detail.empty());
    }

    void aWrongReplyIsRefused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const QByteArray good =
            json("{'v':1,'id':'q','status':'ok','seq':5,'body':{'order':7,'state':'making'}}");
        QVERIFY(decodeReply<OrderAnswer>(bytesOf(good)).ok());
        const auto row = [&](const char* name, const QByteArray& from, const QByteArray& to) {
            QTest::newRow(name) << replaced(good, from, to);
        };
        row("unknown status", "\"ok\"", "\"fine\"");
        row("refusal without its keys", "\"ok\"", "\"refused\"");
        row("pending without phase", "\"ok\"", "\"pending\"");
        row("body of another reply", json("'order':7,'state':'making'"),
            json("'refund':7,'amount':1"));
        row("missing key", "\"order\":7,", "");
        row("negative sequence", "\"seq\":5", "\"seq\":-1");
        row("another version", "\"v\":1", "\"v\":3");
        row("id is a number", "\"q\"", "1");
    }

    void aWrongReplyIsRefused()
    {
        QFETCH(QByteArray, bytes);
        QVERIFY(!decodeReply<OrderAnswer>(bytesOf(bytes)).ok());
    }

    void anOutcomeMustBeKnown()
    {
        const auto answer = [](const QByteArray& outcome) {
            return decodeReply<AttemptAnswer>(
                bytesOf(json("{'v':1,'id':'q','status':'ok','seq':5,'body':{'outcome':'") +
                        outcome + "\"}}"));
        };
        QVERIFY(answer("voided").ok());
        QVERIFY(answer("given_up").ok());
        QVERIFY(!answer("paid").ok()); // the order's keys are missing
        QVERIFY(!answer("maybe").ok());
        QVERIFY(!answer("").ok());
    }

    void aMistakeLeavesNothingBehindForTheNextMessage()
    {
        const std::string good = bytesOf(request("order.start", kStart));
        for (const QByteArray& bad : {QByteArray{"{"}, nested(40), QByteArray{"\xff"}}) {
            QVERIFY(!decodeRequest(bytesOf(bad)).ok());
            QVERIFY(decodeRequest(good).ok());
        }
    }
};

QTEST_GUILESS_MAIN(TestStrictness)
#include "test_strictness.moc"
