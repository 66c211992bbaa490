// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/simulateddesk.h"
#include "tests/ui/booking/deskofwindows.h"
#include "ui/booking/noteedit.h"
#include "ui/booking/slotboard.h"
#include "ui/booking/walkindialog.h"
#include "ui/patients/patientlist.h"
#include "ui/visit/notice.h"

#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

//! The walk-in dialog on a whole desk, by keys.
class TestWalkIn : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void init();
    void cleanup();
    void aKnownPatientIsBookedWithThreeKeys();
    void aNewPatientIsMadeAndBooked();
    void similarPatientsAreShownBeforeANewOneIsMade();
    void wrongInputIsSaidInWordsAndKept_data();
    void wrongInputIsSaidInWordsAndKept();
    void aPastedBookIsCutAndSaid();
    void leavingAsksOnlyWhenSomethingWasTyped();
    void arrowsWalkTheFreeTimes();
    void everyStopOfTheTabKeyHasAName();

private:
    template <class T>
    T *child(const QString &name) const
    {
        return m_dialog->findChild<T *>(name);
    }
    void type(const QString &text) { type(m_dialog->focusWidget(), text); }
    //! Letters beyond ASCII too, which QTest::keyClicks refuses.
    static void type(QWidget *widget, const QString &text)
    {
        for (const QChar c : text)
            QTest::sendKeyEvent(QTest::Click, widget, Qt::Key_unknown, QString(c), Qt::NoModifier);
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(m_dialog->focusWidget(), key, modifiers);
    }
    void startNew(const QString &name);

    std::unique_ptr<SimulatedDesk> m_clinic;
    Desk m_desk;
    WalkInDialog *m_dialog = nullptr;
};

void TestWalkIn::initTestCase()
{
    m_clinic = std::make_unique<SimulatedDesk>();
    m_clinic->open();
    m_clinic->readIn();
    m_desk = deskOfWindows(m_clinic->desk());
}

void TestWalkIn::cleanupTestCase()
{
    m_clinic.reset();
}

void TestWalkIn::init()
{
    m_dialog = new WalkInDialog(m_desk, {});
    m_dialog->show();
    QVERIFY(QTest::qWaitForWindowActive(m_dialog));
    QTRY_VERIFY_WITH_TIMEOUT(child<SlotBoard>(u"slotBoard"_s)->chosen().has_value(), 20000);
    QTRY_VERIFY_WITH_TIMEOUT(child<QComboBox>(u"reason"_s)->count() > 1, 20000);
}

void TestWalkIn::cleanup()
{
    delete m_dialog;
}

void TestWalkIn::startNew(const QString &name)
{
    type(name);
    auto *results = child<PatientList>(u"results"_s);
    while (!results->results()->isNew(results->currentIndex()))
        press(Qt::Key_Down);
    press(Qt::Key_Return);
    QVERIFY(child<QWidget>(u"form"_s)->isVisible());
}

void TestWalkIn::aKnownPatientIsBookedWithThreeKeys()
{
    const Result<QList<Patient>> all = SimulatedDesk::await(m_desk.patients->all());
    QVERIFY(all && !all->isEmpty());
    QSignalSpy booked(m_dialog, &WalkInDialog::booked);
    type(all->first().displayName());
    press(Qt::Key_Return);
    QCOMPARE(child<QLineEdit>(u"patient"_s)->text(), all->first().displayName());
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(booked.size(), 1, 20000);
    const auto visit = booked.first().first().value<Visit>();
    const VisitDetail detail = m_clinic->detail(visit.id);
    QCOMPARE(detail.patient.id, all->first().id);
    QVERIFY(detail.entry.appointment.reason.contains(u"consultation"_s, Qt::CaseInsensitive));
}

void TestWalkIn::aNewPatientIsMadeAndBooked()
{
    QSignalSpy booked(m_dialog, &WalkInDialog::booked);
    startNew(u"noé garnier"_s);
    QCOMPARE(child<QLineEdit>(u"firstName"_s)->text(), u"Noé"_s);
    QCOMPARE(child<QLineEdit>(u"lastName"_s)->text(), u"Garnier"_s);
    // The first empty field waits for the birth date.
    QCOMPARE(m_dialog->focusWidget(), child<QLineEdit>(u"birthDate"_s));
    type(u"02111984"_s);
    press(Qt::Key_Tab);
    type(u"5251 2345"_s);
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(booked.size(), 1, 20000);
    const VisitDetail detail = m_clinic->detail(booked.first().first().value<Visit>().id);
    QCOMPARE(detail.patient.displayName(), u"Noé Garnier"_s);
    QCOMPARE(detail.patient.birthDate, QDate(1984, 11, 2));
    QCOMPARE(detail.patient.mobile, u"+23052512345"_s);
}

void TestWalkIn::similarPatientsAreShownBeforeANewOneIsMade()
{
    const Result<QList<Patient>> all = SimulatedDesk::await(m_desk.patients->all());
    QVERIFY(all);
    Patient known;
    for (const Patient &patient : *all) {
        if (!patient.firstName.isEmpty() && !patient.firstName.contains(u' ')
            && patient.birthDate.isValid() && !patient.archived)
            known = patient;
    }
    QVERIFY(!known.id.isEmpty());
    QSignalSpy booked(m_dialog, &WalkInDialog::booked);
    startNew(u"zzz"_s);
    child<QLineEdit>(u"lastName"_s)->clear();
    type(child<QLineEdit>(u"lastName"_s), known.lastName);
    type(child<QLineEdit>(u"firstName"_s), known.firstName);
    type(child<QLineEdit>(u"birthDate"_s), known.birthDate.toString(u"ddMMyyyy"_s));
    QTRY_VERIFY(child<PatientList>(u"similarList"_s)->isVisible());
    press(Qt::Key_Return, Qt::ControlModifier);
    QTest::qWait(0);
    QCOMPARE(booked.size(), 0);
    QTest::mouseClick(child<QPushButton>(u"somebodyElse"_s), Qt::LeftButton);
    QVERIFY(!child<PatientList>(u"similarList"_s)->isVisible());
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(booked.size(), 1, 20000);
    QVERIFY(m_clinic->detail(booked.first().first().value<Visit>().id).patient.id != known.id);
}

void TestWalkIn::wrongInputIsSaidInWordsAndKept_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("words");
    QTest::newRow("impossible date") << u"birthDate"_s << u"31021980"_s << u"no such birth date"_s;
    QTest::newRow("born tomorrow") << u"birthDate"_s << u"24112026"_s << u"future"_s;
    QTest::newRow("born long ago") << u"birthDate"_s << u"01011850"_s << u"1900"_s;
    QTest::newRow("name without letters") << u"lastName"_s << u"12345"_s << u"letter"_s;
    QTest::newRow("emoji alone") << u"lastName"_s << u"😀😀"_s << u"letter"_s;
    QTest::newRow("direction mark") << u"lastName"_s << u"Ali\u202Eb"_s << u"cannot be seen"_s;
    QTest::newRow("control character") << u"firstName"_s << u"A\u0007na"_s << u"cannot be seen"_s;
    QTest::newRow("two phones") << u"mobile"_s << u"home; mobile"_s << u"phone number"_s;
    QTest::newRow("half an address") << u"email"_s << u"somebody@"_s << u"e-mail"_s;
    QTest::newRow("no name") << u"lastName"_s << QString() << u"name is needed"_s;
}

void TestWalkIn::wrongInputIsSaidInWordsAndKept()
{
    QFETCH(QString, field);
    QFETCH(QString, text);
    QFETCH(QString, words);
    QSignalSpy booked(m_dialog, &WalkInDialog::booked);
    startNew(u"Xavier Quelquun"_s);
    auto *line = child<QLineEdit>(field);
    line->clear();
    line->insert(text);
    press(Qt::Key_Return, Qt::ControlModifier);
    auto *problem = child<QLabel>(u"problem"_s);
    for (QLabel *label : m_dialog->findChildren<QLabel *>(u"problem"_s))
        problem = label;
    QVERIFY2(problem->text().contains(words, Qt::CaseInsensitive), qPrintable(problem->text()));
    QCOMPARE(line->text(), text);
    QCOMPARE(booked.size(), 0);
    QVERIFY(m_dialog->isVisible());
}

void TestWalkIn::aPastedBookIsCutAndSaid()
{
    QElapsedTimer timer;
    timer.start();
    QGuiApplication::clipboard()->setText(QString(10'000'000, u'x'));
    child<QLineEdit>(u"patient"_s)->paste();
    QVERIFY(child<QLineEdit>(u"patient"_s)->text().size() <= 120);
    auto *note = child<NoteEdit>(u"note"_s);
    note->paste();
    QCOMPARE(note->toPlainText().size(), 2000);
    QVERIFY(child<Notice>(u"problem"_s)->text().contains(u"2000"_s));
    QVERIFY2(timer.elapsed() < 5000, "the desk stood still");
}

void TestWalkIn::leavingAsksOnlyWhenSomethingWasTyped()
{
    type(u"gar"_s);
    m_dialog->reject();
    auto *question = m_dialog->findChild<QMessageBox *>(u"leaveQuestion"_s);
    QVERIFY(question);
    QVERIFY(m_dialog->isVisible());
    QTest::keyClick(question, Qt::Key_Escape);
    QTRY_VERIFY(!m_dialog->findChild<QMessageBox *>(u"leaveQuestion"_s));
    QCOMPARE(child<QLineEdit>(u"patient"_s)->text(), u"gar"_s);
    child<QLineEdit>(u"patient"_s)->clear();
    m_dialog->reject();
    QVERIFY(!m_dialog->isVisible());
}

void TestWalkIn::arrowsWalkTheFreeTimes()
{
    auto *board = child<SlotBoard>(u"slotBoard"_s);
    QPushButton *first = board->buttons().first();
    first->setFocus();
    const Slot before = *board->chosen();
    press(Qt::Key_Right);
    const Slot after = *board->chosen();
    QCOMPARE(after.provider, before.provider);
    QVERIFY(after.start > before.start);
    QVERIFY(child<QPushButton>(u"book"_s)->text().contains(
        after.start.toTimeZone(QTimeZone(m_desk.settings.timeZone)).toString(u"HH:mm"_s)));
    press(Qt::Key_Left);
    QCOMPARE(*board->chosen(), before);
    press(Qt::Key_Down);
    QVERIFY(board->chosen()->provider != before.provider);
}

void TestWalkIn::everyStopOfTheTabKeyHasAName()
{
    startNew(u"Xavier Quelquun"_s);
    QSet<QWidget *> seen;
    for (QWidget *widget = m_dialog->focusWidget(); !seen.contains(widget);
         widget = m_dialog->focusWidget()) {
        seen.insert(widget);
        const auto *button = qobject_cast<QPushButton *>(widget);
        QVERIFY2(!widget->accessibleName().isEmpty() || (button && !button->text().isEmpty()),
                 qPrintable(QString(QLatin1String(widget->metaObject()->className()) + u' '
                                    + widget->objectName())));
        press(Qt::Key_Tab);
    }
    QVERIFY(seen.contains(child<QPushButton>(u"book"_s)));
    QVERIFY(seen.contains(child<NoteEdit>(u"note"_s)));
}

QTEST_MAIN(TestWalkIn)
#include "tst_walkin.moc"
