// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace sitebook {

// One field of a REDCap project, as the data dictionary's 18 columns say it, whichever file it came from.
struct RedcapField
{
    QString name;    // variable
    QString form;    // unique form name
    QString section; // header above the field; begins a new section
    QString type;    // text, notes, dropdown, radio, checkbox, calc, file, descriptive, slider, yesno, truefalse, sql
    QString label;
    QString choices; // "raw, Label | raw, Label", the calculation, or the slider's words
    QString note;
    QString validation; // of text: "date_ymd"; of a slider: "number" shows it
    QString least;
    QString most;
    QString identifier; // "y"
    QString branching;
    QString required; // "y"
    QString alignment;
    QString questionNumber;
    QString matrix;
    QString ranking;    // "y"
    QString annotation; // action tags and free text
    QString place;      // "row 7"
};

} // namespace sitebook
