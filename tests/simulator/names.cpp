// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/names.h"

#include <QStringList>
#include <array>

using namespace Qt::StringLiterals;

namespace sim {

namespace {

struct NameLists {
    QStringList last;
    QStringList female;
    QStringList male;
};

QStringList words(const QString &text)
{
    return text.split(QLatin1Char('|'));
}

// Common names combined at random: whoever results is nobody.
const NameLists &lists(NameKind kind)
{
    static const std::array<NameLists, 6> all{
        NameLists{
            words(u"Ramgoolam|Boodhoo|Li Sing How|Jugnauth|L’Aiguille|Bissoondoyal|Marie-Jeanne|"
                  "Labonté|Appadoo|Seegoolam|Perrine|Beeharry|Lamarque|Duval|Gungah|Nunkoo|"
                  "Baptiste|Moutou|Chellen|Ah-Vee|Caëtane|Félicité|Gopaul|Hurdoyal|Kistnen|"
                  "L'Éveillé|Mootoosamy|Narainsamy|Ollivry|Pillay|Quirin|Ragoo|Sookun|Teeluck|"
                  "Veerapen|Zéphir|Armoogum|Begue|Coowar|Dookhun|Édouard|Figaro|Goburdhun|"
                  "Hossenally|Issur|Jhurry|Kallee|Latchmanen|Munbodh|Nosib"_s),
            words(u"Anaïs|Priya|Marie|Kavita|Stéphanie|Nathalie|Swati|Corinne|Véronique|Ashna|"
                  "Joëlle|Reena|Ingrid|Karishma|Noémie|Sandhya|Yovanna|Melissa|Danielle|Shakuntala|"
                  "Aurélie|Bhavna|Cindy|Devina|Emmanuelle|Fazila|Géraldine|Hema|Ilona|Jessica"_s),
            words(
                u"Kevin|Ravi|Jean|Vikash|Stéphane|Didier|Anil|Ludovic|Yannick|Sanjay|Jérôme|Rishi|"
                "Gaëtan|Nitish|Cédric|Ashvin|Dominique|Rajesh|Fabrice|Deepak|Alexandre|Bruno|"
                "Clency|Darmen|Emilien|Feroz|Giovanni|Hansley|Ivan|Joël"_s),
        },
        NameLists{
            words(
                u"Martin|Bernard|Le Goff|D'Arcy|d’Alembert|de La Tour|Lefèvre|Œdipe|Müller|Garçon|"
                "Dubois-Leclerc|Saint-Exupère|Du Plessis|Des Ormes|L’Hermite|Benoît|Géraud|Noël|"
                "Château|Forêt|Le Bihan|Kerguélen|Roussel|Girard|Bonnet|Fontenelle|Chevalier|"
                "François|Guérin|Maître|Prévost|Rivière|Sénéchal|Thévenin|Vidal|Wagner|Zeller|"
                "Aubert|Barbier|Colin|Delacroix|Étienne|Faure|Gauthier|Huet|Imbert|Joubert|"
                "Lacroix|Mercier|Perez"_s),
            words(
                u"Léa|Maëlle|Camille|Zoé|Chloé|Hélène|Cécile|Françoise|Éloïse|Inès|Agnès|Margaux|"
                "Solène|Clémence|Juliette|Élodie|Manon|Aliénor|Béatrice|Océane|Victoire|Gwenaëlle|"
                "Brigitte|Sylvie|Monique|Josiane|Ophélie|Capucine|Romane|Thaïs"_s),
            words(u"Hugo|Théo|Loïc|François|Jérémie|Rémi|Benoît|Noël|Anaël|Étienne|Frédéric|Gaël|"
                  "Maxence|Raphaël|Adrien|Pierre|Michel|André|Gérard|Sébastien|Arnaud|Bastien|"
                  "Corentin|Damien|Florian|Guillaume|Henri|Jules|Kylian|Lucas"_s),
        },
        NameLists{
            words(u"Sharma|Patel|Iyer|Chatterjee|Reddy|Nair|Gupta|Mehta|Banerjee|Kulkarni|Deshmukh|"
                  "Venkataraman|Subramanian|Krishnan|Rao|Singh|Kaur|Joshi|Agarwal|Mukherjee|Pillai|"
                  "Menon|Desai|Bhattacharya|Chowdhury|Verma|Mishra|Naidu|Ganguly|Kapoor"_s),
            words(
                u"Aishwarya|Lakshmi|Ananya|Deepika|Meera|Nandini|Pooja|Radha|Saraswati|Sunita|Uma|"
                "Vidya|Divya|Gayatri|Indira|Jyoti|Kamala|Leela|Madhuri|Neha"_s),
            words(
                u"Arjun|Vijay|Suresh|Ganesh|Harish|Karthik|Mohan|Nikhil|Prakash|Rahul|Sachin|Tarun|"
                "Uday|Vivek|Yash|Amit|Bhaskar|Chandra|Dinesh|Girish"_s),
        },
        NameLists{
            words(u"Ng|Li|Wong|Chan Kin|Lam Po Tang|Ah Fat|Sin Yat|Cheung|Leung|Ng Kee Kwong|Li "
                  u"Wan Po|"
                  "Tsang|Fok|How Hong|Yip Tong|Lim Fat|Chong|Wan Min Kee|Ah-Kine|Lai Cheong King|"
                  "O|Xú|Zhāng|Lǚ|Ho|Kwan|Chung Ting Wan|Sew Hee|Pak Tsun|Moy"_s),
            words(u"Mei|Xiu Ying|Li-Hua|Ah Moy|Lin|Suk Yee|Yan|Jīng|Hui|Pui Ling|Siew Lan|Ying|"
                  "Catherine|Jocelyne|Marianne|Nadège|Rosemay|Sylvette|Thérèse|Viviane"_s),
            words(u"Wei|Kin Wah|Ah Kong|Chun|Jian|Kwok Keung|Ming|Siong|Tao|Yuan|Laval|Roger|"
                  "Jean-Claude|Philippe|Alain|Eric|Georges|Lindsay|Patrick|Raymond"_s),
        },
        NameLists{
            words(u"Abd El Kader|El Amrani|Ben Salah|Bouzid|Haddad|al-Fassi|N'Diaye|Belkacem|Ould "
                  u"Ali|"
                  "Cherif|Ziani|Ben Youssef|El-Khoury|Mansouri|Toumi|Ait Ahmed|Bint Rashid|Sy|"
                  "Aït-Kaci|Jaziri|Mokaddem|Hossen|Peerbaye|Joomun|Dauharry|Soobratty|Emamdee|"
                  "Khodabux|Lallmahomed|Auckbaraullee"_s),
            words(u"Fatima|Amina|Khadija|Leïla|Nour|Samira|Yasmine|Zineb|Aïcha|Houda|Ikram|Jamila|"
                  "Kenza|Loubna|Mériem|Naïma|Rania|Salma|Wafa|Zahra"_s),
            words(
                u"Mohamed|Youssef|Karim|Abd El Hamid|Bilal|Driss|Farouk|Hakim|Idriss|Jamel|Khalil|"
                "Mehdi|Nassim|Omar|Rachid|Saïd|Tarek|Walid|Yacine|Zakaria"_s),
        },
        NameLists{
            words(u"Çelik|N'Guyen|Łukaszewicz|Æsa|Søndergaard|O’Connor|O'Brien|van der Berg|Groß|"
                  "Novák|Đorđević|Ionescu|Smith|Botha|Rakotomalala|Andriamanitra|Razafindrakoto|"
                  "Nguyễn|von Ahn|di Marco|Müller-Lüdenscheidt|Ibáñez|São João|Kovačević|"
                  "MacGregor|Pretorius|Bakari|Soilihi|Hoareau|Payet"_s),
            words(u"Ayşe|Thị Mai|Zofia|Sigrún|Solveig|Siobhán|Anneke|Ilse|Božena|Đurđa|Ioana|Emily|"
                  "Lalao|Voahangy|Hanitra|Ngọc|María José|Conceição|Nokuthula|Saandia"_s),
            words(u"Emre|Văn "
                  u"Dũng|Paweł|Øyvind|Søren|Seán|Pieter|Jürgen|Jiří|Đorđe|Ștefan|William|Rado|"
                  "Haja|Tiana|Minh|José|João|Thabo|Saïd Ali"_s),
        },
    };
    return all[static_cast<size_t>(kind)];
}

} // namespace

NameKind drawNameKind(SeedRandom &random)
{
    const int die = random.below(100);
    if (die < 38) {
        return NameKind::Mauritian;
    }
    if (die < 68) {
        return NameKind::French;
    }
    if (die < 78) {
        return NameKind::Indian;
    }
    if (die < 84) {
        return NameKind::Chinese;
    }
    return die < 92 ? NameKind::Arabic : NameKind::Other;
}

QString drawLastName(SeedRandom &random, NameKind kind)
{
    const QStringList &last = lists(kind).last;
    const QString name = random.pick(last);
    if (random.chance(150)) {
        const QString second = random.pick(lists(drawNameKind(random)).last);
        if (second != name) {
            return name + QLatin1Char('-') + second;
        }
    }
    return name;
}

QString drawFirstName(SeedRandom &random, NameKind kind, bool female)
{
    const NameLists &names = lists(kind);
    const QStringList &first = female ? names.female : names.male;
    const QString name = random.pick(first);
    if (random.chance(330)) {
        const QString second = random.pick(first);
        if (second != name) {
            return name + (random.chance(600) ? QLatin1Char('-') : QLatin1Char(' ')) + second;
        }
    }
    return name;
}

QString longLastName(SeedRandom &random)
{
    constexpr int Length = 60;
    QString name = u"de La Tour d’Auvergne"_s;
    while (name.size() < Length) {
        name += QLatin1Char('-') + random.pick(lists(NameKind::French).last);
    }
    name.truncate(Length);
    while (!name.back().isLetter()) {
        name.back() = QLatin1Char('e');
    }
    return name;
}

QString asciiName(const QString &name)
{
    QString plain;
    const QString decomposed = name.normalized(QString::NormalizationForm_KD).toLower();
    for (const QChar c : decomposed) {
        if (c >= QLatin1Char('a') && c <= QLatin1Char('z')) {
            plain += c;
        }
    }
    return plain;
}

} // namespace sim
