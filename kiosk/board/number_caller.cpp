// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/board/number_caller.h"

#include "shared/sound/silent_voice.h"
#include "shared/widgets/texts.h"

#include <algorithm>

namespace coffee::board {
namespace {

constexpr double kLoud = 1.0; // the system's own volume is the board's

bool isReady(const OrderBoard& board, OrderId id)
{
    const OrderView* order = board.find(id);
    return order && order->state == OrderState::Ready;
}

} // namespace

NumberCaller::NumberCaller(sound::VoiceEngine* voice, sound::SoundPlayer* sounds, QObject* parent)
    : QObject{parent},
      m_silence{voice ? nullptr : std::make_unique<sound::SilentVoice>()},
      m_voice{voice ? *voice : *m_silence},
      m_sounds{sounds}
{
    connect(&m_voice, &sound::VoiceEngine::said, this, &NumberCaller::end);
    if (m_sounds)
        connect(&m_sounds->out(), &sound::WaveOut::finished, this, [this] {
            if (m_isChiming)
                speak();
        });
}

NumberCaller::~NumberCaller() = default;

void NumberCaller::follow(const OrderBoard& board, ShopTime now)
{
    std::erase_if(m_waiting, [&board](const auto& call) { return !isReady(board, call.order); });
    if (m_now && !isReady(board, m_now->order)) {
        m_voice.stop();
        end();
    }
    for (const BoardCalls::Call& call : m_calls.due(board, now)) {
        m_waiting.push_back(call);
        if (m_waiting.size() > kCallsMost)
            m_waiting.pop_front();
    }
    if (!m_now)
        next();
}

void NumberCaller::next()
{
    if (m_waiting.empty())
        return showCaption({});
    m_now = m_waiting.front();
    m_waiting.pop_front();
    //: what stands on the board while a number is called aloud
    showCaption(tr("[알림음] %1번 손님, 준비됐어요.").arg(m_now->number));
    if (!m_sounds)
        return speak();
    m_isChiming = true;
    m_sounds->play(sound::Sound::Ready, kLoud);
}

void NumberCaller::speak()
{
    m_isChiming = false;
    if (!m_now)
        return;
    const bool korean = ui::texts::language() == ui::Language::Korean;
    m_voice.say(tr("%1번 손님, 주문하신 메뉴가 준비됐어요.").arg(m_now->number),
                korean ? QLocale::Korean : QLocale::English);
}

void NumberCaller::end()
{
    m_now.reset();
    m_isChiming = false;
    next();
}

void NumberCaller::showCaption(const QString& caption)
{
    if (caption == m_caption)
        return;
    m_caption = caption;
    Q_EMIT captionChanged(caption);
}

} // namespace coffee::board
