// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/sound/phrase_engine.h"

#include <utility>

namespace coffee::sound {

PhraseEngine::PhraseEngine(PhraseBook book, WaveOut& out, QObject* parent)
    : VoiceEngine{parent}, m_book{std::move(book)}, m_out{out}
{
    connect(&m_out, &WaveOut::finished, this, &PhraseEngine::next);
    connect(&m_caption, &VoiceEngine::said, this, &VoiceEngine::said);
}

bool PhraseEngine::speaks(QLocale::Language language)
{
    return m_book.has(language);
}

void PhraseEngine::say(const QString& sentence, QLocale::Language language)
{
    stop();
    m_files = m_book.filesFor(sentence, language);
    if (m_files.isEmpty())
        m_caption.say(sentence, language);
    else
        m_out.play(QUrl::fromLocalFile(m_files.takeFirst()), m_volume);
}

void PhraseEngine::stop()
{
    m_files.clear();
    m_caption.stop();
    m_out.stop();
}

void PhraseEngine::next()
{
    if (m_files.isEmpty())
        Q_EMIT said();
    else
        m_out.play(QUrl::fromLocalFile(m_files.takeFirst()), m_volume);
}

} // namespace coffee::sound
