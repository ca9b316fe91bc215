// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/views.h"
#include "ui/theme/colours.h"

#include <QWidget>
#include <map>

namespace sitebook {

class KeyValueList;
class NumberTile;

// Where the server is, when it was last reached and will be next, and how many changes stand where.
class SyncFacts final : public QWidget
{
    Q_OBJECT
public:
    explicit SyncFacts(QWidget* parent = nullptr);
    void showNumbers(const SyncStatus& status);
    void showTimes(const SyncStatus& status, qint64 nowUtcMs);

private:
    enum class Number { Ready, Uploading, Received, Confirmed, Conflicts, Quarantined, Pulled };
    void addTile(Number number, const QString& name, const QString& word, const QString& icon, Tone tone);

    KeyValueList* m_facts = nullptr;
    std::map<Number, NumberTile*> m_tiles;
};

} // namespace sitebook
