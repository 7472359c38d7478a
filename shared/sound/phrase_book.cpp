// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/sound/phrase_book.h"

#include <QFileInfo>

#include <utility>

namespace coffee::sound {
namespace {

/// "4,500원" is 4 5 0 0 and 원: runs of digits stand alone.
QStringList digitsApart(const QString& word)
{
    QStringList parts;
    bool wasDigit = false;
    for (const QChar letter : word) {
        const bool isDigit = letter.isDigit();
        if (!letter.isLetterOrNumber())
            continue;
        if (isDigit || wasDigit || parts.isEmpty())
            parts.append(QString{});
        parts.last() += letter;
        wasDigit = isDigit;
    }
    return parts;
}

} // namespace

PhraseBook::PhraseBook(QString folder) : m_folder{std::move(folder)} {}

QString PhraseBook::keyOf(const QString& words)
{
    QString key;
    for (const QChar letter : words.toLower()) {
        if (letter.isLetterOrNumber())
            key += letter;
        else if (!key.isEmpty() && !key.endsWith(u'_'))
            key += u'_';
    }
    key.truncate(kKeyLettersMost);
    while (key.endsWith(u'_'))
        key.chop(1);
    return key;
}

QString PhraseBook::folderOf(QLocale::Language language) const
{
    return m_folder + (language == QLocale::Korean ? QStringLiteral("/ko") : QStringLiteral("/en"));
}

bool PhraseBook::has(QLocale::Language language) const
{
    return !m_folder.isEmpty() && QFileInfo{folderOf(language)}.isDir();
}

QString PhraseBook::fileOf(const QString& words, QLocale::Language language) const
{
    const QString key = keyOf(words);
    if (key.isEmpty())
        return {};
    const QFileInfo file{folderOf(language) + u'/' + key + QStringLiteral(".wav")};
    return file.isFile() ? file.filePath() : QString{};
}

QStringList PhraseBook::filesFor(const QString& sentence, QLocale::Language language) const
{
    if (!has(language))
        return {};
    if (const QString whole = fileOf(sentence, language); !whole.isEmpty())
        return {whole};
    QStringList files;
    for (const QString& part : partsOf(sentence)) {
        if (const QString file = fileOf(part, language); !file.isEmpty())
            files.append(file);
        else
            files.append(filesForWords(part, language));
    }
    return files;
}

QStringList PhraseBook::partsOf(const QString& sentence)
{
    return sentence.split(QStringLiteral(", "), Qt::SkipEmptyParts);
}

QStringList PhraseBook::filesForWords(const QString& words, QLocale::Language language) const
{
    QStringList files;
    for (const QString& word : words.split(u' ', Qt::SkipEmptyParts)) {
        if (const QString file = fileOf(word, language); !file.isEmpty()) {
            files.append(file);
            continue;
        }
        for (const QString& part : digitsApart(word))
            if (const QString file = fileOf(part, language); !file.isEmpty())
                files.append(file);
    }
    return files;
}

} // namespace coffee::sound
