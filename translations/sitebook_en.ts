<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>GoTo</name>
    <message numerus="yes">
        <source>and %n more: type more of the text</source>
        <translation>
            <numerusform>and %n more: type more of the text</numerusform>
            <numerusform>and %n more: type more of the text</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QueryWords</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RelativeTime</name>
    <message numerus="yes">
        <source>%n minute(s) ago</source>
        <translation>
            <numerusform>%n minute ago</numerusform>
            <numerusform>%n minutes ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) ago</source>
        <translation>
            <numerusform>%n hour ago</numerusform>
            <numerusform>%n hours ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n second(s)</source>
        <translation>
            <numerusform>in %n second</numerusform>
            <numerusform>in %n seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n minute(s)</source>
        <translation>
            <numerusform>in %n minute</numerusform>
            <numerusform>in %n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n hour(s)</source>
        <translation>
            <numerusform>in %n hour</numerusform>
            <numerusform>in %n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n second</numerusform>
            <numerusform>%n seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s)</source>
        <translation>
            <numerusform>about %n minute</numerusform>
            <numerusform>about %n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n hour(s)</source>
        <translation>
            <numerusform>about %n hour</numerusform>
            <numerusform>about %n hours</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SyncWords</name>
    <message numerus="yes">
        <source>%n change(s) go out with the next sync.</source>
        <translation>
            <numerusform>%n change goes out with the next sync.</numerusform>
            <numerusform>%n changes go out with the next sync.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Paused. %n report(s) wait until you resume.</source>
        <translation>
            <numerusform>Paused. %n report waits until you resume.</numerusform>
            <numerusform>Paused. %n reports wait until you resume.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nothing waits. %n report(s) could not be stored and need you.</source>
        <translation>
            <numerusform>Nothing waits. %n report could not be stored and needs you.</numerusform>
            <numerusform>Nothing waits. %n reports could not be stored and need you.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n report(s) wait to be checked, scored and sealed.</source>
        <translation>
            <numerusform>%n report waits to be checked, scored and sealed.</numerusform>
            <numerusform>%n reports wait to be checked, scored and sealed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n report(s) wait, %1 left.</source>
        <translation>
            <numerusform>%n report waits, %1 left.</numerusform>
            <numerusform>%n reports wait, %1 left.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WorkLines</name>
    <message numerus="yes">
        <source>%n change(s) in conflict with another desk</source>
        <translation>
            <numerusform>%n change in conflict with another desk</numerusform>
            <numerusform>%n changes in conflict with another desk</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) refused by the server</source>
        <translation>
            <numerusform>%n change refused by the server</numerusform>
            <numerusform>%n changes refused by the server</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n submission(s) quarantined</source>
        <translation>
            <numerusform>%n submission quarantined</numerusform>
            <numerusform>%n submissions quarantined</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n submission(s) in the queue</source>
        <translation>
            <numerusform>%n submission in the queue</numerusform>
            <numerusform>%n submissions in the queue</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) wait for the server</source>
        <translation>
            <numerusform>%n change waits for the server</numerusform>
            <numerusform>%n changes wait for the server</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open query(ies)</source>
        <translation>
            <numerusform>%n open query</numerusform>
            <numerusform>%n open queries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n overdue visit(s)</source>
        <translation>
            <numerusform>%n overdue visit</numerusform>
            <numerusform>%n overdue visits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n visit(s) due now</source>
        <translation>
            <numerusform>%n visit due now</numerusform>
            <numerusform>%n visits due now</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sitebook::AuditChecker</name>
    <message numerus="yes">
        <source>%n operation(s)</source>
        <translation>
            <numerusform>%n operation</numerusform>
            <numerusform>%n operations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s)</source>
        <translation>
            <numerusform>%n record</numerusform>
            <numerusform>%n records</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s) found. Keep this desk as it is and tell your data manager.</source>
        <translation>
            <numerusform>%n problem found. Keep this desk as it is and tell your data manager.</numerusform>
            <numerusform>%n problems found. Keep this desk as it is and tell your data manager.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sitebook::AuditModel</name>
    <message numerus="yes">
        <source>%n field(s)</source>
        <translation>
            <numerusform>%n field</numerusform>
            <numerusform>%n fields</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sitebook::AuditPage</name>
    <message numerus="yes">
        <source>%n entry(s)</source>
        <translation>
            <numerusform>%n entry</numerusform>
            <numerusform>%n entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entry(s) written to %1. Check the file with sitebook-verify.</source>
        <translation>
            <numerusform>%n entry written to %1. Check the file with sitebook-verify.</numerusform>
            <numerusform>%n entries written to %1. Check the file with sitebook-verify.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sitebook::CasebookPage</name>
    <message numerus="yes">
        <source>%n patient(s)</source>
        <translation>
            <numerusform>%n patient</numerusform>
            <numerusform>%n patients</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sitebook::ExportDialog</name>
    <message numerus="yes">
        <source>%n row(s) exported to %1.</source>
        <translation>
            <numerusform>%n row exported to %1.</numerusform>
            <numerusform>%n rows exported to %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sitebook::ExportForm</name>
    <message numerus="yes">
        <source>Only the %n selected patient(s)</source>
        <translation>
            <numerusform>Only the selected patient</numerusform>
            <numerusform>Only the %n selected patients</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sitebook::ExportResult</name>
    <message numerus="yes">
        <source>%n row(s) exported</source>
        <translation>
            <numerusform>%n row exported</numerusform>
            <numerusform>%n rows exported</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sitebook::FidelityView</name>
    <message numerus="yes">
        <source>%n element(s) taken as they stand</source>
        <translation>
            <numerusform>%n element taken as it stands</numerusform>
            <numerusform>%n elements taken as they stand</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n form(s)</source>
        <translation>
            <numerusform>%n form</numerusform>
            <numerusform>%n forms</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n item</numerusform>
            <numerusform>%n items</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s)</source>
        <translation>
            <numerusform>%n rule</numerusform>
            <numerusform>%n rules</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sitebook::FindingsPanel</name>
    <message numerus="yes">
        <source>%n problems</source>
        <translation>
            <numerusform>%n problem</numerusform>
            <numerusform>%n problems</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n questions still to answer</source>
        <translation>
            <numerusform>%n question still to answer</numerusform>
            <numerusform>%n questions still to answer</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sitebook::ImportDialog</name>
    <message numerus="yes">
        <source>&amp;Import %n record(s)</source>
        <translation>
            <numerusform>&amp;Import %n record</numerusform>
            <numerusform>&amp;Import %n records</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sitebook::ImportReport</name>
    <message numerus="yes">
        <source>%n finding(s)</source>
        <translation>
            <numerusform>%n finding</numerusform>
            <numerusform>%n findings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nothing is stored yet. %1 patients and %2 reports can be imported, %n record(s) cannot.</source>
        <translation>
            <numerusform>Nothing is stored yet. %1 patients and %2 reports can be imported, %n record cannot.</numerusform>
            <numerusform>Nothing is stored yet. %1 patients and %2 reports can be imported, %n records cannot.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 patients are stored, %2 reports went to the queue, %n record(s) were left out.</source>
        <translation>
            <numerusform>%1 patients are stored, %2 reports went to the queue, %n record was left out.</numerusform>
            <numerusform>%1 patients are stored, %2 reports went to the queue, %n records were left out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sitebook::PatientCard</name>
    <message numerus="yes">
        <source>%n patients are selected.</source>
        <translation>
            <numerusform>%n patient is selected.</numerusform>
            <numerusform>%n patients are selected.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sitebook::PlotBars</name>
    <message numerus="yes">
        <source>Enrolment: %n patient(s) registered</source>
        <translation>
            <numerusform>Enrolment: %n patient registered</numerusform>
            <numerusform>Enrolment: %n patients registered</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n patient(s)</source>
        <translation>
            <numerusform>%1: %n patient</numerusform>
            <numerusform>%1: %n patients</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sitebook::ProgressStrip</name>
    <message numerus="yes">
        <source>about %n minute(s) left</source>
        <translation>
            <numerusform>about %n minute left</numerusform>
            <numerusform>about %n minutes left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sitebook::QueriesPage</name>
    <message numerus="yes">
        <source>%n day(s) and older</source>
        <translation>
            <numerusform>%n day and older</numerusform>
            <numerusform>%n days and older</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open</source>
        <translation>
            <numerusform>%n open</numerusform>
            <numerusform>%n open</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sitebook::QuestionColumn</name>
    <message numerus="yes">
        <source>%n question(s) not asked now. Why?</source>
        <translation>
            <numerusform>%n question not asked now. Why?</numerusform>
            <numerusform>%n questions not asked now. Why?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sitebook::QueuePage</name>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n waiting</numerusform>
            <numerusform>%n waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n report(s) will be checked again. Those that still cannot be stored come back here.</source>
        <translation>
            <numerusform>%n report will be checked again. If it still cannot be stored, it comes back here.</numerusform>
            <numerusform>%n reports will be checked again. Those that still cannot be stored come back here.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sitebook::ReportsPage</name>
    <message numerus="yes">
        <source>%n forms are half filled and kept as drafts.</source>
        <translation>
            <numerusform>%n form is half filled and kept as a draft.</numerusform>
            <numerusform>%n forms are half filled and kept as drafts.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sitebook::RowMarks</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sitebook::SectionList</name>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n line</numerusform>
            <numerusform>%n lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sitebook::SettingsPage</name>
    <message numerus="yes">
        <source>%n report(s)</source>
        <translation>
            <numerusform>%n report</numerusform>
            <numerusform>%n reports</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sitebook::StatusFooter</name>
    <message numerus="yes">
        <source>%n waiting (why?)</source>
        <translation>
            <numerusform>%n waiting (why?)</numerusform>
            <numerusform>%n waiting (why?)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to decide</source>
        <translation>
            <numerusform>%n to decide</numerusform>
            <numerusform>%n to decide</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sitebook::SyncPage</name>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n waiting</numerusform>
            <numerusform>%n waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conflict(s)</source>
        <translation>
            <numerusform>%n conflict</numerusform>
            <numerusform>%n conflicts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sitebook::TodayPage</name>
    <message numerus="yes">
        <source>Enrolment: %n patient(s) registered</source>
        <translation>
            <numerusform>Enrolment: %n patient registered</numerusform>
            <numerusform>Enrolment: %n patients registered</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more in Reports</source>
        <translation>
            <numerusform>and %n more in Reports</numerusform>
            <numerusform>and %n more in Reports</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sitebook::VerificationView</name>
    <message numerus="yes">
        <source>%n report(s) can then only be read until they are unlocked. Why now?</source>
        <translation>
            <numerusform>%n report can then only be read until it is unlocked. Why now?</numerusform>
            <numerusform>%n reports can then only be read until they are unlocked. Why now?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n report(s) can then be changed again. Why?</source>
        <translation>
            <numerusform>%n report can then be changed again. Why?</numerusform>
            <numerusform>%n reports can then be changed again. Why?</numerusform>
        </translation>
    </message>
</context>
</TS>
