// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocale>
#include <QObject>
#include <QString>

namespace coffee::sound {

/// Says one sentence at a time. Every `say` is followed by exactly one `said`, later and never from
/// within the call, unless another `say` or a `stop` came first. GUI thread.
class VoiceEngine : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    /// Whether it can say anything in this language. May look for devices when first asked.
    [[nodiscard]] virtual bool speaks(QLocale::Language language) = 0;
    /// Ends what is being said.
    virtual void say(const QString& sentence, QLocale::Language language) = 0;
    virtual void stop() = 0;
    /// From 0 to 1; for what is said from now on.
    virtual void setVolume(double volume) = 0;
    /// For the log.
    [[nodiscard]] virtual QString name() const = 0;

Q_SIGNALS:
    void said();
};

} // namespace coffee::sound
