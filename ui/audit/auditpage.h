// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/navigator.h"
#include "ui/widgets/page.h"
#include "ui/widgets/userprompt.h"

#include <QTimer>

class QLabel;
class QPushButton;
class QStackedWidget;

namespace sitebook {

class AuditChecker;
class AuditDetails;
class AuditFilterBar;
class AuditModel;
class RecordTable;

// The audit trail: who did what, when, to which value, and why; filtered, with every detail; exported and checked from
// here.
class AuditPage final : public Page
{
    Q_OBJECT
public:
    AuditPage(Workspace& workspace, Navigator& navigator, UserPrompt& prompt, const RecordId& record,
              QWidget* parent = nullptr);
    ~AuditPage() override;

    [[nodiscard]] QString title() const override { return tr("Audit trail"); }
    [[nodiscard]] QString subtitle() const override { return m_subtitle; }
    [[nodiscard]] QWidget* searchField() const override;
    void activated() override;

private:
    [[nodiscard]] QWidget* trail();
    [[nodiscard]] QWidget* toolRow();
    void connectAll();
    void applyFilter();
    void loaded(qint64 total);
    void viewMoved();
    void showDetails();
    void openRecord();
    void exportTrail();
    [[nodiscard]] QString nameOf(const RecordId& record) const;

    Workspace& m_workspace;
    Navigator& m_navigator;
    UserPrompt& m_prompt;
    QString m_subtitle;
    AuditModel* m_model = nullptr;
    AuditFilterBar* m_filter = nullptr;
    RecordTable* m_table = nullptr;
    AuditDetails* m_details = nullptr;
    AuditChecker* m_checker = nullptr;
    QPushButton* m_export = nullptr;
    QPushButton* m_check = nullptr;
    QTimer m_coalesce;
};

} // namespace sitebook
