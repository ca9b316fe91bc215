// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exchange/importform.h"

#include "ui/theme/theme.h"
#include "ui/widgets/studywords.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QDragEnterEvent>
#include <QFileInfo>
#include <QLabel>
#include <QListWidget>
#include <QMimeData>
#include <QPushButton>
#include <QShortcut>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace sitebook {

ImportForm::ImportForm(Workspace& workspace, UserPrompt& prompt, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_prompt(prompt)
{
    setAcceptDrops(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(Theme::of(this).around());
    column->addWidget(fileArea(), 1);
    column->addWidget(optionArea());
    showFiles();
}

QWidget* ImportForm::fileArea()
{
    auto* area = new QWidget;
    auto* grid = new QGridLayout(area);
    grid->setContentsMargins({});
    grid->setSpacing(Theme::of(this).between());
    auto* label = new QLabel(tr("&Files"));
    Theme::setStyleProperty(label, "type", u"section"_s);
    m_list = new QListWidget;
    m_list->setObjectName(u"files"_s);
    m_list->setAccessibleName(tr("Files to import"));
    m_list->setMinimumHeight(Theme::of(this).scaled(72));
    label->setBuddy(m_list);
    auto* choose = new QPushButton(tr("&Choose files…"));
    choose->setObjectName(u"chooseFiles"_s);
    m_remove = new QPushButton(tr("&Remove"));
    m_remove->setObjectName(u"removeFile"_s);
    grid->addWidget(label, 0, 0);
    grid->addWidget(m_list, 1, 0, 3, 1);
    grid->addWidget(choose, 1, 1);
    grid->addWidget(m_remove, 2, 1);
    grid->setColumnStretch(0, 1);
    grid->setRowStretch(3, 1);
    connect(choose, &QPushButton::clicked, this, &ImportForm::chooseFiles);
    connect(m_remove, &QPushButton::clicked, this, &ImportForm::removeCurrent);
    auto* shortcut = new QShortcut(QKeySequence::Delete, m_list, nullptr, nullptr, Qt::WidgetShortcut);
    connect(shortcut, &QShortcut::activated, this, &ImportForm::removeCurrent);
    connect(m_list, &QListWidget::currentRowChanged, this, [this](int row) { m_remove->setEnabled(row >= 0); });
    return area;
}

QWidget* ImportForm::optionArea()
{
    auto* area = new QWidget;
    auto* column = new QVBoxLayout(area);
    column->setContentsMargins({});
    column->setSpacing(Theme::of(this).between());
    auto* title = new QLabel(tr("Options"));
    Theme::setStyleProperty(title, "type", u"section"_s);
    column->addWidget(title);
    m_assign = new QCheckBox(tr("&Assign identifiers where the study does not accept the file's own"));
    m_assign->setObjectName(u"assign"_s);
    m_assign->setToolTip(tr("The patient gets the next free identifier, such as %1; the file's is kept as an alias.")
                             .arg(m_workspace.study()->identifiers.example()));
    column->addWidget(m_assign);
    auto* row = new QHBoxLayout;
    auto* label = new QLabel(tr("&Visit, for files that name none"));
    m_visit = new QComboBox;
    m_visit->setObjectName(u"visit"_s);
    m_visit->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_visit->addItem(tr("None: such reports are findings"), QString());
    for (const EventDef& event : m_workspace.study()->events)
        m_visit->addItem(eventTitle(*m_workspace.study(), event.oid), event.oid);
    label->setBuddy(m_visit);
    row->addWidget(label);
    row->addWidget(m_visit);
    row->addStretch(1);
    column->addLayout(row);
    connect(m_assign, &QCheckBox::toggled, this, &ImportForm::changed);
    connect(m_visit, &QComboBox::currentIndexChanged, this, &ImportForm::changed);
    return area;
}

ImportRequest ImportForm::request(bool dryRun) const
{
    ImportRequest request;
    request.files = m_files;
    request.dryRun = dryRun;
    request.assignIdentifiers = m_assign->isChecked();
    request.studyEventOid = m_visit->currentData().toString();
    return request;
}

void ImportForm::chooseFiles()
{
    m_prompt.chooseFiles(this, tr("Files to import"),
                         tr("Study data (*.json *.ndjson *.csv *.xml)") + u";;"_s + tr("All files (*)"),
                         [this](const QStringList& files) { addFiles(files); });
}

void ImportForm::addFiles(const QStringList& files)
{
    for (const QString& file : files)
        if (!m_files.contains(file))
            m_files.append(file);
    showFiles();
    Q_EMIT changed();
}

void ImportForm::removeCurrent()
{
    const int row = m_list->currentRow();
    if (row < 0 || row >= m_files.size())
        return;
    m_files.removeAt(row);
    showFiles();
    Q_EMIT changed();
}

void ImportForm::showFiles()
{
    m_list->clear();
    m_list->setFocusPolicy(m_files.isEmpty() ? Qt::NoFocus : Qt::StrongFocus);
    for (const QString& file : m_files) {
        auto* item = new QListWidgetItem(QFileInfo(file).fileName(), m_list);
        item->setToolTip(QDir::toNativeSeparators(file));
    }
    if (m_files.isEmpty()) {
        auto* hint = new QListWidgetItem(tr("Choose CDISC Dataset-JSON, CSV of patients, a REDCap data export, or an "
                                            "export of this program; or drop the files here."),
                                         m_list);
        hint->setFlags(Qt::NoItemFlags);
        hint->setForeground(Theme::of(this).muted());
    }
    m_remove->setEnabled(!m_files.isEmpty() && m_list->currentRow() >= 0);
}

void ImportForm::dragEnterEvent(QDragEnterEvent* event)
{
    if (event->mimeData()->hasUrls())
        event->acceptProposedAction();
}

void ImportForm::dropEvent(QDropEvent* event)
{
    QStringList files;
    for (const QUrl& url : event->mimeData()->urls())
        if (url.isLocalFile())
            files << url.toLocalFile();
    if (!files.isEmpty())
        addFiles(files);
    event->acceptProposedAction();
}

} // namespace sitebook
