// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/id.h"

#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;

class TestId : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void newIdsAreDistinctAndInOrderOfTime()
    {
        const QDateTime early(QDate(2026, 1, 5), QTime(8, 0), Qt::UTC);
        QSet<QString> seen;
        for (int i = 0; i < 1000; ++i)
            seen.insert(newUuid(early));
        QCOMPARE(seen.size(), 1000);
        const QString first = newUuid(early);
        QCOMPARE(first.size(), 36);
        QCOMPARE(first.at(14), u'7');
        QVERIFY(first < newUuid(early.addMSecs(1)));
    }

    void derivedIdsAreTheSameOnEveryDesk()
    {
        QCOMPARE(derivedUuid(u"dentaltap:99120"), derivedUuid(u"dentaltap:99120"));
        QVERIFY(derivedUuid(u"dentaltap:99120") != derivedUuid(u"dentaltap:99121"));
        QCOMPARE(derivedUuid(u"x").at(14), u'5');
    }
};

QTEST_APPLESS_MAIN(TestId)
#include "tst_id.moc"
