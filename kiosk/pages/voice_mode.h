// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk/pages/keypad.h"
#include "kiosk/pages/page_parts.h"
#include "kiosk/session/card_reminder.h"
#include "kiosk/voice/voice_guide.h"
#include "shared/sound/sound_player.h"

#include <QMap>
#include <QPointer>

#include <memory>

class QTimer;

namespace coffee::kiosk {

class VoiceBar;

/// What a window is heard with. What is null is silent: captions are shown all the same.
struct HearingParts {
    sound::VoiceEngine* voice{nullptr};
    sound::SoundPlayer* sounds{nullptr};
    CardReminder* reminder{nullptr};
};

/// The ears and the keypad of the order window: tells the voice guide what the window shows and
/// where the focus is, keeps selecting and executing apart under a finger, and shows every sound
/// and every spoken sentence as a caption.
///
/// With guidance on, the first tap on a control selects and reads it, and only a second tap on the
/// same one, or the OK key, executes it; a tap on a text reads the text (KS X 9211 7.6.6). The
/// caption bar itself answers at once. GUI thread; the window outlives it.
class VoiceMode final : public QObject {
    Q_OBJECT

public:
    VoiceMode(QWidget& window, PageParts parts, HearingParts hearing);
    ~VoiceMode() override;

    /// Stands below everything else in the window.
    [[nodiscard]] VoiceBar* bar() const { return m_bar; }
    [[nodiscard]] VoiceGuide& guide() { return m_guide; }

    void setOn(bool on);
    /// A phase began; its page is read, and keypad users find the focus on it.
    void arrive();
    /// Something on the page may have changed.
    void refresh();
    void customerLeft();

Q_SIGNALS:
    /// A key of the keypad was pressed on the first page: voice guidance is wanted.
    void wanted();
    void homeAsked();
    void helpAsked();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void connectParts(const HearingParts& hearing);
    [[nodiscard]] bool takeKeyFirst(std::optional<KeypadKey> key);
    [[nodiscard]] bool selectFirst(QWidget& touched);
    void followFocus(QWidget* now);
    void readPage();
    /// What the page, or the question over it, says now.
    [[nodiscard]] QStringList pageTexts(QWidget& shown) const;
    void goHome();
    void afterInput();
    void readClaimCode();
    void readTyped();
    void readNews(bool silently);
    void remindOfCard();
    void setVolume(int step);
    [[nodiscard]] QWidget* page() const;

    QWidget& m_window;
    PageParts m_parts;
    std::unique_ptr<sound::VoiceEngine> m_silence; ///< where no engine was given
    VoiceGuide m_guide;
    sound::SoundPlayer* m_sounds;
    VoiceBar* m_bar;
    Keypad* m_keypad;
    QTimer* m_readSoon;
    QTimer* m_afterInput;
    QPointer<QWidget> m_selected; ///< by a finger; the next tap on it executes
    QPointer<QWidget> m_heardAt;
    HeardControl m_heard;
    QMap<QString, QString> m_news;  ///< what stands in the places whose changes are said
    QMap<QString, QString> m_typed; ///< digits, or how many of them where they are secret
    LookUpStage m_stage{LookUpStage::Number};
    bool m_begins{false};    ///< the guidance has just been switched on
    bool m_readsPage{false}; ///< where the focus goes is said after the page
};

} // namespace coffee::kiosk
