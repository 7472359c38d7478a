// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QChart;
class QValueAxis;
class QWidget;

namespace coffee::station {

/// An empty chart that fills `host`, in the colours and letters of the look. Nothing in it is to be
/// pressed. GUI thread; the host owns it.
[[nodiscard]] QChart* makeChart(QWidget& host);
/// Without series and axes again.
void clearChart(QChart& chart);
/// From nothing to at least `most`, with a round step; whoever adds it to a chart gives it away.
[[nodiscard]] QValueAxis* valueAxis(const QWidget& host, double most);

} // namespace coffee::station
