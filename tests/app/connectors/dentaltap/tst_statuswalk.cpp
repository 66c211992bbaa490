// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/connectors/dentaltap/statuswalk.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace dentaltap;
using Kind = StatusStep::Kind;

class TestStatusWalk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void stepsAreThoseThatDentalTapAllows_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<bool>("back");
        QTest::addColumn<QString>("way");
        QTest::newRow("there") << u"arrived"_s << u"arrived"_s << false << QString();
        QTest::newRow("check in") << u"scheduled"_s << u"arrived"_s << false << u"arrived"_s;
        QTest::newRow("exit of one never seated")
            << u"scheduled"_s << u"completed"_s << false << u"arrived inTreatment completed"_s;
        QTest::newRow("confirm") << u"scheduled"_s << u"confirmed"_s << false << u"confirmed"_s;
        QTest::newRow("from the waiting list")
            << u"buffered"_s << u"arrived"_s << false << u"scheduled arrived"_s;
        QTest::newRow("further already") << u"inTreatment"_s << u"arrived"_s << false << QString();
        QTest::newRow("undo a seat") << u"inTreatment"_s << u"arrived"_s << true << u"arrived"_s;
        QTest::newRow("undo a check-in")
            << u"arrived"_s << u"scheduled"_s << true << u"confirmed scheduled"_s;
        QTest::newRow("undo after completion")
            << u"completed"_s << u"inTreatment"_s << true << u"-"_s;
        QTest::newRow("cancel") << u"confirmed"_s << u"cancelled"_s << false << u"cancelled"_s;
        QTest::newRow("cancel one in the chair")
            << u"inTreatment"_s << u"cancelled"_s << false << u"arrived cancelled"_s;
        QTest::newRow("cancel what was missed")
            << u"noShow"_s << u"cancelled"_s << false << u"scheduled cancelled"_s;
        QTest::newRow("cancel what is completed")
            << u"completed"_s << u"noShow"_s << false << u"-"_s;
        QTest::newRow("undo a cancel") << u"cancelled"_s << u"arrived"_s << true << u"arrived"_s;
        QTest::newRow("undo a cancel in the chair")
            << u"cancelled"_s << u"inTreatment"_s << true << u"arrived inTreatment"_s;
        QTest::newRow("cancelled over there") << u"cancelled"_s << u"arrived"_s << false << u"-"_s;
        QTest::newRow("unknown word") << u"inChair"_s << u"completed"_s << false << u"completed"_s;
    }
    void stepsAreThoseThatDentalTapAllows()
    {
        QFETCH(QString, from);
        QFETCH(QString, to);
        QFETCH(bool, back);
        QFETCH(QString, way);
        QStringList steps;
        QString at = from;
        for (int i = 0; i < 10; ++i) {
            const StatusStep step = nextStatusStep(at, to, back);
            if (step.kind == Kind::Arrived)
                break;
            if (step.kind == Kind::Blocked) {
                steps.append(u"-"_s);
                break;
            }
            at = step.next;
            steps.append(at);
        }
        QCOMPARE(steps.join(u' '), way);
    }

    void anUndoIsKnownByWhatWasAgreed()
    {
        QVERIFY(isStepBack(u"inTreatment"_s, u"arrived"_s));
        QVERIFY(isStepBack(u"cancelled"_s, u"scheduled"_s));
        QVERIFY(isStepBack(u"noShow"_s, u"arrived"_s));
        QVERIFY(!isStepBack(u"scheduled"_s, u"arrived"_s));
        QVERIFY(!isStepBack(u"arrived"_s, u"arrived"_s));
        QVERIFY(!isStepBack(u"inTreatment"_s, u"cancelled"_s));
    }
};

QTEST_APPLESS_MAIN(TestStatusWalk)
#include "tst_statuswalk.moc"
