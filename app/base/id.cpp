// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/id.h"

#include <QRandomGenerator>
#include <QUuid>
#include <array>

QString newUuid(const QDateTime &now)
{
    std::array<quint8, 16> bytes{};
    QRandomGenerator *random = QRandomGenerator::system();
    for (quint8 &byte : bytes)
        byte = quint8(random->bounded(256));
    const quint64 milliseconds = quint64(now.toMSecsSinceEpoch());
    for (size_t i = 0; i < 6; ++i)
        bytes[i] = quint8(milliseconds >> (8 * (5 - i)));
    bytes[6] = quint8((bytes[6] & 0x0f) | 0x70);
    bytes[8] = quint8((bytes[8] & 0x3f) | 0x80);
    const QByteArray raw(reinterpret_cast<const char *>(bytes.data()), qsizetype(bytes.size()));
    return QUuid::fromRfc4122(raw).toString(QUuid::WithoutBraces);
}

QString derivedUuid(QStringView text)
{
    // A name space of our own, so that nobody else derives the same ids from the same text.
    static const QUuid space(0x6f1c3a52, 0x0d1e, 0x4b7a, 0x9c, 0x55, 0x76, 0x65, 0x73, 0x74, 0x69,
                             0x62);
    return QUuid::createUuidV5(space, text.toString()).toString(QUuid::WithoutBraces);
}
