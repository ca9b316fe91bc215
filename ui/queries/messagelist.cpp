// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/queries/messagelist.h"

#include "core/model/partialdate.h"
#include "ui/queries/querywords.h"
#include "ui/widgets/card.h"
#include "ui/widgets/label.h"

#include <QLabel>
#include <QLocale>
#include <QScrollBar>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace sitebook {

MessageList::MessageList(QWidget* parent)
    : QScrollArea(parent)
{
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("Messages"));
    setFocusPolicy(Qt::NoFocus);
    connect(verticalScrollBar(), &QScrollBar::rangeChanged, this,
            [this](int, int last) { verticalScrollBar()->setValue(last); });
}

QWidget* MessageList::bubble(const QueryMessage& message) const
{
    auto* whole = new QWidget;
    auto* rows = new QVBoxLayout(whole);
    rows->setContentsMargins(0, 0, 0, Theme::of(this).between());
    rows->setSpacing(2);
    const QDateTime at = QDateTime::fromMSecsSinceEpoch(message.at.utcMs);
    const QString when = PartialDate(at.date()).toDisplay() + u' ' + QLocale().toString(at.time(), u"HH:mm"_s);
    QString head = tr("%1, %2", "who did what, when").arg(QueryWords::heading(message), when);
    if (!message.onServer)
        head = tr("%1 · not sent yet").arg(head);
    auto* line = makeLabel(head, Theme::Type::Small, true, whole);
    line->setWordWrap(true);
    rows->addWidget(line);
    if (!message.text.isEmpty()) {
        QLabel* text = makeParagraph(message.text, false, whole);
        text->setTextFormat(Qt::PlainText);
        text->setTextInteractionFlags(Qt::TextSelectableByMouse);
        rows->addWidget(text);
    }
    return whole;
}

void MessageList::setMessages(const std::vector<QueryMessage>& messages)
{
    auto* column = new QWidget;
    auto* rows = new QVBoxLayout(column);
    rows->setContentsMargins(0, 0, Theme::of(this).between(), 0);
    rows->setSpacing(Theme::of(this).between());
    QStringList lines;
    for (const QueryMessage& message : messages) {
        rows->addWidget(bubble(message));
        lines << QueryWords::heading(message) << message.text;
    }
    rows->addStretch(1);
    m_plainText = lines.join(u'\n');
    setAccessibleDescription(m_plainText);
    setWidget(column);
}

} // namespace sitebook
