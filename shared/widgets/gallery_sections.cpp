// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/widgets/gallery_sections.h"

#include "shared/widgets/button.h"
#include "shared/widgets/card.h"
#include "shared/widgets/category_bar.h"
#include "shared/widgets/choice.h"
#include "shared/widgets/column_layout.h"
#include "shared/widgets/digit_pad.h"
#include "shared/widgets/input.h"
#include "shared/widgets/item_tile.h"
#include "shared/widgets/label.h"
#include "shared/widgets/page_header.h"
#include "shared/widgets/paint.h"
#include "shared/widgets/picture.h"
#include "shared/widgets/stepper.h"
#include "shared/widgets/text_block.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QCoreApplication>
#include <QDir>
#include <QPainter>
#include <QRadioButton>

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

// A colour with its name; painted with text in a colour that stands on it.
class Swatch final : public QWidget {
public:
    Swatch(const QString& name, const QColor& ground, const QColor& ink, QWidget* parent)
        : QWidget{parent}, m_name{name}, m_ground{ground}, m_ink{ink}
    {
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    }
    [[nodiscard]] QSize sizeHint() const override
    {
        const Theme& theme = themeOf(*this);
        return {theme.metrics().tileLeastPx() / 2, theme.metrics().targetPx()};
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        const Theme& theme = themeOf(*this);
        QPainter painter{this};
        paintPlate(painter, QRectF{rect()}, theme.px(mm::kRadiusControl), m_ground,
                   theme.colours().hairline, theme.metrics().exactPx(mm::kBorder));
        painter.setPen(m_ink);
        TextBlock{m_name, theme.font(TextRole::Body), double(width())}.draw(painter, QRectF{rect()},
                                                                            Qt::AlignCenter);
    }

private:
    QString m_name;
    QColor m_ground;
    QColor m_ink;
};

// A button as it looks with the keyboard's focus; a window has only one true focus.
class FocusSample final : public QWidget {
public:
    FocusSample(QWidget* button, QWidget* parent) : QWidget{parent}
    {
        auto* row = new QHBoxLayout{this};
        row->addWidget(button);
        button->setFocusPolicy(Qt::NoFocus);
        m_ring = new Ring{this};
    }

protected:
    void resizeEvent(QResizeEvent*) override
    {
        m_ring->setGeometry(rect());
        m_ring->raise();
    }

private:
    class Ring final : public QWidget {
    public:
        explicit Ring(QWidget* parent) : QWidget{parent}
        {
            setAttribute(Qt::WA_TransparentForMouseEvents);
        }

    protected:
        void paintEvent(QPaintEvent*) override
        {
            QPainter painter{this};
            const Theme& theme = themeOf(*this);
            paintFocus(painter, QRectF{rect()}, theme.px(mm::kRadiusControl), theme);
        }
    };
    Ring* m_ring;
};

Button* sampleButton(const QString& text, ButtonKind kind, QWidget* parent)
{
    auto* button = new Button{text, kind, parent};
    button->setAccessibleName(text);
    return button;
}

void addButtonRow(ColumnLayout* grid, const QString& text, ButtonKind kind, QWidget* parent)
{
    auto* pressed = sampleButton(text, kind, parent);
    pressed->setDown(true);
    auto* selected = sampleButton(text, kind, parent);
    selected->setCheckable(true);
    selected->setChecked(true);
    auto* off = sampleButton(text, kind, parent);
    off->setUnavailable(Sample::tr("컵을 먼저 골라 주세요"));
    auto* busy = sampleButton(text, kind, parent);
    busy->setBusy(Sample::tr("보내는 중"));
    grid->addWidget(sampleButton(text, kind, parent));
    grid->addWidget(pressed);
    if (kind == ButtonKind::Outline)
        grid->addWidget(selected);
    else
        delete selected;
    grid->addWidget(off);
    grid->addWidget(busy);
    grid->addWidget(new FocusSample{sampleButton(text, kind, parent), parent});
}

} // namespace

QWidget* makeColourSection(QWidget* parent)
{
    auto* section = new QWidget{parent};
    QVBoxLayout* column = columnOf(section, Sample::tr("색"));
    auto* field = new QWidget{section};
    auto* grid = new ColumnLayout{field};
    const Colours& c = themeOf(*section).colours();
    const auto add = [&](const char* name, const QColor& ground, const QColor& ink) {
        grid->addWidget(new Swatch{QString::fromLatin1(name), ground, ink, field});
    };
    add("canvas", c.canvas, c.ink);
    add("surface", c.surface, c.ink);
    add("sunken", c.sunken, c.ink);
    add("ink", c.ink, c.surface);
    add("inkSecond", c.surface, c.inkSecond);
    add("border", c.border, c.surface);
    add("accent", c.accent, c.onAccent);
    add("accentPressed", c.accentPressed, c.onAccent);
    add("accentTint", c.accentTint, c.ink);
    add("warning", c.warningGround, c.warningInk);
    add("error", c.errorGround, c.errorInk);
    add("danger", c.danger, c.onDanger);
    add("hot", c.surface, c.hot);
    add("ice", c.surface, c.ice);
    column->addWidget(field);
    return section;
}

QWidget* makeTypeSection(QWidget* parent)
{
    auto* section = new QWidget{parent};
    QVBoxLayout* column = columnOf(section, Sample::tr("글자"));
    auto* sign = new QHBoxLayout;
    auto* logo = new QLabel{section};
    auto* wordmark = new QLabel{section};
    const Theme& theme = themeOf(*section);
    const int signHeight = theme.metrics().targetPx();
    logo->setPixmap(logoPixmap(signHeight));
    wordmark->setPixmap(wordmarkPixmap(theme.colours().accent, signHeight * 2 / 3));
    wordmark->setAccessibleName(Sample::tr("온도 커피"));
    sign->addWidget(logo);
    sign->addWidget(wordmark);
    sign->addStretch(1);
    column->addLayout(sign);
    column->addWidget(
        new Label{Sample::tr("제목: 오늘도 따뜻하게, 온도 커피"), TextRole::Title, section});
    column->addWidget(
        new Label{Sample::tr("소제목: 원두를 골라 주세요"), TextRole::Heading, section});
    column->addWidget(new Label{Sample::tr("버튼: 결제하기 12,500원"), TextRole::Button, section});
    column->addWidget(new Label{
        Sample::tr(
            "본문: 주문하신 음료는 준비되는 대로 픽업 화면에 번호로 알려 드립니다. 낱말은 줄 "
            "끝에서 나뉘지 않습니다."),
        TextRole::Body, section});
    auto* second = new Label{Sample::tr("보조 글: 원산지와 알레르기 정보를 확인해 주세요."),
                             TextRole::Body, section};
    second->setInk(Ink::Second);
    column->addWidget(second);
    auto* number = new BigNumber{section};
    number->setNumber(QStringLiteral("117"), Sample::tr("주문 번호 117"));
    column->addWidget(number);
    return section;
}

QWidget* makeButtonSection(QWidget* parent)
{
    auto* section = new QWidget{parent};
    QVBoxLayout* column = columnOf(section, Sample::tr("버튼"));
    const auto block = [&](const QString& text, ButtonKind kind) {
        auto* field = new QWidget{section};
        addButtonRow(new ColumnLayout{field}, text, kind, field);
        column->addWidget(field);
    };
    block(Sample::tr("결제하기"), ButtonKind::Filled);
    block(Sample::tr("더 담기"), ButtonKind::Outline);
    block(Sample::tr("처음으로"), ButtonKind::Quiet);
    block(Sample::tr("주문 취소하기"), ButtonKind::Danger);
    auto* pay = sampleButton(Sample::tr("결제하기"), ButtonKind::Filled, section);
    pay->setMark(Icon::Card);
    pay->setDetail(Sample::tr("12,500원"));
    column->addWidget(pay);
    auto* row = new QHBoxLayout;
    row->addWidget(new IconButton{Icon::Language, QStringLiteral("English"), section});
    row->addWidget(new IconButton{Icon::TextSize, Sample::tr("큰 글씨"), section});
    row->addWidget(new IconButton{Icon::Contrast, Sample::tr("고대비"), section});
    row->addWidget(new IconButton{Icon::Bell, Sample::tr("직원 호출"), section});
    column->addLayout(row);
    return section;
}

QWidget* makeIconSection(QWidget* parent)
{
    auto* section = new QWidget{parent};
    QVBoxLayout* column = columnOf(section, Sample::tr("아이콘"));
    auto* field = new QWidget{section};
    auto* grid = new ColumnLayout{field};
    for (int i = 0; i < kIconCount; ++i) {
        const auto icon = static_cast<Icon>(i);
        auto* cell = new QWidget{field};
        auto* row = new QHBoxLayout{cell};
        row->addWidget(new IconMark{icon, TextRole::Heading, cell});
        row->addWidget(new Label{iconName(icon), TextRole::Body, cell}, 1);
        grid->addWidget(cell);
    }
    column->addWidget(field);
    return section;
}

QWidget* makeInputSection(QWidget* parent)
{
    auto* section = new QWidget{parent};
    QVBoxLayout* column = columnOf(section, Sample::tr("입력"));
    column->addWidget(new SearchField{Sample::tr("메뉴 이름으로 찾기"), section});
    auto* stepper = new Stepper{Sample::tr("카페라떼"), section};
    stepper->setCount(2);
    auto* least = new Stepper{Sample::tr("샷 추가"), section};
    least->setRange(0, 3);
    least->setCount(0);
    auto* steppers = new QHBoxLayout;
    steppers->addWidget(stepper);
    steppers->addWidget(least);
    steppers->addStretch(1);
    column->addLayout(steppers);
    auto* on =
        new Switch{Sample::tr("아메리카노"), Sample::tr("판매 중"), Sample::tr("품절"), section};
    on->setChecked(true);
    column->addWidget(on);
    column->addWidget(new Switch{Sample::tr("복숭아 아이스티"), Sample::tr("판매 중"),
                                 Sample::tr("품절"), section});
    auto* check = new QCheckBox{Sample::tr("영수증 받기"), section};
    check->setChecked(true);
    auto* radio = new QRadioButton{Sample::tr("번호만 받기"), section};
    auto* boxes = new QVBoxLayout;
    boxes->addWidget(check);
    boxes->addWidget(radio);
    column->addLayout(boxes);
    auto* open = new DigitField{0, DigitField::Show::Digits, section};
    open->setDigits(QStringLiteral("117"));
    auto* code = new DigitField{4, DigitField::Show::Digits, section};
    code->setDigits(QStringLiteral("42"));
    code->setActive(false);
    column->addWidget(open);
    column->addWidget(code);
    auto* pad = new DigitPad{6, section};
    column->addWidget(pad, 0, Qt::AlignLeft);
    return section;
}

QWidget* makeChoiceSection(QWidget* parent)
{
    auto* section = new QWidget{parent};
    QVBoxLayout* column = columnOf(section, Sample::tr("고르기"));
    auto* warmth = new ChoiceGroup{ChoiceGroup::Mode::One, section};
    warmth->setTitle(Sample::tr("온도"), Sample::tr("하나를 골라 주세요"));
    warmth->setChoices({{QStringLiteral("hot"), QStringLiteral("HOT"), {}, false, false},
                        {QStringLiteral("ice"), QStringLiteral("ICE"), {}, true, false}});
    auto* size = new ChoiceGroup{ChoiceGroup::Mode::One, section};
    size->setTitle(Sample::tr("크기"), Sample::tr("하나를 골라 주세요"));
    size->setMissing(Sample::tr("아직 고르지 않았어요"));
    size->setChoices(
        {{QStringLiteral("r"), Sample::tr("보통"), {}, false, false},
         {QStringLiteral("l"), Sample::tr("크게"), QStringLiteral("+500"), false, false},
         {QStringLiteral("x"), Sample::tr("아주 크게"), {}, false, true}});
    auto* extra = new ChoiceGroup{ChoiceGroup::Mode::Several, section};
    extra->setTitle(Sample::tr("추가"), Sample::tr("원하는 만큼 골라 주세요"));
    extra->setChoices(
        {{QStringLiteral("shot"), Sample::tr("샷 추가"), QStringLiteral("+500"), true, false},
         {QStringLiteral("vanilla"), Sample::tr("바닐라 시럽"), QStringLiteral("+500"), true,
          false},
         {QStringLiteral("oat"), Sample::tr("귀리 우유로 변경"), QStringLiteral("+700"), false,
          false},
         {QStringLiteral("decaf"), Sample::tr("디카페인 원두로 변경"), QStringLiteral("+1,000"),
          false, false}});
    column->addWidget(warmth);
    column->addWidget(size);
    column->addWidget(extra);
    return section;
}

QWidget* makeMenuSection(QWidget* parent)
{
    auto* section = new QWidget{parent};
    auto* column = new QVBoxLayout{section};
    auto* header = new PageHeader{Sample::tr("메뉴"), section};
    header->setSubtitle(Sample::tr("매장에서 드시고 가요"));
    header->setBack(Sample::tr("처음으로"), Icon::Home);
    header->addAct(new IconButton{Icon::Bell, Sample::tr("직원 호출"), section});
    column->addWidget(header);
    auto* bar = new CategoryBar{section};
    bar->setEntries({{QStringLiteral("coffee"), Sample::tr("커피")},
                     {QStringLiteral("latte"), Sample::tr("라떼")},
                     {QStringLiteral("tea"), Sample::tr("차")},
                     {QStringLiteral("ade"), Sample::tr("에이드")},
                     {QStringLiteral("smoothie"), Sample::tr("스무디와 프라페")},
                     {QStringLiteral("bakery"), Sample::tr("베이커리")}});
    column->addWidget(bar);
    auto* grid = new TileGrid{section};
    const QString price = QStringLiteral("4,500");
    grid->setTiles({
        {QStringLiteral("a"), Sample::tr("아메리카노"), price, QStringLiteral("americano"), true,
         true, true, false},
        {QStringLiteral("b"), Sample::tr("카페라떼"), price, QStringLiteral("cafe-latte-ice"), true,
         true, false, false},
        {QStringLiteral("c"), Sample::tr("유기농 제주 말차를 넣은 그린티 라떼"), price,
         QStringLiteral("green-tea-latte"), false, true, false, false},
        {QStringLiteral("d"), Sample::tr("청포도 에이드"), price, QStringLiteral("green-grape-ade"),
         true, false, false, true},
        {QStringLiteral("e"), Sample::tr("딸기 스무디"), price,
         QStringLiteral("strawberry-smoothie"), true, false, true, false},
        {QStringLiteral("f"), Sample::tr("소금빵"), price, QStringLiteral("salt-bread"), false,
         false, false, false},
    });
    column->addWidget(grid);
    return section;
}

QWidget* makePictureSection(QWidget* parent)
{
    auto* section = new QWidget{parent};
    QVBoxLayout* column = columnOf(section, Sample::tr("그림"));
    auto* field = new QWidget{section};
    auto* grid = new ColumnLayout{field};
    const Theme& theme = themeOf(*section);
    const int side = theme.metrics().tileLeastPx() / 2;
    const QDir pictures{QStringLiteral(":/pictures")};
    for (const QString& file : pictures.entryList(QDir::Files, QDir::Name)) {
        const QString id = file.section(QLatin1Char('.'), 0, 0);
        auto* cell = new QWidget{field};
        auto* stack = new QVBoxLayout{cell};
        auto* picture = new QLabel{cell};
        picture->setPixmap(picturePixmap(id, side, 1.0, theme));
        picture->setAlignment(Qt::AlignCenter);
        auto* name = new Label{id, TextRole::Body, cell};
        name->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
        stack->addWidget(picture);
        stack->addWidget(name);
        grid->addWidget(cell);
    }
    column->addWidget(field);
    return section;
}

} // namespace coffee::ui
