// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/place.h"
#include "ui/widgets/page.h"
#include "ui/widgets/userprompt.h"

namespace sitebook {

class Preferences;

// Makes the pages of the other areas. A page belongs to `parent`.
class PageFactory
{
public:
    PageFactory() = default;
    PageFactory(const PageFactory&) = delete;
    PageFactory& operator=(const PageFactory&) = delete;
    virtual ~PageFactory() = default;
    [[nodiscard]] virtual Page* make(const Place& place, Navigator& navigator, QWidget* parent) = 0;
    virtual void openExport(QWidget* parent, Navigator& navigator, const ExportRequest& preset) = 0;
    virtual void openNewReport(QWidget* parent, Navigator& navigator, const RecordId& patient) = 0;
    virtual void openVisit(QWidget* parent, const RecordId& patient, const QString& eventOid, int repeat) = 0;
    virtual void openImport(QWidget* parent, Navigator& navigator) = 0;
};

[[nodiscard]] std::unique_ptr<PageFactory> makePageFactory(Workspace& workspace, UserPrompt& prompt,
                                                           Preferences& preferences);

} // namespace sitebook
