// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/queries/verificationview.h"

#include "ui/queries/querywords.h"
#include "ui/queries/verificationmodel.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/chipbar.h"
#include "ui/widgets/label.h"
#include "ui/widgets/recordtable.h"
#include "ui/widgets/statetexts.h"
#include "ui/widgets/whendone.h"

#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace sitebook {

namespace {

const QString openId = u"open"_s;
const QString changedId = u"changed"_s;
const QString doneId = u"done"_s;
const QString lockedId = u"locked"_s;

bool passes(const VerificationRow& row, const QStringList& chips)
{
    const VerificationState state = VerificationModel::stateOf(row.count);
    return chips.isEmpty() || (chips.contains(openId) && row.count.open() > 0) ||
           (chips.contains(changedId) && state == VerificationState::ChangedSinceVerified) ||
           (chips.contains(doneId) && state == VerificationState::Verified) ||
           (chips.contains(lockedId) && row.status == ReportStatus::Locked);
}

} // namespace

VerificationView::VerificationView(Workspace& workspace, Navigator& navigator, UserPrompt& prompt, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_navigator(navigator)
    , m_prompt(prompt)
    , m_model(new VerificationModel(workspace.study(), this))
    , m_chips(new ChipBar(this))
    , m_table(new RecordTable(u"verification"_s, this))
    , m_banner(new Banner(this))
    , m_verify(makePrimaryButton(tr("&Verify"), u"sdv-done"_s, this))
    , m_lock(makeButton(tr("&Lock…"), u"locked"_s, this))
    , m_unlock(makeButton(tr("&Unlock…"), u"unlocked"_s, this))
    , m_reading([this] { return m_workspace.reviews().verification(); },
                [this](Result<std::vector<VerificationRow>> rows) { showRows(std::move(rows)); })
{
    layOut();
    connect(m_chips, &ChipBar::changed, this, &VerificationView::applyFilter);
    connect(m_verify, &QPushButton::clicked, this, &VerificationView::verifySelected);
    connect(m_lock, &QPushButton::clicked, this, [this] { lockSelected(true); });
    connect(m_unlock, &QPushButton::clicked, this, [this] { lockSelected(false); });
    connect(m_table, &RecordTable::opened, this,
            [this](const QModelIndex& index) { m_navigator.openReport(m_model->rowAt(index.row())->report); });
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &VerificationView::showSelection);
    connect(&workspace.reports(), &ReportService::listChanged, this, [this] {
        if (isVisible())
            m_reading.refresh();
    });
    showSelection();
}

void VerificationView::layOut()
{
    const Theme& theme = Theme::of(this);
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins({});
    rows->setSpacing(theme.between());
    m_chips->addChip({}, tr("All"));
    m_chips->addChip(openId, tr("To verify"), u"not-started"_s);
    m_chips->addChip(changedId, tr("Changed since"), u"sdv-dropped"_s);
    m_chips->addChip(doneId, tr("Verified"), u"sdv-done"_s);
    m_chips->addChip(lockedId, tr("Locked"), u"locked"_s);
    auto* head = new QHBoxLayout;
    head->setSpacing(theme.between());
    head->addWidget(m_chips, 1);
    head->addWidget(m_verify);
    head->addWidget(m_lock);
    head->addWidget(m_unlock);
    m_verify->setObjectName(u"verify"_s);
    m_verify->setToolTip(tr("Marks every answer of the selected reports that needs it as found in the source"));
    m_lock->setObjectName(u"lock"_s);
    m_unlock->setObjectName(u"unlock"_s);
    m_verify->setVisible(m_workspace.may(u"verify_source"_s));
    m_lock->setVisible(m_workspace.may(u"lock_data"_s));
    m_unlock->setVisible(m_workspace.may(u"lock_data"_s));
    m_table->setObjectName(u"verificationTable"_s);
    m_table->setAccessibleName(tr("Verification"));
    m_table->setModel(m_model);
    m_table->setDefaultWidths({90, 150, 150, 130, -1, 90, 120});
    m_table->setEmptyState(u"sdv-done"_s, tr("Nothing to verify here"),
                           tr("Reports with answers that the study wants held against the patient's file stand here, "
                              "and what is locked."));
    rows->addWidget(m_banner);
    rows->addLayout(head);
    rows->addWidget(m_table, 1);
}

void VerificationView::activated()
{
    m_reading.refresh();
    m_table->setFocus();
}

void VerificationView::showRows(Result<std::vector<VerificationRow>> rows)
{
    if (!rows) {
        m_banner->showError(rows.error());
        return;
    }
    m_rows = std::move(*rows);
    const auto count = [this](const QString& id) {
        return std::count_if(m_rows.begin(), m_rows.end(),
                             [&id](const VerificationRow& row) { return passes(row, {id}); });
    };
    for (const QString& id : {openId, changedId, doneId, lockedId})
        m_chips->setCount(id, count(id));
    applyFilter();
}

void VerificationView::applyFilter()
{
    std::vector<VerificationRow> shown;
    const QStringList chips = m_chips->checkedIds();
    std::copy_if(m_rows.begin(), m_rows.end(), std::back_inserter(shown),
                 [&chips](const VerificationRow& row) { return passes(row, chips); });
    m_model->setRows(std::move(shown));
    showSelection();
}

std::vector<VerificationRow> VerificationView::selected() const
{
    std::vector<VerificationRow> rows;
    for (const QModelIndex& index : m_table->selectedRowIndexes())
        rows.push_back(*m_model->rowAt(index.row()));
    return rows;
}

void VerificationView::showSelection()
{
    const std::vector<VerificationRow> rows = selected();
    const auto any = [&rows](auto test) { return std::any_of(rows.begin(), rows.end(), test); };
    const auto locked = [](const VerificationRow& row) { return row.status == ReportStatus::Locked; };
    m_verify->setEnabled(any([&](const VerificationRow& row) { return !locked(row) && row.count.open() > 0; }));
    m_lock->setEnabled(any([&](const VerificationRow& row) { return !locked(row); }));
    m_unlock->setEnabled(any(locked));
}

void VerificationView::follow(const QFuture<Result<>>& step)
{
    whenDone(this, step, [this](const Result<>& done) {
        if (!done)
            m_banner->showError(done.error());
        m_reading.refresh();
    });
}

void VerificationView::verifySelected()
{
    m_banner->dismiss();
    for (const VerificationRow& row : selected())
        if (row.count.open() > 0 && row.status != ReportStatus::Locked)
            follow(m_workspace.reviews().verifyAll(row.report));
}

void VerificationView::lockSelected(bool locked)
{
    m_banner->dismiss();
    std::vector<RecordId> reports;
    for (const VerificationRow& row : selected())
        if ((row.status == ReportStatus::Locked) != locked)
            reports.push_back(row.report);
    if (reports.empty())
        return;
    const int count = static_cast<int>(reports.size());
    m_prompt.askReason(this, locked ? tr("Lock") : tr("Unlock"),
                       locked
                           ? tr("%n report(s) can then only be read until they are unlocked. Why now?", nullptr, count)
                           : tr("%n report(s) can then be changed again. Why?", nullptr, count),
                       [this, locked, reports](const QString& reason) {
                           for (const RecordId& report : reports)
                               follow(m_workspace.reviews().setLocked(report, locked, reason));
                       });
}

} // namespace sitebook
