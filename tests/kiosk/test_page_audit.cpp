// SPDX-License-Identifier: GPL-3.0-or-later
// The audit finds what is wrong: one fault a page, and none on the same page without it.
#include "kiosk/audit/page_audit.h"

#include "shared/widgets/button.h"
#include "shared/widgets/choice.h"
#include "shared/widgets/digit_pad.h"
#include "shared/widgets/label.h"
#include "shared/widgets/paint.h"

#include <QApplication>
#include <QPainter>
#include <QTest>
#include <QVBoxLayout>

#include <functional>

using namespace coffee;
using namespace coffee::kiosk;

namespace {

constexpr double kPixelsPerMm = 4.03;

/// A button that draws itself as the test says.
class DrawnButton final : public QAbstractButton {
public:
    using Draw = std::function<void(QPainter&, const DrawnButton&)>;
    explicit DrawnButton(Draw draw, QWidget* parent)
        : QAbstractButton{parent}, m_draw{std::move(draw)}
    {
        setObjectName(QStringLiteral("drawnButton"));
        setAccessibleName(QStringLiteral("drawn"));
        setFocusPolicy(Qt::StrongFocus);
        const int side = ui::themeOf(*this).px(2 * ui::mm::kKioskTarget);
        setFixedSize(side, side);
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter{this};
        m_draw(painter, *this);
    }

private:
    Draw m_draw;
};

ui::Theme theme(ui::PaletteKind palette = ui::PaletteKind::Light)
{
    ui::Metrics::Settings glass;
    glass.pixelsPerMm = kPixelsPerMm;
    return ui::Theme{palette, ui::Metrics{glass}, true};
}

/// A page of 1080 × 1920 with what the test puts on it.
struct Page {
    QWidget window;
    QVBoxLayout* column{new QVBoxLayout{&window}};

    Page()
    {
        window.setObjectName(QStringLiteral("page"));
        window.resize(1080, 1920);
        column->setSpacing(ui::themeOf(window).px(ui::Space::Large));
    }
    [[nodiscard]] QStringList complaints(const Thresholds& thresholds = {})
    {
        window.show();
        for (int round = 0; round < 4; ++round)
            QApplication::processEvents();
        PageAudit audit{window, thresholds};
        audit.run();
        measures = audit.measures();
        return audit.complaints();
    }
    Measures measures;
};

/// A frame in this colour, and what shows the focus in that one.
DrawnButton::Draw framed(const QColor& frame, const QColor& ring)
{
    return [frame, ring](QPainter& painter, const DrawnButton& button) {
        ui::paintPlate(painter, QRectF{button.rect()}, 0.0, Qt::white, frame, 4.0);
        if (button.hasFocus() && button.window()->testAttribute(Qt::WA_KeyboardFocusChange))
            ui::paintPlate(painter, QRectF{button.rect()}, 0.0, QColor{}, ring, 8.0);
    };
}

} // namespace

class TestPageAudit final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { ui::installLook(*qApp, theme()); }

    void whatTheDesignSystemDrawsHasNoFault()
    {
        Page page;
        auto* button =
            new ui::Button{QStringLiteral("button"), ui::ButtonKind::Outline, &page.window};
        button->setObjectName(QStringLiteral("button"));
        button->setMark(ui::Icon::Help);
        auto* chip = new ui::ChoiceChip{QStringLiteral("choice"), &page.window};
        chip->setObjectName(QStringLiteral("choice"));
        page.column->addWidget(button);
        page.column->addWidget(chip);
        page.column->addWidget(new ui::DigitField{4, ui::DigitField::Show::Digits, &page.window});
        page.column->addStretch(1);
        QCOMPARE(page.complaints(), QStringList{});
        QVERIFY(page.measures.parts >= 8); // an icon, two edges, a mark, four frames
        QVERIFY(page.measures.partContrast >= 3.0 && page.measures.partContrast < 21.0);
        QCOMPARE(page.measures.rings, 2);
        QVERIFY(page.measures.ringContrast >= 3.0);
    }

    void aPaleFrameIsFound()
    {
        Page page;
        page.column->addWidget(
            new DrawnButton{framed(QColor{0xE8, 0xE8, 0xE8}, Qt::black), &page.window});
        QCOMPARE(page.complaints().size(), 1);
        QVERIFY(page.complaints().front().startsWith(QStringLiteral("drawnButton: its edge has")));
    }

    void aPaleRingIsFound()
    {
        Page page;
        page.column->addWidget(
            new DrawnButton{framed(Qt::black, QColor{0xE8, 0xE8, 0xE8}), &page.window});
        page.column->addWidget(new DrawnButton{framed(Qt::black, Qt::blue), &page.window});
        const QStringList complaints = page.complaints();
        QCOMPARE(complaints.size(), 1);
        QVERIFY2(complaints.front().startsWith(QStringLiteral("drawnButton: shows the focus with")),
                 qPrintable(complaints.front()));
    }

    void aFocusThatIsNotShownIsFound()
    {
        Page page;
        const auto plain = [](QPainter& painter, const DrawnButton& button) {
            ui::paintPlate(painter, QRectF{button.rect()}, 0.0, Qt::white, Qt::black, 4.0);
        };
        page.column->addWidget(new DrawnButton{plain, &page.window});
        page.column->addWidget(new DrawnButton{plain, &page.window});
        QCOMPARE(page.complaints().size(), 2);
    }

    void aPaleMarkIsFound()
    {
        const auto marked = [](const QColor& mark) {
            return [mark](QPainter& painter, const DrawnButton& button) {
                framed(Qt::black, Qt::blue)(painter, button);
                const QRectF room{button.rect()};
                ui::paintPlate(painter, QRectF{room.center(), room.size() / 4.0}, 10.0, QColor{},
                               mark, 3.0);
            };
        };
        for (const bool pale : {false, true}) {
            Page page;
            auto* box =
                new DrawnButton{marked(pale ? QColor{0xDD, 0xDD, 0xDD} : Qt::black), &page.window};
            box->setCheckable(true);
            page.column->addWidget(box);
            page.column->addWidget(new DrawnButton{framed(Qt::black, Qt::blue), &page.window});
            QCOMPARE(page.complaints().size(), pale ? 1 : 0);
        }
    }

    void aPaleIconIsFound()
    {
        for (const bool pale : {false, true}) {
            Page page;
            page.column->addWidget(
                new DrawnButton{[pale](QPainter& painter, const DrawnButton& button) {
                                    framed(Qt::black, Qt::blue)(painter, button);
                                    ui::paintIcon(painter, ui::Icon::Help,
                                                  QRectF{button.rect()}.adjusted(40, 40, -40, -40),
                                                  pale ? QColor{0xDD, 0xDD, 0xDD} : Qt::black);
                                },
                                &page.window});
            page.column->addWidget(new DrawnButton{framed(Qt::black, Qt::blue), &page.window});
            const QStringList complaints = page.complaints();
            QCOMPARE(complaints.size(), pale ? 1 : 0);
            if (pale)
                QVERIFY(complaints.front().contains(QStringLiteral("its icon has")));
        }
    }

    void whatCannotBePressedMayStandBack()
    {
        Page page;
        auto* button = new DrawnButton{framed(QColor{0xE8, 0xE8, 0xE8}, Qt::black), &page.window};
        button->setEnabled(false);
        page.column->addWidget(button);
        QCOMPARE(page.complaints(), QStringList{});
    }

    void whatIsOutOfReachIsFound()
    {
        Page page;
        auto* button =
            new ui::Button{QStringLiteral("button"), ui::ButtonKind::Outline, &page.window};
        button->setObjectName(QStringLiteral("highButton"));
        page.column->addWidget(button);
        page.column->addStretch(1);
        QCOMPARE(page.complaints(), QStringList{});
        Thresholds low;
        low.reachMm = ui::mm::kLowBand;
        const QStringList complaints = page.complaints(low);
        QCOMPARE(complaints.size(), 1);
        QVERIFY(complaints.front().startsWith(QStringLiteral("highButton: reaches up to 4")));
        static_cast<QVBoxLayout*>(page.column)->insertStretch(0, 100);
        QCOMPARE(page.complaints(low), QStringList{});
        QVERIFY(page.measures.reachMm > ui::mm::kKioskTarget && page.measures.reachMm < 300.0);
    }

    void aTextThatNobodyIsToldIsFound()
    {
        class Silent final : public QWidget {
        public:
            using QWidget::QWidget;

        protected:
            void paintEvent(QPaintEvent*) override
            {
                QPainter painter{this};
                painter.setFont(ui::themeOf(*this).font(ui::TextRole::Body));
                painter.setPen(ui::themeOf(*this).colours().ink);
                painter.drawText(rect(), Qt::AlignCenter, QStringLiteral("117"));
            }
        };
        Page page;
        auto* silent = new Silent{&page.window};
        silent->setObjectName(QStringLiteral("silent"));
        page.column->addWidget(silent);
        QCOMPARE(page.complaints(),
                 QStringList{QStringLiteral("silent: says nothing of \"117\" to a screen reader")});
        silent->setAccessibleName(QStringLiteral("number 117"));
        QCOMPARE(page.complaints(), QStringList{});
    }

    void everyRedButtonIsSeenOnBlack()
    {
        ui::installLook(*qApp, theme(ui::PaletteKind::HighContrast));
        Page page;
        auto* button =
            new ui::Button{QStringLiteral("cancel"), ui::ButtonKind::Danger, &page.window};
        button->setObjectName(QStringLiteral("cancelButton"));
        page.column->addWidget(button);
        QCOMPARE(page.complaints(), QStringList{});
    }
};

QTEST_MAIN(TestPageAudit)
#include "test_page_audit.moc"
