// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/sound/phrase_reading.h"

#include <QDateTime>
#include <QHash>

#include <map>

namespace coffee::sound {

/// Recorded phrases: `FOLDER/ko/KEY.wav` and `FOLDER/en/KEY.wav` of several folders, of which an
/// earlier one's file counts before a later one's: a shop's own, then what comes with the program.
/// Any folder may be absent, and files may come while the program runs. One thread; every call
/// looks at the folders.
class PhraseBook {
public:
    explicit PhraseBook(QStringList folders = {});

    /// The files to play one after the other (`readingOf`); empty when the sentence has none at
    /// all.
    [[nodiscard]] QStringList filesFor(const QString& sentence, QLocale::Language language) const;
    /// Whether there is a recording in the language.
    [[nodiscard]] bool has(QLocale::Language language) const;
    [[nodiscard]] bool hasPhrase(const QString& key, QLocale::Language language) const;

private:
    /// The files of one folder, as they were when it was last changed.
    struct Shelf {
        QString folder;
        QDateTime changedAt;
        QHash<QString, QString> files; ///< by their key
    };
    [[nodiscard]] const std::vector<Shelf>& shelvesOf(QLocale::Language language) const;
    [[nodiscard]] static QString fileOf(const std::vector<Shelf>& shelves, const QString& key);

    QStringList m_folders;
    mutable std::map<bool, std::vector<Shelf>> m_shelves; ///< of Korean or not
};

} // namespace coffee::sound
