// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exchange/exportform.h"

#include "ui/exchange/formatcard.h"
#include "ui/theme/theme.h"
#include "ui/widgets/studywords.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QDate>
#include <QDir>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace sitebook {
namespace {

QLabel* sectionLabel(const QString& text)
{
    auto* label = new QLabel(text);
    Theme::setStyleProperty(label, "type", u"section"_s);
    return label;
}

QString fileSafe(const QString& text)
{
    QString safe;
    for (const QChar letter : text.simplified())
        safe += letter.isLetterOrNumber() || letter == u'-' || letter == u'_' ? letter : u'-';
    return safe;
}

// Where documents live; a fresh account may not have that folder yet.
QString homeFolder()
{
    const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    return QFileInfo(documents).isDir() ? documents : QDir::homePath();
}

} // namespace

ExportForm::ExportForm(Workspace& workspace, UserPrompt& prompt, const ExportRequest& preset, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_prompt(prompt)
    , m_formats(workspace.exchange().formats())
    , m_selected(preset.onlyPatients)
{
    const Theme& theme = Theme::of(this);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(theme.between());
    buildFormats(column, preset.format);
    column->addSpacing(theme.between());
    buildScope(column, preset);
    column->addSpacing(theme.between());
    buildDestination(column, preset.path);
    column->addSpacing(theme.between());
    buildOptions(column, preset);
    column->addStretch(1);
    connect(&workspace.patients(), &PatientService::listChanged, this, &ExportForm::refresh);
    connect(&workspace.reports(), &ReportService::listChanged, this, &ExportForm::refresh);
    renameFile();
    refresh();
}

void ExportForm::buildFormats(QVBoxLayout* column, const QString& wanted)
{
    column->addWidget(sectionLabel(tr("Format")));
    auto* grid = new QGridLayout;
    grid->setSpacing(Theme::of(this).between());
    m_formatGroup = new QButtonGroup(this);
    for (int i = 0; i < static_cast<int>(m_formats.size()); ++i) {
        const ExportFormat& format = m_formats[static_cast<size_t>(i)];
        auto* card = new FormatCard(format.title.localised(), format.purpose.localised());
        card->setObjectName(u"format-"_s + format.name);
        m_formatGroup->addButton(card, i);
        card->setChecked(format.name == wanted || (i == 0 && !m_formatGroup->checkedButton()));
        grid->addWidget(card, i / 3, i % 3);
    }
    column->addLayout(grid);
    connect(m_formatGroup, &QButtonGroup::idToggled, this, [this](int, bool on) {
        if (!on)
            return;
        renameFile();
        refresh();
    });
}

void ExportForm::buildScope(QVBoxLayout* column, const ExportRequest& preset)
{
    column->addWidget(sectionLabel(tr("What")));
    m_scopeGroup = new QButtonGroup(this);
    const std::pair<ExportRequest::Scope, QString> scopes[] = {
        {ExportRequest::Scope::Everything, tr("E&verything")},
        {ExportRequest::Scope::Patients, tr("&Patients only")},
        {ExportRequest::Scope::Reports, tr("&Reports only")},
    };
    auto* row = new QHBoxLayout;
    row->setSpacing(Theme::of(this).around());
    for (const auto& [scope, text] : scopes) {
        auto* button = new QRadioButton(text);
        m_scopeGroup->addButton(button, static_cast<int>(scope));
        button->setChecked(scope == preset.scope);
        row->addWidget(button);
    }
    row->addStretch(1);
    m_count = new QLabel;
    m_count->setObjectName(u"rowCount"_s);
    Theme::setStyleProperty(m_count, "type", u"strong"_s);
    row->addWidget(m_count);
    column->addLayout(row);
    m_onlySelected = new QCheckBox(tr("Only the %n selected patient(s)", nullptr, static_cast<int>(m_selected.size())));
    m_onlySelected->setObjectName(u"onlySelected"_s);
    m_onlySelected->setChecked(!m_selected.empty());
    m_onlySelected->setVisible(!m_selected.empty());
    column->addWidget(m_onlySelected);
    connect(m_scopeGroup, &QButtonGroup::idToggled, this, [this](int, bool on) {
        if (!on)
            return;
        renameFile();
        refresh();
    });
    connect(m_onlySelected, &QCheckBox::toggled, this, &ExportForm::refresh);
}

void ExportForm::buildDestination(QVBoxLayout* column, const QString& presetPath)
{
    column->addWidget(sectionLabel(tr("Where")));
    const QFileInfo preset(presetPath);
    m_folder = new QLineEdit(QDir::toNativeSeparators(presetPath.isEmpty() ? homeFolder() : preset.path()));
    m_folder->setObjectName(u"folder"_s);
    m_name = new QLineEdit(presetPath.isEmpty() ? QString() : preset.fileName());
    m_name->setObjectName(u"fileName"_s);
    m_nameIsOurs = presetPath.isEmpty();
    auto* choose = new QPushButton(tr("&Choose…"));
    choose->setObjectName(u"chooseFolder"_s);
    auto* folderLabel = new QLabel(tr("&Folder"));
    folderLabel->setBuddy(m_folder);
    auto* nameLabel = new QLabel(tr("File &name"));
    nameLabel->setBuddy(m_name);
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(Theme::of(this).between());
    grid->setVerticalSpacing(Theme::of(this).between());
    grid->addWidget(folderLabel, 0, 0);
    grid->addWidget(m_folder, 0, 1);
    grid->addWidget(choose, 0, 2);
    grid->addWidget(nameLabel, 1, 0);
    grid->addWidget(m_name, 1, 1, 1, 2);
    grid->setColumnStretch(1, 1);
    column->addLayout(grid);
    connect(choose, &QPushButton::clicked, this, &ExportForm::chooseFolder);
    connect(m_folder, &QLineEdit::textChanged, this, &ExportForm::changed);
    connect(m_name, &QLineEdit::textEdited, this, [this] { m_nameIsOurs = false; });
    connect(m_name, &QLineEdit::textChanged, this, &ExportForm::changed);
}

void ExportForm::buildOptions(QVBoxLayout* column, const ExportRequest& preset)
{
    column->addWidget(sectionLabel(tr("Options")));
    m_decode = new QCheckBox(tr("Write answers as &words instead of codes"));
    m_decode->setObjectName(u"decode"_s);
    m_decode->setChecked(preset.decodeAnswers);
    m_deidentify = new QCheckBox(tr("&De-identify: no names, no free text, years instead of dates"));
    m_deidentify->setObjectName(u"deidentify"_s);
    m_defuse = new QCheckBox(tr("Disarm &formulas, so that a spreadsheet does not run them"));
    m_defuse->setObjectName(u"defuse"_s);
    m_defuse->setChecked(preset.defuseFormulas);
    m_mark = new QCheckBox(tr("Begin with a byte order &mark, so that Excel recognises accents and Chinese"));
    m_mark->setObjectName(u"byteOrderMark"_s);
    m_mark->setChecked(preset.byteOrderMark);
    const bool mustDeidentify = !m_workspace.may(u"export_data"_s);
    m_deidentify->setChecked(preset.deidentify || mustDeidentify);
    m_deidentify->setEnabled(!mustDeidentify);
    if (mustDeidentify)
        m_deidentify->setToolTip(tr("Your role may export de-identified data only."));
    for (QCheckBox* option : {m_decode, m_deidentify, m_defuse, m_mark}) {
        column->addWidget(option);
        connect(option, &QCheckBox::toggled, this, &ExportForm::refresh);
    }
}

void ExportForm::chooseFolder()
{
    m_prompt.chooseFolder(this, tr("Folder for the export"), m_folder->text(),
                          [this](const QString& folder) { m_folder->setText(QDir::toNativeSeparators(folder)); });
}

const ExportFormat* ExportForm::format() const
{
    const int id = m_formatGroup->checkedId();
    return id >= 0 ? &m_formats[static_cast<size_t>(id)] : nullptr;
}

ExportRequest::Scope ExportForm::scope() const
{
    return static_cast<ExportRequest::Scope>(m_scopeGroup->checkedId());
}

QString ExportForm::suggestedName() const
{
    if (format() == nullptr)
        return {};
    const QString study = fileSafe(m_workspace.info().studyName);
    const QString part = scope() == ExportRequest::Scope::Patients  ? u"-patients"_s
                         : scope() == ExportRequest::Scope::Reports ? u"-reports"_s
                                                                    : QString();
    return (study.isEmpty() ? u"export"_s : study) + part + u'-' + QDate::currentDate().toString(Qt::ISODate) + u'.' +
           format()->extension;
}

void ExportForm::renameFile()
{
    if (format() == nullptr)
        return;
    if (m_nameIsOurs) {
        m_name->setText(suggestedName());
        return;
    }
    const QString base = m_name->text();
    for (const ExportFormat& other : m_formats)
        if (base.endsWith(u'.' + other.extension)) {
            m_name->setText(base.chopped(other.extension.size()) + format()->extension);
            return;
        }
}

void ExportForm::refresh()
{
    const bool csv = format() != nullptr && format()->extension == "csv"_L1;
    m_mark->setVisible(csv);
    m_defuse->setVisible(csv);
    m_rowCount = m_workspace.exchange().rowCount(request());
    m_count->setText(tr("%n row(s)", nullptr, static_cast<int>(m_rowCount)));
    Q_EMIT changed();
}

ExportRequest ExportForm::request() const
{
    ExportRequest request;
    request.format = format() == nullptr ? QString() : format()->name;
    request.path = QDir(QDir::fromNativeSeparators(m_folder->text().trimmed())).filePath(m_name->text().trimmed());
    request.scope = scope();
    if (m_onlySelected->isChecked())
        request.onlyPatients = m_selected;
    const bool csv = format() != nullptr && format()->extension == "csv"_L1;
    request.byteOrderMark = csv && m_mark->isChecked();
    request.defuseFormulas = !csv || m_defuse->isChecked();
    request.decodeAnswers = m_decode->isChecked();
    request.deidentify = m_deidentify->isChecked();
    request.language = studyLanguage();
    return request;
}

QString ExportForm::hindrance() const
{
    if (!m_workspace.may(u"export_data"_s) && !m_workspace.may(u"export_deidentified"_s))
        return tr("Your role may not export data.");
    if (format() == nullptr)
        return tr("There is no export format.");
    if (m_name->text().trimmed().isEmpty() || m_folder->text().trimmed().isEmpty())
        return tr("Choose a folder and a file name.");
    if (m_name->text().contains(u'/') || m_name->text().contains(u'\\'))
        return tr("A file name cannot hold a slash.");
    if (!QFileInfo(QDir::fromNativeSeparators(m_folder->text().trimmed())).isDir())
        return tr("This folder does not exist. Choose another one.");
    if (m_rowCount == 0)
        return tr("There is nothing to export with these choices.");
    return {};
}

} // namespace sitebook
