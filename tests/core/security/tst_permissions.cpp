// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/security/permissions.h"

#include <QTest>

using namespace sitebook;
using namespace Qt::StringLiterals;

class TestPermissions final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // The whole table, written a second time: one letter per role (Coordinator, Investigator, Monitor, Data manager,
    // Administrator), '-' where it may not.
    void table_data()
    {
        QTest::addColumn<Action>("action");
        QTest::addColumn<QString>("roles");
        const auto row = [](Action action, const char* code, const QString& roles) {
            QTest::newRow(code) << action << roles;
        };
        row(Action::ViewIdentities, "view_identities", u"CI---"_s);
        row(Action::ViewClinical, "view_clinical", u"CIMD-"_s);
        row(Action::RegisterPatient, "register_patient", u"CI---"_s);
        row(Action::EditPatient, "edit_patient", u"CI---"_s);
        row(Action::EnterData, "enter_data", u"CI---"_s);
        row(Action::CorrectData, "correct_data", u"CI---"_s);
        row(Action::VoidRecord, "void_record", u"CI---"_s);
        row(Action::AnswerQuery, "answer_query", u"CI---"_s);
        row(Action::RaiseQuery, "raise_query", u"--MD-"_s);
        row(Action::VerifySource, "verify_source", u"--M--"_s);
        row(Action::Sign, "sign", u"-I---"_s);
        row(Action::LockData, "lock_data", u"---D-"_s);
        row(Action::ImportData, "import_data", u"CI---"_s);
        row(Action::ExportData, "export_data", u"CI---"_s);
        row(Action::ExportDeidentified, "export_deidentified", u"CI-D-"_s);
        row(Action::ResolveConflict, "resolve_conflict", u"CI---"_s);
        row(Action::ViewAuditTrail, "view_audit_trail", u"CIMDA"_s);
        row(Action::ManagePeople, "manage_people", u"----A"_s);
        row(Action::PushOperations, "push_operations", u"CIMDA"_s);
        row(Action::Count, "", u"-----"_s);
    }
    void table()
    {
        QFETCH(const Action, action);
        QFETCH(const QString, roles);
        const QString code = QString::fromLatin1(QTest::currentDataTag());
        QCOMPARE(actionCode(action), code);
        if (action != Action::Count)
            QCOMPARE(actionFromCode(code), std::optional(action));
        const Role all[] = {Role::Coordinator, Role::Investigator, Role::Monitor, Role::DataManager,
                            Role::Administrator};
        for (int i = 0; i < 5; ++i) {
            const bool allowed = roles[i] != u'-';
            QCOMPARE(may(all[i], action), allowed);
            const auto answer = require(all[i], action);
            QCOMPARE(answer.has_value(), allowed);
            if (!allowed) {
                QCOMPARE(answer.error().code, ErrorCode::Denied);
                QVERIFY(answer.error().message.english().startsWith(u"Your role may not"));
            }
        }
    }

    void everyActionHasARow()
    {
        for (int i = 0; i < static_cast<int>(Action::Count); ++i)
            QVERIFY(!actionCode(static_cast<Action>(i)).isEmpty());
        QVERIFY(!actionFromCode(u"fly"));
        QVERIFY(!actionFromCode(u""));
    }
};

QTEST_GUILESS_MAIN(TestPermissions)
#include "tst_permissions.moc"
