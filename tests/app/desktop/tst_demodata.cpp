// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/commandline/demodata.h"
#include "core/study/readers/reader.h"

#include <QSet>
#include <QTest>

using namespace sitebook;
using namespace Qt::StringLiterals;

class TestDemoData final : public QObject
{
    Q_OBJECT
    std::shared_ptr<const StudyDefinition> m_study;

    [[nodiscard]] DemoData data(quint32 seed) const
    {
        return DemoData(
            m_study,
            [this](const QString& formOid) -> std::shared_ptr<const FormChecker> {
                auto checker = FormChecker::create(m_study, formOid);
                return checker ? std::make_shared<const FormChecker>(std::move(*checker)) : nullptr;
            },
            seed);
    }
    static std::vector<DemoPatient> people(const DemoData& data, int count)
    {
        std::vector<DemoPatient> result;
        for (int i = 0; i < count; ++i)
            result.push_back(
                {RecordId::create(), DemoData::firstVisit(data.patient(i, u"P001"_s, SiteId(u"701"_s))), i});
        return result;
    }

private Q_SLOTS:
    void initTestCase()
    {
        const auto file = readStudyFile(QStringLiteral(SITEBOOK_SOURCE_DIR "/resources/studies/demo.xml"));
        QVERIFY(file.has_value());
        m_study = file->study;
    }

    void patientsPassTheStudysChecks()
    {
        const DemoData demo = data(1);
        QSet<QString> names;
        bool han = false;
        for (int i = 0; i < 300; ++i) {
            const Patient patient = demo.patient(i, m_study->identifiers.nth(i + 1), SiteId(u"701"_s));
            for (const Finding& finding : checkPatient(*m_study, patient, QDate(2026, 1, 1)))
                QVERIFY2(finding.severity != Severity::Error,
                         qPrintable(finding.field + u' ' + finding.message.english()));
            names.insert(patient.name);
            han = han || patient.name.at(0).script() == QChar::Script_Han;
        }
        QVERIFY(names.size() > 150);
        QVERIFY(han);
    }

    void sameSeedGivesTheSame()
    {
        const DemoData one = data(7);
        const DemoData two = data(7);
        const DemoData other = data(8);
        int different = 0;
        for (int i = 0; i < 20; ++i) {
            QCOMPARE(one.patient(i, u"P001"_s, SiteId(u"701"_s)).toFields(),
                     two.patient(i, u"P001"_s, SiteId(u"701"_s)).toFields());
            different += one.patient(i, {}, {}).name != other.patient(i, {}, {}).name ? 1 : 0;
        }
        QVERIFY(different > 10);
        const auto patients = people(one, 10);
        const auto a = one.reports(patients, 100);
        const auto b = two.reports(patients, 100);
        QCOMPARE(a.size(), b.size());
        for (size_t i = 0; i < a.size(); ++i)
            QCOMPARE(a[i].items, b[i].items);
    }

    void reportsAreUsableAndNoneTwice()
    {
        const DemoData demo = data(3);
        const auto reports = demo.reports(people(demo, 40), 600);
        QCOMPARE(reports.size(), 600U);
        QSet<QString> places;
        int complete = 0;
        for (const Report& report : reports) {
            places.insert(report.patient.toString() + report.eventOid + report.formOid);
            const auto checker = FormChecker::create(m_study, report.formOid);
            QVERIFY(checker.has_value());
            for (const Finding& finding : checker->evaluate(report.items).findings)
                QVERIFY2(finding.severity != Severity::Error || finding.code == u"required",
                         qPrintable(finding.field + u' ' + finding.message.english()));
            complete += report.status == ReportStatus::Complete ? 1 : 0;
        }
        QCOMPARE(places.size(), 600);
        QVERIFY(complete > 500);
    }

    void givesNoMoreThanTheStudyHasRoomFor()
    {
        const DemoData demo = data(3);
        const auto reports = demo.reports(people(demo, 2), 100'000);
        QVERIFY(!reports.empty() && reports.size() < 200);
        QVERIFY(demo.reports({}, 10).empty());
    }
};

QTEST_GUILESS_MAIN(TestDemoData)
#include "tst_demodata.moc"
