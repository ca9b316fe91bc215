// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/study/fidelityview.h"

#include "ui/study/fidelitymodel.h"
#include "ui/widgets/chipbar.h"
#include "ui/widgets/label.h"
#include "ui/widgets/recordtable.h"

#include <QLabel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace sitebook {

namespace {

const QString allChip = u"all"_s;
const QString droppedChip = u"dropped"_s;
const QString approximatedChip = u"approximated"_s;

} // namespace

FidelityView::FidelityView(QWidget* parent)
    : QWidget(parent)
    , m_title(makeLabel({}, Theme::Type::Section))
    , m_size(makeParagraph({}, true))
    , m_chips(new ChipBar)
    , m_model(new FidelityModel(this))
    , m_table(new RecordTable)
{
    const Theme& theme = Theme::of(this);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme.between());
    column->addWidget(m_title);
    column->addWidget(m_size);
    column->addSpacing(theme.between());
    column->addWidget(m_chips);
    column->addWidget(m_table, 1);
    m_title->setTextFormat(Qt::PlainText);
    m_chips->setExclusive(true);
    m_chips->addChip(allChip, tr("All"));
    m_chips->addChip(droppedChip, tr("Left out"));
    m_chips->addChip(approximatedChip, tr("Approximated"));
    m_chips->setChecked(allChip, true);
    m_table->setModel(m_model);
    m_table->setDefaultWidths({150, 260, 150, -1});
    m_table->setEmptyState(u"check"_s, tr("Everything was taken as it stands"),
                           tr("Nothing of this kind in the study file."));
    connect(m_chips, &ChipBar::changed, this, &FidelityView::filter);
}

void FidelityView::setStudy(const StudyDefinition& study, const FidelityReport& report)
{
    m_report = report;
    m_title->setText(study.studyName);
    const QString taken = tr("%n element(s) taken as they stand", nullptr, report.mapped) + u". "_s +
                          tr("The file itself stays in the workspace unchanged.");
    m_size->setText(sizeInWords(study, report) + u'\n' + taken);
    const auto dropped = static_cast<qint64>(report.dropped.size());
    const auto approximated = static_cast<qint64>(report.approximated.size());
    m_chips->setCount(allChip, dropped + approximated);
    m_chips->setCount(droppedChip, dropped);
    m_chips->setCount(approximatedChip, approximated);
    filter();
}

void FidelityView::filter()
{
    FidelityReport shown = m_report;
    if (m_chips->isChecked(droppedChip))
        shown.approximated.clear();
    if (m_chips->isChecked(approximatedChip))
        shown.dropped.clear();
    m_model->setReport(shown);
}

QString sizeInWords(const StudyDefinition& study, const FidelityReport& report)
{
    const auto count = [](size_t number) { return static_cast<int>(number); };
    const QString dialect = report.dialect == "REDCap data dictionary"_L1 ? FidelityView::tr("REDCap data dictionary")
                                                                          : report.dialect; // the others are names
    return FidelityView::tr("%1: %2, %3, %4")
        .arg(dialect, FidelityView::tr("%n form(s)", nullptr, count(study.forms.size())),
             FidelityView::tr("%n item(s)", nullptr, count(study.items.size())),
             FidelityView::tr("%n rule(s)", nullptr, count(study.conditions.size() + study.methods.size())));
}

} // namespace sitebook
