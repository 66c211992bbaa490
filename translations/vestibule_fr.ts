<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr_FR" sourcelanguage="en_GB">
<context>
    <name>AcceptDialog</name>
    <message>
        <source>Accept the plan</source>
        <translation>Accepter le plan</translation>
    </message>
    <message>
        <source>Accept a part of the plan</source>
        <translation>Accepter une partie du plan</translation>
    </message>
    <message>
        <source>%1. What is accepted can be booked; its quote in the CRM is marked as accepted. The plan is frozen as it stands here.</source>
        <comment>plan&apos;s title</comment>
        <translation>%1. Ce qui est accepté peut être planifié ; son devis est marqué comme accepté dans le CRM. Le plan est figé tel qu’il figure ici.</translation>
    </message>
    <message>
        <source>%1 of %2 items: %3</source>
        <comment>chosen, all, amount</comment>
        <translation>%1 actes sur %2 : %3</translation>
    </message>
    <message>
        <source>Accept all of it</source>
        <translation>Tout accepter</translation>
    </message>
    <message numerus="yes">
        <source>Accept %n item(s)</source>
        <translation>
            <numerusform>Accepter %n acte</numerusform>
            <numerusform>Accepter %n actes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ActivityList</name>
    <message>
        <source>&amp;Withdraw</source>
        <translation>&amp;Retirer</translation>
    </message>
    <message>
        <source>S&amp;top waiting</source>
        <translation>Ne plus a&amp;ttendre</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Fermer</translation>
    </message>
    <message>
        <source>Server</source>
        <comment>of scans</comment>
        <translation>Serveur</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>what is done, its state</comment>
        <translation>%1&#xa0;: %2</translation>
    </message>
</context>
<context>
    <name>ActivityPage</name>
    <message>
        <source>Nothing waits. Whatever is booked, moved or invoiced at this desk appears here until every system has it.</source>
        <translation>Rien n’attend. Tout ce qui est réservé, déplacé ou facturé à ce poste figure ici jusqu’à ce que chaque système l’ait reçu.</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>&amp;Réessayer</translation>
    </message>
    <message>
        <source>&amp;Discard…</source>
        <translation>&amp;Abandonner…</translation>
    </message>
    <message>
        <source>What is sent</source>
        <translation>Ce qui est envoyé</translation>
    </message>
    <message>
        <source>Which ones</source>
        <translation>Lesquels</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Tous</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>À traiter</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>En attente</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Envoyés</translation>
    </message>
    <message>
        <source>Systems</source>
        <translation>Systèmes</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) discarded.</source>
        <translation>
            <numerusform>%n envoi abandonné.</numerusform>
            <numerusform>%n envois abandonnés.</numerusform>
        </translation>
    </message>
    <message>
        <source>The audit keeps the reason.</source>
        <translation>Le motif reste dans le journal d’audit.</translation>
    </message>
</context>
<context>
    <name>BackgroundBox</name>
    <message>
        <source>DentalTap&apos;s own</source>
        <translation>Celui de DentalTap</translation>
    </message>
    <message>
        <source>Choose a picture…</source>
        <translation>Choisir une image…</translation>
    </message>
    <message>
        <source>Back to DentalTap&apos;s own</source>
        <translation>Revenir à celui de DentalTap</translation>
    </message>
    <message>
        <source>Dental chart</source>
        <translation>Schéma dentaire</translation>
    </message>
    <message>
        <source>Periodontal chart</source>
        <translation>Charting parodontal</translation>
    </message>
    <message>
        <source>Preview, %1</source>
        <translation>Aperçu, %1</translation>
    </message>
    <message>
        <source>Choose a picture for the chart: %1</source>
        <translation>Choisir une image pour le schéma&#xa0;: %1</translation>
    </message>
    <message>
        <source>Back to DentalTap&apos;s own: %1</source>
        <translation>Revenir à celui de DentalTap&#xa0;: %1</translation>
    </message>
    <message>
        <source>The clinic&apos;s own picture (%1), since %2.</source>
        <comment>format, date</comment>
        <translation>L’image propre à la clinique (%1), depuis le %2.</translation>
    </message>
    <message>
        <source>DentalTap&apos;s own background is used.</source>
        <translation>Le fond de DentalTap est utilisé.</translation>
    </message>
    <message>
        <source>Choose a picture</source>
        <translation>Choisir une image</translation>
    </message>
    <message>
        <source>Pictures (*.svg *.png)</source>
        <translation>Images (*.svg *.png)</translation>
    </message>
    <message>
        <source>This file cannot be read.</source>
        <translation>Ce fichier ne peut pas être lu.</translation>
    </message>
    <message>
        <source>This picture is refused: it is larger than 2 MiB.</source>
        <translation>Cette image est refusée&#xa0;: elle dépasse 2 Mio.</translation>
    </message>
    <message>
        <source>The picture is being checked…</source>
        <translation>L’image est en cours de contrôle…</translation>
    </message>
    <message>
        <source>The background is used from now on, here and in DentalTap.</source>
        <translation>Le fond est utilisé dès maintenant, ici et dans DentalTap.</translation>
    </message>
</context>
<context>
    <name>BookingWorkflow</name>
    <message>
        <source>The catalogue has no consultation to book. Read the catalogue in first (File, Refresh), or name the consultation&apos;s code in the settings.</source>
        <translation>Le catalogue n’a aucune consultation à réserver. Relisez d’abord le catalogue (Fichier, Actualiser), ou indiquez le code de la consultation dans les réglages.</translation>
    </message>
    <message>
        <source>The CRM&apos;s set-up has not been checked on this desk yet, so nothing can be booked safely. Connect to the CRM once (File, Refresh).</source>
        <translation>La configuration du CRM n’a pas encore été vérifiée sur ce poste&#xa0;: rien ne peut être réservé sans risque. Connectez-vous une fois au CRM (Fichier, Actualiser).</translation>
    </message>
    <message numerus="yes">
        <source>%n similar patient(s) exist. Choose one of them, or say that this is somebody else.</source>
        <translation>
            <numerusform>%n patient semblable existe. Choisissez-le, ou indiquez qu’il s’agit de quelqu’un d’autre.</numerusform>
            <numerusform>%n patients semblables existent. Choisissez l’un d’eux, ou indiquez qu’il s’agit de quelqu’un d’autre.</numerusform>
        </translation>
    </message>
    <message>
        <source>The catalogue does not have that act any more. Choose another one.</source>
        <translation>Cet acte n’est plus au catalogue. Choisissez-en un autre.</translation>
    </message>
    <message>
        <source>The reason is longer than %1 characters. Shorten it; details belong in the note.</source>
        <translation>Le motif dépasse %1 caractères. Raccourcissez-le&#x202f;; les détails vont dans la note.</translation>
    </message>
    <message>
        <source>The note is longer than %1 characters. Shorten it.</source>
        <translation>La note dépasse %1 caractères. Raccourcissez-la.</translation>
    </message>
    <message>
        <source>The time lies in the past. Choose a later one.</source>
        <translation>Cet horaire est passé. Choisissez-en un plus tard.</translation>
    </message>
    <message>
        <source>This surgeon is not known. Choose one of the list.</source>
        <translation>Ce chirurgien n’est pas connu. Choisissez-en un dans la liste.</translation>
    </message>
    <message>
        <source>An appointment lasts from 5 minutes to 12 hours.</source>
        <translation>Un rendez-vous dure de 5 minutes à 12 heures.</translation>
    </message>
    <message>
        <source>the surgeon has another appointment then</source>
        <translation>le chirurgien a un autre rendez-vous à cette heure</translation>
    </message>
    <message>
        <source>the room is taken then</source>
        <translation>la salle est prise à cette heure</translation>
    </message>
    <message>
        <source>the surgeon&apos;s calendar is busy then</source>
        <translation>l’agenda du chirurgien est occupé à cette heure</translation>
    </message>
    <message>
        <source>it lies outside opening hours</source>
        <translation>c’est en dehors des heures d’ouverture</translation>
    </message>
    <message>
        <source>The appointment ends before it starts.</source>
        <translation>Le rendez-vous finit avant de commencer.</translation>
    </message>
    <message>
        <source>The slot is not free: %1.</source>
        <translation>Le créneau n’est pas libre&#xa0;: %1.</translation>
    </message>
    <message>
        <source>Nothing can be booked: the CRM is not set up for Vestibule yet. An administrator has to see to this: %1</source>
        <translation>Aucune réservation n’est possible&#xa0;: le CRM n’est pas encore prêt pour Vestibule. Un administrateur doit régler ceci&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>CancelDialog</name>
    <message>
        <source>Cancel appointment</source>
        <translation>Annuler le rendez-vous</translation>
    </message>
    <message>
        <source>Cancel the appointment of %1 (%2)?</source>
        <translation>Annuler le rendez-vous de %1 (%2)&#x202f;?</translation>
    </message>
    <message>
        <source>It is cancelled in the CRM, in DentalTap and in the surgeon&apos;s calendar. Undo is possible afterwards.</source>
        <translation>Il sera annulé dans le CRM, dans DentalTap et dans l’agenda du chirurgien. On peut revenir en arrière ensuite.</translation>
    </message>
    <message>
        <source>Patient cancelled</source>
        <translation>Annulé par le patient</translation>
    </message>
    <message>
        <source>Patient is ill</source>
        <translation>Patient souffrant</translation>
    </message>
    <message>
        <source>Surgeon not available</source>
        <translation>Chirurgien indisponible</translation>
    </message>
    <message>
        <source>Booked by mistake</source>
        <translation>Réservé par erreur</translation>
    </message>
    <message>
        <source>&amp;Cancel appointment</source>
        <translation>&amp;Annuler le rendez-vous</translation>
    </message>
    <message>
        <source>&amp;Keep it</source>
        <translation>&amp;Conserver</translation>
    </message>
</context>
<context>
    <name>CaseFilterBar</name>
    <message>
        <source>Only cases: %1</source>
        <translation>Seulement les cas&#xa0;: %1</translation>
    </message>
    <message>
        <source>Created</source>
        <comment>span of dates</comment>
        <translation>Création</translation>
    </message>
    <message>
        <source>from</source>
        <comment>date</comment>
        <translation>du</translation>
    </message>
    <message>
        <source>Created from</source>
        <translation>Création à partir du</translation>
    </message>
    <message>
        <source>to</source>
        <comment>date</comment>
        <translation>au</translation>
    </message>
    <message>
        <source>Created to</source>
        <translation>Création jusqu’au</translation>
    </message>
    <message>
        <source>Delivery</source>
        <comment>span of dates</comment>
        <translation>Livraison</translation>
    </message>
    <message>
        <source>Delivery from</source>
        <translation>Livraison à partir du</translation>
    </message>
    <message>
        <source>Delivery to</source>
        <translation>Livraison jusqu’au</translation>
    </message>
    <message>
        <source>“%1” is no date. Write it as 23.11.2026.</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas une date. Écrivez-la comme 23.11.2026.</translation>
    </message>
</context>
<context>
    <name>CasePanel</name>
    <message>
        <source>Case and link</source>
        <translation>Cas et liaison</translation>
    </message>
    <message>
        <source>Scans</source>
        <translation>Numérisations</translation>
    </message>
    <message>
        <source>Dental Desktop gives what was scanned and when, and photos; the 3D models stay there. Open the case at a station to see them.</source>
        <translation>Dental Desktop indique ce qui a été numérisé et quand, et donne les photos&#x202f;; les modèles 3D y restent. Ouvrez le cas sur un poste pour les voir.</translation>
    </message>
    <message>
        <source>&amp;Open the case at…</source>
        <translation>&amp;Ouvrir le cas sur…</translation>
    </message>
    <message>
        <source>Link with Dental Desktop</source>
        <translation>Liaison avec Dental Desktop</translation>
    </message>
    <message>
        <source>Create on the &amp;server</source>
        <translation>C&amp;réer sur le serveur</translation>
    </message>
    <message>
        <source>Create at a stat&amp;ion…</source>
        <translation>Créer sur un &amp;poste…</translation>
    </message>
    <message>
        <source>Send change&amp;s</source>
        <translation>En&amp;voyer les modifications</translation>
    </message>
    <message>
        <source>Name, birth date and number, all four, to the server; nobody there is asked</source>
        <translation>Nom, prénom, date de naissance et numéro, tous les quatre, vers le serveur&#x202f;; personne n’y est interrogé</translation>
    </message>
    <message>
        <source>Com&amp;pare at a station…</source>
        <translation>Co&amp;mparer sur un poste…</translation>
    </message>
    <message>
        <source>Linked with the wrong patient?</source>
        <translation>Lié au mauvais patient&#x202f;?</translation>
    </message>
    <message>
        <source>&amp;Forget the link here</source>
        <translation>&amp;Oublier la liaison ici</translation>
    </message>
    <message>
        <source>Case of %1</source>
        <comment>date</comment>
        <translation>Cas du %1</translation>
    </message>
    <message>
        <source>Sent on %1</source>
        <translation>Envoyé le %1</translation>
    </message>
    <message>
        <source>Delivery on %1</source>
        <translation>Livraison le %1</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <comment>date, time</comment>
        <translation>le %1 à %2</translation>
    </message>
    <message>
        <source>Nothing has been scanned yet.</source>
        <translation>Rien n’a encore été numérisé.</translation>
    </message>
    <message>
        <source>Integration id %1 (CRM contact).</source>
        <translation>Identifiant d’intégration %1 (contact du CRM).</translation>
    </message>
    <message>
        <source>Dental Desktop does not know this patient under this desk&apos;s id yet. At a station somebody can choose among similar patients there (“Find or create here…”); or create them new.</source>
        <translation>Dental Desktop ne connaît pas encore ce patient sous l’identifiant de ce secrétariat. Sur un poste, quelqu’un peut choisir parmi les patients semblables («&#xa0;Trouver ou créer ici…&#xa0;»)&#x202f;; sinon, créez-le.</translation>
    </message>
</context>
<context>
    <name>CasesModel</name>
    <message>
        <source>Created</source>
        <comment>column: date</comment>
        <translation>Création</translation>
    </message>
    <message>
        <source>Status</source>
        <comment>column</comment>
        <translation>Statut</translation>
    </message>
    <message>
        <source>Indications (FDI)</source>
        <comment>column</comment>
        <translation>Indications (FDI)</translation>
    </message>
    <message>
        <source>Receiver</source>
        <comment>column</comment>
        <translation>Destinataire</translation>
    </message>
    <message>
        <source>Delivery</source>
        <comment>column: date</comment>
        <translation>Livraison</translation>
    </message>
    <message>
        <source>Content</source>
        <comment>column</comment>
        <translation>Contenu</translation>
    </message>
</context>
<context>
    <name>ChartBar</name>
    <message>
        <source>&amp;Dental</source>
        <comment>chart</comment>
        <translation>&amp;Dentaire</translation>
    </message>
    <message>
        <source>&amp;Periodontal</source>
        <comment>chart</comment>
        <translation>&amp;Parodontal</translation>
    </message>
    <message>
        <source>&amp;Both</source>
        <comment>charts</comment>
        <translation>Les deu&amp;x</translation>
    </message>
    <message>
        <source>&amp;Existing</source>
        <comment>layer</comment>
        <translation>&amp;Existant</translation>
    </message>
    <message>
        <source>P&amp;lanned</source>
        <comment>layer</comment>
        <translation>Pré&amp;vu</translation>
    </message>
    <message>
        <source>Done toda&amp;y</source>
        <comment>layer</comment>
        <translation>Fait au&amp;jourd’hui</translation>
    </message>
    <message>
        <source>3DD &amp;scans</source>
        <comment>layer</comment>
        <translation>&amp;Scans 3DD</translation>
    </message>
    <message>
        <source>&amp;Own drawing</source>
        <translation>Dessin pr&amp;opre</translation>
    </message>
    <message>
        <source>Drawn by Vestibule from the profile, in place of DentalTap&apos;s picture</source>
        <translation>Dessiné par Vestibule d’après le profil, à la place de l’image de DentalTap</translation>
    </message>
    <message>
        <source>Zoom o&amp;ut</source>
        <translation>Zoom a&amp;rrière</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>Zoom a&amp;vant</translation>
    </message>
    <message>
        <source>Fi&amp;t</source>
        <translation>Aj&amp;uster</translation>
    </message>
    <message>
        <source>&amp;Compare</source>
        <translation>&amp;Comparer</translation>
    </message>
    <message>
        <source>P&amp;rint…</source>
        <translation>Impri&amp;mer…</translation>
    </message>
    <message>
        <source>Cop&amp;y as picture</source>
        <translation>&amp;Copier comme image</translation>
    </message>
    <message>
        <source>Save as P&amp;NG…</source>
        <translation>Enregistrer en P&amp;NG…</translation>
    </message>
    <message>
        <source>Save as S&amp;VG…</source>
        <translation>Enregistrer en S&amp;VG…</translation>
    </message>
    <message>
        <source>Save as PD&amp;F…</source>
        <translation>Enregistrer en PD&amp;F…</translation>
    </message>
    <message>
        <source>Notation</source>
        <translation>Notation</translation>
    </message>
    <message>
        <source>How teeth are numbered</source>
        <translation>Numérotation des dents</translation>
    </message>
    <message>
        <source>FDI</source>
        <translation>FDI</translation>
    </message>
    <message>
        <source>Universal</source>
        <translation>Universelle</translation>
    </message>
    <message>
        <source>Palmer</source>
        <translation>Palmer</translation>
    </message>
    <message>
        <source>E&amp;xport</source>
        <translation>Expor&amp;ter</translation>
    </message>
    <message>
        <source>%1 %</source>
        <comment>zoom</comment>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Part of DentalTap&apos;s picture; the own drawing can do without it</source>
        <translation>Fait partie de l’image de DentalTap&#x202f;; le dessin propre peut s’en passer</translation>
    </message>
</context>
<context>
    <name>ChartChanges</name>
    <message>
        <source>new: %1</source>
        <comment>finding</comment>
        <translation>nouveau&#xa0;: %1</translation>
    </message>
    <message>
        <source>no longer: %1</source>
        <comment>finding</comment>
        <translation>plus présent&#xa0;: %1</translation>
    </message>
    <message>
        <source>not measured</source>
        <translation>non mesuré</translation>
    </message>
    <message>
        <source>depth %1: %2 → %3 mm</source>
        <comment>site, before, after</comment>
        <translation>profondeur %1&#xa0;: %2 → %3 mm</translation>
    </message>
    <message>
        <source>recession %1: %2 → %3 mm</source>
        <comment>site, before, after</comment>
        <translation>récession %1&#xa0;: %2 → %3 mm</translation>
    </message>
    <message>
        <source>bleeds now: %1</source>
        <comment>site</comment>
        <translation>saigne désormais&#xa0;: %1</translation>
    </message>
    <message>
        <source>bleeds no longer: %1</source>
        <comment>site</comment>
        <translation>ne saigne plus&#xa0;: %1</translation>
    </message>
    <message>
        <source>planned: %1 → %2</source>
        <comment>counts</comment>
        <translation>prévu&#xa0;: %1 → %2</translation>
    </message>
    <message>
        <source>mobility: %1 → %2</source>
        <translation>mobilité&#xa0;: %1 → %2</translation>
    </message>
</context>
<context>
    <name>ChartHistoryModel</name>
    <message>
        <source>Date</source>
        <comment>column</comment>
        <translation>Date</translation>
    </message>
    <message>
        <source>Tooth</source>
        <comment>column</comment>
        <translation>Dent</translation>
    </message>
    <message>
        <source>Surface</source>
        <comment>column</comment>
        <translation>Face</translation>
    </message>
    <message>
        <source>Treatment</source>
        <comment>column</comment>
        <translation>Acte</translation>
    </message>
    <message>
        <source>Surgeon</source>
        <comment>column</comment>
        <translation>Praticien</translation>
    </message>
    <message>
        <source>Source</source>
        <comment>column</comment>
        <translation>Source</translation>
    </message>
    <message>
        <source>Amount</source>
        <comment>column</comment>
        <translation>Montant</translation>
    </message>
</context>
<context>
    <name>ChartPage</name>
    <message>
        <source>Tooth chart</source>
        <translation>Schéma dentaire</translation>
    </message>
    <message>
        <source>Tooth chart of the other date</source>
        <translation>Schéma dentaire de l’autre date</translation>
    </message>
    <message>
        <source>Differences between the two dates</source>
        <translation>Différences entre les deux dates</translation>
    </message>
    <message>
        <source>&amp;Sign in…</source>
        <translation>&amp;S’identifier…</translation>
    </message>
    <message>
        <source>History of all teeth</source>
        <translation>Historique de toutes les dents</translation>
    </message>
    <message>
        <source>Find a patient above, or open the chart from a visit (Ctrl+H there), to see their teeth.</source>
        <translation>Recherchez un patient ci-dessus, ou ouvrez le schéma depuis une visite (Ctrl+H), pour voir ses dents.</translation>
    </message>
    <message>
        <source>Sign in to see the chart.</source>
        <translation>Identifiez-vous pour voir le schéma.</translation>
    </message>
    <message>
        <source>Charts are for surgeons and administrators. Which teeth there are and what is planned can be seen here:</source>
        <translation>Les schémas sont réservés aux praticiens et aux administrateurs. Les dents présentes et ce qui est prévu se voient ici&#xa0;:</translation>
    </message>
    <message>
        <source>chart of %1</source>
        <comment>date</comment>
        <translation>schéma du %1</translation>
    </message>
    <message>
        <source>DentalTap</source>
        <translation>DentalTap</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… et %n autre</numerusform>
            <numerusform>… et %n autres</numerusform>
        </translation>
    </message>
    <message>
        <source>Arrow keys walk the teeth; a typed number jumps there; Ctrl+wheel zooms; Space and drag moves the chart.</source>
        <translation>Les flèches vont de dent en dent&#x202f;; un numéro tapé y mène&#x202f;; Ctrl+molette agrandit&#x202f;; Espace et glisser déplace le schéma.</translation>
    </message>
    <message>
        <source>No differences between the two dates.</source>
        <translation>Aucune différence entre les deux dates.</translation>
    </message>
    <message>
        <source>Tooth</source>
        <comment>column</comment>
        <translation>Dent</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>Ce qui a changé</translation>
    </message>
    <message>
        <source>Dental Desktop is not set up.</source>
        <translation>Dental Desktop n’est pas configuré.</translation>
    </message>
    <message>
        <source>Not linked with Dental Desktop.</source>
        <translation>Pas lié à Dental Desktop.</translation>
    </message>
    <message>
        <source>Asking DentalTap…</source>
        <translation>Demande à DentalTap…</translation>
    </message>
    <message>
        <source>PNG picture (*.png)</source>
        <translation>Image PNG (*.png)</translation>
    </message>
    <message>
        <source>SVG drawing (*.svg)</source>
        <translation>Dessin SVG (*.svg)</translation>
    </message>
    <message>
        <source>PDF document (*.pdf)</source>
        <translation>Document PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Printed on %1</source>
        <translation>Imprimé le %1</translation>
    </message>
    <message>
        <source>&amp;Use in proposal</source>
        <translation>&amp;Utiliser dans la proposition</translation>
    </message>
    <message>
        <source>The chart is on the clipboard, as a picture.</source>
        <translation>Le schéma est dans le presse-papiers, comme image.</translation>
    </message>
    <message>
        <source>Save the chart</source>
        <translation>Enregistrer le schéma</translation>
    </message>
    <message>
        <source>chart</source>
        <comment>file name</comment>
        <translation>schema</translation>
    </message>
    <message>
        <source>The chart is in %1.</source>
        <translation>Le schéma est dans %1.</translation>
    </message>
    <message>
        <source>Chart</source>
        <comment>document</comment>
        <translation>Schéma</translation>
    </message>
    <message>
        <source>Kept for the treatment proposal: findings and picture of %1, as of %2.</source>
        <translation>Gardé pour la proposition de traitement&#xa0;: constatations et image de %1, état du %2.</translation>
    </message>
    <message>
        <source>DentalTap has kept no other state of this patient to compare with. There is one as soon as a visit is over.</source>
        <translation>DentalTap n’a gardé aucun autre état de ce patient à comparer. Il y en aura un dès qu’une visite sera terminée.</translation>
    </message>
</context>
<context>
    <name>ChartPane</name>
    <message>
        <source>Date of the chart, %1</source>
        <comment>pane</comment>
        <translation>Date du schéma, %1</translation>
    </message>
    <message>
        <source>The present state, or as it was at a visit</source>
        <translation>L’état actuel, ou celui d’une visite</translation>
    </message>
    <message>
        <source>Present state</source>
        <translation>État actuel</translation>
    </message>
    <message>
        <source>Visit of %1, %2</source>
        <comment>date, time</comment>
        <translation>Visite du %1, %2</translation>
    </message>
    <message>
        <source>Chosen visit</source>
        <translation>Visite choisie</translation>
    </message>
    <message>
        <source>Asking DentalTap for the chart…</source>
        <translation>Demande du schéma à DentalTap…</translation>
    </message>
    <message>
        <source>DentalTap has no dental profile of this patient for this date yet. It is here as soon as the surgeon records one.</source>
        <translation>DentalTap n’a pas encore de profil dentaire de ce patient à cette date. Il sera ici dès que le praticien en aura saisi un.</translation>
    </message>
    <message>
        <source>no date</source>
        <comment>of a chart</comment>
        <translation>sans date</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <comment>date, time</comment>
        <translation>%1 à %2</translation>
    </message>
    <message>
        <source>From DentalTap&apos;s picture</source>
        <translation>D’après l’image de DentalTap</translation>
    </message>
    <message>
        <source>Picture without tooth marks: positions from the calibrated grid</source>
        <translation>Image sans repères de dents&#xa0;: positions d’après la grille étalonnée</translation>
    </message>
    <message>
        <source>Drawn by Vestibule from the profile</source>
        <translation>Dessiné par Vestibule d’après le profil</translation>
    </message>
    <message>
        <source>DentalTap&apos;s picture is on its way</source>
        <translation>l’image de DentalTap arrive</translation>
    </message>
    <message>
        <source>Offline: DentalTap does not answer. This is what it said on %1.</source>
        <translation>Hors ligne&#xa0;: DentalTap ne répond pas. Voici ce qu’il disait le %1.</translation>
    </message>
    <message>
        <source>%1 This is what DentalTap said on %2.</source>
        <comment>error, moment</comment>
        <translation>%1 Voici ce que DentalTap disait le %2.</translation>
    </message>
</context>
<context>
    <name>ChartSheet</name>
    <message>
        <source>%1 cannot be written.</source>
        <translation>%1 ne peut pas être écrit.</translation>
    </message>
    <message>
        <source>dashed: planned</source>
        <comment>legend</comment>
        <translation>tirets&#xa0;: prévu</translation>
    </message>
    <message>
        <source>green mark: done today</source>
        <comment>legend</comment>
        <translation>marque verte&#xa0;: fait aujourd’hui</translation>
    </message>
    <message>
        <source>blue mark: scanned with Dental Desktop</source>
        <comment>legend</comment>
        <translation>marque bleue&#xa0;: scanné avec Dental Desktop</translation>
    </message>
    <message>
        <source>dashed outline of a tooth: not in the mouth</source>
        <comment>legend</comment>
        <translation>contour de dent en tirets&#xa0;: absente de la bouche</translation>
    </message>
    <message>
        <source>?: its state is not known</source>
        <comment>legend</comment>
        <translation>?&#xa0;: état inconnu</translation>
    </message>
    <message>
        <source>dotted: differs between the two dates</source>
        <comment>legend</comment>
        <translation>pointillés&#xa0;: différent entre les deux dates</translation>
    </message>
    <message>
        <source>the patient&apos;s right is at the left</source>
        <comment>legend</comment>
        <translation>la droite du patient est à gauche</translation>
    </message>
    <message>
        <source>The printer takes nothing.</source>
        <translation>L’imprimante n’accepte rien.</translation>
    </message>
</context>
<context>
    <name>ChartStore</name>
    <message>
        <source>No chart of this patient is kept here.</source>
        <translation>Aucun schéma de ce patient n’est conservé ici.</translation>
    </message>
</context>
<context>
    <name>ChartView</name>
    <message>
        <source>Tooth chart</source>
        <translation>Schéma dentaire</translation>
    </message>
    <message>
        <source>Tooth %1…</source>
        <comment>being typed</comment>
        <translation>Dent %1…</translation>
    </message>
</context>
<context>
    <name>ChartWorkflow</name>
    <message>
        <source>The clinic has no background of its own.</source>
        <translation>Le cabinet n’a pas de fond personnalisé.</translation>
    </message>
    <message>
        <source>The picture is too large: DentalTap takes backgrounds up to 2 MiB.</source>
        <translation>L’image est trop grande&#xa0;: DentalTap accepte des fonds jusqu’à 2 Mio.</translation>
    </message>
    <message>
        <source>Scan</source>
        <translation>Empreinte optique</translation>
    </message>
    <message>
        <source>Scan: %1</source>
        <translation>Empreinte optique&#xa0;: %1</translation>
    </message>
    <message>
        <source>DentalTap does not know this patient yet: there is no chart.</source>
        <translation>DentalTap ne connaît pas encore ce patient&#xa0;: il n’y a pas de schéma.</translation>
    </message>
    <message>
        <source>DentalTap does not know this visit yet: there is no chart of it.</source>
        <translation>DentalTap ne connaît pas encore cette visite&#xa0;: il n’y en a pas de schéma.</translation>
    </message>
    <message>
        <source>Choose at least one tooth.</source>
        <translation>Choisissez au moins une dent.</translation>
    </message>
    <message>
        <source>Only SVG and PNG pictures can be shown as a chart.</source>
        <translation>Seules des images SVG ou PNG peuvent être affichées comme schéma.</translation>
    </message>
    <message>
        <source>DentalTap has no such chart of this patient.</source>
        <translation>DentalTap n’a pas ce schéma pour ce patient.</translation>
    </message>
</context>
<context>
    <name>Command</name>
    <message>
        <source>A stored command cannot be read. It was written by another version of this program, or the database is damaged.</source>
        <translation>Un envoi enregistré est illisible. Il vient d’une autre version de ce programme, ou la base de données est endommagée.</translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>yes</source>
        <translation>oui</translation>
    </message>
    <message>
        <source>no</source>
        <translation>non</translation>
    </message>
    <message>
        <source>Nothing.</source>
        <translation>Rien.</translation>
    </message>
    <message>
        <source>--%1 needs a value.</source>
        <translation>Il manque la valeur de --%1.</translation>
    </message>
    <message>
        <source>--timeout takes seconds, 0 to 86400.</source>
        <translation>--timeout prend des secondes, de 0 à 86400.</translation>
    </message>
    <message>
        <source>Nobody is signed in. Name who acts with --staff NAME and give the PIN with --pin-stdin.</source>
        <translation>Personne n’est connecté. Indiquez qui agit avec --staff NOM et donnez le code PIN avec --pin-stdin.</translation>
    </message>
    <message>
        <source>PIN: </source>
        <translation>Code PIN&#xa0;: </translation>
    </message>
    <message>
        <source>A change was refused.</source>
        <translation>Une modification a été refusée.</translation>
    </message>
    <message>
        <source>Accepted and kept; not every system has confirmed yet. It is sent by itself.</source>
        <translation>Accepté et conservé&#x202f;; tous les systèmes n’ont pas encore confirmé. L’envoi se fait tout seul.</translation>
    </message>
    <message>
        <source>The value is empty. Give it on standard input.</source>
        <translation>La valeur est vide. Donnez-la sur l’entrée standard.</translation>
    </message>
    <message>
        <source>answers and accepts us</source>
        <translation>répond et nous accepte</translation>
    </message>
    <message>
        <source>set-up</source>
        <translation>configuration</translation>
    </message>
    <message>
        <source>--minutes takes 5 to 720.</source>
        <translation>--minutes prend de 5 à 720.</translation>
    </message>
    <message>
        <source>The lines are no longer those shown last. Look at them and confirm again.</source>
        <translation>Les lignes ne sont plus celles affichées en dernier. Regardez-les et confirmez à nouveau.</translation>
    </message>
    <message>
        <source>The lines need a look first: they are not fresh, not all known, or not as planned. Confirm them with --confirm.</source>
        <translation>Les lignes sont à vérifier d’abord&#xa0;: elles ne sont pas à jour, pas toutes connues ou pas comme prévu. Confirmez-les avec --confirm.</translation>
    </message>
    <message>
        <source>No surgeon is called “%1”. Known: %2.</source>
        <translation>Aucun chirurgien ne s’appelle «&#x202f;%1&#x202f;». Connus&#xa0;: %2.</translation>
    </message>
    <message>
        <source>No room is called “%1”. Known: %2.</source>
        <translation>Aucune salle ne s’appelle «&#x202f;%1&#x202f;». Connues&#xa0;: %2.</translation>
    </message>
    <message>
        <source>--new-despite-similar says that this is somebody else.</source>
        <translation>--new-despite-similar indique qu’il s’agit de quelqu’un d’autre.</translation>
    </message>
    <message>
        <source>--despite-conflicts takes the time all the same.</source>
        <translation>--despite-conflicts retient l’horaire malgré tout.</translation>
    </message>
    <message>
        <source>--%1 takes no value.</source>
        <translation>--%1 ne prend pas de valeur.</translation>
    </message>
    <message>
        <source>--%1 is given twice.</source>
        <translation>--%1 est donné deux fois.</translation>
    </message>
    <message>
        <source>%1 knows no option --%2.</source>
        <translation>%1 n’a pas d’option --%2.</translation>
    </message>
    <message>
        <source>%1 needs --%2.</source>
        <translation>Il manque --%2 à %1.</translation>
    </message>
    <message>
        <source>%1 needs to be told on what.</source>
        <translation>%1&#xa0;: précisez sur quoi.</translation>
    </message>
    <message>
        <source>%1 was given too many words; put quotation marks around a text with blanks.</source>
        <translation>Trop de mots pour %1&#x202f;; mettez entre guillemets un texte qui contient des espaces.</translation>
    </message>
    <message>
        <source>There is no terminal to ask for the PIN on. Give it on standard input with --pin-stdin.</source>
        <translation>Aucun terminal où demander le code PIN. Donnez-le sur l’entrée standard avec --pin-stdin.</translation>
    </message>
    <message>
        <source>--%1 takes at most %2 characters.</source>
        <translation>--%1 accepte %2 caractères au plus.</translation>
    </message>
    <message numerus="yes">
        <source>No answer within %n second(s).</source>
        <translation>
            <numerusform>Pas de réponse en %n seconde.</numerusform>
            <numerusform>Pas de réponse en %n secondes.</numerusform>
        </translation>
    </message>
    <message>
        <source>--%1 is no time. Use ISO 8601, such as 2026-11-23T10:30.</source>
        <translation>--%1 n’est pas un horaire. Utilisez ISO 8601, par exemple 2026-11-23T10:30.</translation>
    </message>
    <message>
        <source>the profile whose settings and secrets are used</source>
        <translation>profil dont les réglages et les secrets servent</translation>
    </message>
    <message>
        <source>a settings file instead of the profile&apos;s own</source>
        <translation>fichier de réglages au lieu de celui du profil</translation>
    </message>
    <message>
        <source>directory of database and cache</source>
        <translation>dossier de la base de données et du cache</translation>
    </message>
    <message>
        <source>one JSON document on standard output</source>
        <translation>un document JSON sur la sortie standard</translation>
    </message>
    <message>
        <source>who acts</source>
        <translation>qui agit</translation>
    </message>
    <message>
        <source>read the PIN from the first line of standard input</source>
        <translation>lire le code PIN sur la première ligne de l’entrée standard</translation>
    </message>
    <message>
        <source>seconds until exit code 3 (default 60)</source>
        <translation>délai en secondes avant le code de sortie 3 (60 par défaut)</translation>
    </message>
    <message>
        <source>this text</source>
        <translation>ce texte</translation>
    </message>
    <message>
        <source>Exit: 0 done, 1 refused, 2 usage, 3 queued or no answer yet,
      4 not signed in or not permitted, 5 no such record.</source>
        <translation>Code de sortie&#xa0;: 0 fait, 1 refusé, 2 utilisation, 3 en attente ou pas encore de réponse,
      4 pas de session ou pas le droit, 5 fiche introuvable.</translation>
    </message>
    <message>
        <source>Usage: %1</source>
        <translation>Utilisation&#xa0;: %1</translation>
    </message>
    <message>
        <source>Say first which area is meant: %1. More with --help.</source>
        <translation>Indiquez d’abord le domaine&#xa0;: %1. Davantage avec --help.</translation>
    </message>
    <message>
        <source>%1 has these verbs: %2. More with --help.</source>
        <translation>%1 a ces verbes&#xa0;: %2. Davantage avec --help.</translation>
    </message>
    <message>
        <source>ID is Vestibule&apos;s own or the one another system gave.
D is a date (2026-11-23), T a time at the clinic (2026-11-23T10:30).</source>
        <translation>ID&#xa0;: celui de Vestibule ou celui d’un autre système.
D est une date (2026-11-23), T un horaire de la clinique (2026-11-23T10:30).</translation>
    </message>
    <message>
        <source>New PIN: </source>
        <translation>Nouveau code PIN&#xa0;: </translation>
    </message>
    <message>
        <source>New PIN once more: </source>
        <translation>Nouveau code PIN, encore une fois&#xa0;: </translation>
    </message>
    <message>
        <source>The two PINs differ. Nobody was added.</source>
        <translation>Les deux codes PIN diffèrent. Personne n’a été ajouté.</translation>
    </message>
    <message>
        <source>--role takes reception, surgeon or administrator.</source>
        <translation>--role accepte reception, surgeon ou administrator.</translation>
    </message>
    <message>
        <source>The search is longer than %1 characters. Shorten it.</source>
        <translation>La recherche dépasse %1 caractères. Raccourcissez-la.</translation>
    </message>
    <message>
        <source>The value is longer than %1 bytes. Nothing was kept.</source>
        <translation>La valeur dépasse %1 octets. Rien n’a été gardé.</translation>
    </message>
    <message>
        <source>The value is not one line of text. Nothing was kept.</source>
        <translation>La valeur n’est pas une seule ligne de texte. Rien n’a été gardé.</translation>
    </message>
    <message>
        <source>There is no change of that number.</source>
        <translation>Aucun envoi ne porte ce numéro.</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) were refused; outbox list says why.</source>
        <translation>
            <numerusform>%n envoi a été refusé&#x202f;; outbox list dit pourquoi.</numerusform>
            <numerusform>%n envois ont été refusés&#x202f;; outbox list dit pourquoi.</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no secret of that name. Keys: %1</source>
        <translation>Aucun secret de ce nom. Clés&#xa0;: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n check(s) failed.</source>
        <translation>
            <numerusform>%n vérification a échoué.</numerusform>
            <numerusform>%n vérifications ont échoué.</numerusform>
        </translation>
    </message>
    <message>
        <source>book walk-in needs either --patient, or --first and --last.</source>
        <translation>book walk-in demande soit --patient, soit --first et --last.</translation>
    </message>
    <message>
        <source>--%1 is no date. Use yyyy-MM-dd.</source>
        <translation>--%1 n’est pas une date. Utilisez aaaa-MM-jj.</translation>
    </message>
    <message>
        <source>--items names no act. visit show lists them as “afterExit”.</source>
        <translation>--items ne nomme aucun acte. visit show les liste sous «&#x202f;afterExit&#x202f;».</translation>
    </message>
    <message>
        <source>One act has one product: name one act with --items.</source>
        <translation>Un acte a un seul produit&#xa0;: nommez un seul acte avec --items.</translation>
    </message>
    <message>
        <source>The catalogue has no product of that id.</source>
        <translation>Le catalogue n’a aucun produit portant cet identifiant.</translation>
    </message>
    <message>
        <source>%1 is no GUID such as 0b6f2a52-5d0e-4c0e-9a6c-2f6b1d0f7a11.</source>
        <translation>%1 n’est pas un GUID tel que 0b6f2a52-5d0e-4c0e-9a6c-2f6b1d0f7a11.</translation>
    </message>
    <message>
        <source>There is no station of that name; there are: %1.</source>
        <translation>Il n’y a pas de poste de ce nom&#xa0;; il y a&#xa0;: %1.</translation>
    </message>
    <message>
        <source>Dental Desktop erases what an update leaves out, so the whole record is needed. Missing: %1 (empty where there is none). Nothing was sent.</source>
        <translation>Dental Desktop efface ce qu’une mise à jour ne contient pas&#xa0;: la fiche entière est nécessaire. Il manque&#xa0;: %1 (vide s’il n’y en a pas). Rien n’a été envoyé.</translation>
    </message>
    <message>
        <source>--status takes a list of created, scanned and modelled.</source>
        <translation>--status attend une liste de created, scanned et modelled.</translation>
    </message>
    <message>
        <source>The file that --out names cannot be written.</source>
        <translation>Impossible d’écrire le fichier indiqué par --out.</translation>
    </message>
    <message>
        <source>The server shows no certificate of that fingerprint that could be confirmed. Nothing was changed.</source>
        <translation>Le serveur ne présente aucun certificat de cette empreinte que l’on puisse confirmer. Rien n’a été modifié.</translation>
    </message>
    <message>
        <source>--system takes zoho, dentaltap, googlecalendar, quickbooks or dentaldesktop.</source>
        <translation>--system attend zoho, dentaltap, googlecalendar, quickbooks ou dentaldesktop.</translation>
    </message>
    <message>
        <source>host</source>
        <translation>ordinateur</translation>
    </message>
    <message>
        <source>port</source>
        <translation>port</translation>
    </message>
    <message>
        <source>certificate</source>
        <translation>certificat</translation>
    </message>
    <message>
        <source>user and password</source>
        <translation>utilisateur et mot de passe</translation>
    </message>
    <message>
        <source>product</source>
        <translation>produit</translation>
    </message>
    <message>
        <source>Letters of the name were spelled otherwise: the exchange knows Western European ones only.</source>
        <translation>Des lettres du nom ont été écrites autrement&#xa0;: l’échange ne connaît que celles d’Europe occidentale.</translation>
    </message>
    <message>
        <source>The folder that --out names cannot be made.</source>
        <translation>Le dossier que désigne --out ne peut pas être créé.</translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) could not be had.</source>
        <translation>
            <numerusform>%n image n’a pas pu être obtenue.</numerusform>
            <numerusform>%n images n’ont pas pu être obtenues.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 crashed.</source>
        <translation>%1 a planté.</translation>
    </message>
    <message>
        <source>DentalTap does not answer: this is as it was last read.</source>
        <translation>DentalTap ne répond pas&#xa0;: voici ce qui a été lu en dernier.</translation>
    </message>
    <message>
        <source>--kind takes dental or perio.</source>
        <translation>--kind prend dental ou perio.</translation>
    </message>
    <message>
        <source>--items names no act. Leave it out to accept all.</source>
        <translation>--items ne nomme aucun acte. Sans cette option, tous sont acceptés.</translation>
    </message>
    <message>
        <source>%1 is a number of Open Dental&apos;s.</source>
        <translation>%1 est un numéro d’Open Dental.</translation>
    </message>
    <message>
        <source>--since is no time. Use ISO 8601, such as 2026-11-23T10:30.</source>
        <translation>--since n’est pas une heure. Utilisez ISO 8601, par exemple 2026-11-23T10:30.</translation>
    </message>
    <message>
        <source>--as takes patient or practice.</source>
        <translation>--as accepte patient ou practice.</translation>
    </message>
    <message>
        <source>--status takes Saved, Active or Inactive.</source>
        <translation>--status accepte Saved, Active ou Inactive.</translation>
    </message>
    <message>
        <source>The plan has no phase %1.</source>
        <translation>Le plan n’a pas de phase %1.</translation>
    </message>
    <message>
        <source>--language takes en or fr.</source>
        <translation>--language accepte en ou fr.</translation>
    </message>
</context>
<context>
    <name>Database</name>
    <message>
        <source>The data folder %1 is on a network share, where the database would be damaged sooner or later. Choose a folder on this computer.</source>
        <translation>Le dossier de données %1 est sur un partage réseau, où la base finirait par être endommagée. Choisissez un dossier de cet ordinateur.</translation>
    </message>
    <message>
        <source>The database %1 cannot be opened (%2). Check that the folder exists and may be written.</source>
        <translation>La base de données %1 ne s’ouvre pas (%2). Vérifiez que le dossier existe et qu’on peut y écrire.</translation>
    </message>
    <message>
        <source>This database was made by a newer version of Vestibule (schema %1, this program knows %2). Install the newer version; nothing was changed.</source>
        <translation>Cette base vient d’une version plus récente de Vestibule (schéma %1, ce programme connaît %2). Installez la version plus récente&#x202f;; rien n’a été modifié.</translation>
    </message>
    <message>
        <source>The database on this computer did not accept the change (%1).</source>
        <translation>La base de données de cet ordinateur n’a pas accepté la modification (%1).</translation>
    </message>
</context>
<context>
    <name>DateText</name>
    <message>
        <source>dd/MM/yyyy</source>
        <comment>date format</comment>
        <translation>dd/MM/yyyy</translation>
    </message>
    <message>
        <source>%1 months</source>
        <comment>age</comment>
        <translation>%1 mois</translation>
    </message>
    <message>
        <source>%1 y</source>
        <comment>age in years</comment>
        <translation>%1 ans</translation>
    </message>
</context>
<context>
    <name>DayPage</name>
    <message>
        <source>&amp;Previous</source>
        <translation>P&amp;récédent</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>&amp;Suivant</translation>
    </message>
    <message>
        <source>&amp;Today</source>
        <translation>&amp;Aujourd’hui</translation>
    </message>
    <message>
        <source>&amp;Day</source>
        <comment>span</comment>
        <translation>&amp;Jour</translation>
    </message>
    <message>
        <source>&amp;Three days</source>
        <translation>&amp;Trois jours</translation>
    </message>
    <message>
        <source>&amp;Week</source>
        <translation>&amp;Semaine</translation>
    </message>
    <message>
        <source>Columns by &amp;room</source>
        <translation>C&amp;olonnes par salle</translation>
    </message>
    <message>
        <source>Waiting &amp;list</source>
        <translation>Sa&amp;lle d’attente</translation>
    </message>
    <message>
        <source>Show &amp;cancelled</source>
        <translation>Afficher les a&amp;nnulés</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>&amp;Zoom avant</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>Zoom &amp;arrière</translation>
    </message>
    <message>
        <source>&amp;Usual size</source>
        <translation>Taille &amp;habituelle</translation>
    </message>
    <message>
        <source>Re&amp;fresh</source>
        <translation>Act&amp;ualiser</translation>
    </message>
    <message>
        <source>&amp;Surgeon</source>
        <translation>&amp;Chirurgien</translation>
    </message>
    <message>
        <source>&amp;All surgeons</source>
        <translation>&amp;Tous les chirurgiens</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Relire</translation>
    </message>
    <message>
        <source>Sign in to see the day.</source>
        <translation>Connectez-vous pour voir la journée.</translation>
    </message>
    <message>
        <source>No room yet</source>
        <translation>Pas encore de salle</translation>
    </message>
    <message>
        <source>No surgeon yet</source>
        <translation>Pas encore de chirurgien</translation>
    </message>
</context>
<context>
    <name>DayPainter</name>
    <message>
        <source>Busy</source>
        <translation>Occupé</translation>
    </message>
</context>
<context>
    <name>DayView</name>
    <message>
        <source>Day</source>
        <translation>Journée</translation>
    </message>
    <message>
        <source>Arrow keys walk the appointments, Enter opens one</source>
        <translation>Les flèches parcourent les rendez-vous, Entrée en ouvre un</translation>
    </message>
    <message>
        <source>No surgeons are known yet. They come with the first reading from the CRM.</source>
        <translation>Aucun chirurgien n’est encore connu. Ils arrivent avec la première lecture du CRM.</translation>
    </message>
    <message>
        <source>No appointments. Ctrl+N books a walk-in; a double click on a free time does too.</source>
        <translation>Aucun rendez-vous. Ctrl+N réserve une première consultation&#x202f;; un double clic sur un créneau libre aussi.</translation>
    </message>
</context>
<context>
    <name>DayWords</name>
    <message>
        <source>waiting %1</source>
        <translation>attend %1</translation>
    </message>
    <message>
        <source>Walk-in: %1</source>
        <translation>1re cons.&#xa0;: %1</translation>
    </message>
    <message>
        <source>waits %1</source>
        <translation>attend %1</translation>
    </message>
    <message>
        <source>needs attention</source>
        <translation>à traiter</translation>
    </message>
    <message>
        <source>to decide</source>
        <translation>à trancher</translation>
    </message>
    <message>
        <source>lines changed, confirm again</source>
        <translation>lignes modifiées, à reconfirmer</translation>
    </message>
    <message>
        <source>ready to exit</source>
        <translation>soins terminés</translation>
    </message>
    <message>
        <source>no order yet</source>
        <translation>pas encore de commande</translation>
    </message>
    <message>
        <source>patient not matched</source>
        <translation>patient non rapproché</translation>
    </message>
    <message>
        <source>same name today</source>
        <translation>homonyme ce jour</translation>
    </message>
    <message>
        <source>sending</source>
        <translation>envoi en cours</translation>
    </message>
    <message>
        <source>order %1</source>
        <comment>amount</comment>
        <translation>commande %1</translation>
    </message>
    <message>
        <source>no appointments</source>
        <translation>aucun rendez-vous</translation>
    </message>
    <message numerus="yes">
        <source>%n appointment(s)</source>
        <translation>
            <numerusform>%n rendez-vous</numerusform>
            <numerusform>%n rendez-vous</numerusform>
        </translation>
    </message>
    <message>
        <source>in treatment</source>
        <comment>what a surgeon is doing</comment>
        <translation>en soins</translation>
    </message>
    <message>
        <source>running %1 late</source>
        <translation>en retard de %1</translation>
    </message>
    <message>
        <source>busy until %1</source>
        <translation>occupé jusqu’à %1</translation>
    </message>
    <message>
        <source>free until %1</source>
        <translation>libre jusqu’à %1</translation>
    </message>
    <message>
        <source>free for the rest of the day</source>
        <translation>libre le reste de la journée</translation>
    </message>
    <message>
        <source>waits for a slot</source>
        <translation>en attente de créneau</translation>
    </message>
</context>
<context>
    <name>DeclineDialog</name>
    <message>
        <source>The patient declines %1?</source>
        <comment>plan&apos;s title</comment>
        <translation>Le patient refuse %1 ?</translation>
    </message>
    <message>
        <source>Its quote in the CRM is closed as lost. It can be taken up again as long as nothing of it is booked.</source>
        <translation>Son devis est clos comme perdu dans le CRM. Le plan peut être repris tant que rien n’en est planifié.</translation>
    </message>
    <message>
        <source>Decline a plan</source>
        <translation>Refuser un plan</translation>
    </message>
    <message>
        <source>Too expensive</source>
        <translation>Trop cher</translation>
    </message>
    <message>
        <source>Wants time to think</source>
        <translation>Veut réfléchir</translation>
    </message>
    <message>
        <source>Chose another plan</source>
        <translation>A choisi un autre plan</translation>
    </message>
    <message>
        <source>Treated elsewhere</source>
        <translation>Soigné ailleurs</translation>
    </message>
    <message>
        <source>&amp;Decline the plan</source>
        <translation>&amp;Refuser le plan</translation>
    </message>
    <message>
        <source>&amp;Keep it open</source>
        <translation>&amp;Laisser ouvert</translation>
    </message>
</context>
<context>
    <name>DentalDesktopCmd</name>
    <message>
        <source>The patient has no number in the CRM yet, which Dental Desktop needs. Try again when the patient has reached the CRM.</source>
        <translation>Le patient n’a pas encore de numéro dans le CRM, et Dental Desktop en a besoin. Réessayez quand le patient sera arrivé dans le CRM.</translation>
    </message>
    <message>
        <source>Dental Desktop needs the patient&apos;s last name.</source>
        <translation>Dental Desktop a besoin du nom de famille du patient.</translation>
    </message>
    <message>
        <source>The program that [dentaldesktop] command names is not on this computer.</source>
        <translation>Le programme que désigne [dentaldesktop] command n’est pas sur cet ordinateur.</translation>
    </message>
    <message>
        <source>Dental Desktop is not on this computer: DentalDesktopCmd.exe is in none of its folders. It works only where both share a computer; elsewhere its server is used.</source>
        <translation>Dental Desktop n’est pas sur cet ordinateur&#xa0;: DentalDesktopCmd.exe n’est dans aucun de ses dossiers. Cela ne marche que là où les deux partagent un ordinateur&#xa0;; ailleurs, on passe par son serveur.</translation>
    </message>
    <message>
        <source>DentalDesktopCmd.exe is there but cannot be started: it is no program, or your account may not run it.</source>
        <translation>DentalDesktopCmd.exe est là mais ne peut pas être lancé&#xa0;: ce n’est pas un programme, ou votre compte n’a pas le droit de l’exécuter.</translation>
    </message>
</context>
<context>
    <name>DifferenceSheet</name>
    <message>
        <source>Added</source>
        <comment>item</comment>
        <translation>Ajouté</translation>
    </message>
    <message>
        <source>Taken off</source>
        <comment>item</comment>
        <translation>Retiré</translation>
    </message>
    <message>
        <source>Changed</source>
        <comment>item</comment>
        <translation>Modifié</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <comment>quantity, price</comment>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>discount %1 %</source>
        <translation>remise %1 %</translation>
    </message>
    <message>
        <source>cancelled</source>
        <comment>item</comment>
        <translation>annulé</translation>
    </message>
    <message>
        <source>planned</source>
        <comment>item</comment>
        <translation>prévu</translation>
    </message>
    <message>
        <source>another product</source>
        <translation>autre produit</translation>
    </message>
    <message>
        <source>What changed in the plan</source>
        <translation>Ce qui a changé dans le plan</translation>
    </message>
    <message>
        <source>%1. What was signed or decided stays as it is; a new version carries the changes and has a quote of its own.</source>
        <comment>plan&apos;s title</comment>
        <translation>%1. Ce qui a été signé ou décidé reste tel quel ; une nouvelle version porte les changements et a son propre devis.</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>Différences</translation>
    </message>
    <message>
        <source>Tooth</source>
        <comment>column</comment>
        <translation>Dent</translation>
    </message>
    <message>
        <source>Treatment</source>
        <comment>column</comment>
        <translation>Acte</translation>
    </message>
    <message>
        <source>Version %1</source>
        <comment>column</comment>
        <translation>Version %1</translation>
    </message>
    <message>
        <source>Now</source>
        <comment>column</comment>
        <translation>Maintenant</translation>
    </message>
    <message>
        <source>Total: %1, now %2</source>
        <translation>Total : %1, maintenant %2</translation>
    </message>
    <message>
        <source>Make version %1</source>
        <translation>Créer la version %1</translation>
    </message>
</context>
<context>
    <name>DiscardDialog</name>
    <message>
        <source>%1, to %2</source>
        <comment>what, system</comment>
        <translation>%1, vers %2</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Abandonner</translation>
    </message>
    <message>
        <source>Never send this: %1?</source>
        <translation>Ne jamais envoyer ceci&#xa0;: %1&#x202f;?</translation>
    </message>
    <message>
        <source>The record there has to be set right by hand. The reason is kept in the audit.</source>
        <translation>La fiche devra y être corrigée à la main. Le motif est conservé dans le journal d’audit.</translation>
    </message>
    <message>
        <source>&amp;With it goes what waits for it:</source>
        <translation>&amp;Part aussi ce qui en dépend&#xa0;:</translation>
    </message>
    <message>
        <source>What goes with it</source>
        <translation>Ce qui part avec</translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation>&amp;Abandonner</translation>
    </message>
</context>
<context>
    <name>ErrorText</name>
    <message>
        <source>%1 cannot be reached.</source>
        <translation>%1&#xa0;: injoignable.</translation>
    </message>
    <message>
        <source>%1 did not answer in time.</source>
        <translation>%1&#xa0;: pas de réponse à temps.</translation>
    </message>
    <message>
        <source>Nobody is signed in at this desk.</source>
        <translation>Personne n’est connecté à ce poste.</translation>
    </message>
    <message>
        <source>%1 asks for a new sign-in.</source>
        <translation>%1&#xa0;: nouvelle connexion demandée.</translation>
    </message>
    <message>
        <source>Your role does not allow this.</source>
        <translation>Votre rôle ne le permet pas.</translation>
    </message>
    <message>
        <source>%1 does not allow this.</source>
        <translation>%1&#xa0;: action non permise.</translation>
    </message>
    <message>
        <source>%1 does not know this record (any more).</source>
        <translation>%1&#xa0;: fiche inconnue (ou qui n’existe plus).</translation>
    </message>
    <message>
        <source>It was changed elsewhere in the meantime.</source>
        <translation>Modifié ailleurs entre-temps.</translation>
    </message>
    <message>
        <source>%1 asks for a pause.</source>
        <translation>%1&#xa0;: pause demandée.</translation>
    </message>
    <message>
        <source>%1 refused this as it is.</source>
        <translation>%1&#xa0;: refusé en l’état.</translation>
    </message>
    <message>
        <source>%1 has a fault of its own.</source>
        <translation>%1&#xa0;: panne du système lui-même.</translation>
    </message>
    <message>
        <source>%1 gave an answer that Vestibule does not understand.</source>
        <translation>%1&#xa0;: réponse que Vestibule ne comprend pas.</translation>
    </message>
    <message>
        <source>It was stopped.</source>
        <translation>Arrêté.</translation>
    </message>
    <message>
        <source>The database of this desk could not be read or written.</source>
        <translation>La base de données de ce poste n’a pu être lue ou écrite.</translation>
    </message>
    <message>
        <source>It is tried again by itself.</source>
        <translation>Nouvel essai automatique.</translation>
    </message>
    <message>
        <source>Sign in.</source>
        <translation>Connectez-vous.</translation>
    </message>
    <message>
        <source>Look at it again, then repeat.</source>
        <translation>Vérifiez, puis recommencez.</translation>
    </message>
    <message>
        <source>Ask an administrator.</source>
        <translation>Demandez à un administrateur.</translation>
    </message>
</context>
<context>
    <name>ExitAct</name>
    <message>
        <source>%1 is not in the treatment room any more.</source>
        <translation>%1 n’est plus au fauteuil.</translation>
    </message>
    <message>
        <source>%1 has left: closed without charge.</source>
        <translation>%1&#xa0;: sortie enregistrée, sans frais.</translation>
    </message>
    <message>
        <source>%1 has left: the invoice of %2 is being made.</source>
        <translation>%1&#xa0;: sortie enregistrée, la facture de %2 est en cours.</translation>
    </message>
    <message>
        <source>The CRM cannot be reached now; it is made when the CRM answers. Nothing else needs to be done.</source>
        <translation>Le CRM est injoignable pour l’instant&#x202f;; elle se fera dès qu’il répondra. Rien d’autre à faire.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Défaire</translation>
    </message>
</context>
<context>
    <name>ExitSheet</name>
    <message>
        <source>Exit treatment room</source>
        <translation>Sortie du fauteuil</translation>
    </message>
    <message>
        <source>&amp;Invoice what is shown, without another look at DentalTap</source>
        <translation>&amp;Facturer ce qui est affiché, sans relire DentalTap</translation>
    </message>
    <message>
        <source>&amp;Back to treatment</source>
        <translation>&amp;Retour aux soins</translation>
    </message>
    <message>
        <source>Make the invoice</source>
        <translation>Faire la facture</translation>
    </message>
    <message>
        <source>The lines have just changed. Look at them again before you make the invoice.</source>
        <translation>Les lignes viennent de changer. Regardez-les à nouveau avant de faire la facture.</translation>
    </message>
    <message>
        <source>QuickBooks: %1</source>
        <translation>QuickBooks&#xa0;: %1</translation>
    </message>
    <message>
        <source>No tax (health care)</source>
        <translation>Sans taxe (soins)</translation>
    </message>
    <message>
        <source>Tax: %1</source>
        <translation>Taxe&#xa0;: %1</translation>
    </message>
    <message>
        <source>Discount on the whole order: %1</source>
        <translation>Remise sur toute la commande&#xa0;: %1</translation>
    </message>
    <message>
        <source>Adjustment: %1</source>
        <translation>Ajustement&#xa0;: %1</translation>
    </message>
    <message>
        <source>Nothing to pay: the order is closed without an invoice.</source>
        <translation>Rien à payer&#xa0;: la commande est close sans facture.</translation>
    </message>
    <message>
        <source>The order becomes an invoice of</source>
        <translation>La commande devient une facture de</translation>
    </message>
    <message>
        <source>Order %1 becomes an invoice of</source>
        <translation>La commande %1 devient une facture de</translation>
    </message>
    <message>
        <source>Close without charge  Ctrl+↵</source>
        <translation>Clore sans frais  Ctrl+↵</translation>
    </message>
    <message>
        <source>Make the invoice  Ctrl+↵</source>
        <translation>Faire la facture  Ctrl+↵</translation>
    </message>
    <message>
        <source>Close without charge</source>
        <translation>Clore sans frais</translation>
    </message>
    <message>
        <source>Make the invoice of %1</source>
        <translation>Faire la facture de %1</translation>
    </message>
    <message>
        <source>The acts recorded in DentalTap differ from what was confirmed. Look at the lines and confirm again.</source>
        <translation>Les actes notés dans DentalTap diffèrent de ce qui a été confirmé. Regardez les lignes et confirmez à nouveau.</translation>
    </message>
    <message>
        <source>%1, tooth %2</source>
        <comment>act</comment>
        <translation>%1, dent %2</translation>
    </message>
    <message>
        <source>The catalogue does not have this act: “%1”. It is on no order yet.</source>
        <translation>Le catalogue n’a pas cet acte&#xa0;: «&#x202f;%1&#x202f;». Il n’est encore sur aucune commande.</translation>
    </message>
    <message>
        <source>&amp;Choose a product…</source>
        <translation>&amp;Choisir un produit…</translation>
    </message>
    <message>
        <source>Choose a product for %1</source>
        <translation>Choisir un produit pour %1</translation>
    </message>
    <message>
        <source>&amp;Leave it for the office</source>
        <translation>&amp;Laisser au secrétariat</translation>
    </message>
    <message>
        <source>Leave %1 for the office</source>
        <translation>Laisser %1 au secrétariat</translation>
    </message>
    <message>
        <source>in treatment %1</source>
        <translation>au fauteuil %1</translation>
    </message>
    <message>
        <source>The acts shown are not fresh. Vestibule reads DentalTap once more before anything is invoiced, and asks you again if they differ. When DentalTap cannot be reached, the invoice waits for it, unless you choose:</source>
        <translation>Les actes affichés ne sont pas à jour. Vestibule relit DentalTap avant de facturer, et vous redemande s’ils diffèrent. Si DentalTap est injoignable, la facture l’attend, sauf si vous choisissez&#xa0;:</translation>
    </message>
    <message>
        <source>Works offline: the invoice is made when the CRM answers</source>
        <translation>Fonctionne hors ligne&#xa0;: la facture se fera quand le CRM répondra</translation>
    </message>
    <message>
        <source>Settle the act that the catalogue does not have first.</source>
        <translation>Réglez d’abord l’acte absent du catalogue.</translation>
    </message>
</context>
<context>
    <name>FrontDesk</name>
    <message>
        <source>The system wants a new sign-in. What waits for it is kept.</source>
        <translation>Le système demande une nouvelle connexion. Ce qui l’attend est conservé.</translation>
    </message>
    <message>
        <source>The key store gave no key for the patients&apos; data; it may be locked. Names stay hidden until it is unlocked. Unlock the key store and start again.</source>
        <translation>Le trousseau n’a pas donné la clé des données patients&#x202f;; il est peut-être verrouillé. Les noms restent masqués jusque-là. Déverrouillez le trousseau et redémarrez.</translation>
    </message>
</context>
<context>
    <name>GraphicCheck</name>
    <message>
        <source>The picture is empty.</source>
        <translation>L’image est vide.</translation>
    </message>
    <message>
        <source>The picture is too large: at most %1 MB are accepted.</source>
        <translation>L’image est trop lourde&#xa0;: %1 Mo au plus sont acceptés.</translation>
    </message>
    <message>
        <source>The picture was said to be %1, and it is not. It is not shown.</source>
        <translation>L’image est annoncée comme %1 et n’en est pas une. Elle n’est pas affichée.</translation>
    </message>
    <message>
        <source>The picture is damaged or incomplete and cannot be read.</source>
        <translation>L’image est endommagée ou incomplète et ne peut pas être lue.</translation>
    </message>
    <message>
        <source>The picture contains a program or a page. A chart needs neither, so it is not shown.</source>
        <translation>L’image contient un programme ou une page. Un schéma n’a besoin ni de l’un ni de l’autre&#xa0;: elle n’est pas affichée.</translation>
    </message>
    <message>
        <source>The picture contains a program or a page (%1). A chart needs neither, so it is not shown.</source>
        <translation>L’image contient un programme ou une page (%1). Un schéma n’a besoin ni de l’un ni de l’autre&#xa0;: elle n’est pas affichée.</translation>
    </message>
    <message>
        <source>The picture wants to fetch something from elsewhere. Nothing was fetched, and it is not shown.</source>
        <translation>L’image veut aller chercher quelque chose ailleurs. Rien n’a été chargé et elle n’est pas affichée.</translation>
    </message>
    <message>
        <source>The picture wants to fetch something from elsewhere (%1). Nothing was fetched, and it is not shown.</source>
        <translation>L’image veut aller chercher quelque chose ailleurs (%1). Rien n’a été chargé et elle n’est pas affichée.</translation>
    </message>
    <message>
        <source>The picture moves. Only still pictures are shown.</source>
        <translation>L’image est animée. Seules les images fixes sont affichées.</translation>
    </message>
    <message>
        <source>The picture has parts that contain themselves and cannot be drawn.</source>
        <translation>Certaines parties de l’image se contiennent elles-mêmes&#xa0;: elle ne peut pas être dessinée.</translation>
    </message>
    <message>
        <source>The picture has no usable size: at most %1 × %1 pixels are accepted.</source>
        <translation>L’image n’a pas de taille utilisable&#xa0;: %1 × %1 pixels au plus sont acceptés.</translation>
    </message>
    <message>
        <source>The picture has no usable size or draws outside any sheet.</source>
        <translation>L’image n’a pas de taille utilisable ou dessine hors de toute feuille.</translation>
    </message>
    <message>
        <source>The picture is packed (SVGZ) and is not opened. If it is yours, save it as plain SVG or as PNG.</source>
        <translation>L’image est compressée (SVGZ) et n’est pas ouverte. Si elle vient de chez vous, enregistrez-la en SVG simple ou en PNG.</translation>
    </message>
    <message>
        <source>The picture brings declarations of its own (DOCTYPE or instructions), which are not accepted. If it is yours, save it as plain SVG without them, or as PNG.</source>
        <translation>L’image apporte ses propres déclarations (DOCTYPE ou instructions), qui ne sont pas acceptées. Si elle vient de chez vous, enregistrez-la en SVG simple, sans elles, ou en PNG.</translation>
    </message>
    <message>
        <source>The picture contains another picture, which cannot be checked. If it is yours, save it with lines only, or as PNG.</source>
        <translation>L’image en contient une autre, qui ne peut pas être vérifiée. Si elle vient de chez vous, enregistrez-la avec des tracés seulement, ou en PNG.</translation>
    </message>
    <message>
        <source>The picture uses something that would be drawn wrongly here. If it is yours, save it in a simpler form, or as PNG.</source>
        <translation>L’image utilise un élément qui serait mal dessiné ici. Si elle vient de chez vous, enregistrez-la sous une forme plus simple, ou en PNG.</translation>
    </message>
    <message>
        <source>The picture uses “%1”, which would be drawn wrongly here. If it is yours, save it in a simpler form, or as PNG.</source>
        <translation>L’image utilise «&#xa0;%1&#xa0;», qui serait mal dessiné ici. Si elle vient de chez vous, enregistrez-la sous une forme plus simple, ou en PNG.</translation>
    </message>
    <message>
        <source>The picture has too many parts to be drawn safely. If it is yours, save it in a simpler form, or as PNG.</source>
        <translation>L’image a trop d’éléments pour être dessinée sans risque. Si elle vient de chez vous, enregistrez-la sous une forme plus simple, ou en PNG.</translation>
    </message>
</context>
<context>
    <name>GraphicProof</name>
    <message>
        <source>Pictures cannot be checked on this computer, so none is shown: vestibule-prove-graphic is missing or cannot be started. Install Vestibule again.</source>
        <translation>Les images ne peuvent pas être vérifiées sur cet ordinateur, aucune n’est donc affichée&#xa0;: vestibule-prove-graphic manque ou ne démarre pas. Réinstallez Vestibule.</translation>
    </message>
    <message>
        <source>Checking the picture took too long. This computer may be busy: try again.</source>
        <translation>La vérification de l’image a pris trop de temps. Cet ordinateur est peut-être occupé&#xa0;: réessayez.</translation>
    </message>
    <message>
        <source>Drawing the picture needs too much memory or fails, so it is not shown.</source>
        <translation>Dessiner l’image demande trop de mémoire ou échoue&#xa0;: elle n’est pas affichée.</translation>
    </message>
    <message>
        <source>The picture is damaged and cannot be drawn.</source>
        <translation>L’image est endommagée et ne peut pas être dessinée.</translation>
    </message>
    <message>
        <source>The picture takes too long to draw, so it is not shown.</source>
        <translation>L’image est trop longue à dessiner&#xa0;: elle n’est pas affichée.</translation>
    </message>
</context>
<context>
    <name>IgnoreDialog</name>
    <message>
        <source>Leave off the invoice</source>
        <translation>Ne pas facturer</translation>
    </message>
    <message>
        <source>Nothing is sent, and no invoice changes. The reason is kept in the audit.</source>
        <translation>Rien n’est envoyé et aucune facture ne change. Le motif est conservé dans le journal d’audit.</translation>
    </message>
    <message>
        <source>&amp;Leave it off</source>
        <translation>&amp;Ne pas facturer</translation>
    </message>
</context>
<context>
    <name>ImageCache</name>
    <message>
        <source>A photo could not be kept.</source>
        <translation>Une photo n’a pas pu être conservée.</translation>
    </message>
</context>
<context>
    <name>ImagingWorkflow</name>
    <message>
        <source>The patient is not in the CRM yet, and the imaging program knows patients by their number there. It comes with the first booking.</source>
        <translation>Le patient n’est pas encore dans le CRM, et le programme d’imagerie connaît les patients par leur numéro là-bas. Il vient avec le premier rendez-vous.</translation>
    </message>
    <message>
        <source>There is no such folder for the images. Nothing was fetched.</source>
        <translation>Ce dossier pour les images n’existe pas. Rien n’a été récupéré.</translation>
    </message>
    <message>
        <source>The file is no request of an imaging program.</source>
        <translation>Ce fichier n’est pas une demande d’un programme d’imagerie.</translation>
    </message>
    <message>
        <source>Vestibule cannot take this now.</source>
        <translation>Vestibule ne peut pas prendre ceci maintenant.</translation>
    </message>
    <message>
        <source>Vestibule takes descriptions of images only.</source>
        <translation>Vestibule ne prend que des descriptions d’images.</translation>
    </message>
    <message>
        <source>Vestibule does not know this patient.</source>
        <translation>Vestibule ne connaît pas ce patient.</translation>
    </message>
    <message>
        <source>In Dental Desktop on this computer: More &gt; Settings &gt; Practice Management Integration &gt; Setup, enable it, choose the type “General command line” or “VDDS”, let Windows grant DentalDesktopCmd.exe its rights, save. Make a Dental Desktop user for the integration alone and restart Dental Desktop after that.</source>
        <translation>Dans Dental Desktop sur cet ordinateur&#xa0;: More &gt; Settings &gt; Practice Management Integration &gt; Setup, activez-la, choisissez le type «&#xa0;General command line&#xa0;» ou «&#xa0;VDDS&#xa0;», laissez Windows accorder ses droits à DentalDesktopCmd.exe, enregistrez. Créez un utilisateur Dental Desktop pour la seule intégration et redémarrez Dental Desktop ensuite.</translation>
    </message>
</context>
<context>
    <name>InterventionDialog</name>
    <message>
        <source>Book an intervention</source>
        <translation>Planifier une intervention</translation>
    </message>
    <message>
        <source>%1. Makes the order of these items, the DentalTap appointment and the calendar event together.</source>
        <comment>plan&apos;s title</comment>
        <translation>%1. Crée ensemble la commande de ces actes, le rendez-vous DentalTap et l’événement d’agenda.</translation>
    </message>
    <message>
        <source>&amp;What is done</source>
        <translation>&amp;Ce qui est fait</translation>
    </message>
    <message>
        <source>Note for the surgeon</source>
        <translation>Note pour le chirurgien</translation>
    </message>
    <message>
        <source>&amp;Note for the surgeon</source>
        <translation>&amp;Note pour le chirurgien</translation>
    </message>
    <message numerus="yes">
        <source>The note takes %n character(s) at most; the rest was left out.</source>
        <translation>
            <numerusform>La note contient %n caractère au plus ; le reste a été coupé.</numerusform>
            <numerusform>La note contient %n caractères au plus ; le reste a été coupé.</numerusform>
        </translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Durée</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>Salle</translation>
    </message>
    <message>
        <source>Any free room</source>
        <translation>Toute salle libre</translation>
    </message>
    <message>
        <source>Deposit</source>
        <translation>Acompte</translation>
    </message>
    <message>
        <source>none</source>
        <comment>deposit</comment>
        <translation>aucun</translation>
    </message>
    <message>
        <source>L&amp;ength</source>
        <translation>D&amp;urée</translation>
    </message>
    <message>
        <source>R&amp;oom</source>
        <translation>S&amp;alle</translation>
    </message>
    <message>
        <source>&amp;Deposit on the order</source>
        <translation>Ac&amp;ompte sur la commande</translation>
    </message>
    <message>
        <source>The deposit is not an amount. Write it like 500 or 500.50.</source>
        <translation>L’acompte n’est pas un montant. Écrivez-le comme 500 ou 500,50.</translation>
    </message>
    <message>
        <source>Works offline: sent when the CRM answers</source>
        <translation>Fonctionne hors ligne : envoyé quand le CRM répond</translation>
    </message>
</context>
<context>
    <name>Invoice</name>
    <message>
        <source>A line of this invoice has two taxes, and QuickBooks takes one per line. Correct the product&apos;s taxes in the CRM.</source>
        <translation>Une ligne de cette facture a deux taxes, et QuickBooks en accepte une par ligne. Corrigez les taxes du produit dans le CRM.</translation>
    </message>
    <message>
        <source>The tax &quot;%1&quot; of this invoice has no QuickBooks tax code. Choose one in the settings.</source>
        <translation>La taxe «&#x202f;%1&#x202f;» de cette facture n’a pas de code de taxe QuickBooks. Choisissez-en un dans les réglages.</translation>
    </message>
    <message>
        <source>Two taxes of different rates share one QuickBooks tax code. Correct the tax codes in the settings.</source>
        <translation>Deux taxes de taux différents partagent un même code de taxe QuickBooks. Corrigez les codes de taxe dans les réglages.</translation>
    </message>
    <message>
        <source>The CRM&apos;s invoice is below zero, and QuickBooks takes no such invoice. Correct the invoice in the CRM.</source>
        <translation>La facture du CRM est négative, et QuickBooks n’en accepte pas. Corrigez la facture dans le CRM.</translation>
    </message>
    <message>
        <source>The CRM&apos;s invoice says %1 %3, but its lines with tax come to %2 %3 in QuickBooks. Nothing was posted. Correct the invoice in the CRM.</source>
        <translation>La facture du CRM indique %1 %3, mais ses lignes avec taxe font %2 %3 dans QuickBooks. Rien n’a été comptabilisé. Corrigez la facture dans le CRM.</translation>
    </message>
</context>
<context>
    <name>Keychain</name>
    <message>
        <source>The key store does not answer. If it asks for its password, give it, then try again.</source>
        <translation>Le trousseau ne répond pas. S’il demande son mot de passe, donnez-le, puis réessayez.</translation>
    </message>
    <message>
        <source>The key store has no entry %1, or it is locked.</source>
        <translation>Le trousseau n’a pas d’entrée %1, ou il est verrouillé.</translation>
    </message>
    <message>
        <source>The key store cannot be reached (%1).</source>
        <translation>Le trousseau est inaccessible (%1).</translation>
    </message>
    <message>
        <source>The key store has no entry %1.</source>
        <translation>Le trousseau n’a pas d’entrée %1.</translation>
    </message>
</context>
<context>
    <name>LinesModel</name>
    <message>
        <source>discount %1</source>
        <translation>remise %1</translation>
    </message>
    <message>
        <source>tax %1</source>
        <translation>taxe %1</translation>
    </message>
    <message>
        <source>Tooth</source>
        <comment>column</comment>
        <translation>Dent</translation>
    </message>
    <message>
        <source>Treatment</source>
        <comment>column</comment>
        <translation>Acte</translation>
    </message>
    <message>
        <source>Class</source>
        <comment>column</comment>
        <translation>Classe</translation>
    </message>
    <message>
        <source>Qty</source>
        <comment>column</comment>
        <translation>Qté</translation>
    </message>
    <message>
        <source>Price</source>
        <comment>column</comment>
        <translation>Prix</translation>
    </message>
    <message>
        <source>Amount</source>
        <comment>column</comment>
        <translation>Montant</translation>
    </message>
    <message>
        <source>Against the plan</source>
        <comment>column</comment>
        <translation>Par rapport au plan</translation>
    </message>
    <message>
        <source>Where from</source>
        <comment>column</comment>
        <translation>Provenance</translation>
    </message>
</context>
<context>
    <name>LinesTable</name>
    <message>
        <source>Order lines</source>
        <translation>Lignes de commande</translation>
    </message>
</context>
<context>
    <name>LocalProgram</name>
    <message>
        <source>%1 is not where it should be. Is it still installed on this computer?</source>
        <translation>%1 n’est pas à sa place. Est-il toujours installé sur cet ordinateur&#xa0;?</translation>
    </message>
    <message>
        <source>%1 cannot be started. Check that your account may run it and that it is the right file.</source>
        <translation>%1 ne peut pas être lancé. Vérifiez que votre compte a le droit de l’exécuter et que c’est le bon fichier.</translation>
    </message>
    <message>
        <source>%1 is a batch file and is not started: names could be taken for commands. Set the program itself.</source>
        <translation>%1 est un fichier de commandes et n’est pas lancé&#xa0;: des noms pourraient être pris pour des commandes. Indiquez le programme lui-même.</translation>
    </message>
    <message>
        <source>%1 did not end in time and was stopped. Look there whether the patient arrived before you try again.</source>
        <translation>%1 ne s’est pas terminé à temps et a été arrêté. Regardez là-bas si le patient est arrivé avant de réessayer.</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Fichier</translation>
    </message>
    <message>
        <source>&amp;Find a patient</source>
        <translation>&amp;Rechercher un patient</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Quitter</translation>
    </message>
    <message>
        <source>&amp;Visit</source>
        <translation>&amp;Visite</translation>
    </message>
    <message>
        <source>V&amp;iew</source>
        <translation>Affic&amp;hage</translation>
    </message>
    <message>
        <source>&amp;Appearance</source>
        <translation>Ap&amp;parence</translation>
    </message>
    <message>
        <source>As the &amp;desktop</source>
        <translation>Comme le &amp;bureau</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Clair</translation>
    </message>
    <message>
        <source>Dar&amp;k</source>
        <translation>&amp;Sombre</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>A&amp;ller</translation>
    </message>
    <message>
        <source>&amp;Choose a date…</source>
        <translation>Choisir une &amp;date…</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>Aid&amp;e</translation>
    </message>
    <message>
        <source>&amp;About Vestibule</source>
        <translation>À &amp;propos de Vestibule</translation>
    </message>
    <message>
        <source>About Vestibule</source>
        <translation>À propos de Vestibule</translation>
    </message>
    <message>
        <source>Vestibule %1</source>
        <translation>Vestibule %1</translation>
    </message>
    <message>
        <source>The front desk of a dental clinic.
Free software under the GNU General Public License, version 3 or later.</source>
        <translation>L’accueil d’un cabinet dentaire.
Logiciel libre sous licence publique générale GNU, version 3 ou ultérieure.</translation>
    </message>
    <message>
        <source>About &amp;Qt</source>
        <translation>À propos de &amp;Qt</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Vestibule</source>
        <translation>Vestibule</translation>
    </message>
    <message>
        <source>%1 – Vestibule</source>
        <comment>clinic&apos;s name</comment>
        <translation>%1 – Vestibule</translation>
    </message>
    <message>
        <source>&amp;Day</source>
        <translation>&amp;Journée</translation>
    </message>
    <message>
        <source>&amp;Activity</source>
        <translation>A&amp;ctivité</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Plus tôt</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Aujourd’hui</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Plus tard</translation>
    </message>
    <message>
        <source>Choose a date (Ctrl+G)</source>
        <translation>Choisir une date (Ctrl+G)</translation>
    </message>
    <message>
        <source>+ Walk-in  Ctrl+N</source>
        <translation>+ 1re consultation  Ctrl+N</translation>
    </message>
    <message>
        <source>Book a walk-in</source>
        <translation>Réserver une première consultation</translation>
    </message>
    <message>
        <source>&amp;Walk-in…</source>
        <translation>Première &amp;consultation…</translation>
    </message>
    <message>
        <source>Changes waiting to be sent</source>
        <translation>Modifications en attente d’envoi</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>Connecté</translation>
    </message>
    <message>
        <source>Date: %1</source>
        <translation>Date&#xa0;: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n appointment(s)</source>
        <translation>
            <numerusform>%n rendez-vous</numerusform>
            <numerusform>%n rendez-vous</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n en attente</numerusform>
            <numerusform>%n en attente</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n in treatment</source>
        <translation>
            <numerusform>%n au fauteuil</numerusform>
            <numerusform>%n au fauteuil</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 answers. Last contact at %2.</source>
        <translation>%1 répond. Dernier contact à %2.</translation>
    </message>
    <message>
        <source>%1 was not needed yet.</source>
        <translation>%1&#xa0;: pas encore sollicité.</translation>
    </message>
    <message>
        <source>%1 cannot be reached.</source>
        <translation>%1&#xa0;: injoignable.</translation>
    </message>
    <message>
        <source>The desk goes on; what is for %1 waits and is sent later.</source>
        <translation>L’accueil continue&#x202f;; les envois vers %1 attendent et partiront plus tard.</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Essayer</translation>
    </message>
    <message numerus="yes">
        <source>%n need(s) attention</source>
        <translation>
            <numerusform>%n à traiter</numerusform>
            <numerusform>%n à traiter</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) waiting to be sent</source>
        <translation>
            <numerusform>%n modification en attente d’envoi</numerusform>
            <numerusform>%n modifications en attente d’envoi</numerusform>
        </translation>
    </message>
    <message>
        <source>Reception</source>
        <comment>role</comment>
        <translation>Accueil</translation>
    </message>
    <message>
        <source>Surgeon</source>
        <comment>role</comment>
        <translation>Chirurgien</translation>
    </message>
    <message>
        <source>Administrator</source>
        <comment>role</comment>
        <translation>Administrateur</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Se connecter</translation>
    </message>
    <message>
        <source>%1 is signed in; sign out</source>
        <translation>%1&#xa0;: session ouverte&#x202f;; se déconnecter</translation>
    </message>
    <message>
        <source>Sign &amp;out</source>
        <translation>Se déc&amp;onnecter</translation>
    </message>
    <message>
        <source>&amp;Sign in…</source>
        <translation>Se co&amp;nnecter…</translation>
    </message>
    <message>
        <source>Sign in; then it goes on with what you wanted.</source>
        <translation>Connectez-vous&#x202f;; ce que vous vouliez faire continue ensuite.</translation>
    </message>
    <message>
        <source>&amp;Patients</source>
        <translation>&amp;Patients</translation>
    </message>
    <message>
        <source>Booked. Every system is told as soon as it answers.</source>
        <translation>Réservé. Chaque système est prévenu dès qu’il répond.</translation>
    </message>
    <message>
        <source>&amp;Scans</source>
        <translation>&amp;Numérisations</translation>
    </message>
    <message>
        <source>&amp;Chart</source>
        <translation>S&amp;chéma</translation>
    </message>
    <message>
        <source>S&amp;ettings</source>
        <translation>&amp;Réglages</translation>
    </message>
    <message>
        <source>P&amp;lans</source>
        <translation>P&amp;lans</translation>
    </message>
</context>
<context>
    <name>MatchDialog</name>
    <message>
        <source>Match patient</source>
        <translation>Identifier le patient</translation>
    </message>
    <message>
        <source>Who is this patient?</source>
        <translation>Qui est ce patient&#xa0;?</translation>
    </message>
    <message>
        <source>DentalTap knows</source>
        <translation>Ce que DentalTap sait</translation>
    </message>
    <message>
        <source>What DentalTap knows of the patient</source>
        <translation>Ce que DentalTap sait du patient</translation>
    </message>
    <message>
        <source>&amp;Patient of the clinic</source>
        <translation>&amp;Patient du cabinet</translation>
    </message>
    <message>
        <source>Patient of the clinic</source>
        <translation>Patient du cabinet</translation>
    </message>
    <message>
        <source>Name, phone or birth date</source>
        <translation>Nom, téléphone ou date de naissance</translation>
    </message>
    <message>
        <source>Make a &amp;new patient</source>
        <translation>Créer un &amp;nouveau patient</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Annuler</translation>
    </message>
    <message>
        <source>&amp;Match</source>
        <translation>&amp;Identifier</translation>
    </message>
    <message>
        <source>This is &amp;somebody else</source>
        <translation>C’est quelqu’un d’a&amp;utre</translation>
    </message>
    <message>
        <source>Patients it may be</source>
        <translation>Patients possibles</translation>
    </message>
    <message>
        <source>Asking DentalTap…</source>
        <translation>Interrogation de DentalTap…</translation>
    </message>
    <message>
        <source>born %1, %2</source>
        <comment>birth date, age</comment>
        <translation>né(e) le %1, %2</translation>
    </message>
    <message>
        <source>No patient of the clinic is alike. Search, or make a new patient.</source>
        <translation>Aucun patient du cabinet ne lui ressemble. Cherchez-le, ou créez un nouveau patient.</translation>
    </message>
    <message>
        <source>Chosen: %1</source>
        <translation>Choisi&#xa0;: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n patient(s) of the clinic look(s) like this. Choose the right one, or say that this is somebody else.</source>
        <translation>
            <numerusform>%n patient du cabinet lui ressemble. Choisissez le bon, ou indiquez qu’il s’agit de quelqu’un d’autre.</numerusform>
            <numerusform>%n patients du cabinet lui ressemblent. Choisissez le bon, ou indiquez qu’il s’agit de quelqu’un d’autre.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MatchWorkflow</name>
    <message>
        <source>Somebody has said meanwhile who this patient is. Look again.</source>
        <translation>Quelqu’un a dit entre-temps qui est ce patient. Regardez à nouveau.</translation>
    </message>
    <message>
        <source>DentalTap does not say who this patient is. Look at the appointment there.</source>
        <translation>DentalTap ne dit pas qui est ce patient. Consultez-y le rendez-vous.</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Close this message</source>
        <translation>Fermer ce message</translation>
    </message>
    <message>
        <source>Act on this message</source>
        <translation>Agir sur ce message</translation>
    </message>
</context>
<context>
    <name>MiniProfile</name>
    <message>
        <source>No dental profile is recorded yet.</source>
        <translation>Aucun profil dentaire n’est encore saisi.</translation>
    </message>
    <message>
        <source>Nothing particular is recorded.</source>
        <translation>Rien de particulier n’est saisi.</translation>
    </message>
    <message>
        <source>Dental profile: %1 Opens the chart.</source>
        <translation>Profil dentaire&#xa0;: %1 Ouvre le schéma.</translation>
    </message>
</context>
<context>
    <name>Money</name>
    <message>
        <source>This is not an amount. Type digits with at most one decimal mark, such as 1234.50.</source>
        <translation>Ce n’est pas un montant. Tapez des chiffres avec au plus une marque décimale, par exemple 1234,50.</translation>
    </message>
    <message>
        <source>This amount is too large to be a price.</source>
        <translation>Ce montant est trop élevé pour un prix.</translation>
    </message>
    <message>
        <source>A currency is named by three letters, such as EUR or MUR.</source>
        <translation>Une devise s’écrit en trois lettres, par exemple EUR ou MUR.</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>%1: %2</source>
        <comment>heading, text</comment>
        <translation>%1&#xa0;: %2</translation>
    </message>
</context>
<context>
    <name>OAuth2</name>
    <message>
        <source>The call to %1 was ended.</source>
        <translation>L’appel vers %1 a été interrompu.</translation>
    </message>
    <message>
        <source>The sign-in to %1 cannot be renewed: the folder of the profile cannot be written.</source>
        <translation>La connexion à %1 ne peut être renouvelée&#xa0;: impossible d’écrire dans le dossier du profil.</translation>
    </message>
    <message>
        <source>Another Vestibule on this computer is renewing the sign-in to %1 and does not finish.</source>
        <translation>Un autre Vestibule de cet ordinateur renouvelle la connexion à %1 et n’en finit pas.</translation>
    </message>
    <message>
        <source>%1 no longer accepts our sign-in, or this computer&apos;s key store is locked. Sign in again.</source>
        <translation>%1 n’accepte plus notre connexion, ou le trousseau de cet ordinateur est verrouillé. Reconnectez-vous.</translation>
    </message>
</context>
<context>
    <name>Odontogram</name>
    <message>
        <source>patient’s right</source>
        <translation>droite du patient</translation>
    </message>
    <message>
        <source>patient’s left</source>
        <translation>gauche du patient</translation>
    </message>
    <message>
        <source>upper jaw</source>
        <translation>maxillaire</translation>
    </message>
    <message>
        <source>lower jaw</source>
        <translation>mandibule</translation>
    </message>
    <message>
        <source>Not placed: %1</source>
        <translation>Non placé&#xa0;: %1</translation>
    </message>
    <message>
        <source>caries</source>
        <comment>legend</comment>
        <translation>carie</translation>
    </message>
    <message>
        <source>other finding</source>
        <comment>legend</comment>
        <translation>autre constat</translation>
    </message>
    <message>
        <source>filling</source>
        <comment>legend</comment>
        <translation>obturation</translation>
    </message>
    <message>
        <source>temporary</source>
        <comment>legend</comment>
        <translation>provisoire</translation>
    </message>
    <message>
        <source>crown, bridge</source>
        <comment>legend</comment>
        <translation>couronne, bridge</translation>
    </message>
    <message>
        <source>root canal</source>
        <comment>legend</comment>
        <translation>canal obturé</translation>
    </message>
    <message>
        <source>apical finding</source>
        <comment>legend</comment>
        <translation>lésion apicale</translation>
    </message>
    <message>
        <source>planned</source>
        <comment>legend</comment>
        <translation>prévu</translation>
    </message>
    <message>
        <source>done today</source>
        <comment>legend</comment>
        <translation>fait aujourd’hui</translation>
    </message>
    <message>
        <source>3DD scan</source>
        <comment>legend</comment>
        <translation>scan 3DD</translation>
    </message>
    <message>
        <source>differs</source>
        <comment>legend</comment>
        <translation>différent</translation>
    </message>
    <message>
        <source>missing</source>
        <comment>legend</comment>
        <translation>absente</translation>
    </message>
    <message>
        <source>extracted</source>
        <comment>legend</comment>
        <translation>extraite</translation>
    </message>
    <message>
        <source>unknown</source>
        <comment>legend</comment>
        <translation>inconnue</translation>
    </message>
    <message>
        <source>gingival margin</source>
        <comment>legend</comment>
        <translation>bord gingival</translation>
    </message>
    <message>
        <source>attachment</source>
        <comment>legend</comment>
        <translation>attache</translation>
    </message>
    <message>
        <source>pocket from 4 mm</source>
        <comment>legend</comment>
        <translation>poche dès 4 mm</translation>
    </message>
    <message>
        <source>bleeding</source>
        <comment>legend</comment>
        <translation>saignement</translation>
    </message>
    <message>
        <source>suppuration</source>
        <comment>legend</comment>
        <translation>suppuration</translation>
    </message>
    <message>
        <source>plaque</source>
        <comment>legend</comment>
        <translation>plaque</translation>
    </message>
    <message>
        <source>calculus</source>
        <comment>legend</comment>
        <translation>tartre</translation>
    </message>
    <message>
        <source>furcation I–III</source>
        <comment>legend</comment>
        <translation>furcation I–III</translation>
    </message>
    <message>
        <source>mobility I–III</source>
        <comment>legend</comment>
        <translation>mobilité I–III</translation>
    </message>
</context>
<context>
    <name>OpenActs</name>
    <message>
        <source>%1 × %2</source>
        <comment>quantity, price</comment>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>discount %1</source>
        <translation>remise %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>date, time</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>After the exit: recorded %1.</source>
        <translation>Après la sortie (noté&#xa0;: %1).</translation>
    </message>
    <message>
        <source>Left for the office at the exit; recorded %1.</source>
        <translation>Laissé au secrétariat à la sortie (noté&#xa0;: %1).</translation>
    </message>
    <message>
        <source>Changed in DentalTap after it was invoiced; this is how it stands there. The invoice stays as it is.</source>
        <translation>Modifié dans DentalTap après la facturation&#xa0;; voici ce qui y figure. La facture reste telle quelle.</translation>
    </message>
    <message>
        <source>Taken off in DentalTap after it was invoiced. The invoice stays as it is.</source>
        <translation>Retiré de DentalTap après la facturation. La facture reste telle quelle.</translation>
    </message>
    <message>
        <source>The supplementary invoice of %1 is being made.</source>
        <translation>La facture complémentaire de %1 est en cours d’établissement.</translation>
    </message>
    <message>
        <source>The CRM cannot be reached now; it is made when the CRM answers.</source>
        <translation>Le CRM est injoignable pour l’instant&#xa0;; elle sera établie dès qu’il répondra.</translation>
    </message>
    <message>
        <source>It stays off the invoice.</source>
        <translation>Cela ne sera pas facturé.</translation>
    </message>
    <message>
        <source>The act has its product; it can be billed now.</source>
        <translation>L’acte a son produit&#xa0;; il peut être facturé.</translation>
    </message>
</context>
<context>
    <name>OpenDentalPlans</name>
    <message>
        <source>This clinic has no Open Dental: its address is missing in the settings.</source>
        <translation>Cette clinique n’a pas d’Open Dental&#xa0;: son adresse manque dans les réglages.</translation>
    </message>
</context>
<context>
    <name>OpenItemBoard</name>
    <message>
        <source>&amp;Bill</source>
        <translation>&amp;Facturer</translation>
    </message>
    <message>
        <source>C&amp;hoose a product…</source>
        <translation>C&amp;hoisir un produit…</translation>
    </message>
    <message>
        <source>&amp;Ignore…</source>
        <translation>&amp;Ignorer…</translation>
    </message>
    <message>
        <source>Acts on no invoice</source>
        <translation>Actes sur aucune facture</translation>
    </message>
    <message>
        <source>Patient</source>
        <translation>Patient</translation>
    </message>
    <message>
        <source>Act</source>
        <translation>Acte</translation>
    </message>
    <message>
        <source>How it came</source>
        <translation>Origine</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>patient, date</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Not in the catalogue. %1</source>
        <comment>how it came</comment>
        <translation>Absent du catalogue. %1</translation>
    </message>
</context>
<context>
    <name>OpenItemList</name>
    <message>
        <source>Not on the invoice</source>
        <translation>Hors facture</translation>
    </message>
    <message>
        <source>The catalogue does not have this act.</source>
        <translation>Le catalogue ne connaît pas cet acte.</translation>
    </message>
    <message>
        <source>C&amp;hoose a product…</source>
        <translation>C&amp;hoisir un produit…</translation>
    </message>
    <message>
        <source>Choose a product for %1</source>
        <translation>Choisir un produit pour %1</translation>
    </message>
    <message>
        <source>&amp;Ignore…</source>
        <translation>&amp;Ignorer…</translation>
    </message>
    <message>
        <source>Ignore %1</source>
        <translation>Ignorer %1</translation>
    </message>
    <message>
        <source>&amp;Bill  →  supplementary invoice %1</source>
        <translation>&amp;Facturer  →  facture complémentaire %1</translation>
    </message>
    <message>
        <source>Make a supplementary invoice of %1</source>
        <translation>Établir une facture complémentaire de %1</translation>
    </message>
    <message>
        <source>The first invoice is still on its way.</source>
        <translation>La première facture est encore en cours.</translation>
    </message>
</context>
<context>
    <name>Outbox</name>
    <message>
        <source>This desk has no connection to the system that this change goes to.</source>
        <translation>Ce poste n’est pas relié au système auquel cette modification est destinée.</translation>
    </message>
</context>
<context>
    <name>OutboxModel</name>
    <message>
        <source>Comes after another one.</source>
        <translation>Passe après un autre.</translation>
    </message>
    <message>
        <source>Next try at %1.</source>
        <translation>Prochain essai à %1.</translation>
    </message>
    <message>
        <source>Sent at %1.</source>
        <translation>Envoyé à %1.</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Quoi</translation>
    </message>
    <message>
        <source>Goes to</source>
        <translation>Vers</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Depuis</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Pourquoi</translation>
    </message>
</context>
<context>
    <name>PatientCard</name>
    <message>
        <source>&amp;Edit…</source>
        <translation>&amp;Modifier…</translation>
    </message>
    <message>
        <source>&amp;Book an appointment…</source>
        <translation>Prendre rende&amp;z-vous…</translation>
    </message>
    <message>
        <source>Appointments</source>
        <translation>Rendez-vous</translation>
    </message>
    <message>
        <source>None between last week and the next two months.</source>
        <translation>Aucun entre la semaine dernière et les deux prochains mois.</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Jour</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Heure</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motif</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Étape</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Commande</translation>
    </message>
    <message>
        <source>Linked records</source>
        <translation>Fiches liées</translation>
    </message>
    <message>
        <source>female</source>
        <comment>sex</comment>
        <translation>femme</translation>
    </message>
    <message>
        <source>male</source>
        <comment>sex</comment>
        <translation>homme</translation>
    </message>
    <message>
        <source>archived</source>
        <translation>archivé</translation>
    </message>
    <message>
        <source>No phone number and no e-mail address are known.</source>
        <translation>Ni téléphone ni e-mail connus.</translation>
    </message>
    <message>
        <source>linked</source>
        <translation>lié</translation>
    </message>
    <message>
        <source>made with the first order</source>
        <translation>créé à la première commande</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Contact</translation>
    </message>
    <message>
        <source>Patient</source>
        <translation>Patient</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>waits for a slot</source>
        <translation>en attente de créneau</translation>
    </message>
    <message>
        <source>Ch&amp;art</source>
        <translation>Sch&amp;éma</translation>
    </message>
    <message>
        <source>P&amp;lans</source>
        <translation>P&amp;lans</translation>
    </message>
</context>
<context>
    <name>PatientCheck</name>
    <message>
        <source>Last name: %1</source>
        <translation>Nom&#xa0;: %1</translation>
    </message>
    <message>
        <source>First name: %1</source>
        <translation>Prénom&#xa0;: %1</translation>
    </message>
    <message>
        <source>The birth date lies in the future.</source>
        <translation>La date de naissance est dans le futur.</translation>
    </message>
    <message>
        <source>The birth date is before 1900. Please check the year.</source>
        <translation>La date de naissance est antérieure à 1900. Vérifiez l’année.</translation>
    </message>
    <message>
        <source>The phone number cannot be read. Use digits, blanks and a leading +, one number per field.</source>
        <translation>Le numéro de téléphone est illisible. Utilisez des chiffres, des espaces et un + en tête, un seul numéro par champ.</translation>
    </message>
    <message>
        <source>The e-mail address needs one @ and a domain, such as name@example.com.</source>
        <translation>L’adresse e-mail doit contenir un @ et un domaine, par exemple nom@exemple.com.</translation>
    </message>
</context>
<context>
    <name>PatientFinder</name>
    <message>
        <source>Name, phone or birth date</source>
        <translation>Nom, téléphone ou date de naissance</translation>
    </message>
    <message>
        <source>Find a patient</source>
        <translation>Rechercher un patient</translation>
    </message>
    <message>
        <source>Patients found</source>
        <translation>Patients trouvés</translation>
    </message>
</context>
<context>
    <name>PatientForm</name>
    <message>
        <source>&amp;First name</source>
        <translation>P&amp;rénom</translation>
    </message>
    <message>
        <source>First name</source>
        <translation>Prénom</translation>
    </message>
    <message>
        <source>&amp;Last name</source>
        <translation>&amp;Nom</translation>
    </message>
    <message>
        <source>Last name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Birth &amp;date</source>
        <translation>&amp;Date de naissance</translation>
    </message>
    <message>
        <source>Birth date</source>
        <translation>Date de naissance</translation>
    </message>
    <message>
        <source>&amp;Mobile phone</source>
        <translation>&amp;Mobile</translation>
    </message>
    <message>
        <source>Mobile phone</source>
        <translation>Mobile</translation>
    </message>
    <message>
        <source>&amp;E-mail</source>
        <translation>E-ma&amp;il</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Se&amp;x</source>
        <translation>Se&amp;xe</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>Sexe</translation>
    </message>
    <message>
        <source>Other &amp;phone</source>
        <translation>Autre &amp;téléphone</translation>
    </message>
    <message>
        <source>Other phone</source>
        <translation>Autre téléphone</translation>
    </message>
    <message>
        <source>Lan&amp;guage</source>
        <translation>Lan&amp;gue</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>14031979 or 14/3/1979</source>
        <translation>14031979 ou 14/3/1979</translation>
    </message>
    <message>
        <source>not said</source>
        <comment>sex</comment>
        <translation>non précisé</translation>
    </message>
    <message>
        <source>female</source>
        <comment>sex</comment>
        <translation>femme</translation>
    </message>
    <message>
        <source>male</source>
        <comment>sex</comment>
        <translation>homme</translation>
    </message>
    <message>
        <source>other</source>
        <comment>sex</comment>
        <translation>autre</translation>
    </message>
    <message>
        <source>not said</source>
        <comment>language</comment>
        <translation>non précisée</translation>
    </message>
    <message>
        <source>French</source>
        <translation>français</translation>
    </message>
    <message>
        <source>English</source>
        <translation>anglais</translation>
    </message>
    <message numerus="yes">
        <source>%1: only the first %n character(s) fit; the rest was left out.</source>
        <translation>
            <numerusform>%1&#xa0;: seul %n caractère tient&#x202f;; le reste a été coupé.</numerusform>
            <numerusform>%1&#xa0;: seuls les %n premiers caractères tiennent&#x202f;; le reste a été coupé.</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no such birth date. Type day, month and year: 14031979.</source>
        <translation>Cette date de naissance n’existe pas. Tapez jour, mois et année&#xa0;: 14031979.</translation>
    </message>
</context>
<context>
    <name>PatientList</name>
    <message>
        <source>Patients found</source>
        <translation>Patients trouvés</translation>
    </message>
</context>
<context>
    <name>PatientResults</name>
    <message>
        <source>never seen</source>
        <translation>jamais venu</translation>
    </message>
    <message>
        <source>today %1</source>
        <translation>aujourd’hui %1</translation>
    </message>
    <message>
        <source>next %1</source>
        <translation>prochain %1</translation>
    </message>
    <message>
        <source>last seen %1</source>
        <translation>dernière visite %1</translation>
    </message>
    <message>
        <source>+ New patient “%1”…</source>
        <translation>+ Nouveau patient «&#x202f;%1&#x202f;»…</translation>
    </message>
    <message>
        <source>born %1</source>
        <translation>né(e) le %1</translation>
    </message>
    <message>
        <source>archived</source>
        <translation>archivé</translation>
    </message>
    <message>
        <source>Only alike:</source>
        <translation>Ressemblants seulement&#xa0;:</translation>
    </message>
    <message>
        <source>%1 (archived)</source>
        <translation>%1 (archivé)</translation>
    </message>
</context>
<context>
    <name>PatientStore</name>
    <message>
        <source>Somebody else changed this patient meanwhile. Look again.</source>
        <translation>Quelqu’un d’autre a modifié ce patient entre-temps. Regardez à nouveau.</translation>
    </message>
</context>
<context>
    <name>PatientsPage</name>
    <message>
        <source>Type a name, a phone number or a birth date to find a patient.
Accents, hyphens and the order of names do not matter.</source>
        <translation>Tapez un nom, un numéro de téléphone ou une date de naissance pour trouver un patient.
Les accents, les tirets et l’ordre des noms ne comptent pas.</translation>
    </message>
    <message>
        <source>Name, phone or birth date</source>
        <translation>Nom, téléphone ou date de naissance</translation>
    </message>
    <message>
        <source>Find a patient</source>
        <translation>Rechercher un patient</translation>
    </message>
    <message>
        <source>&amp;New patient…</source>
        <translation>N&amp;ouveau patient…</translation>
    </message>
    <message>
        <source>The patients are still being read.</source>
        <translation>Lecture des patients en cours.</translation>
    </message>
    <message numerus="yes">
        <source>%n patient(s)</source>
        <translation>
            <numerusform>%n patient</numerusform>
            <numerusform>%n patients</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n trouvé</numerusform>
            <numerusform>%n trouvés</numerusform>
        </translation>
    </message>
    <message>
        <source>This is &amp;somebody else</source>
        <translation>C’est quelqu’un d’a&amp;utre</translation>
    </message>
    <message>
        <source>Similar patients</source>
        <translation>Patients semblables</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Annuler</translation>
    </message>
    <message>
        <source>&amp;Save  Ctrl+↵</source>
        <translation>Enregi&amp;strer  Ctrl+↵</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Edit %1</source>
        <translation>Modifier %1</translation>
    </message>
    <message>
        <source>New patient</source>
        <translation>Nouveau patient</translation>
    </message>
    <message numerus="yes">
        <source>%n patient(s) of the clinic look(s) like this. Choose the right one, or say that this is somebody else.</source>
        <translation>
            <numerusform>%n patient du cabinet lui ressemble. Choisissez le bon, ou indiquez qu’il s’agit de quelqu’un d’autre.</numerusform>
            <numerusform>%n patients du cabinet lui ressemblent. Choisissez le bon, ou indiquez qu’il s’agit de quelqu’un d’autre.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is on the list. The CRM gets them with the first booking.</source>
        <translation>%1 figure sur la liste. Le CRM l’aura à la première réservation.</translation>
    </message>
    <message>
        <source>%1 is changed; the other systems are told.</source>
        <translation>%1&#xa0;: fiche modifiée&#x202f;; les autres systèmes sont prévenus.</translation>
    </message>
    <message numerus="yes">
        <source>The first %n. Type more to narrow it down.</source>
        <translation>
            <numerusform>%n premier résultat. Précisez la recherche pour réduire la liste.</numerusform>
            <numerusform>%n premiers résultats. Précisez la recherche pour réduire la liste.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PeriodontalGraph</name>
    <message>
        <source>palatal</source>
        <translation>palatin</translation>
    </message>
    <message>
        <source>lingual</source>
        <translation>lingual</translation>
    </message>
    <message>
        <source>vestibular</source>
        <translation>vestibulaire</translation>
    </message>
    <message>
        <source>depth</source>
        <comment>periodontal chart</comment>
        <translation>sondage</translation>
    </message>
    <message>
        <source>recession</source>
        <comment>periodontal chart</comment>
        <translation>récession</translation>
    </message>
</context>
<context>
    <name>PersonName</name>
    <message>
        <source>A name is needed.</source>
        <translation>Il faut un nom.</translation>
    </message>
    <message>
        <source>This name is longer than 60 characters. Shorten it.</source>
        <translation>Ce nom dépasse 60 caractères. Raccourcissez-le.</translation>
    </message>
    <message>
        <source>This name holds characters that cannot be seen. Type it anew.</source>
        <translation>Ce nom contient des caractères invisibles. Retapez-le.</translation>
    </message>
    <message>
        <source>A name needs at least one letter.</source>
        <translation>Un nom doit contenir au moins une lettre.</translation>
    </message>
</context>
<context>
    <name>PhotoDialog</name>
    <message>
        <source>&amp;Previous</source>
        <comment>photo</comment>
        <translation>&amp;Précédente</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <comment>photo</comment>
        <translation>&amp;Suivante</translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <comment>photo</comment>
        <translation>&amp;Enregistrer…</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <comment>photo</comment>
        <translation>&amp;Fermer</translation>
    </message>
    <message>
        <source>This photo cannot be shown; it can be saved.</source>
        <translation>Cette photo ne peut pas être affichée&#x202f;; elle peut être enregistrée.</translation>
    </message>
    <message>
        <source>P&amp;rint…</source>
        <comment>photo</comment>
        <translation>I&amp;mprimer…</translation>
    </message>
</context>
<context>
    <name>PhotoGallery</name>
    <message>
        <source>Stop &amp;loading</source>
        <translation>&amp;Arrêter le chargement</translation>
    </message>
    <message>
        <source>Sa&amp;ve…</source>
        <translation>En&amp;registrer…</translation>
    </message>
    <message>
        <source>Save the chosen photo as a file</source>
        <translation>Enregistrer la photo choisie dans un fichier</translation>
    </message>
    <message>
        <source>Photos of the case</source>
        <translation>Photos du cas</translation>
    </message>
    <message>
        <source>%1 – loading…</source>
        <comment>photo</comment>
        <translation>%1 – chargement…</translation>
    </message>
    <message>
        <source>%1 – not loaded; Enter tries again</source>
        <comment>photo</comment>
        <translation>%1 – non chargée&#x202f;; Entrée réessaie</translation>
    </message>
    <message>
        <source>This case has no photos.</source>
        <translation>Ce cas n’a pas de photo.</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n loaded</source>
        <translation>
            <numerusform>%1 sur %n chargée</numerusform>
            <numerusform>%1 sur %n chargées</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Load photos</source>
        <translation>&amp;Charger les photos</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Chargement…</translation>
    </message>
    <message>
        <source>Save the photo</source>
        <translation>Enregistrer la photo</translation>
    </message>
    <message>
        <source>The photo could not be written there. Choose a folder that you may write to.</source>
        <translation>La photo n’a pas pu être écrite à cet endroit. Choisissez un dossier où vous pouvez écrire.</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Imprimer…</translation>
    </message>
    <message>
        <source>The chosen photos, or all where none is chosen, one on a page</source>
        <translation>Les photos choisies, ou toutes si aucune n’est choisie, une par page</translation>
    </message>
    <message>
        <source>Photos</source>
        <comment>document</comment>
        <translation>Photos</translation>
    </message>
</context>
<context>
    <name>PhotoPrinting</name>
    <message>
        <source>The printer takes nothing. Choose another.</source>
        <translation>L’imprimante n’accepte rien. Choisissez-en une autre.</translation>
    </message>
</context>
<context>
    <name>PhotoSheet</name>
    <message>
        <source>This photo cannot be shown.</source>
        <translation>Cette photo ne peut pas être affichée.</translation>
    </message>
</context>
<context>
    <name>PlanActs</name>
    <message>
        <source>The CRM cannot be reached now; it is told when it answers.</source>
        <translation>Le CRM est injoignable pour le moment ; il sera informé dès qu’il répond.</translation>
    </message>
    <message>
        <source>Accepted. What is accepted can be booked now.</source>
        <translation>Accepté. Ce qui est accepté peut maintenant être planifié.</translation>
    </message>
    <message>
        <source>The plan is declined.</source>
        <translation>Le plan est refusé.</translation>
    </message>
    <message>
        <source>The plan is undecided again and follows %1.</source>
        <comment>system</comment>
        <translation>Le plan est de nouveau en attente de décision et suit %1.</translation>
    </message>
    <message>
        <source>Signed and kept, with what was shown.</source>
        <translation>Signé et conservé, avec ce qui était affiché.</translation>
    </message>
    <message>
        <source>Booked. Every system is told as soon as it answers.</source>
        <translation>Planifié. Chaque système est informé dès qu’il répond.</translation>
    </message>
    <message>
        <source>Version %1 is made; it has a quote of its own.</source>
        <translation>La version %1 est créée ; elle a son propre devis.</translation>
    </message>
    <message>
        <source>“%1” is known from now on, in every plan.</source>
        <translation>« %1 » est désormais connu, dans tous les plans.</translation>
    </message>
    <message>
        <source>%1 cannot be written.</source>
        <translation>Impossible d’écrire %1.</translation>
    </message>
    <message>
        <source>Proposal</source>
        <comment>document</comment>
        <translation>Proposition</translation>
    </message>
    <message>
        <source>Proposal</source>
        <translation>Proposition</translation>
    </message>
    <message>
        <source>Save the proposal</source>
        <translation>Enregistrer la proposition</translation>
    </message>
    <message>
        <source>PDF document (*.pdf)</source>
        <translation>Document PDF (*.pdf)</translation>
    </message>
    <message>
        <source>proposal</source>
        <comment>file name</comment>
        <translation>proposition</translation>
    </message>
    <message>
        <source>The proposal is in %1.</source>
        <translation>La proposition est dans %1.</translation>
    </message>
    <message>
        <source>It is attached to the quote in the CRM too.</source>
        <translation>Elle est aussi jointe au devis dans le CRM.</translation>
    </message>
</context>
<context>
    <name>PlanCards</name>
    <message>
        <source>Plans and their versions</source>
        <translation>Plans et leurs versions</translation>
    </message>
</context>
<context>
    <name>PlanDialog</name>
    <message>
        <source>&amp;Cancel</source>
        <translation>A&amp;nnuler</translation>
    </message>
</context>
<context>
    <name>PlanItemTree</name>
    <message>
        <source>Treatment</source>
        <comment>column</comment>
        <translation>Acte</translation>
    </message>
    <message>
        <source>Tooth</source>
        <comment>column</comment>
        <translation>Dent</translation>
    </message>
    <message>
        <source>Qty</source>
        <comment>column</comment>
        <translation>Qté</translation>
    </message>
    <message>
        <source>Amount</source>
        <comment>column</comment>
        <translation>Montant</translation>
    </message>
    <message>
        <source>Items of the plan</source>
        <translation>Actes du plan</translation>
    </message>
</context>
<context>
    <name>PlanPanel</name>
    <message>
        <source>Chosen plan</source>
        <translation>Plan choisi</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Chiffres</translation>
    </message>
    <message>
        <source>Signatures</source>
        <translation>Signatures</translation>
    </message>
    <message>
        <source>&amp;Sign…</source>
        <translation>&amp;Signer…</translation>
    </message>
    <message>
        <source>&amp;Accept…</source>
        <translation>&amp;Accepter…</translation>
    </message>
    <message>
        <source>Accept pa&amp;rt…</source>
        <translation>Accepter en pa&amp;rtie…</translation>
    </message>
    <message>
        <source>&amp;Decline…</source>
        <translation>Re&amp;fuser…</translation>
    </message>
    <message>
        <source>&amp;Book intervention…</source>
        <translation>&amp;Planifier une intervention…</translation>
    </message>
    <message>
        <source>Back to &amp;undecided</source>
        <translation>Remettre en at&amp;tente</translation>
    </message>
    <message>
        <source>&amp;Print proposal</source>
        <translation>&amp;Imprimer la proposition</translation>
    </message>
    <message>
        <source>PD&amp;F</source>
        <translation>P&amp;DF</translation>
    </message>
    <message>
        <source>&amp;Open the CRM document</source>
        <translation>&amp;Ouvrir le document du CRM</translation>
    </message>
    <message>
        <source>Declined: %1</source>
        <translation>Refusé : %1</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>Done</source>
        <comment>amount</comment>
        <translation>Fait</translation>
    </message>
    <message>
        <source>Still planned</source>
        <comment>amount</comment>
        <translation>Reste prévu</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>Valable jusqu’au</translation>
    </message>
    <message>
        <source>%1 states %2.</source>
        <comment>system, amount</comment>
        <translation>%1 indique %2.</translation>
    </message>
    <message>
        <source>Nobody has signed.</source>
        <translation>Personne n’a signé.</translation>
    </message>
    <message>
        <source>Signed for %1.</source>
        <comment>version, language, items, total</comment>
        <translation>Signé pour : %1.</translation>
    </message>
    <message>
        <source>One signature is of another version</source>
        <translation>Une signature est d’une autre version</translation>
    </message>
    <message>
        <source>Signed for another version</source>
        <translation>Signé pour une autre version</translation>
    </message>
</context>
<context>
    <name>PlanPhaseBox</name>
    <message>
        <source>Book intervention…</source>
        <translation>Planifier une intervention…</translation>
    </message>
    <message>
        <source>Book an intervention for %1</source>
        <translation>Planifier une intervention pour %1</translation>
    </message>
    <message>
        <source>Tooth</source>
        <comment>column</comment>
        <translation>Dent</translation>
    </message>
    <message>
        <source>Treatment</source>
        <comment>column</comment>
        <translation>Acte</translation>
    </message>
    <message>
        <source>Surface</source>
        <comment>column</comment>
        <translation>Face</translation>
    </message>
    <message>
        <source>Qty</source>
        <comment>column</comment>
        <translation>Qté</translation>
    </message>
    <message>
        <source>Price</source>
        <comment>column</comment>
        <translation>Prix</translation>
    </message>
    <message>
        <source>Amount</source>
        <comment>column</comment>
        <translation>Montant</translation>
    </message>
    <message>
        <source>State</source>
        <comment>column</comment>
        <translation>État</translation>
    </message>
</context>
<context>
    <name>PlanRules</name>
    <message>
        <source>The plan is another by now. Look at it again, then decide.</source>
        <translation>Le plan a changé entre-temps. Regardez-le à nouveau avant de décider.</translation>
    </message>
    <message>
        <source>This version has been decided on already. Take that back first.</source>
        <translation>Cette version a déjà fait l’objet d’une décision. Annulez-la d’abord.</translation>
    </message>
    <message>
        <source>There is no act %1 in this plan.</source>
        <translation>Ce plan ne contient pas d’acte %1.</translation>
    </message>
    <message>
        <source>An intervention is booked for an act that would be left out. Cancel it first.</source>
        <translation>Une intervention est prévue pour un acte qui serait écarté. Annulez-la d’abord.</translation>
    </message>
    <message>
        <source>Say why the patient declines.</source>
        <translation>Indiquez pourquoi le patient refuse.</translation>
    </message>
    <message>
        <source>This version has been declined already.</source>
        <translation>Cette version a déjà été refusée.</translation>
    </message>
    <message>
        <source>An intervention of this plan is booked. Cancel it first.</source>
        <translation>Une intervention de ce plan est prévue. Annulez-la d’abord.</translation>
    </message>
    <message>
        <source>Nothing has been decided about this version.</source>
        <translation>Rien n’a été décidé sur cette version.</translation>
    </message>
    <message>
        <source>The plan is as this version has it: there is nothing to make.</source>
        <translation>Le plan est tel que dans cette version&#xa0;: il n’y a rien à créer.</translation>
    </message>
    <message>
        <source>A signature needs a name.</source>
        <translation>Une signature exige un nom.</translation>
    </message>
    <message>
        <source>This version is declined or replaced: it cannot be signed.</source>
        <translation>Cette version est refusée ou remplacée&#xa0;: elle ne peut pas être signée.</translation>
    </message>
    <message>
        <source>The catalogue does not know: %1. Choose a product for it.</source>
        <translation>Inconnu du catalogue&#xa0;: %1. Choisissez un produit.</translation>
    </message>
    <message>
        <source>The source gathers these acts by itself; they are no proposal.</source>
        <translation>La source réunit ces actes d’elle-même&#x202f;; ce n’est pas une proposition.</translation>
    </message>
    <message>
        <source>Nobody here knows whose plan this is. Match the patient.</source>
        <translation>On ne sait pas ici à qui est ce plan. Associez le patient.</translation>
    </message>
    <message>
        <source>The plan has no acts.</source>
        <translation>Le plan ne contient aucun acte.</translation>
    </message>
    <message>
        <source>The plan was deleted in its source.</source>
        <translation>Le plan a été supprimé dans sa source.</translation>
    </message>
    <message>
        <source>The plan was over before it was quoted here.</source>
        <translation>Le plan était terminé avant qu’un devis ne soit fait ici.</translation>
    </message>
    <message>
        <source>The plan is inactive in Open Dental.</source>
        <translation>Le plan est inactif dans Open Dental.</translation>
    </message>
    <message>
        <source>The quote was closed as lost in the CRM.</source>
        <translation>Le devis a été clos comme perdu dans le CRM.</translation>
    </message>
</context>
<context>
    <name>PlanSheet</name>
    <message>
        <source>&amp;Choose a product…</source>
        <translation>&amp;Choisir un produit…</translation>
    </message>
    <message>
        <source>See di&amp;fference</source>
        <translation>&amp;Voir la différence</translation>
    </message>
    <message>
        <source>&amp;Make a version</source>
        <translation>Créer une &amp;version</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <comment>differences</comment>
        <translation>
            <numerusform>%n autre</numerusform>
            <numerusform>%n autres</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 changed this plan after it was decided on: %2. What was decided stays as it is.</source>
        <comment>system, differences</comment>
        <translation>%1 a modifié ce plan après la décision : %2. Ce qui a été décidé reste tel quel.</translation>
    </message>
    <message>
        <source>%1 changed this plan after it was signed: %2. The signed version stays as it is.</source>
        <comment>system, differences</comment>
        <translation>%1 a modifié ce plan après sa signature : %2. La version signée reste telle quelle.</translation>
    </message>
    <message>
        <source>&amp;Make version %1</source>
        <translation>&amp;Créer la version %1</translation>
    </message>
</context>
<context>
    <name>PlanWords</name>
    <message>
        <source>deleted in its source</source>
        <translation>supprimé à la source</translation>
    </message>
    <message>
        <source>signed %1</source>
        <comment>date</comment>
        <translation>signé le %1</translation>
    </message>
    <message>
        <source>draft</source>
        <comment>plan</comment>
        <translation>brouillon</translation>
    </message>
    <message>
        <source>in progress</source>
        <comment>plan</comment>
        <translation>en cours</translation>
    </message>
    <message>
        <source>completed</source>
        <comment>plan</comment>
        <translation>terminé</translation>
    </message>
    <message>
        <source>archived</source>
        <comment>plan</comment>
        <translation>archivé</translation>
    </message>
    <message>
        <source>to be decided</source>
        <comment>plan</comment>
        <translation>à décider</translation>
    </message>
    <message>
        <source>Plan %1</source>
        <comment>number</comment>
        <translation>Plan %1</translation>
    </message>
    <message>
        <source>%1 · version %2</source>
        <comment>plan&apos;s title, number</comment>
        <translation>%1 · version %2</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n acte</numerusform>
            <numerusform>%n actes</numerusform>
        </translation>
    </message>
    <message>
        <source>accepted %1</source>
        <comment>date</comment>
        <translation>accepté le %1</translation>
    </message>
    <message>
        <source>partly accepted %1</source>
        <comment>date</comment>
        <translation>accepté en partie le %1</translation>
    </message>
    <message>
        <source>declined</source>
        <comment>plan</comment>
        <translation>refusé</translation>
    </message>
    <message>
        <source>replaced</source>
        <comment>plan</comment>
        <translation>remplacé</translation>
    </message>
    <message>
        <source>Phase %1</source>
        <translation>Phase %1</translation>
    </message>
    <message>
        <source>Phase %1 · %2</source>
        <comment>number, title</comment>
        <translation>Phase %1 · %2</translation>
    </message>
    <message>
        <source>cancelled</source>
        <comment>phase</comment>
        <translation>annulée</translation>
    </message>
    <message>
        <source>done</source>
        <comment>phase</comment>
        <translation>faite</translation>
    </message>
    <message>
        <source>%1 of %2 done</source>
        <translation>%1 sur %2 faits</translation>
    </message>
    <message>
        <source>not accepted</source>
        <comment>phase</comment>
        <translation>non acceptée</translation>
    </message>
    <message>
        <source>booked</source>
        <comment>phase</comment>
        <translation>planifiée</translation>
    </message>
    <message>
        <source>partly booked</source>
        <comment>phase</comment>
        <translation>planifiée en partie</translation>
    </message>
    <message>
        <source>partly accepted, not booked</source>
        <comment>phase</comment>
        <translation>acceptée en partie, non planifiée</translation>
    </message>
    <message>
        <source>accepted, not booked</source>
        <comment>phase</comment>
        <translation>acceptée, non planifiée</translation>
    </message>
    <message>
        <source>done</source>
        <comment>item</comment>
        <translation>fait</translation>
    </message>
    <message>
        <source>cancelled</source>
        <comment>item</comment>
        <translation>annulé</translation>
    </message>
    <message>
        <source>booked</source>
        <comment>item</comment>
        <translation>planifié</translation>
    </message>
    <message>
        <source>not accepted</source>
        <comment>item</comment>
        <translation>non accepté</translation>
    </message>
    <message>
        <source>not in the catalogue</source>
        <comment>item</comment>
        <translation>hors catalogue</translation>
    </message>
    <message>
        <source>planned</source>
        <comment>item</comment>
        <translation>prévu</translation>
    </message>
    <message>
        <source>Quote %1</source>
        <translation>Devis %1</translation>
    </message>
    <message>
        <source>Quote in the CRM</source>
        <translation>Devis dans le CRM</translation>
    </message>
    <message>
        <source>No quote yet</source>
        <translation>Pas encore de devis</translation>
    </message>
    <message>
        <source>to be reviewed: the plan has no items any more</source>
        <translation>à revoir : le plan n’a plus d’actes</translation>
    </message>
    <message>
        <source>not made: see above</source>
        <translation>non créé : voir ci-dessus</translation>
    </message>
    <message>
        <source>none is made of an automatic plan</source>
        <translation>aucun pour un plan automatique</translation>
    </message>
    <message>
        <source>needs attention</source>
        <comment>quote</comment>
        <translation>à traiter</translation>
    </message>
    <message>
        <source>on its way to the CRM</source>
        <comment>quote</comment>
        <translation>en route vers le CRM</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>aucun pour l’instant</translation>
    </message>
    <message>
        <source>in the CRM</source>
        <translation>dans le CRM</translation>
    </message>
    <message>
        <source>being sent</source>
        <comment>quote</comment>
        <translation>envoi en cours</translation>
    </message>
    <message>
        <source>in step</source>
        <comment>quote</comment>
        <translation>à jour</translation>
    </message>
    <message>
        <source>French</source>
        <translation>français</translation>
    </message>
    <message>
        <source>English</source>
        <translation>anglais</translation>
    </message>
    <message>
        <source>Patient</source>
        <comment>signer</comment>
        <translation>Patient</translation>
    </message>
    <message>
        <source>Practice</source>
        <comment>signer</comment>
        <translation>Cabinet</translation>
    </message>
    <message>
        <source>version %1, %2, %3, %4</source>
        <comment>number, language, items, total</comment>
        <translation>version %1, %2, %3, %4</translation>
    </message>
    <message>
        <source>%1 added</source>
        <comment>item</comment>
        <translation>%1 ajouté</translation>
    </message>
    <message>
        <source>%1 taken off</source>
        <comment>item</comment>
        <translation>%1 retiré</translation>
    </message>
    <message>
        <source>%1 cancelled</source>
        <comment>item</comment>
        <translation>%1 annulé</translation>
    </message>
    <message>
        <source>%1 now %2</source>
        <comment>item, amount</comment>
        <translation>%1 maintenant %2</translation>
    </message>
    <message>
        <source>%1 changed</source>
        <comment>item</comment>
        <translation>%1 modifié</translation>
    </message>
</context>
<context>
    <name>PlanWorkflow</name>
    <message>
        <source>Choose an act of this plan and a product of the catalogue.</source>
        <translation>Choisissez un acte de ce plan et un produit du catalogue.</translation>
    </message>
    <message>
        <source>Nothing of this plan is accepted yet. Accept it first.</source>
        <translation>Rien de ce plan n’est encore accepté. Acceptez-le d’abord.</translation>
    </message>
    <message>
        <source>The plan has no such phase.</source>
        <translation>Le plan n’a pas cette phase.</translation>
    </message>
    <message>
        <source>Not all of these acts are left to book: some are booked, done or not accepted. Look at the plan again.</source>
        <translation>Ces actes ne sont pas tous à programmer&#xa0;: certains sont déjà programmés, faits ou non acceptés. Regardez de nouveau le plan.</translation>
    </message>
    <message>
        <source>The catalogue does not know an act of this plan: %1. Choose its product first.</source>
        <translation>Le catalogue ne connaît pas un acte de ce plan&#xa0;: %1. Choisissez d’abord son produit.</translation>
    </message>
    <message>
        <source>Nobody has said yet who this plan&apos;s patient is.</source>
        <translation>Personne n’a encore dit qui est le patient de ce plan.</translation>
    </message>
    <message>
        <source>A deposit is an amount above zero.</source>
        <translation>Un acompte est un montant supérieur à zéro.</translation>
    </message>
    <message>
        <source>The catalogue has no deposit to put on the order. Add a product &quot;Acompte&quot; in the CRM, or name its code in the settings.</source>
        <translation>Le catalogue n’a pas d’acompte à porter sur la commande. Ajoutez un produit «&#xa0;Acompte&#xa0;» dans le CRM ou indiquez son code dans les réglages.</translation>
    </message>
    <message>
        <source>The plan has no such version.</source>
        <translation>Le plan n’a pas cette version.</translation>
    </message>
</context>
<context>
    <name>PlansPage</name>
    <message>
        <source>&amp;Sign in…</source>
        <translation>&amp;S’identifier…</translation>
    </message>
    <message>
        <source>&amp;Ask again</source>
        <translation>&amp;Redemander</translation>
    </message>
    <message>
        <source>As last read on %1 at %2. %3</source>
        <comment>date, time, why</comment>
        <translation>Tel que lu le %1 à %2. %3</translation>
    </message>
    <message numerus="yes">
        <source>%n plan(s)</source>
        <translation>
            <numerusform>%n plan</numerusform>
            <numerusform>%n plans</numerusform>
        </translation>
    </message>
    <message>
        <source>Find a patient above, or open the plans from a visit (Ctrl+P there), to see what is proposed to them.</source>
        <translation>Cherchez un patient ci-dessus, ou ouvrez les plans depuis une visite (Ctrl+P), pour voir ce qui lui est proposé.</translation>
    </message>
    <message>
        <source>Sign in to see the plans.</source>
        <translation>Identifiez-vous pour voir les plans.</translation>
    </message>
    <message>
        <source>Treatment plans are not for your role.</source>
        <translation>Les plans de traitement ne sont pas ouverts à votre rôle.</translation>
    </message>
    <message>
        <source>Asking for the plans…</source>
        <translation>Lecture des plans…</translation>
    </message>
    <message>
        <source>There is no treatment plan of this patient. Surgeons make them in the clinical record; they are shown here as soon as they are read.</source>
        <translation>Ce patient n’a pas de plan de traitement. Les chirurgiens les établissent dans le dossier clinique ; ils apparaissent ici dès qu’ils sont lus.</translation>
    </message>
</context>
<context>
    <name>ProductPicker</name>
    <message>
        <source>Choose a product</source>
        <translation>Choisir un produit</translation>
    </message>
    <message>
        <source>&amp;Search by name, code or class</source>
        <translation>&amp;Rechercher par nom, code ou classe</translation>
    </message>
    <message>
        <source>Search products</source>
        <translation>Rechercher des produits</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>Produits</translation>
    </message>
    <message>
        <source>Which product is “%1”?</source>
        <translation>Quel produit est «&#x202f;%1&#x202f;»&#x202f;?</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Produit</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Classe</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Prix</translation>
    </message>
    <message>
        <source>&amp;Take this product</source>
        <translation>&amp;Prendre ce produit</translation>
    </message>
</context>
<context>
    <name>Proposal</name>
    <message>
        <source>Version %1</source>
        <translation>Version %1</translation>
    </message>
    <message>
        <source>Check mark %1</source>
        <translation>Contrôle %1</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>Page %1 sur %2</translation>
    </message>
    <message>
        <source>Date: %1</source>
        <translation>Date : %1</translation>
    </message>
    <message>
        <source>Valid until %1</source>
        <translation>Valable jusqu’au %1</translation>
    </message>
    <message>
        <source>Quote %1</source>
        <translation>Devis %1</translation>
    </message>
    <message>
        <source>Quote for dental care</source>
        <translation>Devis pour soins dentaires</translation>
    </message>
    <message>
        <source>Treatment proposal</source>
        <translation>Proposition de traitement</translation>
    </message>
    <message>
        <source>Born on %1</source>
        <translation>Né(e) le %1</translation>
    </message>
    <message>
        <source>Address: %1</source>
        <translation>Adresse : %1</translation>
    </message>
    <message>
        <source>Telephone: %1</source>
        <translation>Téléphone : %1</translation>
    </message>
    <message>
        <source>Social security number (if wished): %1</source>
        <translation>Numéro de Sécurité sociale (facultatif) : %1</translation>
    </message>
    <message>
        <source>Insurer and contract (if wished): %1</source>
        <translation>Organisme complémentaire et contrat (facultatif) : %1</translation>
    </message>
    <message>
        <source>Patient</source>
        <translation>Patient</translation>
    </message>
    <message>
        <source>Practitioner</source>
        <translation>Praticien</translation>
    </message>
    <message>
        <source>Chart of %1</source>
        <translation>Schéma dentaire du %1</translation>
    </message>
    <message>
        <source>Dashed: what this proposal is about</source>
        <translation>En pointillés : ce dont il est question</translation>
    </message>
    <message>
        <source>Tooth</source>
        <translation>Dent</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Treatment</source>
        <translation>Acte</translation>
    </message>
    <message>
        <source>Surface</source>
        <translation>Face</translation>
    </message>
    <message>
        <source>Qty</source>
        <translation>Qté</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Prix</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Montant</translation>
    </message>
    <message>
        <source>Insurance base</source>
        <translation>Base de remboursement</translation>
    </message>
    <message>
        <source>Not refunded</source>
        <translation>Non remboursé</translation>
    </message>
    <message>
        <source>discount %1 %</source>
        <translation>remise %1 %</translation>
    </message>
    <message>
        <source>Phase %1</source>
        <translation>Phase %1</translation>
    </message>
    <message>
        <source>Total:</source>
        <translation>Total :</translation>
    </message>
    <message>
        <source>Custom-made device: made in  ☐ France  ☐ European Union  ☐ outside the European Union  ☐ subcontracted: %1</source>
        <translation>Dispositif médical sur mesure : fabriqué  ☐ en France  ☐ dans l’Union européenne  ☐ hors de l’Union européenne  ☐ sous-traitance : %1</translation>
    </message>
    <message>
        <source>Sale price of the device: %1   Care and running costs: %2</source>
        <translation>Prix de vente du dispositif : %1   Prestations de soins et charges : %2</translation>
    </message>
    <message>
        <source>An alternative without, or with limited, out-of-pocket cost (100 % Santé):  ☐ was proposed: %1  ☐ does not exist for this care</source>
        <translation>Une alternative sans reste à charge ou à reste à charge maîtrisé (100 % Santé) :  ☐ a été proposée : %1  ☐ n’existe pas pour ces soins</translation>
    </message>
    <message>
        <source>Written information before care is compulsory above 70 € (order of 2 October 2008; article L1111-3 of the French public health code).</source>
        <translation>L’information écrite préalable est obligatoire au-delà de 70 € (arrêté du 2 octobre 2008 ; article L1111-3 du code de la santé publique).</translation>
    </message>
    <message>
        <source>The patient</source>
        <translation>Le patient</translation>
    </message>
    <message>
        <source>The practitioner</source>
        <translation>Le praticien</translation>
    </message>
    <message>
        <source>Signed by %1 on %2</source>
        <translation>Signé par %1 le %2</translation>
    </message>
    <message>
        <source>Witness: %1</source>
        <translation>Témoin : %1</translation>
    </message>
    <message>
        <source>Date, “read and agreed”, signature</source>
        <translation>Date, « lu et approuvé », signature</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h %2</source>
        <translation>%1 h %2</translation>
    </message>
</context>
<context>
    <name>ProposalBox</name>
    <message>
        <source>With the tooth &amp;chart</source>
        <translation>Avec le &amp;schéma dentaire</translation>
    </message>
    <message>
        <source>As a French “devis &amp;conventionnel”: codes, insurance, place of manufacture, 100 % Santé</source>
        <translation>Devis &amp;conventionnel français : codes, assurance, lieu de fabrication, 100 % Santé</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Enregistrer</translation>
    </message>
    <message>
        <source>&amp;Take back</source>
        <translation>&amp;Annuler les changements</translation>
    </message>
    <message>
        <source>Vestibule&apos;s proposal</source>
        <translation>La proposition de Vestibule</translation>
    </message>
    <message>
        <source>The CRM&apos;s own document of the quote</source>
        <translation>Le document du devis dans le CRM</translation>
    </message>
    <message>
        <source>&amp;Document that is signed</source>
        <translation>&amp;Document signé</translation>
    </message>
    <message>
        <source> days</source>
        <comment>after a number</comment>
        <translation> jours</translation>
    </message>
    <message>
        <source>&amp;Valid for</source>
        <translation>&amp;Valable</translation>
    </message>
    <message>
        <source>FDI (36)</source>
        <translation>FDI (36)</translation>
    </message>
    <message>
        <source>Universal (#19)</source>
        <translation>Universal (#19)</translation>
    </message>
    <message>
        <source>Palmer (LL6)</source>
        <translation>Palmer (LL6)</translation>
    </message>
    <message>
        <source>&amp;Numbers of teeth</source>
        <translation>&amp;Numéros des dents</translation>
    </message>
    <message>
        <source>French</source>
        <translation>Français</translation>
    </message>
    <message>
        <source>English</source>
        <translation>Anglais</translation>
    </message>
    <message>
        <source>Registration numbers of the practitioners</source>
        <translation>Numéros d’inscription des praticiens</translation>
    </message>
    <message>
        <source>&amp;Letterhead: address, telephone, numbers</source>
        <translation>En-&amp;tête : adresse, téléphone, numéros</translation>
    </message>
    <message>
        <source>O&amp;pening text</source>
        <translation>Texte d’&amp;introduction</translation>
    </message>
    <message>
        <source>C&amp;losing text: payment, changes, appointments</source>
        <translation>Texte de &amp;fin : règlement, modifications, rendez-vous</translation>
    </message>
    <message>
        <source>Le&amp;gal lines</source>
        <translation>Mentions &amp;légales</translation>
    </message>
    <message>
        <source>Registration numbers of %1</source>
        <translation>Numéros d’inscription de %1</translation>
    </message>
    <message>
        <source>Proposals are written like this from now on.</source>
        <translation>Les propositions sont désormais rédigées ainsi.</translation>
    </message>
</context>
<context>
    <name>ProposalDocument</name>
    <message>
        <source>The printer or file takes nothing.</source>
        <translation>L’imprimante ou le fichier n’accepte rien.</translation>
    </message>
</context>
<context>
    <name>ProposalPrint</name>
    <message>
        <source>Proposals cannot be printed on this computer: vestibule-print-proposal is missing or cannot be started. Install Vestibule again.</source>
        <translation>Les propositions ne peuvent pas être imprimées sur cet ordinateur : vestibule-print-proposal manque ou ne démarre pas. Réinstallez Vestibule.</translation>
    </message>
    <message>
        <source>Painting the proposal took too long. This computer may be busy: try again.</source>
        <translation>La mise en page de la proposition a pris trop de temps. L’ordinateur est peut-être occupé : réessayez.</translation>
    </message>
    <message>
        <source>%1 cannot be written.</source>
        <translation>Impossible d’écrire %1.</translation>
    </message>
    <message>
        <source>The proposal cannot be painted.</source>
        <translation>La proposition ne peut pas être mise en page.</translation>
    </message>
</context>
<context>
    <name>ProposalWorkflow</name>
    <message>
        <source>A proposal is valid for between 1 and %1 days.</source>
        <translation>Une proposition est valable de 1 à %1 jours.</translation>
    </message>
    <message>
        <source>A text of the proposal takes %1 characters at most.</source>
        <translation>Un texte de la proposition contient %1 caractères au plus.</translation>
    </message>
    <message>
        <source>This plan has no version %1.</source>
        <translation>Ce plan n’a pas de version %1.</translation>
    </message>
    <message>
        <source>Nobody at this desk is matched with the plan&apos;s patient yet.</source>
        <translation>Le patient de ce plan n’est encore rapproché de personne ici.</translation>
    </message>
</context>
<context>
    <name>ReadingIn</name>
    <message>
        <source>CRM set-up</source>
        <translation>Configuration du CRM</translation>
    </message>
    <message>
        <source>Catalogue</source>
        <translation>Catalogue</translation>
    </message>
    <message>
        <source>The local database cannot be read.</source>
        <translation>La base de données locale est illisible.</translation>
    </message>
    <message>
        <source>Patients</source>
        <translation>Patients</translation>
    </message>
    <message>
        <source>Appointments</source>
        <translation>Rendez-vous</translation>
    </message>
    <message>
        <source>Ledger set-up</source>
        <translation>Configuration de la comptabilité</translation>
    </message>
</context>
<context>
    <name>ReasonDialog</name>
    <message>
        <source>&amp;Reason</source>
        <translation>&amp;Motif</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motif</translation>
    </message>
</context>
<context>
    <name>RecordLinks</name>
    <message>
        <source>Cannot be opened from here: the settings do not name the web address (%1).</source>
        <translation>Ne peut pas être ouvert d’ici&#xa0;: l’adresse web n’est pas indiquée dans les réglages (%1).</translation>
    </message>
</context>
<context>
    <name>RecordList</name>
    <message>
        <source>%1: open in the browser</source>
        <translation>%1&#xa0;: ouvrir dans le navigateur</translation>
    </message>
</context>
<context>
    <name>ScanActs</name>
    <message>
        <source>Open in Dental Deskto&amp;p</source>
        <translation>&amp;Ouvrir dans Dental Desktop</translation>
    </message>
    <message>
        <source>New sca&amp;n</source>
        <translation>Nouvelle &amp;numérisation</translation>
    </message>
    <message>
        <source>S&amp;cans…</source>
        <translation>Cas et p&amp;hotos…</translation>
    </message>
    <message>
        <source>Cases, photos and the link with Dental Desktop</source>
        <translation>Cas, photos et liaison avec Dental Desktop</translation>
    </message>
    <message>
        <source>Scans…</source>
        <translation>Numérisations…</translation>
    </message>
</context>
<context>
    <name>ScanLinkStore</name>
    <message>
        <source>Another patient is linked with Dental Desktop under this number. Look whether one person is here twice.</source>
        <translation>Un autre patient est lié à Dental Desktop sous ce numéro. Vérifiez si la même personne existe ici en double.</translation>
    </message>
</context>
<context>
    <name>ScanWords</name>
    <message>
        <source>Upper jaw</source>
        <comment>scan</comment>
        <translation>Maxillaire</translation>
    </message>
    <message>
        <source>Lower jaw</source>
        <comment>scan</comment>
        <translation>Mandibule</translation>
    </message>
    <message>
        <source>Jaw</source>
        <comment>scan</comment>
        <translation>Arcade</translation>
    </message>
    <message>
        <source>Bite</source>
        <comment>scan</comment>
        <translation>Occlusion</translation>
    </message>
    <message>
        <source>Wax-up</source>
        <comment>scan</comment>
        <translation>Wax-up</translation>
    </message>
    <message>
        <source>Wax rim</source>
        <comment>scan</comment>
        <translation>Bourrelet de cire</translation>
    </message>
    <message>
        <source>Tooth</source>
        <comment>scan</comment>
        <translation>Dent</translation>
    </message>
    <message>
        <source>Face</source>
        <comment>scan</comment>
        <translation>Visage</translation>
    </message>
    <message>
        <source>Scan</source>
        <comment>of unknown type</comment>
        <translation>Numérisation</translation>
    </message>
    <message>
        <source>Created</source>
        <comment>case</comment>
        <translation>Créé</translation>
    </message>
    <message>
        <source>Scanned</source>
        <comment>case</comment>
        <translation>Numérisé</translation>
    </message>
    <message>
        <source>Modelled</source>
        <comment>case</comment>
        <translation>Modélisé</translation>
    </message>
    <message>
        <source>with scan flag</source>
        <translation>avec corps de scannage</translation>
    </message>
    <message>
        <source>prepared</source>
        <comment>scan</comment>
        <translation>préparé</translation>
    </message>
    <message>
        <source>sectioned</source>
        <comment>scan</comment>
        <translation>sectionné</translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s)</source>
        <translation>
            <numerusform>%n photo</numerusform>
            <numerusform>%n photos</numerusform>
        </translation>
    </message>
    <message>
        <source>no scan yet</source>
        <translation>pas encore numérisé</translation>
    </message>
    <message numerus="yes">
        <source>%n scan(s)</source>
        <translation>
            <numerusform>%n numérisation</numerusform>
            <numerusform>%n numérisations</numerusform>
        </translation>
    </message>
    <message>
        <source>In-house</source>
        <comment>receiver of a case</comment>
        <translation>En interne</translation>
    </message>
    <message>
        <source>Finding or creating the patient</source>
        <translation>Recherche ou création du patient</translation>
    </message>
    <message>
        <source>Creating the patient</source>
        <translation>Création du patient</translation>
    </message>
    <message>
        <source>Sending the patient&apos;s details</source>
        <translation>Envoi des données du patient</translation>
    </message>
    <message>
        <source>Opening the patient</source>
        <translation>Ouverture du patient</translation>
    </message>
    <message>
        <source>New case</source>
        <translation>Nouveau cas</translation>
    </message>
    <message>
        <source>Opening the case</source>
        <translation>Ouverture du cas</translation>
    </message>
    <message>
        <source>nobody signed in</source>
        <translation>personne de connecté</translation>
    </message>
    <message>
        <source>%1 s</source>
        <comment>seconds</comment>
        <translation>%1&#xa0;s</translation>
    </message>
    <message>
        <source>%1 min %2</source>
        <comment>minutes, seconds</comment>
        <translation>%1&#xa0;min %2</translation>
    </message>
    <message>
        <source>Main site</source>
        <translation>Site principal</translation>
    </message>
</context>
<context>
    <name>ScanWorkflow</name>
    <message>
        <source>This patient is not linked with Dental Desktop yet. Link them first.</source>
        <translation>Ce patient n’est pas encore lié à Dental Desktop. Liez-le d’abord.</translation>
    </message>
    <message>
        <source>The span of dates ends before it begins. Exchange the two dates.</source>
        <translation>La période se termine avant de commencer. Échangez les deux dates.</translation>
    </message>
    <message>
        <source>Loading of photos was ended.</source>
        <translation>Le chargement des photos a été interrompu.</translation>
    </message>
    <message>
        <source>This is no certificate of a server.</source>
        <translation>Ce n’est pas le certificat d’un serveur.</translation>
    </message>
    <message>
        <source>The computer “%1” is known</source>
        <translation>L’ordinateur «&#xa0;%1&#xa0;» est connu</translation>
    </message>
    <message>
        <source>It answers at port %1</source>
        <translation>Il répond sur le port %1</translation>
    </message>
    <message>
        <source>The certificate of “%1” is trusted</source>
        <translation>Le certificat de «&#xa0;%1&#xa0;» est reconnu</translation>
    </message>
    <message>
        <source>User and password are accepted</source>
        <translation>Utilisateur et mot de passe acceptés</translation>
    </message>
    <message numerus="yes">
        <source>%1 answers with %n station(s)</source>
        <translation>
            <numerusform>%1 répond avec %n poste</numerusform>
            <numerusform>%1 répond avec %n postes</numerusform>
        </translation>
    </message>
    <message>
        <source>Waits for its turn</source>
        <translation>Attend son tour</translation>
    </message>
    <message>
        <source>Ended with the program</source>
        <translation>Terminé avec le programme</translation>
    </message>
    <message>
        <source>Being handed over</source>
        <translation>Transmission en cours</translation>
    </message>
    <message>
        <source>Dental Desktop cannot be asked what came of it. Look at the station before you try again.</source>
        <translation>Impossible de demander à Dental Desktop ce qu’il en est. Regardez sur le poste avant de réessayer.</translation>
    </message>
    <message>
        <source>Dental Desktop has forgotten how this ended. Look at the station.</source>
        <translation>Dental Desktop ne sait plus comment cela s’est terminé. Regardez sur le poste.</translation>
    </message>
    <message>
        <source>Dental Desktop knows nothing of this request; most likely it never arrived. It is safe to try again.</source>
        <translation>Dental Desktop ne sait rien de cette demande&#xa0;; elle n’est sans doute jamais arrivée. On peut réessayer sans risque.</translation>
    </message>
    <message>
        <source>Dental Desktop does not know this request any more. Look at the station.</source>
        <translation>Dental Desktop ne connaît plus cette demande. Regardez sur le poste.</translation>
    </message>
    <message>
        <source>Nobody answered at the station in time. It may still end there.</source>
        <translation>Personne n’a répondu à temps sur le poste. Cela peut encore y aboutir.</translation>
    </message>
    <message>
        <source>The station has not taken it for a minute. Is Dental Desktop open there? It can be withdrawn.</source>
        <translation>Le poste n’a pas pris la demande depuis une minute. Dental Desktop y est-il ouvert&#xa0;? La demande peut être retirée.</translation>
    </message>
    <message>
        <source>A link with the wrong patient cannot be taken back from here. At the station, open the wrong patient in Dental Desktop and remove the integration id there (or delete that patient, if they were made by mistake); then forget the link here and link again.</source>
        <translation>Un lien avec le mauvais patient ne peut pas être défait d’ici. Sur le poste, ouvrez le mauvais patient dans Dental Desktop et retirez-y l’identifiant d’intégration (ou supprimez ce patient s’il a été créé par erreur)&#xa0;; oubliez ensuite le lien ici et liez de nouveau.</translation>
    </message>
    <message>
        <source>No Dental Desktop server is set up. Enter its address in the settings.</source>
        <translation>Aucun serveur Dental Desktop n’est configuré. Indiquez son adresse dans les réglages.</translation>
    </message>
    <message>
        <source>The settings name no Dental Desktop server for the site “%1”.</source>
        <translation>Les réglages n’indiquent aucun serveur Dental Desktop pour le site «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>This patient is already linked with Dental Desktop.</source>
        <translation>Ce patient est déjà lié à Dental Desktop.</translation>
    </message>
    <message>
        <source>The station has taken it; it can only be cancelled there. One can stop waiting for it.</source>
        <translation>Le poste a pris la demande&#xa0;; elle ne peut être annulée que là-bas. On peut cesser de l’attendre.</translation>
    </message>
    <message>
        <source>No longer waited for; it may still end at the station</source>
        <translation>N’est plus attendue&#xa0;; elle peut encore aboutir sur le poste</translation>
    </message>
</context>
<context>
    <name>ScansPage</name>
    <message>
        <source>&amp;Try again</source>
        <translation>&amp;Réessayer</translation>
    </message>
    <message>
        <source>&amp;Check the connection</source>
        <translation>&amp;Vérifier la connexion</translation>
    </message>
    <message>
        <source>This is o&amp;ur server</source>
        <translation>C’est &amp;notre serveur</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>Site</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>Cas</translation>
    </message>
    <message>
        <source>not linked with Dental Desktop</source>
        <translation>non lié à Dental Desktop</translation>
    </message>
    <message>
        <source>linked with Dental Desktop since %1</source>
        <translation>lié à Dental Desktop depuis le %1</translation>
    </message>
    <message>
        <source>linked with Dental Desktop since %1 (%2)</source>
        <comment>date, station</comment>
        <translation>lié à Dental Desktop depuis le %1 (%2)</translation>
    </message>
    <message>
        <source>Find a patient above, or come here from a visit, to see their cases.</source>
        <translation>Trouvez un patient ci-dessus, ou venez d’une visite, pour voir ses cas.</translation>
    </message>
    <message>
        <source>Asking Dental Desktop for the cases…</source>
        <translation>Demande des cas à Dental Desktop…</translation>
    </message>
    <message>
        <source>Cases are seen once the patient is linked with Dental Desktop.</source>
        <translation>Les cas sont visibles une fois le patient lié à Dental Desktop.</translation>
    </message>
    <message>
        <source>No case fits the filter.</source>
        <translation>Aucun cas ne correspond au filtre.</translation>
    </message>
    <message>
        <source>Dental Desktop has no case of this patient. “New case” opens one at a station.</source>
        <translation>Dental Desktop n’a aucun cas de ce patient. «&#xa0;Nouveau cas&#xa0;» en ouvre un sur un poste.</translation>
    </message>
    <message>
        <source>Photos of the case of %1</source>
        <translation>Photos du cas du %1</translation>
    </message>
    <message>
        <source>It shows the certificate “%1” with the fingerprint (SHA-256) %2. Compare it at the server; only if it is the same may it be trusted.</source>
        <translation>Il présente le certificat «&#xa0;%1&#xa0;» avec l’empreinte (SHA-256) %2. Comparez-la sur le serveur&#x202f;; on ne peut lui faire confiance que si elle est identique.</translation>
    </message>
    <message>
        <source>Case of %1</source>
        <comment>date</comment>
        <translation>Cas du %1</translation>
    </message>
</context>
<context>
    <name>Seal</name>
    <message>
        <source>Names are locked: the key store has not answered. Unlock it and try again.</source>
        <translation>Les noms sont verrouillés&#xa0;: le trousseau n’a pas répondu. Déverrouillez-le et réessayez.</translation>
    </message>
    <message>
        <source>A stored record cannot be read: it was written with another key.</source>
        <translation>Une donnée enregistrée est illisible&#xa0;: elle a été écrite avec une autre clé.</translation>
    </message>
    <message>
        <source>A stored record cannot be read: the key is not the one it was written with, or the record was changed.</source>
        <translation>Une donnée enregistrée est illisible&#xa0;: ce n’est pas la clé d’origine, ou elle a été altérée.</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Patient: name, phone, birth date    Ctrl+K</source>
        <translation>Patient&#xa0;: nom, téléphone, naissance    Ctrl+K</translation>
    </message>
    <message>
        <source>Find a patient</source>
        <translation>Rechercher un patient</translation>
    </message>
</context>
<context>
    <name>SearchPopup</name>
    <message>
        <source>The patients are still being read.</source>
        <translation>Lecture des patients en cours.</translation>
    </message>
    <message>
        <source>Enter: today&apos;s appointment, or the record · Shift+Enter: the record</source>
        <translation>Entrée&#xa0;: le rendez-vous du jour, ou la fiche · Maj+Entrée&#xa0;: la fiche</translation>
    </message>
    <message>
        <source>Nobody found. Ctrl+N books a walk-in for a new patient.</source>
        <translation>Personne trouvé. Ctrl+N réserve une première consultation pour un nouveau patient.</translation>
    </message>
</context>
<context>
    <name>ServerTrust</name>
    <message>
        <source>The 3Shape server speaks only TLS 1.0 or 1.1, which is not safe enough for patients&apos; data. Update Dental Desktop or its Windows; TLS 1.2 is needed. Nothing was sent.</source>
        <translation>Le serveur 3Shape ne parle que TLS 1.0 ou 1.1, ce qui n’est pas assez sûr pour des données de patients. Mettez à jour Dental Desktop ou son Windows&#xa0;; TLS 1.2 est nécessaire. Rien n’a été envoyé.</translation>
    </message>
    <message>
        <source>The 3Shape server showed no certificate. Nothing was sent.</source>
        <translation>Le serveur 3Shape n’a présenté aucun certificat. Rien n’a été envoyé.</translation>
    </message>
    <message>
        <source>The certificate of the 3Shape server is valid from %1 to %2 only. Check this computer&apos;s date, or have the certificate renewed on the server. Nothing was sent.</source>
        <translation>Le certificat du serveur 3Shape n’est valable que du %1 au %2. Vérifiez la date de cet ordinateur, ou faites renouveler le certificat sur le serveur. Rien n’a été envoyé.</translation>
    </message>
    <message>
        <source>The certificate of the 3Shape server is genuine but made out to “%1”, not to “%2”. Correct the address, or compare the fingerprint %3 with the server&apos;s and confirm it. Nothing was sent.</source>
        <translation>Le certificat du serveur 3Shape est authentique mais établi pour «&#xa0;%1&#xa0;», non pour «&#xa0;%2&#xa0;». Corrigez l’adresse, ou comparez l’empreinte %3 avec celle du serveur et confirmez-la. Rien n’a été envoyé.</translation>
    </message>
    <message>
        <source>The server at “%1” shows a certificate that the authority it names did not sign. Somebody may be posing as the 3Shape server: do not confirm it, and tell whoever runs the network. Nothing was sent.</source>
        <translation>Le serveur à l’adresse «&#xa0;%1&#xa0;» présente un certificat que l’autorité citée n’a pas signé. Quelqu’un se fait peut-être passer pour le serveur 3Shape&#xa0;: ne le confirmez pas et prévenez le responsable du réseau. Rien n’a été envoyé.</translation>
    </message>
    <message>
        <source>The certificate of the 3Shape server at “%1” is not known here. Compare the fingerprint %2 with the one shown on the server, then confirm it. Nothing was sent.</source>
        <translation>Le certificat du serveur 3Shape à l’adresse «&#xa0;%1&#xa0;» n’est pas connu ici. Comparez l’empreinte %2 avec celle affichée sur le serveur, puis confirmez-la. Rien n’a été envoyé.</translation>
    </message>
    <message>
        <source>The call to %1 was ended.</source>
        <translation>L’appel à %1 a été interrompu.</translation>
    </message>
    <message>
        <source>The 3Shape server at %1 does not answer. Check that the computer is on and that a firewall lets this port through.</source>
        <translation>Le serveur 3Shape à l’adresse %1 ne répond pas. Vérifiez que l’ordinateur est allumé et qu’un pare-feu laisse passer ce port.</translation>
    </message>
    <message>
        <source>There is no computer named “%1” in the network. Check the name in the settings.</source>
        <translation>Il n’y a pas d’ordinateur «&#xa0;%1&#xa0;» sur le réseau. Vérifiez le nom dans les réglages.</translation>
    </message>
    <message>
        <source>The computer “%1” is there, but nothing listens at port %2. Check the port and that the 3Shape server is running.</source>
        <translation>L’ordinateur «&#xa0;%1&#xa0;» est là, mais rien n’écoute sur le port %2. Vérifiez le port et que le serveur 3Shape fonctionne.</translation>
    </message>
    <message>
        <source>What listens at %1 does not speak HTTPS. Check the port: Dental Desktop uses 5484, its successor Unite 5492.</source>
        <translation>Ce qui écoute à l’adresse %1 ne parle pas HTTPS. Vérifiez le port&#xa0;: Dental Desktop utilise 5484, son successeur Unite 5492.</translation>
    </message>
    <message>
        <source>The 3Shape server at %1 cannot be reached. Check the network.</source>
        <translation>Le serveur 3Shape à l’adresse %1 est injoignable. Vérifiez le réseau.</translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>The name and the PIN do not belong together. Try again.</source>
        <translation>Le nom et le code PIN ne vont pas ensemble. Réessayez.</translation>
    </message>
    <message>
        <source>Sign in first.</source>
        <translation>Connectez-vous d’abord.</translation>
    </message>
    <message>
        <source>Reception and administrators may do this.</source>
        <translation>Réservé à l’accueil et aux administrateurs.</translation>
    </message>
    <message>
        <source>Surgeons and administrators may do this.</source>
        <translation>Réservé aux chirurgiens et aux administrateurs.</translation>
    </message>
    <message>
        <source>Only an administrator may do this.</source>
        <translation>Réservé aux administrateurs.</translation>
    </message>
    <message>
        <source>A PIN has 4 to 12 digits.</source>
        <translation>Un code PIN a de 4 à 12 chiffres.</translation>
    </message>
    <message>
        <source>There is not enough memory to store the PIN safely.</source>
        <translation>La mémoire ne suffit pas pour enregistrer le code PIN en sécurité.</translation>
    </message>
    <message>
        <source>Somebody of this name is on the list already. Choose another name, with a middle initial for instance.</source>
        <translation>Quelqu’un de ce nom figure déjà sur la liste. Choisissez un autre nom, par exemple avec une initiale.</translation>
    </message>
    <message>
        <source>Nobody of this name is on the list.</source>
        <translation>Personne de ce nom ne figure sur la liste.</translation>
    </message>
    <message>
        <source>This is the last administrator. Make another one first.</source>
        <translation>C’est le dernier administrateur. Créez-en d’abord un autre.</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>it is true or false</source>
        <translation>c’est true ou false</translation>
    </message>
    <message>
        <source>it is a number from %1 to %2</source>
        <translation>c’est un nombre de %1 à %2</translation>
    </message>
    <message>
        <source>it is an address that begins with https://</source>
        <translation>c’est une adresse qui commence par https://</translation>
    </message>
    <message>
        <source>a name or password does not belong into an address, but into the key store</source>
        <translation>un nom ou un mot de passe n’a rien à faire dans une adresse, mais dans le trousseau</translation>
    </message>
    <message>
        <source>without encryption (http) only this computer or the clinic&apos;s own network may be addressed; write https</source>
        <translation>sans chiffrement (http), seuls cet ordinateur ou le réseau du cabinet sont permis&#x202f;; écrivez https</translation>
    </message>
    <message>
        <source>it is one of %1</source>
        <translation>c’est l’un de %1</translation>
    </message>
    <message>
        <source>%1 in %2 is wrong: %3.</source>
        <translation>%1 dans %2 est incorrect&#xa0;: %3.</translation>
    </message>
    <message>
        <source>it is the name of a time zone such as Indian/Mauritius</source>
        <translation>c’est le nom d’un fuseau horaire, par exemple Indian/Mauritius</translation>
    </message>
    <message>
        <source>it is a country code such as MU</source>
        <translation>c’est un code de pays, par exemple MU</translation>
    </message>
    <message>
        <source>it is a list such as 1-5 07:30-12:00, 6 07:30-12:00 (1 = Monday)</source>
        <translation>c’est une liste telle que 1-5 07:30-12:00, 6 07:30-12:00 (1 = lundi)</translation>
    </message>
    <message>
        <source>%1 cannot be read as settings.</source>
        <translation>%1 n’est pas un fichier de réglages lisible.</translation>
    </message>
    <message>
        <source>it is a list such as VAT=5, Zero=7 (tax name = QuickBooks tax code)</source>
        <translation>c’est une liste telle que VAT=5, Zero=7 (nom de taxe = code de taxe QuickBooks)</translation>
    </message>
    <message>
        <source>%1 cannot be written.</source>
        <translation>%1 ne peut être écrit.</translation>
    </message>
    <message>
        <source>A profile&apos;s name is made of letters, digits, - and _ only.</source>
        <translation>Le nom d’un profil ne comporte que des lettres, des chiffres, - et _.</translation>
    </message>
    <message>
        <source>There is no settings file at the place that --config names.</source>
        <translation>Il n’y a pas de fichier de réglages à l’endroit indiqué par --config.</translation>
    </message>
    <message>
        <source>it is a list of SHA-1 or SHA-256 fingerprints, or host:port=SHA-256</source>
        <translation>c’est une liste d’empreintes SHA-1 ou SHA-256, ou ordinateur:port=SHA-256</translation>
    </message>
    <message>
        <source>it is PatientId or SSN</source>
        <translation>c’est PatientId ou SSN</translation>
    </message>
    <message>
        <source>it is the API name of a Contact field</source>
        <translation>c’est le nom d’API d’un champ du Contact</translation>
    </message>
    <message>
        <source>a site&apos;s name is made of letters, digits, - and _</source>
        <translation>le nom d’un site se compose de lettres, de chiffres, de - et de _</translation>
    </message>
    <message>
        <source>it is a name of letters, digits, - and _</source>
        <translation>c’est un nom fait de lettres, de chiffres, de - et de _</translation>
    </message>
    <message>
        <source>it is left, top, width and height in parts of the picture, each from 0 to 1</source>
        <translation>ce sont gauche, haut, largeur et hauteur en parts de l’image, chacune de 0 à 1</translation>
    </message>
    <message>
        <source>it is width and height of a tooth in parts of the picture</source>
        <translation>ce sont largeur et hauteur d’une dent en parts de l’image</translation>
    </message>
    <message>
        <source>it is rows of FDI numbers, as in 18-28/48-38</source>
        <translation>ce sont des rangées de numéros FDI, comme 18-28/48-38</translation>
    </message>
    <message>
        <source>it goes with the modes local and service only</source>
        <translation>elle ne va qu’avec les modes local et service</translation>
    </message>
    <message>
        <source>it is a list of dentaltap and opendental</source>
        <translation>c’est une liste de dentaltap et opendental</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Sections of the settings</source>
        <translation>Sections des réglages</translation>
    </message>
    <message>
        <source>&amp;Sign in…</source>
        <translation>&amp;S’identifier…</translation>
    </message>
    <message>
        <source>Chart backgrounds</source>
        <translation>Fonds des schémas</translation>
    </message>
    <message>
        <source>A picture of the clinic&apos;s own below the teeth: an SVG drawing or a PNG picture, at most 2 MiB and 4096 pixels wide and high. It is shown on this desk at once and sent to DentalTap, which may draw it below its own charts.</source>
        <translation>Une image propre à la clinique sous les dents&#xa0;: un dessin SVG ou une image PNG, au plus 2 Mio et 4096 pixels de large et de haut. Elle est montrée aussitôt à ce poste et envoyée à DentalTap, qui peut la dessiner sous ses propres schémas.</translation>
    </message>
    <message>
        <source>Settings are changed by an administrator; they can be looked at here.</source>
        <translation>Les réglages sont modifiés par un administrateur&#x202f;; ils peuvent être consultés ici.</translation>
    </message>
    <message>
        <source>Sign in as an administrator to change settings.</source>
        <translation>Identifiez-vous comme administrateur pour modifier les réglages.</translation>
    </message>
    <message>
        <source>Treatment proposals</source>
        <translation>Propositions de traitement</translation>
    </message>
    <message>
        <source>What stands on the proposal that a patient takes home, around the plan itself. It is written in the patient&apos;s language; where a language has no texts, the English ones are used. Plain text; an empty line begins a paragraph.</source>
        <translation>Ce qui figure, autour du plan lui-même, sur la proposition que le patient emporte. Elle est rédigée dans la langue du patient ; quand une langue n’a pas de textes, ceux en anglais servent. Texte simple ; une ligne vide commence un paragraphe.</translation>
    </message>
</context>
<context>
    <name>SignDialog</name>
    <message>
        <source>Sign the plan</source>
        <translation>Signer le plan</translation>
    </message>
    <message>
        <source>The &amp;patient</source>
        <translation>Le &amp;patient</translation>
    </message>
    <message>
        <source>The p&amp;ractice</source>
        <translation>Le &amp;cabinet</translation>
    </message>
    <message>
        <source>C&amp;lear the drawing</source>
        <translation>&amp;Effacer le tracé</translation>
    </message>
    <message>
        <source>Plan %1</source>
        <comment>number</comment>
        <translation>Plan %1</translation>
    </message>
    <message>
        <source>What is signed: the CRM&apos;s document (%1) of “%2”, %3.</source>
        <comment>quote, plan&apos;s title, what</comment>
        <translation>Ce qui est signé : le document du CRM (%1) de « %2 », %3.</translation>
    </message>
    <message>
        <source>What is signed: our proposal “%1”, %2.</source>
        <comment>plan&apos;s title, what</comment>
        <translation>Ce qui est signé : notre proposition « %1 », %2.</translation>
    </message>
    <message>
        <source>The signature is bound to exactly these items, prices and words. If the plan changes later, it says “signed for another version”.</source>
        <translation>La signature est liée exactement à ces actes, prix et textes. Si le plan change ensuite, il indique « signé pour une autre version ».</translation>
    </message>
    <message>
        <source>Name of whoever signs</source>
        <translation>Nom du signataire</translation>
    </message>
    <message>
        <source>&amp;Name of whoever signs</source>
        <translation>&amp;Nom du signataire</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>Signature</translation>
    </message>
    <message>
        <source>Witness: %1</source>
        <translation>Témoin : %1</translation>
    </message>
    <message>
        <source>Sign as the patient</source>
        <translation>Signer en tant que patient</translation>
    </message>
    <message>
        <source>Sign for the practice</source>
        <translation>Signer pour le cabinet</translation>
    </message>
    <message>
        <source>The patient has signed. Now the practice; or close, and it signs later.</source>
        <translation>Le patient a signé. Au tour du cabinet ; ou fermez, et il signera plus tard.</translation>
    </message>
    <message>
        <source>The practice has signed. Now the patient; or close, and they sign later.</source>
        <translation>Le cabinet a signé. Au tour du patient ; ou fermez, et il signera plus tard.</translation>
    </message>
</context>
<context>
    <name>SignInDialog</name>
    <message>
        <source>Sign in</source>
        <translation>Se connecter</translation>
    </message>
    <message>
        <source>Who is at the desk?</source>
        <translation>Qui est à l’accueil&#x202f;?</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Nom</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>&amp;PIN</source>
        <translation>Code &amp;PIN</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>Code PIN</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Annuler</translation>
    </message>
    <message>
        <source>&amp;Sign in</source>
        <translation>&amp;Se connecter</translation>
    </message>
    <message>
        <source>Nobody is on the staff list yet. Make the first administrator with
vestibule-cli staff add NAME --role administrator</source>
        <translation>Personne n’est encore sur la liste du personnel. Créez le premier administrateur avec
vestibule-cli staff add NOM --role administrator</translation>
    </message>
    <message>
        <source>Type or choose your name.</source>
        <translation>Tapez ou choisissez votre nom.</translation>
    </message>
    <message>
        <source>Type your PIN.</source>
        <translation>Tapez votre code PIN.</translation>
    </message>
    <message>
        <source>Checking… After a wrong PIN this takes a little longer.</source>
        <translation>Vérification… Après un code erroné, c’est un peu plus long.</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Vérification…</translation>
    </message>
</context>
<context>
    <name>SignaturePad</name>
    <message>
        <source>Signature, drawn with pen, finger or mouse</source>
        <translation>Signature, tracée au stylet, au doigt ou à la souris</translation>
    </message>
    <message>
        <source>Delete takes off what is drawn</source>
        <translation>Suppr efface le tracé</translation>
    </message>
    <message>
        <source>Sign here with a pen, a finger or the mouse. Left empty, the typed name is the signature.</source>
        <translation>Signez ici au stylet, au doigt ou à la souris. Si le cadre reste vide, le nom saisi vaut signature.</translation>
    </message>
</context>
<context>
    <name>SlotBoard</name>
    <message>
        <source>ddd d</source>
        <comment>short date, see QDate::toString</comment>
        <translation>ddd d</translation>
    </message>
    <message>
        <source>%1 with %2</source>
        <comment>time, surgeon</comment>
        <translation>%1 avec %2</translation>
    </message>
</context>
<context>
    <name>SlotQueue</name>
    <message>
        <source>Waiting for a slot</source>
        <translation>En attente de créneau</translation>
    </message>
    <message numerus="yes">
        <source>Waiting for a slot · %n appointment(s)</source>
        <translation>
            <numerusform>En attente de créneau · %n rendez-vous</numerusform>
            <numerusform>En attente de créneau · %n rendez-vous</numerusform>
        </translation>
    </message>
    <message>
        <source>Drag the appointment to its place in the day. By keyboard: Enter picks it up, the arrows move it, Enter sets it down.</source>
        <translation>Glissez le rendez-vous à sa place dans la journée. Au clavier&#xa0;: Entrée le prend, les flèches le déplacent, Entrée le pose.</translation>
    </message>
</context>
<context>
    <name>SlotWords</name>
    <message numerus="yes">
        <source>No free time in the next %n day(s). Choose another room or act.</source>
        <translation>
            <numerusform>Aucun créneau libre d’ici %n jour. Choisissez une autre salle ou un autre acte.</numerusform>
            <numerusform>Aucun créneau libre dans les %n prochains jours. Choisissez une autre salle ou un autre acte.</numerusform>
        </translation>
    </message>
    <message>
        <source>First free times today</source>
        <translation>Premiers créneaux libres aujourd’hui</translation>
    </message>
    <message>
        <source>Nothing is free today any more. First free times</source>
        <translation>Plus rien de libre aujourd’hui. Premiers créneaux</translation>
    </message>
    <message>
        <source>Book</source>
        <translation>Réserver</translation>
    </message>
    <message>
        <source>ddd d MMM</source>
        <comment>short date, see QDate::toString</comment>
        <translation>ddd d MMM</translation>
    </message>
    <message>
        <source>Book %1 with %2</source>
        <comment>time, surgeon</comment>
        <translation>Réserver %1 avec %2</translation>
    </message>
    <message>
        <source>%1  Ctrl+↵</source>
        <comment>what a button does, and its keys</comment>
        <translation>%1  Ctrl+↵</translation>
    </message>
</context>
<context>
    <name>StageLine</name>
    <message>
        <source>Booked</source>
        <comment>stage</comment>
        <translation>Prévu</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <comment>stage</comment>
        <translation>Confirmé</translation>
    </message>
    <message>
        <source>Arrived</source>
        <comment>stage</comment>
        <translation>Arrivé</translation>
    </message>
    <message>
        <source>In treatment</source>
        <comment>stage</comment>
        <translation>Au fauteuil</translation>
    </message>
    <message>
        <source>Exit</source>
        <comment>stage</comment>
        <translation>Sortie</translation>
    </message>
    <message>
        <source>No charge</source>
        <comment>stage</comment>
        <translation>Sans frais</translation>
    </message>
    <message>
        <source>Invoiced</source>
        <comment>stage</comment>
        <translation>Facturé</translation>
    </message>
    <message>
        <source>Stage: %1</source>
        <translation>Étape&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>StationCards</name>
    <message>
        <source>busy</source>
        <comment>station</comment>
        <translation>occupé</translation>
    </message>
    <message>
        <source>free</source>
        <comment>station</comment>
        <translation>libre</translation>
    </message>
    <message>
        <source>Find or create here…</source>
        <translation>Trouver ou créer ici…</translation>
    </message>
    <message>
        <source>Find or create the patient at %1</source>
        <translation>Trouver ou créer le patient sur %1</translation>
    </message>
    <message>
        <source>Open patient</source>
        <translation>Ouvrir le patient</translation>
    </message>
    <message>
        <source>Open the patient at %1</source>
        <translation>Ouvrir le patient sur %1</translation>
    </message>
    <message>
        <source>New case</source>
        <translation>Nouveau cas</translation>
    </message>
    <message>
        <source>New case at %1</source>
        <translation>Nouveau cas sur %1</translation>
    </message>
    <message>
        <source>No station is connected. Start Dental Desktop there; cases and photos can be seen all the same.</source>
        <translation>Aucun poste n’est connecté. Démarrez-y Dental Desktop&#x202f;; les cas et les photos restent visibles.</translation>
    </message>
</context>
<context>
    <name>StationMenu</name>
    <message>
        <source>Asking for the stations…</source>
        <translation>Recherche des postes…</translation>
    </message>
    <message>
        <source>%1 – busy</source>
        <comment>station</comment>
        <translation>%1 – occupé</translation>
    </message>
    <message>
        <source>No station is connected. Start Dental Desktop there.</source>
        <translation>Aucun poste n’est connecté. Démarrez-y Dental Desktop.</translation>
    </message>
</context>
<context>
    <name>Store</name>
    <message>
        <source>This entry is being sent or is finished already.</source>
        <translation>Cet envoi est en cours ou déjà terminé.</translation>
    </message>
    <message>
        <source>This entry, or one that depends on it, is being sent or is finished already.</source>
        <translation>Cet envoi, ou un autre qui en dépend, est en cours ou déjà terminé.</translation>
    </message>
    <message>
        <source>There is no such record on this desk.</source>
        <translation>Cette fiche n’existe pas sur ce poste.</translation>
    </message>
    <message>
        <source>Cancelled in %1</source>
        <translation>Annulé dans %1</translation>
    </message>
    <message>
        <source>This appointment exists already.</source>
        <translation>Ce rendez-vous existe déjà.</translation>
    </message>
    <message>
        <source>Somebody else changed this visit meanwhile. Look again.</source>
        <translation>Quelqu’un d’autre a modifié cette visite entre-temps. Regardez à nouveau.</translation>
    </message>
    <message>
        <source>The rest of this invoice was discarded at the desk. Finish it by hand.</source>
        <translation>La suite de cette facture a été abandonnée à l’accueil. Terminez-la à la main.</translation>
    </message>
    <message>
        <source>This patient has another record in DentalTap already. Merge the two records there.</source>
        <translation>Ce patient a déjà une autre fiche dans DentalTap. Fusionnez-y les deux fiches.</translation>
    </message>
    <message>
        <source>This DentalTap record belongs to another patient already. Look again.</source>
        <translation>Cette fiche DentalTap appartient déjà à un autre patient. Regardez à nouveau.</translation>
    </message>
    <message>
        <source>There is no such treatment plan here.</source>
        <translation>Ce plan de traitement n’existe pas ici.</translation>
    </message>
    <message>
        <source>Not all of these acts are left to book: some are booked, done or not accepted. Look at the plan again.</source>
        <translation>Ces actes ne sont pas tous à programmer&#xa0;: certains sont déjà programmés, faits ou non acceptés. Regardez de nouveau le plan.</translation>
    </message>
</context>
<context>
    <name>SystemBoard</name>
    <message>
        <source>last contact %1</source>
        <translation>dernier contact %1</translation>
    </message>
    <message>
        <source>no contact yet</source>
        <translation>pas encore de contact</translation>
    </message>
    <message>
        <source>%1 of %2 calls today</source>
        <translation>%1 appels sur %2 aujourd’hui</translation>
    </message>
    <message numerus="yes">
        <source>%n call(s) today</source>
        <translation>
            <numerusform>%n appel aujourd’hui</numerusform>
            <numerusform>%n appels aujourd’hui</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SystemLight</name>
    <message>
        <source>Last contact at %1.</source>
        <translation>Dernier contact à %1.</translation>
    </message>
    <message>
        <source>No contact yet since the start.</source>
        <translation>Pas de contact depuis le démarrage.</translation>
    </message>
    <message>
        <source>sign-in needed</source>
        <translation>connexion requise</translation>
    </message>
    <message>
        <source>retry in %1 s</source>
        <translation>nouvel essai dans %1 s</translation>
    </message>
    <message>
        <source>not reached since %1</source>
        <translation>injoignable depuis %1</translation>
    </message>
    <message>
        <source>not reached</source>
        <translation>injoignable</translation>
    </message>
    <message>
        <source>retry in %1 min</source>
        <translation>nouvel essai dans %1 min</translation>
    </message>
</context>
<context>
    <name>Tooth</name>
    <message>
        <source>“%1” is not a tooth in FDI numbers.</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas une dent en numérotation FDI.</translation>
    </message>
    <message>
        <source>“%1” goes from one jaw or dentition to another. Write one range for each.</source>
        <translation>«&#xa0;%1&#xa0;» passe d’une arcade ou d’une denture à l’autre. Écrivez une plage pour chacune.</translation>
    </message>
    <message>
        <source>“%1” names no tooth.</source>
        <translation>«&#xa0;%1&#xa0;» ne désigne aucune dent.</translation>
    </message>
    <message>
        <source>upper right central incisor</source>
        <translation>incisive centrale maxillaire droite</translation>
    </message>
    <message>
        <source>upper right lateral incisor</source>
        <translation>incisive latérale maxillaire droite</translation>
    </message>
    <message>
        <source>upper right canine</source>
        <translation>canine maxillaire droite</translation>
    </message>
    <message>
        <source>upper right first premolar</source>
        <translation>première prémolaire maxillaire droite</translation>
    </message>
    <message>
        <source>upper right second premolar</source>
        <translation>deuxième prémolaire maxillaire droite</translation>
    </message>
    <message>
        <source>upper right first molar</source>
        <translation>première molaire maxillaire droite</translation>
    </message>
    <message>
        <source>upper right second molar</source>
        <translation>deuxième molaire maxillaire droite</translation>
    </message>
    <message>
        <source>upper right third molar (wisdom tooth)</source>
        <translation>troisième molaire (dent de sagesse) maxillaire droite</translation>
    </message>
    <message>
        <source>upper left central incisor</source>
        <translation>incisive centrale maxillaire gauche</translation>
    </message>
    <message>
        <source>upper left lateral incisor</source>
        <translation>incisive latérale maxillaire gauche</translation>
    </message>
    <message>
        <source>upper left canine</source>
        <translation>canine maxillaire gauche</translation>
    </message>
    <message>
        <source>upper left first premolar</source>
        <translation>première prémolaire maxillaire gauche</translation>
    </message>
    <message>
        <source>upper left second premolar</source>
        <translation>deuxième prémolaire maxillaire gauche</translation>
    </message>
    <message>
        <source>upper left first molar</source>
        <translation>première molaire maxillaire gauche</translation>
    </message>
    <message>
        <source>upper left second molar</source>
        <translation>deuxième molaire maxillaire gauche</translation>
    </message>
    <message>
        <source>upper left third molar (wisdom tooth)</source>
        <translation>troisième molaire (dent de sagesse) maxillaire gauche</translation>
    </message>
    <message>
        <source>lower left central incisor</source>
        <translation>incisive centrale mandibulaire gauche</translation>
    </message>
    <message>
        <source>lower left lateral incisor</source>
        <translation>incisive latérale mandibulaire gauche</translation>
    </message>
    <message>
        <source>lower left canine</source>
        <translation>canine mandibulaire gauche</translation>
    </message>
    <message>
        <source>lower left first premolar</source>
        <translation>première prémolaire mandibulaire gauche</translation>
    </message>
    <message>
        <source>lower left second premolar</source>
        <translation>deuxième prémolaire mandibulaire gauche</translation>
    </message>
    <message>
        <source>lower left first molar</source>
        <translation>première molaire mandibulaire gauche</translation>
    </message>
    <message>
        <source>lower left second molar</source>
        <translation>deuxième molaire mandibulaire gauche</translation>
    </message>
    <message>
        <source>lower left third molar (wisdom tooth)</source>
        <translation>troisième molaire (dent de sagesse) mandibulaire gauche</translation>
    </message>
    <message>
        <source>lower right central incisor</source>
        <translation>incisive centrale mandibulaire droite</translation>
    </message>
    <message>
        <source>lower right lateral incisor</source>
        <translation>incisive latérale mandibulaire droite</translation>
    </message>
    <message>
        <source>lower right canine</source>
        <translation>canine mandibulaire droite</translation>
    </message>
    <message>
        <source>lower right first premolar</source>
        <translation>première prémolaire mandibulaire droite</translation>
    </message>
    <message>
        <source>lower right second premolar</source>
        <translation>deuxième prémolaire mandibulaire droite</translation>
    </message>
    <message>
        <source>lower right first molar</source>
        <translation>première molaire mandibulaire droite</translation>
    </message>
    <message>
        <source>lower right second molar</source>
        <translation>deuxième molaire mandibulaire droite</translation>
    </message>
    <message>
        <source>lower right third molar (wisdom tooth)</source>
        <translation>troisième molaire (dent de sagesse) mandibulaire droite</translation>
    </message>
    <message>
        <source>upper right primary central incisor</source>
        <translation>incisive centrale temporaire maxillaire droite</translation>
    </message>
    <message>
        <source>upper right primary lateral incisor</source>
        <translation>incisive latérale temporaire maxillaire droite</translation>
    </message>
    <message>
        <source>upper right primary canine</source>
        <translation>canine temporaire maxillaire droite</translation>
    </message>
    <message>
        <source>upper right primary first molar</source>
        <translation>première molaire temporaire maxillaire droite</translation>
    </message>
    <message>
        <source>upper right primary second molar</source>
        <translation>deuxième molaire temporaire maxillaire droite</translation>
    </message>
    <message>
        <source>upper left primary central incisor</source>
        <translation>incisive centrale temporaire maxillaire gauche</translation>
    </message>
    <message>
        <source>upper left primary lateral incisor</source>
        <translation>incisive latérale temporaire maxillaire gauche</translation>
    </message>
    <message>
        <source>upper left primary canine</source>
        <translation>canine temporaire maxillaire gauche</translation>
    </message>
    <message>
        <source>upper left primary first molar</source>
        <translation>première molaire temporaire maxillaire gauche</translation>
    </message>
    <message>
        <source>upper left primary second molar</source>
        <translation>deuxième molaire temporaire maxillaire gauche</translation>
    </message>
    <message>
        <source>lower left primary central incisor</source>
        <translation>incisive centrale temporaire mandibulaire gauche</translation>
    </message>
    <message>
        <source>lower left primary lateral incisor</source>
        <translation>incisive latérale temporaire mandibulaire gauche</translation>
    </message>
    <message>
        <source>lower left primary canine</source>
        <translation>canine temporaire mandibulaire gauche</translation>
    </message>
    <message>
        <source>lower left primary first molar</source>
        <translation>première molaire temporaire mandibulaire gauche</translation>
    </message>
    <message>
        <source>lower left primary second molar</source>
        <translation>deuxième molaire temporaire mandibulaire gauche</translation>
    </message>
    <message>
        <source>lower right primary central incisor</source>
        <translation>incisive centrale temporaire mandibulaire droite</translation>
    </message>
    <message>
        <source>lower right primary lateral incisor</source>
        <translation>incisive latérale temporaire mandibulaire droite</translation>
    </message>
    <message>
        <source>lower right primary canine</source>
        <translation>canine temporaire mandibulaire droite</translation>
    </message>
    <message>
        <source>lower right primary first molar</source>
        <translation>première molaire temporaire mandibulaire droite</translation>
    </message>
    <message>
        <source>lower right primary second molar</source>
        <translation>deuxième molaire temporaire mandibulaire droite</translation>
    </message>
    <message>
        <source>supernumerary tooth beside the %1</source>
        <translation>dent surnuméraire à côté de la %1</translation>
    </message>
    <message>
        <source>mesial</source>
        <translation>mésiale</translation>
    </message>
    <message>
        <source>occlusal</source>
        <translation>occlusale</translation>
    </message>
    <message>
        <source>incisal</source>
        <translation>incisale</translation>
    </message>
    <message>
        <source>distal</source>
        <translation>distale</translation>
    </message>
    <message>
        <source>vestibular</source>
        <translation>vestibulaire</translation>
    </message>
    <message>
        <source>cervical</source>
        <translation>cervicale</translation>
    </message>
    <message>
        <source>palatal</source>
        <translation>palatine</translation>
    </message>
    <message>
        <source>lingual</source>
        <translation>linguale</translation>
    </message>
    <message>
        <source>mesio-vestibular</source>
        <translation>mésio-vestibulaire</translation>
    </message>
    <message>
        <source>disto-vestibular</source>
        <translation>disto-vestibulaire</translation>
    </message>
    <message>
        <source>mesio-palatal</source>
        <translation>mésio-palatin</translation>
    </message>
    <message>
        <source>mesio-lingual</source>
        <translation>mésio-lingual</translation>
    </message>
    <message>
        <source>disto-palatal</source>
        <translation>disto-palatin</translation>
    </message>
    <message>
        <source>disto-lingual</source>
        <translation>disto-lingual</translation>
    </message>
    <message>
        <source>not recorded</source>
        <translation>non renseignée</translation>
    </message>
    <message>
        <source>present</source>
        <translation>présente</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>absente</translation>
    </message>
    <message>
        <source>extracted</source>
        <translation>extraite</translation>
    </message>
    <message>
        <source>impacted</source>
        <translation>incluse</translation>
    </message>
    <message>
        <source>not yet erupted</source>
        <translation>pas encore sortie</translation>
    </message>
    <message>
        <source>implant</source>
        <translation>implant</translation>
    </message>
    <message>
        <source>bridge pontic</source>
        <translation>intermédiaire de bridge</translation>
    </message>
    <message>
        <source>“%1” is no tooth that we know.</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas une dent connue.</translation>
    </message>
    <message>
        <source>Tooth %1: DentalTap says “%2”.</source>
        <translation>Dent %1&#xa0;: DentalTap indique «&#xa0;%2&#xa0;».</translation>
    </message>
    <message>
        <source>Tooth %1 came twice from DentalTap, the second time as “%2”.</source>
        <translation>La dent %1 est arrivée deux fois de DentalTap, la seconde fois comme «&#xa0;%2&#xa0;».</translation>
    </message>
    <message>
        <source>Tooth %1: “%2” is no surface that we know.</source>
        <translation>Dent %1&#xa0;: «&#xa0;%2&#xa0;» n’est pas une face connue.</translation>
    </message>
    <message>
        <source>Tooth %1: surface %2 does not belong to this tooth.</source>
        <translation>Dent %1&#xa0;: la face %2 n’existe pas sur cette dent.</translation>
    </message>
    <message>
        <source>Tooth %1: “%2” is no probing site that we know.</source>
        <translation>Dent %1&#xa0;: «&#xa0;%2&#xa0;» n’est pas un site de sondage connu.</translation>
    </message>
    <message>
        <source>Tooth %1: %2 cannot be right; it is in no figure.</source>
        <translation>Dent %1&#xa0;: %2 ne peut pas être exact&#xa0;; cette mesure n’entre dans aucun calcul.</translation>
    </message>
    <message>
        <source>Tooth %1: depth and recession (%2) do not go together; their attachment level is in no figure.</source>
        <translation>Dent %1&#xa0;: profondeur et récession (%2) ne vont pas ensemble&#xa0;; leur niveau d’attache n’entre dans aucun calcul.</translation>
    </message>
    <message>
        <source>Tooth %1, %2: DentalTap states an attachment level of %3 mm, the measures give %4 mm.</source>
        <translation>Dent %1, %2&#xa0;: DentalTap indique un niveau d’attache de %3 mm, les mesures donnent %4 mm.</translation>
    </message>
    <message>
        <source>Bleeding: DentalTap states %1 %, the measured sites give %2 %.</source>
        <translation>Saignement&#xa0;: DentalTap indique %1&#xa0;%, les sites mesurés donnent %2&#xa0;%.</translation>
    </message>
    <message>
        <source>Plaque: DentalTap states %1 %, the measured sites give %2 %.</source>
        <translation>Plaque&#xa0;: DentalTap indique %1&#xa0;%, les sites mesurés donnent %2&#xa0;%.</translation>
    </message>
</context>
<context>
    <name>ToothPanel</name>
    <message>
        <source>Scans…</source>
        <translation>Scans…</translation>
    </message>
    <message>
        <source>&amp;Use in proposal</source>
        <translation>&amp;Utiliser dans la proposition</translation>
    </message>
    <message>
        <source>Chosen tooth</source>
        <translation>Dent choisie</translation>
    </message>
    <message>
        <source>Choose a tooth to see its history, what is planned and its probing.

Click it, walk there with the arrow keys, or type its number. Drag over several, or hold Ctrl or Shift, to choose more than one.</source>
        <translation>Choisissez une dent pour voir son historique, ce qui est prévu et son sondage.

Cliquez dessus, allez-y avec les flèches ou tapez son numéro. Glissez sur plusieurs, ou tenez Ctrl ou Maj, pour en choisir plus d’une.</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historique</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>Prévu</translation>
    </message>
    <message>
        <source>Probing</source>
        <translation>Sondage</translation>
    </message>
    <message>
        <source>Scans touching this tooth</source>
        <translation>Scans qui touchent cette dent</translation>
    </message>
    <message>
        <source>Keeps the findings and the picture of the chosen teeth for the treatment proposal</source>
        <translation>Garde les constatations et l’image des dents choisies pour la proposition de traitement</translation>
    </message>
    <message numerus="yes">
        <source>%n teeth</source>
        <translation>
            <numerusform>%n dent</numerusform>
            <numerusform>%n dents</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is recorded for it.</source>
        <translation>Rien n’est saisi pour elle.</translation>
    </message>
    <message>
        <source>An act that the catalogue does not know</source>
        <translation>Un acte que le catalogue ne connaît pas</translation>
    </message>
    <message>
        <source>plan %1</source>
        <translation>plan %1</translation>
    </message>
    <message>
        <source>Nothing is planned.</source>
        <translation>Rien n’est prévu.</translation>
    </message>
    <message>
        <source>Site</source>
        <comment>periodontal</comment>
        <translation>Site</translation>
    </message>
    <message>
        <source>Choose one tooth to see its probing.</source>
        <translation>Choisissez une seule dent pour voir son sondage.</translation>
    </message>
    <message>
        <source>It was not probed.</source>
        <translation>Elle n’a pas été sondée.</translation>
    </message>
    <message>
        <source>Depth mm</source>
        <translation>Profondeur mm</translation>
    </message>
    <message>
        <source>Recession</source>
        <translation>Récession</translation>
    </message>
    <message>
        <source>Attachment</source>
        <translation>Attache</translation>
    </message>
    <message>
        <source>Bleeding</source>
        <translation>Saignement</translation>
    </message>
    <message>
        <source>Plaque</source>
        <translation>Plaque</translation>
    </message>
    <message>
        <source>Suppuration</source>
        <translation>Suppuration</translation>
    </message>
    <message>
        <source>Probed on %1.</source>
        <translation>Sondée le %1.</translation>
    </message>
    <message>
        <source>Furcation %1: grade %2.</source>
        <translation>Furcation %1&#xa0;: degré %2.</translation>
    </message>
    <message>
        <source>No case touches it.</source>
        <translation>Aucun cas ne la touche.</translation>
    </message>
</context>
<context>
    <name>ToothWords</name>
    <message>
        <source>Filling</source>
        <comment>restoration</comment>
        <translation>Obturation</translation>
    </message>
    <message>
        <source>Crown</source>
        <comment>restoration</comment>
        <translation>Couronne</translation>
    </message>
    <message>
        <source>Root canal</source>
        <comment>restoration</comment>
        <translation>Traitement canalaire</translation>
    </message>
    <message>
        <source>Bridge</source>
        <comment>restoration</comment>
        <translation>Bridge</translation>
    </message>
    <message>
        <source>Inlay</source>
        <comment>restoration</comment>
        <translation>Inlay</translation>
    </message>
    <message>
        <source>Onlay</source>
        <comment>restoration</comment>
        <translation>Onlay</translation>
    </message>
    <message>
        <source>Veneer</source>
        <comment>restoration</comment>
        <translation>Facette</translation>
    </message>
    <message>
        <source>Sealant</source>
        <comment>restoration</comment>
        <translation>Scellement</translation>
    </message>
    <message>
        <source>Post</source>
        <comment>restoration</comment>
        <translation>Tenon</translation>
    </message>
    <message>
        <source>composite</source>
        <comment>material</comment>
        <translation>composite</translation>
    </message>
    <message>
        <source>ceramic</source>
        <comment>material</comment>
        <translation>céramique</translation>
    </message>
    <message>
        <source>amalgam</source>
        <comment>material</comment>
        <translation>amalgame</translation>
    </message>
    <message>
        <source>resin</source>
        <comment>material</comment>
        <translation>résine</translation>
    </message>
    <message>
        <source>metal</source>
        <comment>material</comment>
        <translation>métal</translation>
    </message>
    <message>
        <source>gold</source>
        <comment>material</comment>
        <translation>or</translation>
    </message>
    <message>
        <source>zirconia</source>
        <comment>material</comment>
        <translation>zircone</translation>
    </message>
    <message>
        <source>Tooth %1</source>
        <translation>Dent %1</translation>
    </message>
    <message>
        <source>Universal %1</source>
        <translation>Universelle %1</translation>
    </message>
    <message>
        <source>FDI %1</source>
        <translation>FDI %1</translation>
    </message>
    <message>
        <source>since %1</source>
        <comment>date</comment>
        <translation>depuis le %1</translation>
    </message>
    <message>
        <source>temporary</source>
        <comment>restoration</comment>
        <translation>provisoire</translation>
    </message>
    <message>
        <source>(temporary)</source>
        <comment>restoration</comment>
        <translation>(provisoire)</translation>
    </message>
    <message numerus="yes">
        <source>%n planned</source>
        <translation>
            <numerusform>%n prévu</numerusform>
            <numerusform>%n prévus</numerusform>
        </translation>
    </message>
    <message>
        <source>Mobility %1</source>
        <translation>Mobilité %1</translation>
    </message>
    <message>
        <source>probing depth in mm: %1</source>
        <translation>profondeur de sondage en mm&#xa0;: %1</translation>
    </message>
    <message numerus="yes">
        <source>bleeding at %n site(s)</source>
        <translation>
            <numerusform>saignement à %n site</numerusform>
            <numerusform>saignement à %n sites</numerusform>
        </translation>
    </message>
    <message>
        <source>planned</source>
        <comment>treatment</comment>
        <translation>prévu</translation>
    </message>
</context>
<context>
    <name>Transport</name>
    <message>
        <source>The call to %1 was ended.</source>
        <translation>L’appel vers %1 a été interrompu.</translation>
    </message>
</context>
<context>
    <name>Vdds</name>
    <message>
        <source>%1 cannot be written. The file belongs to the computer&apos;s administrator: run this once with administrator rights.</source>
        <translation>%1 ne peut pas être écrit. Ce fichier appartient à l’administrateur de l’ordinateur&#xa0;: lancez ceci une fois avec les droits d’administrateur.</translation>
    </message>
    <message>
        <source>Another program is registered under the name %1. Choose another one with [vdds] section.</source>
        <translation>Un autre programme est enregistré sous le nom %1. Choisissez-en un autre avec [vdds] section.</translation>
    </message>
    <message>
        <source>No imaging program on this computer exchanges images: there is no %1. Where Dental Desktop shares the computer, switch its practice integration to VDDS.</source>
        <translation>Aucun programme d’imagerie de cet ordinateur n’échange d’images&#xa0;: il n’y a pas de %1. Là où Dental Desktop partage l’ordinateur, réglez son intégration au cabinet sur VDDS.</translation>
    </message>
    <message>
        <source>%1 cannot be read.</source>
        <translation>%1 ne peut pas être lu.</translation>
    </message>
    <message>
        <source>%1 is being changed. Try again.</source>
        <translation>%1 est en cours de modification. Réessayez.</translation>
    </message>
    <message>
        <source>%1 was changed by another program meanwhile. Try again.</source>
        <translation>%1 a été modifié entre-temps par un autre programme. Réessayez.</translation>
    </message>
    <message>
        <source>The imaging program refused (error %1).</source>
        <translation>Le programme d’imagerie a refusé (erreur %1).</translation>
    </message>
    <message>
        <source>The imaging program refused (error %1): %2</source>
        <translation>Le programme d’imagerie a refusé (erreur %1)&#xa0;: %2</translation>
    </message>
    <message>
        <source>No imaging program is registered on this computer. Switch Dental Desktop&apos;s practice integration to VDDS.</source>
        <translation>Aucun programme d’imagerie n’est enregistré sur cet ordinateur. Réglez l’intégration au cabinet de Dental Desktop sur VDDS.</translation>
    </message>
    <message>
        <source>Name the imaging program with [vdds] imaging. There are: %1.</source>
        <translation>Indiquez le programme d’imagerie avec [vdds] imaging. Il y a&#xa0;: %1.</translation>
    </message>
    <message>
        <source>%1 does not offer this (%2).</source>
        <translation>%1 ne propose pas cela (%2).</translation>
    </message>
    <message>
        <source>The program that %1 registered for %2 is not on this computer, or may not be started.</source>
        <translation>Le programme que %1 a enregistré pour %2 n’est pas sur cet ordinateur, ou ne peut pas être lancé.</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Arrêté.</translation>
    </message>
    <message>
        <source>Another exchange with the imaging program is still under way. Try again.</source>
        <translation>Un autre échange avec le programme d’imagerie est encore en cours. Réessayez.</translation>
    </message>
    <message>
        <source>The file for the imaging program cannot be written. Is the disk full?</source>
        <translation>Le fichier destiné au programme d’imagerie ne peut pas être écrit. Le disque est-il plein&#xa0;?</translation>
    </message>
    <message>
        <source>Result unknown: the imaging program took the file and gave no answer. Look there before you try again.</source>
        <translation>Résultat inconnu&#xa0;: le programme d’imagerie a pris le fichier sans donner de réponse. Regardez là-bas avant de réessayer.</translation>
    </message>
    <message>
        <source>Stopped. What the imaging program had begun may still be done there.</source>
        <translation>Arrêté. Ce que le programme d’imagerie avait commencé peut encore s’y terminer.</translation>
    </message>
    <message>
        <source>The imaging program did not answer. Is somebody signed in there, and is it open exactly once?</source>
        <translation>Le programme d’imagerie n’a pas répondu. Quelqu’un y a-t-il ouvert une session, et est-il ouvert une seule fois&#xa0;?</translation>
    </message>
    <message>
        <source>The imaging program needs the patient&apos;s number in the CRM and the last name.</source>
        <translation>Le programme d’imagerie a besoin du numéro du patient dans le CRM et de son nom de famille.</translation>
    </message>
    <message>
        <source>An image cannot be written to that folder. Is it there, and is the disk full?</source>
        <translation>Une image ne peut pas être écrite dans ce dossier. Existe-t-il, et le disque est-il plein&#xa0;?</translation>
    </message>
    <message>
        <source>The imaging program&apos;s file cannot be written.</source>
        <translation>Le fichier du programme d’imagerie ne peut pas être écrit.</translation>
    </message>
</context>
<context>
    <name>VisitActions</name>
    <message>
        <source>&amp;Open visit</source>
        <translation>&amp;Ouvrir la visite</translation>
    </message>
    <message>
        <source>Next &amp;stage</source>
        <translation>Étape &amp;suivante</translation>
    </message>
    <message>
        <source>Check &amp;in</source>
        <translation>Patient &amp;arrivé</translation>
    </message>
    <message>
        <source>&amp;Take to the chair</source>
        <translation>&amp;Faire entrer</translation>
    </message>
    <message>
        <source>E&amp;xit treatment room…</source>
        <translation>So&amp;rtie du fauteuil…</translation>
    </message>
    <message>
        <source>&amp;Decide on the time…</source>
        <translation>Tranc&amp;her l’horaire…</translation>
    </message>
    <message>
        <source>&amp;No-show</source>
        <translation>A&amp;bsent</translation>
    </message>
    <message>
        <source>&amp;Cancel appointment…</source>
        <translation>Ann&amp;uler le rendez-vous…</translation>
    </message>
    <message>
        <source>&amp;Undo last step</source>
        <translation>Défaire la dernière é&amp;tape</translation>
    </message>
    <message>
        <source>&amp;Move…</source>
        <translation>&amp;Déplacer…</translation>
    </message>
    <message>
        <source>Match &amp;patient…</source>
        <translation>Identifier le &amp;patient…</translation>
    </message>
    <message>
        <source>Ta&amp;ke the match back</source>
        <translation>Annuler l’&amp;identification</translation>
    </message>
    <message>
        <source>Ch&amp;art</source>
        <translation>Sch&amp;éma</translation>
    </message>
    <message>
        <source>Treatment p&amp;lans</source>
        <translation>P&amp;lans de traitement</translation>
    </message>
</context>
<context>
    <name>VisitActs</name>
    <message>
        <source>%1, %2–%3</source>
        <comment>day, start, end</comment>
        <translation>%1, %2–%3</translation>
    </message>
    <message>
        <source>dddd d MMMM</source>
        <comment>date format, see QDate::toString</comment>
        <translation>dddd d MMMM</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Défaire</translation>
    </message>
    <message>
        <source>%1 is in the chair.</source>
        <translation>%1&#xa0;: au fauteuil.</translation>
    </message>
    <message>
        <source>%1 did not come.</source>
        <translation>%1&#xa0;: absence notée.</translation>
    </message>
    <message>
        <source>The last step for %1 is undone.</source>
        <translation>%1&#xa0;: dernière étape défaite.</translation>
    </message>
    <message>
        <source>%1 has arrived.</source>
        <translation>%1&#xa0;: arrivée enregistrée.</translation>
    </message>
    <message>
        <source>Check in on another day?</source>
        <translation>Enregistrer l’arrivée un autre jour&#x202f;?</translation>
    </message>
    <message>
        <source>The appointment of %1 is not today but on %2.</source>
        <translation>Le rendez-vous de %1 n’est pas aujourd’hui mais le %2.</translation>
    </message>
    <message>
        <source>Checking in counts the waiting time from now.</source>
        <translation>L’attente est comptée à partir de maintenant.</translation>
    </message>
    <message>
        <source>Check &amp;in now</source>
        <translation>Enregistrer l’&amp;arrivée</translation>
    </message>
    <message>
        <source>The appointment of %1 is cancelled.</source>
        <translation>Le rendez-vous de %1 est annulé.</translation>
    </message>
    <message>
        <source>Which time holds?</source>
        <translation>Quel horaire retenir&#x202f;?</translation>
    </message>
    <message>
        <source>The appointment of %1 was changed here and in %2.</source>
        <translation>Le rendez-vous de %1 a été modifié ici et dans %2.</translation>
    </message>
    <message>
        <source>Here: %1
%2: %3

Nothing was sent yet. The time you choose goes to every system.</source>
        <translation>Ici&#xa0;: %1
%2&#xa0;: %3

Rien n’est encore envoyé. L’horaire choisi ira à tous les systèmes.</translation>
    </message>
    <message>
        <source>&amp;Keep ours</source>
        <translation>&amp;Garder le nôtre</translation>
    </message>
    <message>
        <source>&amp;Take theirs</source>
        <translation>&amp;Prendre le leur</translation>
    </message>
    <message>
        <source>The time is decided.</source>
        <translation>L’horaire est tranché.</translation>
    </message>
    <message>
        <source>Move here all the same?</source>
        <translation>Déplacer ici quand même&#x202f;?</translation>
    </message>
    <message>
        <source>%1 to %2?</source>
        <translation>%1 vers %2&#x202f;?</translation>
    </message>
    <message>
        <source>&amp;Move all the same</source>
        <translation>&amp;Déplacer quand même</translation>
    </message>
    <message>
        <source>%1 is moved to %2.</source>
        <translation>%1&#xa0;: déplacé au %2.</translation>
    </message>
    <message>
        <source>The appointment belongs to %1.</source>
        <translation>Le rendez-vous est celui de %1.</translation>
    </message>
    <message>
        <source>The match is taken back.</source>
        <translation>L’identification est annulée.</translation>
    </message>
    <message>
        <source>%1, %2–%3: surgeon and room are taken</source>
        <comment>who is there, start, end</comment>
        <translation>%1, %2–%3&#xa0;: le chirurgien et la salle sont pris</translation>
    </message>
    <message>
        <source>%1, %2–%3: the surgeon is taken</source>
        <comment>who is there, start, end</comment>
        <translation>%1, %2–%3&#xa0;: le chirurgien est pris</translation>
    </message>
    <message>
        <source>%1, %2–%3: the room is taken</source>
        <comment>who is there, start, end</comment>
        <translation>%1, %2–%3&#xa0;: la salle est prise</translation>
    </message>
</context>
<context>
    <name>VisitPanel</name>
    <message>
        <source>Selected visit</source>
        <translation>Visite choisie</translation>
    </message>
    <message>
        <source>%1: open the patient&apos;s record</source>
        <translation>%1&#xa0;: ouvrir la fiche du patient</translation>
    </message>
    <message>
        <source>F</source>
        <comment>female, short</comment>
        <translation>F</translation>
    </message>
    <message>
        <source>M</source>
        <comment>male, short</comment>
        <translation>H</translation>
    </message>
    <message>
        <source>%1, %2–%3</source>
        <comment>date, start, end</comment>
        <translation>%1, %2–%3</translation>
    </message>
    <message>
        <source>To decide: changed here (%1) and in %2 (%3). The time you choose goes to every system.</source>
        <translation>À trancher&#xa0;: modifié ici (%1) et dans %2 (%3). L’horaire choisi ira à tous les systèmes.</translation>
    </message>
    <message>
        <source>The acts changed after the exit. Look at the lines and confirm again.</source>
        <translation>Les actes ont changé après la sortie. Regardez les lignes et confirmez à nouveau.</translation>
    </message>
    <message>
        <source>%1 (%2): %3</source>
        <comment>command, system, error</comment>
        <translation>%1 (%2)&#xa0;: %3</translation>
    </message>
    <message>
        <source>The surgeon has finished: ready to exit.</source>
        <translation>Le chirurgien a terminé&#xa0;: la sortie est possible.</translation>
    </message>
    <message>
        <source>No order yet: check-in makes the deal and the order in the CRM.</source>
        <translation>Pas encore de commande&#xa0;: l’arrivée crée l’affaire et la commande dans le CRM.</translation>
    </message>
    <message>
        <source>No order yet: the exit makes the deal and the order in the CRM first.</source>
        <translation>Pas encore de commande&#xa0;: la sortie crée d’abord l’affaire et la commande dans le CRM.</translation>
    </message>
    <message>
        <source>Sales order</source>
        <translation>Commande</translation>
    </message>
    <message>
        <source>Sales order %1</source>
        <translation>Commande %1</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>discount %1</source>
        <translation>remise %1</translation>
    </message>
    <message>
        <source>adjustment %1</source>
        <translation>ajustement %1</translation>
    </message>
    <message>
        <source>The time is decided; every system is told.</source>
        <translation>L’horaire est tranché&#x202f;; tous les systèmes sont prévenus.</translation>
    </message>
    <message>
        <source>Choose an appointment to see its patient, its order and what comes next.
Ctrl+N books a walk-in.</source>
        <translation>Choisissez un rendez-vous pour voir son patient, sa commande et la suite.
Ctrl+N réserve une première consultation.</translation>
    </message>
    <message>
        <source>Linked records</source>
        <translation>Fiches liées</translation>
    </message>
    <message>
        <source>Open the patient&apos;s record</source>
        <translation>Ouvrir la fiche du patient</translation>
    </message>
    <message>
        <source>Keep ours</source>
        <translation>Garder le nôtre</translation>
    </message>
    <message>
        <source>Take theirs</source>
        <translation>Prendre le leur</translation>
    </message>
    <message>
        <source>Open in QuickBooks</source>
        <translation>Ouvrir dans QuickBooks</translation>
    </message>
    <message>
        <source>DentalTap calls this patient “%1” and no patient at this desk is matched with them. Say who they are, and check-in can go on.</source>
        <translation>DentalTap nomme ce patient «&#xa0;%1&#xa0;» et aucun patient de ce poste ne lui correspond. Dites qui c’est, et l’accueil pourra continuer.</translation>
    </message>
    <message>
        <source>Match &amp;patient…</source>
        <translation>Identifier le &amp;patient…</translation>
    </message>
    <message>
        <source>%1: say who this patient is</source>
        <translation>%1&#xa0;: dire qui est ce patient</translation>
    </message>
    <message>
        <source>Say who this patient is</source>
        <translation>Dire qui est ce patient</translation>
    </message>
    <message>
        <source>Waits for a slot. Choose a time, or drag it from the list below the day to its place.</source>
        <translation>En attente d’un créneau. Choisissez une heure, ou glissez le rendez-vous de la liste sous la journée à sa place.</translation>
    </message>
    <message>
        <source>tax %1</source>
        <translation>taxe %1</translation>
    </message>
    <message>
        <source>Asking DentalTap…</source>
        <translation>Demande à DentalTap…</translation>
    </message>
    <message>
        <source>Dental profile</source>
        <translation>Profil dentaire</translation>
    </message>
</context>
<context>
    <name>VisitRules</name>
    <message>
        <source>The patient has not arrived yet.</source>
        <translation>Le patient n’est pas encore arrivé.</translation>
    </message>
    <message>
        <source>The patient is in the waiting room.</source>
        <translation>Le patient est en salle d’attente.</translation>
    </message>
    <message>
        <source>The patient is in the treatment room.</source>
        <translation>Le patient est au fauteuil.</translation>
    </message>
    <message>
        <source>The visit is over and its invoice is on its way.</source>
        <translation>La visite est terminée et sa facture est en cours.</translation>
    </message>
    <message>
        <source>The visit is over and invoiced.</source>
        <translation>La visite est terminée et facturée.</translation>
    </message>
    <message>
        <source>The visit is over and was closed without charge.</source>
        <translation>La visite est terminée et close sans frais.</translation>
    </message>
    <message>
        <source>The visit is marked as a no-show.</source>
        <translation>La visite est notée comme absence.</translation>
    </message>
    <message>
        <source>The visit is cancelled.</source>
        <translation>La visite est annulée.</translation>
    </message>
    <message>
        <source>Undo that first, or book a new visit.</source>
        <translation>Défaites d’abord cette étape, ou réservez une nouvelle visite.</translation>
    </message>
    <message>
        <source>There is nothing left to do here.</source>
        <translation>Il n’y a plus rien à faire ici.</translation>
    </message>
    <message>
        <source>Nobody has said yet who this patient is. Choose the patient, or make a new one, and try again.</source>
        <translation>Personne n’a encore dit qui est ce patient. Choisissez le patient, ou créez-le, et réessayez.</translation>
    </message>
    <message>
        <source>Undo that first if the visit does not take place.</source>
        <translation>Défaites d’abord cette étape si la visite n’a pas lieu.</translation>
    </message>
    <message>
        <source>A visit that has begun cannot be moved.</source>
        <translation>Une visite commencée ne peut plus être déplacée.</translation>
    </message>
    <message>
        <source>The visit would end before it begins. Choose another time.</source>
        <translation>La visite finirait avant de commencer. Choisissez un autre horaire.</translation>
    </message>
    <message>
        <source>The reason is longer than 500 characters. Shorten it.</source>
        <translation>Le motif dépasse 500 caractères. Raccourcissez-le.</translation>
    </message>
    <message>
        <source>Seat the patient first.</source>
        <translation>Faites d’abord entrer le patient.</translation>
    </message>
    <message>
        <source>This order is an invoice already. Use &quot;Correct invoice&quot; to change what was billed.</source>
        <translation>Cette commande est déjà une facture. Utilisez «&#x202f;Corriger la facture&#x202f;» pour modifier ce qui a été facturé.</translation>
    </message>
    <message>
        <source>The lines have changed since they were shown. Look at them and confirm again.</source>
        <translation>Les lignes ont changé depuis leur affichage. Regardez-les et confirmez à nouveau.</translation>
    </message>
    <message>
        <source>The catalogue does not know an act of this visit. Choose its product, or leave it for the office.</source>
        <translation>Le catalogue ne connaît pas un acte de cette visite. Choisissez son produit, ou laissez-le au secrétariat.</translation>
    </message>
    <message>
        <source>The total is below zero. Correct the discount or the prices of the order in the CRM.</source>
        <translation>Le total est négatif. Corrigez la remise ou les prix de la commande dans le CRM.</translation>
    </message>
    <message>
        <source>The order is already becoming an invoice, so the exit cannot be taken back. Use &quot;Correct invoice&quot; once the invoice is there.</source>
        <translation>La commande devient déjà une facture&#xa0;: la sortie ne peut plus être défaite. Utilisez «&#x202f;Corriger la facture&#x202f;» quand la facture sera là.</translation>
    </message>
    <message>
        <source>The CRM knows it already, so it cannot be taken back. Book a new visit if something is to be billed.</source>
        <translation>Le CRM le sait déjà&#xa0;: on ne peut plus le défaire. Réservez une nouvelle visite s’il y a quelque chose à facturer.</translation>
    </message>
    <message>
        <source>Use &quot;Correct invoice&quot; to change what was billed.</source>
        <translation>Utilisez «&#x202f;Corriger la facture&#x202f;» pour modifier ce qui a été facturé.</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>Il n’y a rien à défaire.</translation>
    </message>
    <message>
        <source>The lines of this order have not been read from the CRM yet. Try again in a moment.</source>
        <translation>Les lignes de cette commande n’ont pas encore été lues dans le CRM. Réessayez dans un instant.</translation>
    </message>
    <message>
        <source>An act of these has been settled meanwhile, or is no longer recorded. Look again.</source>
        <translation>L’un de ces actes a été réglé entre-temps, ou n’est plus noté. Regardez à nouveau.</translation>
    </message>
    <message>
        <source>There is no open act on this visit.</source>
        <translation>Cette visite n’a aucun acte en attente.</translation>
    </message>
    <message>
        <source>What came after the exit can be billed when it is made.</source>
        <translation>Ce qui est venu après la sortie pourra être facturé quand elle sera établie.</translation>
    </message>
    <message>
        <source>Acts are billed by the exit of the treatment room.</source>
        <translation>Les actes se facturent à la sortie de la salle de soins.</translation>
    </message>
    <message>
        <source>An act that was changed or removed after it was invoiced cannot be billed again. Correct the invoice, or ignore the change with a reason.</source>
        <translation>Un acte modifié ou retiré après sa facturation ne peut pas être facturé à nouveau. Corrigez la facture, ou ignorez la modification en indiquant un motif.</translation>
    </message>
    <message>
        <source>The catalogue does not know an act of these. Choose its product first.</source>
        <translation>Le catalogue ne connaît pas l’un de ces actes. Choisissez d’abord son produit.</translation>
    </message>
    <message>
        <source>The acts have changed since they were shown. Look at them and bill again.</source>
        <translation>Les actes ont changé depuis leur affichage. Vérifiez-les et facturez à nouveau.</translation>
    </message>
    <message>
        <source>There is nothing to pay for these acts. Ignore them with a reason.</source>
        <translation>Il n’y a rien à payer pour ces actes. Ignorez-les en indiquant un motif.</translation>
    </message>
    <message>
        <source>Say why, for the audit.</source>
        <translation>Indiquez un motif, pour le journal d’audit.</translation>
    </message>
    <message>
        <source>Somebody has said meanwhile who this patient is. Look again.</source>
        <translation>Quelqu’un a dit entre-temps qui est ce patient. Regardez à nouveau.</translation>
    </message>
    <message>
        <source>This patient was not matched at this desk, or DentalTap knows it by now. Correct it in DentalTap.</source>
        <translation>Ce patient n’a pas été identifié à ce poste, ou DentalTap le sait déjà. Corrigez-le dans DentalTap.</translation>
    </message>
    <message>
        <source>DentalTap has been told already who this patient is. Correct it there.</source>
        <translation>DentalTap sait déjà qui est ce patient. Corrigez-le là-bas.</translation>
    </message>
    <message>
        <source>The visit has an order for this patient. Undo the later steps first.</source>
        <translation>La visite a une commande pour ce patient. Annulez d’abord les étapes suivantes.</translation>
    </message>
    <message>
        <source>The appointment waits for a slot. Give it a time in the day first.</source>
        <translation>Le rendez-vous attend un créneau. Donnez-lui d’abord une heure dans la journée.</translation>
    </message>
</context>
<context>
    <name>VisitWords</name>
    <message>
        <source>%1 s</source>
        <comment>seconds</comment>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <comment>minutes</comment>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <comment>hours</comment>
        <translation>%1 h</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n jour</numerusform>
            <numerusform>%n jours</numerusform>
        </translation>
    </message>
    <message>
        <source>nothing read from DentalTap yet</source>
        <translation>rien encore lu dans DentalTap</translation>
    </message>
    <message>
        <source>live from DentalTap · %1 ago</source>
        <translation>DentalTap en direct · il y a %1</translation>
    </message>
    <message>
        <source>last read from DentalTap %1 ago</source>
        <translation>dernière lecture de DentalTap il y a %1</translation>
    </message>
    <message>
        <source>planned, not done</source>
        <comment>order line</comment>
        <translation>prévu, non fait</translation>
    </message>
    <message>
        <source>added in CRM</source>
        <comment>order line</comment>
        <translation>ajouté dans le CRM</translation>
    </message>
    <message>
        <source>not in the catalogue</source>
        <comment>order line</comment>
        <translation>absent du catalogue</translation>
    </message>
    <message>
        <source>%1, price set in CRM</source>
        <comment>order line</comment>
        <translation>%1, prix fixé dans le CRM</translation>
    </message>
    <message>
        <source>price set in CRM</source>
        <comment>order line</comment>
        <translation>prix fixé dans le CRM</translation>
    </message>
    <message>
        <source>No class</source>
        <comment>of an invoice line</comment>
        <translation>Sans classe</translation>
    </message>
    <message>
        <source>Check in</source>
        <comment>button</comment>
        <translation>Arrivé</translation>
    </message>
    <message>
        <source>Seat</source>
        <comment>button: patient goes to the chair</comment>
        <translation>Faire entrer</translation>
    </message>
    <message>
        <source>Exit treatment room…</source>
        <comment>button</comment>
        <translation>Sortie du fauteuil…</translation>
    </message>
    <message>
        <source>Exit treatment room  →  no charge</source>
        <comment>button</comment>
        <translation>Sortie du fauteuil  →  sans frais</translation>
    </message>
    <message>
        <source>Exit treatment room  →  invoice %1</source>
        <comment>button</comment>
        <translation>Sortie du fauteuil  →  facture %1</translation>
    </message>
    <message>
        <source>Contact</source>
        <comment>record</comment>
        <translation>Contact</translation>
    </message>
    <message>
        <source>Deal · Order</source>
        <comment>records</comment>
        <translation>Affaire · Commande</translation>
    </message>
    <message>
        <source>Deal · Quote · Order</source>
        <comment>records</comment>
        <translation>Affaire · Devis · Commande</translation>
    </message>
    <message>
        <source>Deal · Quote %1 · Order</source>
        <comment>records</comment>
        <translation>Affaire · Devis %1 · Commande</translation>
    </message>
    <message>
        <source>Event</source>
        <comment>record</comment>
        <translation>Événement</translation>
    </message>
    <message>
        <source>Patient</source>
        <comment>record</comment>
        <translation>Patient</translation>
    </message>
    <message>
        <source>Appointment</source>
        <comment>record</comment>
        <translation>Rendez-vous</translation>
    </message>
    <message>
        <source>Invoice</source>
        <comment>record</comment>
        <translation>Facture</translation>
    </message>
    <message>
        <source>Customer</source>
        <comment>record</comment>
        <translation>Client</translation>
    </message>
    <message>
        <source>in step</source>
        <comment>linked record</comment>
        <translation>à jour</translation>
    </message>
    <message>
        <source>sending…</source>
        <comment>linked record</comment>
        <translation>envoi…</translation>
    </message>
    <message>
        <source>needs attention</source>
        <comment>linked record</comment>
        <translation>à traiter</translation>
    </message>
    <message>
        <source>not made yet</source>
        <comment>linked record</comment>
        <translation>pas encore créé</translation>
    </message>
    <message>
        <source>Invoice %1 is made in the CRM; QuickBooks follows.</source>
        <translation>La facture %1 est faite dans le CRM&#x202f;; QuickBooks suit.</translation>
    </message>
    <message>
        <source>The invoice of %1 is kept at this desk. %2 It is sent by itself as soon as that is over.</source>
        <translation>La facture de %1 est conservée à ce poste. %2 Elle part d’elle-même dès que c’est réglé.</translation>
    </message>
    <message>
        <source>Invoice of %1 is being made…</source>
        <translation>Facture de %1 en cours…</translation>
    </message>
    <message>
        <source>Invoiced: %1 · CRM %2</source>
        <translation>Facturé&#xa0;: %1 · CRM %2</translation>
    </message>
    <message>
        <source>Invoiced: %1 · CRM %2 · QuickBooks %3</source>
        <translation>Facturé&#xa0;: %1 · CRM %2 · QuickBooks %3</translation>
    </message>
    <message>
        <source>Closed without charge.</source>
        <translation>Clos sans frais.</translation>
    </message>
    <message>
        <source>from the booking</source>
        <comment>order line</comment>
        <translation>de la réservation</translation>
    </message>
    <message>
        <source>done today</source>
        <comment>order line</comment>
        <translation>fait aujourd’hui</translation>
    </message>
    <message>
        <source>Supplementary invoice of %1 is being made…</source>
        <translation>Facture complémentaire de %1 en cours d’établissement…</translation>
    </message>
    <message>
        <source>Supplement: %1 · CRM %2; QuickBooks follows.</source>
        <translation>Complément&#xa0;: %1 · CRM %2&#xa0;; QuickBooks suit.</translation>
    </message>
    <message>
        <source>Supplement: %1 · CRM %2 · QuickBooks %3</source>
        <translation>Complément&#xa0;: %1 · CRM %2 · QuickBooks %3</translation>
    </message>
    <message>
        <source>Another desk is making the invoice.</source>
        <translation>Un autre poste établit la facture.</translation>
    </message>
    <message>
        <source>Choose a time…</source>
        <comment>button</comment>
        <translation>Choisir une heure…</translation>
    </message>
</context>
<context>
    <name>VisitWorkflow</name>
    <message>
        <source>The order is in %1, the clinic works in %2. Nothing was sent. Correct the order&apos;s currency in the CRM, or invoice it there.</source>
        <translation>La commande est en %1, le cabinet travaille en %2. Rien n’a été envoyé. Corrigez la devise de la commande dans le CRM, ou facturez-la là-bas.</translation>
    </message>
    <message>
        <source>Acts can be settled while the patient is in the treatment room; this visit is not.</source>
        <translation>Les actes se règlent tant que le patient est au fauteuil&#x202f;; ce n’est pas le cas de cette visite.</translation>
    </message>
    <message>
        <source>There is nothing to decide on this appointment any more.</source>
        <translation>Il n’y a plus rien à trancher pour ce rendez-vous.</translation>
    </message>
</context>
<context>
    <name>WaitingList</name>
    <message>
        <source>Waiting room</source>
        <translation>Salle d’attente</translation>
    </message>
    <message>
        <source>Waiting room · nobody</source>
        <translation>Salle d’attente · personne</translation>
    </message>
    <message numerus="yes">
        <source>Waiting room · %n patient(s)</source>
        <translation>
            <numerusform>Salle d’attente · %n patient</numerusform>
            <numerusform>Salle d’attente · %n patients</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WalkInDialog</name>
    <message>
        <source>Book a walk-in</source>
        <translation>Réserver une première consultation</translation>
    </message>
    <message>
        <source>Makes the contact, the deal, the order with its consultation, the DentalTap appointment and the calendar event together.</source>
        <translation>Crée ensemble le contact, l’affaire, la commande avec sa consultation, le rendez-vous DentalTap et l’événement d’agenda.</translation>
    </message>
    <message>
        <source>&amp;Patient: type a name, phone number or birth date</source>
        <translation>P&amp;atient&#xa0;: tapez le nom, le téléphone ou la date de naissance</translation>
    </message>
    <message>
        <source>Patient: name, phone number or birth date</source>
        <translation>Patient&#xa0;: nom, téléphone ou date de naissance</translation>
    </message>
    <message>
        <source>New patient</source>
        <translation>Nouveau patient</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Changer</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>M&amp;otif</translation>
    </message>
    <message>
        <source>R&amp;oom</source>
        <translation>&amp;Salle</translation>
    </message>
    <message>
        <source>Fee on the order</source>
        <translation>Honoraires sur la commande</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motif</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>Salle</translation>
    </message>
    <message>
        <source>First free times today</source>
        <translation>Premiers créneaux libres aujourd’hui</translation>
    </message>
    <message>
        <source>&amp;Note for the surgeon</source>
        <translation>Note pour le &amp;chirurgien</translation>
    </message>
    <message>
        <source>Note for the surgeon</source>
        <translation>Note pour le chirurgien</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>Annu&amp;ler</translation>
    </message>
    <message>
        <source>Book</source>
        <translation>Réserver</translation>
    </message>
    <message numerus="yes">
        <source>The note takes %n character(s) at most; the rest was left out.</source>
        <translation>
            <numerusform>La note accepte %n caractère au plus&#x202f;; le reste a été coupé.</numerusform>
            <numerusform>La note accepte %n caractères au plus&#x202f;; le reste a été coupé.</numerusform>
        </translation>
    </message>
    <message>
        <source>Any free room</source>
        <translation>Toute salle libre</translation>
    </message>
    <message>
        <source>%1 · %2 min</source>
        <comment>act and its length</comment>
        <translation>%1 · %2 min</translation>
    </message>
    <message>
        <source>Works offline: sent when the CRM answers</source>
        <translation>Fonctionne hors ligne&#xa0;: envoyé quand le CRM répondra</translation>
    </message>
    <message>
        <source>Who is it? Type a name and choose the patient, or make a new one.</source>
        <translation>Qui est-ce&#x202f;? Tapez un nom et choisissez le patient, ou créez-le.</translation>
    </message>
    <message>
        <source>No time is chosen.</source>
        <translation>Aucun horaire n’est choisi.</translation>
    </message>
    <message>
        <source>Leave the booking?</source>
        <translation>Quitter la réservation&#x202f;?</translation>
    </message>
    <message>
        <source>Nothing is booked yet. What you typed would be lost.</source>
        <translation>Rien n’est encore réservé. Ce que vous avez tapé serait perdu.</translation>
    </message>
    <message>
        <source>&amp;Leave</source>
        <translation>&amp;Quitter</translation>
    </message>
    <message>
        <source>&amp;Go on booking</source>
        <translation>&amp;Continuer la réservation</translation>
    </message>
    <message>
        <source>This is &amp;somebody else</source>
        <translation>C’est quelqu’un d’a&amp;utre</translation>
    </message>
    <message>
        <source>Similar patients</source>
        <translation>Patients semblables</translation>
    </message>
    <message numerus="yes">
        <source>The search takes %n character(s) at most; the rest was left out.</source>
        <translation>
            <numerusform>La recherche accepte %n caractère au plus&#x202f;; le reste a été coupé.</numerusform>
            <numerusform>La recherche accepte %n caractères au plus&#x202f;; le reste a été coupé.</numerusform>
        </translation>
    </message>
    <message>
        <source>archived</source>
        <translation>archivé</translation>
    </message>
    <message numerus="yes">
        <source>%n patient(s) of the clinic look(s) like this. Choose the right one, or say that this is somebody else.</source>
        <translation>
            <numerusform>%n patient du cabinet lui ressemble. Choisissez le bon, ou indiquez qu’il s’agit de quelqu’un d’autre.</numerusform>
            <numerusform>%n patients du cabinet lui ressemblent. Choisissez le bon, ou indiquez qu’il s’agit de quelqu’un d’autre.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Back to search</source>
        <translation>Retour à la recherch&amp;e</translation>
    </message>
    <message>
        <source>C&amp;hange</source>
        <translation>C&amp;hanger</translation>
    </message>
    <message>
        <source>The patients of the clinic appear here while you type. Enter takes the chosen one.</source>
        <translation>Les patients du cabinet apparaissent ici pendant la saisie. Entrée prend celui qui est choisi.</translation>
    </message>
</context>
<context>
    <name>Wire</name>
    <message>
        <source>The call to %1 was ended.</source>
        <translation>L’appel vers %1 a été interrompu.</translation>
    </message>
    <message>
        <source>The address of %1 in the settings is missing or not safe: only https, or http within the clinic&apos;s own network, is allowed.</source>
        <translation>L’adresse de %1 dans les réglages manque ou n’est pas sûre&#xa0;: seul https, ou http dans le réseau du cabinet, est permis.</translation>
    </message>
    <message>
        <source>%1 did not answer in time. It is tried again.</source>
        <translation>%1 n’a pas répondu à temps. Un nouvel essai suit.</translation>
    </message>
    <message>
        <source>A safe connection to %1 could not be made. Check the network and this computer&apos;s date; nothing was sent.</source>
        <translation>Impossible d’établir une connexion sûre avec %1. Vérifiez le réseau et la date de cet ordinateur&#x202f;; rien n’a été envoyé.</translation>
    </message>
    <message>
        <source>The connection to %1 broke before it answered. It is tried again.</source>
        <translation>La connexion à %1 s’est rompue avant la réponse. Un nouvel essai suit.</translation>
    </message>
    <message>
        <source>%1 cannot be reached. It is tried again when the network is back.</source>
        <translation>%1 est injoignable. Un nouvel essai suivra au retour du réseau.</translation>
    </message>
    <message>
        <source>%1 sent an answer that cannot be read. Try again; if it stays, the system may have been changed.</source>
        <translation>%1 a envoyé une réponse illisible. Réessayez&#x202f;; si cela persiste, le système a peut-être été modifié.</translation>
    </message>
    <message>
        <source>%1 sent more than is allowed. It was not read.</source>
        <translation>%1 a envoyé plus que ce qui est permis. La réponse n’a pas été lue.</translation>
    </message>
</context>
<context>
    <name>Wording</name>
    <message>
        <source>Confirmed</source>
        <comment>visit state</comment>
        <translation>Confirmé</translation>
    </message>
    <message>
        <source>Booked</source>
        <comment>visit state</comment>
        <translation>Prévu</translation>
    </message>
    <message>
        <source>Arrived</source>
        <comment>visit state</comment>
        <translation>Arrivé</translation>
    </message>
    <message>
        <source>In treatment</source>
        <comment>visit state</comment>
        <translation>Au fauteuil</translation>
    </message>
    <message>
        <source>Invoice on its way</source>
        <comment>visit state</comment>
        <translation>Facturation</translation>
    </message>
    <message>
        <source>Invoiced</source>
        <comment>visit state</comment>
        <translation>Facturé</translation>
    </message>
    <message>
        <source>No charge</source>
        <comment>visit state</comment>
        <translation>Sans frais</translation>
    </message>
    <message>
        <source>No-show</source>
        <comment>visit state</comment>
        <translation>Absent</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <comment>visit state</comment>
        <translation>Annulé</translation>
    </message>
    <message>
        <source>This desk</source>
        <comment>system</comment>
        <translation>Ce poste</translation>
    </message>
    <message>
        <source>CRM</source>
        <comment>system</comment>
        <translation>CRM</translation>
    </message>
    <message>
        <source>DentalTap</source>
        <comment>system</comment>
        <translation>DentalTap</translation>
    </message>
    <message>
        <source>QuickBooks</source>
        <comment>system</comment>
        <translation>QuickBooks</translation>
    </message>
    <message>
        <source>Calendar</source>
        <comment>system</comment>
        <translation>Agenda</translation>
    </message>
    <message>
        <source>Dental Desktop</source>
        <comment>system</comment>
        <translation>Dental Desktop</translation>
    </message>
    <message>
        <source>Open Dental</source>
        <comment>system</comment>
        <translation>Open Dental</translation>
    </message>
    <message>
        <source>Julie</source>
        <comment>system</comment>
        <translation>Julie</translation>
    </message>
    <message>
        <source>Booking</source>
        <comment>command</comment>
        <translation>Réservation</translation>
    </message>
    <message>
        <source>Appointment time</source>
        <comment>command</comment>
        <translation>Horaire du rendez-vous</translation>
    </message>
    <message>
        <source>Links between the records</source>
        <comment>command</comment>
        <translation>Liens entre les fiches</translation>
    </message>
    <message>
        <source>Cancellation</source>
        <comment>command</comment>
        <translation>Annulation</translation>
    </message>
    <message>
        <source>Booking taken up again</source>
        <comment>command</comment>
        <translation>Reprise de la réservation</translation>
    </message>
    <message>
        <source>Patient&apos;s details</source>
        <comment>command</comment>
        <translation>Coordonnées du patient</translation>
    </message>
    <message>
        <source>Patient</source>
        <comment>command</comment>
        <translation>Patient</translation>
    </message>
    <message>
        <source>Appointment</source>
        <comment>command</comment>
        <translation>Rendez-vous</translation>
    </message>
    <message>
        <source>Stage of the visit</source>
        <comment>command</comment>
        <translation>Étape de la visite</translation>
    </message>
    <message>
        <source>Calendar entry</source>
        <comment>command</comment>
        <translation>Événement d’agenda</translation>
    </message>
    <message>
        <source>Calendar entry taken off</source>
        <comment>command</comment>
        <translation>Retrait de l’agenda</translation>
    </message>
    <message>
        <source>Order lines</source>
        <comment>command</comment>
        <translation>Lignes de commande</translation>
    </message>
    <message>
        <source>Last look at the recorded acts</source>
        <comment>command</comment>
        <translation>Dernière lecture des actes</translation>
    </message>
    <message>
        <source>Invoice</source>
        <comment>command</comment>
        <translation>Facture</translation>
    </message>
    <message>
        <source>Customer</source>
        <comment>command</comment>
        <translation>Client</translation>
    </message>
    <message>
        <source>Invoice in the ledger</source>
        <comment>command</comment>
        <translation>Facture en comptabilité</translation>
    </message>
    <message>
        <source>Order delivered</source>
        <comment>command</comment>
        <translation>Commande livrée</translation>
    </message>
    <message>
        <source>Waiting</source>
        <comment>outbox</comment>
        <translation>En attente</translation>
    </message>
    <message>
        <source>Sending</source>
        <comment>outbox</comment>
        <translation>Envoi en cours</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <comment>outbox</comment>
        <translation>À traiter</translation>
    </message>
    <message>
        <source>Sent</source>
        <comment>outbox</comment>
        <translation>Envoyé</translation>
    </message>
    <message>
        <source>Discarded</source>
        <comment>outbox</comment>
        <translation>Abandonné</translation>
    </message>
    <message>
        <source>Name locked</source>
        <comment>no key to read it with</comment>
        <translation>Nom verrouillé</translation>
    </message>
    <message>
        <source>The surgeon has another appointment then.</source>
        <translation>Le chirurgien a un autre rendez-vous à cette heure.</translation>
    </message>
    <message>
        <source>The room is taken then.</source>
        <translation>La salle est prise à cette heure.</translation>
    </message>
    <message>
        <source>The surgeon&apos;s calendar says busy.</source>
        <translation>L’agenda du chirurgien est occupé.</translation>
    </message>
    <message>
        <source>It lies outside the opening hours.</source>
        <translation>C’est en dehors des heures d’ouverture.</translation>
    </message>
    <message>
        <source>It would end before it starts.</source>
        <translation>Le rendez-vous finirait avant de commencer.</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h %2</source>
        <comment>hours and minutes</comment>
        <translation>%1 h %2</translation>
    </message>
    <message>
        <source>dddd d MMMM yyyy</source>
        <comment>date format, see QDate::toString</comment>
        <translation>dddd d MMMM yyyy</translation>
    </message>
    <message>
        <source>Unknown patient</source>
        <comment>not matched, name not read</comment>
        <translation>Patient inconnu</translation>
    </message>
    <message>
        <source>Supplementary order</source>
        <comment>command</comment>
        <translation>Commande complémentaire</translation>
    </message>
    <message>
        <source>Supplementary invoice</source>
        <comment>command</comment>
        <translation>Facture complémentaire</translation>
    </message>
    <message>
        <source>Supplementary invoice in the ledger</source>
        <comment>command</comment>
        <translation>Facture complémentaire en comptabilité</translation>
    </message>
    <message>
        <source>Supplementary order delivered</source>
        <comment>command</comment>
        <translation>Commande complémentaire livrée</translation>
    </message>
    <message>
        <source>Order named in the appointment</source>
        <comment>command</comment>
        <translation>Commande indiquée dans le rendez-vous</translation>
    </message>
    <message>
        <source>Patient&apos;s details for scans</source>
        <comment>command</comment>
        <translation>Coordonnées du patient pour les empreintes</translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <comment>date format, see QDate::toString</comment>
        <translation>d MMMM yyyy</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>first day, last day</comment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>d MMMM</source>
        <comment>date format, see QDate::toString</comment>
        <translation>d MMMM</translation>
    </message>
    <message>
        <source>%1–%2</source>
        <comment>first day of the month, last day with month and year</comment>
        <translation>%1–%2</translation>
    </message>
    <message>
        <source>Quote</source>
        <comment>command</comment>
        <translation>Devis</translation>
    </message>
    <message>
        <source>Proposal beside its quote</source>
        <comment>command</comment>
        <translation>Proposition jointe au devis</translation>
    </message>
    <message>
        <source>Quote named in the plan</source>
        <comment>command</comment>
        <translation>Devis inscrit dans le plan</translation>
    </message>
    <message>
        <source>Signatures into the plan</source>
        <comment>command</comment>
        <translation>Signatures portées au plan</translation>
    </message>
</context>
<context>
    <name>dentaldesktop::Words</name>
    <message>
        <source>The server at “%1” answers, but it is not Dental Desktop 1.7 or newer. Check host and port in the settings.</source>
        <translation>Le serveur à l’adresse «&#xa0;%1&#xa0;» répond, mais ce n’est pas Dental Desktop 1.7 ou plus récent. Vérifiez l’ordinateur et le port dans les réglages.</translation>
    </message>
    <message>
        <source>The server at “%1” sends us elsewhere, which Dental Desktop never does. Check host and port in the settings.</source>
        <translation>Le serveur à l’adresse «&#xa0;%1&#xa0;» nous renvoie ailleurs, ce que Dental Desktop ne fait jamais. Vérifiez l’ordinateur et le port dans les réglages.</translation>
    </message>
    <message>
        <source>Dental Desktop does not accept user and password. Check the user in the settings and store the password again.</source>
        <translation>Dental Desktop n’accepte pas l’utilisateur et le mot de passe. Vérifiez l’utilisateur dans les réglages et enregistrez de nouveau le mot de passe.</translation>
    </message>
    <message>
        <source>The Dental Desktop server “%1” cannot be reached. Check the network and that the server is running, then try again.</source>
        <translation>Le serveur Dental Desktop «&#xa0;%1&#xa0;» est injoignable. Vérifiez le réseau et que le serveur fonctionne, puis réessayez.</translation>
    </message>
    <message>
        <source>The Dental Desktop server “%1” did not answer in time. Try again.</source>
        <translation>Le serveur Dental Desktop «&#xa0;%1&#xa0;» n’a pas répondu à temps. Réessayez.</translation>
    </message>
    <message>
        <source>No Dental Desktop server is set up. Enter its address in the settings.</source>
        <translation>Aucun serveur Dental Desktop n’est configuré. Indiquez son adresse dans les réglages.</translation>
    </message>
    <message>
        <source>The call was ended.</source>
        <translation>L’appel a été interrompu.</translation>
    </message>
    <message>
        <source>Dental Desktop refused the dates of the search: a span may not end before it begins.</source>
        <translation>Dental Desktop a refusé les dates de la recherche&#xa0;: une période ne peut pas se terminer avant de commencer.</translation>
    </message>
    <message>
        <source>The photo is no longer in Dental Desktop.</source>
        <translation>La photo n’est plus dans Dental Desktop.</translation>
    </message>
    <message>
        <source>3Shape Unite (its Web Service module; user and password come from that module&apos;s settings page)</source>
        <translation>3Shape Unite (son module Web Service&#xa0;; l’utilisateur et le mot de passe viennent de la page de réglages de ce module)</translation>
    </message>
    <message>
        <source>Dental Desktop</source>
        <translation>Dental Desktop</translation>
    </message>
    <message>
        <source>The patient is not in the CRM yet, and Dental Desktop knows patients by their number there. It comes with the first booking.</source>
        <translation>Le patient n’est pas encore dans le CRM, dont le numéro sert à Dental Desktop. Il y vient avec le premier rendez-vous.</translation>
    </message>
    <message>
        <source>The patient&apos;s record is not complete here, and Dental Desktop would lose what is not sent. Nothing was sent.</source>
        <translation>La fiche du patient n’est pas complète ici, et Dental Desktop perdrait ce qui n’est pas envoyé. Rien n’a été envoyé.</translation>
    </message>
    <message>
        <source>This is not Dental Desktop&apos;s to do.</source>
        <translation>Cela ne relève pas de Dental Desktop.</translation>
    </message>
    <message>
        <source>The settings no longer name this Dental Desktop server.</source>
        <translation>Les réglages n’indiquent plus ce serveur Dental Desktop.</translation>
    </message>
    <message>
        <source>Dental Desktop has not said yet what came of the change. It is sent again.</source>
        <translation>Dental Desktop n’a pas encore dit ce qu’est devenue la modification. Elle est renvoyée.</translation>
    </message>
    <message>
        <source>Dental Desktop did not take the patient&apos;s change: %1.</source>
        <translation>Dental Desktop n’a pas pris la modification du patient&#xa0;: %1.</translation>
    </message>
    <message>
        <source>Handed over; the 3Shape station has not taken it yet</source>
        <translation>Demande transmise, en attente du poste 3Shape</translation>
    </message>
    <message>
        <source>Taken up by the station</source>
        <translation>Demande prise en charge sur le poste</translation>
    </message>
    <message>
        <source>Cancelled at the 3Shape station</source>
        <translation>Opération annulée sur le poste 3Shape</translation>
    </message>
    <message>
        <source>The station could not open the page. Leave the case that is open there, then try again</source>
        <translation>Le poste n’a pas pu ouvrir la page demandée. Quittez le cas qui y est ouvert, puis réessayez</translation>
    </message>
    <message>
        <source>Request withdrawn</source>
        <translation>Demande retirée</translation>
    </message>
    <message>
        <source>Done in Dental Desktop</source>
        <translation>Opération réussie dans Dental Desktop</translation>
    </message>
    <message>
        <source>This cannot be done there: choose a station</source>
        <translation>Opération impossible sur ce destinataire&#xa0;: choisissez un poste</translation>
    </message>
    <message>
        <source>The station does not answer. Check that Dental Desktop is open there</source>
        <translation>Le poste ne répond pas. Vérifiez que Dental Desktop y est ouvert</translation>
    </message>
    <message>
        <source>Dental Desktop had a fault of its own. Try again; if it stays, tell 3Shape support</source>
        <translation>Erreur propre à Dental Desktop. Réessayez&#xa0;; si elle persiste, prévenez l’assistance 3Shape</translation>
    </message>
    <message>
        <source>The integration id is missing</source>
        <translation>L’identifiant d’intégration manque</translation>
    </message>
    <message>
        <source>The last name is missing</source>
        <translation>Le nom de famille manque</translation>
    </message>
    <message>
        <source>The case id is missing</source>
        <translation>L’identifiant du cas manque</translation>
    </message>
    <message>
        <source>Dental Desktop does not have this case</source>
        <translation>Cas introuvable dans Dental Desktop</translation>
    </message>
    <message>
        <source>Another patient of Dental Desktop already has this patient number. Correct the number, then try again</source>
        <translation>Numéro de patient déjà utilisé par un autre patient de Dental Desktop. Corrigez le numéro, puis réessayez</translation>
    </message>
    <message>
        <source>This patient is not linked with Dental Desktop yet</source>
        <translation>Patient non encore lié à Dental Desktop</translation>
    </message>
    <message>
        <source>This patient is already linked with Dental Desktop</source>
        <translation>Patient déjà lié à Dental Desktop</translation>
    </message>
    <message>
        <source>The station had a fault of its own</source>
        <translation>Erreur interne du poste 3Shape</translation>
    </message>
    <message>
        <source>Dental Desktop no longer knows this request, or never did</source>
        <translation>Dental Desktop ne connaît plus cette demande, ou ne l’a jamais connue</translation>
    </message>
    <message>
        <source>Dental Desktop gave a status that is not known here (%1)</source>
        <translation>Dental Desktop a donné un statut inconnu ici (%1)</translation>
    </message>
    <message>
        <source>Dental Desktop sent a photo that is damaged. Try again; if it stays, look at the photo at the station.</source>
        <translation>Dental Desktop a envoyé une photo endommagée. Réessayez&#xa0;; si cela persiste, regardez la photo sur le poste.</translation>
    </message>
    <message>
        <source>The photo is larger than 20 MB; it is not loaded here. Look at it at the station.</source>
        <translation>La photo dépasse 20 Mo&#xa0;; elle n’est pas chargée ici. Regardez-la sur le poste.</translation>
    </message>
    <message>
        <source>Dental Desktop sent an answer that cannot be read. Try again; if it stays, check in the settings that the address is Dental Desktop&apos;s.</source>
        <translation>Dental Desktop a envoyé une réponse illisible. Réessayez&#xa0;; si cela persiste, vérifiez dans les réglages que l’adresse est bien celle de Dental Desktop.</translation>
    </message>
</context>
<context>
    <name>dentaltap</name>
    <message>
        <source>DentalTap&apos;s list does not end.</source>
        <translation>La liste de DentalTap ne finit pas.</translation>
    </message>
    <message>
        <source>The surgeon or the room is taken at that time in DentalTap. Move this appointment, or free the slot there, then try again.</source>
        <translation>Le chirurgien ou la salle est pris à cette heure dans DentalTap. Déplacez ce rendez-vous, ou libérez le créneau là-bas, puis réessayez.</translation>
    </message>
    <message>
        <source>Somebody moved this appointment in DentalTap meanwhile. Decide which time is right.</source>
        <translation>Quelqu’un a déplacé ce rendez-vous dans DentalTap entre-temps. Tranchez quel horaire est le bon.</translation>
    </message>
    <message>
        <source>DentalTap made the patient without naming it. Try again.</source>
        <translation>DentalTap a créé le patient sans l’identifier. Réessayez.</translation>
    </message>
    <message>
        <source>This DentalTap appointment already belongs to another order. Look at it there.</source>
        <translation>Ce rendez-vous DentalTap appartient déjà à une autre commande. Vérifiez-le là-bas.</translation>
    </message>
    <message>
        <source>DentalTap does not allow this step: the appointment was cancelled, missed or completed there. Look at it there.</source>
        <translation>DentalTap ne permet pas cette étape&#xa0;: le rendez-vous y a été annulé, manqué ou terminé. Vérifiez-le là-bas.</translation>
    </message>
    <message>
        <source>The surgeon changed the acts after they were shown. Look at the lines and confirm again.</source>
        <translation>Le chirurgien a modifié les actes après leur affichage. Regardez les lignes et confirmez à nouveau.</translation>
    </message>
    <message>
        <source>DentalTap keeps prices in %1, the clinic counts in %2. Set the currency in DentalTap or in the settings.</source>
        <translation>DentalTap tient ses prix en %1, le cabinet compte en %2. Réglez la devise dans DentalTap ou dans les réglages.</translation>
    </message>
    <message>
        <source>DentalTap sent an act whose quantity or price cannot be read. Look at the visit&apos;s acts there.</source>
        <translation>DentalTap a envoyé un acte dont la quantité ou le prix est illisible. Vérifiez là-bas les actes de la visite.</translation>
    </message>
    <message>
        <source>DentalTap does not accept: %1. Correct the record, then try again.</source>
        <translation>DentalTap n’accepte pas&#xa0;: %1. Corrigez la fiche, puis réessayez.</translation>
    </message>
    <message>
        <source>The DentalTap token lacks the right %1. Its administrator can add it.</source>
        <translation>Il manque au jeton DentalTap le droit %1. Son administrateur peut l’ajouter.</translation>
    </message>
    <message>
        <source>The patient is not in DentalTap yet. Deliver the patient first.</source>
        <translation>Le patient n’est pas encore dans DentalTap. Envoyez d’abord le patient.</translation>
    </message>
    <message>
        <source>The visit has no order in the CRM yet. Deliver the booking first.</source>
        <translation>La visite n’a pas encore de commande dans le CRM. Envoyez d’abord la réservation.</translation>
    </message>
    <message>
        <source>The surgeon has no DentalTap provider. Fill in DentalTap_Provider in the CRM, then try again.</source>
        <translation>Le chirurgien n’a pas de praticien DentalTap. Remplissez DentalTap_Provider dans le CRM, puis réessayez.</translation>
    </message>
    <message>
        <source>The patient is not in the CRM yet. Deliver the booking first.</source>
        <translation>Le patient n’est pas encore dans le CRM. Envoyez d’abord la réservation.</translation>
    </message>
    <message>
        <source>The appointment is not in DentalTap yet. Deliver it first.</source>
        <translation>Le rendez-vous n’est pas encore dans DentalTap. Envoyez-le d’abord.</translation>
    </message>
    <message>
        <source>This is not DentalTap&apos;s to do.</source>
        <translation>Ce n’est pas à DentalTap de le faire.</translation>
    </message>
    <message>
        <source>What was to be sent cannot be read any more. Retry makes it anew.</source>
        <translation>Ce qui devait être envoyé n’est plus lisible. Réessayer le refait.</translation>
    </message>
    <message>
        <source>This DentalTap patient belongs to another Contact by now. Look at the record there.</source>
        <translation>Ce patient DentalTap appartient désormais à un autre contact. Consultez-y la fiche.</translation>
    </message>
    <message>
        <source>DentalTap has another record of this patient already. Merge the two records there.</source>
        <translation>DentalTap a déjà une autre fiche de ce patient. Fusionnez-y les deux fiches.</translation>
    </message>
    <message>
        <source>Somebody is changing this patient in DentalTap. Try again in a moment.</source>
        <translation>Quelqu’un modifie ce patient dans DentalTap. Réessayez dans un instant.</translation>
    </message>
    <message>
        <source>Another DentalTap appointment already names this order. Look at both there, and clear the wrong one.</source>
        <translation>Un autre rendez-vous de DentalTap porte déjà cette commande. Vérifiez les deux dans DentalTap et retirez la commande de celui qui est en trop.</translation>
    </message>
    <message>
        <source>What DentalTap sent as a chart is neither an SVG nor a PNG picture. It is not shown.</source>
        <translation>Ce que DentalTap a envoyé comme schéma n’est ni une image SVG ni une image PNG. Il n’est pas affiché.</translation>
    </message>
    <message>
        <source>DentalTap sent a chart that is not what it says it is. It is not shown.</source>
        <translation>DentalTap a envoyé un schéma qui n’est pas du type annoncé. Il n’est pas affiché.</translation>
    </message>
    <message>
        <source>DentalTap&apos;s chart is at an address that is not safe. It is not fetched.</source>
        <translation>Le schéma de DentalTap se trouve à une adresse qui n’est pas sûre. Il n’est pas téléchargé.</translation>
    </message>
    <message>
        <source>DentalTap sends from one address to the next for a chart. It is not fetched.</source>
        <translation>DentalTap renvoie d’une adresse à l’autre pour un schéma. Il n’est pas téléchargé.</translation>
    </message>
    <message>
        <source>The plan has no quote in the CRM yet. Deliver the quote first.</source>
        <translation>Le plan n’a pas encore de devis dans le CRM. Transmettez d’abord le devis.</translation>
    </message>
    <message>
        <source>Somebody is changing this plan in DentalTap. Try again in a moment.</source>
        <translation>Quelqu’un modifie ce plan dans DentalTap. Réessayez dans un instant.</translation>
    </message>
</context>
<context>
    <name>googlecalendar</name>
    <message>
        <source>The surgeon moved this event in the calendar meanwhile. Decide which time is right.</source>
        <translation>Le chirurgien a déplacé cet événement dans l’agenda entre-temps. Tranchez quel horaire est le bon.</translation>
    </message>
    <message>
        <source>The event was deleted in the calendar. Ask the surgeon, then move or cancel the appointment.</source>
        <translation>L’événement a été supprimé dans l’agenda. Demandez au chirurgien, puis déplacez ou annulez le rendez-vous.</translation>
    </message>
    <message>
        <source>The surgeon has no calendar. Fill in Google_Calendar in the CRM, then try again.</source>
        <translation>Le chirurgien n’a pas d’agenda. Remplissez Google_Calendar dans le CRM, puis réessayez.</translation>
    </message>
    <message>
        <source>What was to be sent cannot be read any more. Retry makes it anew.</source>
        <translation>Ce qui devait être envoyé n’est plus lisible. Réessayer le refait.</translation>
    </message>
    <message>
        <source>This is not Google Calendar&apos;s to do.</source>
        <translation>Ce n’est pas à Google Agenda de le faire.</translation>
    </message>
    <message>
        <source>Another event stands in the place of this appointment&apos;s event. Look at the surgeon&apos;s calendar.</source>
        <translation>Un autre événement occupe la place de celui de ce rendez-vous. Regardez l’agenda du chirurgien.</translation>
    </message>
    <message>
        <source>The Calendar interface is switched off for our client. Switch it on in the Google console.</source>
        <translation>L’interface de l’agenda est désactivée pour notre client. Activez-la dans la console Google.</translation>
    </message>
    <message>
        <source>The account in use may not change this calendar. Ask the surgeon to share it with the right to change events.</source>
        <translation>Le compte utilisé ne peut pas modifier cet agenda. Demandez au chirurgien de le partager avec le droit de modifier les événements.</translation>
    </message>
    <message>
        <source>The calendar or the event is not there, or not shared with us. Check the surgeon&apos;s Google_Calendar in the CRM.</source>
        <translation>L’agenda ou l’événement n’existe pas, ou n’est pas partagé avec nous. Vérifiez Google_Calendar du chirurgien dans le CRM.</translation>
    </message>
    <message>
        <source>Google Calendar does not accept the event (%1).</source>
        <translation>Google Agenda n’accepte pas l’événement (%1).</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>The picture could not be written to “%1”. Name a file that ends in .png, in a folder that you may write to.</source>
        <translation>L’image n’a pas pu être écrite dans «&#xa0;%1&#xa0;». Indiquez un fichier qui se termine par .png, dans un dossier où vous pouvez écrire.</translation>
    </message>
</context>
<context>
    <name>net</name>
    <message>
        <source>%1 needs a valid token: it is missing, expired or revoked, or this computer&apos;s key store is locked. Store a new one in the settings.</source>
        <translation>%1 demande un jeton valable&#xa0;: il manque, a expiré ou est révoqué, ou le trousseau de cet ordinateur est verrouillé. Enregistrez-en un nouveau dans les réglages.</translation>
    </message>
    <message>
        <source>%1 sent an answer that cannot be read. Try again; if it stays, the system may have been changed.</source>
        <translation>%1 a envoyé une réponse illisible. Réessayez&#x202f;; si cela persiste, le système a peut-être été modifié.</translation>
    </message>
    <message>
        <source>%1 no longer accepts our sign-in. Sign in again.</source>
        <translation>%1 n’accepte plus notre connexion. Reconnectez-vous.</translation>
    </message>
    <message>
        <source>%1 does not allow this with the account in use. Ask its administrator for the missing right.</source>
        <translation>%1 ne le permet pas avec le compte utilisé. Demandez le droit manquant à son administrateur.</translation>
    </message>
    <message>
        <source>%1 does not have this record any more.</source>
        <translation>%1 n’a plus cette fiche.</translation>
    </message>
    <message>
        <source>%1 did not answer in time. It is tried again.</source>
        <translation>%1 n’a pas répondu à temps. Un nouvel essai suit.</translation>
    </message>
    <message>
        <source>Somebody changed this record in %1 meanwhile.</source>
        <translation>Quelqu’un a modifié cette fiche dans %1 entre-temps.</translation>
    </message>
    <message>
        <source>%1 asks us to wait. It is tried again.</source>
        <translation>%1 nous demande d’attendre. Un nouvel essai suit.</translation>
    </message>
    <message>
        <source>%1 has a fault of its own (%2). It is tried again.</source>
        <translation>%1 est en panne de son côté (%2). Un nouvel essai suit.</translation>
    </message>
    <message>
        <source>%1 refused the request (%2).</source>
        <translation>%1 a refusé la demande (%2).</translation>
    </message>
    <message>
        <source>%1 gave no new access, and no reason that is known.</source>
        <translation>%1 n’a pas redonné l’accès, sans motif connu.</translation>
    </message>
</context>
<context>
    <name>opendental</name>
    <message>
        <source>The office&apos;s Open Dental cannot be reached: its eConnector is not running. It is tried again.</source>
        <translation>L’Open Dental du cabinet ne peut pas être joint&#xa0;: son eConnector n’est pas démarré. Un nouvel essai suit.</translation>
    </message>
    <message>
        <source>Open Dental refused this.</source>
        <translation>Open Dental a refusé cette opération.</translation>
    </message>
    <message>
        <source>Open Dental does not accept the keys, or they do not permit this. Look at the developer key, at the customer key and at its permissions in the office&apos;s API set-up.</source>
        <translation>Open Dental n’accepte pas les clés, ou elles n’autorisent pas cette opération. Vérifiez la clé développeur, la clé client et ses droits dans les réglages de l’API du cabinet.</translation>
    </message>
    <message>
        <source>Open Dental does not have this record, or the developer key does not open this part of it.</source>
        <translation>Open Dental n’a pas cette fiche, ou la clé développeur ne donne pas accès à cette partie.</translation>
    </message>
    <message>
        <source>Open Dental has given up this part of its interface.</source>
        <translation>Open Dental a abandonné cette partie de son interface.</translation>
    </message>
    <message>
        <source>Open Dental asks us to wait: too much was asked with this key.</source>
        <translation>Open Dental nous demande d’attendre&#xa0;: trop de demandes ont été faites avec cette clé.</translation>
    </message>
    <message>
        <source>Open Dental did not finish within a minute. What was asked may have been done all the same.</source>
        <translation>Open Dental n’a pas terminé en une minute. Ce qui était demandé a pu être fait malgré tout.</translation>
    </message>
    <message>
        <source>Open Dental&apos;s list does not end.</source>
        <translation>La liste d’Open Dental n’a pas de fin.</translation>
    </message>
    <message>
        <source>Open Dental sent records that were not asked for: it does not know the filter. Nothing was taken over.</source>
        <translation>Open Dental a envoyé des fiches qui n’étaient pas demandées&#xa0;: il ne connaît pas le filtre. Rien n’a été repris.</translation>
    </message>
    <message>
        <source>Open Dental has no plan of that number.</source>
        <translation>Open Dental n’a pas de plan portant ce numéro.</translation>
    </message>
    <message>
        <source>Open Dental did not confirm the change, and it is not to be seen there. Look before asking for it again.</source>
        <translation>Open Dental n’a pas confirmé la modification, et elle n’y est pas visible. Vérifiez avant de la redemander.</translation>
    </message>
    <message>
        <source>The office&apos;s treatment plan sheet has no field for this signature. Add it to the sheet in Open Dental, or sign without it.</source>
        <translation>La feuille de plan de traitement du cabinet n’a pas de champ pour cette signature. Ajoutez-le à la feuille dans Open Dental, ou signez sans lui.</translation>
    </message>
    <message>
        <source>address</source>
        <translation>adresse</translation>
    </message>
    <message>
        <source>Open Dental&apos;s address must begin with https://, or be http:// with a private address of the clinic&apos;s own network.</source>
        <translation>L’adresse d’Open Dental doit commencer par https://, ou être en http:// avec une adresse privée du réseau de la clinique.</translation>
    </message>
    <message>
        <source>http:// without encryption: meant for the local service only, not for the remote one.</source>
        <translation>http:// sans chiffrement&#xa0;: prévu pour le service local uniquement, pas pour le service distant.</translation>
    </message>
    <message>
        <source>http:// without encryption: whoever listens on this network can read patients&apos; data.</source>
        <translation>http:// sans chiffrement&#xa0;: quiconque écoute sur ce réseau peut lire les données des patients.</translation>
    </message>
    <message>
        <source>connection</source>
        <translation>connexion</translation>
    </message>
    <message>
        <source>keys</source>
        <translation>clés</translation>
    </message>
    <message>
        <source>treatment plans</source>
        <translation>plans de traitement</translation>
    </message>
    <message>
        <source>Open Dental takes no such change.</source>
        <translation>Open Dental ne prend pas cette modification.</translation>
    </message>
    <message>
        <source>Nobody has signed this plan here.</source>
        <translation>Personne n’a signé ce plan ici.</translation>
    </message>
    <message>
        <source>Only a saved plan can be signed in Open Dental. The signature is kept here.</source>
        <translation>Dans Open Dental, seul un plan enregistré peut être signé. La signature est conservée ici.</translation>
    </message>
    <message>
        <source>Open Dental sent an amount that cannot be read. Look at the plan there.</source>
        <translation>Open Dental a envoyé un montant illisible. Consultez le plan dans Open Dental.</translation>
    </message>
    <message>
        <source>Open Dental sent a list that cannot be read. Try again; if it stays, the program may have been changed.</source>
        <translation>Open Dental a envoyé une liste illisible. Réessayez&#x202f;; si cela persiste, le logiciel a peut-être été modifié.</translation>
    </message>
    <message>
        <source>Open Dental needs a developer key and a customer key: one is missing or no longer accepted, or this computer&apos;s key store is locked. Store them in the settings.</source>
        <translation>Open Dental exige une clé développeur et une clé client&#xa0;: l’une manque ou n’est plus acceptée, ou le trousseau de ce poste est verrouillé. Enregistrez-les dans les réglages.</translation>
    </message>
    <message>
        <source>The call to Open Dental was ended.</source>
        <translation>L’appel à Open Dental a été interrompu.</translation>
    </message>
    <message>
        <source>Open Dental has no one patient with this chart number.</source>
        <translation>Open Dental n’a pas un patient unique portant ce numéro de dossier.</translation>
    </message>
    <message>
        <source>Open Dental needs a last name and a first name.</source>
        <translation>Open Dental exige un nom et un prénom.</translation>
    </message>
    <message>
        <source>A chart number has at most 15 characters.</source>
        <translation>Un numéro de dossier a au plus 15 caractères.</translation>
    </message>
    <message>
        <source>An appointment needs a patient, a room and a time.</source>
        <translation>Un rendez-vous exige un patient, une salle et une heure.</translation>
    </message>
    <message>
        <source>Only a scheduled appointment can be marked as missed or cancelled.</source>
        <translation>Seul un rendez-vous prévu peut être marqué manqué ou annulé.</translation>
    </message>
    <message>
        <source>Open Dental knows no such state of a confirmation.</source>
        <translation>Open Dental ne connaît pas cet état de confirmation.</translation>
    </message>
    <message>
        <source>A subscription needs an address and what it is about.</source>
        <translation>Un abonnement exige une adresse et son objet.</translation>
    </message>
    <message>
        <source>No workstation is named: every computer of the office sends each event, so they come several times.</source>
        <translation>Aucun poste n’est nommé&#xa0;: chaque ordinateur du cabinet envoie chaque événement, qui arrive donc plusieurs fois.</translation>
    </message>
    <message>
        <source>The address is this computer&apos;s own, yet another workstation is to send the events.</source>
        <translation>L’adresse est celle de cet ordinateur, mais un autre poste doit envoyer les événements.</translation>
    </message>
    <message>
        <source>This is no tooth of an exam.</source>
        <translation>Ce n’est pas une dent d’un bilan.</translation>
    </message>
    <message>
        <source>This tooth has no furcation there.</source>
        <translation>Cette dent n’a pas de furcation à cet endroit.</translation>
    </message>
    <message>
        <source>A furcation&apos;s grade is 0 to 3.</source>
        <translation>Le degré d’une furcation va de 0 à 3.</translation>
    </message>
    <message>
        <source>A gingival margin is between -19 and 19 mm.</source>
        <translation>Une marge gingivale est comprise entre -19 et 19 mm.</translation>
    </message>
    <message>
        <source>These are no flags of a site.</source>
        <translation>Ce ne sont pas des indicateurs d’un site.</translation>
    </message>
    <message>
        <source>A depth is 0 to 19 mm.</source>
        <translation>Une profondeur va de 0 à 19 mm.</translation>
    </message>
    <message>
        <source>A mobility is 0 to 3.</source>
        <translation>Une mobilité va de 0 à 3.</translation>
    </message>
    <message>
        <source>Without priority</source>
        <translation>Sans priorité</translation>
    </message>
    <message>
        <source>Priority %1</source>
        <translation>Priorité %1</translation>
    </message>
    <message>
        <source>A plan&apos;s type is Insurance or Discount.</source>
        <translation>Le type d’un plan est Insurance ou Discount.</translation>
    </message>
    <message>
        <source>&quot;Unassigned&quot; is made and emptied by Open Dental itself. It cannot be changed here.</source>
        <translation>«&#xa0;Unassigned&#xa0;» est créé et vidé par Open Dental lui-même. Il ne peut pas être modifié ici.</translation>
    </message>
    <message>
        <source>This plan is signed: a change would make the signature void. Take the signature back first.</source>
        <translation>Ce plan est signé&#xa0;: une modification rendrait la signature caduque. Retirez d’abord la signature.</translation>
    </message>
    <message>
        <source>A plan needs a patient&apos;s number.</source>
        <translation>Un plan exige le numéro d’un patient.</translation>
    </message>
    <message>
        <source>Nothing was said to change.</source>
        <translation>Aucune modification n’a été indiquée.</translation>
    </message>
    <message>
        <source>Only a saved plan has a date of its own. Save a copy first.</source>
        <translation>Seul un plan enregistré a une date propre. Enregistrez d’abord une copie.</translation>
    </message>
    <message>
        <source>The plan&apos;s date is no date.</source>
        <translation>La date du plan n’est pas une date.</translation>
    </message>
    <message>
        <source>A plan&apos;s heading cannot be empty.</source>
        <translation>Le titre d’un plan ne peut pas être vide.</translation>
    </message>
    <message>
        <source>The person responsible is a patient&apos;s number.</source>
        <translation>Le responsable est le numéro d’un patient.</translation>
    </message>
    <message>
        <source>Only a saved plan can be signed. Save a copy and have that signed.</source>
        <translation>Seul un plan enregistré peut être signé. Enregistrez une copie et faites-la signer.</translation>
    </message>
    <message>
        <source>This plan is a saved copy already. Copies are made of live plans.</source>
        <translation>Ce plan est déjà une copie enregistrée. Les copies se font à partir des plans vivants.</translation>
    </message>
    <message>
        <source>The active plan cannot be deleted.</source>
        <translation>Le plan actif ne peut pas être supprimé.</translation>
    </message>
    <message>
        <source>This plan is signed. Deleting it also deletes what was signed, and needs a second confirmation.</source>
        <translation>Ce plan est signé. Le supprimer efface aussi ce qui a été signé et exige une seconde confirmation.</translation>
    </message>
    <message>
        <source>A saved plan is frozen: procedures are attached to live plans.</source>
        <translation>Un plan enregistré est figé&#xa0;: les actes se rattachent aux plans vivants.</translation>
    </message>
    <message>
        <source>Only a saved plan has items of its own; this one shows live ones.</source>
        <translation>Seul un plan enregistré a des lignes propres&#x202f;; celui-ci montre des actes vivants.</translation>
    </message>
    <message>
        <source>Unassigned (automatic)</source>
        <comment>plan status</comment>
        <translation>Non affecté (automatique)</translation>
    </message>
    <message>
        <source>Saved</source>
        <comment>plan status</comment>
        <translation>Enregistré</translation>
    </message>
    <message>
        <source>Active</source>
        <comment>plan status</comment>
        <translation>Actif</translation>
    </message>
    <message>
        <source>Inactive</source>
        <comment>plan status</comment>
        <translation>Inactif</translation>
    </message>
    <message>
        <source>Insurance</source>
        <comment>plan type</comment>
        <translation>Assurance</translation>
    </message>
    <message>
        <source>Discount</source>
        <comment>plan type</comment>
        <translation>Remise</translation>
    </message>
    <message>
        <source>signed by the patient on %1</source>
        <translation>signé par le patient le %1</translation>
    </message>
    <message>
        <source>signed by the practice on %1</source>
        <translation>signé par le cabinet le %1</translation>
    </message>
</context>
<context>
    <name>quickbooks::Words</name>
    <message>
        <source>Class tracking per line is off in QuickBooks. Turn it on: Account and settings, Advanced, Categories, one class to each row.</source>
        <translation>Le suivi des classes par ligne est désactivé dans QuickBooks. Activez-le&#xa0;: Compte et paramètres, Avancé, Catégories, une classe par ligne.</translation>
    </message>
    <message>
        <source>QuickBooks has no income account, so the item &quot;%1&quot; cannot be made.</source>
        <translation>QuickBooks n’a pas de compte de revenus&#xa0;: l’article «&#x202f;%1&#x202f;» ne peut être créé.</translation>
    </message>
    <message>
        <source>The stored settings of the QuickBooks company cannot be read.</source>
        <translation>Les réglages enregistrés de la société QuickBooks sont illisibles.</translation>
    </message>
    <message>
        <source>This is not QuickBooks&apos; to do.</source>
        <translation>Ce n’est pas à QuickBooks de le faire.</translation>
    </message>
    <message>
        <source>What was prepared for QuickBooks cannot be read back.</source>
        <translation>Ce qui était préparé pour QuickBooks n’est plus lisible.</translation>
    </message>
    <message>
        <source>The patient is not in the CRM yet, and QuickBooks takes them from there.</source>
        <translation>Le patient n’est pas encore dans le CRM, d’où QuickBooks le reprend.</translation>
    </message>
    <message>
        <source>QuickBooks has other people under every name that this patient could get. Look for the patient there.</source>
        <translation>QuickBooks a d’autres personnes sous chaque nom que ce patient pourrait recevoir. Cherchez-y le patient.</translation>
    </message>
    <message>
        <source>QuickBooks is not set up for the desk: %1</source>
        <translation>QuickBooks n’est pas configuré pour l’accueil&#xa0;: %1</translation>
    </message>
    <message>
        <source>QuickBooks&apos; settings could not be read yet. It is tried again.</source>
        <translation>Les réglages de QuickBooks n’ont pas encore pu être lus. Un nouvel essai suit.</translation>
    </message>
    <message>
        <source>The patient is not in QuickBooks yet. It is tried again.</source>
        <translation>Le patient n’est pas encore dans QuickBooks. Un nouvel essai suit.</translation>
    </message>
    <message>
        <source>The visit has no invoice in the CRM yet.</source>
        <translation>La visite n’a pas encore de facture dans le CRM.</translation>
    </message>
    <message>
        <source>The settings name no QuickBooks tax code for exempt care. Choose it, then retry.</source>
        <translation>Les réglages n’indiquent aucun code de taxe QuickBooks pour les soins exonérés. Choisissez-le, puis réessayez.</translation>
    </message>
    <message>
        <source>A product of the invoice %1 has no invoice class. Give it one in the CRM&apos;s catalogue, then retry.</source>
        <translation>Un produit de la facture %1 n’a pas de classe de facturation. Donnez-lui-en une dans le catalogue du CRM, puis réessayez.</translation>
    </message>
    <message>
        <source>The tax code &quot;%1&quot; has another rate in QuickBooks than the tax in the CRM. Correct the tax table in the settings.</source>
        <translation>Le code de taxe «&#x202f;%1&#x202f;» a dans QuickBooks un autre taux que la taxe du CRM. Corrigez le tableau des taxes dans les réglages.</translation>
    </message>
    <message>
        <source>Rounding</source>
        <translation>Arrondi</translation>
    </message>
    <message>
        <source>Nothing of the invoice %1 comes to an amount.</source>
        <translation>Rien dans la facture %1 ne donne un montant.</translation>
    </message>
    <message>
        <source>QuickBooks answered something that the desk does not know.</source>
        <translation>QuickBooks a donné une réponse que l’accueil ne connaît pas.</translation>
    </message>
    <message>
        <source>Not posted yet.</source>
        <translation>Pas encore comptabilisé.</translation>
    </message>
    <message>
        <source>Another invoice in QuickBooks has the number %1. Look at both there.</source>
        <translation>Une autre facture de QuickBooks porte le numéro %1. Comparez les deux là-bas.</translation>
    </message>
    <message>
        <source>The invoice %1 in QuickBooks comes to %2, in the CRM to %3. Correct it in QuickBooks.</source>
        <translation>La facture %1 fait %2 dans QuickBooks et %3 dans le CRM. Corrigez-la dans QuickBooks.</translation>
    </message>
    <message>
        <source>an amount that cannot be read</source>
        <translation>un montant illisible</translation>
    </message>
    <message>
        <source>QuickBooks dropped the classes of the invoice %1. Turn on class tracking per line, then set the classes there.</source>
        <translation>QuickBooks a laissé tomber les classes de la facture %1. Activez le suivi des classes par ligne, puis mettez-y les classes.</translation>
    </message>
    <message>
        <source>QuickBooks already has a record of this name.</source>
        <translation>QuickBooks a déjà une fiche de ce nom.</translation>
    </message>
    <message>
        <source>QuickBooks already has an invoice of this number.</source>
        <translation>QuickBooks a déjà une facture de ce numéro.</translation>
    </message>
    <message>
        <source>Somebody changed the record in QuickBooks meanwhile. Retry.</source>
        <translation>Quelqu’un a modifié la fiche dans QuickBooks entre-temps. Réessayez.</translation>
    </message>
    <message>
        <source>QuickBooks no longer has a record that this needs, or it is inactive.</source>
        <translation>QuickBooks n’a plus une fiche nécessaire ici, ou elle est inactive.</translation>
    </message>
    <message>
        <source>QuickBooks does not know a record that this names (%1). Check the QuickBooks settings.</source>
        <translation>QuickBooks ne connaît pas une fiche citée ici (%1). Vérifiez les réglages QuickBooks.</translation>
    </message>
    <message>
        <source>QuickBooks&apos; rules refuse it. Often a tax code is missing: check the tax codes in the settings.</source>
        <translation>Les règles de QuickBooks le refusent. Souvent, un code de taxe manque&#xa0;: vérifiez les codes de taxe dans les réglages.</translation>
    </message>
    <message>
        <source>The QuickBooks subscription has ended. Tell the administrator.</source>
        <translation>L’abonnement QuickBooks est terminé. Prévenez l’administrateur.</translation>
    </message>
    <message>
        <source>The books in QuickBooks are closed for the day of the visit. Ask the accountant to open them, then retry.</source>
        <translation>Les comptes sont clôturés dans QuickBooks pour le jour de la visite. Demandez au comptable de les rouvrir, puis réessayez.</translation>
    </message>
    <message>
        <source>QuickBooks demands the field %1.</source>
        <translation>QuickBooks exige le champ %1.</translation>
    </message>
    <message>
        <source>The field %1 is too long for QuickBooks.</source>
        <translation>Le champ %1 est trop long pour QuickBooks.</translation>
    </message>
    <message>
        <source>QuickBooks does not accept the field %1.</source>
        <translation>QuickBooks n’accepte pas le champ %1.</translation>
    </message>
    <message>
        <source>QuickBooks does not accept the e-mail address.</source>
        <translation>QuickBooks n’accepte pas l’adresse e-mail.</translation>
    </message>
    <message>
        <source>QuickBooks wants a new sign-in.</source>
        <translation>QuickBooks demande une nouvelle connexion.</translation>
    </message>
    <message>
        <source>Whoever connected QuickBooks is no administrator of it any more. Connect again as an administrator.</source>
        <translation>La personne qui a relié QuickBooks n’en est plus administrateur. Reliez-le à nouveau en tant qu’administrateur.</translation>
    </message>
    <message>
        <source>QuickBooks does not let this desk into the company. Check the keys and connect again.</source>
        <translation>QuickBooks ne laisse pas ce poste entrer dans la société. Vérifiez les clés et reliez-le à nouveau.</translation>
    </message>
    <message>
        <source>QuickBooks is asked too often. It is tried again later.</source>
        <translation>QuickBooks est trop sollicité. Un nouvel essai suivra.</translation>
    </message>
    <message>
        <source>unnamed</source>
        <comment>field</comment>
        <translation>sans nom</translation>
    </message>
    <message>
        <source>QuickBooks has a fault of its own. It is tried again.</source>
        <translation>QuickBooks est en panne de son côté. Un nouvel essai suit.</translation>
    </message>
    <message>
        <source>QuickBooks refused (code %1).</source>
        <translation>QuickBooks a refusé (code %1).</translation>
    </message>
</context>
<context>
    <name>zoho::Words</name>
    <message>
        <source>The appointment names no act of the catalogue, and an order needs one. Choose the act, then retry.</source>
        <translation>Le rendez-vous ne cite aucun acte du catalogue, et une commande en demande un. Choisissez l’acte, puis réessayez.</translation>
    </message>
    <message>
        <source>Nobody has matched this appointment&apos;s patient yet. Choose the patient, then retry.</source>
        <translation>Personne n’a encore rapproché le patient de ce rendez-vous. Choisissez le patient, puis réessayez.</translation>
    </message>
    <message>
        <source>The CRM holds another record with the booking&apos;s reference, but no order. Look at the patient in the CRM: a record left over there must be deleted before a retry.</source>
        <translation>Le CRM a une autre fiche avec la référence de la réservation, mais pas de commande. Regardez le patient dans le CRM&#xa0;: supprimez la fiche qui y est restée avant de réessayer.</translation>
    </message>
    <message>
        <source>Not booked yet.</source>
        <translation>Pas encore réservé.</translation>
    </message>
    <message>
        <source>The visit has no order in the CRM that an event could belong to.</source>
        <translation>La visite n’a pas de commande dans le CRM à laquelle rattacher un événement.</translation>
    </message>
    <message>
        <source>Somebody changed the patient in the CRM meanwhile, and the two differ in %1. Compare both, then save again.</source>
        <translation>Quelqu’un a modifié le patient dans le CRM entre-temps&#x202f;; les deux diffèrent par %1. Comparez, puis enregistrez à nouveau.</translation>
    </message>
    <message>
        <source>Somebody keeps changing the patient in the CRM. Retry when they are done.</source>
        <translation>Quelqu’un modifie sans cesse le patient dans le CRM. Réessayez quand ce sera fini.</translation>
    </message>
    <message>
        <source>The CRM no longer has the record. Was it deleted there?</source>
        <translation>Le CRM n’a plus la fiche. Y a-t-elle été supprimée&#x202f;?</translation>
    </message>
    <message>
        <source>This is not the CRM&apos;s to do.</source>
        <translation>Ce n’est pas au CRM de le faire.</translation>
    </message>
    <message>
        <source>What was prepared for the CRM cannot be read back.</source>
        <translation>Ce qui était préparé pour le CRM n’est plus lisible.</translation>
    </message>
    <message>
        <source>The CRM is not set up for the desk: %1. Ask the CRM administrator, then retry.</source>
        <translation>Le CRM n’est pas configuré pour l’accueil&#xa0;: %1. Demandez à l’administrateur du CRM, puis réessayez.</translation>
    </message>
    <message>
        <source>The CRM&apos;s set-up could not be read yet. It is tried again.</source>
        <translation>La configuration du CRM n’a pas encore pu être lue. Un nouvel essai suit.</translation>
    </message>
    <message>
        <source>The visit has no order in the CRM to convert.</source>
        <translation>La visite n’a pas de commande à convertir dans le CRM.</translation>
    </message>
    <message>
        <source>The order was converted, but its invoice cannot be found in the CRM. Was it deleted there?</source>
        <translation>La commande a été convertie, mais sa facture est introuvable dans le CRM. Y a-t-elle été supprimée&#x202f;?</translation>
    </message>
    <message>
        <source>The invoice %1 in the CRM comes to %2, confirmed were %3. It was not posted to the ledger: correct the invoice.</source>
        <translation>La facture %1 fait %2 dans le CRM&#x202f;; le montant confirmé était %3. Elle n’a pas été comptabilisée&#xa0;: corrigez la facture.</translation>
    </message>
    <message>
        <source>The visit has no posted invoice to close with.</source>
        <translation>La visite n’a pas de facture comptabilisée pour se clore.</translation>
    </message>
    <message>
        <source>The CRM already has another record with this %1.</source>
        <translation>Le CRM a déjà une autre fiche avec ce champ&#xa0;: %1.</translation>
    </message>
    <message>
        <source>The CRM demands the field %1, which is empty.</source>
        <translation>Le CRM exige le champ %1, qui est vide.</translation>
    </message>
    <message>
        <source>The CRM does not accept the value of the field %1.</source>
        <translation>Le CRM n’accepte pas la valeur du champ %1.</translation>
    </message>
    <message>
        <source>The CRM lacks a module that the desk needs.</source>
        <translation>Il manque au CRM un module dont l’accueil a besoin.</translation>
    </message>
    <message>
        <source>Somebody changed the record in the CRM meanwhile.</source>
        <translation>Quelqu’un a modifié la fiche dans le CRM entre-temps.</translation>
    </message>
    <message>
        <source>The record is locked in the CRM. Unlock it there, then retry.</source>
        <translation>La fiche est verrouillée dans le CRM. Déverrouillez-la là-bas, puis réessayez.</translation>
    </message>
    <message>
        <source>The record waits for an approval in the CRM. Approve it, then retry.</source>
        <translation>La fiche attend une approbation dans le CRM. Approuvez-la, puis réessayez.</translation>
    </message>
    <message>
        <source>The record waits for a review in the CRM. Review it, then retry.</source>
        <translation>La fiche attend une relecture dans le CRM. Relisez-la, puis réessayez.</translation>
    </message>
    <message>
        <source>The order was converted to an invoice before.</source>
        <translation>La commande a déjà été convertie en facture.</translation>
    </message>
    <message>
        <source>The CRM does not allow this change.</source>
        <translation>Le CRM ne permet pas cette modification.</translation>
    </message>
    <message>
        <source>The CRM user of this desk lacks a right. Ask the CRM administrator.</source>
        <translation>Il manque un droit à l’utilisateur CRM de ce poste. Demandez à l’administrateur du CRM.</translation>
    </message>
    <message>
        <source>The sign-in to the CRM lacks a permission. Sign in again.</source>
        <translation>Il manque une permission à la connexion au CRM. Reconnectez-vous.</translation>
    </message>
    <message>
        <source>The CRM wants a new sign-in.</source>
        <translation>Le CRM demande une nouvelle connexion.</translation>
    </message>
    <message>
        <source>The CRM is asked too often. It is tried again later.</source>
        <translation>Le CRM est trop sollicité. Un nouvel essai suivra.</translation>
    </message>
    <message>
        <source>The CRM did not finish in time. It is tried again.</source>
        <translation>Le CRM n’a pas fini à temps. Un nouvel essai suit.</translation>
    </message>
    <message>
        <source>The CRM has a fault of its own. It is tried again.</source>
        <translation>Le CRM est en panne de son côté. Un nouvel essai suit.</translation>
    </message>
    <message>
        <source>The CRM refused (%1).</source>
        <translation>Le CRM a refusé (%1).</translation>
    </message>
    <message>
        <source>The CRM answered something that the desk does not know.</source>
        <translation>Le CRM a donné une réponse que l’accueil ne connaît pas.</translation>
    </message>
    <message>
        <source>The visit has no order in the CRM to link with.</source>
        <translation>La visite n’a pas de commande à relier dans le CRM.</translation>
    </message>
    <message>
        <source>The visit has no order in the CRM to write on.</source>
        <translation>La visite n’a pas de commande à compléter dans le CRM.</translation>
    </message>
    <message>
        <source>The order %1 is in %2, the clinic bills in %3. Correct the order&apos;s currency in the CRM, then retry.</source>
        <translation>La commande %1 est en %2, le cabinet facture en %3. Corrigez la devise de la commande dans le CRM, puis réessayez.</translation>
    </message>
    <message>
        <source>Somebody keeps changing the order %1 in the CRM. Retry when they are done.</source>
        <translation>Quelqu’un modifie sans cesse la commande %1 dans le CRM. Réessayez quand ce sera fini.</translation>
    </message>
    <message>
        <source>The order %1 in the CRM comes to %2, confirmed were %3. Look at the lines and confirm again.</source>
        <translation>La commande %1 fait %2 dans le CRM&#x202f;; le montant confirmé était %3. Regardez les lignes et confirmez à nouveau.</translation>
    </message>
    <message>
        <source>unique</source>
        <translation>unique</translation>
    </message>
    <message>
        <source>%1: field %2 has the type %3, it must be (%4)</source>
        <translation>%1&#xa0;: le champ %2 est de type %3, il doit être (%4)</translation>
    </message>
    <message>
        <source>%1: field %2 is too short, it must be (%3)</source>
        <translation>%1&#xa0;: le champ %2 est trop court, il doit être (%3)</translation>
    </message>
    <message>
        <source>%1: field %2 allows duplicate values, it must be (%3)</source>
        <translation>%1&#xa0;: le champ %2 admet des doublons, il doit être (%3)</translation>
    </message>
    <message>
        <source>%1: field %2 (%3) is missing</source>
        <translation>%1&#xa0;: le champ %2 (%3) manque</translation>
    </message>
    <message>
        <source>The CRM keeps its amounts in %1, the desk is set to %2</source>
        <translation>Le CRM tient ses montants en %1, l’accueil est réglé sur %2</translation>
    </message>
    <message>
        <source>The module %1 is missing</source>
        <translation>Le module %1 manque</translation>
    </message>
    <message>
        <source>The stored set-up of the CRM cannot be read.</source>
        <translation>La configuration enregistrée du CRM est illisible.</translation>
    </message>
    <message>
        <source>%1: the list %2 does not know the word &quot;%3&quot;. Add it there, or put one of its words into the settings: %4</source>
        <translation>%1&#xa0;: la liste %2 ne connaît pas le mot «&#xa0;%3&#xa0;». Ajoutez-le dans le CRM, ou mettez dans les paramètres l’un des mots de la liste&#xa0;: %4</translation>
    </message>
    <message>
        <source>The visit&apos;s order is not in the CRM yet. It is tried again.</source>
        <translation>La commande de la visite n’est pas encore dans le CRM. Un nouvel essai aura lieu.</translation>
    </message>
    <message>
        <source>Supplement %1</source>
        <comment>order, date</comment>
        <translation>Complément %1</translation>
    </message>
    <message>
        <source>The order %1 in the CRM bills an act of these already: another desk was first. Discard this entry, ignore the acts that are on that order, and bill the others.</source>
        <translation>La commande %1 du CRM facture déjà l’un de ces actes&#xa0;: un autre poste a été plus rapide. Abandonnez cette entrée, ignorez les actes qui sont sur cette commande et facturez les autres.</translation>
    </message>
    <message>
        <source>Not made yet.</source>
        <translation>Pas encore établie.</translation>
    </message>
    <message>
        <source>The order was invoiced meanwhile as %1, so nothing was cancelled in the CRM. Correct the invoice if nothing is to be charged.</source>
        <translation>Entre-temps, la commande a été facturée sous le numéro %1&#xa0;: rien n’a été annulé dans le CRM. Corrigez la facture si rien ne doit être facturé.</translation>
    </message>
    <message>
        <source>The treatment plan of this intervention is not known here any more, or its acts are gone. Cancel the visit and book it again.</source>
        <translation>Le plan de traitement de cette intervention n’est plus connu ici, ou ses actes ont disparu. Annulez la visite et programmez-la de nouveau.</translation>
    </message>
    <message>
        <source>The plan&apos;s quote is not in the CRM yet. It is tried again.</source>
        <translation>Le devis du plan n’est pas encore dans le CRM. Un nouvel essai aura lieu.</translation>
    </message>
    <message>
        <source>The catalogue does not know an act of this plan: %1. Choose its product, then retry.</source>
        <translation>Le catalogue ne connaît pas un acte de ce plan&#xa0;: %1. Choisissez son produit, puis réessayez.</translation>
    </message>
    <message>
        <source>The proposal&apos;s document is not kept here any more. Print it again.</source>
        <translation>Le document de la proposition n’est plus conservé ici. Imprimez-le de nouveau.</translation>
    </message>
    <message>
        <source>The proposal is larger than 20 MB. Print it without pictures.</source>
        <translation>La proposition dépasse 20 Mo. Imprimez-la sans images.</translation>
    </message>
    <message>
        <source>The treatment plan has no acts any more. Decide what becomes of this quote.</source>
        <translation>Le plan de traitement n’a plus aucun acte. Décidez de ce que devient ce devis.</translation>
    </message>
    <message>
        <source>Replaced by a later version of the treatment plan.</source>
        <translation>Remplacé par une version plus récente du plan de traitement.</translation>
    </message>
    <message>
        <source>The treatment plan of this quote is not known here any more.</source>
        <translation>Le plan de traitement de ce devis n’est plus connu ici.</translation>
    </message>
    <message>
        <source>The plan has %1 acts, and a quote in the CRM takes %2. Divide the plan, then retry.</source>
        <translation>Le plan compte %1 actes, et un devis du CRM en prend %2. Divisez le plan, puis réessayez.</translation>
    </message>
    <message>
        <source>Declined: %1</source>
        <translation>Refusé&#xa0;: %1</translation>
    </message>
    <message>
        <source>Treatment plan</source>
        <translation>Plan de traitement</translation>
    </message>
    <message>
        <source>The CRM holds another record with this plan&apos;s reference. Look at the patient in the CRM, then retry.</source>
        <translation>Le CRM contient un autre enregistrement avec la référence de ce plan. Regardez le patient dans le CRM, puis réessayez.</translation>
    </message>
    <message>
        <source>The quote %1 is in %2, the clinic bills in %3. Correct the quote&apos;s currency in the CRM, then retry.</source>
        <translation>Le devis %1 est en %2, le cabinet facture en %3. Corrigez la monnaie du devis dans le CRM, puis réessayez.</translation>
    </message>
    <message>
        <source>Somebody keeps changing the quote %1 in the CRM. Retry when they are done.</source>
        <translation>Quelqu’un modifie sans cesse le devis %1 dans le CRM. Réessayez quand il aura terminé.</translation>
    </message>
</context>
</TS>
