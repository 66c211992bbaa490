// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/connectors/zoho/readings.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestZohoReadings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anEventsReasonIsTheActAlone_data();
    void anEventsReasonIsTheActAlone();
};

void TestZohoReadings::anEventsReasonIsTheActAlone_data()
{
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("reason");
    QTest::newRow("the act") << u"Détartrage"_s << u"Détartrage"_s;
    QTest::newRow("with its date") << u"Pose d'implant 2026-11-22"_s << u"Pose d'implant"_s;
    QTest::newRow("our own title") << u"Zoé Petit – Contrôle"_s << u"Contrôle"_s;
    QTest::newRow("a dash of the clinic") << u"Implant – contrôle"_s << u"Implant – contrôle"_s;
    QTest::newRow("a number that is no date") << u"Composite 46"_s << u"Composite 46"_s;
    QTest::newRow("nothing") << QString() << QString();
}

void TestZohoReadings::anEventsReasonIsTheActAlone()
{
    QFETCH(QString, title);
    const QJsonObject event{
        {u"id"_s, u"1"_s},
        {u"Event_Title"_s, title},
        {u"Who_Id"_s, QJsonObject{{u"id"_s, u"2"_s}, {u"name"_s, u"Zoé Petit"_s}}}};
    QTEST(zoho::eventFrom(event).reason, "reason");
}

QTEST_APPLESS_MAIN(TestZohoReadings)
#include "tst_zohoreadings.moc"
