// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/dentalwords.h"

#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;

//! What teeth and findings are called.
class TestDentalWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void all52TeethHaveANameOfTheirOwn()
    {
        QSet<QString> names;
        for (const int fdi : teeth::permanentTeeth() + teeth::primaryTeeth()) {
            const QString name = teeth::name(teeth::Tooth{fdi, false});
            QVERIFY2(!name.isEmpty(), qPrintable(QString::number(fdi)));
            QCOMPARE(name.startsWith(u"upper"_s), teeth::isUpper(fdi));
            QCOMPARE(name.contains(u"primary"_s), teeth::isPrimary(fdi));
            names.insert(name);
        }
        QCOMPARE(names.size(), 52);
        QCOMPARE(teeth::name(teeth::Tooth{36, false}), u"lower left first molar"_s);
        QCOMPARE(teeth::name(teeth::Tooth{55, false}), u"upper right primary second molar"_s);
        QCOMPARE(teeth::name(teeth::Tooth{18, true}),
                 u"supernumerary tooth beside the upper right third molar (wisdom tooth)"_s);
        QVERIFY(teeth::name(teeth::Tooth()).isEmpty());
    }

    void theOralSideIsCalledByItsJaw()
    {
        QCOMPARE(dental::name(dental::Surface::Oral, 26), u"palatal"_s);
        QCOMPARE(dental::name(dental::Surface::Oral, 36), u"lingual"_s);
        QCOMPARE(dental::name(dental::Site::MesioOral, 55), u"mesio-palatal"_s);
        QCOMPARE(dental::name(dental::Site::DistoOral, 85), u"disto-lingual"_s);
        for (int i = 0; i < dental::SiteCount; ++i)
            QVERIFY(!dental::name(static_cast<dental::Site>(i), 36).isEmpty());
    }

    void everyPresenceHasAWord()
    {
        const QMetaEnum all = QMetaEnum::fromType<dental::Presence>();
        QSet<QString> words;
        for (int i = 0; i < all.keyCount(); ++i)
            words.insert(dental::name(static_cast<dental::Presence>(all.value(i))));
        QCOMPARE(words.size(), all.keyCount());
        QVERIFY(!words.contains(QString()));
    }

    void everyOddityIsASentence()
    {
        const QMetaEnum all = QMetaEnum::fromType<dental::Oddity>();
        for (int i = 0; i < all.keyCount(); ++i) {
            ProfileFlag flag;
            flag.what = static_cast<dental::Oddity>(all.value(i));
            flag.tooth = teeth::Tooth{36, false};
            flag.raw = u"xyz"_s;
            const QString text = dental::text(flag, teeth::Notation::Universal);
            QVERIFY2(text.contains(u"xyz"_s), all.key(i));
            if (flag.what != dental::Oddity::UnknownTooth)
                QVERIFY2(text.contains(u"19"_s), all.key(i));
        }
    }

    void aDifferenceNamesBothFigures()
    {
        FigureDifference difference;
        difference.tooth = teeth::Tooth{26, false};
        difference.site = dental::Site::MesioOral;
        difference.stated = 6;
        difference.ours = 5;
        const QString text = dental::text(difference, teeth::Notation::Palmer);
        QCOMPARE(text,
                 u"Tooth UL6, mesio-palatal: DentalTap states an attachment level of 6 mm, "
                 "the measures give 5 mm."_s);
        difference.figure = dental::Figure::PlaquePercent;
        QVERIFY(dental::text(difference, teeth::Notation::Fdi).startsWith(u"Plaque: "_s));
    }
};

QTEST_GUILESS_MAIN(TestDentalWords)
#include "tst_dentalwords.moc"
