// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/dentaldesktopauthority.h"

#include <QCryptographicHash>
#include <QSslKey>
#include <array>
#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/param_build.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>
#include <utility>

using namespace Qt::StringLiterals;

namespace sim {

namespace {

template <auto Free>
struct Freed {
    template <class T>
    void operator()(T *thing) const
    {
        Free(thing);
    }
};

using Key = std::unique_ptr<EVP_PKEY, Freed<EVP_PKEY_free>>;
using Certificate = std::unique_ptr<X509, Freed<X509_free>>;

constexpr int Day = 24 * 3600;

constexpr std::array<std::pair<ScanTrust, const char16_t *>, 13> Words{{
    {ScanTrust::WithRoot, u"withRoot"},
    {ScanTrust::WithoutRoot, u"withoutRoot"},
    {ScanTrust::LeafOnly, u"leafOnly"},
    {ScanTrust::Renewed, u"renewed"},
    {ScanTrust::OtherHost, u"otherHost"},
    {ScanTrust::WrongAuthority, u"wrongAuthority"},
    {ScanTrust::Forged, u"forged"},
    {ScanTrust::Expired, u"expired"},
    {ScanTrust::NotYetValid, u"notYetValid"},
    {ScanTrust::SelfSigned, u"selfSigned"},
    {ScanTrust::SelfSignedOtherHost, u"selfSignedOtherHost"},
    {ScanTrust::OldTls, u"oldTls"},
    {ScanTrust::Plain, u"plain"},
}};

const QByteArray RootName = "Simulated Scan Authority";
const QByteArray MiddleName = "Simulated Scan Servers";
const QByteArray ThisHost = "DNS:localhost,IP:127.0.0.1";

void must(bool done)
{
    if (!done)
        qFatal("OpenSSL made no certificate");
}

//! A P-256 key whose private number follows the label.
Key makeKey(const QByteArray &label)
{
    // Any 31 bytes are a number below the order of the group.
    const QByteArray number = QCryptographicHash::hash(label, QCryptographicHash::Sha256).left(31);
    const std::unique_ptr<BIGNUM, Freed<BN_free>> secret(BN_bin2bn(
        reinterpret_cast<const unsigned char *>(number.constData()), int(number.size()), nullptr));
    const std::unique_ptr<EC_GROUP, Freed<EC_GROUP_free>> group(
        EC_GROUP_new_by_curve_name(NID_X9_62_prime256v1));
    const std::unique_ptr<EC_POINT, Freed<EC_POINT_free>> point(EC_POINT_new(group.get()));
    must(EC_POINT_mul(group.get(), point.get(), secret.get(), nullptr, nullptr, nullptr) == 1);
    std::array<unsigned char, 65> open{};
    must(EC_POINT_point2oct(group.get(), point.get(), POINT_CONVERSION_UNCOMPRESSED, open.data(),
                            open.size(), nullptr)
         == open.size());

    const std::unique_ptr<OSSL_PARAM_BLD, Freed<OSSL_PARAM_BLD_free>> builder(OSSL_PARAM_BLD_new());
    must(OSSL_PARAM_BLD_push_utf8_string(builder.get(), OSSL_PKEY_PARAM_GROUP_NAME, "prime256v1", 0)
         == 1);
    must(OSSL_PARAM_BLD_push_octet_string(builder.get(), OSSL_PKEY_PARAM_PUB_KEY, open.data(),
                                          open.size())
         == 1);
    must(OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_PRIV_KEY, secret.get()) == 1);
    const std::unique_ptr<OSSL_PARAM, Freed<OSSL_PARAM_free>> parameters(
        OSSL_PARAM_BLD_to_param(builder.get()));
    const std::unique_ptr<EVP_PKEY_CTX, Freed<EVP_PKEY_CTX_free>> context(
        EVP_PKEY_CTX_new_from_name(nullptr, "EC", nullptr));
    EVP_PKEY *key = nullptr;
    must(EVP_PKEY_fromdata_init(context.get()) == 1);
    must(EVP_PKEY_fromdata(context.get(), &key, EVP_PKEY_KEYPAIR, parameters.get()) == 1);
    return Key(key);
}

void setName(X509_NAME *name, const QByteArray &commonName)
{
    const QByteArray house = "Vestibule simulator";
    for (const auto &[part, text] : {std::pair{"O", house}, std::pair{"CN", commonName}}) {
        must(X509_NAME_add_entry_by_txt(name, part, MBSTRING_UTF8,
                                        reinterpret_cast<const unsigned char *>(text.constData()),
                                        int(text.size()), -1, 0)
             == 1);
    }
}

void extend(X509 *certificate, int kind, const QByteArray &value)
{
    X509V3_CTX context{};
    X509V3_set_ctx(&context, certificate, certificate, nullptr, nullptr, 0);
    const std::unique_ptr<X509_EXTENSION, Freed<X509_EXTENSION_free>> extension(
        X509V3_EXT_conf_nid(nullptr, &context, kind, value.constData()));
    must(extension && X509_add_ext(certificate, extension.get(), -1) == 1);
}

//! What a certificate is to say.
struct Wish {
    QByteArray name;
    QByteArray hosts; //!< subjectAltName, empty = none
    bool authority = false;
    int fromDay = -30; //!< counted from now
    int toDay = 3650;
    int serial = 1;
};

QSslCertificate issue(const Wish &wish, EVP_PKEY *key, const QByteArray &issuer,
                      EVP_PKEY *issuerKey)
{
    const Certificate certificate(X509_new());
    X509 *raw = certificate.get();
    must(X509_set_version(raw, X509_VERSION_3) == 1);
    must(ASN1_INTEGER_set(X509_get_serialNumber(raw), wish.serial) == 1);
    must(X509_gmtime_adj(X509_getm_notBefore(raw), long(wish.fromDay) * Day) != nullptr);
    must(X509_gmtime_adj(X509_getm_notAfter(raw), long(wish.toDay) * Day) != nullptr);
    setName(X509_get_subject_name(raw), wish.name);
    setName(X509_get_issuer_name(raw), issuer);
    must(X509_set_pubkey(raw, key) == 1);
    extend(raw, NID_basic_constraints, wish.authority ? "critical,CA:TRUE" : "CA:FALSE");
    extend(raw, NID_key_usage,
           wish.authority ? "critical,keyCertSign,cRLSign" : "critical,digitalSignature");
    extend(raw, NID_subject_key_identifier, "hash");
    if (!wish.authority)
        extend(raw, NID_ext_key_usage, "serverAuth");
    if (!wish.hosts.isEmpty())
        extend(raw, NID_subject_alt_name, wish.hosts);
    must(X509_sign(raw, issuerKey, EVP_sha256()) > 0);

    QByteArray der(i2d_X509(raw, nullptr), Qt::Uninitialized);
    auto *end = reinterpret_cast<unsigned char *>(der.data());
    must(i2d_X509(raw, &end) == der.size());
    return QSslCertificate(der, QSsl::Der);
}

QSslKey qtKey(EVP_PKEY *key)
{
    QByteArray der(i2d_PrivateKey(key, nullptr), Qt::Uninitialized);
    auto *end = reinterpret_cast<unsigned char *>(der.data());
    must(i2d_PrivateKey(key, &end) == der.size());
    return QSslKey(der, QSsl::Ec, QSsl::Der, QSsl::PrivateKey);
}

//! A root and an intermediate below it.
struct House {
    explicit House(const QByteArray &label)
        : rootKey(makeKey(label + "/root")), middleKey(makeKey(label + "/middle"))
    {
        root = issue({.name = RootName, .hosts = {}, .authority = true}, rootKey.get(), RootName,
                     rootKey.get());
        middle = issue({.name = MiddleName, .hosts = {}, .authority = true, .serial = 2},
                       middleKey.get(), RootName, rootKey.get());
    }
    QSslCertificate leaf(const Wish &wish, EVP_PKEY *key) const
    {
        return issue(wish, key, MiddleName, middleKey.get());
    }

    Key rootKey;
    Key middleKey;
    QSslCertificate root;
    QSslCertificate middle;
};

} // namespace

class DentalDesktopAuthority::Private
{
public:
    explicit Private(const QByteArray &name) : label(name), house(name) { }

    QSslConfiguration make(ScanTrust trust) const;

    QByteArray label;
    House house;
    mutable QHash<int, QSslConfiguration> made;
};

QSslConfiguration DentalDesktopAuthority::Private::make(ScanTrust trust) const
{
    const Key key = makeKey(label + "/leaf/" + word(trust).toLatin1());
    Wish wish{.name = "Simulated Dental Desktop", .hosts = ThisHost, .serial = 10 + int(trust)};
    QList<QSslCertificate> chain;
    const auto genuine = [&] { chain = {house.leaf(wish, key.get()), house.middle, house.root}; };
    switch (trust) {
    case ScanTrust::WithRoot:
    case ScanTrust::Renewed:
    case ScanTrust::OldTls:
    case ScanTrust::Plain:
        genuine();
        break;
    case ScanTrust::WithoutRoot:
        genuine();
        chain.removeLast();
        break;
    case ScanTrust::LeafOnly:
        genuine();
        chain = {chain.first()};
        break;
    case ScanTrust::OtherHost:
        wish.hosts = "DNS:scan-server.example";
        genuine();
        break;
    case ScanTrust::Expired:
        wish.fromDay = -400;
        wish.toDay = -2;
        genuine();
        break;
    case ScanTrust::NotYetValid:
        wish.fromDay = 2;
        genuine();
        break;
    case ScanTrust::WrongAuthority:
    case ScanTrust::Forged: {
        const House other(label + "/other");
        chain = {other.leaf(wish, key.get()), other.middle, other.root};
        if (trust == ScanTrust::Forged)
            chain = {chain.first(), house.middle, house.root};
        break;
    }
    case ScanTrust::SelfSigned:
    case ScanTrust::SelfSignedOtherHost:
        // The subject that published notes give for the newer product (section 1.4).
        wish.name = "3Shape Web Service";
        if (trust == ScanTrust::SelfSignedOtherHost)
            wish.hosts.clear();
        chain = {issue(wish, key.get(), wish.name, key.get())};
        break;
    }
    QSslConfiguration configuration;
    configuration.setLocalCertificateChain(chain);
    configuration.setPrivateKey(qtKey(key.get()));
    configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
    configuration.setProtocol(QSsl::TlsV1_2OrLater);
    if (trust == ScanTrust::OldTls) {
        // OpenSSL 3 finishes no handshake below 1.2 at Debian's security level; the alert that a
        // modern client meets is the same.
        QT_WARNING_PUSH
        QT_WARNING_DISABLE_DEPRECATED
        configuration.setProtocol(QSsl::TlsV1_0);
        QT_WARNING_POP
    }
    return configuration;
}

DentalDesktopAuthority::DentalDesktopAuthority(quint64 seed)
    : d(std::make_unique<Private>("vestibule-simulator/" + QByteArray::number(seed)))
{
}

DentalDesktopAuthority::~DentalDesktopAuthority() = default;

std::optional<QSslConfiguration> DentalDesktopAuthority::configuration(ScanTrust trust) const
{
    if (trust == ScanTrust::Plain)
        return std::nullopt;
    const auto known = d->made.constFind(int(trust));
    if (known != d->made.constEnd())
        return *known;
    return *d->made.insert(int(trust), d->make(trust));
}

QSslCertificate DentalDesktopAuthority::root() const
{
    return d->house.root;
}

QString DentalDesktopAuthority::word(ScanTrust trust)
{
    for (const auto &[known, text] : Words) {
        if (known == trust)
            return QString::fromUtf16(text);
    }
    return {};
}

std::optional<ScanTrust> DentalDesktopAuthority::fromWord(const QString &word)
{
    for (const auto &[known, text] : Words) {
        if (word == QString::fromUtf16(text))
            return known;
    }
    return std::nullopt;
}

} // namespace sim
