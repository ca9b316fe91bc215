// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/pageinfo.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sitebook {
namespace {

class PageNames final
{
    Q_DECLARE_TR_FUNCTIONS(PageNames)
};

} // namespace

QList<PageInfo> pageInfos()
{
    return {{PageId::Today, u"today"_s, PageNames::tr("Today"), QKeySequence(Qt::CTRL | Qt::Key_1)},
            {PageId::Patients, u"patients"_s, PageNames::tr("Patients"), QKeySequence(Qt::CTRL | Qt::Key_2)},
            {PageId::Casebook, u"visit"_s, PageNames::tr("Casebook"), QKeySequence(Qt::CTRL | Qt::Key_3)},
            {PageId::Reports, u"reports"_s, PageNames::tr("Reports"), QKeySequence(Qt::CTRL | Qt::Key_4)},
            {PageId::Queries, u"queries"_s, PageNames::tr("Queries"), QKeySequence(Qt::CTRL | Qt::Key_5)},
            {PageId::Queue, u"queue"_s, PageNames::tr("Queue"), QKeySequence(Qt::CTRL | Qt::Key_6)},
            {PageId::Sync, u"sync"_s, PageNames::tr("Sync"), QKeySequence(Qt::CTRL | Qt::Key_7)},
            {PageId::Audit, u"audit"_s, PageNames::tr("Audit trail"), QKeySequence(Qt::CTRL | Qt::Key_8)},
            {PageId::Settings, u"settings"_s, PageNames::tr("Settings"), QKeySequence(Qt::CTRL | Qt::Key_Comma)}};
}

} // namespace sitebook
