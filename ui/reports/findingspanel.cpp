// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/findingspanel.h"

#include "ui/reports/findingdelegate.h"
#include "ui/reports/reportsession.h"
#include "ui/theme/theme.h"
#include "ui/widgets/studywords.h"

#include <QLabel>
#include <QListWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace sitebook {

FindingsPanel::FindingsPanel(ReportSession& session, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_heading(new QLabel(this))
    , m_hint(new QLabel(this))
    , m_list(new QListWidget(this))
{
    const Theme& theme = Theme::of(this);
    setFixedWidth(theme.scaled(232));
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, theme.around(), 0, theme.between());
    rows->setSpacing(theme.inside());
    rows->addWidget(m_heading);
    rows->addWidget(m_hint);
    rows->addWidget(m_list, 1);
    rows->addStretch(0);
    rows->addStretch(0); // takes the room while there is no list
    for (QLabel* label : {m_heading, m_hint})
        label->setContentsMargins(theme.between(), 0, theme.between(), 0);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_heading->setObjectName(u"findingsHeading"_s);
    m_heading->setProperty("type", u"section"_s);
    m_hint->setProperty("type", u"small"_s);
    m_hint->setProperty("muted", true);
    m_hint->setWordWrap(true);
    m_list->setObjectName(u"findingsList"_s);
    m_list->setAccessibleName(tr("Problems"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setItemDelegate(new FindingDelegate(m_list));
    m_list->setMouseTracking(true);
    m_list->setResizeMode(QListView::Adjust);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setFocusPolicy(Qt::ClickFocus);
    const auto choose = [this](const QListWidgetItem* item) {
        Q_EMIT fieldChosen(item->data(FindingDelegate::FieldRole).toString());
    };
    connect(m_list, &QListWidget::itemClicked, this, choose);
    connect(m_list, &QListWidget::itemActivated, this, choose);
    connect(&m_session, &ReportSession::evaluated, this, &FindingsPanel::refresh);
}

QString FindingsPanel::heading() const
{
    return m_heading->text();
}

QString FindingsPanel::titleOf(const QString& field) const
{
    return field == field::reportDate ? tr("Date") : itemTitle(m_session.study(), field);
}

void FindingsPanel::refresh()
{
    const std::vector<Finding> findings = m_session.findings();
    m_list->clear();
    for (const Finding& finding : findings) {
        const QString title = titleOf(finding.field);
        auto* item = new QListWidgetItem(title.size() > 48 ? QString(title.left(47).trimmed() + u'…') : title, m_list);
        item->setData(FindingDelegate::FieldRole, finding.field);
        item->setData(FindingDelegate::SeverityRole, static_cast<int>(finding.severity));
        item->setData(FindingDelegate::SentenceRole, finding.message.localised());
        item->setData(Qt::AccessibleTextRole, QString(title + u": " + finding.message.localised()));
        item->setToolTip(title);
    }
    const int count = static_cast<int>(findings.size());
    m_heading->setText(count == 0   ? tr("No problems")
                       : count == 1 ? tr("1 problem")
                                    : tr("%n problems", nullptr, count));
    const int open = m_session.openErrors();
    if (count > 0)
        m_hint->setText(tr("F8 next, Shift+F8 previous"));
    else if (open > 0)
        m_hint->setText(open == 1 ? tr("1 question still to answer")
                                  : tr("%n questions still to answer", nullptr, open));
    else
        m_hint->setText(tr("Everything required is answered."));
    m_list->setVisible(count > 0);
}

QString FindingsPanel::neighbour(const QString& field, int step) const
{
    const std::vector<Finding> findings = m_session.findings();
    QStringList fields;
    for (const Finding& finding : findings)
        if (!fields.contains(finding.field))
            fields.append(finding.field);
    if (fields.isEmpty())
        return {};
    const qsizetype at = fields.indexOf(field);
    if (at < 0)
        return step > 0 ? fields.front() : fields.back();
    return fields[(at + step + fields.size()) % fields.size()];
}

} // namespace sitebook
