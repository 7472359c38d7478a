// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/shots/phrase_list.h"

#include "kiosk/pages/focus_map.h"
#include "kiosk/shots/poses.h"
#include "shared/sound/phrase_book.h"

#include <QSet>
#include <QTextStream>
#include <QTimer>

namespace coffee::kiosk {
namespace {

/// Says everything at once and writes it down.
class Scribe final : public sound::VoiceEngine {
public:
    [[nodiscard]] bool speaks(QLocale::Language) override { return true; }
    void say(const QString& sentence, QLocale::Language language) override
    {
        stop();
        m_saying.start();
        for (const QString& part : sound::PhraseBook::partsOf(sentence))
            note(part, language == QLocale::Korean ? QStringLiteral("ko") : QStringLiteral("en"));
    }
    void stop() override { m_saying.stop(); }
    void setVolume(double) override {}
    [[nodiscard]] QString name() const override { return QStringLiteral("scribe"); }

    Scribe()
    {
        m_saying.setSingleShot(true);
        m_saying.setInterval(0);
        connect(&m_saying, &QTimer::timeout, this, &VoiceEngine::said);
    }

    QStringList lines;

private:
    void note(const QString& words, const QString& folder)
    {
        const QString key = sound::PhraseBook::keyOf(words);
        const QString file = QStringLiteral("%1/%2.wav").arg(folder, key);
        if (key.isEmpty() || m_files.contains(file))
            return;
        m_files.insert(file);
        lines.append(file + u'\t' + words);
    }

    QSet<QString> m_files;
    QTimer m_saying;
};

/// So many turns of the event loop let a page be read to its end.
constexpr int kTurnsAPage = 12;

} // namespace

void writePhrases(QTextStream& out)
{
    Scribe scribe;
    for (const Setting& setting : settings()) {
        if (!setting.isVoice || !setting.isOnSheet || setting.scale != ui::TextScale::Percent100)
            continue;
        for (const Pose& pose : poses()) {
            Stage stage{setting, pose.isShopKnown, &scribe};
            pose.take(stage);
            for (int turn = 0; turn < kTurnsAPage; ++turn)
                stage.settle();
            for (QWidget* stop : focusStops(openRoot(stage.window()))) {
                stop->setFocus(Qt::TabFocusReason);
                stage.settle();
            }
        }
    }
    scribe.lines.sort();
    for (const QString& line : scribe.lines)
        out << line << '\n';
}

} // namespace coffee::kiosk
