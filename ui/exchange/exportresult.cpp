// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exchange/exportresult.h"

#include "ui/theme/theme.h"
#include "ui/widgets/keyvaluelist.h"
#include "ui/widgets/label.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QDir>
#include <QFileInfo>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace sitebook {
namespace {

// A digest or path without a space would not wrap: it may break after every so many signs.
QString breakable(const QString& text, int every)
{
    QString broken;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (i > 0 && i % every == 0)
            broken += QChar(0x200B); // zero width space; not copied, see copyDigest
        broken += text[i];
    }
    return broken;
}

} // namespace

ExportResult::ExportResult(QWidget* parent)
    : QWidget(parent)
{
    const Theme& theme = Theme::of(this);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(theme.around());
    auto* head = new QHBoxLayout;
    auto* icon = new QLabel;
    icon->setPixmap(theme.pixmap(u"success"_s, Tone::Success, theme.scaled(28), devicePixelRatioF()));
    m_title = makeLabel({}, Theme::Type::Section);
    m_title->setObjectName(u"resultTitle"_s);
    head->addWidget(icon);
    head->addWidget(m_title, 1);
    column->addLayout(head);
    m_facts = new KeyValueList;
    m_facts->setObjectName(u"receipt"_s);
    column->addWidget(m_facts);
    auto* buttons = new QHBoxLayout;
    auto* folder = makeButton(tr("&Show in folder"), u"folder"_s);
    folder->setObjectName(u"showInFolder"_s);
    auto* copy = makeButton(tr("&Copy SHA-256"), u"copy"_s);
    copy->setObjectName(u"copyDigest"_s);
    buttons->addWidget(folder);
    buttons->addWidget(copy);
    buttons->addStretch(1);
    column->addLayout(buttons);
    column->addStretch(1);
    connect(folder, &QPushButton::clicked, this,
            [this] { QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(m_receipt.path).absolutePath())); });
    connect(copy, &QPushButton::clicked, this, &ExportResult::copyDigest);
}

void ExportResult::show(const ExportReceiptView& receipt)
{
    m_receipt = receipt;
    const QLocale locale;
    m_title->setText(tr("%n row(s) exported", nullptr, static_cast<int>(receipt.rows)));
    m_facts->setRow(u"file"_s, tr("File"), breakable(QDir::toNativeSeparators(receipt.path), 16));
    m_facts->setRow(
        u"content"_s, tr("Content"),
        tr("%1 patients, %2 reports").arg(locale.toString(receipt.patients), locale.toString(receipt.reports)));
    m_facts->setRow(u"bytes"_s, tr("Size"),
                    tr("%1 (%2 bytes)").arg(locale.formattedDataSize(receipt.bytes), locale.toString(receipt.bytes)));
    m_facts->setRow(u"sha256"_s, tr("SHA-256"), breakable(receipt.sha256, 8));
    m_facts->setRow(u"manifest"_s, tr("Manifest"), breakable(QDir::toNativeSeparators(receipt.manifestPath), 16));
}

void ExportResult::copyDigest()
{
    QGuiApplication::clipboard()->setText(m_receipt.sha256);
}

} // namespace sitebook
