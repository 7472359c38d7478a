// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/widgets/early_canvas.h"

#include <QBackingStore>
#include <QGuiApplication>
#include <QImage>
#include <QWidget>

#include <algorithm>
#include <cstdint>
#include <sys/mman.h>
#include <thread>
#include <unistd.h>

namespace coffee::ui {
namespace {

#ifdef MADV_POPULATE_WRITE

/// A whole number of pages. The process's other memory waits meanwhile: not for long.
constexpr std::uintptr_t kStep = 256 * 1024;

/// Belongs to the window, which waits for its end.
class Populating final : public QObject {
public:
    Populating(QWidget& window, std::uintptr_t begin, std::uintptr_t end)
        : QObject{&window}, m_thread{[begin, end] {
              // Changes no byte, so that it may go on while the window is painted. When the window
              // gets another size meanwhile, the memory is gone and this ends with an error.
              for (std::uintptr_t at = begin; at < end; at += kStep)
                  if (::madvise(reinterpret_cast<void*>(at), std::min(kStep, end - at),
                                MADV_POPULATE_WRITE) != 0)
                      return;
          }}
    {
    }

private:
    std::jthread m_thread;
};

#endif

} // namespace

void readyCanvas(QWidget& window)
{
#ifdef MADV_POPULATE_WRITE
    // Elsewhere the memory belongs to the compositor's turn and comes with the first frame.
    if (QGuiApplication::platformName() != QLatin1StringView{"xcb"} || window.winId() == 0 ||
        !window.backingStore())
        return;
    window.backingStore()->resize(window.size());
    const auto* canvas = dynamic_cast<QImage*>(window.backingStore()->paintDevice());
    if (!canvas || canvas->isNull())
        return;
    const auto page = static_cast<std::uintptr_t>(::sysconf(_SC_PAGESIZE));
    const auto first = reinterpret_cast<std::uintptr_t>(canvas->constBits());
    const auto last = first + static_cast<std::uintptr_t>(canvas->sizeInBytes());
    const std::uintptr_t begin = (first + page - 1) / page * page;
    const std::uintptr_t end = last / page * page;
    if (begin < end)
        new Populating{window, begin, end}; // the window owns it
#else
    static_cast<void>(window);
#endif
}

} // namespace coffee::ui
