// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <map>
#include <vector>

class QWidget;

namespace sitebook {

// Measures what a person waits for, from the outside: input event to the paint or the notice that answers it.
//   first_table  password accepted -> a table with rows has been painted
//   keystroke    a key in a search field -> the table has been painted
//   save_form    the last key or click -> the notice or page that says it is saved
class Trace final : public QObject
{
    Q_OBJECT
public:
    explicit Trace(QObject* parent = nullptr);
    void passwordAccepted();
    void saved();
    // One JSON object a line: {"measure": ..., "count": n, "median_ms": ..., "max_ms": ...}.
    [[nodiscard]] QByteArray report() const;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void painted();
    void add(const char* measure, qint64 nanoseconds);
    std::map<QByteArray, std::vector<double>> m_milliseconds;
    QElapsedTimer m_clock;
    qint64 m_acceptedAt = -1;
    qint64 m_keyAt = -1;
    qint64 m_inputAt = -1;
};

} // namespace sitebook
