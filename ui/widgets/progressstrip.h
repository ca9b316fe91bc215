// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;

namespace sitebook {

// Long work: what it is, count of total, the time that is left, Cancel. Belongs to the GUI thread; feed it through
// queued connections.
class ProgressStrip final : public QWidget
{
    Q_OBJECT
public:
    explicit ProgressStrip(QWidget* parent = nullptr);
    void start(const QString& what);
    // total 0: not known yet.
    void setProgress(qint64 done, qint64 total);
    void finish(); // hides
    void setCancellable(bool cancellable);
    [[nodiscard]] QString countText() const;
    // "less than a minute left", "about 4 minutes left"; empty while nothing can be told.
    [[nodiscard]] static QString restText(qint64 elapsedMs, qint64 done, qint64 total);

Q_SIGNALS:
    void cancelRequested();

private:
    QLabel* m_what;
    QLabel* m_count;
    QProgressBar* m_bar;
    QPushButton* m_cancel;
    QElapsedTimer m_clock;
};

} // namespace sitebook
