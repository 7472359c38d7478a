// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QBoxLayout;

namespace coffee::ui {
class Button;
class IconMark;
class Label;
class Stepper;
} // namespace coffee::ui

namespace coffee::kiosk {

/// At the glass's lower edge: what is being said or sounded, in words, and for voice guidance "hear
/// again" (while something is said: "stop") and the volume. It grows with a long caption and keeps
/// that height until the page changes, so that the page above does not dance.
class VoiceBar final : public QWidget {
    Q_OBJECT

public:
    explicit VoiceBar(QWidget* parent = nullptr);

    /// Shown while guidance is on, and with a caption alone.
    void setGuidance(bool on);
    void setCaption(const QString& caption);
    void setVolume(int step, int most);
    /// A new page: as high as two lines again.
    void settleHeight();
    /// On a wide screen the acts stand beside the caption.
    void setWide(bool wide);
    /// The caption, which nobody presses, is laid out elsewhere: in the low screen above the band
    /// that is reached. False takes it back.
    void setCaptionApart(bool apart);
    [[nodiscard]] QWidget* captionRow() const { return m_said; }

Q_SIGNALS:
    void againClicked();
    void stopClicked();
    void volumeChosen(int step);
    /// Its height changed, or it came or went.
    void heightChanged();

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void refresh();
    void fitCaption();
    void showParts();

    QBoxLayout* m_rows;
    QWidget* m_said;
    ui::IconMark* m_mark;
    ui::Label* m_caption;
    QWidget* m_acts;
    ui::Button* m_again;
    ui::Stepper* m_volume;
    int m_captionLeast{0};
    bool m_guides{false};
    bool m_isApart{false};
    bool m_hasWidth{false}; ///< the caption has been laid out
};

} // namespace coffee::kiosk
