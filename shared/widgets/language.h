// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocale>
#include <QObject>
#include <QString>
#include <QTranslator>

#include <memory>
#include <optional>
#include <vector>

namespace coffee::ui {

enum class Language { Korean, English };

// "ko" or "en", as on the command line and on the wire; anything else is empty.
[[nodiscard]] std::optional<Language> languageFromCode(const QString& code);
[[nodiscard]] QString languageCode(Language language);
// The language's own name for itself: "한국어", "English".
[[nodiscard]] QString languageName(Language language);
[[nodiscard]] QLocale localeOf(Language language);

// Changes the language of every open widget at once. The source texts are Korean; English comes
// from the embedded :/i18n/*_en.qm files, so register the resources of every library that has one
// first. main() owns the only one; when it dies the texts are Korean again. GUI thread.
class LanguageSwitch final : public QObject {
    Q_OBJECT

public:
    explicit LanguageSwitch(Language language, QObject* parent = nullptr);
    ~LanguageSwitch() override;

    [[nodiscard]] Language language() const { return m_language; }
    // Installs the translators; widgets get QEvent::LanguageChange. Nothing if it is the same.
    void setLanguage(Language language);

Q_SIGNALS:
    // Emitted after widgets were told.
    void languageChanged(coffee::ui::Language language);

private:
    void apply();

    Language m_language;
    std::vector<std::unique_ptr<QTranslator>> m_translators;
};

} // namespace coffee::ui
