// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/workspace.h"

#include <QRandomGenerator>
#include <QTimer>

namespace sitebook {

// Fills a fresh workspace of the demo study with some sixty made-up patients and their reports, through the services,
// in the states a site's day brings: complete, half-filled, quarantined, waiting for a server that does not answer.
class ScreenSeed final : public QObject
{
    Q_OBJECT
public:
    ScreenSeed(WorkspaceManager& manager, const QString& folder, QObject* parent = nullptr);
    void start();
    [[nodiscard]] const CreatedWorkspace& created() const { return m_created; }

Q_SIGNALS:
    void ready(const std::shared_ptr<sitebook::Workspace>& workspace);
    void failed(const sitebook::Error& error);

private:
    void open();
    void registerPatients();
    void saveReports();
    void raiseQueries();
    void changePatients();
    void saveDrafts();
    void enqueue();
    void waitForQueue();
    void stepDone();
    [[nodiscard]] Patient patient(int n);
    [[nodiscard]] Report report(const RecordId& patient, const EventDef& event, const QString& formOid, bool complete);
    [[nodiscard]] Report medication(const RecordId& patient) const; // a log of three lines
    [[nodiscard]] Fields answers(const FormDef& form, bool complete);
    // Waits for all futures of a step, then calls `next`.
    template <class T>
    void collect(const QFuture<Result<T>>& future);
    void then(void (ScreenSeed::*next)());

    WorkspaceManager& m_manager;
    QString m_folder;
    CreatedWorkspace m_created;
    std::shared_ptr<Workspace> m_workspace;
    std::vector<RecordId> m_patients;
    std::vector<Report> m_checks; // reports of the visit check, for queries
    QRandomGenerator m_random{20250106};
    QTimer m_patience;
    int m_open = 0;
    void (ScreenSeed::*m_next)() = nullptr;
};

} // namespace sitebook
