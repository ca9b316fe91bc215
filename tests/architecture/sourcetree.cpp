// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/architecture/sourcetree.h"

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace sitebook::test {

std::vector<SourceFile> sourceFiles(const QStringList& folders, const QStringList& endings)
{
    const QString root = QStringLiteral(SITEBOOK_SOURCE_DIR "/");
    std::vector<SourceFile> files;
    for (const QString& folder : folders) {
        QDirIterator walk(QString(root + folder), QDir::Files, QDirIterator::Subdirectories);
        while (walk.hasNext()) {
            const QString path = walk.next();
            const bool wanted = std::any_of(endings.begin(), endings.end(),
                                            [&path](const QString& ending) { return path.endsWith(ending); });
            QFile file(path);
            if (wanted && file.open(QIODevice::ReadOnly))
                files.push_back({path.mid(root.size()), QString::fromUtf8(file.readAll()).split(u'\n')});
        }
    }
    std::sort(files.begin(), files.end(), [](const SourceFile& a, const SourceFile& b) { return a.path < b.path; });
    return files;
}

QString codeOf(const QString& line)
{
    static const QRegularExpression texts(u"\"(?:[^\"\\\\]|\\\\.)*\""_s);
    QString code = line;
    code.replace(texts, u"\"\""_s);
    const qsizetype comment = code.indexOf(u"//"_s);
    return comment < 0 ? code : code.left(comment);
}

} // namespace sitebook::test
