// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/pages/parked_page.h"

#include "kiosk/pages/kiosk_words.h"
#include "shared/widgets/banner.h"
#include "shared/widgets/button.h"
#include "shared/widgets/card.h"
#include "shared/widgets/progress.h"
#include "shared/widgets/texts.h"
#include "shared/widgets/theme.h"

#include <QTimer>

namespace coffee::kiosk {

using ui::Button;
using ui::ButtonKind;
using ui::Icon;
using ui::Label;
using ui::TextRole;

namespace {

/// "482 913": three digits are read at a time.
QString inThrees(const std::string& code)
{
    QString words = QString::fromStdString(code);
    return words.insert(words.size() / 2, QLatin1Char(' '));
}

/// "4 8 2 9 1 3": read out digit by digit.
QString digitByDigit(const std::string& code)
{
    QStringList digits;
    for (const char digit : code)
        digits.append(QString{QLatin1Char{digit}});
    return digits.join(QLatin1Char(' '));
}

} // namespace

ParkedPage::ParkedPage(PageParts parts, QWidget* parent)
    : Page{parent},
      m_parts{parts},
      m_clock{new QTimer{this}},
      m_title{new Label{TextRole::Title}},
      m_codeWords{new Label{TextRole::Heading}},
      m_code{new ui::BigNumber},
      m_until{new Label{TextRole::Heading}},
      m_how{new Label{TextRole::Body}},
      m_basketCard{new ui::Card},
      m_lines{new Label{TextRole::Body}},
      m_honest{new ui::Banner},
      m_back{new Button{QString{}, ButtonKind::Outline}},
      m_done{new Button{QString{}, ButtonKind::Filled}}
{
    m_title->setObjectName(QStringLiteral("parkedTitle"));
    m_code->setObjectName(QStringLiteral("parkCode"));
    m_how->setObjectName(QStringLiteral("parkedHow"));
    m_until->setObjectName(QStringLiteral("parkedUntil"));
    for (Label* centred :
         std::initializer_list<Label*>{m_title, m_codeWords, m_code, m_until, m_how})
        centred->setAlignment(Qt::AlignCenter);
    m_codeWords->setInk(ui::Ink::Second);
    m_lines->setInk(ui::Ink::Second);
    m_basketCard->body()->addWidget(m_lines);

    body()->addStretch(1);
    for (QWidget* part : std::initializer_list<QWidget*>{m_title, m_codeWords, m_code, m_until,
                                                         m_how, m_basketCard, m_honest})
        body()->addWidget(part);
    body()->addStretch(1);

    m_back->setObjectName(QStringLiteral("backButton"));
    m_back->setMark(Icon::Back);
    m_done->setObjectName(QStringLiteral("doneButton"));
    m_done->setMark(Icon::Home);
    footer()->add(m_back);
    footer()->addMain(m_done);
    connect(m_back, &QPushButton::clicked, this, [this] { m_parts.session.back(); });
    connect(m_done, &QPushButton::clicked, this, [this] { m_parts.session.leave(); });

    m_clock->setInterval(ui::duration::kCountdownStep);
    connect(m_clock, &QTimer::timeout, this, &ParkedPage::refreshTime);
    keepNarrow();
    keepInSight(body(), m_code, {m_title, m_codeWords});
}

void ParkedPage::refresh()
{
    const auto& parked = m_parts.session.parked();
    if (!parked)
        return;
    m_title->setText(tr("장바구니를 맡아 두었어요."));
    m_codeWords->setText(plainly(tr("찾을 때 누르는 번호"), tr("장바구니 번호")));
    m_code->setNumber(inThrees(parked->code), digitByDigit(parked->code));
    m_how->setText(
        plainly(tr("이제 다른 주문기로 가세요. 거기서 내 주문 보기를 누르고 이 번호를 눌러 주세요. "
                   "아직 주문되지도 결제되지도 않았어요."),
                tr("이제 다른 주문기로 가세요. 내 주문 보기에서 이 번호를 눌러요. 아직 결제되지 "
                   "않았어요.")));
    QStringList lines;
    for (const BasketEntry& entry : m_parts.basket.entries())
        lines.append(words::lineInShort(entry.priced));
    m_lines->setText(lines.join(QStringLiteral(", ")));
    m_honest->setMessage(
        ui::Banner::Kind::Notice, Icon::Info,
        plainly(
            tr("처음으로를 눌러도 장바구니는 그대로 있어요. 가게 기기가 꺼졌다 켜진 때만 메뉴를 "
               "다시 담아 주세요."),
            tr("처음으로를 눌러도 그대로 있어요.")));
    m_back->setText(tr("여기서 계속 주문하기"));
    m_done->setText(tr("처음으로"));
    refreshTime();
    fit();
}

void ParkedPage::refreshTime()
{
    const auto left = m_parts.session.parkedFor();
    if (left.count() == 0) {
        m_until->setText(tr("맡아 두는 시간이 끝났어요."));
        return;
    }
    const auto now = m_parts.feed.shopNow();
    m_until->setText(
        now ? tr("%1까지 맡아 둘게요.").arg(ui::texts::timeOfDay(*now + left))
            : tr("%1 동안 맡아 둘게요.")
                  .arg(ui::texts::length(std::chrono::duration_cast<std::chrono::seconds>(left))));
}

void ParkedPage::showEvent(QShowEvent* event)
{
    Page::showEvent(event);
    m_clock->start();
}

void ParkedPage::hideEvent(QHideEvent* event)
{
    Page::hideEvent(event);
    m_clock->stop();
}

} // namespace coffee::kiosk
