// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocale>
#include <QString>
#include <QStringList>

#include <functional>
#include <vector>

/// How a sentence is put together from phrases that are recorded for themselves. Pure: it knows
/// which phrases there are from whoever asks.
namespace coffee::sound {

/// A phrase and the words of its recording; they differ where a number is read in words.
struct Phrase {
    QString key;
    QString words;
    friend bool operator==(const Phrase&, const Phrase&) = default;
};

/// What is played for a sentence, in its order, and which of its words have no phrase at all.
struct Reading {
    QStringList keys;
    QStringList silent;
    friend bool operator==(const Reading&, const Reading&) = default;
};

/// A file's name is at most 255 bytes long. Longer phrases are said in parts.
inline constexpr qsizetype kKeyBytesMost = 240;

/// The words in lower case, everything but letters and digits as one `_`: "직원 호출" is
/// `직원_호출`, "OK!" is `ok`. Empty when it would be longer than a file's name may be.
[[nodiscard]] QString phraseKey(const QString& words);

/// The sentence with its signs in words: "₩4,500" is "4500 won", "5~8분" is "5에서 8분".
[[nodiscard]] QString spokenForm(const QString& sentence, QLocale::Language language);

/// The fewest phrases that say the sentence: as a whole, else the longest runs of words, each word
/// for itself, a Korean word also from its parts (`117번 손님` is 100, 17, `번_손님`). A number
/// without a phrase of its own is read in words (4500 is 4000, 500), or else digit by digit; two or
/// three Latin letters are spelled. A word that cannot be said completely is left out rather than
/// half said.
[[nodiscard]] Reading readingOf(const QString& sentence, QLocale::Language language,
                                const std::function<bool(const QString& key)>& has);

/// Whether the Korean words begin with something that is counted with the numbers of the language:
/// "개는 그대로", "자리 더".
[[nodiscard]] bool beginsWithCounter(const QString& words);
/// One to twenty of it: the key `3개는`, read "세 개는".
[[nodiscard]] std::vector<Phrase> countsOf(const QString& thing);

/// Every phrase that numbers, prices, counts, times and single letters are read with.
[[nodiscard]] std::vector<Phrase> commonPhrases(QLocale::Language language);

} // namespace coffee::sound
