// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/patients/patientformpage.h"

#include "ui/patients/patienttexts.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/datetext.h"
#include "ui/widgets/fieldrow.h"
#include "ui/widgets/formkeys.h"
#include "ui/widgets/label.h"
#include "ui/widgets/savedindicator.h"
#include "ui/widgets/statetexts.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QScrollArea>
#include <QShortcut>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace sitebook {

namespace {

constexpr int calmMs = 600;
constexpr std::array statuses{PatientStatus::Screening, PatientStatus::Enrolled, PatientStatus::Completed,
                              PatientStatus::Withdrawn, PatientStatus::ScreenFailure};

bool isDate(const QString& field)
{
    return field == field::dateOfBirth || field == field::consentDate;
}

} // namespace

PatientFormPage::PatientFormPage(Workspace& workspace, Navigator& navigator, UserPrompt& prompt,
                                 const RecordId& patient, QWidget* parent)
    : Page(parent)
    , m_workspace(workspace)
    , m_navigator(navigator)
    , m_prompt(prompt)
    , m_patient(patient)
    , m_session(workspace, patient)
    , m_banner(new Banner(this))
    , m_saved(new SavedIndicator(this))
{
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addWidget(m_banner);
    auto* area = new QScrollArea(this);
    area->setWidget(makeForm());
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus);
    rows->addWidget(area, 1);
    rows->addWidget(makeHairline(Qt::Horizontal, this));
    rows->addWidget(makeFoot());
    m_calm.setSingleShot(true);
    m_calm.setInterval(calmMs);
    connectParts();
    new FormKeys(this);
    m_session.open();
}

QWidget* PatientFormPage::makeForm()
{
    const Theme& theme = Theme::of(this);
    auto* middle = new QWidget;
    auto* sides = new QHBoxLayout(middle);
    sides->setContentsMargins(theme.blocks(), theme.around(), theme.blocks(), theme.blocks());
    auto* column = new QWidget(middle);
    column->setMaximumWidth(theme.scaled(560));
    sides->addStretch(1);
    sides->addWidget(column, 1000);
    sides->addStretch(1);
    auto* rows = new QVBoxLayout(column);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(theme.around());
    FieldRow* identifier = addLine(*rows, field::patientId, tr("Identifier"));
    identifier->setRequired(true);
    identifier->setHelp(
        tr("As the study numbers its patients, for example %1").arg(m_workspace.study()->identifiers.example()));
    addLine(*rows, field::name, tr("Name"))->setHelp(tr("Family name, first name. Sealed; never sent in clear."));
    addLine(*rows, field::dateOfBirth, tr("Date of birth"), true);
    addChoice(*rows, field::sex, tr("Sex"));
    addChoice(*rows, field::status, tr("Status"));
    addLine(*rows, field::consentDate, tr("Consent given on"), true);
    addLine(*rows, field::siteId, tr("Site"));
    rows->addStretch(1);
    return middle;
}

FieldRow* PatientFormPage::addLine(QVBoxLayout& column, const QString& field, const QString& label, bool date)
{
    auto* line = new QLineEdit;
    line->setObjectName(field);
    auto* row = new FieldRow(label, line, this);
    if (date) {
        line->setPlaceholderText(DateText::hint());
        line->setToolTip(DateText::help(true));
        line->setFixedWidth(Theme::of(this).scaled(176));
        row->setCompact(true);
    } else if (field == field::patientId || field == field::siteId) {
        line->setFixedWidth(Theme::of(this).scaled(176));
        row->setCompact(true);
    }
    line->installEventFilter(this);
    connect(line, &QLineEdit::textEdited, this, [this, field] { typed(field); });
    column.addWidget(row);
    m_rows[field] = row;
    m_order.push_back(field);
    return row;
}

FieldRow* PatientFormPage::addChoice(QVBoxLayout& column, const QString& field, const QString& label)
{
    auto* box = new QComboBox;
    box->setObjectName(field);
    if (field == field::sex) {
        box->addItem(tr("Not recorded"), QString());
        for (const QString& code : PatientTexts::sexCodes())
            box->addItem(PatientTexts::sex(code), code);
    } else {
        for (const PatientStatus status : statuses)
            box->addItem(Theme::of(this).icon(statetexts::iconName(status), statetexts::tone(status)),
                         statetexts::text(status), statusCode(status));
    }
    auto* row = new FieldRow(label, box, this);
    row->setCompact(true);
    box->setMinimumWidth(Theme::of(this).scaled(176));
    box->installEventFilter(this);
    connect(box, &QComboBox::currentIndexChanged, this, [this, field] {
        if (!m_filling)
            commitField(field);
    });
    column.addWidget(row);
    m_rows[field] = row;
    m_order.push_back(field);
    return row;
}

QWidget* PatientFormPage::makeFoot()
{
    const Theme& theme = Theme::of(this);
    auto* foot = new QWidget(this);
    auto* line = new QHBoxLayout(foot);
    line->setContentsMargins(theme.around(), theme.between(), theme.around(), theme.between());
    line->setSpacing(theme.between());
    auto* close = makeButton(tr("Close"), {}, foot);
    m_discard = makeButton(tr("Discard changes"), {}, foot);
    m_save = makePrimaryButton(m_patient.isNull() ? tr("Register patient") : tr("Save changes"), {}, foot);
    close->setToolTip(tr("Close the form; what is typed stays as a draft (Esc)"));
    m_save->setToolTip(tr("Ctrl+S"));
    m_save->setObjectName(u"savePatient"_s);
    line->addWidget(m_saved, 1);
    line->addWidget(close);
    line->addWidget(m_discard);
    line->addWidget(m_save);
    connect(close, &QPushButton::clicked, this, &PatientFormPage::cancel);
    connect(m_save, &QPushButton::clicked, this, &PatientFormPage::save);
    connect(m_discard, &QPushButton::clicked, this, [this] {
        m_prompt.decide(this, tr("Discard changes"), tr("Throw away what was typed?"),
                        {tr("Keep typing"), tr("Discard changes")}, [this](int button) {
                            if (button != 1)
                                return;
                            m_session.discardDraft();
                            m_banner->dismiss();
                            showValues();
                        });
    });
    return foot;
}

void PatientFormPage::connectParts()
{
    connect(&m_session, &PatientFormSession::opened, this, &PatientFormPage::showOpened);
    connect(&m_session, &PatientFormSession::openFailed, this,
            [this](const Error& error) { m_banner->showError(error); });
    connect(&m_session, &PatientFormSession::checked, this, &PatientFormPage::showFindings);
    connect(&m_session, &PatientFormSession::draftStateChanged, this, &PatientFormPage::refreshFoot);
    connect(&m_session, &PatientFormSession::saved, this, &PatientFormPage::onSaved);
    connect(&m_session, &PatientFormSession::saveFailed, this, &PatientFormPage::onSaveFailed);
    connect(&m_calm, &QTimer::timeout, this, &PatientFormPage::commitCurrent);
    const auto add = [this](const QKeySequence& keys, auto action) {
        auto* shortcut = new QShortcut(keys, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, action);
    };
    add(QKeySequence::Save, &PatientFormPage::save);
    add(Qt::Key_F8, &PatientFormPage::focusFirstProblem);
    add(Qt::Key_Escape, &PatientFormPage::cancel);
}

QString PatientFormPage::title() const
{
    if (m_patient.isNull())
        return tr("Register patient");
    const PatientRow* patient = m_workspace.patients().list()->find(m_patient);
    return patient ? tr("Edit %1").arg(patient->patientId) : tr("Edit patient");
}

FieldRow* PatientFormPage::row(const QString& field) const
{
    const auto found = m_rows.find(field);
    return found == m_rows.end() ? nullptr : found->second;
}

void PatientFormPage::activated()
{
    FieldRow* wanted = row(m_session.currentField());
    (wanted ? wanted : row(field::patientId))->editor()->setFocus(Qt::TabFocusReason);
    if (!wanted && m_session.isOpen() && m_session.isNew())
        static_cast<QLineEdit*>(row(field::patientId)->editor())->selectAll();
}

bool PatientFormPage::mayLeave()
{
    commitCurrent();
    return true; // the draft keeps what is not saved
}

void PatientFormPage::showOpened()
{
    showValues();
    if (m_session.isNew() && !m_session.suggestedIdentifier().isEmpty())
        row(field::patientId)->setHelp(tr("%1 is the next free one.").arg(m_session.suggestedIdentifier()));
    if (m_session.cameFromDraft())
        m_banner->showMessage(Tone::Information, tr("Your half-filled form is open again where you left it."));
    Q_EMIT titleChanged();
    if (isVisible())
        activated();
}

void PatientFormPage::showValues()
{
    const QScopedValueRollback filling(m_filling, true);
    for (const auto& [field, fieldRow] : m_rows) {
        const QString text = m_session.text(field);
        if (auto* line = qobject_cast<QLineEdit*>(fieldRow->editor()))
            line->setText(isDate(field) ? DateText::shown(text) : text);
        else if (auto* box = qobject_cast<QComboBox*>(fieldRow->editor()))
            box->setCurrentIndex(std::max(0, box->findData(text)));
    }
    showFindings();
}

void PatientFormPage::showFindings()
{
    std::map<QString, Finding> worst;
    for (const Finding& finding : m_session.findings()) {
        const auto known = worst.find(finding.field);
        if (known == worst.end() || known->second.severity < finding.severity)
            worst[finding.field] = finding;
    }
    for (const auto& [field, fieldRow] : m_rows) {
        const auto found = worst.find(field);
        fieldRow->setFinding(found == worst.end() ? std::nullopt : std::optional(found->second));
    }
    refreshFoot();
}

void PatientFormPage::refreshFoot()
{
    m_saved->follow(m_session.drafts(), m_session.isDirty());
    m_discard->setVisible(m_session.isDirty());
    m_save->setEnabled(m_session.isOpen() && !m_session.isSaving());
}

QString PatientFormPage::editorText(const QString& field) const
{
    QWidget* editor = m_rows.at(field)->editor();
    if (const auto* box = qobject_cast<QComboBox*>(editor))
        return box->currentData().toString();
    const QString typed = static_cast<QLineEdit*>(editor)->text().trimmed();
    return isDate(field) ? DateText::stored(typed) : typed;
}

void PatientFormPage::typed(const QString& field)
{
    m_session.enterField(field);
    m_session.type(field, editorText(field));
    m_calm.start();
}

void PatientFormPage::commitField(const QString& field)
{
    if (!m_session.isOpen())
        return;
    m_session.commit(field, editorText(field));
}

void PatientFormPage::commitCurrent()
{
    m_calm.stop();
    for (const auto& [field, fieldRow] : m_rows)
        if (fieldRow->editor()->hasFocus())
            commitField(field);
}

bool PatientFormPage::eventFilter(QObject* object, QEvent* event)
{
    const QString field = object->objectName();
    if (event->type() == QEvent::FocusIn && m_session.isOpen())
        m_session.enterField(field);
    if (event->type() == QEvent::FocusOut && m_session.isOpen()) {
        m_calm.stop();
        commitField(field);
        if (auto* line = qobject_cast<QLineEdit*>(object); line && isDate(field))
            line->setText(DateText::shown(m_session.text(field)));
    }
    return Page::eventFilter(object, event);
}

void PatientFormPage::focusFirstProblem()
{
    commitCurrent();
    for (const QString& field : m_order) {
        if (m_rows.at(field)->finding()) {
            m_rows.at(field)->editor()->setFocus(Qt::TabFocusReason);
            return;
        }
    }
}

void PatientFormPage::save()
{
    commitCurrent();
    if (!m_session.isOpen() || m_session.isSaving())
        return;
    if (!m_session.isClean()) {
        m_session.showAllFindings();
        focusFirstProblem();
        return;
    }
    if (!m_session.isNew() && !m_session.isDirty()) {
        m_navigator.openPatient(m_patient);
        return;
    }
    if (m_session.isNew()) {
        m_session.save({});
        refreshFoot();
        return;
    }
    m_prompt.askReason(this, tr("Reason for change"), tr("Why do the patient's data change?"),
                       [this](const QString& reason) { m_session.save(reason); });
}

void PatientFormPage::onSaved(const RecordId& patient)
{
    const QString identifier = m_session.text(field::patientId);
    m_navigator.showNotice(m_patient.isNull() ? tr("%1 is registered.").arg(identifier)
                                              : tr("The changes of %1 are saved.").arg(identifier));
    m_navigator.openPatient(patient);
}

void PatientFormPage::onSaveFailed(const Error& error)
{
    refreshFoot();
    m_session.showAllFindings();
    m_banner->showError(error);
    if (FieldRow* wanted = row(error.where))
        wanted->editor()->setFocus(Qt::TabFocusReason);
}

void PatientFormPage::cancel()
{
    commitCurrent();
    if (m_session.isDirty())
        m_navigator.showNotice(tr("What you typed is kept as a draft."));
    if (m_patient.isNull())
        m_navigator.openPage(PageId::Patients);
    else
        m_navigator.openPatient(m_patient);
}

} // namespace sitebook
