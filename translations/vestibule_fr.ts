<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr_FR" sourcelanguage="en_GB">
<context>
    <name>ActivityPage</name>
    <message>
        <source>Nothing waits. Whatever is booked, moved or invoiced at this desk appears here until every system has it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Discard…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which ones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Systems</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) discarded.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The audit keeps the reason.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CancelDialog</name>
    <message>
        <source>Cancel appointment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel the appointment of %1 (%2)?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is cancelled in the CRM, in DentalTap and in the surgeon&apos;s calendar. Undo is possible afterwards.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patient cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patient is ill</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Surgeon not available</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Booked by mistake</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Cancel appointment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keep it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DayPage</name>
    <message>
        <source>&amp;Previous</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Day</source>
        <comment>span</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Three days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns by &amp;room</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting &amp;list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show &amp;cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Usual size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Re&amp;fresh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Surgeon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;All surgeons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in to see the day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No room yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No surgeon yet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DayPainter</name>
    <message>
        <source>Busy</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DayView</name>
    <message>
        <source>Day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrow keys walk the appointments, Enter opens one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No surgeons are known yet. They come with the first reading from the CRM.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No appointments. Ctrl+N books a walk-in; a double click on a free time does too.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DayWords</name>
    <message>
        <source>waiting %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Walk-in: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waits %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>needs attention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to decide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lines changed, confirm again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ready to exit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no order yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>patient not matched</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>same name today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>order %1</source>
        <comment>amount</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no appointments</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n appointment(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>in treatment</source>
        <comment>what a surgeon is doing</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>running %1 late</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>busy until %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>free until %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>free for the rest of the day</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DiscardDialog</name>
    <message>
        <source>%1, to %2</source>
        <comment>what, system</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Never send this: %1?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The record there has to be set right by hand. The reason is kept in the audit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;With it goes what waits for it:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What goes with it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ErrorText</name>
    <message>
        <source>%1 cannot be reached.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 did not answer in time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody is signed in at this desk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 asks for a new sign-in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your role does not allow this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 does not allow this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 does not know this record (any more).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was changed elsewhere in the meantime.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 asks for a pause.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 refused this as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has a fault of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 gave an answer that Vestibule does not understand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database of this desk could not be read or written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is tried again by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at it again, then repeat.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask an administrator.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Find a patient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Visit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>V&amp;iew</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Appearance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the &amp;desktop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dar&amp;k</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Choose a date…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About Vestibule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About Vestibule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vestibule %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The front desk of a dental clinic.
Free software under the GNU General Public License, version 3 or later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About &amp;Qt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vestibule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 – Vestibule</source>
        <comment>clinic&apos;s name</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Activity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a date (Ctrl+G)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>+ Walk-in  Ctrl+N</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Book a walk-in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Walk-in…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes waiting to be sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n appointment(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n in treatment</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 answers. Last contact at %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was not needed yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be reached.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The desk goes on; what is for %1 waits and is sent later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try now</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n need(s) attention</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) waiting to be sent</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Reception</source>
        <comment>role</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Surgeon</source>
        <comment>role</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Administrator</source>
        <comment>role</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is signed in; sign out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign &amp;out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Sign in…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Close this message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Act on this message</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OutboxModel</name>
    <message>
        <source>Comes after another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next try at %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent at %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goes to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Find a patient: name, phone or birth date    Ctrl+K</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a patient</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SystemBoard</name>
    <message>
        <source>last contact %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no contact yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 calls today</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n call(s) today</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SystemLight</name>
    <message>
        <source>Last contact at %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No contact yet since the start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sign-in needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>retry in %1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not reached since %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not reached</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>VisitActions</name>
    <message>
        <source>&amp;Open visit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next &amp;stage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check &amp;in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Take to the chair</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E&amp;xit treatment room…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Move by keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Decide on the time…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;No-show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Cancel appointment…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo last step</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>VisitActs</name>
    <message>
        <source>%1, %2–%3</source>
        <comment>day, start, end</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dddd d MMMM</source>
        <comment>date format, see QDate::toString</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is in the chair.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 did not come.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last step for %1 is undone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has arrived.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check in on another day?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The appointment of %1 is not today but on %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking in counts the waiting time from now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check &amp;in now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The appointment of %1 is cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which time holds?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The appointment of %1 was changed here and in %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Here: %1
%2: %3

Nothing was sent yet. The time you choose goes to every system.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keep ours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Take theirs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The time is decided.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(%1, %2)</source>
        <comment>who is there, and when</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move here all the same?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 to %2?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Move all the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is moved to %2.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WaitingList</name>
    <message>
        <source>Waiting room</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting room · nobody</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Waiting room · %n patient(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Wording</name>
    <message>
        <source>Confirmed</source>
        <comment>visit state</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Booked</source>
        <comment>visit state</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrived</source>
        <comment>visit state</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In treatment</source>
        <comment>visit state</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invoice on its way</source>
        <comment>visit state</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invoiced</source>
        <comment>visit state</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No charge</source>
        <comment>visit state</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No-show</source>
        <comment>visit state</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled</source>
        <comment>visit state</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This desk</source>
        <comment>system</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CRM</source>
        <comment>system</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DentalTap</source>
        <comment>system</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>QuickBooks</source>
        <comment>system</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calendar</source>
        <comment>system</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dental Desktop</source>
        <comment>system</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open Dental</source>
        <comment>system</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Julie</source>
        <comment>system</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Booking</source>
        <comment>command</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Appointment time</source>
        <comment>command</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Links between the records</source>
        <comment>command</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancellation</source>
        <comment>command</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Booking taken up again</source>
        <comment>command</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patient&apos;s details</source>
        <comment>command</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patient</source>
        <comment>command</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Appointment</source>
        <comment>command</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stage of the visit</source>
        <comment>command</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calendar entry</source>
        <comment>command</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calendar entry taken off</source>
        <comment>command</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order lines</source>
        <comment>command</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last look at the recorded acts</source>
        <comment>command</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invoice</source>
        <comment>command</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customer</source>
        <comment>command</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invoice in the ledger</source>
        <comment>command</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order delivered</source>
        <comment>command</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting</source>
        <comment>outbox</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sending</source>
        <comment>outbox</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs attention</source>
        <comment>outbox</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent</source>
        <comment>outbox</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discarded</source>
        <comment>outbox</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name locked</source>
        <comment>no key to read it with</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The surgeon has another appointment then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The room is taken then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The surgeon&apos;s calendar says busy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It lies outside the opening hours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It would end before it starts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h %2</source>
        <comment>hours and minutes</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dddd d MMMM yyyy</source>
        <comment>date format, see QDate::toString</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
