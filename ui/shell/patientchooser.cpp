// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/patientchooser.h"

#include "ui/widgets/label.h"
#include "ui/widgets/searchfield.h"

#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace sitebook {
namespace {

constexpr size_t shownPatients = 100;

} // namespace

PatientChooser::PatientChooser(Workspace& workspace, const QString& title, const QString& actionText, QWidget* parent)
    : QDialog(parent)
    , m_workspace(workspace)
    , m_search(new SearchField(tr("Identifier or name")))
    , m_list(new QListWidget)
    , m_go(makePrimaryButton(actionText))
{
    const Theme& theme = Theme::of(this);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(title);
    resize(theme.scaled(440), theme.scaled(460));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(theme.around(), theme.around(), theme.around(), theme.around());
    column->setSpacing(theme.between());
    column->addWidget(makeLabel(title, Theme::Type::Section));
    column->addWidget(m_search);
    m_list->setAccessibleName(tr("Patients"));
    column->addWidget(m_list, 1);
    auto* cancel = makeButton(tr("Cancel"));
    cancel->setAutoDefault(false);
    m_go->setDefault(true);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_go);
    column->addLayout(buttons);
    m_search->setList(m_list);
    connect(m_search, &QLineEdit::textEdited, this, &PatientChooser::search);
    connect(m_list, &QListWidget::itemActivated, this, &PatientChooser::choose);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_go, &QPushButton::clicked, this, &PatientChooser::choose);
    search({});
    m_search->setFocus();
}

void PatientChooser::search(const QString& text)
{
    PatientFilter filter;
    filter.text = text;
    const auto patients = m_workspace.patients().list();
    m_list->clear();
    size_t shown = 0;
    for (const quint32 index : patients->filter(filter)) {
        const PatientRow& row = patients->rows()[index];
        const QString words = row.name.isEmpty() ? row.patientId : QString(row.patientId + u"   "_s + row.name);
        auto* item = new QListWidgetItem(words, m_list);
        item->setData(Qt::UserRole, row.recordId.bytes());
        if (++shown == shownPatients)
            break;
    }
    m_list->setCurrentRow(0);
    m_go->setEnabled(m_list->count() > 0);
}

void PatientChooser::choose()
{
    if (const QListWidgetItem* item = m_list->currentItem()) {
        const RecordId patient = RecordId::fromBytes(item->data(Qt::UserRole).toByteArray());
        accept();
        Q_EMIT chosen(patient);
    }
}

} // namespace sitebook
