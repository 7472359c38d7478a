// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QSocketNotifier>

namespace coffee::terminal {

/// Turns SIGTERM and SIGINT into a signal of the event loop.
///
/// `block` must run before the first thread starts, so that every thread inherits it.
class StopSignals final : public QObject {
    Q_OBJECT

public:
    static void block();

    explicit StopSignals(QObject* parent = nullptr);
    ~StopSignals() override;

Q_SIGNALS:
    void stopAsked();

private:
    void read();

    int m_descriptor;
    QSocketNotifier m_notifier;
};

} // namespace coffee::terminal
