// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/commandline/commandline.h"
#include "core/study/readers/reader.h"

#include <QFileInfo>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace sitebook {

namespace {

constexpr Command::Signature usage{
    "study",
    QT_TRANSLATE_NOOP("messages", "Reads a study definition and says what of it is used, approximated and dropped."),
    "sitebook study study.xml --json",
    1,
    1,
};

QJsonArray entriesJson(const std::vector<FidelityEntry>& entries)
{
    QJsonArray array;
    for (const FidelityEntry& entry : entries)
        array.append(QJsonObject{{u"element"_s, entry.element}, {u"place"_s, entry.place}, {u"note"_s, entry.note}});
    return array;
}

// With the file's name before the place in it.
Error placed(Error error, const QString& path)
{
    if (!error.where.contains(path))
        error.where = error.where.isEmpty() ? path : QString(path + u", "_s + error.where);
    return error;
}

class StudyCommand final : public Command
{
public:
    explicit StudyCommand(Console& console)
        : Command(usage, console)
    {
    }

    void describe(QCommandLineParser& parser) const override
    {
        parser.addPositionalArgument(u"FILE"_s, translate("messages", "The study definition."));
        parser.addOption({u"json"_s, translate("messages", "Prints one JSON object.")});
    }

    void start(const QCommandLineParser& parser) override
    {
        QString path = parser.positionalArguments().at(1);
        const QString shipped = u":/studies/"_s + path + u".xml"_s;
        if (!QFileInfo::exists(path) && QFileInfo::exists(shipped))
            path = shipped;
        const auto file = readStudyFile(path);
        if (!file)
            return fail(placed(file.error(), path));
        if (parser.isSet(u"json"_s))
            printJson(*file);
        else
            printText(*file);
        end(file->report.dropped.empty() ? CommandLine::Done : CommandLine::DoneWithFindings);
    }

private:
    void printJson(const StudyFile& file);
    void printText(const StudyFile& file);
    void printEntries(const char* title, const std::vector<FidelityEntry>& entries);
};

void StudyCommand::printJson(const StudyFile& file)
{
    const StudyDefinition& study = *file.study;
    console().object({{u"dialect"_s, file.report.dialect},
                      {u"version"_s, file.report.version},
                      {u"study"_s, study.studyName},
                      {u"studyOid"_s, study.studyOid},
                      {u"studyVersion"_s, study.versionName},
                      {u"studyVersionOid"_s, study.versionOid},
                      {u"events"_s, qint64(study.events.size())},
                      {u"forms"_s, qint64(study.forms.size())},
                      {u"items"_s, qint64(study.items.size())},
                      {u"conditions"_s, qint64(study.conditions.size())},
                      {u"languages"_s, QJsonArray::fromStringList(study.languages)},
                      {u"mapped"_s, file.report.mapped},
                      {u"approximated"_s, entriesJson(file.report.approximated)},
                      {u"dropped"_s, entriesJson(file.report.dropped)}});
}

void StudyCommand::printText(const StudyFile& file)
{
    const StudyDefinition& study = *file.study;
    const auto number = [](size_t count) { return QString::number(count); };
    console().line(Message(QT_TRANSLATE_NOOP("messages", "%1, version %2 (%3)"),
                           {study.studyName, study.versionName, file.report.dialect}));
    console().line(Message(QT_TRANSLATE_NOOP("messages", "%1 visits, %2 forms, %3 items, %4 conditions; languages: %5"),
                           {number(study.events.size()), number(study.forms.size()), number(study.items.size()),
                            number(study.conditions.size()), study.languages.join(u", "_s)}));
    console().line(Message(QT_TRANSLATE_NOOP("messages", "%1 elements used, %2 approximated, %3 dropped"),
                           {QString::number(file.report.mapped), number(file.report.approximated.size()),
                            number(file.report.dropped.size())}));
    printEntries(QT_TRANSLATE_NOOP("messages", "Approximated:"), file.report.approximated);
    printEntries(QT_TRANSLATE_NOOP("messages", "Dropped:"), file.report.dropped);
}

void StudyCommand::printEntries(const char* title, const std::vector<FidelityEntry>& entries)
{
    if (!entries.empty())
        console().line(Message(title));
    for (const FidelityEntry& entry : entries)
        console().line(u"  "_s + entry.place + u": "_s + entry.element +
                       (entry.note.isEmpty() ? QString() : u": "_s + entry.note));
}

} // namespace

std::unique_ptr<Command> makeStudyCommand(Console& console)
{
    return std::make_unique<StudyCommand>(console);
}

} // namespace sitebook
