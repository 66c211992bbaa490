// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/booking/slotboard.h"

#include <QPushButton>
#include <QTest>

using namespace Qt::StringLiterals;

//! Which time is chosen while free times come and go.
class TestSlotBoard : public QObject
{
    Q_OBJECT

    static Slot at(int hour, int minute)
    {
        Slot slot;
        slot.provider = ProviderId(u"A"_s);
        slot.start = QDateTime({2026, 11, 23}, {hour, minute}, Qt::UTC);
        slot.end = slot.start.addSecs(1800);
        return slot;
    }
    static void set(SlotBoard &board, const QList<Slot> &free, const std::optional<Slot> &wished)
    {
        board.setSlots(free, {}, QDate(2026, 11, 23), wished);
    }

private Q_SLOTS:
    // The dialog asks again as soon as it knows the act and its length.
    void theBoardsOwnChoiceGivesWayToAnEarlierTime()
    {
        SlotBoard board;
        set(board, {at(10, 0), at(11, 0)}, at(10, 0));
        set(board, {at(9, 0), at(10, 0), at(11, 0)}, at(9, 0));
        QCOMPARE(*board.chosen(), at(9, 0));
    }

    void whatAPersonChoseStays_data()
    {
        QTest::addColumn<bool>("byKey");
        QTest::newRow("key") << true;
        QTest::newRow("mouse") << false;
    }
    void whatAPersonChoseStays()
    {
        QFETCH(bool, byKey);
        SlotBoard board;
        set(board, {at(10, 0), at(11, 0)}, at(10, 0));
        if (byKey)
            QTest::keyClick(board.buttons().first(), Qt::Key_Right);
        else
            QTest::mouseClick(board.buttons().last(), Qt::LeftButton);
        QCOMPARE(*board.chosen(), at(11, 0));
        set(board, {at(9, 0), at(10, 0), at(11, 0)}, at(9, 0));
        QCOMPARE(*board.chosen(), at(11, 0));
    }

    void aTimeThatIsTakenMeanwhileGivesWayToTheWishedOne()
    {
        SlotBoard board;
        set(board, {at(10, 0), at(11, 0)}, at(10, 0));
        QTest::mouseClick(board.buttons().last(), Qt::LeftButton);
        set(board, {at(9, 0), at(10, 0)}, at(10, 0));
        QCOMPARE(*board.chosen(), at(10, 0));
        set(board, {}, {});
        QVERIFY(!board.chosen());
    }
};

QTEST_MAIN(TestSlotBoard)
#include "tst_slotboard.moc"
