// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/scorestrip.h"

#include "ui/reports/reportsession.h"
#include "ui/widgets/studywords.h"

using namespace Qt::StringLiterals;

namespace sitebook {

namespace {

QString sentence(const ScoreReading& score, const QString& language)
{
    const QString title = score.title.in(language).toHtmlEscaped();
    if (score.value.isEmpty())
        return ScoreStrip::tr("%1: not scored yet").arg(title);
    QString text =
        score.maximum > 0
            ? ScoreStrip::tr("%1: <b>%2</b> of %3").arg(title, score.value, QLocale().toString(score.maximum, 'g', 6))
            : ScoreStrip::tr("%1: <b>%2</b>").arg(title, score.value);
    if (const QString band = score.band.in(language); !band.isEmpty())
        text += u" · "_s + band.toHtmlEscaped();
    return text;
}

} // namespace

ScoreStrip::ScoreStrip(ReportSession& session, QWidget* parent)
    : QLabel(parent)
    , m_session(session)
{
    setObjectName(u"scoreStrip"_s);
    setTextFormat(Qt::RichText);
    setWordWrap(true);
    setAccessibleName(tr("Scores"));
    connect(&m_session, &ReportSession::evaluated, this, &ScoreStrip::refresh);
    hide();
}

void ScoreStrip::refresh()
{
    if (!m_session.isOpen())
        return;
    QStringList parts;
    for (const ScoreReading& score : m_session.scores())
        parts.append(sentence(score, studyLanguage()));
    setText(parts.join(u"<br>"_s));
    setVisible(!parts.isEmpty());
}

} // namespace sitebook
