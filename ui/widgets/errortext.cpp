// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/errortext.h"

#include "ui/widgets/statetexts.h"

#include <QCoreApplication>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace sitebook {
namespace {

class ErrorText final
{
    Q_DECLARE_TR_FUNCTIONS(ErrorText)
};

QString sentenceFor(ErrorCode code)
{
    switch (code) {
    case ErrorCode::DiskFull:
        return ErrorText::tr("The disk is full. Free some space, then try again; nothing was lost.");
    case ErrorCode::NotWritable:
        return ErrorText::tr("This place cannot be written to. Choose another folder.");
    case ErrorCode::Offline:
        return ErrorText::tr("The server cannot be reached. Your work is kept here and sent later.");
    case ErrorCode::WrongCredentials:
        return ErrorText::tr("The name or the password is wrong.");
    case ErrorCode::Denied:
        return ErrorText::tr("Your role does not allow this.");
    case ErrorCode::Cancelled:
        return ErrorText::tr("Cancelled. Nothing was changed.");
    case ErrorCode::Busy:
        return ErrorText::tr("It is in use by another program. Close that one first.");
    case ErrorCode::NotFound:
        return ErrorText::tr("It does not exist any more.");
    default:
        return ErrorText::tr("Something went wrong (%1). Nothing was changed; please try again.");
    }
}

} // namespace

QString localisedPlace(const QString& place)
{
    static const QRegularExpression counted(u"\\b(line|column|row) ([0-9]+)"_s);
    QString text;
    qsizetype at = 0;
    for (auto found = counted.globalMatch(place); found.hasNext();) {
        const QRegularExpressionMatch match = found.next();
        const QString number = match.captured(2);
        text += place.sliced(at, match.capturedStart() - at);
        text += match.captured(1) == "line"_L1     ? ErrorText::tr("line %1").arg(number)
                : match.captured(1) == "column"_L1 ? ErrorText::tr("column %1").arg(number)
                                                   : ErrorText::tr("row %1").arg(number);
        at = match.capturedEnd();
    }
    return text + place.sliced(at);
}

QString localisedText(const Error& error)
{
    QString sentence = error.message.localised();
    if (sentence.isEmpty()) {
        sentence = sentenceFor(error.code);
        if (sentence.contains("%1"_L1))
            sentence = sentence.arg(error.word());
    }
    const QString where = localisedPlace(statetexts::fieldText(error.where));
    const bool isNamed = !where.isEmpty() && !sentence.contains(where, Qt::CaseInsensitive);
    QString text = isNamed ? QString(where + u": "_s + sentence) : sentence;
    if (!error.requestId.isEmpty())
        text += u' ' + ErrorText::tr("(request %1)").arg(error.requestId);
    return text;
}

} // namespace sitebook
