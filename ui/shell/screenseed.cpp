// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/screenseed.h"

#include "core/model/itemkey.h"

#include "core/base/logging.h"
#include "ui/widgets/whendone.h"

using namespace Qt::StringLiterals;

namespace sitebook {
namespace {

constexpr int patientCount = 62;
constexpr int patienceMs = 10'000;

const UserName seedUser{u"li.wei"_s};
// Made up, like everything the pictures show; it opens a folder that is thrown away.
const QString seedPassword = u"a quiet desk by the ward"_s;

struct Person
{
    const char* name;
    const char* sex;
};
constexpr Person people[] = {{"García, Ana", "F"},
                             {"Okafor, Chidi", "M"},
                             {"Lindqvist, Åsa", "F"},
                             {"Nguyễn, Minh", "M"},
                             {"O'Brien, Niamh", "F"},
                             {"Kowalski, Piotr", "M"},
                             {"王小明", "M"},
                             {"Rossi, Giulia", "F"},
                             {"Haddad, Yusuf", "M"},
                             {"Müller, Jürgen", "M"},
                             {"Svensson, Elin", "F"},
                             {"Tanaka, Haruka", "F"},
                             {"da Silva, João", "M"},
                             {"Dubois, Camille", "F"},
                             {"Ivanova, Olga", "F"},
                             {"Mbeki, Thandi", "F"},
                             {"van den Berg, Kees", "M"},
                             {"李芳", "F"},
                             {"Papadopoulos, Nikos", "M"},
                             {"Murphy, Sean", "M"}};

PatientStatus statusOf(int n)
{
    constexpr PatientStatus statuses[] = {
        PatientStatus::Enrolled, PatientStatus::Enrolled,  PatientStatus::Enrolled,     PatientStatus::Screening,
        PatientStatus::Enrolled, PatientStatus::Completed, PatientStatus::Enrolled,     PatientStatus::Withdrawn,
        PatientStatus::Enrolled, PatientStatus::Enrolled,  PatientStatus::ScreenFailure};
    return statuses[static_cast<size_t>(n) % std::size(statuses)];
}

} // namespace

ScreenSeed::ScreenSeed(WorkspaceManager& manager, const QString& folder, QObject* parent)
    : QObject(parent)
    , m_manager(manager)
    , m_folder(folder)
{
    m_patience.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this, &ScreenSeed::stepDone);
}

void ScreenSeed::start()
{
    WorkspaceSetup setup;
    setup.path = m_folder;
    setup.studyFile = u":/studies/demo.xml"_s;
    setup.site = SiteId(u"701"_s);
    setup.user = seedUser;
    setup.displayName = u"Li Wei"_s;
    setup.password = seedPassword;
    // Nothing listens on port 1: what is sent has to wait, as on a day without a network.
    setup.serverUrl = u"http://127.0.0.1:1"_s;
    whenDone(this, m_manager.create(setup), [this](const Result<CreatedWorkspace>& result) {
        if (!result) {
            Q_EMIT failed(result.error());
            return;
        }
        m_created = *result;
        open();
    });
}

void ScreenSeed::open()
{
    whenDone(this, m_manager.open(m_folder, seedUser, seedPassword), [this](const auto& result) {
        if (!result) {
            Q_EMIT failed(result.error());
            return;
        }
        m_workspace = *result;
        registerPatients();
    });
}

template <class T>
void ScreenSeed::collect(const QFuture<Result<T>>& future)
{
    ++m_open;
    whenDone(this, future, [this](const Result<T>& result) {
        if (!result)
            qCWarning(lcUi) << "demo content:" << result.error().english();
        if (--m_open == 0)
            stepDone();
    });
}

void ScreenSeed::then(void (ScreenSeed::*next)())
{
    m_next = next;
    if (m_open == 0)
        stepDone();
}

void ScreenSeed::stepDone()
{
    m_patience.stop();
    if (const auto next = std::exchange(m_next, nullptr))
        (this->*next)();
}

Patient ScreenSeed::patient(int n)
{
    const Person& person = people[static_cast<size_t>(n) % std::size(people)];
    const QDate born = QDate(1938, 3, 1).addDays(m_random.bounded(365 * 62));
    Patient patient;
    patient.recordId = RecordId::create();
    patient.patientId = PatientId(m_workspace->study()->identifiers.nth(n + 1));
    patient.name = QString::fromUtf8(person.name);
    patient.dateOfBirth =
        n % 17 == 5 ? PartialDate::parse(QString::number(born.year())).value_or(PartialDate(born)) : PartialDate(born);
    patient.sex = QString::fromLatin1(person.sex);
    patient.siteId = SiteId(n % 9 == 4 ? u"702"_s : u"701"_s);
    patient.status = statusOf(n);
    patient.isEnrolled = patient.status != PatientStatus::Screening && patient.status != PatientStatus::ScreenFailure;
    patient.consentDate = PartialDate(QDate::currentDate().addDays(-2 * (patientCount - n)));
    return patient;
}

void ScreenSeed::registerPatients()
{
    for (int n = 0; n < patientCount; ++n) {
        const Patient somebody = patient(n);
        m_patients.push_back(somebody.recordId);
        collect(m_workspace->patients().registerPatient(somebody));
    }
    then(&ScreenSeed::saveReports);
}

Fields ScreenSeed::answers(const FormDef& form, bool complete)
{
    const StudyDefinition& study = *m_workspace->study();
    Fields fields;
    int asked = 0;
    for (const ItemGroupRef& groupRef : form.groups) {
        const ItemGroupDef* group = study.group(groupRef.groupOid);
        for (const ItemRef& ref : group ? group->items : std::vector<ItemRef>()) {
            const ItemDef* item = study.item(ref.itemOid);
            if (!item || !ref.methodOid.isEmpty() || (!complete && ++asked > 4))
                continue;
            const CodeList* list = study.codeList(item->codeListOid);
            const QDate day = QDate::currentDate().addDays(-m_random.bounded(90));
            if (list && !list->items.empty())
                fields.set(item->oid,
                           list->items[m_random.bounded(static_cast<quint32>(list->items.size()))].codedValue);
            else if (item->dataType == DataType::Date || item->dataType == DataType::PartialDate)
                fields.set(item->oid, day.toString(Qt::ISODate));
            else if (item->dataType == DataType::Integer || item->dataType == DataType::Decimal)
                fields.set(item->oid, QString::number(60 + m_random.bounded(25)));
        }
    }
    return fields;
}

Report ScreenSeed::report(const RecordId& patient, const EventDef& event, const QString& formOid, bool complete)
{
    Report report;
    report.recordId = RecordId::create();
    report.patient = patient;
    report.formOid = formOid;
    report.eventOid = event.oid;
    report.originator = u"patient"_s;
    report.reportDate = QDate::currentDate().addDays(-m_random.bounded(60)).toString(Qt::ISODate);
    const FormDef* form = m_workspace->study()->form(formOid);
    const auto checker = m_workspace->checker(formOid);
    if (!form || !checker)
        return report;
    report.items = answers(*form, complete);
    const FormEvaluation evaluation = checker->evaluate(report.items);
    report.items = checker->normalised(report.items, evaluation);
    report.status = checker->statusOf(report.items, evaluation);
    return report;
}

void ScreenSeed::saveReports()
{
    const auto& events = m_workspace->study()->events;
    for (size_t n = 0; n + 12 < m_patients.size(); ++n) {
        const size_t visits = 1 + (n * 7) % qMin<size_t>(5, events.size());
        for (size_t visit = 0; visit < visits; ++visit)
            for (const EventDef::FormRef& ref : events[visit].forms) {
                Report one = report(m_patients[n], events[visit], ref.formOid, m_random.bounded(7) != 0);
                if (ref.formOid == "F.VS"_L1 && m_checks.size() < 6)
                    m_checks.push_back(one);
                collect(m_workspace->reports().save(one, {}));
            }
    }
    then(&ScreenSeed::raiseQueries);
}

// What a coordinator's own desk can hold of them: overridden checks, and notes.
void ScreenSeed::raiseQueries()
{
    const char* const reasons[] = {"Measured twice, sitting and lying.", "Trained runner, known low pulse.",
                                   "The patient came straight from the stairs."};
    for (size_t i = 0; i < m_checks.size(); ++i) {
        Report& check = m_checks[i];
        if (i % 2 == 1) {
            Query note;
            note.patient = check.patient;
            note.report = check.recordId;
            note.itemOid = u"IT.PULSE"_s;
            note.type = QueryType::Annotation;
            collect(m_workspace->queries().raise(note, u"The left arm was used, the right one is in plaster."_s));
            continue;
        }
        check.items.set(u"IT.PULSE"_s, i == 2 ? u"131"_s : u"41"_s);
        std::vector<CheckOverride> overrides;
        const FormEvaluation evaluation = m_workspace->checker(check.formOid)->evaluate(check.items);
        for (const Finding& finding : evaluation.findings)
            if (finding.severity == Severity::Warning)
                overrides.push_back({finding.field, checkKey(finding), QString::fromUtf8(reasons[i / 2])});
        collect(m_workspace->reports().save(check, u"New information from the source"_s, overrides));
    }
    collect(m_workspace->reports().save(medication(m_patients.front()), {}));
    then(&ScreenSeed::changePatients);
}

Report ScreenSeed::medication(const RecordId& patient) const
{
    Report log;
    log.recordId = RecordId::create();
    log.patient = patient;
    log.formOid = u"F.CM"_s;
    log.eventOid = u"SE.LOGS"_s;
    const QStringList lines[] = {
        {u"Sertraline"_s, u"50"_s, u"mg"_s, u"ORAL"_s, u"2025-11"_s, u"Y"_s, {}},
        {u"Ibuprofen"_s, u"400"_s, u"mg"_s, u"ORAL"_s, u"2026-02-03"_s, u"N"_s, u"2026-02-10"_s},
        {u"Salbutamol"_s, u"100"_s, u"ug"_s, u"RESPIRATORY"_s, u"2019"_s, u"Y"_s, {}},
    };
    const QStringList items{u"CMTRT"_s,   u"CMDOSE"_s, u"CMDOSU"_s, u"CMROUTE"_s,
                            u"CMSTDAT"_s, u"CMONGO"_s, u"CMENDAT"_s};
    for (int line = 0; line < 3; ++line)
        for (qsizetype i = 0; i < items.size(); ++i)
            if (const QString value = lines[line].value(i); !value.isEmpty())
                log.items.set(ItemKey{u"IT."_s + items[i], line + 1}.text(), value);
    const auto checker = m_workspace->checker(log.formOid);
    if (checker)
        log.status = checker->statusOf(log.items, checker->evaluate(log.items));
    return log;
}

void ScreenSeed::changePatients()
{
    for (const size_t n : {size_t{2}, size_t{6}, size_t{13}}) {
        const PatientRow* row = m_workspace->patients().list()->find(m_patients[n]);
        if (!row)
            continue;
        Patient changed = patient(static_cast<int>(n));
        changed.recordId = row->recordId;
        changed.version = row->version;
        changed.dateOfBirth = PartialDate(QDate(1961, 4, 2));
        collect(m_workspace->patients().update(changed, u"Source document was corrected"_s));
    }
    then(&ScreenSeed::saveDrafts);
}

void ScreenSeed::saveDrafts()
{
    const EventDef& event = m_workspace->study()->events.front();
    for (size_t i = 0; i < 3; ++i) {
        const Report typed = report(m_patients[m_patients.size() - 1 - i], event,
                                    event.forms[(i + 1) % event.forms.size()].formOid, false);
        Draft draft;
        draft.info.key =
            u"report/%1/%2/%3/%4"_s.arg(typed.patient.toString(), typed.eventOid, typed.formOid).arg(typed.repeat);
        draft.info.patient = typed.patient;
        draft.info.formOid = typed.formOid;
        draft.info.eventOid = typed.eventOid;
        draft.info.savedUtcMs = QDateTime::currentMSecsSinceEpoch() - static_cast<qint64>(i) * 1'900'000;
        draft.fields = typed.toFields();
        collect(m_workspace->drafts().save(draft));
    }
    then(&ScreenSeed::enqueue);
}

void ScreenSeed::enqueue()
{
    const EventDef& event = m_workspace->study()->events.front();
    std::vector<Report> reports;
    for (size_t i = 4; i < 10; ++i)
        reports.push_back(report(m_patients[m_patients.size() - i], event, event.forms.back().formOid, true));
    // Three a human has to look at: an answer nobody offers, a patient nobody knows, a form nobody has.
    if (reports.size() >= 3) {
        Fields wrong;
        for (const auto& [name, value] : reports[0].items)
            wrong.set(name, FieldValue(u"9"_s));
        reports[0].items = wrong;
        reports[1].patient = RecordId::create();
        reports[2].formOid = u"F.OLD"_s;
    }
    collect(m_workspace->queue().enqueue(std::move(reports), u"import tablet-701.json"_s));
    then(&ScreenSeed::waitForQueue);
}

void ScreenSeed::waitForQueue()
{
    m_next = nullptr;
    const auto look = [this] {
        const QueueStatus status = m_workspace->queue().status();
        if (status.queued > status.quarantined || status.claimed > 0 || !m_workspace)
            return;
        disconnect(&m_workspace->queue(), nullptr, this, nullptr);
        m_patience.stop();
        Q_EMIT ready(std::exchange(m_workspace, nullptr));
    };
    connect(&m_workspace->queue(), &QueueService::statusChanged, this, look);
    disconnect(&m_patience, nullptr, this, nullptr);
    connect(&m_patience, &QTimer::timeout, this, [this] { Q_EMIT ready(std::exchange(m_workspace, nullptr)); });
    m_patience.start(patienceMs);
    look();
}

} // namespace sitebook
