// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/chartdesk.h"
#include "tests/ui/booking/deskofwindows.h"
#include "ui/mainwindow.h"
#include "ui/settings/backgroundbox.h"
#include "ui/settings/settingspage.h"
#include "ui/toothchart/chartpage.h"
#include "ui/visit/notice.h"

#include <QFile>
#include <QImage>
#include <QListWidget>
#include <QPushButton>
#include <QTest>

using namespace Qt::StringLiterals;

//! The clinic's own pictures below the teeth.
class TestSettingsPage : public ChartDesk
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        openDesk();
        m_window = std::make_unique<MainWindow>(deskOfWindows(m_clinic->desk()));
        m_window->resize(1440, 900);
        m_window->show();
        m_window->startUpdating();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }
    void init()
    {
        calm();
        QTest::keyClick(m_window.get(), Qt::Key_7, Qt::ControlModifier);
        QTRY_VERIFY(page()->isVisible());
    }
    void cleanupTestCase()
    {
        m_window.reset();
        closeDesk();
    }

    void controlSevenOpensTheSections()
    {
        auto *sections = page()->findChild<QListWidget *>(u"settingsSections"_s);
        QVERIFY(sections->hasFocus());
        QCOMPARE(sections->count(), 2);
        QVERIFY(!page()->findChild<Notice *>(u"settingsRights"_s)->isVisible());
        QTRY_VERIFY(box()->state().contains(u"DentalTap's own"_s));
        QVERIFY(!box()->resetButton()->isEnabled());
    }

    void aBackgroundIsShownAtOnceInTheChartAndSent_DT_24()
    {
        const PatientId patient = somebody().id;
        m_window->showChart(patient);
        ChartPane *pane = m_window->chartPage()->pane();
        ChartLook own;
        own.ownDrawing = true;
        m_window->chartPage()->bar()->setLook(own);
        QTRY_VERIFY_WITH_TIMEOUT(!pane->view()->scene().isEmpty(), 10000);
        QTRY_VERIFY_WITH_TIMEOUT(!pane->isReading(), 10000);
        QTRY_VERIFY_WITH_TIMEOUT(m_clinic->desk().charts()->isIdle(), 10000);
        // Without the ring around the tooth that has the keys.
        const auto drawn = [this] {
            return chartsheet::picture(m_window->chartPage()->sheet(), 1);
        };
        const QImage before = drawn();
        QImage picture(400, 150, QImage::Format_RGB32);
        picture.fill(QColor(200, 230, 200));
        const QString file = m_clinic->directory() + u"/ground.png"_s;
        QVERIFY(picture.save(file));
        m_window->showPage(MainWindow::Page::Settings);
        box()->take(file);
        QTRY_VERIFY2_WITH_TIMEOUT(box()->state().contains(u"PNG"_s), qPrintable(box()->problem()),
                                  20000);
        QTRY_VERIFY2_WITH_TIMEOUT(box()->problem().isEmpty(), qPrintable(box()->problem()), 10000);
        QVERIFY(box()->resetButton()->isEnabled());
        m_window->showPage(MainWindow::Page::Chart);
        QTRY_VERIFY_WITH_TIMEOUT(drawn() != before, 10000);
        bool sent = false;
        for (const QJsonValue &call : m_clinic->calls(u"dentaltap"_s))
            sent = sent
                || (call["method"_L1].toString() == u"PUT"_s
                    && call["path"_L1].toString().contains(u"chart-backgrounds"_s));
        QVERIFY(sent);

        // And back.
        m_window->showPage(MainWindow::Page::Settings);
        QTest::mouseClick(box()->resetButton(), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(box()->state().contains(u"DentalTap's own"_s), 20000);
        m_window->showPage(MainWindow::Page::Chart);
        QTRY_VERIFY_WITH_TIMEOUT(drawn() == before, 10000);
    }

    void aRefusedPictureIsSaidInWordsAndNothingChanges_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("a script") << u"bad.svg"_s
                                  << QByteArray("<svg xmlns=\"http://www.w3.org/2000/svg\" "
                                                "viewBox=\"0 0 9 9\"><script>1</script></svg>");
        QTest::newRow("a file of this computer")
            << u"bad.svg"_s
            << QByteArray("<svg xmlns=\"http://www.w3.org/2000/svg\" "
                          "xmlns:xlink=\"http://www.w3.org/1999/xlink\" viewBox=\"0 0 9 9\">"
                          "<image xlink:href=\"/etc/hostname\" width=\"9\" height=\"9\"/></svg>");
        QTest::newRow("no picture") << u"bad.png"_s << QByteArray("I am a letter");
        QTest::newRow("too large") << u"bad.png"_s << QByteArray(3 * 1024 * 1024, 'x');
    }
    void aRefusedPictureIsSaidInWordsAndNothingChanges()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, bytes);
        const QString path = m_clinic->directory() + u'/' + name;
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
        file.close();
        box()->take(path);
        QTRY_VERIFY_WITH_TIMEOUT(
            !box()->problem().isEmpty() && !box()->problem().contains(u"being checked"_s), 20000);
        QVERIFY(box()->problem().size() > 20);
        QTRY_VERIFY(box()->state().contains(u"DentalTap's own"_s));
        QVERIFY(box()->chooseButton()->isEnabled());
    }

    void onlyAnAdministratorChangesThem()
    {
        m_clinic->desk().session()->signOut();
        QTRY_VERIFY(page()->findChild<Notice *>(u"settingsRights"_s)->isVisible());
        QVERIFY(!box()->chooseButton()->isEnabled());
        QVERIFY(page()->findChild<QPushButton *>(u"settingsSignIn"_s)->isVisible());
        QVERIFY(await(m_clinic->desk().session()->signIn(u"Nadia"_s, u"1234"_s)));
        QTRY_VERIFY(box()->chooseButton()->isEnabled());
    }

private:
    SettingsPage *page() { return m_window->settingsPage(); }
    BackgroundBox *box() { return page()->background(dental::ChartKind::Dental); }

    std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(TestSettingsPage)
#include "tst_settingspage.moc"
