// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflow/bookingworkflow.h"

#include "app/workflow/patientcheck.h"

#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestNote = 2000;
constexpr qsizetype longestReason = 200;

//! Free text on its way to other systems: no control or direction characters, bounded, said so when
//! too long.
Result<QString> cleanText(const QString &typed, qsizetype longest, const QString &tooLong)
{
    QString text;
    text.reserve(std::min(typed.size(), longest + 1));
    for (const QChar c : typed) {
        const bool lineBreak = c == u'\n' || c == u'\t';
        if (lineBreak
            || (c.category() != QChar::Other_Control && c.category() != QChar::Other_Format))
            text.append(c);
        if (text.size() > longest)
            return failure(Error::Kind::Invalid, tooLong);
    }
    return text.trimmed();
}

} // namespace

BookingWorkflow::BookingWorkflow(Session *session, Settings settings, PatientStore *patients,
                                 PatientIndex *index, VisitStore *visits, CatalogueStore *catalogue,
                                 Clock clock, QObject *parent)
    : QObject(parent), m_session(session), m_settings(std::move(settings)), m_patients(patients),
      m_index(index), m_visits(visits), m_catalogue(catalogue), m_clock(std::move(clock))
{
}

QDate BookingWorkflow::today() const
{
    return m_clock().toTimeZone(QTimeZone(m_settings.timeZone)).date();
}

Task<Product> BookingWorkflow::consultation()
{
    const Result<QList<Product>> products = co_await m_catalogue->products();
    if (!products)
        co_return tl::unexpected<Error>(products.error());
    const QString code = m_settings.zoho.walkInProductCode;
    for (const Product &product : *products) {
        if (product.active && !code.isEmpty() && product.code == code)
            co_return product;
    }
    // No code is set: the clinic's first consultation is the one that says so.
    for (const Product &product : *products) {
        if (product.active
            && product.name.startsWith(u"Première consultation"_s, Qt::CaseInsensitive))
            co_return product;
    }
    for (const Product &product : *products) {
        if (product.active && product.name.startsWith(u"Consultation"_s, Qt::CaseInsensitive))
            co_return product;
    }
    co_return failure(Error::Kind::NotFound,
                      tr("The catalogue has no consultation to book. Read the catalogue in first "
                         "(File, Refresh), or name the "
                         "consultation's code in the settings."));
}

Task<void> BookingWorkflow::requireCrmSetup()
{
    const Result<QString> setup = co_await m_catalogue->value(u"crm.setup"_s);
    if (!setup)
        co_return tl::unexpected<Error>(setup.error());
    if (setup->isEmpty()) {
        co_return failure(Error::Kind::Invalid,
                          tr("The CRM's set-up has not been checked on this desk yet, so nothing "
                             "can be booked safely. Connect to "
                             "the CRM once (File, Refresh)."),
                          Service::Zoho);
    }
    if (*setup != u"ok"_s) {
        co_return failure(Error::Kind::Invalid,
                          tr("Nothing can be booked: the CRM is not set up for Vestibule "
                             "yet. An administrator has to see to this: %1")
                              .arg(*setup),
                          Service::Zoho);
    }
    co_return Result<void>();
}

Task<Patient> BookingWorkflow::checkedPatient(Patient patient, bool isNew, bool despiteSimilar)
{
    patient.firstName = patient.firstName.simplified();
    patient.lastName = patient.lastName.simplified();
    patient.email = patient.email.trimmed();
    const QStringList problems = patientProblems(patient, today());
    if (!problems.isEmpty())
        co_return failure(Error::Kind::Invalid, problems.join(u'\n'));
    patient.mobile = normalisedPhone(patient.mobile, m_settings.phoneCountry);
    patient.phone = normalisedPhone(patient.phone, m_settings.phoneCountry);
    if (isNew) {
        if (!despiteSimilar) {
            const QList<PatientMatch> similar = m_index->similar(patient);
            if (!similar.isEmpty()) {
                co_return failure(Error::Kind::Conflict,
                                  tr("%n similar patient(s) exist. Choose one of them, or say that "
                                     "this is somebody else.",
                                     nullptr, int(similar.size())));
            }
        }
        patient.id = PatientId{newUuid(m_clock())};
        patient.revision = 1;
    }
    co_return patient;
}

Task<Patient> BookingWorkflow::savePatient(Patient patient, bool isNew, bool despiteSimilar)
{
    const Result<void> allowed = m_session->require(Permission::EditPatients);
    if (!allowed)
        co_return tl::unexpected<Error>(allowed.error());
    Result<Patient> checked = co_await checkedPatient(std::move(patient), isNew, despiteSimilar);
    if (!checked)
        co_return checked;
    co_return co_await m_patients->save(*checked, isNew, m_session->currentId());
}

Task<Visit> BookingWorkflow::book(WalkInRequest request)
{
    const Result<void> allowed = m_session->require(Permission::Book);
    if (!allowed)
        co_return tl::unexpected<Error>(allowed.error());
    const Result<void> ready = co_await requireCrmSetup();
    if (!ready)
        co_return tl::unexpected<Error>(ready.error());

    const bool isNew = request.patient.id.isEmpty();
    Patient patient = request.patient;
    if (isNew) {
        Result<Patient> checked =
            co_await checkedPatient(request.patient, true, request.newDespiteSimilar);
        if (!checked)
            co_return tl::unexpected<Error>(checked.error());
        patient = *checked;
    } else {
        Result<Patient> known = co_await m_patients->patient(request.patient.id);
        if (!known)
            co_return tl::unexpected<Error>(known.error());
        patient = *known;
    }

    Appointment appointment;
    appointment.id = VisitId{newUuid(m_clock())};
    appointment.patient = patient.id;
    appointment.kind = request.kind;
    appointment.origin = Appointment::Origin::Desk;
    Product product;
    if (request.product.isEmpty()) {
        const Result<Product> consultation = co_await this->consultation();
        if (!consultation)
            co_return tl::unexpected<Error>(consultation.error());
        product = *consultation;
    } else {
        const Result<QList<Product>> products = co_await m_catalogue->products();
        if (!products)
            co_return tl::unexpected<Error>(products.error());
        for (const Product &candidate : *products) {
            if (candidate.id == request.product)
                product = candidate;
        }
        if (product.id.isEmpty())
            co_return failure(
                Error::Kind::NotFound,
                tr("The catalogue does not have that act any more. Choose another one."));
    }
    appointment.product = product.id;
    const Result<QString> reason = cleanText(
        request.reason, longestReason,
        tr("The reason is longer than %1 characters. Shorten it; details belong in the note.")
            .arg(longestReason));
    if (!reason)
        co_return tl::unexpected<Error>(reason.error());
    appointment.reason = reason->isEmpty() ? product.name : *reason;
    const Result<QString> note = cleanNote(request.note);
    if (!note)
        co_return tl::unexpected<Error>(note.error());
    appointment.note = *note;

    const Result<Slot> slot = co_await bookable(request.slot, request.despiteConflicts);
    if (!slot)
        co_return tl::unexpected<Error>(slot.error());
    appointment.slot = *slot;

    const VisitStore::Rule rule = [](const VisitContext &context) { return booked(context); };
    co_return co_await m_visits->create(patient, isNew, appointment, rule, m_session->currentId());
}

Result<QString> BookingWorkflow::cleanNote(const QString &typed)
{
    return cleanText(typed, longestNote,
                     tr("The note is longer than %1 characters. Shorten it.").arg(longestNote));
}

Task<Slot> BookingWorkflow::bookable(Slot slot, bool despiteConflicts)
{
    if (slot.start.addDays(1) < m_clock())
        co_return failure(Error::Kind::Invalid,
                          tr("The time lies in the past. Choose a later one."));
    const VisitId none;
    Result<Slot> whole = co_await roomed(slot, none);
    if (!whole)
        co_return whole;
    const Slot wanted = *whole;
    const Result<void> free = co_await requireFree(wanted, none, despiteConflicts);
    if (!free)
        co_return tl::unexpected<Error>(free.error());
    co_return whole;
}

Task<Slot> BookingWorkflow::roomed(Slot slot, VisitId except)
{
    const Result<QList<Provider>> providers = co_await m_catalogue->providers();
    if (!providers)
        co_return tl::unexpected<Error>(providers.error());
    const bool known =
        std::any_of(providers->begin(), providers->end(),
                    [&slot](const Provider &provider) { return provider.id == slot.provider; });
    if (!known)
        co_return failure(Error::Kind::NotFound,
                          tr("This surgeon is not known. Choose one of the list."));
    if (!slot.start.isValid() || !slot.end.isValid() || slot.minutes() < 5 || slot.minutes() > 720)
        co_return failure(Error::Kind::Invalid,
                          tr("An appointment lasts from 5 minutes to 12 hours."));
    if (!slot.room.isEmpty())
        co_return slot;
    const Result<QList<Room>> rooms = co_await m_catalogue->rooms();
    const Result<QList<Taken>> taken =
        co_await m_visits->taken(slot.start.addSecs(-86400), slot.end.addSecs(86400));
    if (!rooms || !taken)
        co_return slot;
    // The surgeon's own room of that day first, then the first free one.
    QSet<QString> occupied;
    QString own;
    for (const Taken &other : *taken) {
        if (other.visit == except)
            continue;
        if (other.slot.start < slot.end && slot.start < other.slot.end)
            occupied.insert(other.slot.room.value);
        else if (other.slot.provider == slot.provider)
            own = other.slot.room.value;
    }
    if (!own.isEmpty() && !occupied.contains(own)) {
        slot.room = RoomId{own};
        co_return slot;
    }
    for (const Room &room : *rooms) {
        if (room.active && !occupied.contains(room.id.value)) {
            slot.room = room.id;
            break;
        }
    }
    co_return slot;
}

Task<QList<Slot>> BookingWorkflow::slots(AvailabilityQuery query)
{
    const Result<QList<Provider>> providers = co_await m_catalogue->providers();
    const Result<QList<Room>> rooms = co_await m_catalogue->rooms();
    const Result<QList<Taken>> taken =
        co_await m_visits->taken(query.from.addSecs(-86400), query.until);
    const Result<QList<BusyBlock>> busy = co_await m_catalogue->busy(query.from, query.until);
    for (const std::optional<Error> &error :
         {providers ? std::nullopt : std::optional(providers.error()),
          rooms ? std::nullopt : std::optional(rooms.error()),
          taken ? std::nullopt : std::optional(taken.error()),
          busy ? std::nullopt : std::optional(busy.error())}) {
        if (error)
            co_return tl::unexpected<Error>(*error);
    }
    co_return freeSlots(query, *providers, *rooms, *taken, *busy, m_settings.hours,
                        m_settings.timeZone);
}

Task<QList<SlotProblem>> BookingWorkflow::problems(Slot slot, VisitId except)
{
    const Result<QList<Taken>> taken =
        co_await m_visits->taken(slot.start.addSecs(-86400), slot.end.addSecs(86400));
    if (!taken)
        co_return tl::unexpected<Error>(taken.error());
    const Result<QList<BusyBlock>> busy = co_await m_catalogue->busy(slot.start, slot.end);
    if (!busy)
        co_return tl::unexpected<Error>(busy.error());
    co_return slotProblems(slot, except, *taken, *busy, m_settings.hours, m_settings.timeZone);
}

Task<void> BookingWorkflow::requireFree(Slot slot, VisitId except, bool despiteConflicts)
{
    const Result<QList<SlotProblem>> found = co_await problems(slot, except);
    if (!found)
        co_return tl::unexpected<Error>(found.error());
    QStringList words;
    for (const SlotProblem &problem : *found) {
        switch (problem.kind) {
        case SlotProblem::Kind::SurgeonTaken:
            words.append(tr("the surgeon has another appointment then"));
            break;
        case SlotProblem::Kind::RoomTaken:
            words.append(tr("the room is taken then"));
            break;
        case SlotProblem::Kind::SurgeonBusy:
            words.append(tr("the surgeon's calendar is busy then"));
            break;
        case SlotProblem::Kind::OutsideHours:
            words.append(tr("it lies outside opening hours"));
            break;
        case SlotProblem::Kind::EndsBeforeStart:
            co_return failure(Error::Kind::Invalid, tr("The appointment ends before it starts."));
        }
    }
    words.removeDuplicates();
    if (words.isEmpty() || despiteConflicts)
        co_return Result<void>();
    co_return failure(Error::Kind::Conflict,
                      tr("The slot is not free: %1.").arg(words.join(u"; "_s)));
}

Task<Visit> BookingWorkflow::move(VisitId visit, Slot slot, bool despiteConflicts)
{
    const Result<void> allowed = m_session->require(Permission::Book);
    if (!allowed)
        co_return tl::unexpected<Error>(allowed.error());
    const Result<Slot> whole = co_await roomed(slot, visit);
    if (!whole)
        co_return tl::unexpected<Error>(whole.error());
    const Result<void> free = co_await requireFree(*whole, visit, despiteConflicts);
    if (!free)
        co_return tl::unexpected<Error>(free.error());
    const VisitStore::Rule rule = [target = *whole](const VisitContext &context) {
        return moveTo(context, target);
    };
    co_return co_await m_visits->commit(visit, rule, m_session->currentId());
}
