// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/audit/auditdetails.h"

#include "ui/audit/auditwords.h"
#include "ui/theme/theme.h"
#include "ui/widgets/keyvaluelist.h"
#include "ui/widgets/label.h"
#include "ui/widgets/statebadge.h"
#include "ui/widgets/studywords.h"

#include <QLabel>
#include <QPushButton>
#include <QScrollArea>

using namespace Qt::StringLiterals;

namespace sitebook {
namespace {

Tone toneOf(OpType type)
{
    switch (type) {
    case OpType::Create:
    case OpType::Sign:
        return Tone::Success;
    case OpType::Void:
    case OpType::Resolve:
        return Tone::Attention;
    case OpType::Query:
        return Tone::Danger;
    default:
        return Tone::Information;
    }
}

QLabel* valueLabel(const QString& text, bool muted)
{
    QLabel* label = makeParagraph(text, muted);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

} // namespace

AuditDetails::AuditDetails(std::shared_ptr<const StudyDefinition> study, QWidget* parent)
    : QWidget(parent)
    , m_study(std::move(study))
{
    const Theme& theme = Theme::of(this);
    m_hint = makeParagraph(tr("Select an entry to see everything it changed."), true);
    m_content = new QWidget;
    m_content->setObjectName(u"page"_s);
    auto* column = new QVBoxLayout(m_content);
    column->setContentsMargins({});
    column->setSpacing(theme.between());
    m_badge = new StateBadge;
    column->addWidget(m_badge, 0, Qt::AlignLeading);
    m_what = makeLabel({}, Theme::Type::Section);
    m_what->setWordWrap(true);
    column->addWidget(m_what);
    m_facts = new KeyValueList;
    m_facts->setObjectName(u"facts"_s);
    column->addWidget(m_facts);
    m_changesTitle = makeLabel(tr("Changes"), Theme::Type::Section);
    column->addWidget(m_changesTitle);
    m_changes = new QWidget;
    m_changes->setObjectName(u"changes"_s);
    column->addWidget(m_changes);
    auto* buttons = new QVBoxLayout;
    m_open = makeButton(tr("&Open record"), u"open"_s);
    m_open->setObjectName(u"openRecord"_s);
    m_history = makeLinkButton(tr("&Its whole history"));
    m_history->setObjectName(u"history"_s);
    buttons->addWidget(m_open, 0, Qt::AlignLeading);
    buttons->addWidget(m_history, 0, Qt::AlignLeading);
    column->addLayout(buttons);
    column->addStretch(1);

    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->viewport()->setAutoFillBackground(false);
    scroll->setWidget(m_content);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins({});
    outer->addWidget(m_hint);
    outer->addWidget(scroll, 1);
    connect(m_open, &QPushButton::clicked, this, &AuditDetails::openRequested);
    connect(m_history, &QPushButton::clicked, this, &AuditDetails::historyRequested);
    show(nullptr);
}

void AuditDetails::show(const AuditEntry* entry)
{
    m_hint->setVisible(entry == nullptr);
    m_content->setVisible(entry != nullptr);
    if (entry == nullptr)
        return;
    m_badge->setState(statetexts::iconName(entry->type), AuditWords::action(*entry), toneOf(entry->type));
    m_what->setText(AuditWords::what(*m_study, *entry));
    m_facts->setRow(u"when"_s, tr("When"), AuditWords::when(entry->capturedAt));
    m_facts->setRow(u"clock"_s, tr("Clock"), AuditWords::clock(entry->clockQuality));
    m_facts->setRow(u"who"_s, tr("Who"),
                    tr("%1, %2", "user, role").arg(entry->user.toString(), statetexts::text(entry->role)));
    m_facts->setRow(u"reason"_s, tr("Reason"), entry->reason);
    m_facts->setRow(u"device"_s, tr("Device"), AuditWords::device(*entry));
    m_facts->setRow(u"number"_s, tr("Chain number"), QLocale().toString(entry->n));
    const bool isRecord = entry->entity != Entity::Workspace;
    m_open->setVisible(isRecord);
    m_history->setVisible(isRecord);
    showChanges(*entry);
}

void AuditDetails::showChanges(const AuditEntry& entry)
{
    delete m_grid;
    qDeleteAll(m_changes->findChildren<QWidget*>(Qt::FindDirectChildrenOnly));
    m_grid = new QGridLayout(m_changes);
    m_grid->setContentsMargins({});
    m_grid->setHorizontalSpacing(Theme::of(this).around());
    m_grid->setVerticalSpacing(Theme::of(this).inside());
    m_grid->setColumnStretch(0, 2);
    m_grid->setColumnStretch(1, 3);
    m_changesTitle->setVisible(!entry.changes.empty());
    int row = 0;
    for (const AuditChange& change : entry.changes) {
        m_grid->addWidget(valueLabel(AuditWords::field(*m_study, change.field), true), row, 0, Qt::AlignTop);
        m_grid->addWidget(valueLabel(AuditWords::change(*m_study, entry, change), false), row, 1, Qt::AlignTop);
        ++row;
    }
}

} // namespace sitebook
