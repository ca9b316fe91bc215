// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/queries/querypopover.h"

#include "ui/queries/notebox.h"
#include "ui/queries/threadview.h"
#include "ui/widgets/label.h"
#include "ui/widgets/statetexts.h"

#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace sitebook {

QueryPopover::QueryPopover(Workspace& workspace, const Query& about, const QString& subject, QWidget* parent)
    : QDialog(parent)
    , m_workspace(workspace)
    , m_about(about)
    , m_threads(new QComboBox(this))
    , m_thread(new ThreadView(workspace, this))
    , m_note(new NoteBox(workspace, about, this))
    , m_newLine(new QWidget(this))
{
    setObjectName(u"queryPopover"_s);
    setWindowTitle(tr("Queries and notes"));
    setAttribute(Qt::WA_DeleteOnClose);
    m_thread->setPlaceShown(false);
    layOut(subject);
    connect(m_threads, &QComboBox::activated, this, [this] {
        m_thread->showQuery(RecordId::fromString(m_threads->currentData().toString()));
        m_thread->focusBox();
    });
    connect(m_note, &NoteBox::raised, this, &QDialog::accept);
    connect(m_thread, &ThreadView::taken, this, &QDialog::accept);
    connect(&workspace.queries(), &QueryService::listChanged, this, &QueryPopover::fillThreads);
    fillThreads();
    // Where nothing waits, something new is what people come for.
    const std::vector<QueryRow> rows = workspace.queries().list()->about(about);
    if (std::any_of(rows.begin(), rows.end(), [](const QueryRow& row) { return isLive(row.status); }))
        m_thread->focusBox();
    else
        showNew();
}

void QueryPopover::layOut(const QString& subject)
{
    const Theme& theme = Theme::of(this);
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(theme.around(), theme.around(), theme.around(), theme.around());
    rows->setSpacing(theme.between());
    auto* title = makeParagraph(subject, false, this);
    title->setProperty("type", u"section"_s);
    rows->addWidget(title);
    m_threads->setObjectName(u"threads"_s);
    m_threads->setAccessibleName(tr("Queries and notes of this field"));
    rows->addWidget(m_threads);
    rows->addWidget(m_thread, 1);
    rows->addWidget(m_note);
    auto* foot = new QHBoxLayout(m_newLine);
    foot->setContentsMargins({});
    auto* another = makeLinkButton(tr("Write another"), this);
    another->setObjectName(u"another"_s);
    foot->addWidget(another);
    foot->addStretch(1);
    rows->addWidget(m_newLine);
    connect(another, &QPushButton::clicked, this, &QueryPopover::showNew);
    m_note->hide();
    resize(theme.scaled(520), theme.scaled(420));
}

void QueryPopover::showNew()
{
    m_newLine->hide();
    m_note->setVisible(m_note->isAllowed());
    m_note->focusBox();
    if (m_threads->count() > 0)
        return;
    m_thread->hide();
    adjustSize();
    resize(Theme::of(this).scaled(520), sizeHint().height());
}

void QueryPopover::fillThreads()
{
    const auto list = m_workspace.queries().list();
    const std::vector<QueryRow> rows = list->about(m_about);
    const RecordId shown = m_thread->query();
    m_threads->clear();
    for (const QueryRow& row : rows)
        m_threads->addItem(
            Theme::of(this).icon(statetexts::iconName(row.status), statetexts::tone(row.status)),
            tr("%1 · %2 · %3")
                .arg(statetexts::text(row.type), statetexts::text(row.status), row.lastMessage.simplified().left(48)),
            row.recordId.toString());
    m_threads->setVisible(rows.size() > 1);
    m_newLine->setVisible(!rows.empty() && m_note->isAllowed() && m_note->isHidden());
    if (rows.empty())
        return;
    const RecordId wanted = shown.isNull() ? QueryList::mostUrgent(rows)->recordId : shown;
    m_threads->setCurrentIndex(std::max(0, m_threads->findData(wanted.toString())));
    m_thread->showQuery(RecordId::fromString(m_threads->currentData().toString()));
}

} // namespace sitebook
