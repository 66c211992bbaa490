// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/connectors/opendental/rules.h"

#include "app/connectors/opendental/json.h"
#include "app/connectors/opendental/mapping.h"

#include <QCoreApplication>
#include <QLocale>
#include <QMap>
#include <QSet>

using namespace Qt::StringLiterals;

namespace opendental {

namespace {

QString words(const char *text)
{
    return QCoreApplication::translate("opendental", text);
}

tl::unexpected<Error> refused(const char *text)
{
    return failure(Error::Kind::Invalid, words(text), Service::OpenDental);
}

bool isType(const QString &type)
{
    return type == word::insurance || type == word::discountPlan;
}

Result<void> checkedType(const std::optional<QString> &type)
{
    if (type && !isType(*type))
        return refused(QT_TRANSLATE_NOOP("opendental", "A plan's type is Insurance or Discount."));
    return {};
}

tl::unexpected<Error> automatic()
{
    return refused(QT_TRANSLATE_NOOP(
        "opendental",
        "\"Unassigned\" is made and emptied by Open Dental itself. It cannot be changed here."));
}

tl::unexpected<Error> signedAlready()
{
    return refused(QT_TRANSLATE_NOOP(
        "opendental",
        "This plan is signed: a change would make the signature void. Take the signature back "
        "first."));
}

} // namespace

QJsonObject NewPlan::toJson() const
{
    QJsonObject body{{field::patNum, patient}};
    if (heading)
        body.insert(field::heading, *heading);
    if (note)
        body.insert(field::note, *note);
    if (type)
        body.insert(field::tpType, *type);
    return body;
}

bool PlanChange::isEmpty() const
{
    return !date && !heading && !note && !responsible && !type;
}

QJsonObject PlanChange::toJson() const
{
    QJsonObject body;
    if (date)
        body.insert(field::dateTp, dateText(*date));
    if (heading)
        body.insert(field::heading, *heading);
    if (note)
        body.insert(field::note, *note);
    if (responsible)
        body.insert(field::responsParty, *responsible);
    if (type)
        body.insert(field::tpType, *type);
    return body;
}

bool PlanChange::isIn(const TreatPlan &plan) const
{
    // Line ends of a long text may come back as blanks.
    return (!date || *date == plan.date) && (!heading || *heading == plan.heading)
        && (!note || note->simplified() == plan.note.value_or(QString()).simplified())
        && (!responsible || *responsible == plan.responsible) && (!type || *type == plan.type);
}

Result<void> mayMake(const NewPlan &plan)
{
    if (plan.patient <= 0)
        return refused(QT_TRANSLATE_NOOP("opendental", "A plan needs a patient's number."));
    return checkedType(plan.type);
}

Result<void> mayChange(const TreatPlan &plan, const PlanChange &change)
{
    if (change.isEmpty())
        return refused(QT_TRANSLATE_NOOP("opendental", "Nothing was said to change."));
    if (plan.isUnassigned())
        return automatic();
    if (plan.isSigned())
        return signedAlready();
    if (change.date && !plan.isSaved()) {
        return refused(QT_TRANSLATE_NOOP(
            "opendental", "Only a saved plan has a date of its own. Save a copy first."));
    }
    if (change.date && !change.date->isValid())
        return refused(QT_TRANSLATE_NOOP("opendental", "The plan's date is no date."));
    if (change.heading && change.heading->trimmed().isEmpty())
        return refused(QT_TRANSLATE_NOOP("opendental", "A plan's heading cannot be empty."));
    if (change.responsible && *change.responsible < 0)
        return refused(
            QT_TRANSLATE_NOOP("opendental", "The person responsible is a patient's number."));
    return checkedType(change.type);
}

Result<void> maySign(const TreatPlan &plan)
{
    if (plan.isSaved())
        return {};
    return refused(QT_TRANSLATE_NOOP(
        "opendental", "Only a saved plan can be signed. Save a copy and have that signed."));
}

Result<void> maySaveCopy(const TreatPlan &plan)
{
    if (!plan.isSaved())
        return {};
    return refused(QT_TRANSLATE_NOOP(
        "opendental", "This plan is a saved copy already. Copies are made of live plans."));
}

Result<void> mayDelete(const TreatPlan &plan, bool confirmed)
{
    if (plan.isActive())
        return refused(QT_TRANSLATE_NOOP("opendental", "The active plan cannot be deleted."));
    if (plan.isUnassigned())
        return automatic();
    if (plan.isSigned() && !confirmed) {
        return refused(QT_TRANSLATE_NOOP(
            "opendental",
            "This plan is signed. Deleting it also deletes what was signed, and needs a second "
            "confirmation."));
    }
    return {};
}

Result<void> mayAttach(const TreatPlan &plan)
{
    if (plan.isSaved()) {
        return refused(QT_TRANSLATE_NOOP(
            "opendental", "A saved plan is frozen: procedures are attached to live plans."));
    }
    if (plan.isUnassigned())
        return automatic();
    return {};
}

Result<void> mayChangeItems(const TreatPlan &plan)
{
    if (!plan.isSaved()) {
        return refused(QT_TRANSLATE_NOOP(
            "opendental", "Only a saved plan has items of its own; this one shows live ones."));
    }
    if (plan.isSigned())
        return signedAlready();
    return {};
}

QList<TreatPlan> withOneActive(QList<TreatPlan> plans)
{
    QSet<Key> served;
    for (TreatPlan &plan : plans) {
        if (!plan.isActive())
            continue;
        if (served.contains(plan.patient))
            plan.status = word::inactive;
        served.insert(plan.patient);
    }
    return plans;
}

QList<TreatPlan> eachOnce(const QList<TreatPlan> &plans)
{
    QMap<Key, TreatPlan> byNumber;
    for (const TreatPlan &plan : plans) {
        const auto known = byNumber.constFind(plan.number);
        if (known == byNumber.cend() || known->changedAt <= plan.changedAt)
            byNumber.insert(plan.number, plan);
    }
    return byNumber.values();
}

QString statusWord(const TreatPlan &plan)
{
    if (plan.isUnassigned())
        return QCoreApplication::translate("opendental", "Unassigned (automatic)", "plan status");
    if (plan.isSaved())
        return QCoreApplication::translate("opendental", "Saved", "plan status");
    if (plan.isActive())
        return QCoreApplication::translate("opendental", "Active", "plan status");
    if (plan.isInactive())
        return QCoreApplication::translate("opendental", "Inactive", "plan status");
    return plan.status;
}

QString typeWord(const TreatPlan &plan)
{
    if (plan.type == word::insurance)
        return QCoreApplication::translate("opendental", "Insurance", "plan type");
    if (plan.type == word::discountPlan)
        return QCoreApplication::translate("opendental", "Discount", "plan type");
    return plan.type;
}

QString signatureWord(const TreatPlan &plan)
{
    const QLocale locale;
    QStringList parts;
    if (plan.isSignedByPatient) {
        parts.append(words(QT_TRANSLATE_NOOP("opendental", "signed by the patient on %1"))
                         .arg(locale.toString(plan.signedAt.date(), QLocale::ShortFormat)));
    }
    if (plan.isSignedByPractice) {
        parts.append(words(QT_TRANSLATE_NOOP("opendental", "signed by the practice on %1"))
                         .arg(locale.toString(plan.practiceSignedAt.date(), QLocale::ShortFormat)));
    }
    return parts.join(u", "_s);
}

Money patientTotal(const QList<ProcTp> &items, const Currency &currency)
{
    Money total{0, currency};
    for (const ProcTp &item : items)
        total.minor += item.patientAmount.minor;
    return total;
}

} // namespace opendental
