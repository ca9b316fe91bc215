// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exchange/importdialog.h"

#include "ui/exchange/importform.h"
#include "ui/exchange/importreport.h"
#include "ui/theme/theme.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/errortext.h"
#include "ui/widgets/label.h"
#include "ui/widgets/progressstrip.h"
#include "ui/widgets/whendone.h"

#include <QDir>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>

using namespace Qt::StringLiterals;

namespace sitebook {

ImportDialog::ImportDialog(Workspace& workspace, Navigator& navigator, UserPrompt& prompt, QWidget* parent)
    : QDialog(parent)
    , m_workspace(workspace)
    , m_navigator(navigator)
    , m_prompt(prompt)
    , m_relay([this](qint64 done, qint64 total) { m_strip->setProgress(done, total); })
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Import"));
    const Theme& theme = Theme::of(this);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(theme.blocks(), theme.around(), theme.blocks(), theme.around());
    column->setSpacing(theme.around());
    m_banner = new Banner;
    column->addWidget(m_banner);
    m_stack = new QStackedWidget;
    m_form = new ImportForm(workspace, prompt);
    m_report = new ImportReport(workspace.study());
    m_stack->addWidget(m_form);
    m_stack->addWidget(m_report);
    column->addWidget(m_stack, 1);
    m_strip = new ProgressStrip;
    column->addWidget(m_strip);
    m_hint = makeParagraph({}, true);
    m_hint->setObjectName(u"hint"_s);
    column->addWidget(m_hint);
    column->addLayout(buttonRow());
    connect(m_form, &ImportForm::changed, this, [this] {
        m_banner->dismiss();
        setStep(Step::Choosing);
    });
    connect(m_strip, &ProgressStrip::cancelRequested, this, [this] { m_cancel.cancel(); });
    setStep(Step::Choosing);
    resize(theme.scaled(980), theme.scaled(540));
}

ImportDialog::~ImportDialog()
{
    m_cancel.cancel();
}

QLayout* ImportDialog::buttonRow()
{
    m_back = makeButton(tr("&Back"), u"back"_s);
    m_back->setObjectName(u"back"_s);
    m_rejected = makeButton(tr("Save &rejected rows…"), u"save"_s);
    m_rejected->setObjectName(u"saveRejected"_s);
    m_rejected->setToolTip(tr("As CSV with the columns of the file and what is wrong, to correct and import again"));
    m_check = makePrimaryButton(tr("Chec&k files"));
    m_check->setObjectName(u"check"_s);
    m_import = makePrimaryButton({}, u"import"_s);
    m_import->setObjectName(u"import"_s);
    m_queue = makeButton(tr("Open the &queue"), u"queue"_s);
    m_queue->setObjectName(u"openQueue"_s);
    m_background = makeButton(tr("Continue in back&ground"));
    m_background->setObjectName(u"background"_s);
    m_close = makeButton(tr("Close"));
    m_close->setObjectName(u"close"_s);
    for (QPushButton* other : {m_back, m_rejected, m_queue, m_background, m_close})
        other->setAutoDefault(false);
    auto* row = new QHBoxLayout;
    row->setSpacing(Theme::of(this).between());
    row->addWidget(m_back);
    row->addStretch(1);
    for (QPushButton* button : {m_rejected, m_background, m_queue, m_close, m_check, m_import})
        row->addWidget(button);
    connect(m_back, &QPushButton::clicked, this, [this] { setStep(Step::Choosing); });
    connect(m_rejected, &QPushButton::clicked, this, &ImportDialog::saveRejected);
    connect(m_check, &QPushButton::clicked, this, [this] { run(true); });
    connect(m_import, &QPushButton::clicked, this, [this] { run(false); });
    connect(m_background, &QPushButton::clicked, this, &QWidget::hide);
    connect(m_close, &QPushButton::clicked, this, &ImportDialog::reject);
    connect(m_queue, &QPushButton::clicked, this, [this] {
        m_navigator.openPage(PageId::Queue);
        reject();
    });
    return row;
}

QString ImportDialog::hindrance() const
{
    if (!m_workspace.may(u"import_data"_s))
        return tr("Your role may not import data.");
    if (m_form->files().isEmpty())
        return tr("Choose the files first. They are checked before anything is stored.");
    return {};
}

void ImportDialog::setStep(Step step)
{
    m_step = step;
    const bool choosing = step == Step::Choosing || step == Step::Checking;
    m_stack->setCurrentWidget(choosing ? static_cast<QWidget*>(m_form) : m_report);
    m_form->setEnabled(step == Step::Choosing);
    const QString why = step == Step::Choosing ? hindrance() : QString();
    m_hint->setText(why);
    m_hint->setVisible(!why.isEmpty());
    m_check->setVisible(choosing);
    m_check->setEnabled(step == Step::Choosing && why.isEmpty());
    m_check->setDefault(choosing);
    m_import->setVisible(step == Step::Checked);
    m_import->setEnabled(m_report->accepted() > 0);
    m_import->setText(tr("&Import %n record(s)", nullptr, static_cast<int>(m_report->accepted())));
    m_import->setDefault(step == Step::Checked);
    m_back->setVisible(step == Step::Checked);
    m_rejected->setVisible(step == Step::Checked && m_report->hasRejectedRows());
    m_queue->setVisible(step == Step::Done && m_report->reports() > 0);
    m_background->setVisible(step == Step::Importing);
    m_close->setVisible(!isRunning());
    m_close->setText(step == Step::Done ? tr("Close") : tr("Cancel"));
}

// The check again, which writes them; nothing else is stored.
void ImportDialog::saveRejected()
{
    m_prompt.chooseFolder(this, tr("Folder for the rejected rows"), QFileInfo(m_form->files().value(0)).absolutePath(),
                          [this](const QString& folder) { run(true, folder); });
}

void ImportDialog::run(bool dryRun, const QString& rejectedFolder)
{
    m_cancel = {};
    m_banner->dismiss();
    setStep(dryRun ? Step::Checking : Step::Importing);
    m_strip->start(dryRun ? tr("Checking the files") : tr("Importing"));
    ImportRequest request = m_form->request(dryRun);
    request.rejectedFolder = rejectedFolder;
    whenDone(this, m_workspace.exchange().import(request, m_relay.progress(), m_cancel),
             [this, dryRun](const Result<std::vector<ImportSummary>>& answer) { finished(answer, dryRun); });
}

void ImportDialog::finished(const Result<std::vector<ImportSummary>>& answer, bool dryRun)
{
    m_strip->finish();
    if (!isVisible()) {
        tellHidden(answer);
        return;
    }
    if (!answer) {
        failed(answer.error(), dryRun);
        return;
    }
    m_report->show(*answer, dryRun);
    setStep(dryRun ? Step::Checked : Step::Done);
    tellRejected(*answer);
    QPushButton* next = !dryRun ? m_close : m_report->accepted() > 0 ? m_import : m_back;
    next->setFocus();
}

void ImportDialog::tellRejected(const std::vector<ImportSummary>& summaries)
{
    QStringList written;
    for (const ImportSummary& summary : summaries)
        if (!summary.rejectedFile.isEmpty())
            written.append(QDir::toNativeSeparators(summary.rejectedFile));
    if (!written.isEmpty())
        m_banner->showNotice(tr("The rejected rows are in %1.").arg(written.join(u", "_s)));
}

void ImportDialog::failed(const Error& error, bool dryRun)
{
    setStep(dryRun ? Step::Choosing : Step::Checked);
    if (error.code == ErrorCode::Cancelled)
        m_banner->showMessage(Tone::Attention, dryRun ? tr("The check was stopped. Nothing was stored.")
                                                      : tr("The import was stopped. Nothing was stored."));
    else
        m_banner->showMessage(Tone::Danger, tr("%1 Nothing was stored.").arg(localisedText(error)));
}

void ImportDialog::tellHidden(const Result<std::vector<ImportSummary>>& answer)
{
    if (answer) {
        m_report->show(*answer, false);
        m_navigator.showNotice(m_report->verdict());
    } else {
        m_navigator.showBanner(answer.error());
    }
    deleteLater();
}

void ImportDialog::reject()
{
    if (isRunning()) {
        m_cancel.cancel();
        return;
    }
    QDialog::reject();
}

} // namespace sitebook
