<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="en_GB">
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
    <name>WaitingList</name>
    <message numerus="yes">
        <source>Waiting room · %n patient(s)</source>
        <translation>
            <numerusform>Waiting room · %n patient</numerusform>
            <numerusform>Waiting room · %n patients</numerusform>
        </translation>
    </message>
</context>
</TS>
