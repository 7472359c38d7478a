// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk/pages/kiosk_window.h"
#include "kiosk/pages/measure_page.h"
#include "kiosk/session/kiosk_presenters.h"
#include "kiosk/shots/still_shop.h"

#include <QSize>

#include <memory>
#include <stdexcept>
#include <vector>

class QAbstractButton;

/// The order window in a shop that stands still, for pictures of its pages and for measuring them.
namespace coffee::kiosk {

class ShotError final : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

[[nodiscard]] Refusal refusalOf(RefusalCode code);

/// The demo menu that the pictures show; it is built into the program.
[[nodiscard]] Menu demoMenu();

/// A glass, a language and how the customer wants to see it.
struct Setting {
    const char* shape; ///< for file names and complaints: portrait, landscape, contrast, low …
    QSize size;
    double inches;
    ui::Language language;
    ui::TextScale scale;
    int percent;
    bool isOnSheet; ///< on the contact sheet, and not only measured
    ui::PaletteKind palette{ui::PaletteKind::Light};
    bool isLow{false};
    bool isVoice{false};
};

/// Every setting that is measured, in both languages: both shapes of glass at 100, 150 and 200 %,
/// high contrast, the low screen, voice guidance, and all of these at once.
[[nodiscard]] std::vector<Setting> settings();

/// The look of a setting, as the customer chose it.
[[nodiscard]] ui::Theme themeOf(const Setting& setting);

/// A kiosk with its window in that shop. Changes the look of the application; one at a time.
class Stage {
public:
    /// Captions alone unless a voice is given; it outlives the stage. A shop that is not known has
    /// never been reached: there is no menu yet.
    explicit Stage(const Setting& setting, bool isShopKnown = true,
                   sound::VoiceEngine* voice = nullptr);

    /// The program starts anew in a shop like this one, with what is on its disk.
    void startAgain(const ShopFront& front = {});

    /// As a customer's finger does. Throws `ShotError` when there is no such button to be seen.
    void press(const char* button) const;
    /// The finger tries a button that cannot be pressed yet.
    void tryToPress(const char* button) const;
    /// With voice guidance: the longest of these sentences is said now.
    void hear(const QString& sentences) const;
    /// The item is sold in these hours only, and it is not that time now.
    void sellAt(const std::string& item, const SaleHours& hours);
    /// It is not the time at which this shop takes orders.
    void closeNow();
    void showView(const SoldOut& soldOut);
    /// The bar's screen is away, and it was said so at the review page.
    void leaveBar();
    /// From here on orders are taken away, or one of their drinks goes into a cup of the
    /// customer's own.
    void orderToGo() { m_service = ServiceMode::TakeAway; }
    void orderInOwnCup() { m_ownCup = true; }
    /// A customer came for two iced americanos and a latte.
    void fillBasket();
    /// As many drinks as one order may have.
    void fillWholeBasket();
    void pay();
    void quoteAndPlace();
    void payUntil(PaymentPhase phase);
    void endPayment(const protocol::AttemptAnswer& answer);
    /// That happened in the shop, to everybody's knowledge.
    void publish(const std::vector<EventBody>& bodies);
    [[nodiscard]] protocol::Quote quote() const;
    [[nodiscard]] protocol::PaidAnswer paid() const;
    /// Lets the layouts settle, then paints.
    void settle() const;

    [[nodiscard]] KioskWindow& window() const { return *m_window; }
    [[nodiscard]] KioskPresenters& kiosk() { return *m_kiosk; }

private:
    void choose() const;
    [[nodiscard]] QAbstractButton* find(const char* button) const;
    [[nodiscard]] protocol::StatusAnswer status() const;
    [[nodiscard]] Basket order() const;
    [[nodiscard]] BasketLine line(const std::string& item, int count,
                                  const std::vector<OptionSelection>& more) const;

    Setting m_setting;
    bool m_isShopKnown;
    sound::VoiceEngine* m_voice;
    ServiceMode m_service{ServiceMode::Here};
    bool m_ownCup{false};
    Sequence m_seq{40};

public:
    StillClient client;
    StillFeed source;
    StillTime time;
    StillDisk disk;
    client::ShopFeed feed;
    ui::LanguageSwitch words;
    Menu menu;
    WaitRange wait{240, 420};

    static constexpr std::int32_t kNumber = 117;
    static constexpr ShopTime kNow{std::chrono::milliseconds{1'790'000'000'000}};

private:
    std::unique_ptr<KioskPresenters> m_kiosk;
    std::unique_ptr<KioskWindow> m_window;
};

/// The page that measures the screen, alone as `--measure` shows it. Changes the look of the
/// application; one at a time.
class MeasureStage {
public:
    explicit MeasureStage(const Setting& setting);
    [[nodiscard]] MeasurePage& page() const { return *m_page; }

private:
    ui::LanguageSwitch m_words;
    std::unique_ptr<MeasurePage> m_page;
};

/// For file names and complaints.
inline constexpr const char* kMeasurePose = "30-measure";

} // namespace coffee::kiosk
