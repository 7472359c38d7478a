// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/shots/phrase_check.h"

#include "kiosk/pages/focus_map.h"
#include "kiosk/shots/poses.h"
#include "kiosk/shots/said_texts.h"

#include <QRegularExpression>
#include <QTextStream>
#include <QTimer>

#include <set>

namespace coffee::kiosk {
namespace {

using Sentences = std::set<std::pair<QLocale::Language, QString>>;

/// Says everything at once and writes it down.
class Scribe final : public sound::VoiceEngine {
public:
    [[nodiscard]] bool speaks(QLocale::Language) override { return true; }
    void say(const QString& sentence, QLocale::Language language) override
    {
        stop();
        m_saying.start();
        sentences.insert({language, sentence});
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

    Sentences sentences;

private:
    QTimer m_saying;
};

/// So many turns of the event loop let a page be read to its end.
constexpr int kTurnsAPage = 12;

void walkPages(Sentences& sentences)
{
    Scribe scribe;
    QStringList typed; // by the manager: no list can know it, and it keeps its caption
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
            const OrderingChanged& ordering = stage.feed.view().offer.ordering;
            for (const std::string& text : {ordering.textKo, ordering.textEn})
                typed += sentencesOf(QString::fromStdString(text));
        }
    }
    std::erase_if(scribe.sentences,
                  [&typed](const auto& said) { return typed.contains(said.second); });
    sentences.merge(scribe.sentences);
}

/// What no pose shows, such as the call of a number on the board and every kind of trouble.
void fillTexts(Sentences& sentences)
{
    static const QRegularExpression kArgument{QStringLiteral("%L?[0-9n]")};
    for (const SaidText& said : textsOfPages()) {
        const bool korean = said.language == QLocale::Korean;
        const QStringList samples{QStringLiteral("117"), QStringLiteral("14:03"),
                                  korean ? QStringLiteral("월–금") : QStringLiteral("Mon–Fri"),
                                  korean ? QStringLiteral("12,500원") : QStringLiteral("₩12,500"),
                                  korean ? QStringLiteral("카페라떼")
                                         : QStringLiteral("Caffè latte")};
        for (const QString& sample : samples)
            for (const QString& sentence :
                 sentencesOf(QString{said.text}.replace(kArgument, sample)))
                sentences.insert({said.language, sentence});
    }
}

} // namespace

bool checkPhrases(QTextStream& out, const sound::PhraseBook& book)
{
    const PhraseList list = phraseList(demoMenu());
    Sentences sentences;
    walkPages(sentences);
    const std::size_t heard = sentences.size();
    fillTexts(sentences);
    int silent = 0;
    for (const auto& [language, sentence] : sentences) {
        const QString folder = phraseFolder(language);
        const sound::Reading reading =
            sound::readingOf(sentence, language, [&list, &folder](const QString& key) {
                return list.contains({folder, key});
            });
        if (reading.silent.isEmpty())
            continue;
        ++silent;
        out << folder << ": \"" << sentence << "\" leaves out \""
            << reading.silent.join(QStringLiteral("\", \"")) << "\"\n";
    }
    std::size_t recorded = 0;
    for (const auto& [place, words] : list)
        recorded += book.hasPhrase(place.second, place.first == phraseFolder(QLocale::Korean)
                                                     ? QLocale::Korean
                                                     : QLocale::English);
    out << sentences.size() << " sentences, " << heard << " of them heard on the pages; " << silent
        << " cannot be said completely\n";
    out << (recorded == list.size()
                ? QStringLiteral("all %1 phrases are recorded\n").arg(recorded)
                : QStringLiteral("%1 of %2 phrases are recorded\n").arg(recorded).arg(list.size()));
    return silent == 0;
}

} // namespace coffee::kiosk
