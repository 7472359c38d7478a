// SPDX-License-Identifier: GPL-3.0-or-later
#include "payment_daemon/run/pin_hasher.h"

#include <sodium.h>

namespace coffee::daemon {
namespace {

PinInput compare(PinEffect& question)
{
    PinInput answer{question.ticket, false, {}};
    answer.fits = question.hash.empty() ||
                  crypto_pwhash_str_verify(question.hash.c_str(), question.pin.data(),
                                           question.pin.size()) == 0;
    if (answer.fits && !question.newPin.empty()) {
        char hash[crypto_pwhash_STRBYTES];
        // Fails only when 64 MiB cannot be had; then the PIN stays what it was.
        answer.fits = crypto_pwhash_str(hash, question.newPin.data(), question.newPin.size(),
                                        crypto_pwhash_OPSLIMIT_INTERACTIVE,
                                        crypto_pwhash_MEMLIMIT_INTERACTIVE) == 0;
        if (answer.fits)
            answer.newHash = hash;
    }
    sodium_memzero(question.pin.data(), question.pin.size());
    sodium_memzero(question.newPin.data(), question.newPin.size());
    return answer;
}

} // namespace

PinHasher::PinHasher(InputQueue& answers)
    : m_answers{answers}, m_thread{[this](const std::stop_token& stop) { work(stop); }}
{
}

PinHasher::~PinHasher()
{
    m_thread.request_stop();
    m_wake.notify_all();
}

void PinHasher::ask(PinEffect question)
{
    {
        const std::lock_guard lock{m_mutex};
        m_questions.push_back(std::move(question));
    }
    m_wake.notify_one();
}

void PinHasher::work(const std::stop_token& stop)
{
    while (!stop.stop_requested()) {
        PinEffect question;
        {
            std::unique_lock lock{m_mutex};
            if (!m_wake.wait(lock, stop, [this] { return !m_questions.empty(); }))
                return;
            question = std::move(m_questions.front());
            m_questions.pop_front();
        }
        m_answers.put(compare(question));
    }
}

} // namespace coffee::daemon
