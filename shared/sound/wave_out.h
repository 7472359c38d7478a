// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLoggingCategory>
#include <QObject>
#include <QUrl>

namespace coffee::sound {

Q_DECLARE_LOGGING_CATEGORY(logSound) ///< coffee.sound

/// Plays short WAV files, one at a time. Every `play` is followed by exactly one `finished`, later
/// and never from within the call, unless another `play` or a `stop` came first. GUI thread.
class WaveOut : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    /// A file or a `qrc:` address; `volume` from 0 to 1. Ends what is playing. What cannot be
    /// played counts as finished at once.
    virtual void play(const QUrl& wave, double volume) = 0;
    virtual void stop() = 0;
    /// False where there is nothing to hear with. Looks for the device when it is first asked.
    [[nodiscard]] virtual bool isAudible() = 0;

Q_SIGNALS:
    void finished();
};

} // namespace coffee::sound
