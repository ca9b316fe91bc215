// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/navigator.h"
#include "ui/widgets/userprompt.h"

namespace sitebook::fake {

// Writes down where a screen wanted to send the person: "openPatient <id>", "notice Saved.", ...
class FakeNavigator final : public Navigator
{
public:
    void openPage(PageId page) override { note(QStringLiteral("openPage"), QString::number(static_cast<int>(page))); }
    void openPatient(const RecordId& patient) override { note(QStringLiteral("openPatient"), patient.toString()); }
    void registerPatient() override { note(QStringLiteral("registerPatient")); }
    void editPatient(const RecordId& patient) override { note(QStringLiteral("editPatient"), patient.toString()); }
    void openReport(const RecordId& report) override { note(QStringLiteral("openReport"), report.toString()); }
    void openReportAt(const RecordId& report, const QString& itemOid) override
    {
        note(QStringLiteral("openReportAt"), report.toString() + u' ' + itemOid);
    }
    void newReport(const RecordId& patient, const QString& formOid, const QString& eventOid, int repeat) override
    {
        note(QStringLiteral("newReport"),
             patient.toString() + u' ' + formOid + u' ' + eventOid + u' ' + QString::number(repeat));
    }
    void chooseNewReport(const RecordId& patient) override
    {
        note(QStringLiteral("chooseNewReport"), patient.toString());
    }
    void recordVisit(const RecordId& patient, const QString& eventOid, int repeat) override
    {
        note(QStringLiteral("recordVisit"), patient.toString() + u' ' + eventOid + u' ' + QString::number(repeat));
    }
    void resumeDraft(const QString& draftKey) override { note(QStringLiteral("resumeDraft"), draftKey); }
    void openExport(const ExportRequest& preset) override
    {
        exportPreset = preset;
        note(QStringLiteral("openExport"), QString::number(preset.onlyPatients.size()));
    }
    void openImport() override { note(QStringLiteral("openImport")); }
    void showAuditOf(const RecordId& record) override { note(QStringLiteral("showAuditOf"), record.toString()); }
    void showBanner(const Error& error) override
    {
        banners.push_back(error);
        note(QStringLiteral("banner"), error.english());
    }
    void showNotice(const QString& text) override { note(QStringLiteral("notice"), text); }

    QStringList went;
    std::vector<Error> banners;
    ExportRequest exportPreset;

private:
    void note(const QString& what, const QString& detail = {})
    {
        went.append(detail.isEmpty() ? what : QString(what + u' ' + detail));
    }
};

// Answers questions instead of a person: `choice` < 0 and empty texts dismiss them.
class FakePrompt final : public UserPrompt
{
public:
    void decide(QWidget*, const QString& title, const QString&, const QStringList& buttons,
                std::function<void(int)> answer) override
    {
        asked.append(title);
        offered = buttons;
        if (choice >= 0)
            answer(choice);
    }
    void askReason(QWidget*, const QString& title, const QString&, std::function<void(const QString&)> answer) override
    {
        asked.append(title);
        if (!reason.isEmpty())
            answer(reason);
    }
    void askWhy(QWidget* parent, const QString& title, const QString& text, const QStringList& usual,
                std::function<void(const QString&)> answer) override
    {
        offered = usual;
        askReason(parent, title, text, std::move(answer));
    }
    void askPassword(QWidget*, const QString& title, const QString&,
                     std::function<void(const QString&)> answer) override
    {
        asked.append(title);
        if (!password.isEmpty())
            answer(password);
    }
    void chooseFolder(QWidget*, const QString& title, const QString&,
                      std::function<void(const QString&)> answer) override
    {
        asked.append(title);
        if (!folder.isEmpty())
            answer(folder);
    }
    void chooseFiles(QWidget*, const QString& title, const QString&,
                     std::function<void(const QStringList&)> answer) override
    {
        asked.append(title);
        if (!files.isEmpty())
            answer(files);
    }

    int choice = -1;
    QString reason;
    QString password;
    QString folder;
    QStringList files;
    QStringList asked;
    QStringList offered;
};

} // namespace sitebook::fake
