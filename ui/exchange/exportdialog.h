// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/navigator.h"
#include "ui/widgets/progressrelay.h"
#include "ui/widgets/userprompt.h"

#include <QDialog>

class QLabel;
class QPushButton;

namespace sitebook {

class Banner;
class ExportForm;
class ExportResult;
class ProgressStrip;

// Export in three steps in one place: choose, progress with Cancel, result. "Continue in background" hides it while it
// works; what came out is then said in the window's notice.
class ExportDialog final : public QDialog
{
    Q_OBJECT
public:
    ExportDialog(Workspace& workspace, Navigator& navigator, UserPrompt& prompt, const ExportRequest& preset,
                 QWidget* parent = nullptr);
    ~ExportDialog() override;

    // Escape and the close button: stops a running export first.
    void reject() override;

private:
    [[nodiscard]] QLayout* buttonRow();
    void showHindrance();
    void start();
    void run(const ExportRequest& request);
    void finished(const Result<ExportReceiptView>& answer);
    void showPage(QWidget* page);
    void fitHeight();
    void setRunning(bool running);
    void again();

    Workspace& m_workspace;
    Navigator& m_navigator;
    UserPrompt& m_prompt;
    bool m_running = false;
    CancelToken m_cancel;
    Banner* m_banner = nullptr;
    ExportForm* m_form = nullptr;
    ExportResult* m_result = nullptr;
    ProgressStrip* m_strip = nullptr;
    QLabel* m_hindrance = nullptr;
    QPushButton* m_export = nullptr;
    QPushButton* m_again = nullptr;
    QPushButton* m_background = nullptr;
    QPushButton* m_close = nullptr;
    ProgressRelay m_relay;
};

} // namespace sitebook
