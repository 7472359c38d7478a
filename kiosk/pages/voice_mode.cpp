// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/pages/voice_mode.h"

#include "kiosk/pages/voice_bar.h"
#include "kiosk/pages/voice_words.h"
#include "shared/sound/silent_voice.h"
#include "shared/widgets/banner.h"
#include "shared/widgets/digit_pad.h"
#include "shared/widgets/sheet.h"
#include "shared/widgets/texts.h"
#include "shared/widgets/toast.h"

#include <QAbstractButton>
#include <QApplication>
#include <QLabel>
#include <QMouseEvent>
#include <QScopedValueRollback>
#include <QStackedWidget>
#include <QTimer>

#include <array>
#include <utility>

namespace coffee::kiosk {
namespace {

using Urgency = VoiceGuide::Urgency;

/// A change of what stands there is said by itself; of the first, at once.
constexpr std::array kNewsPlaces{"paymentPhaseLabel", "noticeBanner",  "connectionBanner",
                                 "troubleTitle",      "refusedBanner", "refundLabel"};

QLocale::Language spokenLanguage()
{
    return ui::texts::language() == ui::Language::Korean ? QLocale::Korean : QLocale::English;
}

QString wordsOf(const QWidget& widget)
{
    if (const auto* banner = qobject_cast<const ui::Banner*>(&widget))
        return banner->message();
    if (const auto* label = qobject_cast<const QLabel*>(&widget))
        return label->text();
    return widget.accessibleName();
}

/// What a finger on this widget means to press.
QWidget* controlAt(QWidget& touched)
{
    for (QWidget* up = &touched; up; up = up->parentWidget())
        if (qobject_cast<QAbstractButton*>(up) || (up->focusPolicy() & Qt::TabFocus))
            return up;
    return nullptr;
}

} // namespace

VoiceMode::VoiceMode(QWidget& window, PageParts parts, HearingParts hearing)
    : QObject{&window},
      m_window{window},
      m_parts{parts},
      m_silence{hearing.voice ? nullptr : std::make_unique<sound::SilentVoice>()},
      m_guide{hearing.voice ? *hearing.voice : *m_silence},
      m_sounds{hearing.sounds},
      m_bar{new VoiceBar{&window}},
      m_keypad{new Keypad{window}},
      m_readSoon{new QTimer{this}},
      m_afterInput{new QTimer{this}}
{
    for (QTimer* soon : {m_readSoon, m_afterInput}) {
        soon->setSingleShot(true);
        soon->setInterval(0);
    }
    m_bar->setVolume(m_guide.volume(), VoiceGuide::kVolumeMost);
    connectParts(hearing);
    qApp->installEventFilter(this);
}

VoiceMode::~VoiceMode()
{
    // The focus goes on wandering while the window dies.
    disconnect(qApp, nullptr, this, nullptr);
}

void VoiceMode::connectParts(const HearingParts& hearing)
{
    connect(m_readSoon, &QTimer::timeout, this, &VoiceMode::readPage);
    connect(m_afterInput, &QTimer::timeout, this, &VoiceMode::afterInput);
    connect(qApp, &QApplication::focusChanged, this,
            [this](QWidget*, QWidget* now) { followFocus(now); });
    connect(&m_guide, &VoiceGuide::captionChanged, m_bar, &VoiceBar::setCaption);
    connect(&m_guide, &VoiceGuide::volumeChanged, this,
            [this](int step) { m_bar->setVolume(step, VoiceGuide::kVolumeMost); });
    connect(m_bar, &VoiceBar::againClicked, &m_guide, &VoiceGuide::replay);
    connect(m_bar, &VoiceBar::stopClicked, &m_guide, &VoiceGuide::stop);
    connect(m_bar, &VoiceBar::volumeChosen, this, &VoiceMode::setVolume);
    m_keypad->setFirstSay([this](std::optional<KeypadKey> key) { return takeKeyFirst(key); });
    connect(m_keypad, &Keypad::homePressed, this, &VoiceMode::goHome);
    connect(m_keypad, &Keypad::helpPressed, this, &VoiceMode::helpAsked);
    connect(m_keypad, &Keypad::againPressed, &m_guide, &VoiceGuide::replay);
    connect(m_keypad, &Keypad::hushPressed, &m_guide, &VoiceGuide::stop);
    connect(m_keypad, &Keypad::louderPressed, this, [this] { setVolume(m_guide.volume() + 1); });
    connect(m_keypad, &Keypad::quieterPressed, this, [this] { setVolume(m_guide.volume() - 1); });
    connect(&m_parts.myOrder, &MyOrder::changed, this, [this] {
        if (m_parts.myOrder.stage() != std::exchange(m_stage, m_parts.myOrder.stage()))
            arrive();
        else
            refresh();
    });
    if (!hearing.reminder)
        return;
    connect(hearing.reminder, &CardReminder::reminds, this, &VoiceMode::remindOfCard);
    connect(hearing.reminder, &CardReminder::ended, this, [this] { m_guide.sounded({}); });
}

QWidget* VoiceMode::page() const
{
    const auto* pages = m_window.findChild<QStackedWidget*>();
    return pages ? pages->currentWidget() : nullptr;
}

void VoiceMode::goHome()
{
    QWidget& root = openRoot(m_window);
    if (&root == &m_window) {
        Q_EMIT homeAsked();
        return;
    }
    // A question stands before the page: it is answered with "no" first.
    QKeyEvent escape{QEvent::KeyPress, Qt::Key_Escape, Qt::NoModifier};
    QApplication::sendEvent(&root, &escape);
}

void VoiceMode::setOn(bool on)
{
    if (on == m_guide.isOn())
        return;
    m_guide.setLanguage(spokenLanguage());
    m_guide.setOn(on);
    m_bar->setGuidance(on);
    m_begins = on;
    if (on)
        arrive();
}

void VoiceMode::arrive()
{
    m_selected = nullptr;
    m_heardAt = nullptr;
    if (m_guide.isOn() || m_keypad->isInUse())
        m_readSoon->start();
}

void VoiceMode::readPage()
{
    const QScopedValueRollback reading{m_readsPage, true};
    m_keypad->beginPage();
    m_bar->settleHeight();
    QWidget* shown = page();
    if (!m_guide.isOn() || !shown)
        return;
    const bool begins = std::exchange(m_begins, false);
    m_guide.arrive(pageTexts(*shown), begins ? guidanceSentence() : QString{});
    readNews(true);
    m_typed.clear();
    readTyped();
    QWidget* focus = m_window.focusWidget();
    if (!focus || !isFocusStop(*focus))
        return;
    m_heardAt = focus;
    m_heard = heardControl(*focus, m_window);
    m_guide.reach(m_heard, false);
}

QStringList VoiceMode::pageTexts(QWidget& shown) const
{
    QWidget& root = openRoot(m_window);
    if (&root != &m_window)
        return readableTexts(root);
    const Phase phase = m_parts.session.phase();
    QStringList sentences{pageSentence(phase)};
    if (phase == Phase::MyOrder)
        sentences = stageSentences(m_parts.myOrder);
    for (const char* place : {"connectionBanner", "noticeBanner"})
        if (const auto* banner = m_window.findChild<ui::Banner*>(QLatin1StringView{place}))
            sentences.append(banner->message());
    sentences.append(readableTexts(shown));
    sentences.removeDuplicates();
    return sentences;
}

void VoiceMode::followFocus(QWidget* now)
{
    if (!m_guide.isOn() || m_readSoon->isActive() || m_readsPage || !now ||
        now->window() != &m_window || !isFocusStop(*now) || now == m_heardAt)
        return;
    m_heardAt = now;
    m_heard = heardControl(*now, m_window);
    m_guide.reach(m_heard, m_afterInput->isActive());
}

bool VoiceMode::takeKeyFirst(std::optional<KeypadKey> key)
{
    if (m_guide.isOn()) {
        m_selected = nullptr;
        m_afterInput->start();
        return false;
    }
    if (m_parts.session.phase() != Phase::Attract || &openRoot(m_window) != &m_window)
        return false;
    const QWidget* focus = m_window.focusWidget();
    const bool isOnControl = focus && isFocusStop(*focus);
    Q_EMIT wanted();
    // An arrow shows where one is. Whoever had walked to a control knows what the OK key does.
    const bool isArrow = key && (*key == KeypadKey::Left || *key == KeypadKey::Right ||
                                 *key == KeypadKey::Up || *key == KeypadKey::Down);
    return !isArrow && (key != KeypadKey::Ok || !isOnControl);
}

bool VoiceMode::selectFirst(QWidget& touched)
{
    if (m_bar == &touched || m_bar->isAncestorOf(&touched))
        return false;
    QWidget* control = controlAt(touched);
    if (control && control == m_selected)
        return false;
    m_selected = control;
    if (!control) {
        if (const QString text = textUnder(touched); !text.isEmpty())
            m_guide.announce(text, Urgency::Interrupts);
        return true;
    }
    m_window.setAttribute(Qt::WA_KeyboardFocusChange);
    m_heardAt = control;
    m_heard = heardControl(*control, m_window);
    if (isFocusStop(*control))
        control->setFocus(Qt::OtherFocusReason);
    m_guide.reach(m_heard, true);
    return true;
}

bool VoiceMode::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == &m_window && event->type() == QEvent::LanguageChange) {
        m_guide.setLanguage(spokenLanguage());
        arrive();
    }
    if (!watched->isWidgetType() || !m_guide.isOn())
        return false;
    auto* widget = static_cast<QWidget*>(watched);
    if (widget->window() != &m_window)
        return false;
    switch (int(event->type())) {
    case QEvent::Show:
        if (qobject_cast<ui::Sheet*>(widget))
            arrive();
        else if (qobject_cast<ui::Toast*>(widget))
            m_afterInput->start();
        return false;
    case QEvent::KeyPress:
        if (static_cast<QKeyEvent*>(event)->key() == Qt::Key_0 &&
            m_parts.session.phase() == Phase::Number)
            readClaimCode();
        m_afterInput->start();
        return false;
    case QEvent::MouseButtonRelease:
        m_afterInput->start();
        return false;
    case QEvent::MouseButtonPress:
    case QEvent::MouseButtonDblClick:
        m_afterInput->start();
        return selectFirst(*widget);
    default:
        return false;
    }
}

void VoiceMode::afterInput()
{
    if (!m_guide.isOn())
        return;
    readTyped();
    if (QWidget* focus = m_window.focusWidget(); focus && focus == m_heardAt) {
        const HeardControl now = heardControl(*focus, m_window);
        m_guide.changed(std::exchange(m_heard, now), now);
    }
    refresh();
}

void VoiceMode::refresh()
{
    if (!m_guide.isOn() || m_readSoon->isActive())
        return;
    if (QWidget* shown = page())
        m_guide.pageIs(pageTexts(*shown));
    readNews(false);
}

void VoiceMode::readClaimCode()
{
    const auto* code = m_window.findChild<QLabel*>(QLatin1StringView{kClaimCodeName});
    if (code && code->isVisible())
        m_guide.announce(textUnder(*code), Urgency::Interrupts);
}

void VoiceMode::readTyped()
{
    for (const auto* field : m_window.findChildren<ui::DigitField*>()) {
        if (!field->isVisible())
            continue;
        const QString digits = field->digits();
        const QString before = m_typed.value(field->objectName());
        m_typed[field->objectName()] = digits;
        if (digits == before)
            continue;
        if (field->isSecret() || digits.isEmpty())
            m_guide.typedSecret(typedCount(static_cast<int>(digits.size())));
        else
            m_guide.typed(digits);
    }
}

void VoiceMode::readNews(bool silently)
{
    QMap<QString, QString> now;
    for (const char* place : kNewsPlaces)
        for (const auto* widget : m_window.findChildren<QWidget*>(QLatin1StringView{place}))
            if (widget->isVisible())
                now[QLatin1StringView{place}] = wordsOf(*widget);
    if (const auto* toast = m_window.findChild<ui::Toast*>(); toast && toast->isVisible())
        now[QStringLiteral("toast")] = toast->accessibleName();
    const QMap<QString, QString> before = std::exchange(m_news, now);
    if (silently)
        return;
    for (auto news = now.begin(); news != now.end(); ++news)
        if (!news.value().isEmpty() && before.value(news.key()) != news.value())
            m_guide.announce(news.value(), news.key() == QLatin1StringView{kNewsPlaces.front()}
                                               ? Urgency::Interrupts
                                               : Urgency::Waits);
}

void VoiceMode::remindOfCard()
{
    if (m_sounds)
        m_sounds->play(sound::Sound::CardOut, m_guide.loudness());
    m_guide.sounded(tr("[삐 소리] 카드를 빼 주세요."));
    m_guide.announce(ui::texts::phase(PaymentPhase::RemoveCard), Urgency::Interrupts);
}

void VoiceMode::setVolume(int step)
{
    m_guide.setVolume(step);
    m_guide.announce(tr("소리 크기 %1").arg(m_guide.volume()), Urgency::Interrupts);
}

void VoiceMode::customerLeft()
{
    setOn(false);
    m_guide.endSession();
}

} // namespace coffee::kiosk
