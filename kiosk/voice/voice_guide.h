// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/sound/voice_engine.h"

#include <QObject>
#include <QStringList>

#include <deque>

namespace coffee::kiosk {

/// One control as a customer who does not see it must hear it; all in words already.
struct HeardControl {
    QString name;
    QString kind;        ///< 단추, 고르기
    QString state;       ///< 골랐어요, 누를 수 없어요
    QString value;       ///< a count
    QString description; ///< what a second line says
    friend bool operator==(const HeardControl&, const HeardControl&) = default;
};

/// Voice guidance: decides what is said, in which order, and what is cut short. It knows neither
/// widgets nor audio. Everything that is said stands as a caption for as long as it is said.
///
/// - A new page cuts everything short: its summary is said, then the control that has the focus.
/// - A control that the customer goes to cuts everything short.
/// - What happens meanwhile (`announce`) waits for the end of what is being said, unless it is
///   urgent.
/// - Typed secrets are counted, never named (`typed`).
///
/// Source of the rules: KS X 9211 6.3 (replay, stop, volume in steps that starts again with every
/// customer). GUI thread; the engine outlives it.
class VoiceGuide final : public QObject {
    Q_OBJECT

public:
    explicit VoiceGuide(sound::VoiceEngine& engine, QObject* parent = nullptr);
    ~VoiceGuide() override;

    /// Off falls silent at once and forgets everything but the volume.
    void setOn(bool on);
    [[nodiscard]] bool isOn() const { return m_on; }
    /// Of what is said from now on; falls silent when it changes.
    void setLanguage(QLocale::Language language);

    /// A page or a question came. Empty sentences are left out. An introduction is said before
    /// them.
    void arrive(const QStringList& sentences, const QString& introduction = {});
    /// The page that was told with `arrive` says this by now. What it said then and does not say
    /// any more is not said late; what says the same in other words takes its place.
    void pageIs(const QStringList& sentences);
    /// The focus is here now. `isCustomersAct` is false when the page put it there.
    void reach(const HeardControl& control, bool isCustomersAct);
    /// The same control says something else now: only what changed is said.
    void changed(const HeardControl& before, const HeardControl& now);
    enum class Urgency { Waits, Interrupts };
    void announce(const QString& sentence, Urgency urgency);
    /// A number that may be heard by everybody, digit by digit.
    void typed(const QString& digits);
    /// So many digits of a secret stand there; `words` says how many.
    void typedSecret(const QString& words);
    /// A sound was made: its caption, also while the guidance is off. Empty takes it back.
    void sounded(const QString& caption);

    /// The page's summary and the control again.
    void replay();
    void stop();
    static constexpr int kVolumeMost = 5;
    static constexpr int kVolumeAtFirst = 3;
    void setVolume(int step); ///< from 1 to `kVolumeMost`; more and less are the ends
    [[nodiscard]] int volume() const { return m_volume; }
    /// The same as the engine has it, from 0 to 1.
    [[nodiscard]] double loudness() const;
    /// The customer is gone: off, and the volume of the beginning.
    void endSession();

    [[nodiscard]] const QString& caption() const { return m_caption; }

    /// More than this waits for nobody: the oldest is left out.
    static constexpr std::size_t kSentencesMost = 60;

Q_SIGNALS:
    void captionChanged(const QString& caption);
    void volumeChanged(int step);

private:
    void say(const QString& sentence);
    void saySplit(const QString& words);
    void next();
    void hush();
    void showCaption(const QString& caption);
    [[nodiscard]] static QString sentenceOf(const HeardControl& control);

    sound::VoiceEngine& m_engine;
    bool m_on{false};
    bool m_isSpeaking{false};
    QLocale::Language m_language{QLocale::Korean};
    std::deque<QString> m_waiting;
    QStringList m_introduction; ///< for a replay
    QStringList m_summary;      ///< for a replay; what the page says now
    QString m_control;          ///< the same
    QString m_caption;
    int m_volume{kVolumeAtFirst};
};

/// Sentences end at . ! ? and line breaks; each is said, and stands as a caption, for itself.
[[nodiscard]] QStringList sentencesOf(const QString& text);

/// "4821" as "4 8 2 1".
[[nodiscard]] QString digitByDigit(const QString& digits);

} // namespace coffee::kiosk
