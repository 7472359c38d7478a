// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk/board/board_page.h"

#include "shared/client/app_runtime.h"
#include "shared/widgets/language.h"

#include <QString>
#include <QStringList>

#include <functional>
#include <memory>
#include <stdexcept>

class QWidget;

/// The pickup board: the numbers that are being prepared and those that are ready, in digits that
/// are read from across the room. It reads the public stream only, says how long to wait, and says
/// so when what it shows is old.
namespace coffee::board {

/// Embeds the board's English texts; call it before the language is installed. Idempotent.
void registerBoardTranslations();

/// The whole board: it listens to the shop that `runtime` names, keeps what it saw in the runtime's
/// folder, and speaks the runtime's language. It dresses the program in the dark palette at the
/// sizes that are installed (`Audience::Customer`). Lying or upright, as it is resized. Found as
/// `boardWindow`, numbers as `preparing_<number>` and `ready_<number>`, the notice of an old
/// picture as `boardBanner`, what could not be made as `boardTold`, the call or the wait as
/// `boardLine`, the shop's message as `boardMessage`, uncollected numbers as `boardLeft`. `runtime`
/// and what it is heard with must outlive it. GUI thread.
[[nodiscard]] std::unique_ptr<QWidget> makeBoardWindow(const client::AppRuntime& runtime,
                                                       const BoardExtras& extras);

class BoardShotError final : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// Shows the board in every state that it can be in: lying and upright, in both languages, the ones
/// of a language and a shape one after the other. The name says the state. Installs look and
/// languages for itself; the window lives as long as the call.
void walkBoard(
    const std::function<void(QWidget& window, const char* name, ui::Language language)>& look);

/// Writes the board in every state as `board-<page>-<language>.png` into the folder, which is made
/// if needed. Gives the paths; throws BoardShotError where one cannot
/// be written.
QStringList saveBoardShots(const QString& folder);

} // namespace coffee::board
