<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="en_GB">
<context>
    <name>AcceptDialog</name>
    <message numerus="yes">
        <source>Accept %n item(s)</source>
        <translation>
            <numerusform>Accept %n item</numerusform>
            <numerusform>Accept %n items</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ActivityPage</name>
    <message numerus="yes">
        <source>%n row(s) discarded.</source>
        <translation>
            <numerusform>%n row discarded.</numerusform>
            <numerusform>%n rows discarded.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BookingWorkflow</name>
    <message numerus="yes">
        <source>%n similar patient(s) exist. Choose one of them, or say that this is somebody else.</source>
        <translation>
            <numerusform>%n similar patient exists. Choose it, or say that this is somebody else.</numerusform>
            <numerusform>%n similar patients exist. Choose one of them, or say that this is somebody else.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChartPage</name>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… and %n more</numerusform>
            <numerusform>… and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message numerus="yes">
        <source>No answer within %n second(s).</source>
        <translation>
            <numerusform>No answer within %n second.</numerusform>
            <numerusform>No answer within %n seconds.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) were refused; outbox list says why.</source>
        <translation>
            <numerusform>%n change was refused; outbox list says why.</numerusform>
            <numerusform>%n changes were refused; outbox list says why.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n check(s) failed.</source>
        <translation>
            <numerusform>%n check failed.</numerusform>
            <numerusform>%n checks failed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) could not be had.</source>
        <translation>
            <numerusform>%n image could not be had.</numerusform>
            <numerusform>%n images could not be had.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DayWords</name>
    <message numerus="yes">
        <source>%n appointment(s)</source>
        <translation>
            <numerusform>%n appointment</numerusform>
            <numerusform>%n appointments</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>InterventionDialog</name>
    <message numerus="yes">
        <source>The note takes %n character(s) at most; the rest was left out.</source>
        <translation>
            <numerusform>The note takes %n character at most; the rest was left out.</numerusform>
            <numerusform>The note takes %n characters at most; the rest was left out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message numerus="yes">
        <source>%n appointment(s)</source>
        <translation>
            <numerusform>%n appointment</numerusform>
            <numerusform>%n appointments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n waiting</numerusform>
            <numerusform>%n waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n in treatment</source>
        <translation>
            <numerusform>%n in treatment</numerusform>
            <numerusform>%n in treatment</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n need(s) attention</source>
        <translation>
            <numerusform>%n needs attention</numerusform>
            <numerusform>%n need attention</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) waiting to be sent</source>
        <translation>
            <numerusform>%n change waiting to be sent</numerusform>
            <numerusform>%n changes waiting to be sent</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MatchDialog</name>
    <message numerus="yes">
        <source>%n patient(s) of the clinic look(s) like this. Choose the right one, or say that this is somebody else.</source>
        <translation>
            <numerusform>%n patient of the clinic looks like this. Choose the right one, or say that this is somebody else.</numerusform>
            <numerusform>%n patients of the clinic look like this. Choose the right one, or say that this is somebody else.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PatientForm</name>
    <message numerus="yes">
        <source>%1: only the first %n character(s) fit; the rest was left out.</source>
        <translation>
            <numerusform>%1: only the first %n character fits; the rest was left out.</numerusform>
            <numerusform>%1: only the first %n characters fit; the rest was left out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PatientsPage</name>
    <message numerus="yes">
        <source>%n patient(s)</source>
        <translation>
            <numerusform>%n patient</numerusform>
            <numerusform>%n patients</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n found</numerusform>
            <numerusform>%n found</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n patient(s) of the clinic look(s) like this. Choose the right one, or say that this is somebody else.</source>
        <translation>
            <numerusform>%n patient of the clinic looks like this. Choose the right one, or say that this is somebody else.</numerusform>
            <numerusform>%n patients of the clinic look like this. Choose the right one, or say that this is somebody else.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The first %n. Type more to narrow it down.</source>
        <translation>
            <numerusform>The first %n. Type more to narrow it down.</numerusform>
            <numerusform>The first %n. Type more to narrow it down.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PhotoGallery</name>
    <message numerus="yes">
        <source>%1 of %n loaded</source>
        <translation>
            <numerusform>%1 of %n loaded</numerusform>
            <numerusform>%1 of %n loaded</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlanSheet</name>
    <message numerus="yes">
        <source>%n more</source>
        <comment>differences</comment>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlanWords</name>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n item</numerusform>
            <numerusform>%n items</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlansPage</name>
    <message numerus="yes">
        <source>%n plan(s)</source>
        <translation>
            <numerusform>%n plan</numerusform>
            <numerusform>%n plans</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ScanWords</name>
    <message numerus="yes">
        <source>%n photo(s)</source>
        <translation>
            <numerusform>%n photo</numerusform>
            <numerusform>%n photos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n scan(s)</source>
        <translation>
            <numerusform>%n scan</numerusform>
            <numerusform>%n scans</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ScanWorkflow</name>
    <message numerus="yes">
        <source>%1 answers with %n station(s)</source>
        <translation>
            <numerusform>%1 answers with %n station</numerusform>
            <numerusform>%1 answers with %n stations</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SlotQueue</name>
    <message numerus="yes">
        <source>Waiting for a slot · %n appointment(s)</source>
        <translation>
            <numerusform>Waiting for a slot · %n appointment</numerusform>
            <numerusform>Waiting for a slot · %n appointments</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SlotWords</name>
    <message numerus="yes">
        <source>No free time in the next %n day(s). Choose another room or act.</source>
        <translation>
            <numerusform>No free time in the next %n day. Choose another room or act.</numerusform>
            <numerusform>No free time in the next %n days. Choose another room or act.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SystemBoard</name>
    <message numerus="yes">
        <source>%n call(s) today</source>
        <translation>
            <numerusform>%n call today</numerusform>
            <numerusform>%n calls today</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ToothPanel</name>
    <message numerus="yes">
        <source>%n teeth</source>
        <translation>
            <numerusform>%n tooth</numerusform>
            <numerusform>%n teeth</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ToothWords</name>
    <message numerus="yes">
        <source>%n planned</source>
        <translation>
            <numerusform>%n planned</numerusform>
            <numerusform>%n planned</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>bleeding at %n site(s)</source>
        <translation>
            <numerusform>bleeding at %n site</numerusform>
            <numerusform>bleeding at %n sites</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VisitWords</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WaitingList</name>
    <message numerus="yes">
        <source>Waiting room · %n patient(s)</source>
        <translation>
            <numerusform>Waiting room · %n patient</numerusform>
            <numerusform>Waiting room · %n patients</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WalkInDialog</name>
    <message numerus="yes">
        <source>The note takes %n character(s) at most; the rest was left out.</source>
        <translation>
            <numerusform>The note takes %n character at most; the rest was left out.</numerusform>
            <numerusform>The note takes %n characters at most; the rest was left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The search takes %n character(s) at most; the rest was left out.</source>
        <translation>
            <numerusform>The search takes %n character at most; the rest was left out.</numerusform>
            <numerusform>The search takes %n characters at most; the rest was left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n patient(s) of the clinic look(s) like this. Choose the right one, or say that this is somebody else.</source>
        <translation>
            <numerusform>%n patient of the clinic looks like this. Choose the right one, or say that this is somebody else.</numerusform>
            <numerusform>%n patients of the clinic look like this. Choose the right one, or say that this is somebody else.</numerusform>
        </translation>
    </message>
</context>
</TS>
