// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/screentour.h"

#include "ui/reports/formqueries.h"
#include "ui/session/recoverpage.h"
#include "ui/session/recoverycodepage.h"
#include "ui/session/setuppage.h"
#include "ui/session/signinpage.h"
#include "ui/session/welcomepage.h"
#include "ui/shell/helpdialogs.h"
#include "ui/shell/rail.h"
#include "ui/shell/shellactions.h"
#include "ui/widgets/page.h"
#include "ui/widgets/recordtable.h"

#include <QApplication>
#include <QDialog>
#include <QDir>
#include <QKeyEvent>
#include <QPainter>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace sitebook {
namespace {

constexpr QSize screenSize(1366, 768);
// Lists, checks and counts come from other threads; a picture waits for them this long.
constexpr int settleMs = 450;

} // namespace

ScreenTour::ScreenTour(const std::shared_ptr<Workspace>& workspace, const CreatedWorkspace& created,
                       Preferences& preferences, const QString& outFolder, const QString& suffix, QObject* parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_created(created)
    , m_folder(outFolder)
    , m_suffix(suffix)
    , m_start(std::make_unique<StartWindow>())
    , m_main(std::make_unique<MainWindowController>(workspace, preferences, m_prompt, nullptr))
{
    m_settle.setSingleShot(true);
    connect(&m_settle, &QTimer::timeout, this, &ScreenTour::take);
    addStartSteps();
    addPageSteps();
    addRecordSteps();
    addDialogSteps();
}

ScreenTour::~ScreenTour() = default;

void ScreenTour::add(const QString& name, std::function<void()> prepare, bool dialog)
{
    m_steps.push_back({name, std::move(prepare), dialog});
}

void ScreenTour::start()
{
    m_start->resize(screenSize);
    next();
}

void ScreenTour::addStartSteps()
{
    WorkspacePreview preview;
    preview.path = QDir::home().filePath(u"Studies/demo-701"_s);
    preview.studyName = m_workspace->info().studyName;
    preview.site = m_workspace->info().site;
    preview.users = {m_workspace->user().userName.toString()};
    add(u"welcome"_s, [this, preview] {
        m_start->welcome().setRecent({preview});
        m_start->show(m_start->welcome());
    });
    add(u"setup-study"_s, [this] {
        m_start->setup().reset(QDir::home().filePath(u"Studies/demo-701"_s));
        m_start->show(m_start->setup());
    });
    const auto nextStep = [this] { m_start->setup().findChild<QPushButton*>(u"next"_s)->click(); };
    const auto fill = [this](const QString& field, const QString& text) {
        typeInto(m_start->setup().findChild<QWidget*>(field), text);
    };
    add(u"setup-person"_s, [fill, nextStep] {
        nextStep();
        fill(u"site"_s, u"701"_s);
        fill(u"userName"_s, u"li.wei"_s);
        fill(u"displayName"_s, u"Li Wei"_s);
    });
    add(u"setup-password"_s, [fill, nextStep] {
        nextStep();
        fill(u"newPassword"_s, u"quiet desk 701"_s);
        fill(u"repeatPassword"_s, u"quiet desk 710"_s);
        nextStep();
    });
    add(u"setup-place"_s, [fill, nextStep] {
        fill(u"repeatPassword"_s, {});
        fill(u"repeatPassword"_s, u"quiet desk 701"_s);
        nextStep();
        fill(u"server"_s, u"https://study.example.org"_s);
    });
    add(u"recovery-code"_s, [this] {
        m_start->recoveryCode().setCode(m_created, m_workspace->info().studyName, m_workspace->info().site);
        m_start->show(m_start->recoveryCode());
    });
    add(u"sign-in"_s, [this, preview] {
        m_start->signIn().setWorkspace(preview);
        m_start->show(m_start->signIn());
        m_start->signIn().focusPassword();
    });
    add(u"sign-in-wrong"_s, [this] {
        typeInto(m_start->signIn().findChild<QWidget*>(u"password"_s), u"something else"_s);
        m_start->signIn().showFailure(Error(ErrorCode::WrongCredentials, {}));
    });
    add(u"forgotten-password"_s, [this, preview] {
        m_start->recover().setPerson(preview.path, m_workspace->user().userName);
        m_start->show(m_start->recover());
    });
}

void ScreenTour::addPageSteps()
{
    add(u"today"_s, [this] {
        m_start->hide();
        m_main->show(PageId::Today);
        m_main->window().resize(screenSize);
    });
    add(u"patients"_s, [this] {
        m_main->openPage(PageId::Patients);
        selectLater(2);
    });
    add(u"patients-search"_s, [this] { typeInto(m_main->window().page()->searchField(), u"mu"_s); });
    add(u"patients-nothing-found"_s, [this] { typeInto(m_main->window().page()->searchField(), u"xyz"_s); });
    add(u"reports"_s, [this] { m_main->openPage(PageId::Reports); });
    add(u"casebook"_s, [this] { m_main->openPage(PageId::Casebook); });
    add(u"queries"_s, [this] {
        m_main->openPage(PageId::Queries);
        selectLater(0);
    });
    add(u"queue"_s, [this] { m_main->openPage(PageId::Queue); });
    add(u"sync"_s, [this] { m_main->openPage(PageId::Sync); });
    add(u"audit"_s, [this] {
        m_main->openPage(PageId::Audit);
        selectLater(1);
    });
    add(u"settings"_s, [this] { m_main->openPage(PageId::Settings); });
}

void ScreenTour::addRecordSteps()
{
    add(u"patient"_s, [this] { m_main->openPatient(patientWithReports()); });
    add(u"patient-form-new"_s, [this] { m_main->registerPatient(); });
    add(u"patient-form-edit"_s, [this] { m_main->editPatient(patientWithReports()); });
    add(u"report-form-draft"_s, [this] {
        const auto drafts = m_workspace->drafts().list();
        if (!drafts.empty())
            m_main->resumeDraft(drafts.front().key);
    });
    add(u"report-form-complete"_s, [this] { m_main->openReport(completeReport()); });
    add(u"report-form-lines"_s, [this] { m_main->openReport(reportOn(u"F.CM"_s)); });
    add(u"audit-of-patient"_s, [this] { m_main->showAuditOf(patientWithReports()); });
    add(u"banner"_s, [this] {
        m_main->openPage(PageId::Today);
        m_main->showBanner(Error(ErrorCode::Offline, {}));
    });
    add(u"rail-folded"_s, [this] { m_main->window().rail().setFolded(true); });
}

void ScreenTour::addDialogSteps()
{
    add(
        u"new-report"_s,
        [this] {
            m_main->window().rail().setFolded(false);
            m_main->openPage(PageId::Patients);
            typeInto(m_main->window().page()->searchField(), {});
            m_main->chooseNewReport(patientWithReports());
        },
        true);
    add(
        u"record-visit"_s, [this] { m_main->recordVisit(patientWithReports(), {}, 1); }, true);
    add(
        u"choose-patient"_s, [this] { m_main->chooseNewReport({}); }, true);
    add(
        u"query-popover"_s,
        [this] {
            const auto queries = m_workspace->queries().list();
            if (queries->rows().empty())
                return;
            const QueryRow row = queries->rows().front();
            m_main->openReportAt(row.report, row.itemOid);
            QTimer::singleShot(settleMs / 2, m_main->window().page(), [this, item = row.itemOid] {
                if (auto* form = m_main->window().page()->findChild<FormQueries*>())
                    form->openPopover(item);
            });
        },
        true);
    add(
        u"export"_s, [this] { m_main->openExport({}); }, true);
    add(
        u"import"_s, [this] { m_main->openImport(); }, true);
    add(
        u"reason-for-change"_s,
        [this] {
            m_prompt.askReason(&m_main->window(), tr("Reason for change"),
                               tr("The date of birth was 02-Apr-1961. Why is it changed?"), [](const QString&) {});
        },
        true);
    add(
        u"keys"_s, [this] { openKeysDialog(&m_main->window(), m_main->window().actions()); }, true);
    add(
        u"study-file"_s, [this] { m_main->window().actions().studyFile->trigger(); }, true);
}

void ScreenTour::selectLater(int row)
{
    QTimer::singleShot(settleMs / 2, m_main->window().page(), [this, row] {
        if (auto* table = m_main->window().page()->findChild<RecordTable*>())
            table->selectRow(row);
    });
}

void ScreenTour::typeInto(QWidget* field, const QString& text)
{
    auto* line = qobject_cast<QLineEdit*>(field);
    if (!line)
        return;
    line->clear();
    Q_EMIT line->textEdited({});
    for (const QChar letter : text) {
        QKeyEvent press(QEvent::KeyPress, 0, Qt::NoModifier, QString(letter));
        QCoreApplication::sendEvent(line, &press);
    }
}

RecordId ScreenTour::patientWithReports() const
{
    const PatientRow* best = nullptr;
    for (const PatientRow& row : m_workspace->patients().list()->rows())
        if (!best || row.reports > best->reports)
            best = &row;
    return best ? best->recordId : RecordId();
}

RecordId ScreenTour::reportOn(const QString& form) const
{
    for (const ReportRow& row : *m_workspace->reports().list())
        if (row.formOid == form)
            return row.recordId;
    return {};
}

RecordId ScreenTour::completeReport() const
{
    for (const ReportRow& row : *m_workspace->reports().list())
        if (row.status == ReportStatus::Complete && row.formOid.contains("PHQ"_L1))
            return row.recordId;
    return m_workspace->reports().list()->empty() ? RecordId() : m_workspace->reports().list()->front().recordId;
}

void ScreenTour::next()
{
    closeDialogs();
    if (m_at == m_steps.size()) {
        Q_EMIT finished();
        return;
    }
    m_steps[m_at].prepare();
    m_settle.start(settleMs);
}

void ScreenTour::take()
{
    const Step& step = m_steps[m_at++];
    const QString path = u"%1/%2-%3-%4.png"_s.arg(m_folder).arg(m_at, 2, 10, QLatin1Char('0')).arg(step.name, m_suffix);
    if (!picture(step).save(path)) {
        Q_EMIT failed(path);
        return;
    }
    ++m_written;
    next();
}

QPixmap ScreenTour::picture(const Step& step) const
{
    if (m_start->isVisible())
        return m_start->grab();
    QPixmap pixmap = m_main->window().grab();
    const auto dialogs = m_main->window().findChildren<QDialog*>();
    for (QDialog* dialog : dialogs) {
        if (!step.dialog || !dialog->isVisible())
            continue;
        const QPixmap front = dialog->grab();
        QPainter painter(&pixmap);
        painter.fillRect(pixmap.rect(), QColor(0, 0, 0, 90));
        const QRect place =
            QStyle::alignedRect(Qt::LeftToRight, Qt::AlignCenter, dialog->size(), m_main->window().rect());
        painter.drawPixmap(place.topLeft(), front);
    }
    return pixmap;
}

void ScreenTour::closeDialogs()
{
    const auto dialogs = m_main->window().findChildren<QDialog*>();
    for (QDialog* dialog : dialogs)
        dialog->reject();
}

} // namespace sitebook
