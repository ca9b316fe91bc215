// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/setuppage.h"

#include "ui/session/passwordpair.h"
#include "ui/study/fidelitydialog.h"
#include "ui/study/fidelityview.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/errortext.h"
#include "ui/widgets/fieldrow.h"
#include "ui/widgets/formkeys.h"
#include "ui/widgets/label.h"
#include "ui/widgets/statetexts.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QDir>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QStackedWidget>
#include <QUrl>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace sitebook {
namespace {

QVBoxLayout* columnOf(QWidget* step)
{
    auto* column = new QVBoxLayout(step);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::of(step).around());
    return column;
}

bool looksLikeServer(const QString& text)
{
    const QUrl url(text, QUrl::StrictMode);
    return url.isValid() && !url.host().isEmpty() && (url.scheme() == "https"_L1 || url.scheme() == "http"_L1);
}

} // namespace

SetupPage::SetupPage(QWidget* parent)
    : StartPage(parent)
    , m_steps(new QStackedWidget)
    , m_position(makeLabel({}, Theme::Type::Small, true))
    , m_studies(new QButtonGroup(this))
    , m_site(new QLineEdit)
    , m_userName(new QLineEdit)
    , m_displayName(new QLineEdit)
    , m_role(new QComboBox)
    , m_passwords(new PasswordPair)
    , m_folder(new QLineEdit)
    , m_server(new QLineEdit)
    , m_siteRow(new FieldRow(tr("Site"), m_site))
    , m_userRow(new FieldRow(tr("Sign-in name"), m_userName))
    , m_nameRow(new FieldRow(tr("Your name, as it appears in the audit trail"), m_displayName))
    , m_folderRow(new FieldRow(tr("Folder"), m_folder))
    , m_serverRow(new FieldRow(tr("Study server (may stay empty)"), m_server))
    , m_back(makeButton(tr("Back")))
    , m_next(makePrimaryButton(tr("Next")))
{
    content()->addWidget(m_position);
    m_steps->addWidget(makeStudyStep());
    m_steps->addWidget(makePersonStep());
    m_steps->addWidget(makePasswordStep());
    m_steps->addWidget(makePlaceStep());
    content()->addWidget(m_steps);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_next);
    buttons->addWidget(m_back);
    buttons->addStretch(1);
    content()->addLayout(buttons);
    content()->addStretch(1);
    m_next->setObjectName(u"next"_s);
    m_back->setObjectName(u"back"_s);
    new FormKeys(this);
    connect(m_next, &QPushButton::clicked, this, &SetupPage::next);
    connect(m_back, &QPushButton::clicked, this, &SetupPage::back);
    goTo(Step::Study);
}

void SetupPage::addStudyChoice(const QString& file, const QString& title, const QString& text, QWidget* step)
{
    auto* choice = new QRadioButton(title, step);
    choice->setProperty("studyFile", file);
    m_studies->addButton(choice);
    step->layout()->addWidget(choice);
    auto* words = makeParagraph(text, true, step);
    words->setContentsMargins(Theme::of(this).scaled(26), 0, 0, Theme::of(this).between());
    step->layout()->addWidget(words);
    if (file.isEmpty())
        m_studyFileName = words;
}

QWidget* SetupPage::makeStudyStep()
{
    auto* step = new QWidget;
    auto* column = columnOf(step);
    column->setSpacing(Theme::of(this).inside());
    addStudyChoice(u":/studies/demo.xml"_s, tr("Demonstration study"),
                   tr("PHQ-9, GAD-7 and CES-D at six visits; identifiers such as P001. For trying Sitebook out."),
                   step);
    addStudyChoice(u":/studies/cdisc-pilot.xml"_s, tr("CDISC pilot study"),
                   tr("PHQ-9 and SWLS at the visits of the CDISC pilot project."), step);
    addStudyChoice({}, tr("A study file"),
                   tr("CDISC ODM-XML, a REDCap data dictionary (CSV, .xlsx), a FHIR Questionnaire (JSON) or an "
                      "XLSForm (.xlsx, or as XForm, .xml)."),
                   step);
    auto* choose = makeButton(tr("Choose the file…"), u"folder"_s);
    choose->setObjectName(u"chooseStudy"_s);
    m_fidelity = makeLinkButton(tr("What was taken from it…"));
    m_fidelity->setObjectName(u"fidelity"_s);
    m_fidelity->hide();
    auto* line = new QHBoxLayout;
    line->setSpacing(Theme::of(this).around());
    line->addWidget(choose);
    line->addWidget(m_fidelity);
    line->addStretch(1);
    column->addLayout(line);
    column->addStretch(1);
    connect(m_fidelity, &QPushButton::clicked, this,
            [this] { openFidelityDialog(window(), *m_study->study, m_study->report); });
    m_studies->buttons().constFirst()->setChecked(true);
    connect(choose, &QPushButton::clicked, this, &SetupPage::studyFileWanted);
    return step;
}

QWidget* SetupPage::makePersonStep()
{
    auto* step = new QWidget;
    auto* column = columnOf(step);
    m_site->setObjectName(u"site"_s);
    m_userName->setObjectName(u"userName"_s);
    m_displayName->setObjectName(u"displayName"_s);
    m_role->setObjectName(u"role"_s);
    m_siteRow->setHelp(tr("The number the study gave your site, for example 701."));
    m_userRow->setHelp(tr("Short, without spaces, for example li.wei; the same as on the study server."));
    for (const Role role :
         {Role::Coordinator, Role::Investigator, Role::Monitor, Role::DataManager, Role::Administrator})
        m_role->addItem(statetexts::text(role), QVariant::fromValue(role));
    column->addWidget(m_siteRow);
    column->addWidget(m_userRow);
    column->addWidget(m_nameRow);
    column->addWidget(new FieldRow(tr("Role"), m_role));
    column->addStretch(1);
    return step;
}

QWidget* SetupPage::makePasswordStep()
{
    auto* step = new QWidget;
    auto* column = columnOf(step);
    column->addWidget(
        makeParagraph(tr("The password opens the workspace on this computer. It is never stored and cannot be "
                         "looked up; a recovery code follows at the end.")));
    column->addWidget(m_passwords);
    column->addStretch(1);
    return step;
}

QWidget* SetupPage::makePlaceStep()
{
    auto* step = new QWidget;
    auto* column = columnOf(step);
    m_folder->setObjectName(u"folder"_s);
    m_server->setObjectName(u"server"_s);
    m_folderRow->setHelp(tr("A folder of its own on this computer; it is made when it does not exist."));
    m_serverRow->setHelp(tr("For example https://study.example.org. Without one everything stays on this computer."));
    auto* choose = makeButton(tr("Choose…"), u"folder"_s);
    m_folderRow->addTrailing(choose);
    column->addWidget(m_folderRow);
    column->addWidget(m_serverRow);
    column->addStretch(1);
    connect(choose, &QPushButton::clicked, this, &SetupPage::folderWanted);
    return step;
}

void SetupPage::reset(const QString& suggestedFolder)
{
    clearSecrets();
    clearMessage();
    m_studyFile.clear();
    m_study.reset();
    m_fidelity->hide();
    m_studies->buttons().constFirst()->setChecked(true);
    m_folder->setText(QDir::toNativeSeparators(suggestedFolder));
    goTo(Step::Study);
}

void SetupPage::setStudyFile(const QString& path)
{
    clearMessage();
    m_studyFile = path;
    m_study.reset();
    m_fidelity->hide();
    m_studyFileName->setText(QDir::toNativeSeparators(path) + u'\n' + tr("Reading it…"));
    m_studies->buttons().constLast()->setChecked(true);
}

void SetupPage::showStudy(const StudyFile& study)
{
    m_study = study;
    m_studyFileName->setText(QDir::toNativeSeparators(m_studyFile) + u'\n' + sizeInWords(*study.study, study.report));
    m_fidelity->show();
}

void SetupPage::showStudyFailure(const Error& error)
{
    m_studyFileName->setText(QDir::toNativeSeparators(std::exchange(m_studyFile, {})));
    showError(error);
}

void SetupPage::setFolder(const QString& path)
{
    m_folder->setText(QDir::toNativeSeparators(path));
}

WorkspaceSetup SetupPage::setup() const
{
    const QString shipped = m_studies->checkedButton()->property("studyFile").toString();
    WorkspaceSetup setup;
    setup.path = QDir::fromNativeSeparators(m_folder->text().trimmed());
    setup.studyFile = shipped.isEmpty() ? m_studyFile : shipped;
    setup.site = SiteId(m_site->text().trimmed());
    setup.user = UserName(m_userName->text().trimmed());
    setup.displayName = m_displayName->text().trimmed();
    setup.role = m_role->currentData().value<Role>();
    setup.password = m_passwords->password();
    setup.serverUrl = m_server->text().trimmed();
    return setup;
}

SetupPage::Step SetupPage::step() const
{
    return static_cast<Step>(m_steps->currentIndex());
}

void SetupPage::goTo(Step step)
{
    static const char* const names[] = {QT_TR_NOOP("Study"), QT_TR_NOOP("You and your site"), QT_TR_NOOP("Password"),
                                        QT_TR_NOOP("Place and server")};
    const int index = static_cast<int>(step);
    const int count = static_cast<int>(Step::Count);
    m_steps->setCurrentIndex(index);
    // Only the present step takes room.
    for (int i = 0; i < m_steps->count(); ++i)
        m_steps->widget(i)->setSizePolicy(QSizePolicy::Preferred,
                                          i == index ? QSizePolicy::Preferred : QSizePolicy::Ignored);
    setHeading(tr("Set up a workspace"), {});
    m_position->setText(tr("Step %1 of %2: %3").arg(index + 1).arg(count).arg(tr(names[index])));
    m_next->setText(index + 1 == count ? tr("Create the workspace") : tr("Next"));
    m_passwords->setUserName(m_userName->text().trimmed());
    QWidget* const first[] = {m_studies->checkedButton(), m_site, m_passwords, m_folder};
    first[index]->setFocus(Qt::TabFocusReason);
}

void SetupPage::next()
{
    clearMessage();
    if (!validate(step()))
        return;
    if (step() == Step::Place)
        Q_EMIT createWanted();
    else
        goTo(static_cast<Step>(m_steps->currentIndex() + 1));
}

void SetupPage::back()
{
    clearMessage();
    if (step() == Step::Study)
        Q_EMIT backWanted();
    else
        goTo(static_cast<Step>(m_steps->currentIndex() - 1));
}

void SetupPage::setProblem(FieldRow* row, const QString& text)
{
    Finding finding;
    finding.message.text = text;
    row->setFinding(finding);
    row->editor()->setFocus(Qt::OtherFocusReason);
}

bool SetupPage::validate(Step step)
{
    for (FieldRow* row : {m_siteRow, m_userRow, m_folderRow, m_serverRow})
        row->setFinding({});
    const WorkspaceSetup now = setup();
    switch (step) {
    case Step::Study:
        if (now.studyFile.isEmpty())
            Q_EMIT studyFileWanted();
        return !now.studyFile.isEmpty();
    case Step::Person:
        if (now.site.isEmpty())
            setProblem(m_siteRow, tr("Type the number of your site."));
        else if (now.user.isEmpty() || now.user.toString().contains(u' '))
            setProblem(m_userRow, tr("Type a sign-in name without spaces."));
        return !now.site.isEmpty() && !now.user.isEmpty() && !now.user.toString().contains(u' ');
    case Step::Password:
        return m_passwords->validate();
    case Step::Place:
        if (now.path.isEmpty())
            setProblem(m_folderRow, tr("Choose a folder for the workspace."));
        else if (!now.serverUrl.isEmpty() && !looksLikeServer(now.serverUrl))
            setProblem(m_serverRow, tr("An address begins with https:// and names the server."));
        return !now.path.isEmpty() && (now.serverUrl.isEmpty() || looksLikeServer(now.serverUrl));
    case Step::Count:
        break;
    }
    return true;
}

void SetupPage::showFailure(const Error& error)
{
    struct Place
    {
        QLatin1String field;
        Step step;
        FieldRow* row;
    };
    const Place places[] = {{"site"_L1, Step::Person, m_siteRow},
                            {"user"_L1, Step::Person, m_userRow},
                            {"displayName"_L1, Step::Person, m_nameRow},
                            {"path"_L1, Step::Place, m_folderRow},
                            {"server"_L1, Step::Place, m_serverRow}};
    if (error.where == "password"_L1) {
        goTo(Step::Password);
        m_passwords->showFinding(error.message.localised());
        return;
    }
    for (const Place& place : places) {
        if (error.where != place.field)
            continue;
        goTo(place.step);
        setProblem(place.row, error.message.localised());
        return;
    }
    const bool isFolder = error.code == ErrorCode::NotWritable || error.code == ErrorCode::AlreadyExists;
    if (error.code == ErrorCode::Unreadable || error.code == ErrorCode::Unsupported)
        goTo(Step::Study);
    if (isFolder)
        setProblem(m_folderRow, localisedText(error));
    else
        showError(error);
}

void SetupPage::setBusy(bool busy)
{
    m_steps->setDisabled(busy);
    m_back->setDisabled(busy);
    m_next->setDisabled(busy);
    if (busy)
        m_next->setText(tr("Creating it…"));
    else if (step() == Step::Place)
        m_next->setText(tr("Create the workspace"));
}

void SetupPage::clearSecrets()
{
    m_passwords->clear();
}

} // namespace sitebook
