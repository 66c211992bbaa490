// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/lint/sourcetree.h"

#include <QFileInfo>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;

namespace {

//! One message of a .ts file.
struct Message {
    QString context;
    QString source;
    QString comment;
    QString type; //!< empty when finished
    QStringList texts; //!< one, or the plural forms
    bool plural = false;
};

QList<Message> messagesOf(const QByteArray &file)
{
    QList<Message> messages;
    QXmlStreamReader xml(file);
    QString context;
    while (!xml.atEnd()) {
        xml.readNext();
        if (xml.isEndElement() && xml.name() == u"message"_s && messages.last().texts.isEmpty())
            messages.last().texts.append(QString());
        if (!xml.isStartElement())
            continue;
        if (xml.name() == u"name"_s) {
            context = xml.readElementText();
        } else if (xml.name() == u"message"_s) {
            messages.append(Message());
            messages.last().context = context;
            messages.last().plural = xml.attributes().value(u"numerus"_s) == u"yes"_s;
        } else if (xml.name() == u"source"_s) {
            messages.last().source = xml.readElementText();
        } else if (xml.name() == u"comment"_s) {
            messages.last().comment = xml.readElementText();
        } else if (xml.name() == u"translation"_s) {
            messages.last().type = xml.attributes().value(u"type"_s).toString();
            if (!messages.last().plural)
                messages.last().texts.append(xml.readElementText());
        } else if (xml.name() == u"numerusform"_s) {
            messages.last().texts.append(xml.readElementText());
        }
    }
    return messages;
}

QStringList placeholdersOf(const QString &text)
{
    static const QRegularExpression placeholder(u"%(?:L?\\d+|L?n)"_s);
    QStringList found;
    auto it = placeholder.globalMatch(text);
    while (it.hasNext())
        found.append(it.next().captured());
    found.sort();
    return found;
}

QString french()
{
    return u"translations/vestibule_fr.ts"_s;
}

QString english()
{
    return u"translations/vestibule_en.ts"_s;
}

} // namespace

//! The French texts: complete, and set as French is set.
class TestTranslations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFrenchTextIsWhole_data();
    void everyFrenchTextIsWhole();
    void everyTextOfTheSourcesIsThere_data();
    void everyTextOfTheSourcesIsThere();
};

void TestTranslations::everyFrenchTextIsWhole_data()
{
    QTest::addColumn<Message>("message");
    const QList<Message> messages = messagesOf(SourceTree::read(french()));
    QVERIFY2(messages.size() > 100, "the French file is missing or empty");
    for (const Message &message : messages)
        QTest::addRow("%s: %s (%s)", qPrintable(message.context),
                      qPrintable(message.source.simplified().left(60)), qPrintable(message.comment))
            << message;
}

void TestTranslations::everyFrenchTextIsWhole()
{
    QFETCH(Message, message);
    QVERIFY2(message.type.isEmpty(), qPrintable(message.type));
    QCOMPARE(message.texts.size(), message.plural ? 2 : 1);
    static const QRegularExpression straight(u"\\w'\\w"_s,
                                             QRegularExpression::UseUnicodePropertiesOption);
    static const QRegularExpression blank(u"[ \\t][;!?:»]|«[ \\t]"_s);
    static const QRegularExpression bare(u"[\\w»)][;!?](?:\\s|$)|\\w:(?:[ \\t\\n]|$)"_s,
                                         QRegularExpression::UseUnicodePropertiesOption);
    static const QRegularExpression mnemonic(u"&\\w"_s,
                                             QRegularExpression::UseUnicodePropertiesOption);
    for (const QString &text : std::as_const(message.texts)) {
        QVERIFY2(!text.trimmed().isEmpty(), "nothing is there");
        QCOMPARE(placeholdersOf(text), placeholdersOf(message.source));
        QCOMPARE(text.count(mnemonic), message.source.count(mnemonic));
        QCOMPARE(text.count(u'\n'), message.source.count(u'\n'));
        QVERIFY2(!text.contains(straight), "a straight apostrophe");
        QVERIFY2(!text.contains(blank), "a space that breaks the line before a mark");
        QVERIFY2(!text.contains(bare), "no space before a mark");
    }
}

void TestTranslations::everyTextOfTheSourcesIsThere_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QStringList>("options");
    QTest::newRow("French") << french() << QStringList();
    QTest::newRow("English plurals") << english() << QStringList{u"-pluralonly"_s};
}

//! lupdate run on a copy finds nothing new and nothing gone.
void TestTranslations::everyTextOfTheSourcesIsThere()
{
    QFETCH(QString, path);
    QFETCH(QStringList, options);
    const QString lupdate = QStringLiteral(VESTIBULE_LUPDATE);
    if (!QFileInfo(lupdate).isExecutable())
        QSKIP("lupdate is not installed");
    const QTemporaryDir folder;
    QVERIFY(folder.isValid());
    const QString copy = folder.filePath(QFileInfo(path).fileName());
    QVERIFY(QFile::copy(QDir(QStringLiteral(VESTIBULE_SOURCE_DIR)).filePath(path), copy));
    QVERIFY(QFile::setPermissions(copy, QFile::ReadOwner | QFile::WriteOwner));

    QProcess process;
    process.setWorkingDirectory(QStringLiteral(VESTIBULE_SOURCE_DIR));
    process.start(lupdate,
                  options
                      + QStringList{u"-I"_s, u"."_s, u"-locations"_s, u"none"_s, u"app"_s, u"ui"_s,
                                    u"-ts"_s, copy});
    QVERIFY(process.waitForFinished(100'000));
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    const QByteArray said = process.readAllStandardError();
    QVERIFY2(process.exitCode() == 0, said.constData());
    QVERIFY2(!said.contains("cannot be called without context"), said.constData());

    QFile file(copy);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QList<Message> messages = messagesOf(file.readAll());
    QVERIFY(!messages.isEmpty());
    QStringList wrong;
    for (const Message &message : messages) {
        if (!message.type.isEmpty())
            wrong.append(
                QString(message.type + u": "_s + message.context + u": "_s + message.source));
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
}

QTEST_GUILESS_MAIN(TestTranslations)
#include "tst_translations.moc"
