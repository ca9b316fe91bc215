// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/patients/patientheader.h"

#include "ui/patients/patienttexts.h"
#include "ui/widgets/label.h"
#include "ui/widgets/statebadge.h"
#include "ui/widgets/statetexts.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace sitebook {

PatientHeader::PatientHeader(QWidget* parent)
    : QWidget(parent)
    , m_identifier(makeLabel({}, Theme::Type::Title, false, this))
    , m_name(makeLabel({}, Theme::Type::Section, false, this))
    , m_status(new StateBadge(this))
    , m_delivery(new StateBadge(this))
{
    const Theme& theme = Theme::of(this);
    m_identifier->setProperty("type", u"number"_s);
    m_identifier->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_name->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(theme.between());
    auto* top = new QHBoxLayout;
    top->setSpacing(theme.around());
    top->addWidget(m_identifier);
    top->addWidget(m_name);
    top->addWidget(m_status);
    top->addWidget(m_delivery);
    top->addStretch(1);
    rows->addLayout(top);
    auto* facts = new QHBoxLayout;
    facts->setSpacing(theme.blocks() + theme.between());
    facts->addWidget(makeFact(tr("Born"), m_born));
    facts->addWidget(makeFact(tr("Sex"), m_sex));
    facts->addWidget(makeFact(tr("Site"), m_site));
    facts->addWidget(makeFact(tr("Consent"), m_consent));
    facts->addWidget(makeFact(tr("Also known as"), m_aliases));
    facts->addStretch(1);
    rows->addLayout(facts);
}

QWidget* PatientHeader::makeFact(const QString& label, QLabel*& value)
{
    auto* fact = new QWidget(this);
    auto* column = new QVBoxLayout(fact);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeLabel(label, Theme::Type::Small, true, fact));
    value = makeLabel(u"–"_s, Theme::Type::Body, false, fact);
    value->setTextInteractionFlags(Qt::TextSelectableByMouse);
    value->setAccessibleName(label);
    column->addWidget(value);
    return fact;
}

void PatientHeader::showRow(const PatientRow& row)
{
    const auto orDash = [](const QString& text) { return text.isEmpty() ? u"–"_s : text; };
    m_identifier->setText(row.patientId);
    m_name->setText(row.name);
    m_status->setState(statetexts::look(row.status));
    m_delivery->setState(statetexts::look(row.delivery));
    const QString age = PatientTexts::age(row.dateOfBirth, QDate::currentDate());
    const QString born = row.dateOfBirth.toDisplay();
    m_born->setText(age.isEmpty() ? orDash(born) : tr("%1 (%2)").arg(born, age));
    m_sex->setText(orDash(PatientTexts::sex(row.sex)));
    m_site->setText(orDash(row.siteId));
}

void PatientHeader::showPatient(const Patient& patient)
{
    m_consent->setText(patient.consentDate.isEmpty() ? tr("Not recorded") : patient.consentDate.toDisplay());
    m_aliases->setText(patient.aliases.join(u", "_s));
    m_aliases->parentWidget()->setVisible(!patient.aliases.isEmpty());
}

} // namespace sitebook
