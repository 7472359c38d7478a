// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/pages/voice_words.h"

#include "kiosk/pages/kiosk_words.h"
#include "shared/widgets/banner.h"
#include "shared/widgets/digit_pad.h"
#include "shared/widgets/progress.h"
#include "shared/widgets/stepper.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QCoreApplication>
#include <QLabel>
#include <QWidget>

namespace coffee::kiosk {
namespace {

/// The context of these texts for translators.
class VoiceWords {
    Q_DECLARE_TR_FUNCTIONS(coffee::kiosk::VoiceWords)
};

template <class W>
const W* around(const QWidget& widget)
{
    for (const QWidget* up = &widget; up; up = up->parentWidget())
        if (const auto* found = qobject_cast<const W*>(up))
            return found;
    return nullptr;
}

QString accessibleText(QWidget& widget, QAccessible::Text which)
{
    const QAccessibleInterface* face = QAccessible::queryAccessibleInterface(&widget);
    return face ? face->text(which) : QString{};
}

QString ownText(const QWidget& widget)
{
    if (const auto* label = qobject_cast<const QLabel*>(&widget))
        return label->accessibleName().isEmpty() ? label->text() : label->accessibleName();
    // How far the order is, and since when.
    if (qobject_cast<const ui::StatusSteps*>(&widget))
        return QStringList{widget.accessibleName(), widget.accessibleDescription()}
            .join(QStringLiteral(". "))
            .trimmed();
    // A part that draws itself says what it shows; one that holds labels lets them speak.
    if (widget.findChild<const QLabel*>() || widget.findChild<const QAbstractButton*>())
        return {};
    return widget.accessibleName();
}

} // namespace

bool typesSecret(const QWidget& control, const QWidget& window)
{
    if (!around<ui::DigitPad>(control))
        return false;
    for (const auto* field : window.findChildren<ui::DigitField*>())
        if (field->isVisible() && field->isSecret())
            return true;
    return false;
}

HeardControl heardControl(QWidget& control, QWidget& window)
{
    HeardControl heard;
    heard.name = accessibleText(control, QAccessible::Name);
    heard.description = accessibleText(control, QAccessible::Description);
    const auto* button = qobject_cast<const QAbstractButton*>(&control);
    if (button && button->isCheckable()) {
        //: what kind of control it is, spoken
        heard.kind = VoiceWords::tr("고르기");
        heard.state =
            button->isChecked() ? VoiceWords::tr("골랐어요") : VoiceWords::tr("고르지 않았어요");
    } else if (button) {
        heard.kind = VoiceWords::tr("단추");
    }
    if (!control.isEnabled())
        heard.state = VoiceWords::tr("지금은 누를 수 없어요");
    if (const auto* stepper = around<ui::Stepper>(control))
        heard.value = QString::number(stepper->count());
    const bool isDigit = control.objectName().startsWith(QStringLiteral("digit")) && button;
    if (isDigit && typesSecret(control, window)) {
        heard.name = VoiceWords::tr("숫자");
        heard.description.clear();
    }
    return heard;
}

QString guidanceSentence()
{
    return VoiceWords::tr(
        "음성 안내를 시작해요. 화살표 키로 옮기고 확인 키로 눌러요. 화면을 만지면 읽어 "
        "드리고, 같은 곳을 한 번 더 누르면 실행돼요. 별표 키는 다시 듣기, 우물 정 키는 "
        "멈춤이에요.");
}

QString pageSentence(Phase phase)
{
    switch (phase) {
    case Phase::Attract:
        return VoiceWords::tr("처음 화면이에요.");
    case Phase::Menu:
        return VoiceWords::tr("메뉴를 고르는 화면이에요.");
    case Phase::Options:
        return VoiceWords::tr("옵션을 고르는 화면이에요.");
    case Phase::Review:
    case Phase::Opening:
        return VoiceWords::tr("주문을 확인하는 화면이에요.");
    case Phase::Paying:
    case Phase::Checking:
    case Phase::GivingUp:
    case Phase::Settling:
        return VoiceWords::tr("결제하는 화면이에요.");
    case Phase::Number:
        return VoiceWords::tr(
            "주문이 끝났어요. 취소·조회 번호는 0번 키를 누르거나 그 번호를 만지면 읽어 "
            "드려요.");
    case Phase::MyOrder:
    case Phase::Closed:
    case Phase::Busy:
    case Phase::Parked:
    case Phase::Paused:
    case Phase::Unreachable:
    case Phase::NotPaid:
        return {};
    }
    return {};
}

QStringList stageSentences(const MyOrder& order)
{
    switch (order.stage()) {
    case LookUpStage::Number:
        return {VoiceWords::tr("주문 번호를 누르는 화면이에요.")};
    case LookUpStage::State:
        return {VoiceWords::tr("주문이 어디까지 되었는지 보는 화면이에요.")};
    case LookUpStage::Code:
        return {VoiceWords::tr("취소·조회 번호를 누르는 화면이에요.")};
    case LookUpStage::Details:
        return {VoiceWords::tr("주문 내용을 보는 화면이에요.")};
    case LookUpStage::Cancelled:
        return sentencesOf(words::cancelled(order.number()) + u'\n' + words::refunds(order));
    case LookUpStage::Asking:
    case LookUpStage::Taking:
    case LookUpStage::Confirming:
    case LookUpStage::Cancelling:
        return {}; // what is going on, or the question, speaks for itself
    }
    return {};
}

QStringList readableTexts(QWidget& page)
{
    QStringList texts;
    for (QWidget* widget : page.findChildren<QWidget*>()) {
        if (!widget->isVisible() || (widget->focusPolicy() & Qt::TabFocus) ||
            around<QAbstractButton>(*widget) || around<ui::DigitField>(*widget) ||
            widget->objectName() == QLatin1StringView{kClaimCodeName})
            continue;
        if (around<ui::Stepper>(*widget)) {
            if (const auto* stepper = qobject_cast<const ui::Stepper*>(widget))
                texts.append(
                    QStringLiteral("%1, %2").arg(stepper->accessibleName()).arg(stepper->count()));
            continue;
        }
        if (const QString text = ownText(*widget); !text.trimmed().isEmpty())
            texts.append(text);
    }
    texts.removeDuplicates();
    return texts;
}

QString textUnder(const QWidget& widget)
{
    if (widget.objectName() == QLatin1StringView{kClaimCodeName})
        if (const auto* code = qobject_cast<const QLabel*>(&widget))
            return digitByDigit(code->text());
    return ownText(widget);
}

QString typedCount(int digits)
{
    return digits == 0 ? VoiceWords::tr("지웠어요.")
                       : VoiceWords::tr("%n자리 눌렀어요.", nullptr, digits);
}

} // namespace coffee::kiosk
