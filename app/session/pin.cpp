// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/pin.h"

#include <QByteArray>
#include <algorithm>
#include <array>
#include <sodium.h>

using namespace Qt::StringLiterals;

namespace {

// 19 MiB and three passes: the memory of the program has a budget, and PINs are short anyway; what
// protects them is the delay after a failure.
constexpr unsigned long long passes = 3;
constexpr size_t memory = size_t(19) * 1024 * 1024;

} // namespace

QString hashedPin(const QString &pin)
{
    if (sodium_init() < 0)
        return {};
    QByteArray bytes = pin.toUtf8();
    std::array<char, crypto_pwhash_STRBYTES> hash{};
    const int done = crypto_pwhash_str_alg(hash.data(), bytes.constData(),
                                           static_cast<unsigned long long>(bytes.size()), passes,
                                           memory, crypto_pwhash_ALG_ARGON2ID13);
    sodium_memzero(bytes.data(), size_t(bytes.size()));
    return done == 0 ? QString::fromLatin1(hash.data()) : QString();
}

bool fitsPin(const QString &pin, const QString &hash)
{
    if (sodium_init() < 0)
        return false;
    // For a name that nobody has, the work of a real check is done all the same.
    static const QString nobody = hashedPin(u"0"_s);
    const QByteArray stored = (hash.isEmpty() ? nobody : hash).toLatin1();
    QByteArray bytes = pin.toUtf8();
    const int fits = crypto_pwhash_str_verify(stored.constData(), bytes.constData(),
                                              static_cast<unsigned long long>(bytes.size()));
    sodium_memzero(bytes.data(), size_t(bytes.size()));
    return fits == 0 && !hash.isEmpty();
}

bool isPin(const QString &pin)
{
    return pin.size() >= 4 && pin.size() <= 12
        && std::all_of(pin.begin(), pin.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}
