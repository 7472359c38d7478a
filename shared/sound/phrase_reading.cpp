// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/sound/phrase_reading.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <span>

namespace coffee::sound {
namespace {

/// Above it a number is read before what it counts.
constexpr int kCountMost = 20;

/// A number from here on is read digit by digit: no price is that high.
constexpr qint64 kNumberBelow = 100'000'000;
constexpr int kWholeBelow = 100; ///< these have a phrase each
constexpr int kMyriad = 10'000;  ///< Korean counts in ten thousands

constexpr qsizetype kSpelledMost = 3;

/// One phrase more is worse than any cut within a word, and silence is worse than anything.
constexpr qint64 kCostOfPhrase = 10;
constexpr qint64 kCostOfCut = 3;
constexpr qint64 kCostOfSilence = 10'000;
constexpr qint64 kCostOfHalfAWord = 100 * kCostOfSilence;

bool isHangul(QChar letter)
{
    return letter.script() == QChar::Script_Hangul;
}

/// The smallest thing that a phrase begins or ends with: a number, a Latin word, a syllable.
struct Unit {
    enum class Kind { Number, Word, Syllable };
    Kind kind;
    QString text;
    bool isGlued; ///< nothing stands between it and the one before
};

std::vector<Unit> unitsOf(const QString& text)
{
    std::vector<Unit> units;
    bool isGlued = false;
    for (const QChar letter : text.toLower()) {
        if (!letter.isLetterOrNumber()) {
            isGlued = false;
            continue;
        }
        const Unit::Kind kind = letter.isDigit()   ? Unit::Kind::Number
                                : isHangul(letter) ? Unit::Kind::Syllable
                                                   : Unit::Kind::Word;
        if (isGlued && kind != Unit::Kind::Syllable && units.back().kind == kind)
            units.back().text += letter;
        else
            units.push_back({kind, QString{letter}, isGlued});
        isGlued = true;
    }
    return units;
}

/// A cut before this unit goes through a word: 원|두, but not 117|번.
bool cutsAWord(const std::vector<Unit>& units, std::size_t at)
{
    return at > 0 && at < units.size() && units[at].isGlued &&
           units[at].kind == Unit::Kind::Syllable && units[at - 1].kind == Unit::Kind::Syllable;
}

void appendHundreds(QStringList& keys, qint64 number)
{
    if (number >= 1000) {
        keys.append(QString::number(number / 1000 * 1000));
        number %= 1000;
    }
    if (number >= kWholeBelow) {
        keys.append(QString::number(number / kWholeBelow * kWholeBelow));
        number %= kWholeBelow;
    }
    if (number > 0)
        keys.append(QString::number(number));
}

/// 14600 as 만 4000 600, or 14 thousand 600.
QStringList numberInWords(qint64 number, bool korean)
{
    QStringList keys;
    const qint64 unit = korean ? kMyriad : 1000;
    if (number >= kMyriad) {
        if (!korean || number / unit > 1)
            appendHundreds(keys, number / unit);
        keys.append(korean ? QStringLiteral("만") : QStringLiteral("thousand"));
        number %= unit;
    }
    appendHundreds(keys, number);
    return keys;
}

/// The search for the reading that costs least, from the sentence's end to its beginning.
class Search {
public:
    Search(const QString& sentence, QLocale::Language language,
           const std::function<bool(const QString&)>& has)
        : m_units{unitsOf(spokenForm(sentence, language))},
          m_korean{language == QLocale::Korean},
          m_has{has},
          m_best(m_units.size() + 1)
    {
        for (std::size_t from = m_units.size(); from-- > 0;)
            m_best[from] = stepFrom(from);
    }

    [[nodiscard]] Reading reading() const
    {
        Reading found;
        for (std::size_t at = 0; at < m_units.size(); at = m_best[at].next) {
            found.keys.append(m_best[at].keys);
            if (m_best[at].keys.isEmpty())
                found.silent.append(keyOf(at, m_best[at].next));
        }
        return found;
    }

private:
    struct Step {
        qint64 cost{0};
        std::size_t next{0};
        QStringList keys{};
    };

    [[nodiscard]] QString keyOf(std::size_t from, std::size_t to) const
    {
        QString key;
        for (std::size_t at = from; at < to; ++at) {
            if (at > from && !m_units[at].isGlued)
                key += u'_';
            key += m_units[at].text;
        }
        return key;
    }

    void consider(Step& best, std::size_t to, const QStringList& keys) const
    {
        const qint64 cost = m_best[to].cost + kCostOfPhrase * keys.size() +
                            (cutsAWord(m_units, to) ? kCostOfCut : 0);
        if (best.next == 0 || cost < best.cost)
            best = {cost, to, keys};
    }

    [[nodiscard]] Step stepFrom(std::size_t from) const
    {
        Step best;
        QString key;
        std::vector<std::pair<std::size_t, QString>> known;
        for (std::size_t to = from; to < m_units.size(); ++to) {
            if (to > from && !m_units[to].isGlued)
                key += u'_';
            key += m_units[to].text;
            if (key.size() > kKeyBytesMost)
                break;
            if (m_has(key))
                known.emplace_back(to + 1, key);
        }
        // Of readings that are as short the one with the longer beginning: a count is said with
        // what it counts ("세 건"), not as a number before it ("삼 건").
        for (auto phrase = known.rbegin(); phrase != known.rend(); ++phrase)
            consider(best, phrase->first, {phrase->second});
        const Unit& first = m_units[from];
        if (first.kind == Unit::Kind::Number)
            considerNumber(best, from);
        else if (first.kind == Unit::Kind::Word && first.text.size() <= kSpelledMost)
            considerEach(best, from);
        // What has no phrase is silent as a whole word.
        std::size_t end = from + 1;
        while (cutsAWord(m_units, end))
            ++end;
        const qint64 silence =
            m_best[end].cost + (cutsAWord(m_units, from) ? kCostOfHalfAWord : kCostOfSilence);
        if (best.next == 0 || silence < best.cost)
            best = {silence, end, {}};
        return best;
    }

    void considerNumber(Step& best, std::size_t from) const
    {
        const QString& digits = m_units[from].text;
        bool isNumber = false;
        const qint64 number = digits.toLongLong(&isNumber);
        if (isNumber && number < kNumberBelow && (number == 0 || !digits.startsWith(u'0')))
            if (const QStringList words = numberInWords(number, m_korean); areThere(words))
                consider(best, from + 1, words);
        considerEach(best, from);
    }

    /// Letter by letter, for what is not said otherwise.
    void considerEach(Step& best, std::size_t from) const
    {
        QStringList letters;
        for (const QChar letter : m_units[from].text)
            letters.append(letter);
        if (best.next == 0 && areThere(letters))
            consider(best, from + 1, letters);
    }

    [[nodiscard]] bool areThere(const QStringList& keys) const
    {
        return !keys.isEmpty() && std::all_of(keys.begin(), keys.end(), m_has);
    }

    std::vector<Unit> m_units;
    bool m_korean;
    const std::function<bool(const QString&)>& m_has;
    std::vector<Step> m_best;
};

/// Things and hours are counted with the numbers of the language, money and minutes are not.
Phrase countOf(int count, const QString& thing)
{
    static const std::array kUnits{"",     "한",   "두",   "세",   "네",
                                   "다섯", "여섯", "일곱", "여덟", "아홉"};
    const QString tens = count >= 10 ? QStringLiteral("열") : QString{};
    const QString native =
        count == kCountMost
            ? QStringLiteral("스무")
            : tens + QString::fromUtf8(kUnits[static_cast<std::size_t>(count % 10)]);
    return {QString::number(count) + thing, native + u' ' + thing};
}

void appendKoreanCounts(std::vector<Phrase>& phrases)
{
    constexpr int kHoursMost = 12;
    for (const char* thing : {"개", "건", "자리", "시간", "가지"})
        for (const Phrase& count : countsOf(QString::fromUtf8(thing)))
            phrases.push_back(count);
    for (int hour = 1; hour <= kHoursMost; ++hour)
        phrases.push_back(countOf(hour, QStringLiteral("시")));
}

void appendKoreanLetters(std::vector<Phrase>& phrases)
{
    struct Letter {
        const char* key;
        const char* name;
    };
    static constexpr std::array kLetters{
        Letter{"ㄱ", "기역"}, Letter{"ㄴ", "니은"}, Letter{"ㄷ", "디귿"}, Letter{"ㄹ", "리을"},
        Letter{"ㅁ", "미음"}, Letter{"ㅂ", "비읍"}, Letter{"ㅅ", "시옷"}, Letter{"ㅇ", "이응"},
        Letter{"ㅈ", "지읒"}, Letter{"ㅊ", "치읓"}, Letter{"ㅋ", "키읔"}, Letter{"ㅌ", "티읕"},
        Letter{"ㅍ", "피읖"}, Letter{"ㅎ", "히읗"}};
    for (const Letter& letter : kLetters)
        phrases.push_back({QString::fromUtf8(letter.key), QString::fromUtf8(letter.name)});
}

} // namespace

QString phraseKey(const QString& words)
{
    QString key;
    for (const QChar letter : words.toLower()) {
        if (letter.isLetterOrNumber())
            key += letter;
        else if (!key.isEmpty() && !key.endsWith(u'_'))
            key += u'_';
    }
    while (key.endsWith(u'_'))
        key.chop(1);
    return key.toUtf8().size() > kKeyBytesMost ? QString{} : key;
}

QString spokenForm(const QString& sentence, QLocale::Language language)
{
    struct Rule {
        QRegularExpression sign;
        QString words;
    };
    using Rules = std::vector<Rule>;
    const auto rule = [](const char* sign, const char* words) {
        return Rule{QRegularExpression{QString::fromUtf8(sign)}, QString::fromUtf8(words)};
    };
    static const Rules kKorean{
        rule("(?<=\\d),(?=\\d{3})", ""),
        rule("₩(\\d+)", "\\1원"),
        rule("([월화수목금토일])–([월화수목금토일])", "\\1요일부터 \\2요일까지"),
        rule("(?<![\\p{L}\\d])([월화수목금토일])(?=·|\\s+\\d\\d:|\\s+하루)", "\\1요일"),
        rule("\\b0?(\\d{1,2}):00\\b", "\\1시"),
        rule("\\b0?(\\d{1,2}):0?(\\d{1,2})\\b", "\\1시 \\2분"),
        rule("(?<![\\p{L}\\d])[-−](?=\\d)", "빼기 "),
        rule("\\+(?=\\d)", "더하기 "),
        rule("(?<=[\\d시분초])\\s*[~–]\\s*(?=\\d)", "에서 "),
        rule("×\\s*(\\d+)", "\\1개"),
        rule("(?<=\\d)\\s*%", "퍼센트")};
    static const Rules kEnglish{rule("(?<=\\d),(?=\\d{3})", ""),
                                rule("₩(\\d+)", "\\1 won"),
                                rule("\\b([MTWFS][a-z]{2})–(?=[MTWFS][a-z]{2}\\b)", "\\1 to "),
                                rule("(?<![\\p{L}\\d])[-−](?=\\d)", "minus "),
                                rule("\\+(?=\\d)", "plus "),
                                rule("(?<=\\d)\\s*[~–]\\s*(?=\\d)", " to "),
                                rule("×\\s*(\\d+)", "\\1"),
                                rule("(?<=\\d)\\s*%", " percent")};
    QString spoken = sentence;
    for (const Rule& one : language == QLocale::Korean ? kKorean : kEnglish)
        spoken.replace(one.sign, one.words);
    return spoken;
}

Reading readingOf(const QString& sentence, QLocale::Language language,
                  const std::function<bool(const QString& key)>& has)
{
    return Search{sentence, language, has}.reading();
}

bool beginsWithCounter(const QString& words)
{
    static const std::array kCounters{"개", "건", "자리", "시간", "가지"};
    return std::any_of(kCounters.begin(), kCounters.end(), [&words](const char* counter) {
        return words.startsWith(QString::fromUtf8(counter));
    });
}

std::vector<Phrase> countsOf(const QString& thing)
{
    std::vector<Phrase> counts;
    for (int count = 1; count <= kCountMost; ++count)
        counts.push_back(countOf(count, thing));
    return counts;
}

std::vector<Phrase> commonPhrases(QLocale::Language language)
{
    const bool korean = language == QLocale::Korean;
    std::vector<Phrase> phrases;
    const auto add = [&phrases](const QString& key, const QString& words) {
        phrases.push_back({key, words});
    };
    const auto asItIs = [&add](qint64 number) {
        add(QString::number(number), QString::number(number));
    };
    for (qint64 number = 0; number < kWholeBelow; ++number)
        asItIs(number);
    for (qint64 step = kWholeBelow; step < kMyriad; step *= 10)
        for (qint64 number = step; number < step * 10; number += step)
            asItIs(number);
    // The minutes of an hour: 07, and 00 itself.
    for (int digit = 0; digit < 10; ++digit)
        add(QStringLiteral("0%1").arg(digit), QStringLiteral("0 %1").arg(digit));
    static constexpr std::array kKoreanWords{
        "만",     "원",     "시",     "분",     "초",     "개",     "번",    "년",
        "월",     "일",     "에서",   "빼기",   "더하기", "퍼센트", "부터",  "까지",
        "월요일", "화요일", "수요일", "목요일", "금요일", "토요일", "일요일"};
    static constexpr std::array kEnglishWords{"thousand", "won", "to", "minus", "plus", "percent"};
    for (const char* word : korean ? std::span<const char* const>{kKoreanWords}
                                   : std::span<const char* const>{kEnglishWords})
        add(QString::fromUtf8(word), QString::fromUtf8(word));
    if (korean) {
        appendKoreanCounts(phrases);
        appendKoreanLetters(phrases);
        return phrases;
    }
    for (char letter = 'a'; letter <= 'z'; ++letter)
        add(QChar::fromLatin1(letter), QChar::fromLatin1(letter).toUpper());
    for (int day = 1; day <= 7; ++day)
        add(QLocale{QLocale::English}.dayName(day, QLocale::ShortFormat).toLower(),
            QLocale{QLocale::English}.dayName(day));
    for (int month = 1; month <= 12; ++month)
        add(QLocale{QLocale::English}.monthName(month, QLocale::ShortFormat).toLower(),
            QLocale{QLocale::English}.monthName(month));
    return phrases;
}

} // namespace coffee::sound
