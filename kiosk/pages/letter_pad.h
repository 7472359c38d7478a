// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QWidget>

#include <vector>

namespace coffee::ui {
class Button;
class ColumnLayout;
} // namespace coffee::ui

namespace coffee::kiosk {

/// Keys to find a menu item with: the Korean initial consonants, or A to Z. It types into its own
/// short text; the keyboard works through `takeKey`. The keys are found as `key_<letter>`, such as
/// `key_a` and `key_giyeok`.
class LetterPad final : public QWidget {
    Q_OBJECT

public:
    static constexpr qsizetype kLettersMost = 12;

    explicit LetterPad(QWidget* parent = nullptr);

    [[nodiscard]] const QString& letters() const { return m_letters; }
    /// Empty, with the keys of the language of the moment; emits nothing.
    void reset();
    /// Handles a letter or Backspace that reached the page; false if it was none of these.
    bool takeKey(int key, const QString& text);

Q_SIGNALS:
    void lettersChanged(const QString& letters);

protected:
    void changeEvent(QEvent* event) override;

private:
    enum class Sheet { Initials, Latin };

    void show(Sheet sheet);
    void type(const QString& letter);
    void eraseOne();
    void nameKeys();

    QString m_letters;
    Sheet m_sheet{Sheet::Initials};
    ui::ColumnLayout* m_columns;
    std::vector<ui::Button*> m_initials;
    std::vector<ui::Button*> m_latin;
    ui::Button* m_other;
    ui::Button* m_erase;
};

} // namespace coffee::kiosk
