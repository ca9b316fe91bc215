// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settingspage.h"

#include "ui/settings/languages.h"
#include "ui/widgets/card.h"
#include "ui/widgets/fieldrow.h"
#include "ui/widgets/keyvaluelist.h"
#include "ui/widgets/label.h"
#include "ui/widgets/statetexts.h"

#include <QComboBox>
#include <QDir>
#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace sitebook {

SettingsPage::SettingsPage(Workspace& workspace, Preferences& preferences, QWidget* parent)
    : Page(parent)
    , m_workspace(workspace)
    , m_preferences(preferences)
    , m_theme(new QComboBox)
    , m_language(new QComboBox)
    , m_textScale(new QComboBox)
    , m_workers(new QComboBox)
{
    const Theme& theme = Theme::of(this);
    auto* column = new QWidget;
    column->setObjectName(u"page"_s);
    column->setMaximumWidth(theme.scaled(640));
    auto* cards = new QVBoxLayout(column);
    cards->setContentsMargins(theme.around(), theme.around(), theme.around(), theme.around());
    cards->setSpacing(theme.around());
    cards->addWidget(makeAppearance());
    cards->addWidget(makeQueue());
    cards->addWidget(makeWorkspaceFacts());
    cards->addStretch(1);
    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(column);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(scroll);
}

QWidget* SettingsPage::makeAppearance()
{
    auto* card = new Card(tr("Appearance"));
    m_theme->setObjectName(u"theme"_s);
    m_theme->addItem(tr("As the system"), QVariant::fromValue(Theme::Mode::System));
    m_theme->addItem(tr("Light"), QVariant::fromValue(Theme::Mode::Light));
    m_theme->addItem(tr("Dark"), QVariant::fromValue(Theme::Mode::Dark));
    m_theme->setCurrentIndex(m_theme->findData(QVariant::fromValue(m_preferences.themeMode())));
    m_language->setObjectName(u"language"_s);
    m_language->addItem(tr("As the system"), QString());
    for (const Languages::Language& language : Languages::all())
        m_language->addItem(language.name, language.code);
    m_language->setCurrentIndex(qMax(0, m_language->findData(m_preferences.language())));
    m_textScale->setObjectName(u"textScale"_s);
    for (const int percent : {90, 100, 115, 130, 150, 175, 200})
        m_textScale->addItem(tr("%1 %").arg(percent), percent);
    m_textScale->setCurrentIndex(m_textScale->findData(qRound(m_preferences.textScale() * 100)));
    const std::pair<QString, QComboBox*> rows[] = {
        {tr("Colours"), m_theme}, {tr("Language"), m_language}, {tr("Size of text"), m_textScale}};
    for (const auto& [label, box] : rows) {
        box->setMinimumWidth(Theme::of(this).scaled(220));
        auto* row = new FieldRow(label, box);
        row->setCompact(true);
        card->body()->addWidget(row);
    }
    connect(m_theme, &QComboBox::activated, this,
            [this] { m_preferences.setThemeMode(m_theme->currentData().value<Theme::Mode>()); });
    connect(m_language, &QComboBox::activated, this,
            [this] { m_preferences.setLanguage(m_language->currentData().toString()); });
    connect(m_textScale, &QComboBox::activated, this,
            [this] { m_preferences.setTextScale(m_textScale->currentData().toInt() / 100.0); });
    return card;
}

QWidget* SettingsPage::makeQueue()
{
    auto* card = new Card(tr("Submission queue"));
    m_workers->setObjectName(u"workers"_s);
    m_workers->setMinimumWidth(Theme::of(this).scaled(220));
    m_workers->addItem(tr("As many as the computer has cores"), 0);
    for (const int workers : {1, 2, 3, 4, 5, 6, 8, 12, 16})
        m_workers->addItem(tr("%n report(s)", nullptr, workers), workers);
    m_workers->setCurrentIndex(qMax(0, m_workers->findData(m_preferences.queueWorkers())));
    auto* row = new FieldRow(tr("Reports checked at the same time"), m_workers);
    row->setHelp(tr("Takes effect when the workspace is opened next."));
    row->setCompact(true);
    card->body()->addWidget(row);
    connect(m_workers, &QComboBox::activated, this,
            [this] { m_preferences.setQueueWorkers(m_workers->currentData().toInt()); });
    return card;
}

QWidget* SettingsPage::makeWorkspaceFacts()
{
    const WorkspaceInfo& info = m_workspace.info();
    auto* card = new Card(tr("This workspace"));
    auto* facts = new KeyValueList;
    facts->setRow(u"study"_s, tr("Study"), info.studyName);
    facts->setRow(u"version"_s, tr("Version of the study"), info.studyVersion);
    facts->setRow(u"site"_s, tr("Site"), info.site.toString());
    facts->setRow(u"user"_s, tr("Signed in"),
                  tr("%1, %2").arg(m_workspace.user().displayName, statetexts::text(m_workspace.user().role)));
    facts->setRow(u"server"_s, tr("Study server"),
                  info.serverUrl.isEmpty() ? tr("None: everything stays here") : info.serverUrl);
    facts->setRow(u"folder"_s, tr("Folder"), QDir::toNativeSeparators(info.path));
    facts->setRow(u"device"_s, tr("Device"), info.device.toString());
    const QString keychain = info.keychainMessage.localised();
    facts->setRow(u"keychain"_s, tr("Keychain of the system"), keychain.isEmpty() ? tr("In use") : keychain);
    card->body()->addWidget(facts);
    return card;
}

void SettingsPage::activated()
{
    m_theme->setFocus(Qt::OtherFocusReason);
}

} // namespace sitebook
