// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/checkdigit.h"
#include "core/study/definition.h"
#include "core/study/formchecker.h"
#include "studysamples.h"

#include <QTest>

using namespace sitebook;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(sitebook::CheckDigit)

class TestCheckDigit final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void publishedExamples_data();
    void publishedExamples();
    void typingErrorsAreFound_data();
    void typingErrorsAreFound();
    void wordsGoThereAndBack();
    void identifiersCarryTheirDigit_data();
    void identifiersCarryTheirDigit();
    void aWrongDigitIsSaidSo();
    void theStudyNamesIt();
};

void TestCheckDigit::publishedExamples_data()
{
    QTest::addColumn<CheckDigit>("kind");
    QTest::addColumn<QString>("digits");
    QTest::addColumn<QString>("check");
    QTest::newRow("Luhn") << CheckDigit::Luhn << u"7992739871"_s << u"3"_s;
    QTest::newRow("Luhn, a card") << CheckDigit::Luhn << u"411111111111111"_s << u"1"_s;
    QTest::newRow("Verhoeff") << CheckDigit::Verhoeff << u"236"_s << u"3"_s;
    QTest::newRow("Verhoeff, longer") << CheckDigit::Verhoeff << u"12345"_s << u"1"_s;
    QTest::newRow("Verhoeff, longest") << CheckDigit::Verhoeff << u"142857"_s << u"0"_s;
    QTest::newRow("Damm") << CheckDigit::Damm << u"572"_s << u"4"_s;
}

void TestCheckDigit::publishedExamples()
{
    QFETCH(const CheckDigit, kind);
    QFETCH(const QString, digits);
    QTEST(QString(checkDigitOf(kind, digits)), "check");
    QVERIFY(hasRightCheckDigit(kind, QString(digits + checkDigitOf(kind, digits))));
}

void TestCheckDigit::typingErrorsAreFound_data()
{
    QTest::addColumn<CheckDigit>("kind");
    QTest::newRow("Luhn") << CheckDigit::Luhn;
    QTest::newRow("Verhoeff") << CheckDigit::Verhoeff;
    QTest::newRow("Damm") << CheckDigit::Damm;
}

void TestCheckDigit::typingErrorsAreFound()
{
    QFETCH(const CheckDigit, kind);
    for (int number = 1; number < 3000; number += 7) {
        const QString digits = u"%1"_s.arg(number, 5, 10, QLatin1Char('0'));
        const QString whole = digits + checkDigitOf(kind, digits);
        for (qsizetype i = 0; i < whole.size(); ++i) {
            for (char16_t other = u'0'; other <= u'9'; ++other) {
                QString wrong = whole;
                wrong[i] = QChar(other);
                QCOMPARE(hasRightCheckDigit(kind, wrong), wrong == whole);
            }
            if (i + 1 == whole.size() || whole[i] == whole[i + 1])
                continue;
            QString exchanged = whole;
            std::swap(exchanged[i], exchanged[i + 1]);
            const QString pair = whole.mid(i, 2);
            const bool missed = kind == CheckDigit::Luhn && (pair == u"09" || pair == u"90");
            QCOMPARE(hasRightCheckDigit(kind, exchanged), missed);
        }
    }
}

void TestCheckDigit::wordsGoThereAndBack()
{
    for (const CheckDigit kind : {CheckDigit::None, CheckDigit::Luhn, CheckDigit::Verhoeff, CheckDigit::Damm})
        QCOMPARE(checkDigitFromWord(checkDigitWord(kind)), std::optional(kind));
    QVERIFY(!checkDigitFromWord(u"crc"));
}

void TestCheckDigit::identifiersCarryTheirDigit_data()
{
    QTest::addColumn<QString>("format");
    QTest::addColumn<QString>("third");
    QTest::newRow("behind the number") << u"701-%04d"_s << u"701-0003"_s;
    QTest::newRow("where it is wanted") << u"701-%04d-%c"_s << u"701-0003-"_s;
}

void TestCheckDigit::identifiersCarryTheirDigit()
{
    QFETCH(const QString, format);
    QFETCH(const QString, third);
    const IdentifierRule rule(u"701-[0-9]{4}-?[0-9]"_s, format, CheckDigit::Damm);
    const QString expected = third + checkDigitOf(CheckDigit::Damm, u"7010003");
    QCOMPARE(rule.nth(3), expected);
    QVERIFY(rule.accepts(expected));
    QString wrong = expected;
    wrong[wrong.size() - 1] = wrong.back() == u'9' ? u'0' : QChar(wrong.back().unicode() + 1);
    QVERIFY(rule.looksRight(wrong));
    QVERIFY(!rule.accepts(wrong));
}

void TestCheckDigit::aWrongDigitIsSaidSo()
{
    StudyDefinition study;
    study.identifiers = IdentifierRule(u"P[0-9]{4}"_s, u"P%03d"_s, CheckDigit::Verhoeff);
    Patient patient;
    patient.name = u"Garcia, Ana"_s;
    patient.patientId = PatientId(study.identifiers.nth(12));
    const auto findings = [&] { return checkPatient(study, patient, QDate(2026, 1, 1)); };
    QVERIFY(findings().empty());
    QString exchanged = patient.patientId.toString();
    std::swap(exchanged[2], exchanged[3]);
    patient.patientId = PatientId(exchanged);
    QCOMPARE(findings().size(), 1U);
    QCOMPARE(findings().front().code, u"check_digit"_s);
    patient.patientId = PatientId(u"X1"_s);
    QCOMPARE(findings().front().code, u"pattern"_s);
}

void TestCheckDigit::theStudyNamesIt()
{
    const auto protocol = [](const QByteArray& word) {
        return samples::read(
            samples::odm("<Protocol><Alias Context=\"sitebook:identifier-pattern\" Name=\"P[0-9]{4}\"/><Alias "
                         "Context=\"sitebook:identifier-check-digit\" Name=\"" +
                         word + "\"/></Protocol>"));
    };
    const auto file = protocol("luhn");
    QVERIFY(file);
    QCOMPARE(file->study->identifiers.checkDigit(), CheckDigit::Luhn);
    const auto unknown = protocol("crc");
    QVERIFY(!unknown);
    QVERIFY(unknown.error().english().contains(u"verhoeff"_s));
}

QTEST_APPLESS_MAIN(TestCheckDigit)
#include "tst_checkdigit.moc"
