// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QWidget>

class QGridLayout;
class QLabel;

namespace sitebook {

// Facts in two columns: what it is (muted), what it says. Values can be selected and copied.
class KeyValueList final : public QWidget
{
    Q_OBJECT
public:
    explicit KeyValueList(QWidget* parent = nullptr);
    // Adds the row or changes it; `key` is for the program, `label` for the person. An empty value shows a dash.
    void setRow(const QString& key, const QString& label, const QString& value);
    // A widget as the value, such as a StateBadge. Taken over.
    void setRow(const QString& key, const QString& label, QWidget* value);
    void setValue(const QString& key, const QString& value);
    [[nodiscard]] QString value(const QString& key) const;
    void clear();

private:
    struct Row
    {
        QLabel* label = nullptr;
        QWidget* value = nullptr;
    };
    Row& rowFor(const QString& key, const QString& label);
    QGridLayout* m_grid;
    QHash<QString, Row> m_rows;
    int m_nextLine = 0;
};

} // namespace sitebook
