// SPDX-License-Identifier: GPL-3.0-or-later
// The second half of the gallery: messages, progress, cards, the shop's tiles, and overlays.
#include "shared/widgets/gallery_sections.h"

#include "shared/widgets/banner.h"
#include "shared/widgets/basket_row.h"
#include "shared/widgets/card.h"
#include "shared/widgets/column_layout.h"
#include "shared/widgets/label.h"
#include "shared/widgets/pin_sheet.h"
#include "shared/widgets/progress.h"
#include "shared/widgets/sheet.h"
#include "shared/widgets/stat_tile.h"
#include "shared/widgets/texts.h"
#include "shared/widgets/toast.h"

#include <QBoxLayout>
#include <QCoreApplication>
#include <QHeaderView>
#include <QProgressBar>
#include <QTabBar>
#include <QTableWidget>

namespace coffee::ui {

namespace {

class Sample {
    Q_DECLARE_TR_FUNCTIONS(coffee::ui::Gallery)
};

QVBoxLayout* columnOf(QWidget* section, const QString& title)
{
    auto* column = new QVBoxLayout{section};
    column->addWidget(new Label{title, TextRole::Title, section});
    return column;
}

// A stage as large as a window, with an overlay standing open in it.
QWidget* stage(QWidget* parent, const std::function<void(QWidget*)>& open)
{
    auto* host = new Card{parent};
    host->setLook(Card::Look::Sunken);
    host->setMinimumHeight(themeOf(*host).px(mm::kGalleryStageHeight));
    host->body()->addWidget(
        new Label{Sample::tr("아래의 화면은 가려집니다."), TextRole::Heading, host}, 0,
        Qt::AlignTop);
    open(host);
    return host;
}

void openConfirm(QWidget* host)
{
    auto* sheet = new ConfirmSheet{host};
    sheet->setQuestion(Sample::tr("주문을 취소할까요?"),
                       Sample::tr("117번 주문을 만들지 않고, 결제하신 12,500원을 돌려드립니다. "
                                  "카드사에 따라 며칠이 걸릴 수 있어요."),
                       Sample::tr("주문 취소하기"), Sample::tr("그대로 두기"), ButtonKind::Danger);
    sheet->openSheet();
}

void openPin(QWidget* host)
{
    auto* sheet = new PinSheet{host};
    sheet->ask(Sample::tr("매장 비밀번호"),
               Sample::tr("117번 주문을 취소하고 12,500원을 돌려줍니다."));
    sheet->showError(Sample::tr("비밀번호가 달라요. 4번 더 해 볼 수 있어요."));
}

void openToast(QWidget* host)
{
    auto* toast = new Toast{host};
    toast->showMessage(Sample::tr("117번을 픽업 완료로 옮겼어요."), Sample::tr("되돌리기"));
}

QTableWidget* sampleTable(QWidget* parent)
{
    auto* table = new QTableWidget{3, 3, parent};
    table->setHorizontalHeaderLabels({Sample::tr("번호"), Sample::tr("상태"), Sample::tr("금액")});
    const QStringList cells{
        QStringLiteral("117"), texts::state(OrderState::Queued), QStringLiteral("12,500"),
        QStringLiteral("118"), texts::state(OrderState::Making), QStringLiteral("4,500"),
        QStringLiteral("119"), texts::state(OrderState::Ready),  QStringLiteral("9,000")};
    for (int i = 0; i < cells.size(); ++i)
        table->setItem(i / 3, i % 3, new QTableWidgetItem{cells.at(i)});
    table->verticalHeader()->hide();
    table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->selectRow(1);
    table->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    table->setSizeAdjustPolicy(QAbstractScrollArea::AdjustToContents);
    table->setAccessibleName(Sample::tr("주문"));
    return table;
}

} // namespace

QWidget* makeBasketSection(QWidget* parent)
{
    auto* section = new QWidget{parent};
    QVBoxLayout* column = columnOf(section, Sample::tr("담은 것"));
    auto* card = new Card{section};
    BasketRowContent latte;
    latte.id = QStringLiteral("1");
    latte.name = Sample::tr("카페라떼");
    latte.options = Sample::tr("ICE · 크게 · 귀리 우유로 변경 · 샷 추가");
    latte.price = QStringLiteral("12,400");
    latte.image = QStringLiteral("cafe-latte-ice");
    latte.quantity = 2;
    card->body()->addWidget(new BasketRow{latte, card});
    BasketRowContent ade = latte;
    ade.id = QStringLiteral("2");
    ade.name = Sample::tr("청포도 에이드");
    ade.options.clear();
    ade.quantity = 1;
    ade.price = QStringLiteral("5,500");
    ade.image = QStringLiteral("green-grape-ade");
    ade.problem = Sample::tr("방금 품절되었어요");
    card->body()->addWidget(new BasketRow{ade, card});
    column->addWidget(card);
    auto* empty = new EmptyState{Icon::Basket, Sample::tr("아직 담은 것이 없어요"),
                                 Sample::tr("메뉴에서 마음에 드는 것을 골라 보세요."), section};
    column->addWidget(empty);
    return section;
}

QWidget* makeMessageSection(QWidget* parent)
{
    auto* section = new QWidget{parent};
    QVBoxLayout* column = columnOf(section, Sample::tr("알림"));
    column->addWidget(new DemoRibbon{section});
    auto* notice = new Banner{section};
    notice->setMessage(Banner::Kind::Notice, Sample::tr("지금 주문하시면 약 5~8분 걸려요."));
    auto* warning = new Banner{section};
    warning->setMessage(Banner::Kind::Warning, Icon::Unlink,
                        Sample::tr("연결이 끊겨 14:03의 상태를 보여 드리고 있어요."));
    auto* error = new Banner{section};
    error->setMessage(Banner::Kind::Error,
                      Sample::tr("매장과 연결되지 않아요. 담은 것은 그대로 있어요."));
    error->setAction(Sample::tr("다시 해 보기"));
    column->addWidget(notice);
    column->addWidget(warning);
    column->addWidget(error);
    auto* field = new QWidget{section};
    auto* badges = new ColumnLayout{field};
    badges->addWidget(new Badge{Sample::tr("인기"), Badge::Tone::Accent, field});
    badges->addWidget(new Badge{QStringLiteral("HOT"), Badge::Tone::Hot, field});
    badges->addWidget(new Badge{QStringLiteral("ICE"), Badge::Tone::Ice, field});
    badges->addWidget(new Badge{Sample::tr("포장"), Badge::Tone::Neutral, field});
    badges->addWidget(new Badge{Sample::tr("늦음"), Badge::Tone::Warning, field});
    badges->addWidget(new Badge{Sample::tr("취소"), Badge::Tone::Error, field});
    column->addWidget(field);
    return section;
}

QWidget* makeProgressSection(QWidget* parent)
{
    auto* section = new QWidget{parent};
    QVBoxLayout* column = columnOf(section, Sample::tr("진행"));
    auto* steps = new StepBar{section};
    steps->setSteps(
        {Sample::tr("메뉴"), Sample::tr("옵션"), Sample::tr("확인"), Sample::tr("결제")}, 1);
    column->addWidget(steps);
    for (const OrderState state :
         {OrderState::Queued, OrderState::Making, OrderState::Ready, OrderState::Collected}) {
        auto* status = new StatusSteps{section};
        status->setSteps(texts::orderSteps(), texts::orderStep(state));
        column->addWidget(status);
    }
    auto* stopped = new StatusSteps{section};
    stopped->setSteps(texts::orderSteps(), 1);
    stopped->setStopped(texts::state(OrderState::Cancelled));
    column->addWidget(stopped);
    auto* countdown = new CountdownBar{section};
    countdown->setRemaining(std::chrono::seconds{14}, std::chrono::seconds{20},
                            Sample::tr("14초 뒤 처음 화면으로 돌아갑니다."));
    column->addWidget(countdown);
    auto* busy = new BusyBar{section};
    busy->setWords(texts::phase(PaymentPhase::Checking));
    column->addWidget(busy);
    auto* bar = new QProgressBar{section};
    bar->setValue(40);
    bar->setTextVisible(false);
    bar->setAccessibleName(Sample::tr("진행"));
    column->addWidget(bar);
    return section;
}

QWidget* makeCardSection(QWidget* parent)
{
    auto* section = new QWidget{parent};
    QVBoxLayout* column = columnOf(section, Sample::tr("카드"));
    auto* field = new QWidget{section};
    auto* grid = new ColumnLayout{field};
    const auto add = [&](Card::Look look, const QString& words, Ink ink) {
        auto* card = new Card{field};
        card->setLook(look);
        auto* label = new Label{words, TextRole::Heading, card};
        label->setInk(ink);
        card->body()->addWidget(label);
        grid->addWidget(card);
        return label;
    };
    add(Card::Look::Plain, Sample::tr("보통 카드"), Ink::First);
    add(Card::Look::Sunken, Sample::tr("들어간 카드"), Ink::First);
    add(Card::Look::Tinted, Sample::tr("고른 카드"), Ink::First);
    add(Card::Look::Warning, Sample::tr("주의 카드"), Ink::Warning);
    add(Card::Look::Error, Sample::tr("오류 카드"), Ink::Error);
    add(Card::Look::Stop, Sample::tr("멈춤: 만들지 마세요"), Ink::OnDanger)->setStruckOut(true);
    column->addWidget(field);
    return section;
}

QWidget* makeShopSection(QWidget* parent)
{
    auto* section = new QWidget{parent};
    QVBoxLayout* column = columnOf(section, Sample::tr("매장 상태"));
    auto* field = new QWidget{section};
    auto* grid = new ColumnLayout{field};
    auto* sales = new StatTile{Icon::Money, Sample::tr("오늘 매출"), field};
    sales->setValue(QStringLiteral("1,284,500"), Sample::tr("주문 143건"));
    auto* refunds = new StatTile{Icon::Refund, Sample::tr("환불"), field};
    refunds->setValue(QStringLiteral("9,000"), Sample::tr("2건, 모두 끝남"));
    auto* kiosk = new HealthTile{Icon::Kiosk, Sample::tr("주문기 1"), field};
    kiosk->setHealth(Health::Good, texts::state(PresenceState::Up), Sample::tr("09:12부터"));
    auto* station = new HealthTile{Icon::Station, Sample::tr("바리스타 화면"), field};
    station->setHealth(Health::Late, texts::state(PresenceState::Behind),
                       Sample::tr("7초 뒤처짐, 마지막 4211번"));
    auto* board = new HealthTile{Icon::Board, Sample::tr("픽업 화면"), field};
    board->setHealth(Health::Gone, texts::state(PresenceState::Away), Sample::tr("14:03부터"));
    for (QWidget* tile : std::initializer_list<QWidget*>{sales, refunds, kiosk, station, board})
        grid->addWidget(tile);
    column->addWidget(field);
    auto* tabs = new QTabBar{section};
    tabs->addTab(Sample::tr("주문"));
    tabs->addTab(Sample::tr("결제"));
    tabs->addTab(Sample::tr("메뉴"));
    tabs->setAccessibleName(Sample::tr("보기"));
    column->addWidget(tabs);
    column->addWidget(sampleTable(section));
    return section;
}

QWidget* makeOverlaySection(QWidget* parent, GalleryUse use)
{
    auto* section = new QWidget{parent};
    QVBoxLayout* column = columnOf(section, Sample::tr("덮는 화면"));
    const std::function<void(QWidget*)> openers[]{openConfirm, openPin, openToast};
    if (use == GalleryUse::Still) {
        for (const auto& open : openers)
            column->addWidget(stage(section, open));
        return section;
    }
    const QStringList names{Sample::tr("확인 묻기"), Sample::tr("비밀번호 묻기"),
                            Sample::tr("알림 띄우기")};
    for (int i = 0; i < names.size(); ++i) {
        auto* button = new Button{names.at(i), ButtonKind::Outline, section};
        QObject::connect(button, &QPushButton::clicked, section,
                         [section, open = openers[i]] { open(section->window()); });
        column->addWidget(button);
    }
    return section;
}

std::vector<GallerySection> gallerySections(GalleryUse use)
{
    return {{QStringLiteral("colours"), makeColourSection},
            {QStringLiteral("type"), makeTypeSection},
            {QStringLiteral("buttons"), makeButtonSection},
            {QStringLiteral("icons"), makeIconSection},
            {QStringLiteral("inputs"), makeInputSection},
            {QStringLiteral("choices"), makeChoiceSection},
            {QStringLiteral("menu"), makeMenuSection},
            {QStringLiteral("pictures"), makePictureSection},
            {QStringLiteral("basket"), makeBasketSection},
            {QStringLiteral("messages"), makeMessageSection},
            {QStringLiteral("progress"), makeProgressSection},
            {QStringLiteral("cards"), makeCardSection},
            {QStringLiteral("shop"), makeShopSection},
            {QStringLiteral("overlays"),
             [use](QWidget* parent) { return makeOverlaySection(parent, use); }}};
}

} // namespace coffee::ui
