// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/architecture/sourcetree.h"

#include <QDir>
#include <QHash>
#include <QLibraryInfo>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace sitebook::test;
using namespace Qt::StringLiterals;

namespace {

// Who may include whom; base is for all. A room of ui/ may include what stands under "ui", beside its own line.
const QHash<QString, QString>& allowedRooms()
{
    static const QHash<QString, QString> table{
        {u"core/base"_s, u""_s},
        {u"core/model"_s, u""_s},
        {u"core/text"_s, u""_s},
        {u"core/spreadsheet"_s, u""_s},
        {u"core/telemetry"_s, u""_s},
        {u"core/database"_s, u""_s},
        {u"core/security"_s, u"core/model"_s},
        {u"core/study"_s, u"core/model core/text core/spreadsheet"_s},
        {u"core/journal"_s, u"core/security core/model"_s},
        {u"core/api"_s, u"core/journal core/model core/text"_s},
        {u"core/store"_s, u"core/journal core/security core/model core/database"_s},
        {u"core/queue"_s, u"core/store core/study core/journal core/model"_s},
        {u"core/sync"_s, u"core/api core/store core/journal core/security core/model"_s},
        {u"core/exchange"_s, u"core/study core/model core/text core/spreadsheet"_s},
        {u"core/workspace"_s, u"core/queue core/sync core/exchange core/store core/security core/study core/journal "
                              u"core/model core/database"_s},
        {u"ui"_s, u"core/workspace core/model core/study ui/theme ui/widgets"_s},
        {u"ui/theme"_s, u""_s},
        {u"ui/widgets"_s, u"ui/theme core/workspace core/model core/study"_s},
        {u"ui/session"_s, u"ui/study ui/theme ui/widgets core/workspace core/model core/study"_s},
        {u"ui/patients"_s,
         u"ui/queries ui/theme ui/widgets core/workspace core/model core/study"_s},                  // F12 at a patient
        {u"ui/reports"_s, u"ui/queries ui/theme ui/widgets core/workspace core/model core/study"_s}, // F12 in a form
        {u"ui/shell"_s, u"ui/*"_s}, // puts the pages into the window
        {u"app/server"_s,
         u"core/api core/journal core/study core/exchange core/telemetry core/security core/model core/database core/text"_s},
        {u"app/desktop"_s, u"core/* ui/*"_s},
        {u"app/verify"_s, u""_s},
    };
    return table;
}

bool mayInclude(const QString& room, const QString& other)
{
    if (other == room || (other == u"core/base" && !room.startsWith(u"app/verify")))
        return true;
    const auto& table = allowedRooms();
    QStringList allowed = table.value(room).split(u' ', Qt::SkipEmptyParts);
    if (room.startsWith(u"ui/") && (!table.contains(room) || room == u"ui/shell"))
        allowed += table.value(u"ui"_s).split(u' ');
    return allowed.contains(other) || allowed.contains(QString(other.section(u'/', 0, 0) + u"/*"_s));
}

// Which Qt modules a part of the house may use.
QStringList allowedModules(const QString& room)
{
    if (room == u"app/verify")
        return {u"QtCore"_s};
    if (room == u"core/sync")
        return {u"QtCore"_s, u"QtConcurrent"_s, u"QtNetwork"_s};
    if (room.startsWith(u"core/") || room == u"app/server")
        return {u"QtCore"_s, u"QtConcurrent"_s};
    return {u"QtCore"_s, u"QtConcurrent"_s, u"QtGui"_s, u"QtWidgets"_s, u"QtSvg"_s, u"QtPrintSupport"_s};
}

// Where a library of others may be used at all: behind one wall each.
const QHash<QString, QStringList>& wallsOfLibraries()
{
    static const QHash<QString, QStringList> table{
        {u"sqlite3.h"_s, {u"core/database"_s, u"core/store"_s, u"app/server"_s}},
        {u"sodium.h"_s, {u"core/security"_s, u"core/journal"_s, u"app/server"_s, u"app/verify"_s}},
        {u"boost/"_s, {u"app/server"_s}},
        {u"rapidjson/"_s, {u"core/text"_s}},
        {u"zip.h"_s, {u"core/spreadsheet"_s}},
        {u"prometheus/"_s, {u"core/telemetry"_s}},
        {u"qt6keychain/"_s, {u"core/security"_s}},
    };
    return table;
}

// The Qt module that has this header; empty for no header of Qt.
QString moduleOf(const QString& header)
{
    static QHash<QString, QString> known;
    if (header.startsWith(u"Qt") && header.contains(u'/'))
        return header.section(u'/', 0, 0);
    if (!header.startsWith(u'Q'))
        return {};
    auto found = known.constFind(header);
    if (found == known.cend()) {
        const QDir qt(QLibraryInfo::path(QLibraryInfo::HeadersPath));
        QString module;
        for (const QString& folder : qt.entryList({u"Qt*"_s}, QDir::Dirs, QDir::Name))
            if (module.isEmpty() && qt.exists(QString(folder + u'/' + header)))
                module = folder;
        found = known.insert(header, module);
    }
    return *found;
}

struct Include
{
    QString place;
    QString room;
    QString header;
    bool own = false; // "..." and not <...>
};

std::vector<Include> includesOfTheHouse()
{
    static const QRegularExpression shape(u"^\\s*#\\s*include\\s*([<\"])([^>\"]+)[>\"]"_s);
    std::vector<Include> result;
    for (const SourceFile& file : sourceFiles({u"core"_s, u"ui"_s, u"app"_s}, {u".h"_s, u".cpp"_s}))
        for (qsizetype i = 0; i < file.lines.size(); ++i)
            if (const auto match = shape.match(file.lines[i]); match.hasMatch())
                result.push_back({QString(file.path + u':' + QString::number(i + 1)), file.room(), match.captured(2),
                                  match.captured(1) == u"\""});
    return result;
}

} // namespace

class TestLayering final : public QObject
{
    Q_OBJECT

    static void report(const QStringList& wrong)
    {
        QVERIFY2(wrong.isEmpty(), qPrintable(QString(u'\n' + wrong.join(u'\n'))));
    }

private Q_SLOTS:
    void everyRoomIsInTheTable()
    {
        QStringList wrong;
        for (const SourceFile& file : sourceFiles({u"core"_s, u"ui"_s, u"app"_s}, {u".h"_s, u".cpp"_s}))
            if (!file.path.startsWith(u"ui/") && !allowedRooms().contains(file.room()))
                wrong.append(QString(file.path + u": its room is not in the table"_s));
        report(wrong);
    }

    void roomsIncludeOnlyWhatTheyMay()
    {
        QStringList wrong;
        for (const Include& include : includesOfTheHouse()) {
            if (!include.own || include.header.endsWith(u".moc"))
                continue;
            if (!include.header.contains(u'/')) {
                wrong.append(QString(include.place + u": include by path from the root: "_s + include.header));
                continue;
            }
            const QString other = include.header.section(u'/', 0, 1);
            if (!mayInclude(include.room, other))
                wrong.append(QString(include.place + u": "_s + include.room + u" may not include "_s + other));
        }
        report(wrong);
    }

    void roomsUseOnlyTheirQtModules()
    {
        QCOMPARE(moduleOf(u"QWidget"_s), u"QtWidgets"_s); // else everything would pass
        QStringList wrong;
        for (const Include& include : includesOfTheHouse()) {
            const QString module = include.own ? QString() : moduleOf(include.header);
            if (!module.isEmpty() && !allowedModules(include.room).contains(module))
                wrong.append(QString(include.place + u": "_s + include.room + u" may not use "_s + module));
        }
        report(wrong);
    }

    void librariesOfOthersStayBehindTheirWalls()
    {
        QStringList wrong;
        for (const Include& include : includesOfTheHouse())
            for (auto wall = wallsOfLibraries().cbegin(); wall != wallsOfLibraries().cend(); ++wall)
                if (!include.own && include.header.startsWith(wall.key()) && !wall->contains(include.room))
                    wrong.append(QString(include.place + u": "_s + include.room + u" may not use "_s + include.header));
        report(wrong);
    }

    void verifierSharesNoCode()
    {
        const auto files = sourceFiles({u"app/verify"_s}, {u"CMakeLists.txt"_s});
        QCOMPARE(files.size(), 1U);
        const QString text = files.front().lines.join(u' ');
        static const QRegularExpression libraries(u"sitebook_(?!flags|verify|program)[a-z_]+"_s);
        QVERIFY2(!libraries.match(text).hasMatch(), qPrintable(libraries.match(text).captured(0)));
    }

    void tableHasNoCircle()
    {
        // A room that reaches itself through what it may include.
        for (auto room = allowedRooms().cbegin(); room != allowedRooms().cend(); ++room) {
            if (!room.key().startsWith(u"core/"))
                continue;
            QSet<QString> seen;
            QStringList open = room->split(u' ', Qt::SkipEmptyParts);
            while (!open.isEmpty()) {
                const QString next = open.takeLast();
                QVERIFY2(next != room.key(), qPrintable(next));
                if (seen.contains(next))
                    continue;
                seen.insert(next);
                open += allowedRooms().value(next).split(u' ', Qt::SkipEmptyParts);
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestLayering)
#include "tst_layering.moc"
