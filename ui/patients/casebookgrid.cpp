// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/patients/casebookgrid.h"

#include "ui/theme/theme.h"
#include "ui/widgets/celldelegate.h"
#include "ui/widgets/statebadge.h"
#include "ui/widgets/statetexts.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <QStyle>
#include <QTableView>
#include <QVBoxLayout>

namespace sitebook {

namespace {

// The visits down the side, in the look of the rows they name.
class VisitHeader final : public QHeaderView
{
public:
    explicit VisitHeader(QWidget* parent)
        : QHeaderView(Qt::Vertical, parent)
    {
    }

protected:
    void paintSection(QPainter* painter, const QRect& rect, int section) const override
    {
        const Theme& theme = Theme::of(this);
        painter->save();
        painter->fillRect(rect, theme.surface());
        painter->setPen(theme.hairline());
        painter->drawLine(rect.bottomLeft(), rect.bottomRight());
        painter->setPen(theme.text());
        painter->setFont(theme.font(Theme::Type::Body));
        const QString name = model()->headerData(section, Qt::Vertical).toString();
        const int side = theme.between();
        QRect rest = rect.adjusted(side, 0, -side, 0);
        painter->drawText(rest, Qt::AlignLeading | Qt::AlignVCenter, name);
        paintState(painter, rest.adjusted(painter->fontMetrics().horizontalAdvance(name) + side, 0, 0, 0), section);
        painter->restore();
    }
    [[nodiscard]] QSize sectionSizeFromContents(int section) const override
    {
        const Theme& theme = Theme::of(this);
        const QString name = model()->headerData(section, Qt::Vertical).toString();
        const QFontMetrics metrics(theme.font(Theme::Type::Body));
        const QString state = model()->headerData(section, Qt::Vertical, CasebookModel::StateRole).toString();
        const int words = QFontMetrics(theme.font(Theme::Type::Small)).horizontalAdvance(state);
        const int more = state.isEmpty() ? 0 : words + theme.scaled(iconSide) + 2 * theme.between();
        return {metrics.horizontalAdvance(name) + more + 2 * theme.around(), theme.rowHeight()};
    }

private:
    static constexpr int iconSide = 14;

    // Whether the visit is due: a shape and a word, never a colour alone.
    void paintState(QPainter* painter, const QRect& rect, int section) const
    {
        const QString state = model()->headerData(section, Qt::Vertical, CasebookModel::StateRole).toString();
        if (state.isEmpty())
            return;
        const Theme& theme = Theme::of(this);
        const Tone tone = model()->headerData(section, Qt::Vertical, CasebookModel::ToneRole).value<Tone>();
        const QString icon = model()->headerData(section, Qt::Vertical, CasebookModel::IconNameRole).toString();
        const int side = theme.scaled(iconSide);
        const QRect at = QStyle::alignedRect(layoutDirection(), Qt::AlignLeft | Qt::AlignVCenter, {side, side}, rect);
        painter->drawPixmap(at.topLeft(), theme.pixmap(icon, tone, side, devicePixelRatioF()));
        painter->setFont(theme.font(Theme::Type::Small));
        painter->setPen(theme.strong(tone));
        painter->drawText(rect.adjusted(side + theme.inside(), 0, 0, 0), Qt::AlignLeading | Qt::AlignVCenter, state);
    }
};

} // namespace

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
    rows->addWidget(m_view, 1);
    rows->addLayout(m_legend);
    rows->addStretch(0);
    m_legend->setSpacing(theme.around());
    m_view->setVerticalHeader(new VisitHeader(m_view));
    m_view->setModel(&m_model);
    m_view->setItemDelegate(new CellDelegate(m_view));
    m_view->setShowGrid(false);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setSelectionMode(QAbstractItemView::SingleSelection);
    m_view->setTabKeyNavigation(false);
    m_view->setCornerButtonEnabled(false);
    m_view->setAccessibleName(tr("Casebook: visits and forms"));
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->horizontalHeader()->setDefaultSectionSize(theme.scaled(132));
    m_view->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_view->verticalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_view->horizontalHeader()->setHighlightSections(false);
    m_view->verticalHeader()->setDefaultSectionSize(theme.rowHeight());
    m_view->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_view->verticalHeader()->setHighlightSections(false);
    m_view->installEventFilter(this);
    connect(m_view, &QTableView::doubleClicked, this, &CasebookGrid::open);
    m_view->verticalHeader()->setSectionsClickable(true);
    connect(m_view->verticalHeader(), &QHeaderView::sectionDoubleClicked, this, &CasebookGrid::chooseVisit);
    fitHeight();
}

void CasebookGrid::setReports(const std::vector<ReportRow>& reports)
{
    const QModelIndex before = m_view->currentIndex();
    m_model.setReports(reports);
    keepPlace(before);
}

void CasebookGrid::setCourse(CasebookModel::Course course, QDate today)
{
    const QModelIndex before = m_view->currentIndex();
    m_model.setCourse(std::move(course), today);
    keepPlace(before);
}

// `before`: where the keyboard was; its row and column hold though the model was laid out anew.
void CasebookGrid::keepPlace(const QModelIndex& before)
{
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

// As high as its rows, not higher: the legend follows at once. Less where there is no room: then it scrolls.
void CasebookGrid::fitHeight()
{
    const int bar = m_view->horizontalScrollBar()->sizeHint().height();
    m_view->setMaximumHeight(m_view->horizontalHeader()->sizeHint().height() + m_view->verticalHeader()->length() +
                             bar);
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

void CasebookGrid::chooseVisit(int row)
{
    if (row < 0 || row >= m_model.rowCount())
        return;
    const auto [event, repeat] = m_model.visitAt(row);
    Q_EMIT visitChosen(event, repeat);
}

bool CasebookGrid::eventFilter(QObject* object, QEvent* event)
{
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_V) {
            chooseVisit(m_view->currentIndex().row());
            return true;
        }
        if (key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_F3) {
            open(m_view->currentIndex());
            return true;
        }
    }
    return QWidget::eventFilter(object, event);
}

} // namespace sitebook
