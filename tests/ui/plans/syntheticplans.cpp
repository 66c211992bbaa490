// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/plans/syntheticplans.h"

#include "app/workflow/proposalworkflow.h"

#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace syntheticplans {

namespace {

QDateTime at(int day, int hour, int minute)
{
    return QDateTime(QDate(2026, 11, day), QTime(hour, minute), QTimeZone(zone())).toUTC();
}

PlanItem item(const QString &id, const QString &label, const QStringList &teeth, qint64 price,
              Thousandths quantity = 1000)
{
    PlanItem one;
    one.id = id;
    one.treatmentId = u"t-"_s + id;
    one.product = ProductId(u"product-"_s + id);
    one.code = u"HBLD"_s + id;
    one.label = label;
    one.teeth = teeth;
    one.quantity = quantity;
    one.unitPrice = {price, rupees()};
    return one;
}

TreatmentPlan plan(const QString &id, const QString &title)
{
    TreatmentPlan one;
    one.id = planId(plans::Source::DentalTap, id);
    one.remotePatient = u"71"_s;
    one.patient = PatientId(u"p1"_s);
    one.provider = ProviderId(u"fontaine"_s);
    one.title = title;
    one.validUntil = QDate(2026, 12, 31);
    one.updatedAt = at(2, 9, 0);
    return one;
}

TreatmentPlan twoPhases(const QString &id, const QString &title)
{
    TreatmentPlan one = plan(id, title);
    one.note = u"Two implants, two crowns"_s;
    PlanPhase surgery;
    surgery.id = u"1"_s;
    surgery.order = 1;
    surgery.title = u"Surgery"_s;
    surgery.minutes = 60;
    surgery.items = {item(u"1"_s, u"Implant, placement"_s, {u"36"_s}, 115000),
                     item(u"2"_s, u"Implant, placement"_s, {u"46"_s}, 115000),
                     item(u"3"_s, u"Healing abutment"_s, {u"36"_s, u"46"_s}, 9000, 2000)};
    PlanPhase crowns;
    crowns.id = u"2"_s;
    crowns.order = 2;
    crowns.title = u"Crowns"_s;
    crowns.minutes = 90;
    crowns.items = {item(u"4"_s, u"Zirconia crown on implant"_s, {u"36"_s}, 89000),
                    item(u"5"_s, u"Zirconia crown on implant"_s, {u"46"_s}, 89000)};
    crowns.items[0].surfaces = {u"O"_s, u"V"_s};
    one.phases = {surgery, crowns};
    return one;
}

PlanRecord recordOf(const TreatmentPlan &content, const QString &quote)
{
    PlanVersion version;
    version.plan = content.id;
    version.content = content;
    version.quote.id = u"55001"_s;
    version.quote.number = quote;
    version.quote.stage = u"Draft"_s;
    PlanRecord record;
    record.current = content;
    record.versions = {version};
    record.readAt = at(23, 9, 50);
    return record;
}

} // namespace

Currency rupees()
{
    return {u"MUR"_s, 2};
}

QByteArray zone()
{
    return "Indian/Mauritius";
}

PlanSignature signatureOf(const PlanVersion &version, plans::Signer by)
{
    PlanSignature one;
    one.id = by == plans::Signer::Patient ? u"s1"_s : u"s2"_s;
    one.by = by;
    one.name = by == plans::Signer::Patient ? u"Jean-Baptiste Lefèvre"_s : u"Dr Léa Fontaine"_s;
    one.language = u"fr"_s;
    one.digest = planDigest(version, one.language, rupees());
    one.items = int(version.content.items().size());
    one.total = version.content.total(rupees());
    one.signedAt = at(2, 11, by == plans::Signer::Patient ? 39 : 40);
    one.witness = StaffId(u"nadia"_s);
    return one;
}

PlanRecord open()
{
    return recordOf(twoPhases(u"311"_s, u"Plan B"_s), u"D-1989"_s);
}

PlanRecord accepted()
{
    PlanRecord record = open();
    PlanVersion &version = record.versions.last();
    version.decision = plans::Decision::Accepted;
    version.decidedAt = at(2, 11, 41);
    version.quote.stage = u"Confirmed"_s;
    version.signatures = {signatureOf(version, plans::Signer::Patient)};
    return record;
}

PlanRecord unknown()
{
    PlanRecord record = open();
    PlanVersion &version = record.versions.last();
    version.content.phases[0].items[2].product = {};
    version.content.phases[0].items[2].label = u"Membrane 20×30"_s;
    version.quote = {};
    version.blocked = u"No quote yet: the catalogue does not know “Membrane 20×30”."_s;
    record.current = version.content;
    return record;
}

QList<PlanRecord> design()
{
    TreatmentPlan bridge = plan(u"310"_s, u"Plan A"_s);
    bridge.note = u"One implant, bridge 46–48"_s;
    PlanPhase one;
    one.id = u"1"_s;
    one.title = u"Bridge"_s;
    one.items = {item(u"1"_s, u"Bridge, three units"_s, {u"46"_s, u"47"_s, u"48"_s}, 192000)};
    bridge.phases = {one};
    PlanRecord declined = recordOf(bridge, u"D-1988"_s);
    declined.versions.last().decision = plans::Decision::Declined;
    declined.versions.last().reason = u"Chose another plan"_s;
    declined.versions.last().decidedAt = at(2, 11, 30);

    PlanRecord chosen = accepted();
    PlanVersion first = chosen.versions.last();
    first.decision = plans::Decision::Replaced;
    first.content.phases[1].items.removeLast();
    first.content.note = u"Two implants, one crown"_s;
    first.quote.number = u"D-1990"_s;
    first.signatures.clear();
    PlanVersion second = chosen.versions.last();
    second.number = 2;
    for (PlanItem &done : second.content.phases[0].items)
        done.state = plans::ItemState::Done;
    second.signatures = {signatureOf(second, plans::Signer::Patient),
                         signatureOf(second, plans::Signer::Practice)};
    chosen.versions = {first, second};
    chosen.current = second.content;
    chosen.current.phases[1].items[1].unitPrice.minor = 92000;
    return {chosen, declined};
}

QList<PlanRecord> many(int count)
{
    QList<PlanRecord> records;
    for (int i = 0; i < count; ++i) {
        TreatmentPlan one = plan(QString::number(1000 + i), u"Plan %1"_s.arg(i));
        for (int phase = 0; phase < 4; ++phase) {
            PlanPhase part;
            part.id = QString::number(phase);
            part.title = u"Phase"_s;
            for (int j = 0; j < 10; ++j)
                part.items.append(item(QString::number(phase * 10 + j), u"Treatment"_s,
                                       {QString::number(11 + j % 8)}, 10000 + i));
            one.phases.append(part);
        }
        records.append(recordOf(one, u"D-%1"_s.arg(i)));
    }
    return records;
}

QList<Provider> providers()
{
    Provider first;
    first.id = ProviderId(u"fontaine"_s);
    first.name = u"Dr Léa Fontaine"_s;
    Provider second;
    second.id = ProviderId(u"marchand"_s);
    second.name = u"Dr Hugo Marchand"_s;
    return {first, second};
}

ProposalTemplate form()
{
    ProposalTemplate one;
    one.texts.insert(u"en"_s,
                     {u"12 Harbour Street, Port Louis\n+230 210 00 00"_s,
                      u"Thank you for your trust."_s, u"Payment at each visit."_s,
                      u"Prices without obligation."_s});
    one.texts.insert(u"fr"_s,
                     {u"12 rue du Port, Port-Louis\n+230 210 00 00"_s,
                      u"Merci de votre confiance."_s, u"Règlement à chaque visite."_s,
                      u"Prix sans engagement."_s});
    return one;
}

Proposal page(const QString &language)
{
    Proposal one = ProposalWorkflow::pageOf(open().latest(), form(), language, rupees(),
                                            QTimeZone(zone()), QDate(2026, 11, 23));
    one.clinic = u"Clinique du Port"_s;
    one.patient = u"Jean-Baptiste Lefèvre"_s;
    one.birthDate = QDate(1974, 3, 14);
    one.practitioner = u"Dr Léa Fontaine"_s;
    one.registration = u"RPPS 10001234567"_s;
    one.mouth.clear();
    for (const int fdi : teeth::permanentTeeth())
        one.mouth.append(
            {fdi, fdi == 36 || fdi == 46 ? dental::Presence::Missing : dental::Presence::Present,
             fdi == 36 || fdi == 46});
    return one;
}

} // namespace syntheticplans
