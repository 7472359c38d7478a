// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk/pages/kiosk_window.h"
#include "shared/widgets/theme.h"
#include "tests/kiosk/kiosk_shop.h"

#include <QApplication>
#include <QLabel>
#include <QPushButton>
#include <QTest>

namespace coffee::test {

/// How a window is looked at.
struct Look {
    QSize size{1080, 1920};
    ui::Language language{ui::Language::Korean};
    ui::TextScale scale{ui::TextScale::Percent100};
};

/// A kiosk with its real window, offscreen; found and pressed by object name.
struct WindowShop {
    explicit WindowShop(const Look& look = {}, const std::optional<Menu>& menu = {},
                        kiosk::HearingParts hearing = {}, const kiosk::ShopFront& front = {},
                        const QString& diskFolder = {})
        : shop{diskFolder}, words{look.language}
    {
        if (menu)
            shop.menu = *menu;
        ui::Metrics::Settings glass;
        glass.pixelsPerMm = ui::pixelsPerMm(look.size, look.size.width() > 1500 ? 24.0 : 21.5);
        glass.textScale = look.scale;
        theme = ui::Theme{ui::PaletteKind::Light, ui::Metrics{glass}, true};
        ui::installLook(*qApp, theme);
        shop.session().setLocale(ui::languageCode(look.language).toStdString());
        auto& kiosk = shop.kiosk;
        hearing.reminder = &kiosk.cardReminder();
        window = std::make_unique<kiosk::KioskWindow>(
            kiosk::KioskWindowParts{{kiosk.session(), kiosk.basket(), kiosk.menu(), kiosk.myOrder(),
                                     kiosk.guard(), shop.feed, front},
                                    kiosk.keeper(),
                                    kiosk.help(),
                                    words,
                                    [this](const kiosk::ScreenModes& modes) {
                                        ui::installLook(*qApp, kiosk::lookOf(theme, modes));
                                    },
                                    look.language,
                                    ui::mm::kLowBand,
                                    hearing});
        window->resize(look.size);
        window->show();
        shop.open();
        settle();
    }

    static void settle()
    {
        // Wrapped texts change heights and heights change widths: a few rounds.
        for (int round = 0; round < 6; ++round) {
            QApplication::sendPostedEvents();
            QApplication::processEvents();
        }
    }

    /// The visible widget of that name; the test fails when there is none.
    template <class W = QWidget>
    [[nodiscard]] W* find(const char* name) const
    {
        for (W* widget : window->findChildren<W*>(QLatin1StringView{name}))
            if (widget->isVisible())
                return widget;
        return nullptr;
    }
    /// What the visible label of that name says; nothing when there is none.
    [[nodiscard]] QString text(const char* name) const
    {
        const QLabel* label = find<QLabel>(name);
        return label ? label->text() : QString{};
    }
    [[nodiscard]] bool press(const char* name)
    {
        QAbstractButton* button = nullptr;
        for (auto* one : window->findChildren<QAbstractButton*>(QLatin1StringView{name}))
            if (one->isVisible() && !isCovered(*one))
                button = one;
        if (!button || !button->isEnabled())
            return false;
        // A person needs longer than that from one button to the next.
        QTest::lastMouseTimestamp += 1000;
        QTest::mouseClick(button, Qt::LeftButton);
        settle();
        return true;
    }
    /// All of it, without scrolling.
    [[nodiscard]] bool isSeenWhole(const char* name) const
    {
        const QWidget* widget = find(name);
        return widget && widget->visibleRegion().boundingRect() == widget->rect();
    }
    /// Something else lies where a finger would press.
    [[nodiscard]] bool isCovered(const QWidget& widget) const
    {
        const QRegion seen = widget.visibleRegion();
        if (seen.isEmpty())
            return false; // scrolled away: a finger scrolls first
        const QWidget* top =
            window->childAt(widget.mapTo(window.get(), seen.boundingRect().center()));
        return top != &widget && !widget.isAncestorOf(top);
    }
    /// Walks to the widget with Tab alone.
    [[nodiscard]] bool tabTo(const char* name)
    {
        for (int step = 0; step < 150; ++step) {
            const QWidget* now = window->focusWidget();
            if (now && now->hasFocus() && now->objectName() == QLatin1StringView{name})
                return true;
            QTest::keyClick(now ? const_cast<QWidget*>(now) : window.get(), Qt::Key_Tab);
        }
        return false;
    }
    [[nodiscard]] bool pressByKey(const char* name)
    {
        if (!tabTo(name))
            return false;
        QTest::keyClick(window->focusWidget(), Qt::Key_Return);
        settle();
        return true;
    }

    KioskShop shop;
    ui::LanguageSwitch words;
    ui::Theme theme;
    std::unique_ptr<kiosk::KioskWindow> window;
};

} // namespace coffee::test
