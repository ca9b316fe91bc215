// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/queries/threadview.h"

#include "ui/queries/messagelist.h"
#include "ui/queries/querywords.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/label.h"
#include "ui/widgets/statebadge.h"
#include "ui/widgets/whendone.h"

#include <QComboBox>
#include <QKeyEvent>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace sitebook {

namespace {

// In the order of the buttons.
constexpr std::array steps{QueryStep::Answer, QueryStep::AskAgain, QueryStep::Close, QueryStep::Cancel};
// What Ctrl+Enter does, the first that is allowed; what ends a query takes its own button.
constexpr std::array quickSteps{QueryStep::Answer, QueryStep::AskAgain};

} // namespace

ThreadView::ThreadView(Workspace& workspace, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_state(new StateBadge(this))
    , m_delivery(new StateBadge(this))
    , m_place(makeLabel({}, Theme::Type::Small, true, this))
    , m_subject(makeParagraph({}, false, this))
    , m_check(makeParagraph({}, true, this))
    , m_people(new QComboBox(this))
    , m_peopleLine(new QWidget(this))
    , m_messages(new MessageList(this))
    , m_banner(new Banner(this))
    , m_box(new QPlainTextEdit(this))
    , m_thread([this] { return m_workspace.queries().thread(m_query); },
               [this](Result<std::vector<QueryMessage>> thread) {
                   if (thread)
                       m_messages->setMessages(*thread);
               })
{
    layOut();
    connect(&workspace.queries(), &QueryService::listChanged, this, &ThreadView::refresh);
    connect(m_people, &QComboBox::activated, this, [this] { take(QueryStep::Assign); });
    refresh();
}

void ThreadView::layOut()
{
    const Theme& theme = Theme::of(this);
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(theme.between());
    auto* head = new QHBoxLayout;
    head->addWidget(m_state);
    head->addWidget(m_delivery);
    head->addStretch(1);
    m_subject->setProperty("type", u"strong"_s);
    m_people->setObjectName(u"assignee"_s);
    m_people->setAccessibleName(tr("Assigned to"));
    auto* people = new QHBoxLayout(m_peopleLine);
    people->setContentsMargins({});
    people->addWidget(makeLabel(tr("Assigned to"), Theme::Type::Small, true, this));
    people->addWidget(m_people, 1);
    m_box->setObjectName(u"answer"_s);
    m_box->setTabChangesFocus(true);
    m_box->setFixedHeight(theme.scaled(76));
    m_box->installEventFilter(this);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(theme.between());
    for (const QueryStep step : steps) {
        const QString text = QueryWords::stepText(step);
        auto* button = step == QueryStep::Answer ? makePrimaryButton(text, {}, this) : makeButton(text, {}, this);
        button->setObjectName(u"step%1"_s.arg(static_cast<int>(step)));
        buttons->addWidget(button);
        connect(button, &QPushButton::clicked, this, [this, step] { take(step); });
        m_steps.insert(static_cast<int>(step), button);
    }
    buttons->addStretch(1);
    rows->addLayout(head);
    for (QWidget* each : std::initializer_list<QWidget*>{m_place, m_subject, m_check, m_peopleLine})
        rows->addWidget(each);
    rows->addWidget(makeHairline(Qt::Horizontal, this));
    rows->addWidget(m_messages, 1);
    rows->addWidget(m_banner);
    rows->addWidget(m_box);
    rows->addLayout(buttons);
}

const QueryRow* ThreadView::row() const
{
    return m_list ? m_list->find(m_query) : nullptr;
}

void ThreadView::showQuery(const RecordId& query)
{
    if (query == m_query)
        return;
    m_query = query;
    m_box->clear();
    m_banner->dismiss();
    m_messages->setMessages({});
    refresh();
}

void ThreadView::setPlaceShown(bool shown)
{
    m_placeShown = shown;
    m_place->setVisible(shown);
    m_subject->setVisible(shown);
}

void ThreadView::focusBox()
{
    m_box->setFocus(Qt::ShortcutFocusReason);
}

QString ThreadView::messages() const
{
    return m_messages->plainText();
}

void ThreadView::refresh()
{
    m_list = m_workspace.queries().list();
    const QueryRow* row = this->row();
    setVisible(row != nullptr);
    if (!row)
        return;
    const StudyDefinition& study = *m_workspace.study();
    const statetexts::Look look = statetexts::look(row->status);
    if (isNote(row->type) && row->status == QueryStatus::Closed)
        m_state->setState(statetexts::look(row->type)); // waits for nobody
    else
        m_state->setState(look.icon, tr("%1 · %2").arg(statetexts::text(row->type), look.text), look.tone);
    m_delivery->setVisible(row->delivery != DeliveryState::Synced);
    m_delivery->setState(statetexts::look(row->delivery));
    m_place->setText(QueryWords::place(study, *row));
    m_subject->setText(QueryWords::subject(study, *row));
    m_check->setText(checkSentence(row->check).localised());
    m_check->setVisible(!row->check.isEmpty());
    showSteps(*row);
    fillPeople(*row);
    m_thread.restart();
}

void ThreadView::showSteps(const QueryRow& row)
{
    const auto quick = quickStep(row);
    bool any = false;
    for (const QueryStep step : steps) {
        const bool allowed = m_workspace.queries().may(step, row);
        QPushButton* button = m_steps.value(static_cast<int>(step));
        button->setVisible(allowed);
        button->setEnabled(!m_busy);
        if (step == QueryStep::Cancel)
            button->setText(isNote(row.type) ? tr("Withdraw") : QueryWords::stepText(step));
        button->setToolTip(quick == step ? tr("%1 (Ctrl+Enter)").arg(QueryWords::stepText(step)) : QString());
        any = any || allowed;
    }
    m_box->setVisible(any);
    const QString word = quick              ? QueryWords::stepText(*quick)
                         : isNote(row.type) ? tr("Why it is withdrawn")
                                            : tr("Message");
    m_box->setPlaceholderText(quick ? tr("%1: Ctrl+Enter").arg(word) : word);
    m_box->setAccessibleName(word);
}

std::optional<QueryStep> ThreadView::quickStep(const QueryRow& row) const
{
    for (const QueryStep step : quickSteps)
        if (m_workspace.queries().may(step, row))
            return step;
    return std::nullopt;
}

void ThreadView::fillPeople(const QueryRow& row)
{
    m_peopleLine->setVisible(m_workspace.queries().may(QueryStep::Assign, row) || !row.assignee.isEmpty());
    m_people->setEnabled(m_workspace.queries().may(QueryStep::Assign, row));
    QStringList names{QString()};
    for (const Role role : {Role::Coordinator, Role::Investigator, Role::Monitor, Role::DataManager})
        names << roleCode(role);
    names << m_workspace.user().userName.toString();
    for (const QueryRow& other : m_list->rows())
        for (const QString& name : {other.raisedBy.toString(), other.lastBy.toString(), other.assignee})
            if (!names.contains(name))
                names << name;
    m_people->clear();
    for (const QString& name : std::as_const(names))
        m_people->addItem(QueryWords::assignee(name), name);
    m_people->setCurrentIndex(static_cast<int>(names.indexOf(row.assignee)));
}

void ThreadView::take(QueryStep step)
{
    const QueryRow* row = this->row();
    if (!row || m_busy || !m_workspace.queries().may(step, *row))
        return;
    const QString text = step == QueryStep::Assign ? m_people->currentData().toString() : m_box->toPlainText();
    m_busy = true;
    whenDone(this, m_workspace.queries().take(step, m_query, text), [this, step](const Result<>& done) {
        m_busy = false;
        if (!done) {
            m_banner->showError(done.error());
            focusBox();
        } else {
            m_banner->dismiss();
            if (step != QueryStep::Assign)
                m_box->clear();
            Q_EMIT taken();
        }
        refresh();
    });
}

bool ThreadView::eventFilter(QObject* object, QEvent* event)
{
    if (object != m_box || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(object, event);
    const auto* key = static_cast<QKeyEvent*>(event);
    const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    const QueryRow* row = this->row();
    if (!enter || !(key->modifiers() & Qt::ControlModifier) || !row)
        return QWidget::eventFilter(object, event);
    if (const auto quick = quickStep(*row))
        take(*quick);
    return true;
}

} // namespace sitebook
