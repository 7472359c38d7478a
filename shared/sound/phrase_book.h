// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocale>
#include <QString>
#include <QStringList>

namespace coffee::sound {

/// A shop's own recordings: `FOLDER/ko/KEY.wav` and `FOLDER/en/KEY.wav`. A sentence is looked up as
/// a whole, then part by part between its commas ("직원 호출, 단추"), then word by word, then the
/// digits of a number one by one; what has no file is silent.
/// The folder may be absent, and files may come while the program runs.
class PhraseBook {
public:
    /// An empty folder's name means that there is none.
    explicit PhraseBook(QString folder = {});

    /// The file's name without `.wav`: the words in lower case, everything but letters and digits
    /// as one `_`, at most `kKeyLettersMost` letters. "직원 호출" is `직원_호출`, "OK!" is `ok`.
    [[nodiscard]] static QString keyOf(const QString& words);
    /// The parts of a sentence that can be recorded for themselves.
    [[nodiscard]] static QStringList partsOf(const QString& sentence);
    /// The files to play one after the other; empty when the sentence has none at all.
    [[nodiscard]] QStringList filesFor(const QString& sentence, QLocale::Language language) const;
    /// Whether there is a folder for the language.
    [[nodiscard]] bool has(QLocale::Language language) const;

    static constexpr int kKeyLettersMost = 80; ///< a file's name is at most 255 bytes long

private:
    [[nodiscard]] QString folderOf(QLocale::Language language) const;
    [[nodiscard]] QStringList filesForWords(const QString& words, QLocale::Language language) const;
    [[nodiscard]] QString fileOf(const QString& words, QLocale::Language language) const;

    QString m_folder;
};

} // namespace coffee::sound
