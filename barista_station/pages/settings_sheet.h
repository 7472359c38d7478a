// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "barista_station/model/bar_sounds.h"
#include "barista_station/model/station_kinds.h"

#include "shared/widgets/sheet.h"

namespace coffee::ui {
class ChoiceGroup;
class Stepper;
} // namespace coffee::ui

namespace coffee::station {

/// What this screen shows and how loud it is. Found as `settingsSheet`, with `kindsChoice`,
/// `volumeStepper`, `soundTest_<n>` (one a sound) and `settingsClose`.
class SettingsSheet final : public ui::Sheet {
    Q_OBJECT

public:
    explicit SettingsSheet(QWidget* host);

    void setKinds(const StationKinds& kinds);
    void setVolume(int volume, int most);

Q_SIGNALS:
    /// At least one.
    void kindsChosen(const coffee::station::StationKinds& kinds);
    void volumeChosen(int volume);
    void testClicked(coffee::station::BarSound sound);

protected:
    void changeEvent(QEvent* event) override;

private:
    void setWords();
    void showKinds();
    void takeKinds(const QStringList& ids);

    StationKinds m_kinds{allKinds()};
    ui::ChoiceGroup* m_choice;
    ui::Label* m_volumeWords;
    ui::Stepper* m_volume;
    ui::Label* m_testWords;
    std::vector<ui::Button*> m_tests; ///< by `kAllBarSounds`
    ui::Button* m_close;
};

} // namespace coffee::station
