// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/newreportdialog.h"

#include "ui/widgets/celldelegate.h"
#include "ui/widgets/label.h"
#include "ui/widgets/recordtablemodel.h"
#include "ui/widgets/statetexts.h"
#include "ui/widgets/studywords.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace sitebook {

NewReportDialog::NewReportDialog(Workspace& workspace, Navigator& navigator, const RecordId& patient, QWidget* parent)
    : QDialog(parent)
    , m_workspace(workspace)
    , m_navigator(navigator)
    , m_patient(patient)
    , m_places(placesOf(*workspace.study(), workspace.reports().ofPatient(patient)))
    , m_tree(new QTreeWidget(this))
    , m_go(makePrimaryButton(tr("Start report"), {}, this))
{
    const Theme& theme = Theme::of(this);
    const PatientRow* row = workspace.patients().list()->find(patient);
    setWindowTitle(row ? tr("New report for %1").arg(row->patientId) : tr("New report"));
    setAttribute(Qt::WA_DeleteOnClose);
    resize(theme.scaled(520), theme.scaled(560));
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(theme.around(), theme.around(), theme.around(), theme.around());
    rows->setSpacing(theme.between());
    rows->addWidget(makeParagraph(tr("Choose the visit and the form. One that exists already opens."), true, this));
    rows->addWidget(m_tree, 1);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch(1);
    auto* cancel = makeButton(tr("Cancel"), {}, this);
    buttons->addWidget(cancel);
    buttons->addWidget(m_go);
    rows->addLayout(buttons);
    cancel->setAutoDefault(false);
    m_go->setDefault(true);
    m_tree->setItemDelegate(new CellDelegate(m_tree));
    m_tree->setColumnCount(2);
    m_tree->setHeaderLabels({tr("Visit and form"), tr("Status")});
    m_tree->setAccessibleName(tr("Visits and forms"));
    m_tree->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_tree->header()->resizeSection(1, theme.scaled(148));
    m_tree->header()->setStretchLastSection(false);
    fill();
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_go, &QPushButton::clicked, this, &NewReportDialog::go);
    connect(m_tree, &QTreeWidget::itemActivated, this, &NewReportDialog::go);
    connect(m_tree, &QTreeWidget::currentItemChanged, this, &NewReportDialog::refreshButton);
    selectFirst();
    m_tree->setFocus();
}

void NewReportDialog::fill()
{
    const StudyDefinition& study = *m_workspace.study();
    QTreeWidgetItem* visit = nullptr;
    QString visitOid;
    for (size_t i = 0; i < m_places.size(); ++i) {
        const FormPlace& place = m_places[i];
        if (!visit || visitOid != place.eventOid) {
            visitOid = place.eventOid;
            visit = new QTreeWidgetItem(m_tree, {eventTitle(study, visitOid)});
            visit->setFlags(Qt::ItemIsEnabled);
            visit->setFirstColumnSpanned(true);
            visit->setExpanded(true);
            QFont font = m_tree->font();
            font.setWeight(QFont::DemiBold);
            visit->setFont(0, font);
        }
        const ReportStatus status = place.report ? place.report->status : ReportStatus::NotStarted;
        const QString name = formName(study, place.formOid);
        auto* item = new QTreeWidgetItem(
            visit, {place.repeat > 1 ? tr("%1 (%2)").arg(name).arg(place.repeat) : name, statetexts::text(status)});
        item->setData(1, RecordTableModelBase::IconNameRole, statetexts::iconName(status));
        item->setData(1, RecordTableModelBase::ToneRole, QVariant::fromValue(statetexts::tone(status)));
        item->setData(0, Qt::UserRole, static_cast<int>(i) + 1);
    }
}

void NewReportDialog::selectFirst()
{
    QTreeWidgetItem* first = nullptr;
    for (int v = 0; v < m_tree->topLevelItemCount(); ++v) {
        for (int f = 0; f < m_tree->topLevelItem(v)->childCount(); ++f) {
            QTreeWidgetItem* item = m_tree->topLevelItem(v)->child(f);
            const FormPlace& place = m_places[static_cast<size_t>(item->data(0, Qt::UserRole).toInt()) - 1];
            first = first ? first : item;
            if (!place.report || place.report->status < ReportStatus::Complete) {
                m_tree->setCurrentItem(item);
                return;
            }
        }
    }
    m_tree->setCurrentItem(first);
}

const FormPlace* NewReportDialog::chosen() const
{
    const QTreeWidgetItem* item = m_tree->currentItem();
    const int number = item ? item->data(0, Qt::UserRole).toInt() : 0;
    return number == 0 ? nullptr : &m_places[static_cast<size_t>(number) - 1];
}

void NewReportDialog::refreshButton()
{
    const FormPlace* place = chosen();
    m_go->setEnabled(place != nullptr);
    m_go->setText(place && place->report ? tr("Open report") : tr("Start report"));
}

void NewReportDialog::go()
{
    const FormPlace* found = chosen();
    if (!found)
        return;
    const FormPlace place = *found;
    accept();
    if (place.report)
        m_navigator.openReport(place.report->recordId);
    else
        m_navigator.newReport(m_patient, place.formOid, place.eventOid, place.repeat);
}

} // namespace sitebook
