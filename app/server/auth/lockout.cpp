// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/auth/lockout.h"

namespace sitebook::server {

namespace {
constexpr size_t namesLimit = 100'000;
}

int Lockout::waitSeconds(const QString& name, Time now)
{
    const std::scoped_lock lock(m_mutex);
    const auto entry = m_entries.find(name.toStdString());
    if (entry == m_entries.end())
        return 0;
    const auto left = entry->second.last + duration - now;
    if (left <= Time::duration::zero()) {
        m_entries.erase(entry);
        return 0;
    }
    if (entry->second.failures < failuresAllowed)
        return 0;
    return static_cast<int>(std::chrono::ceil<std::chrono::seconds>(left).count());
}

void Lockout::failed(const QString& name, Time now)
{
    const std::scoped_lock lock(m_mutex);
    if (m_entries.size() >= namesLimit)
        std::erase_if(m_entries, [now](const auto& entry) { return entry.second.last + duration < now; });
    Entry& entry = m_entries[name.toStdString()];
    ++entry.failures;
    entry.last = now;
}

void Lockout::succeeded(const QString& name)
{
    const std::scoped_lock lock(m_mutex);
    m_entries.erase(name.toStdString());
}

} // namespace sitebook::server
