// SPDX-License-Identifier: GPL-3.0-or-later
// bench_study [FOLDER]: what a study definition costs. Evaluating a form at a keystroke, with 152 branching rules and
// with 5,000 items; and reading every definition below FOLDER, the five slowest named.
#include "core/study/formchecker.h"
#include "core/study/readers/reader.h"

#include <QBuffer>
#include <QDirIterator>
#include <QElapsedTimer>
#include <algorithm>
#include <cstdio>

using namespace sitebook;
using namespace Qt::StringLiterals;

namespace {

double microseconds(const QElapsedTimer& timer)
{
    return static_cast<double>(timer.nsecsElapsed()) / 1000;
}

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

// A REDCap dictionary of one form: `items` radio fields, the last `rules` of them asked after an earlier one.
QByteArray dictionary(int items, int rules)
{
    QByteArray rows = "field_name,form_name,section_header,field_type,field_label,select_choices_or_calculations,"
                      "branching_logic\nid,f,,text,Id,,\n";
    for (int i = 0; i < items; ++i) {
        const QByteArray rule = i < items - rules ? QByteArray()
                                                  : "[v" + QByteArray::number(i % 40) + "] = '1' and [v" +
                                                        QByteArray::number((i + 7) % 40) + "] <> '3'";
        rows += "v" + QByteArray::number(i) + ",f," + (i % 25 == 0 ? "Section" : "") +
                ",radio,Question,\"1, One | 2, Two | 3, Three\",\"" + rule + "\"\n";
    }
    return rows;
}

Result<StudyFile> read(QByteArray document)
{
    QBuffer buffer(&document);
    (void)buffer.open(QIODevice::ReadOnly);
    return readStudy(buffer);
}

int keystrokes(int items, int rules)
{
    QElapsedTimer timer;
    timer.start();
    const auto file = read(dictionary(items, rules));
    const double reading = microseconds(timer);
    if (!file)
        return 1;
    timer.start();
    const auto checker = FormChecker::create(file->study, u"Form.f"_s);
    const double compiling = microseconds(timer);
    if (!checker)
        return 1;
    Fields fields;
    for (int i = 0; i < items; ++i)
        fields.set(u"v%1"_s.arg(i), QString::number(1 + i % 3));
    std::vector<double> times;
    size_t hidden = 0;
    for (int i = 0; i < 300; ++i) {
        fields.set(u"v%1"_s.arg(i % 40), QString::number(1 + i % 3));
        timer.start();
        hidden += static_cast<size_t>(checker->evaluate(fields).hidden.size());
        times.push_back(microseconds(timer));
    }
    std::printf(
        "%5d items, %4d rules: read %.1f ms, compiled %.1f ms, evaluated at a keystroke %.0f us median, %.0f us "
        "longest (%zu hidden)\n",
        items, rules, reading / 1000, compiling / 1000, median(times), *std::max_element(times.begin(), times.end()),
        hidden);
    return 0;
}

void readings(const QString& folder)
{
    struct Reading
    {
        double ms;
        qint64 bytes;
        size_t items;
        QString file;
    };
    std::vector<Reading> all;
    QDirIterator files(folder, {u"*.xml"_s, u"*.XML"_s, u"*.csv"_s, u"*.json"_s}, QDir::Files,
                       QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = files.next();
        std::vector<double> times;
        size_t items = 0;
        for (int round = 0; round < 3; ++round) {
            QElapsedTimer timer;
            timer.start();
            const auto file = readStudyFile(path);
            times.push_back(microseconds(timer) / 1000);
            items = file ? file->study->items.size() : 0;
        }
        if (items > 0)
            all.push_back({median(times), QFileInfo(path).size(), items, QFileInfo(path).fileName()});
    }
    std::sort(all.begin(), all.end(), [](const Reading& a, const Reading& b) { return a.ms > b.ms; });
    std::printf("%zu definitions read; the slowest:\n", all.size());
    for (size_t i = 0; i < std::min<size_t>(5, all.size()); ++i)
        std::printf("  %.1f ms  %lld bytes  %zu items  %s\n", all[i].ms, static_cast<long long>(all[i].bytes),
                    all[i].items, qPrintable(all[i].file));
}

} // namespace

int main(int argc, char** argv)
{
    if (keystrokes(200, 152) != 0 || keystrokes(5000, 152) != 0)
        return 1;
    if (argc > 1)
        readings(QString::fromLocal8Bit(argv[1]));
    return 0;
}
