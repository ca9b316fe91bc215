// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/patients/patientcard.h"

#include "ui/patients/patienttexts.h"
#include "ui/widgets/keyvaluelist.h"
#include "ui/widgets/label.h"
#include "ui/widgets/statebadge.h"
#include "ui/widgets/statetexts.h"
#include "ui/widgets/studywords.h"

#include <QDateTime>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace sitebook {

PatientCard::PatientCard(Workspace& workspace, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_identifier(makeLabel({}, Theme::Type::Title, false, this))
    , m_name(makeParagraph({}, false, this))
    , m_status(new StateBadge(this))
    , m_facts(new KeyValueList(this))
    , m_delivery(new StateBadge(this))
    , m_hint(makeParagraph({}, true, this))
    , m_open(makePrimaryButton(tr("Open (F3)"), {}, this))
    , m_newReport(makeButton(tr("New report"), {}, this))
    , m_export(makeButton(tr("Export selection"), {}, this))
{
    const Theme& theme = Theme::of(this);
    setFixedWidth(theme.scaled(248));
    setObjectName(u"patientCard"_s);
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(theme.around(), theme.around(), theme.around(), theme.around());
    rows->setSpacing(theme.between());
    rows->addWidget(m_identifier);
    rows->addWidget(m_name);
    rows->addWidget(m_status);
    rows->addWidget(m_facts);
    rows->addWidget(m_delivery);
    rows->addWidget(m_hint);
    rows->addSpacing(theme.between());
    rows->addWidget(m_open);
    rows->addWidget(m_newReport);
    rows->addWidget(m_export);
    rows->addStretch(1);
    m_open->setToolTip(tr("Open the patient's page (F3)"));
    connect(m_open, &QPushButton::clicked, this, &PatientCard::openRequested);
    connect(m_newReport, &QPushButton::clicked, this, &PatientCard::newReportRequested);
    connect(m_export, &QPushButton::clicked, this, &PatientCard::exportRequested);
    showSelection(0);
}

void PatientCard::showParts(bool patient)
{
    for (QWidget* part :
         {static_cast<QWidget*>(m_identifier), static_cast<QWidget*>(m_name), static_cast<QWidget*>(m_status),
          static_cast<QWidget*>(m_facts), static_cast<QWidget*>(m_delivery), static_cast<QWidget*>(m_open)})
        part->setVisible(patient);
    m_newReport->setVisible(patient && m_workspace.may(u"enter_data"_s));
    m_hint->setVisible(!patient);
}

void PatientCard::showPatient(const PatientRow& patient)
{
    showParts(true);
    m_export->hide();
    m_identifier->setText(patient.patientId);
    m_name->setText(patient.name);
    m_name->setVisible(!patient.name.isEmpty());
    m_status->setState(statetexts::look(patient.status));
    m_delivery->setState(statetexts::look(patient.delivery));
    const QString age = PatientTexts::age(patient.dateOfBirth, QDate::currentDate());
    const QString born = patient.dateOfBirth.toDisplay();
    m_facts->setRow(u"born"_s, tr("Born"), age.isEmpty() ? born : tr("%1 (%2)").arg(born, age));
    m_facts->setRow(u"sex"_s, tr("Sex"), PatientTexts::sex(patient.sex));
    m_facts->setRow(u"site"_s, tr("Site"), patient.siteId);
    m_facts->setRow(u"reports"_s, tr("Reports"),
                    patient.reports == 0 ? tr("None yet")
                                         : tr("%1 of %2 complete").arg(patient.reportsComplete).arg(patient.reports));
    m_facts->setRow(
        u"changed"_s, tr("Changed"),
        patient.changedUtcMs == 0
            ? QString()
            : QLocale::c().toString(QDateTime::fromMSecsSinceEpoch(patient.changedUtcMs), u"dd-MMM-yyyy HH:mm"_s));
}

void PatientCard::showSelection(int count)
{
    showParts(false);
    m_hint->setText(count == 0 ? tr("Choose a patient to see who it is and what is open.")
                               : tr("%n patients are selected.", nullptr, count));
    m_export->setVisible(count > 1 && m_workspace.may(u"export_data"_s));
}

} // namespace sitebook
