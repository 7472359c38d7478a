// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/voice/voice_guide.h"

#include <algorithm>
#include <utility>

namespace coffee::kiosk {

VoiceGuide::VoiceGuide(sound::VoiceEngine& engine, QObject* parent)
    : QObject{parent}, m_engine{engine}
{
    m_engine.setVolume(loudness());
    connect(&m_engine, &sound::VoiceEngine::said, this, [this] {
        m_isSpeaking = false;
        next();
    });
}

VoiceGuide::~VoiceGuide() = default;

void VoiceGuide::setOn(bool on)
{
    if (on == m_on)
        return;
    m_on = on;
    m_introduction.clear();
    m_summary.clear();
    m_control.clear();
    hush();
}

void VoiceGuide::setLanguage(QLocale::Language language)
{
    if (language == m_language)
        return;
    m_language = language;
    m_introduction.clear();
    m_summary.clear();
    m_control.clear();
    if (m_on)
        hush();
}

void VoiceGuide::arrive(const QStringList& sentences, const QString& introduction)
{
    if (!m_on)
        return;
    hush();
    m_introduction.clear();
    m_summary.clear();
    m_control.clear();
    m_introduction = sentencesOf(introduction);
    for (const QString& words : sentences)
        m_summary += sentencesOf(words);
    for (const QString& sentence : m_introduction + m_summary)
        say(sentence);
}

void VoiceGuide::pageIs(const QStringList& sentences)
{
    if (!m_on || m_summary.isEmpty())
        return;
    QStringList now;
    for (const QString& words : sentences)
        now += sentencesOf(words);
    if (now == m_summary)
        return;
    const QStringList before = std::exchange(m_summary, now);
    std::deque<QString> waiting;
    for (const QString& sentence : m_waiting) {
        const qsizetype at = before.indexOf(sentence);
        if (at < 0 || now.contains(sentence))
            waiting.push_back(sentence);
        else if (now.size() == before.size() && !before.contains(now[at]))
            waiting.push_back(now[at]);
    }
    m_waiting = std::move(waiting);
}

void VoiceGuide::reach(const HeardControl& control, bool isCustomersAct)
{
    if (!m_on)
        return;
    const QString sentence = sentenceOf(control);
    if (isCustomersAct)
        hush();
    else if (!m_control.isEmpty())
        std::erase(m_waiting, m_control); // the page put the focus somewhere else meanwhile
    m_control = sentence;
    say(sentence);
}

void VoiceGuide::changed(const HeardControl& before, const HeardControl& now)
{
    if (!m_on || before == now)
        return;
    m_control = sentenceOf(now);
    QStringList news;
    if (now.name != before.name)
        news.append(now.name);
    if (now.state != before.state)
        news.append(now.state);
    if (now.value != before.value)
        news.append(now.value);
    if (now.description != before.description)
        news.append(now.description);
    news.removeAll(QString{});
    if (news.isEmpty())
        return;
    hush();
    say(news.join(QStringLiteral(", ")));
}

void VoiceGuide::announce(const QString& sentence, Urgency urgency)
{
    if (!m_on)
        return;
    if (urgency == Urgency::Interrupts)
        hush();
    saySplit(sentence);
}

void VoiceGuide::typed(const QString& digits)
{
    announce(digitByDigit(digits), Urgency::Interrupts);
}

void VoiceGuide::typedSecret(const QString& words)
{
    announce(words, Urgency::Interrupts);
}

void VoiceGuide::sounded(const QString& caption)
{
    if (!m_isSpeaking)
        showCaption(caption);
}

void VoiceGuide::replay()
{
    if (!m_on)
        return;
    hush();
    for (const QString& sentence : m_introduction + m_summary)
        say(sentence);
    say(m_control);
}

void VoiceGuide::stop()
{
    hush();
}

void VoiceGuide::setVolume(int step)
{
    const int wanted = std::clamp(step, 1, kVolumeMost);
    if (wanted == m_volume)
        return;
    m_volume = wanted;
    m_engine.setVolume(loudness());
    Q_EMIT volumeChanged(m_volume);
}

double VoiceGuide::loudness() const
{
    return double(m_volume) / kVolumeMost;
}

void VoiceGuide::endSession()
{
    setOn(false);
    setVolume(kVolumeAtFirst);
    showCaption({});
}

QString VoiceGuide::sentenceOf(const HeardControl& control)
{
    QStringList parts{control.name, control.kind, control.value, control.state,
                      control.description};
    parts.removeAll(QString{});
    return parts.join(QStringLiteral(", "));
}

void VoiceGuide::saySplit(const QString& words)
{
    for (const QString& sentence : sentencesOf(words))
        if (std::find(m_waiting.begin(), m_waiting.end(), sentence) == m_waiting.end())
            say(sentence);
}

void VoiceGuide::say(const QString& sentence)
{
    if (sentence.trimmed().isEmpty())
        return;
    m_waiting.push_back(sentence);
    if (m_waiting.size() > kSentencesMost)
        m_waiting.pop_front();
    if (!m_isSpeaking)
        next();
}

void VoiceGuide::next()
{
    if (m_waiting.empty()) {
        showCaption({});
        return;
    }
    const QString sentence = m_waiting.front();
    m_waiting.pop_front();
    m_isSpeaking = true;
    showCaption(sentence);
    m_engine.say(sentence, m_language);
}

void VoiceGuide::hush()
{
    m_waiting.clear();
    m_isSpeaking = false;
    m_engine.stop();
    showCaption({});
}

void VoiceGuide::showCaption(const QString& caption)
{
    if (caption == m_caption)
        return;
    m_caption = caption;
    Q_EMIT captionChanged(caption);
}

QStringList sentencesOf(const QString& text)
{
    QStringList sentences;
    QString sentence;
    const auto close = [&] {
        if (const QString whole = sentence.simplified(); !whole.isEmpty())
            sentences.append(whole);
        sentence.clear();
    };
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar letter = text[i];
        if (letter == u'\n') {
            close();
            continue;
        }
        sentence += letter;
        const bool ends = letter == u'.' || letter == u'!' || letter == u'?';
        if (ends && (i + 1 == text.size() || text[i + 1].isSpace()))
            close();
    }
    close();
    return sentences;
}

QString digitByDigit(const QString& digits)
{
    QStringList parts;
    for (const QChar digit : digits)
        parts.append(digit);
    return parts.join(u' ');
}

} // namespace coffee::kiosk
