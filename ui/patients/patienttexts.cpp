// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/patients/patienttexts.h"

using namespace Qt::StringLiterals;

namespace sitebook {

QString PatientTexts::columnTitle(PatientColumn column)
{
    switch (column) {
    case PatientColumn::Identifier:
        return tr("ID");
    case PatientColumn::Name:
        return tr("Name");
    case PatientColumn::DateOfBirth:
        return tr("Born");
    case PatientColumn::Sex:
        return tr("Sex");
    case PatientColumn::Site:
        return tr("Site");
    case PatientColumn::Status:
        return tr("Status");
    case PatientColumn::Reports:
        return tr("Reports");
    case PatientColumn::Delivery:
        return tr("Delivery");
    case PatientColumn::Count:
        break;
    }
    return {};
}

QStringList PatientTexts::sexCodes()
{
    return {u"F"_s, u"M"_s, u"U"_s, u"UNDIFFERENTIATED"_s};
}

QString PatientTexts::sex(const QString& code)
{
    if (code == u"F")
        return tr("Female");
    if (code == u"M")
        return tr("Male");
    if (code == u"U")
        return tr("Unknown");
    if (code == u"UNDIFFERENTIATED")
        return tr("Undifferentiated");
    return code;
}

QString PatientTexts::age(const PartialDate& born, QDate today)
{
    if (!born.year() || *born.year() > today.year())
        return {};
    const int years = today.year() - *born.year();
    if (!born.isComplete())
        return years == 0 ? tr("under 1 year") : tr("%1 or %2 years").arg(years - 1).arg(years);
    const QDate day = born.date();
    const bool before = std::pair(today.month(), today.day()) < std::pair(day.month(), day.day());
    const int whole = years - (before ? 1 : 0);
    return whole == 1 ? tr("1 year") : tr("%1 years").arg(whole);
}

} // namespace sitebook
