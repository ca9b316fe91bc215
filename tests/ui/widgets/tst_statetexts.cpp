// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/errortext.h"
#include "ui/widgets/statetexts.h"

#include "ui/theme/theme.h"

#include <QMetaEnum>
#include <QSet>
#include <QTest>

using namespace sitebook;
using namespace Qt::StringLiterals;

namespace {

template <class State>
void addStates(const char* kind)
{
    const QMetaEnum all = QMetaEnum::fromType<State>();
    for (int i = 0; i < all.keyCount(); ++i) {
        const auto look = statetexts::look(static_cast<State>(all.value(i)));
        QTest::addRow("%s %s", kind, all.key(i)) << QByteArray(kind) << look.icon << look.text;
    }
}

} // namespace

class StateTextsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyStateHasAShapeAndAWord_data()
    {
        QTest::addColumn<QByteArray>("kind");
        QTest::addColumn<QString>("icon");
        QTest::addColumn<QString>("text");
        addStates<ReportStatus>("report");
        addStates<DeliveryState>("delivery");
        addStates<PatientStatus>("patient");
        for (const auto state : {QueueItem::State::Queued, QueueItem::State::Claimed, QueueItem::State::Quarantined})
            QTest::addRow("queue %d", int(state))
                << QByteArray("queue") << statetexts::iconName(state) << statetexts::text(state);
        for (const QString& state :
             {u"queued"_s, u"sending"_s, u"acked"_s, u"confirmed"_s, u"conflict"_s, u"quarantined"_s})
            QTest::addRow("operation %s", qPrintable(state))
                << QByteArray("operation") << statetexts::opIconName(state) << statetexts::opText(state);
        for (const auto phase : {SyncPhase::NotSetUp, SyncPhase::Idle, SyncPhase::Working, SyncPhase::Waiting,
                                 SyncPhase::NeedsSignIn, SyncPhase::Refused, SyncPhase::Outdated})
            QTest::addRow("sync %d", int(phase))
                << QByteArray("sync") << statetexts::iconName(phase) << statetexts::text(phase);
        const QMetaEnum types = QMetaEnum::fromType<OpType>();
        for (int i = 0; i < types.keyCount(); ++i) {
            const auto type = static_cast<OpType>(types.value(i));
            QTest::addRow("type %s", types.key(i))
                << QByteArray("type") << statetexts::iconName(type) << statetexts::text(type);
        }
    }
    void everyStateHasAShapeAndAWord()
    {
        QFETCH(QByteArray, kind);
        QFETCH(QString, icon);
        QFETCH(QString, text);
        QVERIFY2(Theme::hasIcon(icon), qPrintable(icon));
        QVERIFY(!text.isEmpty());
        // Within one kind no two states share a shape or a word: nothing is left to colour.
        const QByteArray shape = kind + '/' + icon.toUtf8();
        const QByteArray word = kind + '/' + text.toUtf8();
        QVERIFY2(kind == "type" || !m_seen.contains(shape), shape.constData());
        QVERIFY2(!m_seen.contains(word), word.constData());
        m_seen << shape << word;
    }

    void rolesAndFieldsHaveWords()
    {
        for (const Role role :
             {Role::Coordinator, Role::Investigator, Role::Monitor, Role::DataManager, Role::Administrator})
            QVERIFY(!statetexts::text(role).isEmpty());
        QCOMPARE(statetexts::fieldText(u"dateOfBirth"), u"Date of birth"_s);
        QCOMPARE(statetexts::fieldText(u"IT.PHQ0101"), u"IT.PHQ0101"_s); // the study names its own
        QCOMPARE(statetexts::sexText(u"F"), u"Female"_s);
    }

    void anErrorSaysWhatWhereAndWhatToDo_data()
    {
        QTest::addColumn<Error>("error");
        QTest::addColumn<QString>("text");
        QTest::newRow("its own sentence")
            << Error(ErrorCode::Invalid, "31 February does not exist.") << u"31 February does not exist."_s;
        QTest::newRow("with its field") << Error(ErrorCode::Invalid, "It does not exist.", u"dateOfBirth"_s)
                                        << u"Date of birth: It does not exist."_s;
        QTest::newRow("with its line") << Error(ErrorCode::Unreadable, "Not XML.", u"line 3"_s)
                                       << u"line 3: Not XML."_s;
        QTest::newRow("without a sentence")
            << Error(ErrorCode::WrongCredentials, {}) << u"The name or the password is wrong."_s;
        QTest::newRow("of a server") << Error(ErrorCode::Server, "It failed.", {}, u"r-1"_s)
                                     << u"It failed. (request r-1)"_s;
    }
    void anErrorSaysWhatWhereAndWhatToDo()
    {
        QFETCH(Error, error);
        QFETCH(QString, text);
        QCOMPARE(localisedText(error), text);
    }

private:
    QSet<QByteArray> m_seen;
};

QTEST_MAIN(StateTextsTest)
#include "tst_statetexts.moc"
