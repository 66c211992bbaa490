// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflow/chartworkflow.h"

#include "app/connectors/dentaltap/profilejson.h"

#include <QJsonDocument>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView profileKind{"profile"};
//! What a summary may be old: nobody in reception waits for DentalTap at each click.
constexpr auto summaryAge = 10min;

QByteArray textOf(const QJsonObject &json)
{
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

const ChartLink &linkOf(const DentalProfile &profile, dental::ChartKind kind)
{
    return kind == dental::ChartKind::Dental ? profile.dentalChart : profile.periodontalChart;
}

bool mayHaveExpired(const Error &error)
{
    return error.kind == Error::Kind::Forbidden || error.kind == Error::Kind::NotFound;
}

//! It came and is not to be shown: what DentalTap sent is no picture, or our own check says no.
bool isRefusal(const Error &error)
{
    return error.kind == Error::Kind::Protocol
        || (error.kind == Error::Kind::Invalid && error.service == Service::None);
}

//! DentalTap did not answer, which is no fault of what it would have said.
bool isSilence(const Error &error)
{
    return error.isTransient() && error.service == Service::DentalTap;
}

//! What reception sees of a profile.
DentalProfile reduced(DentalProfile profile)
{
    for (ToothProfile &tooth : profile.teeth) {
        tooth.mobility.reset();
        tooth.conditions.clear();
        tooth.restorations.clear();
        tooth.note.clear();
    }
    profile.periodontal.reset();
    profile.dentalChart = ChartLink();
    profile.periodontalChart = ChartLink();
    profile.flags.removeIf([](const ProfileFlag &flag) {
        return flag.what != dental::Oddity::UnknownTooth
            && flag.what != dental::Oddity::UnknownPresence
            && flag.what != dental::Oddity::PresenceTwice;
    });
    return profile;
}

ChartPicture shown(const ChartStore::Picture &kept, bool offline)
{
    ChartPicture picture;
    picture.bytes = kept.bytes;
    picture.format = kept.format;
    picture.date = kept.date;
    picture.offline = offline;
    return picture;
}

} // namespace

ChartWorkflow::ChartWorkflow(Session *session, Settings settings, dentaltap::Charts *charts,
                             dentaltap::Client *client, PatientStore *patients, VisitStore *visits,
                             CatalogueStore *catalogue, ChartStore *store, GraphicProof *proof,
                             ScanWorkflow *scans, Clock clock, QObject *parent)
    : QObject(parent), m_session(session), m_settings(std::move(settings)), m_charts(charts),
      m_client(client), m_patients(patients), m_visits(visits), m_catalogue(catalogue),
      m_store(store), m_proof(proof), m_scans(scans), m_clock(std::move(clock))
{
}

teeth::Notation ChartWorkflow::numbering() const
{
    return m_settings.dentaltap.toothNumbering == u"universal"_s ? teeth::Notation::Universal
                                                                 : teeth::Notation::Fdi;
}

DentalProfile ChartWorkflow::profileOf(const QByteArray &json) const
{
    return dentaltap::profileFromJson(QJsonDocument::fromJson(json).object(), numbering());
}

QString ChartWorkflow::keyOf(const ChartOwner &owner)
{
    return owner.visit.isEmpty() ? owner.patient.value : owner.visit.value;
}

Task<dentaltap::ProfileOwner> ChartWorkflow::ownerIds(ChartOwner owner)
{
    dentaltap::ProfileOwner ids;
    if (owner.visit.isEmpty()) {
        const PatientId patient = owner.patient;
        const Result<Links> links = co_await m_patients->links(patient);
        if (!links)
            co_return tl::unexpected<Error>(links.error());
        ids.patientId = links->value(RecordKind::DentalTapPatient).remoteId;
        if (ids.patientId.isEmpty()) {
            co_return failure(Error::Kind::NotFound,
                              tr("DentalTap does not know this patient yet: there is no chart."),
                              Service::DentalTap);
        }
        co_return ids;
    }
    const VisitId visit = owner.visit;
    const Result<VisitDetail> detail = co_await m_visits->detail(visit);
    if (!detail)
        co_return tl::unexpected<Error>(detail.error());
    ids.appointmentId = detail->visitLinks.value(RecordKind::DentalTapAppointment).remoteId;
    if (ids.appointmentId.isEmpty()) {
        co_return failure(Error::Kind::NotFound,
                          tr("DentalTap does not know this visit yet: there is no chart of it."),
                          Service::DentalTap);
    }
    co_return ids;
}

Task<ChartReading> ChartWorkflow::kept(ChartOwner owner)
{
    const QString key = keyOf(owner);
    const Result<ChartStore::Document> document = co_await m_store->document(key, profileKind);
    if (!document)
        co_return tl::unexpected<Error>(document.error());
    ChartReading reading;
    reading.profile = profileOf(document->json);
    reading.readAt = document->readAt;
    co_return reading;
}

Task<ChartReading> ChartWorkflow::fresh(ChartOwner owner)
{
    const Result<dentaltap::ProfileOwner> ids = co_await ownerIds(owner);
    if (!ids)
        co_return tl::unexpected<Error>(ids.error());
    const dentaltap::ProfileOwner asked = *ids;
    const Result<QJsonObject> json = co_await m_charts->profile(asked);
    if (!json)
        co_return tl::unexpected<Error>(json.error());
    const QString key = keyOf(owner);
    const QByteArray text = textOf(*json);
    // What cannot be kept is shown all the same.
    (void)co_await m_store->put(key, profileKind, text);
    ChartReading reading;
    reading.profile = dentaltap::profileFromJson(*json, numbering());
    reading.readAt = m_clock();
    co_return reading;
}

Task<ChartReading> ChartWorkflow::cached(ChartOwner owner)
{
    const Running running(this);
    const Result<void> allowed = m_session->require(Permission::Chart);
    if (!allowed)
        co_return tl::unexpected<Error>(allowed.error());
    co_return co_await kept(owner);
}

Task<ChartReading> ChartWorkflow::read(ChartOwner owner)
{
    const Running running(this);
    const Result<void> allowed = m_session->require(Permission::Chart);
    if (!allowed)
        co_return tl::unexpected<Error>(allowed.error());
    const Result<ChartReading> answer = co_await fresh(owner);
    if (answer || !isSilence(answer.error()))
        co_return answer;
    Result<ChartReading> last = co_await kept(owner);
    if (!last)
        co_return answer;
    last->offline = true;
    co_return last;
}

Task<ChartReading> ChartWorkflow::summary(ChartOwner owner)
{
    const Running running(this);
    const Result<void> allowed = m_session->require(Permission::SeePatients);
    if (!allowed && !m_session->require(Permission::Chart))
        co_return tl::unexpected<Error>(allowed.error());
    Result<ChartReading> last = co_await kept(owner);
    if (!last || last->readAt.secsTo(m_clock()) > std::chrono::seconds(summaryAge).count()) {
        const Result<ChartReading> answer = co_await fresh(owner);
        if (!answer && (!last || !isSilence(answer.error())))
            co_return answer;
        if (answer)
            last = answer;
        else
            last->offline = true;
    }
    last->profile = reduced(last->profile);
    co_return last;
}

Task<void> ChartWorkflow::proved(QByteArray bytes, QString format, GraphicUse use)
{
    const std::optional<GraphicType> type = graphicTypeOf(format);
    if (!type) {
        co_return failure(Error::Kind::Invalid,
                          tr("Only SVG and PNG pictures can be shown as a chart."));
    }
    const GraphicType declared = *type;
    const Result<ProvedGraphic> good = co_await m_proof->prove(bytes, declared, use);
    if (!good)
        co_return tl::unexpected<Error>(good.error());
    co_return Result<void>();
}

Task<ChartPicture> ChartWorkflow::fetched(QString key, dental::ChartKind kind, ChartLink link,
                                          bool asPng)
{
    const QString name = enumName(kind);
    const Result<ChartStore::Picture> last = co_await m_store->picture(key, name);
    QString etag;
    if (last && (last->format == u"png"_s) == asPng)
        etag = last->etag;
    const QString url = link.url;
    if (url.isEmpty())
        co_return failure(Error::Kind::NotFound, tr("DentalTap has no such chart of this patient."),
                          Service::DentalTap);
    const Result<dentaltap::FetchedChart> chart = co_await m_charts->picture(url, etag, asPng);
    if (!chart)
        co_return tl::unexpected<Error>(chart.error());
    ChartStore::Picture picture;
    if (chart->unchanged) {
        picture = *last;
    } else {
        const QByteArray bytes = chart->bytes;
        const QString format = chart->format;
        const Result<void> good = co_await proved(bytes, format, GraphicUse::Chart);
        if (!good)
            co_return tl::unexpected<Error>(good.error());
        picture.bytes = bytes;
        picture.format = format;
        picture.etag = chart->etag;
    }
    picture.date = link.updatedAt.isValid() ? link.updatedAt : m_clock();
    if (!chart->unchanged || picture.date != last->date)
        (void)co_await m_store->putPicture(key, name, picture);
    co_return shown(picture, false);
}

Task<ChartPicture> ChartWorkflow::fetchedInAnyForm(QString key, dental::ChartKind kind,
                                                   ChartLink link)
{
    const Result<ChartPicture> picture = co_await fetched(key, kind, link, false);
    if (picture || !isRefusal(picture.error()))
        co_return picture;
    const Result<ChartPicture> other = co_await fetched(key, kind, link, true);
    // The first reason is the better one.
    if (!other)
        co_return picture;
    co_return other;
}

Task<ChartPicture> ChartWorkflow::picture(ChartOwner owner, dental::ChartKind kind)
{
    const Running running(this);
    const Result<void> allowed = m_session->require(Permission::Chart);
    if (!allowed)
        co_return tl::unexpected<Error>(allowed.error());
    const QString key = keyOf(owner);
    Result<ChartReading> reading = co_await kept(owner);
    const bool known = reading && !linkOf(reading->profile, kind).url.isEmpty();
    if (!known)
        reading = co_await fresh(owner);
    Result<ChartPicture> picture = tl::unexpected<Error>(Error());
    if (!reading) {
        picture = tl::unexpected<Error>(reading.error());
    } else {
        const ChartLink link = linkOf(reading->profile, kind);
        picture = co_await fetchedInAnyForm(key, kind, link);
        if (!picture && known && mayHaveExpired(picture.error())) {
            reading = co_await fresh(owner);
            if (reading) {
                const ChartLink renewed = linkOf(reading->profile, kind);
                picture = co_await fetchedInAnyForm(key, kind, renewed);
            } else {
                picture = tl::unexpected<Error>(reading.error());
            }
        }
    }
    if (picture || !isSilence(picture.error()))
        co_return picture;
    const QString name = enumName(kind);
    const Result<ChartStore::Picture> last = co_await m_store->picture(key, name);
    if (!last)
        co_return picture;
    co_return shown(*last, true);
}

Task<ChartPicture> ChartWorkflow::cachedPicture(ChartOwner owner, dental::ChartKind kind)
{
    const Running running(this);
    const Result<void> allowed = m_session->require(Permission::Chart);
    if (!allowed)
        co_return tl::unexpected<Error>(allowed.error());
    const QString key = keyOf(owner);
    const QString name = enumName(kind);
    const Result<ChartStore::Picture> last = co_await m_store->picture(key, name);
    if (!last)
        co_return tl::unexpected<Error>(last.error());
    co_return shown(*last, false);
}

Task<void> ChartWorkflow::keepForProposal(ChartOwner owner, QList<teeth::Tooth> teeth)
{
    const Running running(this);
    const Result<void> allowed = m_session->require(Permission::Chart);
    if (!allowed)
        co_return allowed;
    if (teeth.isEmpty())
        co_return failure(Error::Kind::Invalid, tr("Choose at least one tooth."));
    const QString key = keyOf(owner);
    Result<ChartStore::Document> document = co_await m_store->document(key, profileKind);
    if (!document) {
        const Result<ChartReading> answer = co_await fresh(owner);
        if (!answer)
            co_return tl::unexpected<Error>(answer.error());
        document = co_await m_store->document(key, profileKind);
    }
    if (!document)
        co_return tl::unexpected<Error>(document.error());
    ChartStore::Kept kept;
    kept.patient = owner.patient;
    if (kept.patient.isEmpty()) {
        const VisitId visit = owner.visit;
        const Result<VisitDetail> detail = co_await m_visits->detail(visit);
        if (!detail)
            co_return tl::unexpected<Error>(detail.error());
        kept.patient = detail->entry.appointment.patient;
    }
    kept.visit = owner.visit;
    kept.by = m_session->currentId();
    QJsonArray numbers;
    for (const teeth::Tooth &tooth : std::as_const(teeth))
        numbers.append(teeth::text(tooth));
    QJsonObject json{{"teeth"_L1, numbers},
                     {"profile"_L1, QJsonDocument::fromJson(document->json).object()}};
    const QString name = enumName(dental::ChartKind::Dental);
    const Result<ChartStore::Picture> picture = co_await m_store->picture(key, name);
    if (picture) {
        kept.picture = picture->bytes;
        json.insert("format"_L1, picture->format);
        json.insert("date"_L1, picture->date.toString(Qt::ISODateWithMs));
    }
    kept.json = textOf(json);
    co_return co_await m_store->keep(kept);
}

Task<QList<KeptTeeth>> ChartWorkflow::keptForProposal(PatientId patient)
{
    const Running running(this);
    const Result<void> allowed = m_session->require(Permission::Plans);
    if (!allowed)
        co_return tl::unexpected<Error>(allowed.error());
    const Result<QList<ChartStore::Kept>> rows = co_await m_store->kept(patient);
    if (!rows)
        co_return tl::unexpected<Error>(rows.error());
    QList<KeptTeeth> list;
    for (const ChartStore::Kept &row : *rows) {
        const QJsonObject json = QJsonDocument::fromJson(row.json).object();
        KeptTeeth kept;
        kept.id = row.id;
        kept.visit = row.visit;
        kept.keptAt = row.keptAt;
        kept.by = row.by;
        for (const QJsonValue &number : json["teeth"_L1].toArray()) {
            if (const auto tooth = teeth::toothFromText(number.toString(), teeth::Notation::Fdi))
                kept.teeth.append(*tooth);
        }
        kept.profile = dentaltap::profileFromJson(json["profile"_L1].toObject(), numbering());
        const auto isOther = [&kept](const auto &tooth) {
            return !kept.teeth.contains(tooth.tooth);
        };
        kept.profile.teeth.removeIf(isOther);
        if (kept.profile.periodontal)
            kept.profile.periodontal->teeth.removeIf(isOther);
        if (!row.picture.isEmpty()) {
            ChartPicture picture;
            picture.bytes = row.picture;
            picture.format = json["format"_L1].toString();
            picture.date =
                QDateTime::fromString(json["date"_L1].toString(), Qt::ISODateWithMs).toUTC();
            kept.picture = picture;
        }
        list.append(kept);
    }
    co_return list;
}
