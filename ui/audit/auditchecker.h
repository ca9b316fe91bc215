// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/workspace.h"
#include "ui/widgets/progressrelay.h"

#include <QWidget>

class QLabel;
class QToolButton;

namespace sitebook {

class Card;
class ProblemsModel;
class ProgressStrip;
class RecordTable;

// Runs the check of chains, projections, seals and database, with progress and Cancel, and shows what it found. Hidden
// until the first run.
class AuditChecker final : public QWidget
{
    Q_OBJECT
public:
    explicit AuditChecker(AuditService& service, QWidget* parent = nullptr);
    ~AuditChecker() override;

    void run(); // nothing while one runs already
    [[nodiscard]] bool isRunning() const { return m_running; }

Q_SIGNALS:
    void runningChanged(bool running);

private:
    void finished(const Result<AuditService::CheckReport>& answer);
    void showReport(const AuditService::CheckReport& report);

    AuditService& m_service;
    bool m_running = false;
    CancelToken m_cancel;
    ProgressStrip* m_strip = nullptr;
    QLabel* m_icon = nullptr;
    QLabel* m_verdict = nullptr;
    QWidget* m_result = nullptr;
    QToolButton* m_close = nullptr;
    RecordTable* m_table = nullptr;
    ProblemsModel* m_problems = nullptr;
    ProgressRelay m_relay;
};

} // namespace sitebook
