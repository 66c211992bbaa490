// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/connectors/opendental/client.h"

#include "app/connectors/opendental/mapping.h"
#include "app/net/address.h"

#include <QCoreApplication>
#include <QSet>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace opendental {

namespace {

QString words(const char *text)
{
    return QCoreApplication::translate("opendental", text);
}

Error noSuchPlan()
{
    return Error(Error::Kind::NotFound,
                 words(QT_TRANSLATE_NOOP("opendental", "Open Dental has no plan of that number.")),
                 Service::OpenDental);
}

QString pathOf(QLatin1StringView collection, Key number)
{
    return QString(collection + u'/' + QString::number(number));
}

QString logged(QLatin1StringView collection)
{
    return QString(collection + u"/{id}"_s);
}

//! What was lost and is not there: nobody knows whether it comes yet.
Error notConfirmed(Error lost)
{
    lost.message = words(QT_TRANSLATE_NOOP(
        "opendental",
        "Open Dental did not confirm the change, and it is not to be seen there. Look before "
        "asking for it again."));
    if (!lost.isTransient())
        lost.kind = Error::Kind::Timeout;
    return lost;
}

} // namespace

Task<QList<TreatPlan>> Client::treatPlans(PlanFilter filter)
{
    Query query;
    if (filter.patient > 0)
        query.append(parameter(field::patNum, QString::number(filter.patient)));
    if (filter.since.isValid())
        query.append(parameter(field::secDateTEdit, timeText(filter.since)));
    if (!filter.status.isEmpty())
        query.append(parameter(field::tpStatus, filter.status));
    const Calls::Check belongs = [filter](const QJsonObject &row) {
        return (filter.patient == 0 || keyOf(row[field::patNum]) == filter.patient)
            && (!filter.since.isValid() || timeOf(row[field::secDateTEdit]) >= filter.since)
            && (filter.status.isEmpty() || row[field::tpStatus].toString() == filter.status);
    };
    const QString path = path::treatPlans;
    const QString key = field::treatPlanNum;
    const Result<QList<QJsonObject>> rows =
        co_await m_calls.list(path, std::move(query), key, belongs);
    if (!rows)
        co_return tl::unexpected(rows.error());
    QList<TreatPlan> plans;
    for (const QJsonObject &row : *rows) {
        plans.append(treatPlanFromJson(row));
        m_patientOf.insert(plans.last().number, plans.last().patient);
    }
    co_return plans;
}

Task<QList<TreatPlan>> Client::plansOf(Key patient)
{
    PlanFilter filter(patient);
    return treatPlans(std::move(filter));
}

Task<TreatPlan> Client::treatPlan(Key number, Key patient)
{
    const Key of = patient > 0 ? patient : m_patientOf.value(number);
    if (of <= 0)
        co_return co_await sought(number);
    const Result<QList<TreatPlan>> plans = co_await plansOf(of);
    if (!plans)
        co_return tl::unexpected(plans.error());
    for (const TreatPlan &plan : *plans) {
        if (plan.number == number)
            co_return plan;
    }
    co_return tl::unexpected(noSuchPlan());
}

// The list is in the order of its numbers, each of them at least its place: doubling, then halving,
// finds one in a few pages, where an office may have tens of thousands.
Task<TreatPlan> Client::sought(Key number)
{
    const QString path = path::treatPlans;
    const int limit = m_calls.pageSize();
    qint64 low = 0;
    qint64 high = number - 1;
    bool bounded = false;
    while (low <= high) {
        qint64 offset = std::min(low * 2, high);
        if (bounded)
            offset = high - low < limit ? low : low + (high - low) / 2;
        const Query query;
        const Result<QList<QJsonObject>> rows = co_await m_calls.page(path, query, offset, limit);
        if (!rows)
            co_return tl::unexpected(rows.error());
        QList<TreatPlan> plans;
        for (const QJsonObject &row : *rows)
            plans.append(treatPlanFromJson(row));
        for (const TreatPlan &plan : std::as_const(plans)) {
            if (plan.number == number) {
                m_patientOf.insert(number, plan.patient);
                co_return plan;
            }
        }
        if (plans.isEmpty() || number < plans.first().number) {
            high = offset - 1;
            bounded = true;
        } else if (number < plans.last().number) {
            break;
        } else {
            low = offset + plans.size();
        }
    }
    co_return tl::unexpected(noSuchPlan());
}

Task<TreatPlan> Client::create(NewPlan plan)
{
    const Result<void> allowed = mayMake(plan);
    if (!allowed)
        co_return tl::unexpected(allowed.error());
    // What is there before: a POST whose answer is lost can then be told from an older plan.
    const Key patient = plan.patient;
    const Result<QList<TreatPlan>> before = co_await plansOf(patient);
    if (!before)
        co_return tl::unexpected(before.error());
    QSet<Key> known;
    for (const TreatPlan &each : *before)
        known.insert(each.number);
    const QString path = path::treatPlans;
    const QJsonObject body = plan.toJson();
    const Result<QJsonObject> made = co_await m_calls.write("POST", path, path, body);
    if (made) {
        const TreatPlan answered = treatPlanFromJson(*made);
        if (answered.number > 0 && answered.patient != patient)
            co_return tl::unexpected(foreignRows());
        m_patientOf.insert(answered.number, patient);
        co_return answered;
    }
    if (!mayHaveHappened(made.error()))
        co_return tl::unexpected(made.error());
    const Result<QList<TreatPlan>> after = co_await plansOf(patient);
    for (const TreatPlan &each : after.value_or(QList<TreatPlan>())) {
        const bool same = each.isInactive() && !known.contains(each.number)
            && (!plan.heading || each.heading == *plan.heading);
        if (same)
            co_return each;
    }
    co_return tl::unexpected(notConfirmed(made.error()));
}

Task<TreatPlan> Client::save(Key number, std::optional<QString> heading, Key presenter)
{
    const Result<TreatPlan> source = co_await treatPlan(number);
    if (!source)
        co_return tl::unexpected(source.error());
    const Result<void> allowed = maySaveCopy(*source);
    if (!allowed)
        co_return tl::unexpected(allowed.error());
    const Key patient = source->patient;
    const Result<QList<TreatPlan>> before = co_await plansOf(patient);
    if (!before)
        co_return tl::unexpected(before.error());
    QSet<Key> saved;
    for (const TreatPlan &each : *before) {
        if (each.isSaved())
            saved.insert(each.number);
    }
    QJsonObject body{{field::treatPlanNum, number}};
    if (heading)
        body.insert(field::heading, *heading);
    if (presenter > 0)
        body.insert(field::userNumPresenter, presenter);
    const QString path = path::savedPlans;
    const Result<QJsonObject> made = co_await m_calls.write("POST", path, path, body);
    if (!made && !mayHaveHappened(made.error()))
        co_return tl::unexpected(made.error());
    // The answer may repeat the source's number (section 2.2): what is there now decides.
    const Result<QList<TreatPlan>> after = co_await plansOf(patient);
    if (!after)
        co_return tl::unexpected(made ? after.error() : made.error());
    const Key answered = made ? keyOf(made->value(field::treatPlanNum)) : 0;
    std::optional<TreatPlan> copy;
    for (const TreatPlan &each : *after) {
        if (each.isSaved() && !saved.contains(each.number) && (!copy || each.number == answered))
            copy = each;
    }
    if (copy)
        co_return *copy;
    const Error lost =
        made ? Error(Error::Kind::Timeout, QString(), Service::OpenDental) : made.error();
    co_return tl::unexpected(notConfirmed(lost));
}

Task<TreatPlan> Client::put(TreatPlan plan, QJsonObject body,
                            std::function<bool(const TreatPlan &)> isDone)
{
    const QString path = pathOf(path::treatPlans, plan.number);
    const QString loggedPath = logged(path::treatPlans);
    const Result<QJsonObject> answer = co_await m_calls.write("PUT", path, loggedPath, body);
    if (!answer && !mayHaveHappened(answer.error()))
        co_return tl::unexpected(answer.error());
    if (answer && !answer->isEmpty()) {
        const TreatPlan changed = treatPlanFromJson(*answer);
        if (changed.number != plan.number || changed.patient != plan.patient)
            co_return tl::unexpected(foreignRows());
        co_return changed;
    }
    const Result<TreatPlan> now = co_await treatPlan(plan.number, plan.patient);
    if (!now)
        co_return tl::unexpected(answer ? now.error() : answer.error());
    if (isDone(*now))
        co_return *now;
    const Error lost =
        answer ? Error(Error::Kind::Timeout, QString(), Service::OpenDental) : answer.error();
    co_return tl::unexpected(notConfirmed(lost));
}

Task<TreatPlan> Client::update(Key number, PlanChange change)
{
    const Result<TreatPlan> plan = co_await treatPlan(number);
    if (!plan)
        co_return tl::unexpected(plan.error());
    const Result<void> allowed = mayChange(*plan, change);
    if (!allowed)
        co_return tl::unexpected(allowed.error());
    const TreatPlan before = *plan;
    const QJsonObject body = change.toJson();
    const std::function<bool(const TreatPlan &)> isDone = [change](const TreatPlan &now) {
        return change.isIn(now);
    };
    co_return co_await put(before, body, isDone);
}

Task<TreatPlan> Client::sign(Key number, Signer signer, QString name)
{
    const Result<TreatPlan> plan = co_await treatPlan(number);
    if (!plan)
        co_return tl::unexpected(plan.error());
    const Result<void> allowed = maySign(*plan);
    if (!allowed)
        co_return tl::unexpected(allowed.error());
    const bool patient = signer == Signer::Patient;
    const TreatPlan before = *plan;
    QJsonObject body{{patient ? field::isSigned : field::isSignedPractice, boolJson(true)}};
    if (!name.isEmpty())
        body.insert(patient ? field::signatureText : field::signaturePracticeText, name);
    const std::function<bool(const TreatPlan &)> isDone = [patient, name,
                                                           before](const TreatPlan &now) {
        // A signature that was there before is no proof of this one.
        const bool there = patient
            ? now.isSignedByPatient && now.signedAt != before.signedAt
            : now.isSignedByPractice && now.practiceSignedAt != before.practiceSignedAt;
        return there
            && (name.isEmpty() || name == (patient ? now.signatureText : now.practiceText));
    };
    Result<TreatPlan> done = co_await put(before, body, isDone);
    if (!done && done.error().kind == Error::Kind::Invalid && done.error().httpStatus == 400
        && done.error().message.contains(u"sheet"_s, Qt::CaseInsensitive)) {
        Error error = done.error();
        error.message = QString(
            words(QT_TRANSLATE_NOOP("opendental",
                                    "The office's treatment plan sheet has no field for this "
                                    "signature. Add it to the sheet in Open Dental, or sign "
                                    "without it."))
            + u'\n' + error.message.section(u'\n', 1));
        co_return tl::unexpected(error);
    }
    co_return done;
}

Task<TreatPlan> Client::unsign(Key number, Signer signer)
{
    const Result<TreatPlan> plan = co_await treatPlan(number);
    if (!plan)
        co_return tl::unexpected(plan.error());
    const Result<void> allowed = maySign(*plan);
    if (!allowed)
        co_return tl::unexpected(allowed.error());
    const bool patient = signer == Signer::Patient;
    const TreatPlan before = *plan;
    const QJsonObject body{{patient ? field::isSigned : field::isSignedPractice, boolJson(false)}};
    const std::function<bool(const TreatPlan &)> isDone = [patient](const TreatPlan &now) {
        return !(patient ? now.isSignedByPatient : now.isSignedByPractice);
    };
    co_return co_await put(before, body, isDone);
}

Task<void> Client::remove(Key number, bool confirmed)
{
    const Result<TreatPlan> plan = co_await treatPlan(number);
    if (!plan)
        co_return tl::unexpected(plan.error());
    const Result<void> allowed = mayDelete(*plan, confirmed);
    if (!allowed)
        co_return tl::unexpected(allowed.error());
    const Key patient = plan->patient;
    const QString path = pathOf(path::treatPlans, number);
    const QString loggedPath = logged(path::treatPlans);
    const Result<void> removed = co_await m_calls.remove(path, loggedPath);
    if (removed || !mayHaveHappened(removed.error()))
        co_return removed;
    const Result<TreatPlan> now = co_await treatPlan(number, patient);
    if (!now && now.error().kind == Error::Kind::NotFound && now.error().httpStatus == 0)
        co_return Result<void>();
    co_return tl::unexpected(now ? notConfirmed(removed.error()) : removed.error());
}

Task<void> Client::probe()
{
    const QString path = path::treatPlans;
    const Query query;
    const Result<QList<QJsonObject>> rows = co_await m_calls.page(path, query, 0, 1);
    if (!rows)
        co_return tl::unexpected(rows.error());
    co_return Result<void>();
}

Task<QList<Client::Finding>> Client::examine(QUrl address, QString mode)
{
    QList<Finding> findings;
    const bool plain = address.scheme() == u"http"_s;
    Finding safe{words(QT_TRANSLATE_NOOP("opendental", "address")), {}, {}};
    if (!mayCarryPatients(address)) {
        safe.result = failure(
            Error::Kind::Invalid,
            words(QT_TRANSLATE_NOOP("opendental",
                                    "Open Dental's address must begin with https://, or be http:// "
                                    "with a private address of the clinic's own network.")),
            Service::OpenDental);
        findings.append(safe);
        co_return findings;
    }
    if (plain) {
        safe.remark = mode == u"remote"_s
            ? words(QT_TRANSLATE_NOOP("opendental",
                                      "http:// without encryption: meant for the local service "
                                      "only, not for the remote one."))
            : words(QT_TRANSLATE_NOOP("opendental",
                                      "http:// without encryption: whoever listens on this network "
                                      "can read patients' data."));
    }
    findings.append(safe);
    const Result<void> probed = co_await probe();
    const int status = probed ? 200 : probed.error().httpStatus;
    const bool answers = probed || probed.error().kind == Error::Kind::Unauthorized
        || (status > 0 && !probed.error().isTransient());
    const auto step = [&findings](const char *what, bool good, const Result<void> &otherwise) {
        findings.append(Finding{words(what), good ? Result<void>() : otherwise, {}});
        return good;
    };
    if (!step(QT_TRANSLATE_NOOP("opendental", "connection"), answers, probed))
        co_return findings;
    const bool known = probed || probed.error().kind != Error::Kind::Unauthorized;
    if (!step(QT_TRANSLATE_NOOP("opendental", "keys"), known, probed))
        co_return findings;
    step(QT_TRANSLATE_NOOP("opendental", "treatment plans"), probed.has_value(), probed);
    co_return findings;
}

} // namespace opendental
