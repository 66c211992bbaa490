// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/lint/sourcetree.h"

#include <QHash>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

//! The table of dependency directions: who may include whom. The targets stop the gross errors,
//! this stops the fine ones.
class TestIncludes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyDirectionIsAllowed_data();
    void everyDirectionIsAllowed();
    void everyFolderIsInTheTable();
    void theTableItselfRefuses();

private:
    static QString layerOf(const QString &path);
    static bool isAllowed(const QString &from, const QString &to);
};

namespace {

//! Layer → layers it may include besides itself. "app/domain" and "app/base" are open to all.
const QHash<QString, QStringList> &directions()
{
    static const QHash<QString, QStringList> table{
        {u"app/base"_s, {}},
        {u"app/domain"_s, {}},
        {u"app/settings"_s, {}},
        {u"app/store"_s, {}},
        {u"app/net"_s, {u"app/settings/secretstore.h"_s}},
        {u"app/session"_s, {u"app/store"_s}},
        {u"app/connectors"_s, {}},
        {u"app/connectors/zoho"_s, {u"app/net"_s, u"app/connectors"_s, u"app/settings"_s}},
        {u"app/connectors/dentaltap"_s, {u"app/net"_s, u"app/connectors"_s, u"app/settings"_s}},
        {u"app/connectors/quickbooks"_s, {u"app/net"_s, u"app/connectors"_s, u"app/settings"_s}},
        {u"app/connectors/googlecalendar"_s,
         {u"app/net"_s, u"app/connectors"_s, u"app/settings"_s}},
        {u"app/connectors/dentaldesktop"_s, {u"app/net"_s, u"app/connectors"_s, u"app/settings"_s}},
        {u"app/connectors/opendental"_s, {u"app/net"_s, u"app/connectors"_s, u"app/settings"_s}},
        {u"app/connectors/dentaldesktopcmd"_s, {u"app/connectors"_s, u"app/settings"_s}},
        {u"app/connectors/vdds"_s, {u"app/connectors"_s, u"app/settings"_s}},
        {u"app/outbox"_s, {u"app/store"_s, u"app/connectors"_s}},
        {u"app/workflow"_s,
         {u"app/outbox"_s, u"app/store"_s, u"app/session"_s, u"app/settings"_s,
          u"app/connectors/zoho"_s, u"app/connectors/dentaltap"_s, u"app/connectors/quickbooks"_s,
          u"app/connectors/googlecalendar"_s, u"app/connectors/dentaldesktop"_s,
          u"app/connectors/dentaldesktopcmd"_s, u"app/connectors/vdds"_s,
          u"app/connectors/opendental"_s, u"app/connectors/localprogram.h"_s,
          u"app/connectors/plansource.h"_s}},
        {u"app/cli"_s,
         {u"app/workflow"_s, u"app/session"_s, u"app/outbox"_s, u"app/store"_s, u"app/settings"_s,
          u"app/connectors"_s, u"app/connectors/opendental"_s, u"app/frontdesk.h"_s}},
        {u"app"_s,
         {u"app/workflow"_s, u"app/session"_s, u"app/outbox"_s, u"app/store"_s, u"app/settings"_s,
          u"app/net"_s, u"app/connectors"_s, u"app/connectors/zoho"_s,
          u"app/connectors/dentaltap"_s, u"app/connectors/quickbooks"_s,
          u"app/connectors/googlecalendar"_s, u"app/connectors/dentaldesktop"_s,
          u"app/connectors/opendental"_s}},
        {u"ui"_s,
         {u"app/workflow"_s, u"app/session"_s, u"app/outbox"_s, u"app/store"_s, u"app/settings"_s,
          u"ui"_s}},
        {u"ui/main.cpp"_s,
         {u"app/workflow"_s, u"app/session"_s, u"app/outbox"_s, u"app/store"_s, u"app/settings"_s,
          u"ui"_s, u"app/frontdesk.h"_s, u"app/firstday.h"_s}},
        {u"tests/simulator"_s, {}},
    };
    return table;
}

} // namespace

QString TestIncludes::layerOf(const QString &path)
{
    if (directions().contains(path))
        return path;
    QString folder = path.section(u'/', 0, -2);
    while (!folder.isEmpty() && !directions().contains(folder))
        folder = folder.section(u'/', 0, -2);
    return folder;
}

bool TestIncludes::isAllowed(const QString &from, const QString &to)
{
    const QString layer = layerOf(from);
    if (to.startsWith(u"app/base/"_s))
        return layer != u"tests/simulator"_s;
    if (to.startsWith(u"app/domain/"_s))
        return layer != u"app/base"_s && layer != u"tests/simulator"_s;
    // settings.h is values only; whoever needs the words of a system may read it.
    const QString target = layerOf(to);
    if (target == layer && !to.endsWith(u"frontdesk.h"_s))
        return true;
    if (layer == u"app"_s && to == u"app/frontdesk.h"_s)
        return true;
    const QStringList allowed = directions().value(layer);
    return allowed.contains(to) || allowed.contains(target);
}

void TestIncludes::everyDirectionIsAllowed_data()
{
    QTest::addColumn<QString>("path");
    for (const QString &path :
         SourceTree::files({u"app"_s, u"ui"_s, u"tests/simulator"_s}, {u".h"_s, u".cpp"_s})) {
        // Tests of the simulator run it through Qt's own client only.
        QTest::newRow(qPrintable(path)) << path;
    }
}

void TestIncludes::everyDirectionIsAllowed()
{
    QFETCH(QString, path);
    static const QRegularExpression include(u"^\\s*#\\s*include\\s+\"([^\"]+)\""_s,
                                            QRegularExpression::MultilineOption);
    auto it = include.globalMatch(QString::fromUtf8(SourceTree::read(path)));
    while (it.hasNext()) {
        const QString target = it.next().captured(1);
        // Files that moc and uic write have no folder.
        if (!target.contains(u'/'))
            continue;
        QVERIFY2(isAllowed(path, target),
                 qPrintable(QString(path + u" may not include "_s + target)));
    }
}

void TestIncludes::everyFolderIsInTheTable()
{
    for (const QString &path : SourceTree::files({u"app"_s, u"ui"_s}, {u".h"_s, u".cpp"_s}))
        QVERIFY2(!layerOf(path).isEmpty(), qPrintable(path));
}

void TestIncludes::theTableItselfRefuses()
{
    QVERIFY(!isAllowed(u"app/domain/visit.h"_s, u"app/store/database.h"_s));
    QVERIFY(!isAllowed(u"app/connectors/zoho/client.h"_s, u"app/connectors/quickbooks/client.h"_s));
    QVERIFY(!isAllowed(u"app/connectors/zoho/client.h"_s, u"app/store/database.h"_s));
    QVERIFY(!isAllowed(u"ui/day/dayview.h"_s, u"app/frontdesk.h"_s));
    QVERIFY(!isAllowed(u"ui/day/dayview.h"_s, u"app/connectors/zoho/client.h"_s));
    QVERIFY(!isAllowed(u"tests/simulator/zoho.cpp"_s, u"app/base/money.h"_s));
    QVERIFY(isAllowed(u"ui/main.cpp"_s, u"app/frontdesk.h"_s));
}

QTEST_GUILESS_MAIN(TestIncludes)
#include "tst_includes.moc"
