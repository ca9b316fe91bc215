// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/progressstrip.h"

#include "ui/widgets/label.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace sitebook {

ProgressStrip::ProgressStrip(QWidget* parent)
    : QWidget(parent)
    , m_what(makeLabel({}, Theme::Type::Body, false, this))
    , m_count(makeLabel({}, Theme::Type::Small, true, this))
    , m_bar(new QProgressBar(this))
    , m_cancel(makeButton(tr("Cancel"), {}, this))
{
    const Theme& theme = Theme::of(this);
    m_bar->setTextVisible(false);
    auto* head = new QHBoxLayout;
    head->addWidget(m_what, 1);
    head->addWidget(m_count);
    auto* words = new QVBoxLayout;
    words->setSpacing(theme.inside());
    words->addLayout(head);
    words->addWidget(m_bar);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme.around());
    row->addLayout(words, 1);
    row->addWidget(m_cancel);
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        m_cancel->setEnabled(false);
        m_count->setText(tr("Stopping…"));
        Q_EMIT cancelRequested();
    });
    hide();
}

void ProgressStrip::start(const QString& what)
{
    m_what->setText(what);
    m_bar->setAccessibleName(what);
    m_count->clear();
    m_bar->setRange(0, 0);
    m_cancel->setEnabled(true);
    m_cancel->setText(tr("Cancel"));
    m_clock.start();
    show();
}

void ProgressStrip::setProgress(qint64 done, qint64 total)
{
    if (!m_cancel->isEnabled() && m_cancel->isVisibleTo(this))
        return;
    const QLocale locale;
    if (total <= 0) {
        m_bar->setRange(0, 0);
        m_count->setText(locale.toString(done));
        return;
    }
    // The bar counts in thousandths: totals may be larger than an int.
    m_bar->setRange(0, 1000);
    m_bar->setValue(static_cast<int>(1000 * qMin(done, total) / total));
    const QString count = tr("%1 of %2").arg(locale.toString(done), locale.toString(total));
    const QString rest = restText(m_clock.isValid() ? m_clock.elapsed() : 0, done, total);
    m_count->setText(rest.isEmpty() ? count : QString(count + u" · "_s + rest));
}

void ProgressStrip::finish()
{
    hide();
}

void ProgressStrip::setCancellable(bool cancellable)
{
    m_cancel->setVisible(cancellable);
}

QString ProgressStrip::countText() const
{
    return m_count->text();
}

QString ProgressStrip::restText(qint64 elapsedMs, qint64 done, qint64 total)
{
    // The first second tells too little.
    if (done <= 0 || total <= done || elapsedMs < 1000)
        return {};
    const qint64 seconds = (total - done) * elapsedMs / done / 1000;
    if (seconds < 60)
        return tr("less than a minute left");
    return tr("about %n minute(s) left", nullptr, static_cast<int>((seconds + 59) / 60));
}

} // namespace sitebook
