// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/views.h"

#include <QTimer>
#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace sitebook {

class SearchField;

// The questions one can ask of the trail: words, user, action, kind of record, days (whole or partial: 2026-03), one
// record.
class AuditFilterBar final : public QWidget
{
    Q_OBJECT
public:
    explicit AuditFilterBar(QWidget* parent = nullptr);

    [[nodiscard]] AuditFilter filter() const;
    [[nodiscard]] bool isNarrowed() const; // anything but "everything"
    // Only this record; its name is shown beside a button that takes the limit away. Null: all records.
    void setRecord(const RecordId& record, const QString& name);
    [[nodiscard]] SearchField* searchField() const { return m_text; }
    void clear();

Q_SIGNALS:
    void changed(); // shortly after the last keystroke

private:
    [[nodiscard]] QComboBox* typeBox() const;
    [[nodiscard]] QComboBox* entityBox() const;
    [[nodiscard]] QLineEdit* dayField(const QString& placeholder, const QString& name);
    void fill();
    void checkDays();

    RecordId m_record;
    SearchField* m_text = nullptr;
    QLineEdit* m_user = nullptr;
    QComboBox* m_type = nullptr;
    QComboBox* m_entity = nullptr;
    QLineEdit* m_from = nullptr;
    QLineEdit* m_until = nullptr;
    QPushButton* m_recordChip = nullptr;
    QPushButton* m_clear = nullptr;
    QLabel* m_dayProblem = nullptr;
    QTimer m_pause;
};

} // namespace sitebook
