// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk/board/board_calls.h"
#include "shared/sound/sound_player.h"
#include "shared/sound/voice_engine.h"

#include <QObject>

#include <deque>
#include <memory>
#include <optional>

namespace coffee::board {

/// Calls numbers one after the other: a chime, then the number in words; what is heard stands as a
/// caption meanwhile. A number that is not ready any more when its turn comes is left out. Without
/// engine or sounds there is the caption alone. GUI thread; both outlive it.
class NumberCaller final : public QObject {
    Q_OBJECT

public:
    NumberCaller(sound::VoiceEngine* voice, sound::SoundPlayer* sounds, QObject* parent = nullptr);
    ~NumberCaller() override;

    /// Looks at the orders: calls what is due, forgets what is gone.
    void follow(const OrderBoard& board, ShopTime now);
    /// What is called now; empty while nothing is.
    [[nodiscard]] const QString& caption() const { return m_caption; }

    /// More than this waits for nobody: the oldest is left out.
    static constexpr std::size_t kCallsMost = 20;

Q_SIGNALS:
    void captionChanged(const QString& caption);

private:
    void next();
    void speak();
    void end();
    void showCaption(const QString& caption);

    BoardCalls m_calls;
    std::unique_ptr<sound::VoiceEngine> m_silence; ///< where no engine was given
    sound::VoiceEngine& m_voice;
    sound::SoundPlayer* m_sounds;
    std::deque<BoardCalls::Call> m_waiting;
    std::optional<BoardCalls::Call> m_now;
    bool m_isChiming{false};
    QString m_caption;
};

} // namespace coffee::board
