// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Stands in for an imaging program of VDDS-media: "standin-imaging BEHAVIOUR OPERATION FILE". Keeps
// every request as STANDIN_FOLDER/OPERATION-n.ini and answers as the behaviour says, written from
// the contract alone. STANDIN_IMAGES is how many images a patient has.

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QThread>

using namespace Qt::StringLiterals;

namespace {

QDir folder()
{
    return QDir(qEnvironmentVariable("STANDIN_FOLDER"));
}

QByteArray read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (file.open(QIODevice::WriteOnly))
        file.write(bytes);
}

void record(const QString &operation, const QByteArray &bytes)
{
    int number = 1;
    while (folder().exists(u"%1-%2.ini"_s.arg(operation).arg(number)))
        ++number;
    write(folder().filePath(u"%1-%2.ini"_s.arg(operation).arg(number)), bytes);
}

QByteArray shake(QByteArray request, const QByteArray &ready, const QByteArray &level,
                 const QByteArray &text)
{
    request.replace("READY=0\r\n", QByteArray("READY=" + ready + "\r\n"));
    request.replace("ERRORLEVEL=0\r\n", QByteArray("ERRORLEVEL=" + level + "\r\n"));
    request.replace("ERRORTEXT=\r\n", QByteArray("ERRORTEXT=" + text + "\r\n"));
    return request;
}

//! The value of a key, wherever it stands.
QByteArray valueOf(const QByteArray &request, const QByteArray &key)
{
    for (const QByteArray &line : request.split('\n')) {
        if (line.startsWith(QByteArray(key + '=')))
            return line.mid(key.size() + 1).trimmed();
    }
    return {};
}

QByteArray list(int count)
{
    QByteArray bytes = "[MMOS]\r\nCOUNT=" + QByteArray::number(count) + "\r\n";
    for (int i = 1; i <= count; ++i) {
        const QByteArray number = QByteArray::number(i);
        bytes += "[MMO" + number + "]\r\nMMOID=A-" + number
            + "\r\nTYPE=Photo\r\nTYPENR=7\r\n"
              "TEETH=11\r\nDATE=2026112"
            + number + "\r\nTIME=09:30\r\nEXT=JPG\r\n";
    }
    return bytes;
}

QByteArray paths(const QByteArray &request, int missing)
{
    QByteArray bytes = "[MMOPATH]\r\n";
    const int count = valueOf(request, "COUNT").toInt();
    for (int i = 1 + missing; i <= count; ++i) {
        const QByteArray key = "MMOID" + QByteArray::number(i);
        const QByteArray id = valueOf(request, key);
        const QString path = folder().filePath(u"copy of "_s + QString::fromLatin1(id) + u".jpg"_s);
        write(path, "\xFF\xD8\xFF picture " + id);
        bytes += key + '=' + path.toLatin1() + "\r\n";
    }
    return bytes;
}

QByteArray utf16(const QByteArray &bytes)
{
    QByteArray wide("\xFF\xFE");
    for (const QChar c : QString::fromLatin1(bytes))
        wide.append(char(c.unicode() & 0xFF)).append(char(c.unicode() >> 8));
    return wide;
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const QStringList words = QCoreApplication::arguments();
    if (words.size() != 4)
        return 2;
    const QString behaviour = words.at(1);
    const QString operation = words.at(2);
    const QString path = words.at(3);
    if (operation == u"MMOVIEW"_s) {
        record(operation, path.toUtf8());
        return 0;
    }
    if (behaviour == u"launches"_s) {
        // Ends at once; what it started answers.
        QProcess::startDetached(words.first(), {u"late"_s, operation, path});
        return 0;
    }
    const QByteArray request = read(path);
    record(operation, request);
    if (behaviour == u"never"_s)
        return 1;
    if (behaviour == u"late"_s)
        QThread::msleep(300);
    if (behaviour == u"vanishes"_s) {
        QFile::remove(path);
        return 0;
    }
    if (behaviour == u"refuses"_s) {
        const QByteArray name = valueOf(request, "LASTNAME");
        write(path, shake(request, "1", "12", "Patient " + name + " gesperrt"));
        return 0;
    }

    QByteArray answer = shake(request, "1", behaviour == u"fewer"_s ? "1" : "0", "");
    if (operation == u"MMOINFEXPORT"_s)
        answer += list(qEnvironmentVariableIntValue("STANDIN_IMAGES"));
    if (operation == u"MMOEXPORT"_s)
        answer += paths(request, behaviour == u"fewer"_s ? 1 : 0);

    if (behaviour == u"half"_s) {
        // READY before the rest is there.
        write(path, answer.left(answer.indexOf("[MMO2]")));
        QThread::msleep(200);
    } else if (behaviour == u"locks"_s) {
        // Nobody can open it for a while.
        QFile::remove(path);
        QDir().mkdir(path);
        QThread::msleep(400);
        QDir().rmdir(path);
    } else if (behaviour == u"swaps"_s) {
        QFile::remove(path);
        QThread::msleep(30);
    } else if (behaviour == u"empties"_s) {
        write(path, QByteArray());
        QThread::msleep(300);
    }
    write(path, behaviour == u"wide"_s ? utf16(answer) : answer);
    if (behaviour == u"tidies"_s) {
        // Long enough to be read once.
        QThread::msleep(1000);
        QFile::remove(path);
    }
    return behaviour == u"failing"_s ? 3 : 0;
}
