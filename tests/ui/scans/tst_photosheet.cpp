// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scans/photosheet.h"

#include <QBuffer>
#include <QPainter>
#include <QPdfWriter>
#include <QTest>

using namespace Qt::StringLiterals;

//! A photo on paper.
class TestPhotoSheet : public QObject
{
    Q_OBJECT

    static PhotoSheet sheet(QSize size, QColor colour)
    {
        PhotoSheet sheet{u"Jean-Baptiste Lefèvre"_s, u"Case of 12.11.2026"_s, u"36 buccal"_s, {}};
        sheet.image = QImage(size, QImage::Format_RGB32);
        sheet.image.fill(colour);
        return sheet;
    }
    //! The page as a picture, and where the colour is in it.
    static QRect placeOf(const PhotoSheet &sheet, QSize page, QColor colour)
    {
        QImage picture(page, QImage::Format_RGB32);
        picture.fill(Qt::white);
        QPainter painter(&picture);
        sheet.paint(&painter, picture.rect());
        painter.end();
        QRect place;
        for (int y = 0; y < picture.height(); ++y) {
            for (int x = 0; x < picture.width(); ++x) {
                if (picture.pixelColor(x, y) == colour)
                    place |= QRect(x, y, 1, 1);
            }
        }
        return place;
    }

private Q_SLOTS:
    void aPhotoFillsThePageBelowItsTextsUndistorted_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::newRow("landscape") << QSize(1600, 1200);
        QTest::newRow("portrait") << QSize(600, 1600);
        QTest::newRow("small") << QSize(40, 30);
    }
    void aPhotoFillsThePageBelowItsTextsUndistorted()
    {
        QFETCH(QSize, size);
        const QSize page(420, 594);
        const QRect place = placeOf(sheet(size, Qt::blue), page, Qt::blue);
        QVERIFY(QRect({}, page).contains(place));
        QVERIFY(place.width() > page.width() - 4 || place.height() > page.height() * 3 / 4);
        const double distortion =
            double(place.width()) / place.height() / (double(size.width()) / size.height());
        QVERIFY2(qAbs(distortion - 1) < 0.03, qPrintable(QString::number(distortion)));
        // The texts stand above it.
        QVERIFY(place.top() > 20);
    }

    void whatIsNoPictureSaysSo()
    {
        PhotoSheet unreadable = sheet({10, 10}, Qt::blue);
        unreadable.image = {};
        const QRect words = placeOf(unreadable, {420, 594}, Qt::black);
        QVERIFY(words.bottom() > 200);
    }

    void aPdfHasItsPageAndItsPicture()
    {
        QByteArray bytes;
        QBuffer buffer(&bytes);
        QVERIFY(buffer.open(QIODevice::WriteOnly));
        {
            QPdfWriter writer(&buffer);
            writer.setPageSize(QPageSize(QPageSize::A4));
            QPainter painter(&writer);
            sheet({800, 600}, Qt::blue)
                .paint(&painter, QRectF(0, 0, writer.width(), writer.height()));
        }
        QCOMPARE(bytes.count("/Type /Page\n"), 1);
        QVERIFY(bytes.contains("/Subtype /Image"));
        QVERIFY(bytes.contains("/Width 800"));
    }
};

QTEST_MAIN(TestPhotoSheet)
#include "tst_photosheet.moc"
