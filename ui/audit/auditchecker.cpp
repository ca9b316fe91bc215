// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/audit/auditchecker.h"

#include "ui/audit/problemsmodel.h"
#include "ui/theme/theme.h"
#include "ui/widgets/card.h"
#include "ui/widgets/errortext.h"
#include "ui/widgets/label.h"
#include "ui/widgets/progressstrip.h"
#include "ui/widgets/recordtable.h"
#include "ui/widgets/whendone.h"

#include <QLabel>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace sitebook {

AuditChecker::AuditChecker(AuditService& service, QWidget* parent)
    : QWidget(parent)
    , m_service(service)
    , m_problems(new ProblemsModel(this))
    , m_relay([this](qint64 done, qint64 total) { m_strip->setProgress(done, total); })
{
    const Theme& theme = Theme::of(this);
    auto* card = new Card;
    m_strip = new ProgressStrip;
    card->body()->addWidget(m_strip);
    m_result = new QWidget;
    auto* row = new QHBoxLayout(m_result);
    row->setContentsMargins({});
    row->setSpacing(theme.between());
    m_icon = new QLabel;
    m_verdict = makeParagraph({});
    m_verdict->setObjectName(u"verdict"_s);
    m_close = new QToolButton;
    m_close->setIcon(theme.mutedIcon(u"close"_s));
    m_close->setToolTip(tr("Close the result"));
    m_close->setAccessibleName(m_close->toolTip());
    row->addWidget(m_icon);
    row->addWidget(m_verdict, 1);
    row->addWidget(m_close);
    card->body()->addWidget(m_result);
    m_table = new RecordTable;
    m_table->setObjectName(u"problems"_s);
    m_table->setAccessibleName(tr("Problems found by the check"));
    m_table->setModel(m_problems);
    m_table->setDefaultWidths({220, -1});
    m_table->setMaximumHeight(theme.scaled(200));
    card->body()->addWidget(m_table);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins({});
    outer->addWidget(card);
    connect(m_strip, &ProgressStrip::cancelRequested, this, [this] { m_cancel.cancel(); });
    connect(m_close, &QToolButton::clicked, this, &QWidget::hide);
    hide();
}

AuditChecker::~AuditChecker()
{
    m_cancel.cancel();
}

void AuditChecker::run()
{
    if (m_running)
        return;
    m_running = true;
    m_cancel = {};
    m_result->hide();
    m_table->hide();
    m_strip->start(tr("Checking chains, seals and database"));
    show();
    Q_EMIT runningChanged(true);
    whenDone(this, m_service.check(m_relay.progress(), m_cancel),
             [this](const Result<AuditService::CheckReport>& answer) { finished(answer); });
}

void AuditChecker::finished(const Result<AuditService::CheckReport>& answer)
{
    m_running = false;
    m_strip->finish();
    if (answer) {
        showReport(*answer);
    } else if (answer.error().code == ErrorCode::Cancelled) {
        hide();
    } else {
        m_problems->setRows({});
        m_verdict->setText(localisedText(answer.error()));
        const Theme& theme = Theme::of(this);
        m_icon->setPixmap(theme.pixmap(u"error"_s, Tone::Danger, theme.scaled(20), devicePixelRatioF()));
        m_result->show();
    }
    Q_EMIT runningChanged(false);
}

void AuditChecker::showReport(const AuditService::CheckReport& report)
{
    const Theme& theme = Theme::of(this);
    const bool good = report.problems.empty();
    const QString operations = tr("%n operation(s)", nullptr, static_cast<int>(report.operations));
    const QString records = tr("%n record(s)", nullptr, static_cast<int>(report.records));
    m_verdict->setText(
        good ? tr("Everything holds together: %1 and %2 checked, no problem found.").arg(operations, records)
             : tr("%n problem(s) found. Keep this desk as it is and tell your data manager.", nullptr,
                  static_cast<int>(report.problems.size())));
    m_icon->setPixmap(theme.pixmap(good ? u"success"_s : u"error"_s, good ? Tone::Success : Tone::Danger,
                                   theme.scaled(20), devicePixelRatioF()));
    m_problems->setRows(report.problems);
    m_result->show();
    m_table->setVisible(!good);
}

} // namespace sitebook
