// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/study/definition.h"
#include "core/workspace/views.h"
#include "ui/widgets/rowlistmodel.h"

namespace sitebook {

enum class PatientReportColumn { Visit, Form, Status, Delivery, Date, Changed, Count };

// A patient's reports as a list, in the order of the study.
class PatientReportsModel final : public RowListModel<PatientReportColumn, ReportRow>
{
    Q_OBJECT

public:
    explicit PatientReportsModel(std::shared_ptr<const StudyDefinition> study, QObject* parent = nullptr);

protected:
    [[nodiscard]] bool sameRow(const ReportRow& a, const ReportRow& b) const override
    {
        return a.recordId == b.recordId;
    }
    [[nodiscard]] QVariant cell(int row, PatientReportColumn column, int role) const override;
    [[nodiscard]] QVariant header(PatientReportColumn column, int role) const override;

private:
    [[nodiscard]] QString text(const ReportRow& row, PatientReportColumn column) const;
    std::shared_ptr<const StudyDefinition> m_study;
};

} // namespace sitebook
