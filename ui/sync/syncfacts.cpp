// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sync/syncfacts.h"

#include "ui/sync/numbertile.h"
#include "ui/sync/relativetime.h"
#include "ui/theme/theme.h"
#include "ui/widgets/keyvaluelist.h"

using namespace Qt::StringLiterals;

namespace sitebook {

SyncFacts::SyncFacts(QWidget* parent)
    : QWidget(parent)
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins({});
    row->setSpacing(Theme::of(this).blocks());
    m_facts = new KeyValueList;
    m_facts->setObjectName(u"facts"_s);
    row->addWidget(m_facts, 2, Qt::AlignTop);
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(Theme::of(this).blocks());
    grid->setVerticalSpacing(Theme::of(this).between());
    addTile(Number::Ready, u"ready"_s, tr("Ready to send"), u"ready"_s, Tone::Information);
    addTile(Number::Uploading, u"uploading"_s, tr("Uploading"), u"uploading"_s, Tone::Information);
    addTile(Number::Received, u"received"_s, tr("Received by the server"), u"cloud"_s, Tone::Information);
    addTile(Number::Confirmed, u"confirmed"_s, tr("Confirmed"), u"synced"_s, Tone::Success);
    addTile(Number::Conflicts, u"conflicts"_s, tr("Conflicts"), u"conflict"_s, Tone::Danger);
    addTile(Number::Quarantined, u"quarantined"_s, tr("Quarantined"), u"quarantined"_s, Tone::Danger);
    addTile(Number::Pulled, u"pulled"_s, tr("Received from others"), u"download"_s, Tone::Neutral);
    int place = 0;
    for (const auto& [number, tile] : m_tiles) {
        grid->addWidget(tile, place / 4, place % 4);
        ++place;
    }
    row->addLayout(grid, 3);
}

void SyncFacts::addTile(Number number, const QString& name, const QString& word, const QString& icon, Tone tone)
{
    auto* tile = new NumberTile(word, icon, tone);
    tile->setObjectName(name);
    m_tiles[number] = tile;
}

void SyncFacts::showNumbers(const SyncStatus& status)
{
    const std::pair<Number, qint64> numbers[] = {
        {Number::Ready, status.queued},        {Number::Uploading, status.sending},
        {Number::Received, status.acked},      {Number::Confirmed, status.confirmed},
        {Number::Conflicts, status.conflicts}, {Number::Quarantined, status.quarantined},
        {Number::Pulled, status.pulled},
    };
    for (const auto& [number, value] : numbers)
        m_tiles[number]->setValue(value);
}

void SyncFacts::showTimes(const SyncStatus& status, qint64 nowUtcMs)
{
    m_facts->setRow(u"server"_s, tr("Server"), status.server);
    m_facts->setRow(u"last"_s, tr("Last successful sync"),
                    status.lastSuccessUtcMs == 0 ? tr("never") : RelativeTime::past(status.lastSuccessUtcMs, nowUtcMs));
    m_facts->setRow(u"next"_s, tr("Next attempt"),
                    status.nextAttemptUtcMs == 0 ? tr("none planned")
                                                 : RelativeTime::future(status.nextAttemptUtcMs, nowUtcMs));
}

} // namespace sitebook
