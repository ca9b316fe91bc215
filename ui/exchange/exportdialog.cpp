// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exchange/exportdialog.h"

#include "ui/exchange/exportform.h"
#include "ui/exchange/exportresult.h"
#include "ui/theme/theme.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/label.h"
#include "ui/widgets/progressstrip.h"
#include "ui/widgets/whendone.h"

#include <QDir>
#include <QFileInfo>
#include <QLabel>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace sitebook {

ExportDialog::ExportDialog(Workspace& workspace, Navigator& navigator, UserPrompt& prompt, const ExportRequest& preset,
                           QWidget* parent)
    : QDialog(parent)
    , m_workspace(workspace)
    , m_navigator(navigator)
    , m_prompt(prompt)
    , m_relay([this](qint64 done, qint64 total) { m_strip->setProgress(done, total); })
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Export"));
    const Theme& theme = Theme::of(this);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(theme.blocks(), theme.around(), theme.blocks(), theme.around());
    column->setSpacing(theme.around());
    m_banner = new Banner;
    column->addWidget(m_banner);
    m_form = new ExportForm(workspace, prompt, preset);
    m_result = new ExportResult;
    m_result->hide();
    column->addWidget(m_form, 1);
    column->addWidget(m_result, 1);
    m_strip = new ProgressStrip;
    column->addWidget(m_strip);
    m_hindrance = makeParagraph({}, true);
    m_hindrance->setObjectName(u"hindrance"_s);
    column->addWidget(m_hindrance);
    column->addLayout(buttonRow());
    connect(m_form, &ExportForm::changed, this, &ExportDialog::showHindrance);
    connect(m_strip, &ProgressStrip::cancelRequested, this, [this] { m_cancel.cancel(); });
    setRunning(false);
    resize(theme.scaled(720), sizeHint().height());
}

ExportDialog::~ExportDialog()
{
    m_cancel.cancel();
}

QLayout* ExportDialog::buttonRow()
{
    m_export = makePrimaryButton(tr("&Export"), u"export"_s);
    m_export->setObjectName(u"export"_s);
    m_export->setDefault(true);
    m_again = makeButton(tr("Export &again…"));
    m_again->setObjectName(u"again"_s);
    m_background = makeButton(tr("Continue in &background"));
    m_background->setObjectName(u"background"_s);
    m_close = makeButton(tr("Close"));
    m_close->setObjectName(u"close"_s);
    for (QPushButton* other : {m_again, m_background, m_close})
        other->setAutoDefault(false);
    auto* row = new QHBoxLayout;
    row->setSpacing(Theme::of(this).between());
    row->addWidget(m_again);
    row->addStretch(1);
    row->addWidget(m_background);
    row->addWidget(m_close);
    row->addWidget(m_export);
    connect(m_export, &QPushButton::clicked, this, &ExportDialog::start);
    connect(m_again, &QPushButton::clicked, this, &ExportDialog::again);
    connect(m_background, &QPushButton::clicked, this, &QWidget::hide);
    connect(m_close, &QPushButton::clicked, this, &ExportDialog::reject);
    return row;
}

void ExportDialog::showHindrance()
{
    const bool choosing = !m_running && !m_form->isHidden();
    const QString why = choosing ? m_form->hindrance() : QString();
    m_hindrance->setText(why);
    m_hindrance->setVisible(!why.isEmpty());
    m_export->setEnabled(choosing && why.isEmpty());
}

void ExportDialog::showPage(QWidget* page)
{
    m_form->setVisible(page == m_form);
    m_result->setVisible(page == m_result);
}

void ExportDialog::fitHeight()
{
    layout()->activate();
    resize(width(), sizeHint().height()); // the result needs less room than the choices
}

void ExportDialog::setRunning(bool running)
{
    m_running = running;
    const bool choosing = !m_form->isHidden();
    m_form->setEnabled(!running);
    m_export->setVisible(choosing && !running);
    m_again->setVisible(!choosing && !running);
    m_background->setVisible(running);
    m_close->setVisible(!running);
    m_close->setText(choosing ? tr("Cancel") : tr("Close"));
    showHindrance();
    if (!running && isVisible())
        fitHeight();
}

void ExportDialog::start()
{
    const ExportRequest request = m_form->request();
    m_banner->dismiss();
    if (!QFileInfo::exists(request.path)) {
        run(request);
        return;
    }
    m_prompt.decide(this, tr("Replace the file?"),
                    tr("%1 exists already. It will be replaced when the export is complete.")
                        .arg(QFileInfo(request.path).fileName()),
                    {tr("Keep it"), tr("Replace")}, [this, request](int choice) {
                        if (choice == 1)
                            run(request);
                    });
}

void ExportDialog::run(const ExportRequest& request)
{
    m_cancel = {};
    setRunning(true);
    m_strip->start(tr("Writing %1").arg(QFileInfo(request.path).fileName()));
    m_strip->setProgress(0, m_form->rowCount());
    whenDone(this, m_workspace.exchange().exportTo(request, m_relay.progress(), m_cancel),
             [this](const Result<ExportReceiptView>& answer) { finished(answer); });
}

void ExportDialog::finished(const Result<ExportReceiptView>& answer)
{
    const bool hidden = !isVisible();
    m_strip->finish();
    if (answer) {
        m_result->show(*answer);
        showPage(m_result);
    } else if (answer.error().code == ErrorCode::Cancelled) {
        m_banner->showMessage(Tone::Attention, tr("The export was stopped. No file was written."));
    } else {
        m_banner->showError(answer.error());
    }
    setRunning(false);
    if (!hidden) {
        (answer ? m_close : m_export)->setFocus();
        return;
    }
    if (answer)
        m_navigator.showNotice(tr("%n row(s) exported to %1.", nullptr, static_cast<int>(answer->rows))
                                   .arg(QDir::toNativeSeparators(answer->path)));
    else
        m_navigator.showBanner(answer.error());
    deleteLater();
}

void ExportDialog::again()
{
    showPage(m_form);
    setRunning(false);
}

void ExportDialog::reject()
{
    if (m_running) {
        m_cancel.cancel(); // stays until the worker has stopped and thrown the half file away
        return;
    }
    QDialog::reject();
}

} // namespace sitebook
