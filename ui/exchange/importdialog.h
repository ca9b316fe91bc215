// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/navigator.h"
#include "ui/widgets/progressrelay.h"
#include "ui/widgets/userprompt.h"

#include <QDialog>

class QLabel;
class QPushButton;
class QStackedWidget;

namespace sitebook {

class Banner;
class ImportForm;
class ImportReport;
class ProgressStrip;

// Import with a rehearsal: choose files and options, look at what the dry run found, then import for real.
class ImportDialog final : public QDialog
{
    Q_OBJECT
public:
    ImportDialog(Workspace& workspace, Navigator& navigator, UserPrompt& prompt, QWidget* parent = nullptr);
    ~ImportDialog() override;

    // Escape and the close button: stops what runs first.
    void reject() override;

private:
    enum class Step { Choosing, Checking, Checked, Importing, Done };

    [[nodiscard]] QLayout* buttonRow();
    void setStep(Step step);
    void run(bool dryRun, const QString& rejectedFolder = {});
    void saveRejected();
    void finished(const Result<std::vector<ImportSummary>>& answer, bool dryRun);
    void failed(const Error& error, bool dryRun);
    void tellRejected(const std::vector<ImportSummary>& summaries);
    void tellHidden(const Result<std::vector<ImportSummary>>& answer);
    [[nodiscard]] bool isRunning() const { return m_step == Step::Checking || m_step == Step::Importing; }
    [[nodiscard]] QString hindrance() const;

    Workspace& m_workspace;
    Navigator& m_navigator;
    UserPrompt& m_prompt;
    Step m_step = Step::Choosing;
    CancelToken m_cancel;
    Banner* m_banner = nullptr;
    QStackedWidget* m_stack = nullptr;
    ImportForm* m_form = nullptr;
    ImportReport* m_report = nullptr;
    ProgressStrip* m_strip = nullptr;
    QLabel* m_hint = nullptr;
    QPushButton* m_back = nullptr;
    QPushButton* m_rejected = nullptr;
    QPushButton* m_check = nullptr;
    QPushButton* m_import = nullptr;
    QPushButton* m_queue = nullptr;
    QPushButton* m_background = nullptr;
    QPushButton* m_close = nullptr;
    ProgressRelay m_relay;
};

} // namespace sitebook
