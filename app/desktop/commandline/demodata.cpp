// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/commandline/demodata.h"

#include "app/desktop/commandline/demonames.h"

#include <QHash>
#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace sitebook {

namespace {

const QDate studyStart(2025, 1, 6);
constexpr int enrolmentDays = 180;
constexpr int daysBetweenVisits = 14;

// Limits of a number as its range checks give them, soft ones included.
std::pair<double, double> limitsOf(const ItemDef& item)
{
    double low = 0;
    double high = 100;
    bool first = true;
    for (const RangeCheck& check : item.rangeChecks) {
        const double value = check.values.value(0).toDouble();
        const bool lower = check.comparator == Comparator::GreaterOrEqual || check.comparator == Comparator::Greater;
        const bool upper = check.comparator == Comparator::LessOrEqual || check.comparator == Comparator::Less;
        if (lower)
            low = first ? value : std::max(low, value);
        if (upper)
            high = std::min(high < low ? value : high, value);
        first = false;
    }
    return {low, std::max(low, high)};
}

// About normal, from the sum of three throws.
double spread(QRandomGenerator& random)
{
    return (random.generateDouble() + random.generateDouble() + random.generateDouble()) - 1.5;
}

PatientStatus someStatus(QRandomGenerator& random)
{
    const int roll = random.bounded(100);
    if (roll < 8)
        return PatientStatus::Screening;
    if (roll < 12)
        return PatientStatus::ScreenFailure;
    if (roll < 18)
        return PatientStatus::Withdrawn;
    return roll < 30 ? PatientStatus::Completed : PatientStatus::Enrolled;
}

} // namespace

DemoData::DemoData(std::shared_ptr<const StudyDefinition> study, CheckerOf checkers, quint32 seed)
    : m_study(std::move(study))
    , m_checkers(std::move(checkers))
    , m_seed(seed)
{
}

QRandomGenerator DemoData::generator(quint32 kind, quint32 a, quint32 b) const
{
    const std::array<quint32, 4> words{m_seed, kind, a, b};
    return QRandomGenerator(words.data(), static_cast<qsizetype>(words.size()));
}

Patient DemoData::patient(int n, const QString& identifier, const SiteId& site) const
{
    QRandomGenerator random = generator(1, static_cast<quint32>(n));
    const bool woman = random.bounded(100) < 55;
    Patient patient;
    patient.patientId = PatientId(identifier);
    patient.name = demoName(random, woman);
    const QDate born = QDate(1940, 1, 1).addDays(random.bounded(365 * 64));
    // Now and then only a year is known.
    if (random.bounded(20) == 0)
        patient.dateOfBirth = PartialDate::parse(QString::number(born.year())).value_or(PartialDate(born));
    else
        patient.dateOfBirth = PartialDate(born);
    patient.sex = woman ? u"F"_s : u"M"_s;
    patient.siteId = site;
    patient.status = someStatus(random);
    patient.isEnrolled = patient.status != PatientStatus::Screening && patient.status != PatientStatus::ScreenFailure;
    patient.consentDate = PartialDate(studyStart.addDays(random.bounded(enrolmentDays)));
    return patient;
}

QDate DemoData::firstVisit(const Patient& patient)
{
    return patient.consentDate.date().addDays(1);
}

std::vector<Report> DemoData::reports(const std::vector<DemoPatient>& patients, int count) const
{
    std::vector<Report> result;
    result.reserve(static_cast<size_t>(std::max(0, count)));
    for (size_t e = 0; e < m_study->events.size(); ++e) {
        const EventDef& event = m_study->events[e];
        if (event.type != EventType::Scheduled)
            continue;
        for (const EventDef::FormRef& ref : event.forms) {
            const FormDef* form = m_study->form(ref.formOid);
            for (const DemoPatient& patient : patients) {
                if (static_cast<int>(result.size()) >= count)
                    return result;
                if (form)
                    result.push_back(report(patient, event, static_cast<int>(e), *form));
            }
        }
    }
    return result;
}

Report DemoData::report(const DemoPatient& patient, const EventDef& event, int eventIndex, const FormDef& form) const
{
    QRandomGenerator random = generator(2 + static_cast<quint32>(eventIndex), static_cast<quint32>(patient.index),
                                        static_cast<quint32>(qHash(form.oid, 17)));
    // How much a person suffers differs between people and falls, mostly, from visit to visit.
    QRandomGenerator person = generator(1000, static_cast<quint32>(patient.index));
    const double burden = std::clamp(0.35 + 0.9 * person.generateDouble() - 0.09 * eventIndex, 0.02, 0.98);
    const QDate day = patient.firstVisit.addDays(eventIndex * daysBetweenVisits + random.bounded(4));
    Report report;
    report.recordId = RecordId::create();
    report.patient = patient.recordId;
    report.formOid = form.oid;
    report.eventOid = event.oid;
    report.reportDate = day.toString(Qt::ISODate);
    report.originator = u"patient"_s;
    report.items = answers(form, burden, day, random);
    report.status = ReportStatus::Complete;
    if (const auto checker = m_checkers(form.oid)) {
        const FormEvaluation evaluation = checker->evaluate(report.items);
        report.items = checker->normalised(report.items, evaluation);
        report.status = checker->statusOf(report.items, evaluation);
    }
    return report;
}

Fields DemoData::answers(const FormDef& form, double burden, QDate day, QRandomGenerator& random) const
{
    Fields fields;
    for (const ItemGroupRef& groupRef : form.groups) {
        const ItemGroupDef* group = m_study->group(groupRef.groupOid);
        for (const ItemRef& ref : group ? group->items : std::vector<ItemRef>()) {
            const ItemDef* item = m_study->item(ref.itemOid);
            const bool leftOut = !ref.mandatory && random.bounded(10) == 0;
            if (!item || !ref.methodOid.isEmpty() || leftOut)
                continue;
            const QString value = answer(*item, burden, day, random);
            if (!value.isEmpty())
                fields.set(item->oid, FieldValue(value));
        }
    }
    return fields;
}

QString DemoData::answer(const ItemDef& item, double burden, QDate day, QRandomGenerator& random) const
{
    if (const CodeList* list = item.codeListOid.isEmpty() ? nullptr : m_study->codeList(item.codeListOid)) {
        if (list->items.empty())
            return {};
        const int last = static_cast<int>(list->items.size()) - 1;
        const int at = std::clamp(static_cast<int>(std::lround(burden * last + spread(random))), 0, last);
        return list->items[static_cast<size_t>(at)].codedValue;
    }
    const auto [low, high] = limitsOf(item);
    const double value = std::clamp((low + high) / 2 + spread(random) * (high - low) / 3, low, high);
    switch (item.dataType) {
    case DataType::Integer:
        return QString::number(std::llround(value));
    case DataType::Decimal:
        return QString::number(value, 'f', std::clamp(item.significantDigits, 1, 3));
    case DataType::Boolean:
        return random.generateDouble() < burden ? u"true"_s : u"false"_s;
    case DataType::Date:
    case DataType::PartialDate:
        return day.toString(Qt::ISODate);
    case DataType::DateTime:
        return day.toString(Qt::ISODate) + u"T09:30:00"_s;
    case DataType::Time:
        return u"09:30:00"_s;
    case DataType::Text:
        return {}; // free text is the person's own
    }
    return {};
}

} // namespace sitebook
