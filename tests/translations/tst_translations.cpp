// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/translations/translationfile.h"

#include <QProcess>
#include <QRegularExpression>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>

using namespace Qt::StringLiterals;
using namespace sitebook;

namespace {

QString file(const QString& name)
{
    return QStringLiteral(SITEBOOK_SOURCE_DIR) + u"/translations/"_s + name;
}

// %1, %2, %n, %L1: each once, sorted.
QStringList placeholders(const QString& text)
{
    static const QRegularExpression pattern(u"%(?:L?[0-9]+|n)"_s);
    QSet<QString> found;
    auto matches = pattern.globalMatch(text);
    while (matches.hasNext())
        found.insert(matches.next().captured());
    QStringList sorted(found.begin(), found.end());
    sorted.sort();
    return sorted;
}

bool hasShortcut(const QString& text)
{
    static const QRegularExpression pattern(u"&[^&\\s]"_s);
    return pattern.match(text).hasMatch();
}

QStringList difference(const std::vector<TranslatedMessage>& from, const std::vector<TranslatedMessage>& without)
{
    QSet<QString> known;
    for (const TranslatedMessage& message : without)
        known.insert(message.key());
    QStringList rest;
    for (const TranslatedMessage& message : from)
        if (!known.contains(message.key()))
            rest << message.key();
    return rest;
}

} // namespace

// Keeps the translations complete: every text of the program has one, and none is left over.
class TranslationsTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyTextIsFinished_data();
    void everyTextIsFinished();
    void placeholdersAndShortcutsSurvive();
    void pluralFormsKeepTheirPlaceholders();
    void theFilesHoldTheTextsOfTheSources_data();
    void theFilesHoldTheTextsOfTheSources();
    void theWordsOfClinicalResearchAreUsed_data();
    void theWordsOfClinicalResearchAreUsed();
    void englishCountsCorrectly();
};

void TranslationsTest::everyTextIsFinished_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("Simplified Chinese") << u"sitebook_zh_CN.ts"_s;
    QTest::newRow("English plurals") << u"sitebook_en.ts"_s;
}

void TranslationsTest::everyTextIsFinished()
{
    QFETCH(QString, name);
    const auto messages = readTranslationFile(file(name));
    QVERIFY(!messages.empty());
    QStringList open;
    for (const TranslatedMessage& message : messages) {
        const bool blank = message.forms.isEmpty() || message.forms.contains(QString());
        if (!message.state.isEmpty() || blank)
            open << message.key() + u" ["_s + message.state + u']';
    }
    QVERIFY2(open.isEmpty(), qPrintable(open.join(u'\n')));
}

void TranslationsTest::placeholdersAndShortcutsSurvive()
{
    QStringList broken;
    for (const TranslatedMessage& message : readTranslationFile(file(u"sitebook_zh_CN.ts"_s)))
        for (const QString& form : message.forms)
            if (placeholders(form) != placeholders(message.source) ||
                (message.context != "messages"_L1 && hasShortcut(form) != hasShortcut(message.source)))
                broken << message.key() + u" -> "_s + form;
    QVERIFY2(broken.isEmpty(), qPrintable(broken.join(u'\n')));
}

void TranslationsTest::pluralFormsKeepTheirPlaceholders()
{
    QStringList broken;
    for (const TranslatedMessage& message : readTranslationFile(file(u"sitebook_en.ts"_s))) {
        QVERIFY2(message.numerus && message.forms.size() == 2, qPrintable(message.key()));
        QStringList withoutNumber = placeholders(message.source);
        withoutNumber.removeAll(u"%n"_s);
        QStringList one = placeholders(message.forms[0]); // "the selected patient" may leave the one out
        one.removeAll(u"%n"_s);
        if (one != withoutNumber || placeholders(message.forms[1]) != placeholders(message.source) ||
            message.forms.join(u' ').contains(u"(s)"_s))
            broken << message.key();
    }
    QVERIFY2(broken.isEmpty(), qPrintable(broken.join(u'\n')));
}

void TranslationsTest::theFilesHoldTheTextsOfTheSources_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QStringList>("options");
    QTest::newRow("Simplified Chinese") << u"sitebook_zh_CN.ts"_s << QStringList{};
    QTest::newRow("English plurals") << u"sitebook_en.ts"_s << QStringList{u"-pluralonly"_s};
}

void TranslationsTest::theFilesHoldTheTextsOfTheSources()
{
    QFETCH(QString, name);
    QFETCH(QStringList, options);
    QTemporaryDir folder;
    const QString fresh = folder.filePath(name);
    QProcess lupdate;
    lupdate.setWorkingDirectory(QStringLiteral(SITEBOOK_SOURCE_DIR));
    lupdate.start(QStringLiteral(SITEBOOK_LUPDATE),
                  QStringList{u"-silent"_s, u"-locations"_s, u"none"_s, u"-I"_s, u"."_s} + options +
                      QStringList{u"ui"_s, u"core"_s, u"app"_s, u"-ts"_s, fresh});
    QVERIFY2(lupdate.waitForFinished(60'000), qPrintable(lupdate.errorString()));
    QCOMPARE(lupdate.exitCode(), 0);
    const auto sources = readTranslationFile(fresh);
    const auto translated = readTranslationFile(file(name));
    QVERIFY(!sources.empty());
    const QStringList missing = difference(sources, translated);
    QVERIFY2(missing.isEmpty(), qPrintable(u"without translation:\n"_s + missing.join(u'\n')));
    const QStringList left = difference(translated, sources);
    QVERIFY2(left.isEmpty(), qPrintable(u"no longer in the sources:\n"_s + left.join(u'\n')));
}

void TranslationsTest::theWordsOfClinicalResearchAreUsed_data()
{
    QTest::addColumn<QString>("context");
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("translation");
    QTest::newRow("subject") << u"PageNames"_s << u"Patients"_s << u"受试者"_s;
    QTest::newRow("audit trail") << u"PageNames"_s << u"Audit trail"_s << u"稽查轨迹"_s;
    QTest::newRow("visit") << u"StateTexts"_s << u"Visit"_s << u"访视"_s;
    QTest::newRow("query") << u"StateTexts"_s << u"Query raised"_s << u"提出质疑"_s;
    QTest::newRow("consent") << u"StateTexts"_s << u"Date of consent"_s << u"知情同意日期"_s;
    QTest::newRow("monitor") << u"StateTexts"_s << u"Monitor"_s << u"监查员"_s;
    QTest::newRow("server's answer") << u"messages"_s << u"Patient not found"_s << u"未找到受试者"_s;
    QTest::newRow("a class in the namespace") << u"sitebook::ExportDialog"_s << u"Export"_s << u"导出"_s;
}

void TranslationsTest::theWordsOfClinicalResearchAreUsed()
{
    QFETCH(QString, context);
    QFETCH(QString, source);
    QFETCH(QString, translation);
    QTranslator translator;
    QVERIFY(translator.load(u":/i18n/sitebook_zh_CN.qm"_s));
    QCOMPARE(translator.translate(context.toUtf8().constData(), source.toUtf8().constData()), translation);
}

void TranslationsTest::englishCountsCorrectly()
{
    QTranslator translator;
    QVERIFY(translator.load(u":/i18n/sitebook_en.qm"_s));
    QCOMPARE(translator.translate("RelativeTime", "%n minute(s) ago", nullptr, 1), u"%n minute ago"_s);
    QCOMPARE(translator.translate("RelativeTime", "%n minute(s) ago", nullptr, 5), u"%n minutes ago"_s);
}

QTEST_GUILESS_MAIN(TranslationsTest)
#include "tst_translations.moc"
