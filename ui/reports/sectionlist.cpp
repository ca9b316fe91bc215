// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/sectionlist.h"

#include "ui/reports/reportsession.h"
#include "ui/theme/theme.h"
#include "ui/widgets/studywords.h"

using namespace Qt::StringLiterals;

namespace sitebook {

namespace {

enum Role { OidRole = Qt::UserRole, TitleRole };

QString sectionTitle(const ItemGroupDef& group)
{
    const QString title = group.description.in(studyLanguage()).section(u'\n', 0, 0);
    return title.isEmpty() ? group.name : title;
}

} // namespace

SectionList::SectionList(ReportSession& session, QWidget* parent)
    : QListWidget(parent)
    , m_session(session)
{
    setObjectName(u"sectionList"_s);
    setFrameShape(QFrame::NoFrame);
    setFixedWidth(Theme::of(this).scaled(176));
    setIconSize(QSize(Theme::of(this).scaled(18), Theme::of(this).scaled(18)));
    setWordWrap(true);
    setTextElideMode(Qt::ElideNone);
    setFocusPolicy(Qt::ClickFocus); // Tab belongs to the questions
    setAccessibleName(tr("Sections"));
    const auto choose = [this](const QListWidgetItem* item) { Q_EMIT groupChosen(item->data(OidRole).toString()); };
    connect(this, &QListWidget::itemClicked, this, choose);
    connect(this, &QListWidget::itemActivated, this, choose);
    connect(&m_session, &ReportSession::evaluated, this, &SectionList::refresh);
}

void SectionList::build()
{
    clear();
    for (const ItemGroupRef& groupRef : m_session.form().groups) {
        const QString& oid = groupRef.groupOid;
        const ItemGroupDef* group = m_session.study().group(oid);
        if (!group)
            continue;
        auto* item = new QListWidgetItem(this);
        item->setData(OidRole, oid);
        item->setData(TitleRole, sectionTitle(*group));
    }
    refresh();
}

void SectionList::refresh()
{
    const Theme& theme = Theme::of(this);
    for (int i = 0; i < count(); ++i) {
        QListWidgetItem* entry = item(i);
        const ItemGroupDef* group = m_session.study().group(entry->data(OidRole).toString());
        const ReportSession::Count counted = m_session.countOf(*group);
        const QString title = entry->data(TitleRole).toString();
        const int lines = static_cast<int>(m_session.lines(group->oid).size());
        entry->setText(group->repeating ? tr("%1\n%2").arg(title, tr("%n line(s)", nullptr, lines))
                                        : tr("%1\n%2 of %3").arg(title).arg(counted.answered).arg(counted.asked));
        const bool done = counted.answered == counted.asked && (lines > 0 || !group->repeating);
        const QString shape = done ? u"complete"_s : counted.answered == 0 ? u"not-started"_s : u"incomplete"_s;
        entry->setIcon(theme.icon(shape, done                    ? Tone::Success
                                         : counted.answered == 0 ? Tone::Neutral
                                                                 : Tone::Attention));
    }
}

void SectionList::setCurrentGroup(const QString& groupOid)
{
    for (int i = 0; i < count(); ++i)
        if (item(i)->data(OidRole).toString() == groupOid)
            setCurrentRow(i);
}

} // namespace sitebook
