// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/gotodialog.h"

#include "ui/reports/reportsession.h"
#include "ui/theme/theme.h"
#include "ui/widgets/studywords.h"

#include <QCoreApplication>
#include <QDialog>
#include <QLineEdit>
#include <QListWidget>
#include <QVBoxLayout>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace sitebook {

namespace {

struct GoTo
{
    Q_DECLARE_TR_FUNCTIONS(GoTo)
};

constexpr int mostShown = 100;

struct Place
{
    QString oid;
    QString target; // the group where the item is a column of a table
    QString text;
    QString searched;
    bool hidden = false;
};

std::vector<Place> placesOf(const ReportSession& session)
{
    const StudyIndex index(session.study());
    const QStringList& list = session.evaluation().hidden;
    const QSet<QString> hidden(list.begin(), list.end());
    std::vector<Place> places;
    int number = 0;
    const auto add = [&](const QString& oid, const QString& target, const QString& text, const QString& name) {
        places.push_back({oid, target, text, QString(text + u' ' + name).toCaseFolded(), hidden.contains(target)});
    };
    for (const ItemGroupRef& reference : session.form().groups) {
        const ItemGroupDef* group = index.group(reference.groupOid);
        if (!group)
            continue;
        const QString title = group->description.in(studyLanguage()).section(u'\n', 0, 0);
        add(group->oid, group->oid, GoTo::tr("Section: %1").arg(title.isEmpty() ? group->name : title), group->name);
        for (const ItemRef& each : group->items) {
            const ItemDef* item = index.item(each.itemOid);
            if (!item || item->hidden || item->control == Control::Display)
                continue;
            const QString question = item->question.in(studyLanguage()).section(u'\n', 0, 0);
            add(item->oid, group->repeating ? group->oid : item->oid,
                u"%1. %2"_s.arg(++number).arg(question.isEmpty() ? item->name : question), item->name);
        }
    }
    return places;
}

QString whyHidden(const ReportSession& session, const QString& oid)
{
    for (const WhyLine& line : session.why(oid))
        if (line.outcome == WhyLine::Outcome::NotAsked)
            return GoTo::tr("not asked now: %1").arg(line.rule);
    return GoTo::tr("not asked now");
}

void show(QListWidget& list, const ReportSession& session, const std::vector<Place>& places, const QString& text)
{
    const QString wanted = text.trimmed().toCaseFolded();
    list.clear();
    int more = 0;
    for (const Place& place : places) {
        if (!place.searched.contains(wanted))
            continue;
        if (list.count() == mostShown) {
            ++more;
            continue;
        }
        const QString words =
            place.hidden ? GoTo::tr("%1 (%2)").arg(place.text, whyHidden(session, place.oid)) : place.text;
        auto* row = new QListWidgetItem(words, &list);
        row->setData(Qt::UserRole, place.target);
        if (place.hidden)
            row->setFlags(Qt::NoItemFlags);
        else if (list.currentRow() < 0)
            list.setCurrentItem(row);
    }
    if (more > 0)
        (new QListWidgetItem(GoTo::tr("and %n more: type more of the text", nullptr, more), &list))
            ->setFlags(Qt::NoItemFlags);
}

} // namespace

void openGoTo(QWidget* parent, const ReportSession& session, std::function<void(const QString&)> go)
{
    auto* dialog = new QDialog(parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(u"goTo"_s);
    dialog->setWindowTitle(GoTo::tr("Go to a question"));
    auto* column = new QVBoxLayout(dialog);
    auto* field = new QLineEdit(dialog);
    field->setPlaceholderText(GoTo::tr("Text, name or number; Enter goes there"));
    field->setAccessibleName(dialog->windowTitle());
    auto* list = new QListWidget(dialog);
    list->setAccessibleName(GoTo::tr("Questions"));
    column->addWidget(field);
    column->addWidget(list, 1);
    const auto places = std::make_shared<const std::vector<Place>>(placesOf(session));
    show(*list, session, *places, {});
    const auto choose = [dialog, list, go = std::move(go)] {
        const QListWidgetItem* row = list->currentItem();
        if (!row || row->flags() == Qt::NoItemFlags)
            return;
        const QString target = row->data(Qt::UserRole).toString();
        dialog->accept();
        go(target);
    };
    QObject::connect(field, &QLineEdit::textChanged, list,
                     [list, &session, places](const QString& text) { show(*list, session, *places, text); });
    QObject::connect(field, &QLineEdit::returnPressed, dialog, choose);
    QObject::connect(list, &QListWidget::itemActivated, dialog, choose);
    dialog->resize(Theme::of(dialog).scaled(560), Theme::of(dialog).scaled(360));
    dialog->open();
    field->setFocus();
}

} // namespace sitebook
