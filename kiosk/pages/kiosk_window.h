// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk/model/menu_keeper.h"
#include "kiosk/pages/page_parts.h"
#include "kiosk/pages/screen_modes.h"
#include "kiosk/pages/voice_mode.h"
#include "kiosk/session/help_call.h"
#include "shared/widgets/language.h"

#include <QWidget>

#include <cstddef>
#include <functional>
#include <optional>
#include <vector>

class QStackedWidget;
class QTimer;
class QVBoxLayout;

namespace coffee::ui {
class Banner;
class ConfirmSheet;
class DemoRibbon;
class Toast;
} // namespace coffee::ui

namespace coffee::kiosk {

class AllergySheet;
class AttractPage;
class DisplaySheet;
class DoubleTap;
class IdleSheet;
class MenuPage;
class MyOrderPage;
class NumberPage;
class Page;
class ParkedPage;
class ReceiptSheet;
class OptionsPage;
class PayingPage;
class ReviewPage;
class ToldBar;
class TopBar;
class TroublePage;
class UpperScreen;

/// What a kiosk's window shows and whom it tells. All outlive the window.
struct KioskWindowParts {
    PageParts pages;
    MenuKeeper& keeper;
    HelpCall& help;
    ui::LanguageSwitch& language;
    /// Makes the whole program look so (`installLook` of `lookOf`).
    std::function<void(const ScreenModes&)> setLook;
    /// What a new customer starts with.
    ui::Language firstLanguage{ui::Language::Korean};
    /// How much of the glass low-screen mode uses, from its lower edge.
    double lowBandMm{ui::mm::kLowBand};
    /// What it is heard with; captions alone unless told.
    HearingParts hearing{};
    /// Called with the window while nothing is in it yet: puts it where it will be shown and begins
    /// what takes its time meanwhile.
    std::function<void(QWidget& window)> place{};
};

/// The order window: one page a phase, with what is the same on all of them around it. It follows
/// the session and decides nothing. Portrait and landscape, by its own shape; in low-screen mode
/// all of it in a band at the lower edge.
class KioskWindow final : public QWidget {
    Q_OBJECT

public:
    explicit KioskWindow(KioskWindowParts parts, QWidget* parent = nullptr);
    ~KioskWindow() override;

    [[nodiscard]] Page* currentPage() const;

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    /// All of them lie over the frame; one that is open covers it.
    struct Sheets {
        AllergySheet* allergy;
        ReceiptSheet* receipt;
        IdleSheet* idle;
        DisplaySheet* display;
        ui::ConfirmSheet* leave;
    };

    void buildFrame();
    void buildNext();
    void connectParts();
    void connectPage(Page*) {}
    void connectPage(ReviewPage* page);
    void connectPage(NumberPage* page);
    void connectPage(MyOrderPage* page);
    void connectPage(TroublePage* page);
    void showPhase(Phase phase);
    void refresh();
    void refreshFrame();
    void refreshNotice();
    void showReceipt(const OrderView& order);
    /// One step, as the back key means it on this page.
    void goBack();
    void askToLeave();
    void customerLeft();
    void customerActed();
    void setModes(const ScreenModes& modes);
    void arrangeBand();
    void placeTold();
    void connectVoice();
    void watchIdle();
    /// Builds the page when it is first asked for.
    Page* pageOf(Phase phase);
    /// Builds them when they are first asked for.
    Sheets& sheets();
    template <class P, class... More>
    P* built(P*& page, More... more);

    KioskWindowParts m_parts;
    OrderSession& m_session;
    ui::DemoRibbon* m_ribbon;
    UpperScreen* m_upper; ///< only in low-screen mode, above all that can be pressed
    QWidget* m_frame;     ///< all that can be pressed, but for the voice bar's acts
    ToldBar* m_told;
    TopBar* m_top;
    QWidget* m_noticeRow;
    ui::Banner* m_notice;
    QStackedWidget* m_stack;
    ui::Toast* m_toast;
    QTimer* m_refreshSoon;
    DoubleTap* m_doubleTap;
    std::vector<Page*> m_pages;
    AttractPage* m_attract{nullptr};
    MenuPage* m_menu{nullptr};
    OptionsPage* m_options{nullptr};
    ReviewPage* m_review{nullptr};
    PayingPage* m_paying{nullptr};
    TroublePage* m_trouble{nullptr};
    NumberPage* m_number{nullptr};
    MyOrderPage* m_myOrder{nullptr};
    ParkedPage* m_parked{nullptr};
    std::optional<Sheets> m_sheets; ///< empty until the first picture has been painted
    VoiceMode* m_voice;
    ScreenModes m_modes;
    std::size_t m_built{0}; ///< of what the first picture does not show
    bool m_painted{false};
};

} // namespace coffee::kiosk
