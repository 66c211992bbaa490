// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/permission.h"

#include <QTest>

class TestPermission : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rolesMayWhatTheTableSays_data()
    {
        QTest::addColumn<Permission>("permission");
        QTest::addColumn<bool>("reception");
        QTest::addColumn<bool>("surgeon");
        QTest::newRow("day") << Permission::SeeDay << true << true;
        QTest::newRow("see patients") << Permission::SeePatients << true << false;
        QTest::newRow("edit patients") << Permission::EditPatients << true << false;
        QTest::newRow("book") << Permission::Book << true << false;
        QTest::newRow("visit") << Permission::RunVisit << true << true;
        QTest::newRow("plans") << Permission::Plans << true << true;
        QTest::newRow("chart") << Permission::Chart << false << true;
        QTest::newRow("retry") << Permission::RetryOutbox << true << false;
        QTest::newRow("discard") << Permission::DiscardOutbox << false << false;
        QTest::newRow("settings") << Permission::Settings << false << false;
        QTest::newRow("staff") << Permission::EditStaff << false << false;
        QTest::newRow("erase") << Permission::ErasePatient << false << false;
    }
    void rolesMayWhatTheTableSays()
    {
        QFETCH(Permission, permission);
        QTEST(isAllowed(Role::Reception, permission), "reception");
        QTEST(isAllowed(Role::Surgeon, permission), "surgeon");
        QVERIFY(isAllowed(Role::Administrator, permission));
    }
};

QTEST_APPLESS_MAIN(TestPermission)
#include "tst_permission.moc"
