// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/seal.h"

#include <QCoreApplication>
#include <QtEndian>
#include <algorithm>
#include <array>
#include <sodium.h>

using namespace Qt::StringLiterals;

namespace {

// A sealed cell: format byte, key generation (4 bytes, big endian), nonce, cipher text with tag.
constexpr char formatByte = 1;
constexpr qsizetype headSize = 1 + 4;
constexpr qsizetype nonceSize = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr qsizetype tagSize = crypto_aead_xchacha20poly1305_ietf_ABYTES;
constexpr qsizetype keySize = crypto_aead_xchacha20poly1305_ietf_KEYBYTES;

QString words(const char *text)
{
    return QCoreApplication::translate("Seal", text);
}

unsigned char *writable(QByteArray &bytes, qsizetype from = 0)
{
    return reinterpret_cast<unsigned char *>(bytes.data()) + from;
}

const unsigned char *readable(const QByteArray &bytes, qsizetype from = 0)
{
    return reinterpret_cast<const unsigned char *>(bytes.constData()) + from;
}

QByteArray head(int generation)
{
    QByteArray bytes(headSize, formatByte);
    qToBigEndian(quint32(generation), bytes.data() + 1);
    return bytes;
}

} // namespace

//! The key's only copy of ours, wiped with the last seal that uses it.
struct Seal::Key {
    std::array<unsigned char, keySize> bytes{};

    Key() = default;
    Key(const Key &) = delete;
    Key &operator=(const Key &) = delete;
    ~Key() { sodium_memzero(bytes.data(), bytes.size()); }
};

Seal::Seal(const QByteArray &key, int generation) : m_generation(generation)
{
    if (key.size() != keySize || sodium_init() < 0)
        return;
    auto copy = std::make_shared<Key>();
    std::copy_n(readable(key), keySize, copy->bytes.begin());
    m_key = std::move(copy);
}

QByteArray Seal::newKey()
{
    if (sodium_init() < 0)
        return {};
    QByteArray key(keySize, Qt::Uninitialized);
    crypto_aead_xchacha20poly1305_ietf_keygen(writable(key));
    return key;
}

Result<QByteArray> Seal::seal(const QByteArray &plain, const QString &place) const
{
    if (isLocked())
        return failure(Error::Kind::Storage,
                       words(QT_TRANSLATE_NOOP("Seal",
                                               "Names are locked: the key store has not answered. "
                                               "Unlock it and try again.")));
    QByteArray sealed = head(m_generation);
    const QByteArray bound = sealed + place.toUtf8();
    sealed.resize(headSize + nonceSize + plain.size() + tagSize);
    randombytes_buf(writable(sealed, headSize), size_t(nonceSize));
    unsigned long long length = 0;
    crypto_aead_xchacha20poly1305_ietf_encrypt(
        writable(sealed, headSize + nonceSize), &length, readable(plain),
        static_cast<unsigned long long>(plain.size()), readable(bound),
        static_cast<unsigned long long>(bound.size()), nullptr, readable(sealed, headSize),
        m_key->bytes.data());
    return sealed;
}

Result<QByteArray> Seal::open(const QByteArray &sealed, const QString &place) const
{
    if (isLocked())
        return failure(Error::Kind::Storage,
                       words(QT_TRANSLATE_NOOP("Seal",
                                               "Names are locked: the key store has not answered. "
                                               "Unlock it and try again.")));
    const QByteArray start = head(m_generation);
    if (sealed.size() < headSize + nonceSize + tagSize || !sealed.startsWith(start))
        return failure(Error::Kind::Storage,
                       words(QT_TRANSLATE_NOOP("Seal",
                                               "A stored record cannot be read: it was written "
                                               "with another key.")));
    const QByteArray bound = start + place.toUtf8();
    QByteArray plain(sealed.size() - headSize - nonceSize - tagSize, Qt::Uninitialized);
    unsigned long long length = 0;
    const int opened = crypto_aead_xchacha20poly1305_ietf_decrypt(
        writable(plain), &length, nullptr, readable(sealed, headSize + nonceSize),
        static_cast<unsigned long long>(sealed.size() - headSize - nonceSize), readable(bound),
        static_cast<unsigned long long>(bound.size()), readable(sealed, headSize),
        m_key->bytes.data());
    if (opened != 0)
        return failure(Error::Kind::Storage,
                       words(QT_TRANSLATE_NOOP("Seal",
                                               "A stored record cannot be read: the key is not the "
                                               "one it was written with, or the record was "
                                               "changed.")));
    return plain;
}
