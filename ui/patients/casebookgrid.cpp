// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/patients/casebookgrid.h"

#include "ui/theme/theme.h"
#include "ui/widgets/celldelegate.h"
#include "ui/widgets/statebadge.h"
#include "ui/widgets/statetexts.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QScrollBar>
#include <QTableView>
#include <QVBoxLayout>

namespace sitebook {

CasebookGrid::CasebookGrid(std::shared_ptr<const StudyDefinition> study, QWidget* parent)
    : QWidget(parent)
    , m_model(std::move(study))
    , m_view(new QTableView(this))
    , m_legend(new QHBoxLayout)
{
    const Theme& theme = Theme::of(this);
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(theme.between());
    rows->addWidget(m_view);
    rows->addLayout(m_legend);
    rows->addStretch(1);
    m_legend->setSpacing(theme.around());
    m_view->setModel(&m_model);
    m_view->setItemDelegate(new CellDelegate(m_view));
    m_view->setShowGrid(false);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setSelectionMode(QAbstractItemView::SingleSelection);
    m_view->setTabKeyNavigation(false);
    m_view->setCornerButtonEnabled(false);
    m_view->setAccessibleName(tr("Casebook: visits and forms"));
    m_view->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->horizontalHeader()->setDefaultSectionSize(theme.scaled(132));
    m_view->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_view->horizontalHeader()->setHighlightSections(false);
    m_view->verticalHeader()->setDefaultSectionSize(theme.rowHeight());
    m_view->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_view->verticalHeader()->setHighlightSections(false);
    m_view->installEventFilter(this);
    connect(m_view, &QTableView::doubleClicked, this, &CasebookGrid::open);
    fitHeight();
}

void CasebookGrid::setReports(const std::vector<ReportRow>& reports)
{
    const QModelIndex before = m_view->currentIndex();
    m_model.setReports(reports);
    if (m_model.rowCount() > 0 && m_model.columnCount() > 0)
        m_view->setCurrentIndex(m_model.index(before.isValid() ? std::min(before.row(), m_model.rowCount() - 1) : 0,
                                              before.isValid() ? before.column() : 0));
    refreshLegend();
    fitHeight();
}

void CasebookGrid::refreshLegend()
{
    while (QLayoutItem* item = m_legend->takeAt(0)) {
        if (item->widget())
            item->widget()->deleteLater();
        delete item;
    }
    for (const ReportStatus status : m_model.statesShown()) {
        auto* badge = new StateBadge(this);
        badge->setPlain(true);
        badge->setState(statetexts::look(status));
        m_legend->addWidget(badge);
    }
    m_legend->addStretch(1);
}

void CasebookGrid::fitHeight()
{
    int height = m_view->horizontalHeader()->sizeHint().height() + 2 * m_view->frameWidth() + 2;
    for (int row = 0; row < m_model.rowCount(); ++row)
        height += m_view->rowHeight(row);
    if (m_model.columnCount() > 6)
        height += m_view->horizontalScrollBar()->sizeHint().height();
    m_view->setFixedHeight(height);
}

void CasebookGrid::open(const QModelIndex& index)
{
    if (!index.isValid())
        return;
    const CasebookModel::Cell cell = m_model.cellAt(index);
    const QString id = index.data(RecordTableModelBase::RecordIdRole).toString();
    if (!id.isEmpty())
        Q_EMIT reportChosen(RecordId::fromString(id));
    else if (cell.planned)
        Q_EMIT placeChosen(cell.eventOid, cell.formOid, cell.repeat);
}

bool CasebookGrid::eventFilter(QObject* object, QEvent* event)
{
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_F3) {
            open(m_view->currentIndex());
            return true;
        }
    }
    return QWidget::eventFilter(object, event);
}

} // namespace sitebook
