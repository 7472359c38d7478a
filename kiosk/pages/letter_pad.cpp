// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/pages/letter_pad.h"

#include "shared/widgets/button.h"
#include "shared/widgets/column_layout.h"
#include "shared/widgets/texts.h"
#include "shared/widgets/theme.h"

#include <QEvent>

#include <array>

namespace coffee::kiosk {

using ui::Button;
using ui::ButtonKind;

namespace {

struct Initial {
    char16_t letter;
    const char* name;
    const char* spoken;
};

/// The fourteen that a telephone's keypad has too; the doubled ones are found by their names.
constexpr std::array kInitials{
    Initial{u'ㄱ', "giyeok", QT_TRANSLATE_NOOP("coffee::kiosk::LetterPad", "기역")},
    Initial{u'ㄴ', "nieun", QT_TRANSLATE_NOOP("coffee::kiosk::LetterPad", "니은")},
    Initial{u'ㄷ', "digeut", QT_TRANSLATE_NOOP("coffee::kiosk::LetterPad", "디귿")},
    Initial{u'ㄹ', "rieul", QT_TRANSLATE_NOOP("coffee::kiosk::LetterPad", "리을")},
    Initial{u'ㅁ', "mieum", QT_TRANSLATE_NOOP("coffee::kiosk::LetterPad", "미음")},
    Initial{u'ㅂ', "bieup", QT_TRANSLATE_NOOP("coffee::kiosk::LetterPad", "비읍")},
    Initial{u'ㅅ', "siot", QT_TRANSLATE_NOOP("coffee::kiosk::LetterPad", "시옷")},
    Initial{u'ㅇ', "ieung", QT_TRANSLATE_NOOP("coffee::kiosk::LetterPad", "이응")},
    Initial{u'ㅈ', "jieut", QT_TRANSLATE_NOOP("coffee::kiosk::LetterPad", "지읒")},
    Initial{u'ㅊ', "chieut", QT_TRANSLATE_NOOP("coffee::kiosk::LetterPad", "치읓")},
    Initial{u'ㅋ', "kieuk", QT_TRANSLATE_NOOP("coffee::kiosk::LetterPad", "키읔")},
    Initial{u'ㅌ', "tieut", QT_TRANSLATE_NOOP("coffee::kiosk::LetterPad", "티읕")},
    Initial{u'ㅍ', "pieup", QT_TRANSLATE_NOOP("coffee::kiosk::LetterPad", "피읖")},
    Initial{u'ㅎ', "hieut", QT_TRANSLATE_NOOP("coffee::kiosk::LetterPad", "히읗")},
};

/// The width of a key: a thumb's.
constexpr double kKeyMm = 28.0;
constexpr int kColumnsMost = 15;

} // namespace

LetterPad::LetterPad(QWidget* parent)
    : QWidget{parent},
      m_columns{new ui::ColumnLayout{this}},
      m_other{new Button{QString{}, ButtonKind::Outline, this}},
      m_erase{new Button{QString{}, ButtonKind::Outline, this}}
{
    QSizePolicy policy{QSizePolicy::Preferred, QSizePolicy::Fixed};
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    m_columns->setColumnsMost(kColumnsMost);
    const auto addKey = [this](const QString& letter, const QString& name) {
        auto* key = new Button{letter, ButtonKind::Outline, this};
        key->setObjectName(QStringLiteral("key_") + name);
        connect(key, &QPushButton::clicked, this, [this, letter] { type(letter); });
        m_columns->addWidget(key);
        return key;
    };
    for (const Initial& initial : kInitials)
        m_initials.push_back(
            addKey(QString{QChar{initial.letter}}, QLatin1StringView{initial.name}));
    for (char letter = 'A'; letter <= 'Z'; ++letter)
        m_latin.push_back(
            addKey(QString{QLatin1Char{letter}}, QString{QLatin1Char{letter}}.toLower()));
    m_other->setObjectName(QStringLiteral("otherKeysButton"));
    m_other->setMark(ui::Icon::Language);
    m_other->setArrangement(Button::Arrangement::IconOnly);
    m_erase->setObjectName(QStringLiteral("eraseLetterButton"));
    m_erase->setMark(ui::Icon::Erase);
    m_erase->setArrangement(Button::Arrangement::IconOnly);
    m_columns->addWidget(m_other);
    m_columns->addWidget(m_erase);
    connect(m_other, &QPushButton::clicked, this,
            [this] { show(m_sheet == Sheet::Latin ? Sheet::Initials : Sheet::Latin); });
    connect(m_erase, &QPushButton::clicked, this, &LetterPad::eraseOne);
    reset();
}

void LetterPad::reset()
{
    m_letters.clear();
    show(ui::texts::language() == ui::Language::Korean ? Sheet::Initials : Sheet::Latin);
}

void LetterPad::show(Sheet sheet)
{
    m_sheet = sheet;
    for (Button* key : m_initials)
        key->setVisible(sheet == Sheet::Initials);
    for (Button* key : m_latin)
        key->setVisible(sheet == Sheet::Latin);
    nameKeys();
    updateGeometry();
}

void LetterPad::nameKeys()
{
    for (std::size_t i = 0; i < kInitials.size(); ++i)
        m_initials[i]->setAccessibleName(tr(kInitials.at(i).spoken));
    m_other->setAccessibleName(m_sheet == Sheet::Latin ? tr("한글 자음으로 찾기")
                                                       : tr("영어 글자로 찾기"));
    m_erase->setAccessibleName(tr("한 글자 지우기"));
    // The layout makes its rows even when the keys themselves say how wide they are.
    // A letter alone needs no line's height: with large text the room is for what is found.
    const ui::Theme& theme = ui::themeOf(*this);
    for (Button* key : findChildren<Button*>(QString{}, Qt::FindDirectChildrenOnly)) {
        key->setMinimumWidth(theme.px(kKeyMm));
        key->setFixedHeight(theme.metrics().targetPx());
    }
}

void LetterPad::type(const QString& letter)
{
    if (m_letters.size() >= kLettersMost)
        return;
    m_letters += letter;
    Q_EMIT lettersChanged(m_letters);
}

void LetterPad::eraseOne()
{
    if (m_letters.isEmpty())
        return;
    m_letters.chop(1);
    Q_EMIT lettersChanged(m_letters);
}

bool LetterPad::takeKey(int key, const QString& text)
{
    if (key == Qt::Key_Backspace) {
        eraseOne();
        return true;
    }
    if (text.size() != 1 || !text.front().isLetter())
        return false;
    type(text);
    return true;
}

void LetterPad::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        show(m_letters.isEmpty() && ui::texts::language() == ui::Language::English ? Sheet::Latin
             : m_letters.isEmpty()                                                 ? Sheet::Initials
                                                                                   : m_sheet);
    else if (event->type() == QEvent::StyleChange)
        nameKeys();
}

} // namespace coffee::kiosk
