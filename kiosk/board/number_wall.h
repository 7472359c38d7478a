// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk/board/board_numbers.h"

#include "shared/widgets/label.h"

#include <QWidget>

#include <map>
#include <vector>

namespace coffee::board {

/// One number, as high as its wall has room for; on a plate while it is new.
class WallNumber final : public ui::Label {
    Q_OBJECT

public:
    explicit WallNumber(QWidget* parent);
    void setNumber(const BoardNumber& number, const QString& spoken);
    void setSize(double digitMm);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    double m_digitMm{0.0};
    bool m_isNew{false};
};

/// Numbers in rows, as large as all of them fit. When there are more than fit at the smallest
/// size, the last place says how many are not shown; when there are none it says `nothing`. Numbers
/// are found as `<prefix>_<number>`.
class NumberWall final : public QWidget {
    Q_OBJECT

public:
    /// `largestMm` is the height of the digits when there is room.
    NumberWall(const QString& prefix, double largestMm, QWidget* parent = nullptr);

    void setNumbers(const std::vector<BoardNumber>& numbers);
    /// What stands here while there are no numbers.
    void setNothing(const QString& words);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void arrange();

    QString m_prefix;
    double m_largestMm;
    std::vector<BoardNumber> m_numbers;
    std::map<OrderId, WallNumber*> m_labels;
    ui::Label* m_more;
    ui::Label* m_nothing;
};

} // namespace coffee::board
