// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk/model/menu_keeper.h"
#include "kiosk/pages/page_parts.h"
#include "kiosk/session/help_call.h"
#include "shared/widgets/language.h"
#include "shared/widgets/metrics.h"

#include <QWidget>

#include <functional>
#include <vector>

class QStackedWidget;
class QTimer;
class QVBoxLayout;

namespace coffee::ui {
class Banner;
class ConfirmSheet;
class DemoRibbon;
class StepBar;
class Toast;
} // namespace coffee::ui

namespace coffee::kiosk {

class AllergySheet;
class IdleSheet;
class MenuPage;
class MyOrderPage;
class Page;
class ReviewPage;
class TextSizeSheet;
class TopBar;

/// What a kiosk's window shows and whom it tells. All outlive the window.
struct KioskWindowParts {
    PageParts pages;
    MenuKeeper& keeper;
    HelpCall& help;
    ui::LanguageSwitch& language;
    /// Makes the whole program's text larger or smaller (`installLook`).
    std::function<void(ui::TextScale)> setTextScale;
    /// What a new customer starts with.
    ui::Language firstLanguage{ui::Language::Korean};
};

/// The order window: one page a phase, with what is the same on all of them around it. It follows
/// the session and decides nothing. Portrait and landscape, by its own shape.
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
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void buildFrame();
    void buildPages();
    void connectParts();
    void showPhase(Phase phase);
    void refresh();
    void refreshFrame();
    void refreshSteps();
    void refreshConnection();
    void refreshNotice();
    void askToLeave();
    void customerLeft();
    void setTextScale(ui::TextScale scale);
    [[nodiscard]] Page* pageOf(Phase phase) const;
    template <class P>
    P* add(P* page);

    KioskWindowParts m_parts;
    OrderSession& m_session;
    ui::DemoRibbon* m_ribbon;
    TopBar* m_top;
    ui::StepBar* m_steps;
    ui::Banner* m_connection;
    ui::Banner* m_notice;
    QStackedWidget* m_stack;
    ui::Toast* m_toast;
    QTimer* m_refreshSoon;
    std::vector<Page*> m_pages;
    Page* m_attract{nullptr};
    MenuPage* m_menu{nullptr};
    Page* m_options{nullptr};
    ReviewPage* m_review{nullptr};
    Page* m_paying{nullptr};
    Page* m_trouble{nullptr};
    Page* m_number{nullptr};
    MyOrderPage* m_myOrder{nullptr};
    AllergySheet* m_allergy;
    IdleSheet* m_idle;
    TextSizeSheet* m_textSize;
    ui::ConfirmSheet* m_leave;
    ui::TextScale m_scale{ui::TextScale::Percent100};
};

} // namespace coffee::kiosk
