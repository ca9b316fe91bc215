// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/logging.h"

namespace sitebook {
Q_LOGGING_CATEGORY(lcApp, "sitebook.app")
Q_LOGGING_CATEGORY(lcStore, "sitebook.store")
Q_LOGGING_CATEGORY(lcQueue, "sitebook.queue")
Q_LOGGING_CATEGORY(lcSync, "sitebook.sync")
Q_LOGGING_CATEGORY(lcSecurity, "sitebook.security")
Q_LOGGING_CATEGORY(lcExchange, "sitebook.exchange")
Q_LOGGING_CATEGORY(lcServer, "sitebook.server")
Q_LOGGING_CATEGORY(lcUi, "sitebook.ui")
} // namespace sitebook
