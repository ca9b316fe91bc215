// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

class QAbstractButton;

namespace sitebook {

// Filters as chips with counts. Several may be on at once unless the bar is exclusive; one with the empty id is "All"
// and is on when no other is.
class ChipBar final : public QWidget
{
    Q_OBJECT
public:
    explicit ChipBar(QWidget* parent = nullptr);
    // One chip at a time, always one on.
    void setExclusive(bool exclusive) { m_exclusive = exclusive; }
    void addChip(const QString& id, const QString& text, const QString& iconName = {});
    void setText(const QString& id, const QString& text);
    // Negative: no count shown.
    void setCount(const QString& id, qint64 count);
    void setChecked(const QString& id, bool checked);
    void setCheckedIds(const QStringList& ids);
    void clear();
    // Without the empty one.
    [[nodiscard]] QStringList checkedIds() const;
    [[nodiscard]] bool isChecked(const QString& id) const;

Q_SIGNALS:
    void changed(const QStringList& checkedIds);

private:
    class Chip;
    [[nodiscard]] Chip* chip(const QString& id) const;
    void chipClicked(Chip* clicked);
    void refreshAll();
    std::vector<Chip*> m_chips;
    bool m_exclusive = false;
};

} // namespace sitebook
