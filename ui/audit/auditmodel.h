// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/workspace.h"
#include "ui/audit/auditcache.h"
#include "ui/widgets/latestquery.h"
#include "ui/widgets/recordtablemodel.h"

namespace sitebook {

enum class AuditColumn { When, Who, Action, What, Field, Change, Reason, UserRole, Device, Count };

// A window on the audit trail, newest first. Only the pages around what is looked at are fetched; answers to an earlier
// filter are dropped. Rows not here yet show an ellipsis.
class AuditModel final : public RecordTableModel<AuditColumn>
{
    Q_OBJECT
public:
    AuditModel(AuditService& service, std::shared_ptr<const StudyDefinition> study, QObject* parent = nullptr);

    // Another question: rows stay until its answer is here.
    void setFilter(const AuditFilter& filter);
    [[nodiscard]] const AuditFilter& filter() const { return m_filter; }
    // The trail grew: new entries slide in at the top, selection and place stay.
    void refresh();
    // What the person looks at; fetches what is missing there.
    void showRows(int first, int last);
    // Null while its page is under way.
    [[nodiscard]] const AuditEntry* entry(int row) const { return m_cache.entry(row); }
    [[nodiscard]] bool isLoaded() const { return m_loaded; } // the first answer to the present filter is here

Q_SIGNALS:
    void loaded(qint64 total);
    void failed(const sitebook::Error& error);

private:
    [[nodiscard]] int rows() const override { return m_rows; }
    [[nodiscard]] QVariant cell(int row, AuditColumn column, int role) const override;
    [[nodiscard]] QVariant header(AuditColumn column, int role) const override;
    [[nodiscard]] QString text(const AuditEntry& entry, AuditColumn column) const;
    [[nodiscard]] QString toolTip(const AuditEntry& entry, AuditColumn column) const;
    void takeHead(Result<AuditService::Page> answer);
    void replaceAll(AuditService::Page page);
    void slideIn(AuditService::Page page);
    void putHead(AuditService::Page page);
    void fetch(qint64 page);

    AuditService& m_service;
    std::shared_ptr<const StudyDefinition> m_study;
    AuditFilter m_filter;
    AuditCache m_cache;
    int m_rows = 0;
    int m_firstSeen = 0;
    int m_lastSeen = 0;
    bool m_loaded = false;
    LatestQuery<AuditService::Page> m_head;
};

} // namespace sitebook
