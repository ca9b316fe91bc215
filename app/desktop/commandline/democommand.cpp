// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/commandline/commandline.h"
#include "app/desktop/commandline/demodata.h"
#include "app/desktop/commandline/workspacecommand.h"

using namespace Qt::StringLiterals;

namespace sitebook {

namespace {

constexpr Command::Signature usage{
    "demo",
    QT_TRANSLATE_NOOP("messages", "Fills a workspace with made-up patients and queued reports."),
    "sitebook demo ~/desk --patients 200 --reports 600 --seed 1",
    1,
    1,
    false,
};
constexpr size_t reportsAtOnce = 500;
constexpr int registeringAtOnce = 64;

class DemoCommand final : public WorkspaceCommand
{
public:
    DemoCommand(Console& console, WorkspaceManager& manager)
        : WorkspaceCommand(usage, console, manager)
    {
    }

protected:
    void describeMore(QCommandLineParser& parser) const override
    {
        parser.addOptions({
            {u"patients"_s, translate("messages", "How many patients (200)."), u"N"_s, u"200"_s},
            {u"reports"_s, translate("messages", "How many reports (600)."), u"M"_s, u"600"_s},
            {u"seed"_s, translate("messages", "The same number gives the same content (1)."), u"S"_s, u"1"_s},
        });
    }

    Result<> prepare(const QCommandLineParser& parser) override
    {
        const auto number = [&parser](const QString& option, int& target) {
            bool good = false;
            target = parser.value(option).toInt(&good);
            return good && target >= 0;
        };
        int seed = 0;
        if (!number(u"patients"_s, m_wantedPatients) || !number(u"reports"_s, m_wantedReports) ||
            !number(u"seed"_s, seed))
            return sitebook::fail(
                ErrorCode::Usage,
                QT_TRANSLATE_NOOP("messages", "--patients, --reports and --seed want whole numbers."));
        m_seed = static_cast<quint32>(seed);
        return {};
    }

    void work(Workspace& workspace, const QCommandLineParser&) override;

private:
    void registerNext();
    void registered(const DemoPatient& patient);
    void enqueueNext();
    void report();

    Workspace* m_workspace = nullptr;
    std::unique_ptr<DemoData> m_data;
    QStringList m_identifiers;
    std::vector<DemoPatient> m_patients;
    std::vector<Report> m_reports;
    size_t m_queued = 0;
    int m_wantedPatients = 0;
    int m_wantedReports = 0;
    int m_started = 0;
    quint32 m_seed = 1;
    bool m_failed = false;
};

void DemoCommand::work(Workspace& workspace, const QCommandLineParser&)
{
    m_workspace = &workspace;
    m_data = std::make_unique<DemoData>(
        workspace.study(), [&workspace](const QString& formOid) { return workspace.checker(formOid); }, m_seed);
    QSet<QString> taken;
    const auto present = workspace.patients().list();
    for (const PatientRow& row : present->rows())
        taken.insert(row.patientId);
    const IdentifierRule& rule = workspace.study()->identifiers;
    for (int n = 1; m_identifiers.size() < m_wantedPatients; ++n) {
        const QString identifier = rule.nth(n);
        if (identifier.isEmpty())
            return fail(Error(ErrorCode::Invalid,
                              Message(QT_TRANSLATE_NOOP("messages", "The study's rule has no %1 free identifiers."),
                                      {QString::number(m_wantedPatients)})));
        if (!taken.contains(identifier))
            m_identifiers.append(identifier);
    }
    if (m_wantedPatients == 0)
        return enqueueNext();
    for (int i = 0; i < registeringAtOnce; ++i)
        registerNext();
}

// Some dozens are on their way at a time, so that the writer commits them together.
void DemoCommand::registerNext()
{
    if (m_failed || m_started >= m_wantedPatients)
        return;
    const int index = m_started++;
    const Patient patient = m_data->patient(index, m_identifiers[index], m_workspace->info().site);
    m_workspace->patients().registerPatient(patient).then(
        this, [this, index, visit = DemoData::firstVisit(patient)](const Result<RecordId>& result) {
            if (result)
                return registered({*result, visit, index});
            if (!std::exchange(m_failed, true))
                fail(result.error());
        });
}

void DemoCommand::registered(const DemoPatient& patient)
{
    m_patients.push_back(patient);
    if (static_cast<int>(m_patients.size()) < m_wantedPatients)
        return registerNext();
    std::sort(m_patients.begin(), m_patients.end(),
              [](const DemoPatient& a, const DemoPatient& b) { return a.index < b.index; });
    m_reports = m_data->reports(m_patients, m_wantedReports);
    m_workspace->queue().setPaused(true); // there is something to see in the queue when it is opened next
    enqueueNext();
}

void DemoCommand::enqueueNext()
{
    if (m_queued >= m_reports.size())
        return report();
    const auto from = m_reports.begin() + static_cast<std::ptrdiff_t>(m_queued);
    const size_t count = std::min(reportsAtOnce, m_reports.size() - m_queued);
    m_queued += count;
    await(m_workspace->queue().enqueue(std::vector<Report>(from, from + static_cast<std::ptrdiff_t>(count)), u"demo"_s),
          [this](qint64) { enqueueNext(); });
}

void DemoCommand::report()
{
    if (json())
        console().object({{u"patients"_s, qint64(m_patients.size())}, {u"queued"_s, qint64(m_reports.size())}});
    else
        console().line(Message(QT_TRANSLATE_NOOP("messages", "%1 patients registered, %2 reports queued"),
                               {QString::number(m_patients.size()), QString::number(m_reports.size())}));
    end(CommandLine::Done);
}

} // namespace

std::unique_ptr<Command> makeDemoCommand(Console& console, WorkspaceManager& manager)
{
    return std::make_unique<DemoCommand>(console, manager);
}

} // namespace sitebook
