// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/recordreader.h"
#include "core/store/store.h"
#include "core/workspace/queryviews.h"
#include "core/workspace/views.h"
#include "core/workspace/visitviews.h"

#include <QHash>
#include <QObject>
#include <QThreadPool>
#include <QTimer>

namespace sitebook {

// The lists screens show, kept up with the store: read whole once, then only what a commit touched, on a worker; handed
// over as immutable snapshots. Lives in the workspace's thread.
class Snapshots final : public QObject
{
    Q_OBJECT
public:
    struct Lists
    {
        std::shared_ptr<const PatientList> patients;
        std::shared_ptr<const ReportList> reports;
        std::shared_ptr<const QueryList> queries;
        std::shared_ptr<const VisitList> visits;
        std::vector<DraftInfo> drafts;
        QHash<RecordId, RecordDelivery> delivery;
        QSet<QString> identifiers;
    };

    Snapshots(Store& store, QThreadPool& pool, Lists first, QObject* parent = nullptr);
    ~Snapshots() override;

    // Reads everything; slow, any thread.
    [[nodiscard]] static Result<Lists> readAll(Store& store);

    [[nodiscard]] const Lists& lists() const { return m_lists; }
    // From the writer's listener, in this object's thread.
    void noteChange(const StoreChange& change);

Q_SIGNALS:
    void patientsChanged();
    void reportsChanged();
    void queriesChanged();
    void visitsChanged();
    void draftsChanged();

private:
    void refresh();
    void take(const Result<Lists>& lists, const StoreChange& change);

    Store& m_store;
    QThreadPool& m_pool;
    Lists m_lists;
    StoreChange m_pending;
    QTimer m_timer;
    bool m_reading = false;
};

} // namespace sitebook
