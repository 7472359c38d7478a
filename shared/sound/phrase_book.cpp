// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/sound/phrase_book.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>
#include <utility>

namespace coffee::sound {

PhraseBook::PhraseBook(QStringList folders) : m_folders{std::move(folders)}
{
    m_folders.removeAll(QString{});
}

const std::vector<PhraseBook::Shelf>& PhraseBook::shelvesOf(QLocale::Language language) const
{
    const bool korean = language == QLocale::Korean;
    std::vector<Shelf>& shelves = m_shelves[korean];
    if (shelves.empty())
        for (const QString& folder : m_folders)
            shelves.push_back(
                {folder + (korean ? QStringLiteral("/ko") : QStringLiteral("/en")), {}, {}});
    for (Shelf& shelf : shelves) {
        const QDateTime changedAt = QFileInfo{shelf.folder}.lastModified();
        if (changedAt == shelf.changedAt)
            continue;
        shelf.changedAt = changedAt;
        shelf.files.clear();
        const QFileInfoList files =
            QDir{shelf.folder}.entryInfoList({QStringLiteral("*.wav")}, QDir::Files);
        for (const QFileInfo& file : files)
            shelf.files.insert(file.completeBaseName().normalized(QString::NormalizationForm_C),
                               file.filePath());
    }
    return shelves;
}

QString PhraseBook::fileOf(const std::vector<Shelf>& shelves, const QString& key)
{
    for (const Shelf& shelf : shelves)
        if (const auto file = shelf.files.find(key); file != shelf.files.end())
            return *file;
    return {};
}

bool PhraseBook::has(QLocale::Language language) const
{
    const auto& shelves = shelvesOf(language);
    return std::any_of(shelves.begin(), shelves.end(),
                       [](const Shelf& shelf) { return !shelf.files.isEmpty(); });
}

bool PhraseBook::hasPhrase(const QString& key, QLocale::Language language) const
{
    return !fileOf(shelvesOf(language), key).isEmpty();
}

QStringList PhraseBook::filesFor(const QString& sentence, QLocale::Language language) const
{
    const auto& shelves = shelvesOf(language);
    const Reading reading = readingOf(sentence, language, [&shelves](const QString& key) {
        return !fileOf(shelves, key).isEmpty();
    });
    QStringList files;
    for (const QString& key : reading.keys)
        files.append(fileOf(shelves, key));
    return files;
}

} // namespace coffee::sound
