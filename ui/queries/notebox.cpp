// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/queries/notebox.h"

#include "ui/queries/querywords.h"
#include "ui/widgets/errortext.h"
#include "ui/widgets/label.h"
#include "ui/widgets/statetexts.h"
#include "ui/widgets/whendone.h"

#include <QComboBox>
#include <QKeyEvent>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace sitebook {

NoteBox::NoteBox(Workspace& workspace, const Query& about, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_about(about)
    , m_kind(new QComboBox(this))
    , m_box(new QPlainTextEdit(this))
    , m_store(makePrimaryButton({}, {}, this))
    , m_trouble(makeParagraph({}, false, this))
{
    const Theme& theme = Theme::of(this);
    for (const QueryType type : {QueryType::Query, QueryType::Annotation, QueryType::ReasonForChange})
        if (workspace.queries().mayRaise(type))
            m_kind->addItem(statetexts::text(type), static_cast<int>(type));
    m_kind->setObjectName(u"kind"_s);
    m_kind->setAccessibleName(tr("Kind"));
    m_box->setObjectName(u"note"_s);
    m_box->setAccessibleName(tr("Text of the query or note"));
    m_box->setPlaceholderText(tr("What it is about; Ctrl+Enter stores it"));
    m_box->setTabChangesFocus(true);
    m_box->setFixedHeight(theme.scaled(76));
    m_box->installEventFilter(this);
    m_store->setObjectName(u"storeNote"_s);
    m_trouble->setObjectName(u"noteTrouble"_s);
    setTone(m_trouble, Tone::Danger);
    m_trouble->hide();
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins({});
    rows->setSpacing(theme.between());
    rows->addWidget(m_box);
    rows->addWidget(m_trouble);
    auto* line = new QHBoxLayout;
    line->addWidget(m_kind);
    line->addStretch(1);
    line->addWidget(m_store);
    rows->addLayout(line);
    const auto name = [this] {
        m_store->setText(QueryWords::raiseText(static_cast<QueryType>(m_kind->currentData().toInt())));
    };
    connect(m_kind, &QComboBox::currentIndexChanged, this, name);
    connect(m_store, &QPushButton::clicked, this, &NoteBox::store);
    name();
}

bool NoteBox::isAllowed() const
{
    return m_kind->count() > 0;
}

void NoteBox::focusBox()
{
    m_box->setFocus(Qt::ShortcutFocusReason);
}

void NoteBox::store()
{
    if (m_busy || !isAllowed())
        return;
    m_busy = true;
    m_about.type = static_cast<QueryType>(m_kind->currentData().toInt());
    whenDone(this, m_workspace.queries().raise(m_about, m_box->toPlainText()), [this](const Result<RecordId>& id) {
        m_busy = false;
        m_trouble->setVisible(!id);
        if (!id) {
            m_trouble->setText(localisedText(id.error()));
            return;
        }
        m_box->clear();
        Q_EMIT raised(*id);
    });
}

bool NoteBox::eventFilter(QObject* object, QEvent* event)
{
    if (object != m_box || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(object, event);
    const auto* key = static_cast<QKeyEvent*>(event);
    const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    if (!enter || !(key->modifiers() & Qt::ControlModifier))
        return QWidget::eventFilter(object, event);
    store();
    return true;
}

} // namespace sitebook
