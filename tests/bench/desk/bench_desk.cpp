// SPDX-License-Identifier: GPL-3.0-or-later
// What a person waits for at a desk with many patients: the first usable table after the password was accepted, a key
// in the search box, saving a form. The real window on a real workspace, measured by the program's own trace. Run it
// under the offscreen platform. Arguments: number of patients, times to open.
#include "core/store/keyslottable.h"
#include "core/store/metatable.h"
#include "core/workspace/localworkspacemanager.h"
#include "core/workspace/workspacefolder.h"
#include "ui/settings/preferences.h"
#include "ui/shell/dialogprompt.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/mainwindowcontroller.h"
#include "ui/shell/trace.h"
#include "ui/widgets/page.h"
#include "ui/widgets/searchfield.h"

#include <QApplication>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <cstdio>

using namespace sitebook;
using namespace Qt::StringLiterals;

namespace {

const QString password = u"four quiet words here"_s;
constexpr int patienceMs = 120'000;
constexpr int chunk = 2000;
constexpr int settleMs = 80; // for the paint that answers, before the next key

void must(bool holds, const char* what)
{
    if (!holds)
        qFatal("%s", what);
}

// The demo study with identifiers for a million patients.
QString writeStudy(const QTemporaryDir& folder)
{
    QFile source(u":/studies/demo.xml"_s);
    must(source.open(QIODevice::ReadOnly), "study");
    QByteArray xml = source.readAll();
    xml.replace("P[0-9]{3}", "P[0-9]{6}").replace("P%03d", "P%06d");
    QFile target(folder.filePath(u"study.xml"_s));
    must(target.open(QIODevice::WriteOnly), "study");
    target.write(xml);
    return target.fileName();
}

template <class T>
Result<T> wait(const QFuture<Result<T>>& future)
{
    must(QTest::qWaitFor([&future] { return future.isFinished(); }, patienceMs), "a future");
    return future.result();
}

Patient person(int number, const SiteId& site)
{
    static const QStringList families{u"García"_s,  u"Okafor"_s,   u"Lindqvist"_s, u"Nguyễn"_s,
                                      u"O'Brien"_s, u"Kowalski"_s, u"王"_s,        u"Rossi"_s};
    static const QStringList given{u"Ana"_s,   u"Chidi"_s, u"Åsa"_s,    u"Minh"_s,  u"Niamh"_s,
                                   u"Piotr"_s, u"小明"_s,  u"Giulia"_s, u"Jürgen"_s};
    Patient patient;
    patient.recordId = RecordId::create();
    patient.patientId = PatientId(u"P%1"_s.arg(number, 6, 10, QLatin1Char('0')));
    patient.name =
        families[number % families.size()] + QString::number(number % 997) + u", "_s + given[number / 7 % given.size()];
    patient.dateOfBirth = PartialDate(QDate(1940, 1, 1).addDays(number % 25000));
    patient.siteId = site;
    patient.status = static_cast<PatientStatus>(number % 5);
    return patient;
}

void fillWithPatients(const QString& path, int count)
{
    const auto door = workspacefolder::door(path, UserName(u"li.wei"_s));
    must(door.has_value(), "door");
    auto opened = workspacefolder::unlock(*door, UserName(u"li.wei"_s), password, {});
    must(opened.has_value(), "unlock");
    const SystemClock clock;
    auto store = Store::open(workspacefolder::databaseFile(path),
                             {opened->info.site, opened->info.device, opened->keys, &clock}, {});
    must(store.has_value(), "store");
    for (int from = 1; from <= count; from += chunk) {
        const auto done = (*store)->writer().write<void>([&](WriteScope& scope) -> Result<> {
            for (int i = from; i < std::min(count + 1, from + chunk); ++i) {
                const Patient patient = person(i, opened->info.site);
                Operation op;
                op.opId = OpId::create();
                op.recordId = patient.recordId;
                op.set = patient.toFields();
                op.user = UserName(u"li.wei"_s);
                op.capturedAt = clock.now();
                op.schema = u"patient/1"_s;
                SealedOperation sealed = sealOperation(scope.context, op, {});
                SB_TRY(scope.append(sealed));
            }
            return {};
        });
        must(done.result().has_value(), "patients");
    }
}

class DeskBench final
{
public:
    DeskBench(QString path, Trace& trace)
        : m_path(std::move(path))
        , m_trace(trace)
    {
        QObject::connect(&m_manager, &WorkspaceManager::passwordAccepted, &m_trace, &Trace::passwordAccepted);
    }
    void open()
    {
        auto opened = wait(m_manager.open(m_path, UserName(u"li.wei"_s), password));
        must(opened.has_value(), "open");
        m_workspace = *opened;
        m_window = std::make_unique<MainWindowController>(m_workspace, m_preferences, m_prompt, &m_trace);
        m_window->show(PageId::Patients);
        must(QTest::qWaitForWindowActive(&m_window->window()), "window");
        settle();
    }
    void search()
    {
        auto* field = m_window->window().page()->findChild<SearchField*>();
        must(field, "search field");
        for (const QString& words : {u"garcia1 ana"_s, u"lindq"_s, u"nguyen"_s, u"小明"_s}) {
            field->setFocus();
            for (const QChar letter : words) {
                if (letter.unicode() < 0x80)
                    QTest::keyClick(field, letter.toLatin1());
                settle();
            }
            field->clear();
            settle();
        }
    }
    void saveForms(int count)
    {
        for (int i = 0; i < count; ++i) {
            m_window->registerPatient();
            must(QTest::qWaitFor([this] { return suggested(); }, patienceMs), "suggested identifier");
            key(Qt::Key_Return);
            QTest::keyClicks(focus(), u"Bench, Person"_s + QString::number(i));
            key(Qt::Key_Return);
            QTest::keyClicks(focus(), u"02-Apr-1961"_s);
            key(Qt::Key_Return);
            key(Qt::Key_S, Qt::ControlModifier);
            must(QTest::qWaitFor([this] { return m_window->place().kind == Place::Kind::Patient; }, patienceMs),
                 "saved");
            settle();
        }
    }
    void close()
    {
        bool left = false;
        QObject::connect(m_window.get(), &MainWindowController::left, m_window.get(), [&left] { left = true; });
        m_window->leave(MainWindowController::Leave::SignOut);
        must(QTest::qWaitFor([&left] { return left; }, patienceMs), "left");
        m_window.reset();
        m_workspace.reset();
    }

private:
    void settle()
    {
        (void)QTest::qWaitFor([] { return false; }, settleMs);
    }
    bool suggested()
    {
        const auto* line = qobject_cast<QLineEdit*>(focus());
        return line && line->text().startsWith(u'P');
    }
    QWidget* focus()
    {
        return m_window->window().focusWidget() ? m_window->window().focusWidget() : &m_window->window();
    }
    void key(Qt::Key which, Qt::KeyboardModifiers modifiers = {}) { QTest::keyClick(focus(), which, modifiers); }

    const QString m_path;
    Trace& m_trace;
    LocalWorkspaceManager m_manager{makeMemoryStore()};
    Preferences m_preferences;
    DialogPrompt m_prompt;
    std::shared_ptr<Workspace> m_workspace;
    std::unique_ptr<MainWindowController> m_window;
};

} // namespace

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    QTemporaryDir folder;
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, folder.path());
    Theme theme;
    theme.apply(application, Theme::Mode::Light);
    const int patientCount = argc > 1 ? QByteArray(argv[1]).toInt() : 100'000;
    const int times = argc > 2 ? QByteArray(argv[2]).toInt() : 5;

    WorkspaceSetup setup;
    setup.path = folder.filePath(u"desk"_s);
    setup.studyFile = writeStudy(folder);
    setup.site = SiteId(u"701"_s);
    setup.user = UserName(u"li.wei"_s);
    setup.password = password;
    must(workspacefolder::create(setup, Uuid::create().toString(), {}).has_value(), "create");
    fillWithPatients(setup.path, patientCount);

    Trace trace;
    for (int i = 0; i < times; ++i) {
        DeskBench desk(setup.path, trace);
        desk.open();
        if (i == 0) {
            desk.search();
            desk.saveForms(10);
        }
        desk.close();
    }
    std::printf("patients %d\n%s", patientCount, trace.report().constData());
    return 0;
}
