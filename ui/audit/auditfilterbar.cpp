// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/audit/auditfilterbar.h"

#include "ui/theme/theme.h"
#include "ui/widgets/label.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/statetexts.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace sitebook {
namespace {

constexpr int typingPauseMs = 150;

// First day of what was typed: 2026 means 1 January, 2026-03 means 1 March. Null when it is no date.
QDate firstDay(const QString& text)
{
    const Result<PartialDate> date = PartialDate::parse(text.trimmed());
    if (!date || !date->year())
        return {};
    return {*date->year(), date->month().value_or(1), date->month() ? date->day().value_or(1) : 1};
}

// The day after the last one of what was typed.
QDate dayAfter(const QString& text)
{
    const QDate first = firstDay(text);
    if (!first.isValid())
        return {};
    const Result<PartialDate> date = PartialDate::parse(text.trimmed());
    return !date->month() ? first.addYears(1) : !date->day() ? first.addMonths(1) : first.addDays(1);
}

bool isBad(const QLineEdit* field)
{
    return !field->text().trimmed().isEmpty() && !firstDay(field->text()).isValid();
}

qint64 startOf(QDate day)
{
    return day.isValid() ? day.startOfDay().toMSecsSinceEpoch() : 0;
}

} // namespace

AuditFilterBar::AuditFilterBar(QWidget* parent)
    : QWidget(parent)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(typingPauseMs);
    connect(&m_pause, &QTimer::timeout, this, &AuditFilterBar::changed);
    m_text = new SearchField(tr("Patient, user or reason"));
    m_text->setObjectName(u"text"_s);
    m_user = new QLineEdit;
    m_user->setObjectName(u"user"_s);
    m_user->setPlaceholderText(tr("User"));
    m_user->setAccessibleName(tr("User name"));
    m_user->setClearButtonEnabled(true);
    m_type = typeBox();
    m_entity = entityBox();
    m_from = dayField(tr("From (2026-03-31)"), u"from"_s);
    m_from->setAccessibleName(tr("From day"));
    m_until = dayField(tr("Until (2026-04)"), u"until"_s);
    m_until->setAccessibleName(tr("Until day"));
    m_clear = makeLinkButton(tr("Clear filters"));
    m_clear->setObjectName(u"clearFilters"_s);
    m_recordChip = new QPushButton;
    m_recordChip->setObjectName(u"recordChip"_s);
    m_recordChip->hide();
    m_dayProblem = new QLabel(tr("A day reads 2026-03-31; 2026-03 or 2026 are possible too."));
    m_dayProblem->setObjectName(u"dayProblem"_s);
    Theme::setStyleProperty(m_dayProblem, "tone", Theme::toneName(Tone::Danger));
    m_dayProblem->hide();
    fill();
    checkDays();

    connect(m_clear, &QPushButton::clicked, this, &AuditFilterBar::clear);
    connect(m_recordChip, &QPushButton::clicked, this, [this] { setRecord({}, {}); });
    for (QLineEdit* field : {static_cast<QLineEdit*>(m_text), m_user, m_from, m_until})
        connect(field, &QLineEdit::textChanged, this, &AuditFilterBar::checkDays);
    for (QComboBox* box : {m_type, m_entity})
        connect(box, &QComboBox::currentIndexChanged, this, &AuditFilterBar::checkDays);
}

QComboBox* AuditFilterBar::typeBox() const
{
    auto* box = new QComboBox;
    box->setObjectName(u"type"_s);
    box->setAccessibleName(tr("Action"));
    box->addItem(tr("All actions"));
    for (const OpType type :
         {OpType::Create, OpType::Set, OpType::Void, OpType::Sign, OpType::Lock, OpType::Unlock, OpType::Query,
          OpType::Answer, OpType::Close, OpType::Verify, OpType::Resolve, OpType::Event})
        box->addItem(statetexts::text(type), static_cast<int>(type));
    return box;
}

QComboBox* AuditFilterBar::entityBox() const
{
    auto* box = new QComboBox;
    box->setObjectName(u"entity"_s);
    box->setAccessibleName(tr("Kind of record"));
    box->addItem(tr("All records"));
    for (const Entity entity : {Entity::Patient, Entity::Visit, Entity::Report, Entity::Query, Entity::Workspace})
        box->addItem(statetexts::text(entity), static_cast<int>(entity));
    return box;
}

QLineEdit* AuditFilterBar::dayField(const QString& placeholder, const QString& name)
{
    auto* field = new QLineEdit;
    field->setObjectName(name);
    field->setPlaceholderText(placeholder);
    field->setClearButtonEnabled(true);
    return field;
}

void AuditFilterBar::fill()
{
    const Theme& theme = Theme::of(this);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(theme.inside());
    auto* row = new QHBoxLayout;
    row->setSpacing(theme.between());
    row->addWidget(m_text, 3);
    row->addWidget(m_user, 2);
    row->addWidget(m_type);
    row->addWidget(m_entity);
    row->addWidget(m_from, 2);
    row->addWidget(m_until, 2);
    row->addWidget(m_clear);
    column->addLayout(row);
    auto* second = new QHBoxLayout;
    second->addWidget(m_recordChip);
    second->addWidget(m_dayProblem);
    second->addStretch(1);
    column->addLayout(second);
}

void AuditFilterBar::checkDays()
{
    for (QLineEdit* field : {m_from, m_until})
        Theme::setStyleProperty(field, "tone", isBad(field) ? QVariant(Theme::toneName(Tone::Danger)) : QVariant());
    m_dayProblem->setVisible(isBad(m_from) || isBad(m_until));
    m_clear->setEnabled(isNarrowed());
    m_pause.start();
}

AuditFilter AuditFilterBar::filter() const
{
    AuditFilter filter;
    filter.text = m_text->text().trimmed();
    filter.user = m_user->text().trimmed();
    if (const QVariant type = m_type->currentData(); type.isValid())
        filter.type = static_cast<OpType>(type.toInt());
    if (const QVariant entity = m_entity->currentData(); entity.isValid())
        filter.entity = static_cast<Entity>(entity.toInt());
    filter.recordId = m_record;
    filter.fromUtcMs = startOf(firstDay(m_from->text()));
    filter.untilUtcMs = startOf(dayAfter(m_until->text()));
    return filter;
}

bool AuditFilterBar::isNarrowed() const
{
    const AuditFilter now = filter();
    return !now.text.isEmpty() || !now.user.isEmpty() || now.type || now.entity || !now.recordId.isNull() ||
           now.fromUtcMs != 0 || now.untilUtcMs != 0 || isBad(m_from) || isBad(m_until);
}

void AuditFilterBar::setRecord(const RecordId& record, const QString& name)
{
    m_record = record;
    m_recordChip->setText(tr("Only %1  ✕").arg(name));
    m_recordChip->setAccessibleName(tr("Only %1. Press to show all records.").arg(name));
    m_recordChip->setVisible(!record.isNull());
    checkDays();
}

void AuditFilterBar::clear()
{
    m_record = {};
    m_recordChip->hide();
    for (QLineEdit* field : {static_cast<QLineEdit*>(m_text), m_user, m_from, m_until})
        field->clear();
    m_type->setCurrentIndex(0);
    m_entity->setCurrentIndex(0);
    checkDays();
}

} // namespace sitebook
