// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/welcomepage.h"

#include "ui/widgets/card.h"
#include "ui/widgets/label.h"

#include <QDir>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace sitebook {

WelcomePage::WelcomePage(QWidget* parent)
    : StartPage(parent)
    , m_cards(new QVBoxLayout)
    , m_cardBox(new QWidget(this))
    , m_setup(makePrimaryButton(tr("Set up a workspace"), u"add"_s))
{
    const Theme& theme = Theme::of(this);
    setHeading(
        tr("Welcome"),
        tr("A workspace holds one study at one site, sealed on this computer. Open yours, or set up a new one."));
    m_cards->setContentsMargins(0, 0, 0, 0);
    m_cards->setSpacing(theme.between());
    m_cardBox->setLayout(m_cards);
    content()->addWidget(m_cardBox);
    auto* open = makeButton(tr("Open another folder…"), u"folder"_s);
    m_setup->setObjectName(u"setup"_s);
    open->setObjectName(u"openFolder"_s);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_setup);
    buttons->addWidget(open);
    buttons->addStretch(1);
    content()->addLayout(buttons);
    content()->addStretch(1);
    connect(m_setup, &QPushButton::clicked, this, &WelcomePage::setupWanted);
    connect(open, &QPushButton::clicked, this, &WelcomePage::folderWanted);
}

void WelcomePage::setRecent(const std::vector<WorkspacePreview>& workspaces)
{
    const auto before = m_cardBox->findChildren<Card*>(Qt::FindDirectChildrenOnly);
    for (Card* card : before) {
        card->setParent(nullptr); // may be in the middle of its own click
        card->deleteLater();
    }
    for (const WorkspacePreview& workspace : workspaces)
        addCard(workspace);
    m_cardBox->setVisible(!workspaces.empty());
}

void WelcomePage::focusFirst()
{
    Card* first = m_cardBox->findChild<Card*>(QString(), Qt::FindDirectChildrenOnly);
    (first ? static_cast<QWidget*>(first) : m_setup)->setFocus(Qt::OtherFocusReason);
}

void WelcomePage::addCard(const WorkspacePreview& workspace)
{
    auto* card = new Card({}, m_cardBox);
    card->setInteractive(true);
    const QString site = tr("Site %1").arg(workspace.site.toString());
    card->setAccessibleName(workspace.studyName + u", "_s + site);
    auto* title = makeLabel(workspace.studyName);
    title->setProperty("type", u"strong"_s);
    card->body()->setSpacing(2);
    card->body()->addWidget(title);
    card->body()->addWidget(makeLabel(site + u" · "_s + workspace.users.join(u", "_s), Theme::Type::Small, true));
    card->body()->addWidget(makeLabel(QDir::toNativeSeparators(workspace.path), Theme::Type::Small, true));
    m_cards->addWidget(card);
    connect(card, &Card::clicked, this, [this, path = workspace.path] { Q_EMIT workspaceChosen(path); });
}

} // namespace sitebook
