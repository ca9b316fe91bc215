// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/study/readers/reader.h"

#include <QWidget>

class QLabel;

namespace sitebook {

class ChipBar;
class FidelityModel;
class RecordTable;

// What became of a study file: its form and size in words, and a table of everything that was approximated or left out.
class FidelityView final : public QWidget
{
    Q_OBJECT
public:
    explicit FidelityView(QWidget* parent = nullptr);
    void setStudy(const StudyDefinition& study, const FidelityReport& report);

private:
    void filter();

    QLabel* m_title;
    QLabel* m_size;
    ChipBar* m_chips;
    FidelityModel* m_model;
    RecordTable* m_table;
    FidelityReport m_report;
};

// "REDCap data dictionary: 3 forms, 45 items, 12 rules".
[[nodiscard]] QString sizeInWords(const StudyDefinition& study, const FidelityReport& report);

} // namespace sitebook
