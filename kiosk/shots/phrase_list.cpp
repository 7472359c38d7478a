// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/shots/phrase_list.h"

#include "kiosk/shots/said_texts.h"
#include "kiosk/voice/voice_guide.h"

#include <QRegularExpression>
#include <QTextStream>

#include <utility>

namespace coffee::kiosk {
namespace {

void add(PhraseList& list, QLocale::Language language, const QString& key, const QString& words)
{
    if (!key.isEmpty())
        list.try_emplace({phraseFolder(language), key}, words);
}

/// The words without what joins them to others: "· 매장 컵" and "(355 ml".
QString trimmed(const QString& words)
{
    static const QRegularExpression kJoints{
        QStringLiteral("^[^\\p{L}\\p{N}+₩-]+|[^\\p{L}\\p{N}.!?%]+$")};
    return QString{words}.remove(kJoints);
}

void addWords(PhraseList& list, QLocale::Language language, const QString& words)
{
    const QString spoken = sound::spokenForm(words.simplified(), language);
    const QString key = sound::phraseKey(spoken);
    if (!key.isEmpty())
        return add(list, language, key, trimmed(spoken));
    // Too long for a file's name: in halves, between two words.
    const qsizetype middle = spoken.indexOf(u' ', spoken.size() / 2);
    if (spoken.toUtf8().size() <= sound::kKeyBytesMost || middle < 0)
        return;
    addWords(list, language, spoken.left(middle));
    addWords(list, language, spoken.mid(middle + 1));
}

/// "3개는 그대로 있어요" is "3개는", read "세 개는", and what follows.
void addCounted(PhraseList& list, const QString& words)
{
    const qsizetype end = words.indexOf(u' ');
    const QString counted = trimmed(end < 0 ? words : words.left(end));
    for (const sound::Phrase& count : sound::countsOf(counted))
        add(list, QLocale::Korean, sound::phraseKey(count.key), count.words);
    if (end >= 0)
        addWords(list, QLocale::Korean, words.mid(end + 1));
}

void addText(PhraseList& list, const SaidText& text)
{
    static const QRegularExpression kArgument{QStringLiteral("%L?[0-9n]")};
    for (const QString& sentence : sentencesOf(text.text)) {
        bool isFirst = true;
        for (const QString& between : sentence.split(kArgument)) {
            for (const QString& part : between.split(QStringLiteral(", ")))
                addWords(list, text.language, part);
            if (!std::exchange(isFirst, false) && text.language == QLocale::Korean &&
                sound::beginsWithCounter(between))
                addCounted(list, between.split(QStringLiteral(", ")).front());
        }
    }
}

} // namespace

QString phraseFolder(QLocale::Language language)
{
    return language == QLocale::Korean ? QStringLiteral("ko") : QStringLiteral("en");
}

PhraseList phraseList(const Menu& menu)
{
    PhraseList list;
    // The first words for a key stand: numbers have words of their own.
    for (const QLocale::Language language : {QLocale::Korean, QLocale::English})
        for (const sound::Phrase& phrase : sound::commonPhrases(language))
            add(list, language, phrase.key, phrase.words);
    // What the other language calls itself.
    add(list, QLocale::Korean, QStringLiteral("english"), QStringLiteral("영어"));
    add(list, QLocale::English, QStringLiteral("한국어"), QStringLiteral("Korean"));
    for (const SaidText& text : textsOfMenu(menu))
        addText(list, text);
    for (const SaidText& text : textsOfPages())
        addText(list, text);
    return list;
}

void writePhrases(QTextStream& out, const PhraseList& list)
{
    for (const auto& [place, words] : list)
        out << place.first << '/' << place.second << ".wav\t" << words << '\n';
}

} // namespace coffee::kiosk
