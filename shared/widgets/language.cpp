// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/widgets/language.h"

#include "shared/widgets/theme.h"

#include <QCoreApplication>
#include <QDir>

namespace coffee::ui {

std::optional<Language> languageFromCode(const QString& code)
{
    if (code == QLatin1String("ko"))
        return Language::Korean;
    if (code == QLatin1String("en"))
        return Language::English;
    return std::nullopt;
}

QString languageCode(Language language)
{
    return language == Language::Korean ? QStringLiteral("ko") : QStringLiteral("en");
}

QString languageName(Language language)
{
    return language == Language::Korean ? QStringLiteral("한국어") : QStringLiteral("English");
}

QLocale localeOf(Language language)
{
    return language == Language::Korean ? QLocale{QLocale::Korean, QLocale::SouthKorea}
                                        : QLocale{QLocale::English, QLocale::UnitedStates};
}

LanguageSwitch::LanguageSwitch(Language language, QObject* parent)
    : QObject{parent}, m_language{language}
{
    registerResources();
    apply();
}

LanguageSwitch::~LanguageSwitch() = default; // a dying QTranslator takes itself out

void LanguageSwitch::setLanguage(Language language)
{
    if (language == m_language)
        return;
    m_language = language;
    apply();
    Q_EMIT languageChanged(m_language);
}

void LanguageSwitch::apply()
{
    m_translators.clear();
    if (m_language == Language::Korean)
        return;
    const QDir catalogues{QStringLiteral(":/i18n")};
    const QString pattern = QStringLiteral("*_%1.qm").arg(languageCode(m_language));
    for (const QString& name : catalogues.entryList({pattern}, QDir::Files, QDir::Name)) {
        auto translator = std::make_unique<QTranslator>();
        if (translator->load(catalogues.filePath(name)) &&
            QCoreApplication::installTranslator(translator.get()))
            m_translators.push_back(std::move(translator));
    }
}

} // namespace coffee::ui
