// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exchange/importreport.h"

#include "ui/exchange/findingsmodel.h"
#include "ui/exchange/summarymodel.h"
#include "ui/theme/theme.h"
#include "ui/widgets/card.h"
#include "ui/widgets/label.h"
#include "ui/widgets/recordtable.h"

#include <QLabel>

using namespace Qt::StringLiterals;

namespace sitebook {
namespace {

struct Sums
{
    qint64 accepted = 0;
    qint64 rejected = 0;
    qint64 patients = 0;
    qint64 reports = 0;
    qint64 findings = 0;
};

// A row of a table that can be corrected in its own layout.
bool hasWrongRow(const ImportSummary& summary)
{
    return summary.format.startsWith("CSV"_L1) &&
           std::any_of(summary.findings.begin(), summary.findings.end(), [](const ImportFindingView& finding) {
               return finding.severity == Severity::Error && finding.where.startsWith("row "_L1);
           });
}

Sums add(const std::vector<ImportSummary>& summaries)
{
    Sums sums;
    for (const ImportSummary& summary : summaries) {
        sums.accepted += summary.imported;
        sums.rejected += summary.rejected;
        sums.patients += summary.patients;
        sums.reports += summary.reports;
        sums.findings += std::ssize(summary.findings);
    }
    return sums;
}

} // namespace

ImportReport::ImportReport(std::shared_ptr<const StudyDefinition> study, QWidget* parent)
    : QWidget(parent)
    , m_summary(new SummaryModel(this))
    , m_findings(new FindingsModel(std::move(study), this))
{
    const Theme& theme = Theme::of(this);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(theme.between());
    auto* head = new QHBoxLayout;
    head->setSpacing(theme.between());
    m_icon = new QLabel;
    m_verdict = makeParagraph({});
    m_verdict->setObjectName(u"verdict"_s);
    head->addWidget(m_icon, 0, Qt::AlignTop);
    head->addWidget(m_verdict, 1);
    column->addLayout(head);

    auto* files = new Card;
    m_files = new RecordTable(u"import-files"_s);
    m_files->setObjectName(u"summary"_s);
    m_files->setAccessibleName(tr("Files"));
    m_files->setModel(m_summary);
    m_files->setDefaultWidths({-1, 150, 105, 100, 100, 100, 100, 100});
    files->body()->addWidget(m_files);
    column->addWidget(files);

    auto* findings = new Card;
    m_findingsTitle = makeLabel({}, Theme::Type::Section);
    findings->body()->addWidget(m_findingsTitle);
    m_table = new RecordTable(u"import-findings"_s);
    m_table->setObjectName(u"findings"_s);
    m_table->setAccessibleName(tr("Findings"));
    m_table->setModel(m_findings);
    m_table->setDefaultWidths({100, 110, 85, 95, 95, 130, -1});
    m_table->setEmptyState(u"success"_s, tr("No findings"),
                           tr("Every row of the files could be read and fits the study."));
    findings->body()->addWidget(m_table, 1);
    column->addWidget(findings, 1);
}

QString ImportReport::verdict() const
{
    return m_verdict->text();
}

void ImportReport::show(const std::vector<ImportSummary>& summaries, bool dryRun)
{
    const Theme& theme = Theme::of(this);
    const Sums sums = add(summaries);
    m_accepted = sums.accepted;
    m_reports = sums.reports;
    m_rejectedRows = std::any_of(summaries.begin(), summaries.end(), hasWrongRow);
    m_summary->setRows(summaries);
    m_findings->setSummaries(summaries);
    m_findingsTitle->setText(tr("%n finding(s)", nullptr, static_cast<int>(sums.findings)));
    m_findingsTitle->setVisible(sums.findings > 0);
    const int rows = std::min(5, static_cast<int>(summaries.size()));
    m_files->setFixedHeight(theme.rowHeight() * (rows + 1) + theme.scaled(8));

    const QLocale locale;
    QString text;
    if (sums.accepted == 0)
        text = dryRun ? tr("Nothing in these files can be imported.") : tr("Nothing was imported.");
    else if (dryRun)
        text = tr("Nothing is stored yet. %1 patients and %2 reports can be imported, %n record(s) cannot.", nullptr,
                  static_cast<int>(sums.rejected))
                   .arg(locale.toString(sums.patients), locale.toString(sums.reports));
    else
        text = tr("%1 patients are stored, %2 reports went to the queue, %n record(s) were left out.", nullptr,
                  static_cast<int>(sums.rejected))
                   .arg(locale.toString(sums.patients), locale.toString(sums.reports));
    m_verdict->setText(text);
    const bool bad = sums.accepted == 0;
    const Tone tone = bad                 ? Tone::Danger
                      : sums.rejected > 0 ? Tone::Attention
                      : dryRun            ? Tone::Information
                                          : Tone::Success;
    const QString icon = bad ? u"error"_s : sums.rejected > 0 ? u"warning"_s : dryRun ? u"information"_s : u"success"_s;
    m_icon->setPixmap(theme.pixmap(icon, tone, theme.scaled(20), devicePixelRatioF()));
}

} // namespace sitebook
