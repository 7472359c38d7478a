// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/pages/attract_page.h"

#include "kiosk/pages/attract_parts.h"
#include "kiosk/pages/kiosk_words.h"
#include "shared/widgets/button.h"
#include "shared/widgets/card.h"
#include "shared/widgets/choice.h"
#include "shared/widgets/texts.h"
#include "shared/widgets/theme.h"

#include <array>

namespace coffee::kiosk {

using ui::Button;
using ui::ButtonKind;
using ui::Icon;
using ui::Label;
using ui::Space;
using ui::TextRole;

namespace {

constexpr double kTextBeforePicture = 1.8;
constexpr double kTextBeforeHalves = 1.3;

const QString kStandard = QStringLiteral("mode_standard");
const QString kEasy = QStringLiteral("mode_easy");
const QString kVoice = QStringLiteral("mode_voice");
const QString kContrast = QStringLiteral("mode_contrast");
const QString kLow = QStringLiteral("mode_low");
/// How much of what is left over goes to the picture, against the room above and below it.
constexpr int kHeroShare = 6;

} // namespace

AttractPage::AttractPage(PageParts parts, QWidget* parent)
    : Page{parent},
      m_parts{parts},
      m_halves{new QBoxLayout{QBoxLayout::TopToBottom}},
      m_welcome{new QVBoxLayout},
      m_choice{new QVBoxLayout},
      m_hero{new HeroPicture},
      m_logo{new LogoPicture{parts.front.logoFile}},
      m_shop{new Label{TextRole::Title}},
      m_greeting{new Label{TextRole::Body}},
      m_question{new Label{TextRole::Heading}},
      m_here{new ServiceTile{Icon::Store}},
      m_takeAway{new ServiceTile{Icon::Takeaway}},
      m_tiles{new QWidget},
      m_paused{new ui::Card},
      m_pausedTitle{new Label{TextRole::Title}},
      m_pausedText{new Label{TextRole::Heading}},
      m_wait{new Label{TextRole::Body}},
      m_myOrder{new Button{QString{}, ButtonKind::Outline}},
      m_views{new ui::ChoiceGroup{ui::ChoiceGroup::Mode::Several}}
{
    const ui::Theme& theme = ui::themeOf(*this);
    m_here->setObjectName(QStringLiteral("hereButton"));
    m_takeAway->setObjectName(QStringLiteral("takeAwayButton"));
    m_myOrder->setObjectName(QStringLiteral("myOrderButton"));
    m_myOrder->setMark(Icon::Receipt);
    m_wait->setInk(ui::Ink::Second);
    m_logo->setObjectName(QStringLiteral("shopLogo"));
    m_greeting->setObjectName(QStringLiteral("greetingLabel"));
    m_pausedText->setObjectName(QStringLiteral("notTakingLabel"));
    m_greeting->setInk(ui::Ink::Second);
    for (Label* centred : {m_shop, m_greeting, m_question, m_wait, m_pausedTitle, m_pausedText})
        centred->setAlignment(Qt::AlignCenter);

    m_welcome->setSpacing(theme.px(Space::Medium));
    m_welcome->addStretch(1);
    m_welcome->addWidget(m_hero, kHeroShare);
    m_welcome->addWidget(m_logo, 0, Qt::AlignHCenter);
    m_welcome->addWidget(m_shop);
    m_welcome->addWidget(m_greeting);
    m_welcome->addWidget(m_wait);
    m_welcome->addStretch(1);

    auto* tiles = new QBoxLayout{QBoxLayout::LeftToRight, m_tiles};
    tiles->setContentsMargins(0, 0, 0, 0);
    tiles->addWidget(m_here, 1);
    tiles->addWidget(m_takeAway, 1);
    m_paused->setLook(ui::Card::Look::Warning);
    m_paused->setPadding(Space::Large);
    m_paused->body()->addWidget(m_pausedTitle);
    m_paused->body()->addWidget(m_pausedText);

    m_choice->setSpacing(theme.px(Space::Large));
    m_choice->addStretch(1);
    m_choice->addWidget(m_question);
    m_choice->addWidget(m_tiles);
    m_choice->addWidget(m_paused);
    m_choice->addWidget(m_myOrder);
    m_choice->addWidget(m_views);
    m_choice->addStretch(1);

    m_halves->setSpacing(theme.px(Space::Large));
    m_halves->addLayout(m_welcome, 1);
    m_halves->addLayout(m_choice, 1);
    body()->addLayout(m_halves, 1);
    footer()->hide();

    connect(m_here, &QPushButton::clicked, this,
            [this] { m_parts.session.start(ServiceMode::Here); });
    connect(m_takeAway, &QPushButton::clicked, this,
            [this] { m_parts.session.start(ServiceMode::TakeAway); });
    connect(m_myOrder, &QPushButton::clicked, this, [this] { m_parts.session.openMyOrder(); });
    m_views->setObjectName(QStringLiteral("viewGroup"));
    connect(m_views, &ui::ChoiceGroup::chosenChanged, this, &AttractPage::choose);
}

void AttractPage::choose(const QStringList& ids)
{
    ScreenModes wanted{m_modes.scale, ids.contains(kContrast), ids.contains(kLow),
                       ids.contains(kVoice)};
    if (ids.contains(kEasy) != m_modes.isEasy())
        wanted.scale = m_modes.isEasy() ? ui::TextScale::Percent100 : ui::TextScale::Percent150;
    // 기본 takes everything else back; pressed while it is chosen, it stays.
    if (ids.contains(kStandard) && !m_modes.isPlain())
        wanted = {};
    refreshViews();
    Q_EMIT modesChosen(wanted);
}

void AttractPage::setModes(const ScreenModes& modes)
{
    m_modes = modes;
    refreshViews();
}

void AttractPage::refreshViews()
{
    m_views->setChoices({{kStandard, tr("기본"), {}, m_modes.isPlain(), false},
                         {kEasy, tr("쉬운 화면"), {}, m_modes.isEasy(), false},
                         {kVoice, tr("음성 안내"), {}, m_modes.voice, false},
                         {kContrast, tr("고대비"), {}, m_modes.highContrast, false},
                         {kLow, tr("낮은 화면"), {}, m_modes.lowScreen, false}});
}

bool AttractPage::isBeside() const
{
    return isWide() && ui::themeOf(*this).metrics().textFactor() < kTextBeforeHalves;
}

void AttractPage::refresh()
{
    const Menu& menu = m_parts.menu.menu();
    // Very large text needs the room: what can be pressed comes before what is pretty.
    m_halves->setDirection(isBeside() ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_logo->setAccessibleName(ui::texts::local(menu.shopName));
    m_greeting->setText(ui::texts::local(menu.greeting));
    m_greeting->setVisible(!m_greeting->text().isEmpty() && !isEasy() && !m_modes.lowScreen);
    m_hero->setImages(heroImages(m_parts.menu));
    m_shop->setText(ui::texts::local(menu.shopName));
    m_question->setText(tr("어디에서 드시나요?"));
    m_here->setWords(tr("매장에서"), plainly(tr("매장 컵에 담아 드려요"), tr("여기서 먹어요")));
    m_takeAway->setWords(tr("포장"), plainly(tr("가져가실 수 있게 담아 드려요"), tr("가져가요")));
    m_myOrder->setText(tr("내 주문 보기"));
    const auto wait = m_parts.feed.expectedWait();
    const bool live = m_parts.feed.freshness().state == client::FeedState::Live;
    m_wait->setText(wait && live && wait->maxSeconds > 0 && !m_parts.session.isClosedNow()
                        ? tr("지금 주문하면 %1 걸려요.").arg(ui::texts::wait(*wait))
                        : QString{});
    refreshViews();
    refreshTaking();
    fit();
}

void AttractPage::fit()
{
    const int width = isBeside() ? (bodyWidth() - m_halves->spacing()) / 2 : bodyWidth();
    const bool pretty =
        ui::themeOf(*this).metrics().textFactor() < kTextBeforePicture && !m_modes.lowScreen;
    m_views->setOneRow(width);
    // What can be pressed comes before what is pretty, and before what is only told: all of the
    // page is seen at once, or else its tiles are.
    for (const Sight sight : {Sight::Page, Sight::Tiles, Sight::WordsOfTiles, Sight::Least})
        for (const int told : {3, 2, 1, 0}) {
            // In low-screen mode the shop's name stands above, with its picture.
            const bool shop = told > 0 && !m_modes.lowScreen;
            m_hero->setVisible(pretty && told > 2);
            m_wait->setVisible(told > 1 && !m_wait->text().isEmpty());
            m_shop->setVisible(shop && !m_logo->hasPicture());
            m_logo->setVisible(shop && m_logo->hasPicture());
            if (placeTiles(width, sight) || (m_tiles->isHidden() && told == 0))
                return;
        }
}

bool AttractPage::placeTiles(int width, Sight sight)
{
    using Shape = ServiceTile::Shape;
    struct Plan {
        Shape shape;
        QBoxLayout::Direction row;
    };
    constexpr std::array kPlans{
        Plan{Shape::Upright, QBoxLayout::LeftToRight}, Plan{Shape::Lying, QBoxLayout::LeftToRight},
        Plan{Shape::Lying, QBoxLayout::TopToBottom}, Plan{Shape::Bare, QBoxLayout::TopToBottom}};
    const int gap = m_choice->spacing();
    m_hero->setHeightMost(0);
    const int heroLeast = m_hero->sizeHint().height();
    const int welcome =
        isBeside() || m_welcome->isEmpty() ? 0 : heightOf(*m_welcome, width) + m_halves->spacing();
    const int others = welcome + heightOf(*m_choice, width, nullptr, {{}, {m_tiles}}) + gap;
    m_hero->setHeightMost(isBeside() ? QWIDGETSIZE_MAX : roomFor(others) - others + heroLeast);
    if (m_tiles->isHidden())
        return others <= roomFor(others);
    const int above = welcome + m_question->heightForWidth(width) + gap;
    auto* row = static_cast<QBoxLayout*>(m_tiles->layout());
    for (const Plan& plan : kPlans) {
        const bool across = plan.row == QBoxLayout::LeftToRight;
        const int tile = across ? (width - row->spacing()) / 2 : width;
        const int high =
            std::max(m_here->heightIn(plan.shape, tile), m_takeAway->heightIn(plan.shape, tile));
        const int tiles = across ? high : 2 * high + row->spacing();
        const int room = roomFor(others + tiles);
        const bool bare = sight == Sight::WordsOfTiles || sight == Sight::Least;
        const bool fits =
            std::max(m_here->widthLeast(plan.shape), m_takeAway->widthLeast(plan.shape)) <= tile &&
            (sight == Sight::Page ? others : above) + tiles <= room;
        if (bare != (plan.shape == Shape::Bare) || (!fits && sight != Sight::Least))
            continue;
        // As high as is pleasing, where that costs nothing.
        const int spare = room - others - tiles;
        const int each = across ? spare : spare / 2;
        row->setDirection(plan.row);
        for (ServiceTile* one : {m_here, m_takeAway})
            one->setShape(plan.shape, spare < 0 ? QWIDGETSIZE_MAX : high + each);
        const int grown = std::max(m_here->heightForWidth(tile), m_takeAway->heightForWidth(tile));
        const int left = spare - (across ? 1 : 2) * (grown - high);
        m_hero->setHeightMost(isBeside() ? QWIDGETSIZE_MAX : heroLeast + std::max(0, left));
        return true;
    }
    return false;
}

void AttractPage::refreshTaking()
{
    const auto pause = m_parts.session.pause();
    const bool closed = m_parts.session.isClosedNow();
    m_tiles->setVisible(!pause && !closed);
    m_question->setVisible(!pause && !closed);
    m_paused->setVisible(pause || closed);
    QString text;
    if (pause) {
        m_pausedTitle->setText(tr("지금은 주문을 잠시 쉬고 있어요."));
        text = ui::texts::local(pause->text);
        if (pause->until)
            text += (text.isEmpty() ? QString{} : QStringLiteral("\n")) +
                    tr("%1부터 다시 주문할 수 있어요.").arg(ui::texts::timeOfDay(*pause->until));
    } else if (closed) {
        m_pausedTitle->setText(tr("지금은 주문 시간이 아니에요."));
        text = words::openAt(m_parts.session.openingHours());
    }
    m_pausedText->setText(text);
    m_pausedText->setVisible(!text.isEmpty());
}

} // namespace coffee::kiosk
