// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "barista_station/manager/money_sheet.h"
#include "barista_station/manager/report_paper.h"
#include "barista_station/manager/shop_history.h"
#include "barista_station/model/ticket.h"

#include "shared/domain/day_report.h"

#include <QWidget>

#include <chrono>
#include <map>
#include <optional>
#include <vector>

class QBoxLayout;

namespace coffee::ui {
class Button;
class Label;
class TouchScrollArea;
} // namespace coffee::ui

namespace coffee::station {

class ReportView;

/// The books: what has been so far (X) and every day that was closed (Z), the newest first. A Z is
/// read from this program's own copy of the log, by the same rules by which the daemon wrote it;
/// where the two do not agree, the page says so in red instead of choosing one.
///
/// Found as `reportsPage`, with rows `report_x` and `report_<number>`, `reportsMore`,
/// `reportTitle`, `reportDisagrees`, `reportSave`, `reportPaper` and `closeDay`.
class ReportsPage final : public QWidget {
    Q_OBJECT

public:
    /// Zs that are asked for at once.
    static constexpr std::int32_t kRowsAtOnce = 30;

    ReportsPage(ShopHistory& history, Language language, std::chrono::minutes utcOffset,
                QWidget* parent = nullptr);

    /// The number of the newest Z that is known; 0 when there is none.
    [[nodiscard]] std::int64_t newest() const;
    /// What would be closed now, as the page knows it.
    [[nodiscard]] CloseDayWish closeWish() const;
    /// Shows this Z, or the X with 0.
    void openReport(std::int64_t number);
    /// A Z was written.
    void readDays();
    /// What is shown as a table for a spreadsheet; empty while nothing is.
    [[nodiscard]] std::string csv() const;
    /// The same on paper; empty while nothing is shown.
    [[nodiscard]] std::optional<ReportPaper> paper(const QString& shop) const;
    /// "z-12", to which the kind of file is added.
    [[nodiscard]] QString fileName() const;

Q_SIGNALS:
    void closeDayClicked();
    void saveClicked();
    void paperClicked();

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void build();
    void setWords();
    void readMoreDays();
    void showDays();
    void markShown();
    void showReport(const std::optional<DayReport>& report);
    [[nodiscard]] const client::ClosedDay* closed(std::int64_t number) const;
    [[nodiscard]] QWidget* rowOf(std::int64_t number, const QString& words, const QString& sum);

    ShopHistory& m_history;
    Language m_language;
    std::chrono::minutes m_utcOffset;
    std::vector<client::ClosedDay> m_days; ///< newest first
    bool m_hasMore{false};
    std::int64_t m_number{0}; ///< what is shown
    std::optional<DayReport> m_report;
    ui::Button* m_x{nullptr};
    QBoxLayout* m_rows{nullptr};
    std::map<std::int64_t, ui::Button*> m_listed;
    ui::Button* m_more{nullptr};
    QBoxLayout* m_head{nullptr};
    ui::Label* m_title{nullptr};
    ui::Label* m_facts{nullptr};
    ui::Label* m_disagrees{nullptr};
    ui::Button* m_save{nullptr};
    ui::Button* m_paper{nullptr};
    ui::Button* m_close{nullptr};
    ReportView* m_view{nullptr};
};

} // namespace coffee::station
