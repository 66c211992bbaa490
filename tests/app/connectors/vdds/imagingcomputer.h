// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/connectors/vdds/client.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>

//! A computer with an imaging program (tests/standin/imaging.cpp) that behaves as told.
class ImagingComputer
{
public:
    ImagingComputer() : m_folder(QDir::tempPath() + QStringLiteral("/clinic é XXXXXX"))
    {
        for (const char *name : {"requests", "temp", "out"})
            QDir(m_folder.path()).mkdir(QString::fromLatin1(name));
        qputenv("STANDIN_FOLDER", at(QStringLiteral("requests")).toUtf8());
        qputenv("STANDIN_IMAGES", "3");
    }

    //! A file of it; the folder is named as people name theirs.
    QString at(const QString &name) const { return m_folder.filePath(name); }
    QString registry() const { return at(QStringLiteral("VDDS_MMI.INI")); }
    static QByteArray read(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("not there");
    }
    static QByteArray program()
    {
        return QByteArray(QCoreApplication::applicationDirPath().toUtf8() + "/standin-imaging");
    }
    //! Its entry in the registration file, and more lines there.
    void registerProgram(const QByteArray &behaviour, const QByteArray &more = {}) const
    {
        QByteArray bytes = "[BVS]\r\nNAME1=TRIOS\r\n[TRIOS]\r\nNAME=3Shape TRIOS\r\nSTAGES=134\r\n";
        for (const QByteArray operation : {"PATDATIMPORT", "MMOINFEXPORT", "MMOEXPORT"})
            bytes += QByteArray(operation + "=\"" + program() + "\" " + behaviour + ' ' + operation
                                + "\r\n");
        writeRegistry(bytes + more);
    }
    void writeRegistry(const QByteArray &bytes) const
    {
        QFile file(registry());
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write the registration file");
    }
    //! How often it was called for that.
    qsizetype calls(const QString &operation) const
    {
        return QDir(at(QStringLiteral("requests")))
            .entryList({QString(operation + QStringLiteral("-*.ini"))})
            .size();
    }
    QByteArray request(const QString &operation, int number = 1) const
    {
        return read(at(QStringLiteral("requests/%1-%2.ini").arg(operation).arg(number)));
    }
    //! What is left of exchanges.
    QStringList leftovers() const
    {
        QStringList names =
            QDir(at(QStringLiteral("temp"))).entryList(QDir::AllEntries | QDir::NoDotAndDotDot);
        names.removeAll(QStringLiteral("vestibule-vdds.lock"));
        return names;
    }
    vdds::Client::Options options() const
    {
        vdds::Client::Options options;
        options.registryFile = registry();
        options.firstLimit = std::chrono::seconds(20);
        options.limit = std::chrono::seconds(20);
        options.look = std::chrono::milliseconds(50);
        options.folder = at(QStringLiteral("temp"));
        options.diagnosticFile = at(QStringLiteral("last.txt"));
        return options;
    }
    static ImagingPatient elodie()
    {
        ImagingPatient patient;
        patient.id = QStringLiteral("4876000000012345001");
        patient.number = QStringLiteral("000417");
        patient.firstName = QStringLiteral("Élodie");
        patient.lastName = QStringLiteral("Lefèvre");
        patient.sex = QStringLiteral("female");
        patient.birthDate = QDate(1988, 4, 5);
        return patient;
    }
    //! What no log and no diagnosis may contain.
    static QStringList secrets()
    {
        return {QStringLiteral("Lef"), QStringLiteral("lodie"), QStringLiteral("1988"),
                QStringLiteral("000417"), QStringLiteral("4876")};
    }

private:
    QTemporaryDir m_folder;
};
