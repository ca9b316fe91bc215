// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/trace.h"

#include "ui/widgets/recordtable.h"
#include "ui/widgets/searchfield.h"

#include <QApplication>
#include <QEvent>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace sitebook {
namespace {

const RecordTable* paintedTable(const QObject* watched)
{
    const QObject* parent = watched->isWidgetType() ? watched->parent() : nullptr;
    const auto* table = qobject_cast<const RecordTable*>(parent);
    return table && table->viewport() == watched ? table : nullptr;
}

} // namespace

Trace::Trace(QObject* parent)
    : QObject(parent)
{
    m_clock.start();
    qApp->installEventFilter(this);
}

void Trace::passwordAccepted()
{
    m_acceptedAt = m_clock.nsecsElapsed();
}

void Trace::saved()
{
    if (m_inputAt >= 0)
        add("save_form", m_clock.nsecsElapsed() - std::exchange(m_inputAt, -1));
}

bool Trace::eventFilter(QObject* watched, QEvent* event)
{
    switch (event->type()) {
    case QEvent::KeyPress:
        if (qobject_cast<SearchField*>(watched))
            m_keyAt = m_clock.nsecsElapsed();
        [[fallthrough]];
    case QEvent::MouseButtonRelease:
    case QEvent::Shortcut:
        m_inputAt = m_clock.nsecsElapsed();
        break;
    case QEvent::Paint:
        if (m_acceptedAt >= 0 || m_keyAt >= 0) {
            const RecordTable* table = paintedTable(watched);
            const bool hasRows = table && table->model() && table->model()->rowCount() > 0;
            // Comes after the paint that follows this event.
            if (table && (hasRows || m_acceptedAt < 0))
                QMetaObject::invokeMethod(this, &Trace::painted, Qt::QueuedConnection);
        }
        break;
    default:
        break;
    }
    return false;
}

void Trace::painted()
{
    const qint64 now = m_clock.nsecsElapsed();
    if (m_acceptedAt >= 0)
        add("first_table", now - std::exchange(m_acceptedAt, -1));
    if (m_keyAt >= 0)
        add("keystroke", now - std::exchange(m_keyAt, -1));
}

void Trace::add(const char* measure, qint64 nanoseconds)
{
    m_milliseconds[measure].push_back(static_cast<double>(nanoseconds) / 1e6);
}

QByteArray Trace::report() const
{
    QByteArray lines;
    for (const auto& [measure, all] : m_milliseconds) {
        std::vector<double> sorted = all;
        std::sort(sorted.begin(), sorted.end());
        const QJsonObject line{{u"measure"_s, QString::fromLatin1(measure)},
                               {u"count"_s, static_cast<qint64>(sorted.size())},
                               {u"median_ms"_s, sorted[sorted.size() / 2]},
                               {u"max_ms"_s, sorted.back()}};
        lines += QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n';
    }
    return lines;
}

} // namespace sitebook
