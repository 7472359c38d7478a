// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

#include <chrono>

namespace coffee::ui {

class Label;

// Where the person is on the way: "2/4 · 옵션", with a bar in as many parts.
class StepBar final : public QWidget {
    Q_OBJECT

public:
    explicit StepBar(QWidget* parent = nullptr);

    // `current` counts from 0.
    void setSteps(const QStringList& names, int current);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] QString words() const;

    QStringList m_names;
    int m_current = 0;
};

// How far an order is: the steps in a row with a disc each (a tick behind, a ring on the present
// one), their words below, and below these the time at which each was reached, where it is known;
// stands upright where the words do not fit side by side. A stopped order says so instead of its
// last step. The times are its accessible description.
class StatusSteps final : public QWidget {
    Q_OBJECT

public:
    explicit StatusSteps(QWidget* parent = nullptr);

    // `current` counts from 0; as many as names means all are behind.
    void setSteps(const QStringList& names, int current);
    // The order ended before its time: these words, in place of the steps not reached.
    void setStopped(const QString& words);
    // "14:03", one a step; empty where a step was not reached. Of a stopped order the one after the
    // steps that it reached is when it was stopped.
    void setTimes(const QStringList& times);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] bool fitsLying(int width) const;
    [[nodiscard]] int discSide() const;
    void paintDisc(QPainter& painter, const QRectF& room, int step) const;
    void paintLying(QPainter& painter) const;
    [[nodiscard]] int uprightRow(qsizetype step, int width) const;
    void paintUpright(QPainter& painter) const;
    [[nodiscard]] QStringList shown() const;
    void nameIt();

    [[nodiscard]] QString timeAt(qsizetype step) const { return m_times.value(step); }
    [[nodiscard]] bool hasTimes() const;
    [[nodiscard]] QString uprightWords(qsizetype step) const;

    QStringList m_names;
    QStringList m_times;
    QString m_stopped;
    int m_current = 0;
};

// A bar that runs out, with words that say what then: "20초 뒤 처음 화면으로 돌아갑니다". It shows
// what it is told and holds no clock.
class CountdownBar final : public QWidget {
    Q_OBJECT

public:
    explicit CountdownBar(QWidget* parent = nullptr);

    void setRemaining(std::chrono::milliseconds remaining, std::chrono::milliseconds total,
                      const QString& words);
    // On a page whose words stand in the middle; left unless told.
    void setCentred(bool centred);

private:
    class Bar;
    Label* m_words;
    Bar* m_bar;
};

// Something is under way and nobody knows for how long: a calm moving bar with words.
class BusyBar final : public QWidget {
    Q_OBJECT

public:
    explicit BusyBar(QWidget* parent = nullptr);

    void setWords(const QString& words);

private:
    class Bar;
    Label* m_words;
};

} // namespace coffee::ui
