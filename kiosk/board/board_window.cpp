// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/board/board_window.h"

#include "kiosk/board/board_page.h"

#include "shared/client/station_store.h"
#include "shared/client/zmq_feed_source.h"
#include "shared/client/zmq_order_client.h"
#include "shared/widgets/language.h"
#include "shared/widgets/theme.h"

#include <QApplication>
#include <QBoxLayout>

// The resources' name must be known outside every namespace.
static void initBoardTranslations()
{
    Q_INIT_RESOURCE(board_translations);
}

namespace coffee::board {
namespace {

/// Owns what the page is shown from; members go in reverse, the page first.
class BoardWindow final : public QWidget {
public:
    BoardWindow(const client::AppRuntime& runtime, const BoardExtras& extras)
        : m_language{ui::languageFromCode(runtime.language()).value_or(ui::Language::Korean)},
          m_store{runtime.folder()},
          m_client{runtime.commands(), {Role::Board, runtime.name()}},
          m_source{{runtime.commands(),
                    runtime.board(),
                    protocol::Stream::Board,
                    {Role::Board, runtime.name()},
                    COFFEE_VERSION}},
          m_feed{m_source},
          m_keeper{m_feed, m_store, protocol::Stream::Board},
          m_page{std::make_unique<BoardPage>(m_feed, m_client, extras)}
    {
        auto* column = new QVBoxLayout{this};
        column->setContentsMargins(0, 0, 0, 0);
        column->addWidget(m_page.get());
        setWindowTitle(m_page->windowTitle());
        m_feed.start();
    }

private:
    ui::LanguageSwitch m_language;
    client::StationStore m_store;
    client::ZmqOrderClient m_client;
    client::ZmqFeedSource m_source;
    client::ShopFeed m_feed;
    client::ViewKeeper m_keeper;
    std::unique_ptr<BoardPage> m_page;
};

} // namespace

void registerBoardTranslations()
{
    initBoardTranslations();
}

std::unique_ptr<QWidget> makeBoardWindow(const client::AppRuntime& runtime,
                                         const BoardExtras& extras)
{
    registerBoardTranslations();
    {
        // The style that is installed knows the size of the glass; only the palette is the board's.
        const QWidget probe;
        ui::installLook(*qApp, ui::themeOf(probe).withPalette(ui::PaletteKind::Dark));
    }
    return std::make_unique<BoardWindow>(runtime, extras);
}

} // namespace coffee::board
