// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/catalogue.h"

#include <array>

using namespace Qt::StringLiterals;

namespace sim {

namespace {

//! A family of acts: rows of "code|name|scope|price|minutes", taxed when marked with "+".
struct Family {
    const char *category;
    const char16_t *invoiceClass;
    const char16_t *rows;
};

constexpr Family Families[] = {
    {"consultation", u"Consultation",
     u"CON01|Première consultation|none|1500|30\n"
     "CON02|Contrôle|none|1200|20\n"
     "CON03|Urgence|none|1500|20\n"
     "CON04|Consultation esthétique|none|2000|45+\n"
     "CON05|Consultation d'implantologie|none|2000|30\n"
     "CON06|Deuxième avis|none|2500|40\n"
     "CON07|Présentation du plan de traitement|none|0|30\n"
     "CON08|Visite à distance|none|1000|15"},
    {"prevention", u"Soins",
     u"PRE01|Détartrage et polissage|mouth|2500|40\n"
     "PRE02|Vernis fluoré|mouth|1500|20\n"
     "PRE03|Scellement de sillons|tooth|1200|20\n"
     "PRE04|Bilan bucco-dentaire enfant|mouth|1500|30\n"
     "PRE05|Aéropolissage|mouth|3000|40\n"
     "PRE06|Enseignement de l'hygiène|none|800|20\n"
     "PRE07|Gouttière de protection sportive|arch|8000|30"},
    {"conservative", u"Soins",
     u"SOI01|Composite une face|surface|2500|30\n"
     "SOI02|Composite deux faces|surface|3500|40\n"
     "SOI03|Composite trois faces|surface|4500|50\n"
     "SOI04|Reconstitution d'angle|tooth|5000|50\n"
     "SOI05|Pansement provisoire|tooth|1000|15\n"
     "SOI06|Coiffage pulpaire|tooth|2000|30\n"
     "SOI07|Inlay composite|tooth|12000|60\n"
     "SOI08|Onlay céramique|tooth|18000|60\n"
     "SOI09|Verre ionomère|surface|2200|30\n"
     "SOI10|Tenon radiculaire|tooth|3500|30\n"
     "SOI11|Pulpotomie, dent temporaire|tooth|3000|40\n"
     "SOI12|Coiffe pédodontique|tooth|4500|40\n"
     "SOI13|Désensibilisation|tooth|900|15\n"
     "SOI14|Polissage d'obturation|tooth|600|10"},
    {"endodontics", u"Endodontie",
     u"END01|Dévitalisation, incisive ou canine|tooth|6000|45\n"
     "END02|Dévitalisation, prémolaire|tooth|8000|60\n"
     "END03|Dévitalisation, molaire|tooth|12000|90\n"
     "END04|Retraitement, incisive ou canine|tooth|9000|60\n"
     "END05|Retraitement, prémolaire|tooth|11000|75\n"
     "END06|Retraitement, molaire|tooth|16000|90\n"
     "END07|Apexification|tooth|7000|60\n"
     "END08|Drainage d'abcès|tooth|2000|20\n"
     "END09|Inlay-core|tooth|9000|45"},
    {"periodontics", u"Parodontologie",
     u"PAR01|Surfaçage, par sextant|sextant|5000|45\n"
     "PAR02|Bilan parodontal|mouth|4000|45\n"
     "PAR03|Maintenance parodontale|mouth|3500|40\n"
     "PAR04|Gingivectomie|sextant|6000|45\n"
     "PAR05|Greffe gingivale|tooth|18000|75\n"
     "PAR06|Lambeau d'assainissement|quadrant|15000|75\n"
     "PAR07|Contention collée|sextant|6500|45\n"
     "PAR08|Élongation coronaire|tooth|8000|45"},
    {"surgery", u"Chirurgie",
     u"CHI01|Extraction simple|tooth|2000|30\n"
     "CHI02|Extraction complexe|tooth|5000|60\n"
     "CHI03|Dent de sagesse|tooth|8000|60\n"
     "CHI04|Dent de sagesse incluse|tooth|14000|75\n"
     "CHI05|Extraction, dent temporaire|tooth|1200|20\n"
     "CHI06|Dépose de fils|mouth|0|15\n"
     "CHI07|Résection apicale|tooth|12000|60\n"
     "CHI08|Freinectomie|arch|6000|30\n"
     "CHI09|Biopsie|mouth|5000|30\n"
     "CHI10|Kystectomie|quadrant|15000|75\n"
     "CHI11|Dégagement de dent incluse|tooth|12000|60\n"
     "CHI12|Régularisation de crête|arch|10000|60\n"
     "CHI13|Traitement d'alvéolite|tooth|1500|20\n"
     "CHI14|Sédation consciente|none|9000|60"},
    {"implantology", u"Implantologie",
     u"IMP01|Pose d'implant|tooth|38000|60\n"
     "IMP02|Pilier implantaire|tooth|15000|30\n"
     "IMP03|Couronne sur implant|tooth|35000|45\n"
     "IMP04|Greffe osseuse|quadrant|40000|90\n"
     "IMP05|Comblement de sinus|quadrant|45000|90\n"
     "IMP06|Membrane résorbable|tooth|9000|15\n"
     "IMP07|Mise en fonction d'implant|tooth|5000|30\n"
     "IMP08|Dépose d'implant|tooth|10000|60\n"
     "IMP09|Guide chirurgical|arch|14000|20\n"
     "IMP10|Bridge complet sur implants|arch|280000|90\n"
     "IMP11|Prothèse à attachements|arch|120000|60\n"
     "IMP12|Contrôle d'implant|tooth|1500|20\n"
     "IMP13|Vis de cicatrisation|tooth|4500|15"},
    {"fixedProsthesis", u"Prothèse",
     u"PRO01|Couronne céramique|tooth|22000|60\n"
     "PRO02|Couronne zircone|tooth|24000|60\n"
     "PRO03|Couronne céramo-métallique|tooth|18000|60\n"
     "PRO04|Couronne métallique|tooth|12000|60\n"
     "PRO05|Bridge 3 éléments|quadrant|60000|90\n"
     "PRO06|Élément de bridge supplémentaire|tooth|19000|30\n"
     "PRO07|Couronne provisoire|tooth|3500|30\n"
     "PRO08|Scellement de couronne|tooth|2000|20\n"
     "PRO09|Dépose de couronne|tooth|2500|30\n"
     "PRO10|Empreinte optique|mouth|2500|20\n"
     "PRO11|Bridge collé|tooth|32000|60"},
    {"removableProsthesis", u"Prothèse",
     u"AMO01|Pose de prothèse amovible|arch|40000|45\n"
     "AMO02|Prothèse complète|arch|65000|60\n"
     "AMO03|Prothèse partielle résine|arch|28000|45\n"
     "AMO04|Châssis métallique|arch|48000|45\n"
     "AMO05|Réparation de prothèse|arch|4500|20\n"
     "AMO06|Rebasage|arch|8000|40\n"
     "AMO07|Adjonction d'une dent|tooth|5000|20\n"
     "AMO08|Retouche de prothèse|arch|1000|15"},
    {"orthodontics", u"Orthodontie",
     u"ORT01|Bilan orthodontique|mouth|5000|45\n"
     "ORT02|Gouttière|arch|10000|30\n"
     "ORT03|Aligneurs, un semestre|mouth|60000|45\n"
     "ORT04|Pose de bagues|arch|45000|90\n"
     "ORT05|Suivi d'orthodontie|none|3000|20\n"
     "ORT06|Dépose d'appareil|arch|6000|60\n"
     "ORT07|Mainteneur d'espace|quadrant|9000|40"},
    {"imaging", u"Imagerie",
     u"IMA01|Radio rétro-alvéolaire|tooth|400|5\n"
     "IMA02|Panoramique|mouth|1500|10\n"
     "IMA03|CBCT|mouth|5000|15\n"
     "IMA04|Radio interproximale|quadrant|500|5\n"
     "IMA05|Téléradiographie|mouth|2000|10\n"
     "IMA06|Photographies cliniques|mouth|800|15\n"
     "IMA07|Numérisation 3D|mouth|3000|20"},
    {"aesthetics", u"Esthétique",
     u"EST01|Blanchiment au fauteuil|mouth|15000|60+\n"
     "EST02|Blanchiment, gouttières|mouth|12000|30+\n"
     "EST03|Facette céramique|tooth|30000|60+\n"
     "EST04|Facette composite|tooth|12000|60+\n"
     "EST05|Dessin du sourire|mouth|9000|45+\n"
     "EST06|Maquette en bouche|mouth|7000|45+\n"
     "EST07|Bijou dentaire|tooth|2500|20+\n"
     "EST08|Microabrasion|tooth|3000|30+\n"
     "EST09|Remodelage gingival|sextant|8000|45+\n"
     "EST10|Collage de fragment|tooth|4000|40\n"
     "EST11|Recharge de gel de blanchiment|none|2500|5+"},
    {"other", u"Divers",
     u"DIV01|Rendez-vous manqué|none|1000|0\n"
     "DIV02|Certificat|none|500|10\n"
     "DIV03|Kit d'hygiène|none|950|0+"},
};

} // namespace

int currencyExponent(const QString &currency)
{
    static const QStringList none{u"XOF"_s, u"XAF"_s, u"KMF"_s, u"JPY"_s, u"XPF"_s, u"RWF"_s};
    static const QStringList three{u"TND"_s, u"BHD"_s, u"KWD"_s, u"JOD"_s, u"OMR"_s, u"LYD"_s};
    if (none.contains(currency)) {
        return 0;
    }
    return three.contains(currency) ? 3 : 2;
}

QList<SeedProduct> catalogue(int exponent)
{
    qint64 scale = 1;
    for (int i = 0; i < exponent; ++i) {
        scale *= 10;
    }
    QList<SeedProduct> products;
    for (const Family &family : Families) {
        const QStringList rows = QString::fromUtf16(family.rows).split(QLatin1Char('\n'));
        for (const QString &row : rows) {
            QStringList cells = row.split(QLatin1Char('|'));
            SeedProduct product;
            product.category = QLatin1String(family.category);
            product.invoiceClass = QString::fromUtf16(family.invoiceClass);
            product.code = cells.at(0);
            product.name = cells.at(1);
            product.toothScope = cells.at(2);
            product.priceMinor = cells.at(3).toLongLong() * scale;
            if (cells.at(4).endsWith(QLatin1Char('+'))) {
                cells[4].chop(1);
                product.taxName = u"VAT"_s;
                product.taxPercent = 15;
            }
            product.durationMinutes = cells.at(4).toInt();
            products.append(product);
        }
    }
    return products;
}

} // namespace sim
