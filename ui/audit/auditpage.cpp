// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/audit/auditpage.h"

#include "ui/audit/auditchecker.h"
#include "ui/audit/auditdetails.h"
#include "ui/audit/auditfilterbar.h"
#include "ui/audit/auditmodel.h"
#include "ui/audit/auditwords.h"
#include "ui/theme/theme.h"
#include "ui/widgets/card.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/label.h"
#include "ui/widgets/recordtable.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/studywords.h"
#include "ui/widgets/whendone.h"

#include <QAction>
#include <QDate>
#include <QDir>
#include <QPushButton>
#include <QScrollBar>
#include <QSplitter>

using namespace Qt::StringLiterals;

namespace sitebook {
namespace {

constexpr int coalesceMs = 300;

} // namespace

AuditPage::AuditPage(Workspace& workspace, Navigator& navigator, UserPrompt& prompt, const RecordId& record,
                     QWidget* parent)
    : Page(parent)
    , m_workspace(workspace)
    , m_navigator(navigator)
    , m_prompt(prompt)
    , m_model(new AuditModel(workspace.audit(), workspace.study(), this))
{
    const Theme& theme = Theme::of(this);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(theme.around(), theme.around(), theme.around(), theme.around());
    column->setSpacing(theme.between());
    if (!workspace.may(u"view_audit_trail"_s)) {
        auto* denied = new EmptyState;
        denied->setContent(u"lock"_s, tr("Not for your role"),
                           tr("Your role may not look at the audit trail. Ask your investigator or data manager."));
        column->addWidget(denied);
        return;
    }
    m_filter = new AuditFilterBar;
    column->addWidget(toolRow());
    column->addWidget(m_filter);
    m_checker = new AuditChecker(workspace.audit());
    column->addWidget(m_checker);
    column->addWidget(trail(), 1);
    connectAll();
    if (!record.isNull())
        m_filter->setRecord(record, nameOf(record));
    applyFilter();
}

AuditPage::~AuditPage() = default;

QWidget* AuditPage::toolRow()
{
    auto* area = new QWidget;
    auto* row = new QHBoxLayout(area);
    row->setContentsMargins({});
    row->setSpacing(Theme::of(this).between());
    row->addWidget(makeParagraph(tr("Every change on this desk and those received from others, newest first. "
                                    "Nothing here can be altered."),
                                 true),
                   1);
    m_check = makeButton(tr("&Check"), u"shield"_s);
    m_check->setObjectName(u"check"_s);
    m_check->setToolTip(tr("Verifies the chains, the seals and the database"));
    m_export = makeButton(tr("&Export trail…"), u"export"_s);
    m_export->setObjectName(u"exportTrail"_s);
    m_export->setToolTip(tr("Writes the whole trail to a file that sitebook-verify can check"));
    row->addWidget(m_check);
    row->addWidget(m_export);
    return area;
}

QWidget* AuditPage::trail()
{
    auto* splitter = new QSplitter(Qt::Horizontal);
    splitter->setChildrenCollapsible(false);
    auto* left = new Card;
    m_table = new RecordTable(u"audit"_s);
    m_table->setObjectName(u"trail"_s);
    m_table->setAccessibleName(tr("Audit trail"));
    m_table->setModel(m_model);
    m_table->setDefaultWidths({215, 80, 120, 115, 120, 150, 150, 110, 110});
    left->body()->addWidget(m_table, 1);
    auto* right = new Card(tr("Entry"));
    m_details = new AuditDetails(m_workspace.study());
    right->body()->addWidget(m_details, 1);
    right->setMinimumWidth(Theme::of(this).scaled(300));
    splitter->addWidget(left);
    splitter->addWidget(right);
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 1);
    splitter->setHandleWidth(Theme::of(this).around());
    splitter->setStyleSheet(u"QSplitter::handle { background: transparent; }"_s); // the cards have borders enough
    return splitter;
}

void AuditPage::connectAll()
{
    m_coalesce.setSingleShot(true);
    m_coalesce.setInterval(coalesceMs);
    connect(&m_coalesce, &QTimer::timeout, this, [this] {
        if (isVisible()) // a hidden page asks when it is shown again
            m_model->refresh();
    });
    connect(&m_workspace.audit(), &AuditService::changed, this, [this] {
        if (!m_coalesce.isActive())
            m_coalesce.start();
    });
    m_filter->searchField()->setList(m_table);
    connect(m_filter, &AuditFilterBar::changed, this, &AuditPage::applyFilter);
    connect(m_model, &AuditModel::loaded, this, &AuditPage::loaded);
    connect(m_model, &AuditModel::failed, this, [this](const Error& error) { m_navigator.showBanner(error); });
    connect(m_model, &AuditModel::dataChanged, this, &AuditPage::showDetails);
    connect(m_table->verticalScrollBar(), &QScrollBar::valueChanged, this, &AuditPage::viewMoved);
    connect(m_table->verticalScrollBar(), &QScrollBar::rangeChanged, this, &AuditPage::viewMoved);
    connect(m_table, &RecordTable::selectionChangedTo, this, &AuditPage::showDetails);
    connect(m_table, &RecordTable::opened, this, &AuditPage::openRecord);
    connect(m_table, &RecordTable::emptyActionTriggered, m_filter, &AuditFilterBar::clear);
    connect(m_details, &AuditDetails::openRequested, this, &AuditPage::openRecord);
    connect(m_details, &AuditDetails::historyRequested, this, [this] {
        if (const AuditEntry* entry = m_model->entry(m_table->currentIndex().row()))
            m_filter->setRecord(entry->recordId, AuditWords::what(*m_workspace.study(), *entry));
    });
    connect(m_check, &QPushButton::clicked, m_checker, &AuditChecker::run);
    connect(m_checker, &AuditChecker::runningChanged, m_check, &QWidget::setDisabled);
    connect(m_export, &QPushButton::clicked, this, &AuditPage::exportTrail);
    auto* open = new QAction(tr("Open record"), m_table);
    connect(open, &QAction::triggered, this, &AuditPage::openRecord);
    m_table->addAction(open);
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
}

QWidget* AuditPage::searchField() const
{
    return m_filter == nullptr ? nullptr : m_filter->searchField();
}

void AuditPage::activated()
{
    if (m_table == nullptr)
        return;
    m_model->refresh();
    m_table->setFocus();
}

void AuditPage::applyFilter()
{
    m_model->setFilter(m_filter->filter());
}

void AuditPage::loaded(qint64 total)
{
    m_subtitle = tr("%n entry(s)", nullptr, static_cast<int>(total));
    if (m_filter->isNarrowed())
        m_table->setEmptyState(u"search"_s, tr("No entry matches"), tr("Take a filter away to see more of the trail."),
                               tr("Clear filters"));
    else
        m_table->setEmptyState(u"audit"_s, tr("No entries yet"),
                               tr("Every change of a patient or report, every sign-in and every export will be listed "
                                  "here."));
    if (!m_table->currentIndex().isValid() && total > 0)
        m_table->setCurrentIndex(m_model->index(0, 0));
    viewMoved();
    showDetails();
    Q_EMIT titleChanged();
}

void AuditPage::viewMoved()
{
    const int first = m_table->rowAt(0);
    const int last = m_table->rowAt(m_table->viewport()->height() - 1);
    if (first >= 0)
        m_model->showRows(first, last < 0 ? m_model->rowCount() - 1 : last);
}

void AuditPage::showDetails()
{
    const QModelIndex current = m_table->currentIndex();
    m_details->show(current.isValid() ? m_model->entry(current.row()) : nullptr);
}

void AuditPage::openRecord()
{
    const AuditEntry* entry = m_model->entry(m_table->currentIndex().row());
    if (entry == nullptr)
        return;
    if (entry->entity == Entity::Patient)
        m_navigator.openPatient(entry->recordId);
    else if (entry->entity == Entity::Report)
        m_navigator.openReport(entry->recordId);
}

void AuditPage::exportTrail()
{
    m_prompt.chooseFolder(this, tr("Folder for the audit trail"), QDir::homePath(), [this](const QString& folder) {
        const QString name = u"audit-trail-"_s + m_workspace.info().site.toString() + u'-' +
                             QDate::currentDate().toString(Qt::ISODate) + u".jsonl"_s;
        const QString path = QDir(folder).filePath(name);
        m_export->setEnabled(false);
        whenDone(this, m_workspace.audit().exportTrail(path), [this, path](const Result<qint64>& written) {
            m_export->setEnabled(true);
            if (!written)
                m_navigator.showBanner(written.error());
            else
                m_navigator.showNotice(tr("%n entry(s) written to %1. Check the file with sitebook-verify.", nullptr,
                                          static_cast<int>(*written))
                                           .arg(QDir::toNativeSeparators(path)));
        });
    });
}

QString AuditPage::nameOf(const RecordId& record) const
{
    const auto patients = m_workspace.patients().list();
    if (const PatientRow* patient = patients->find(record))
        return patient->patientId;
    const auto reports = m_workspace.reports().list();
    for (const ReportRow& report : *reports)
        if (report.recordId == record)
            return report.patientId + u", "_s + formName(*m_workspace.study(), report.formOid);
    return tr("one record");
}

} // namespace sitebook
