import type { Words } from './words.js';

export const fr: Words = {
  title: 'Documents de protection des données pour un lecteur vidéo',
  draft:
    '**PROJET.** Rédigé par un programme à partir de mesures. Il ne constitue pas un avis juridique et ne tranche aucune question de droit. Une personne responsable doit le vérifier, compléter ce qui figure entre [crochets] et le signer.',
  basis: (page, date, tool) => `Mesuré : ${page}, le ${date}, avec ${tool}.`,
  blank: (what) => `[à compléter : ${what}]`,
  none: 'aucun',
  and: 'et',
  article30: {
    heading: 'Registre des activités de traitement (article 30, paragraphe 1, du RGPD)',
    field: 'Rubrique',
    entry: 'Contenu',
    name: { label: 'Activité de traitement', text: 'Lecture de vidéos sur une page web' },
    controller: { label: 'Responsable du traitement et contact, délégué à la protection des données', blank: 'noms et coordonnées' },
    purpose: { label: 'Finalités', text: 'Montrer la vidéo aux visiteurs qui la demandent ; fonctionnement et sécurité du service' },
    people: { label: 'Catégories de personnes concernées', text: 'Visiteurs de la page qui chargent ou lisent la vidéo' },
    data: {
      label: 'Catégories de données',
      text: 'À chaque requête : adresse IP, heure, adresse du fichier, type et langue du navigateur, tels que tout serveur web les reçoit'
    },
    dataStored: (names) => `enregistré sur l’appareil : ${names}`,
    dataIdentifiers: (names) => `identifiants possibles dans les requêtes : ${names}`,
    dataDevice: (names) => `propriétés de l’appareil, par : ${names}`,
    recipients: { label: 'Destinataires', blank: 'qui exploite chaque hôte, et en vertu de quel contrat' },
    ownHost: (host) => `${host} (hôte de la page elle-même)`,
    otherHost: (host, requests, early) => `${host} (requêtes : ${requests}${early ? ', avant tout clic' : ''})`,
    transfers: {
      label: 'Transferts vers des pays tiers',
      blank: 'pour chaque destinataire : pays et garanties ; un nom d’hôte ne l’indique pas'
    },
    retention: { label: 'Délais d’effacement', blank: 'durée de conservation des journaux d’accès, pour chaque hôte' },
    measures: { label: 'Mesures techniques et organisationnelles', blank: 'autres mesures' },
    measureOrigins: (origins) => `le lecteur ne peut charger que depuis ces origines : ${origins}`,
    measurePages: (origins) => `seuls ces sites peuvent l’intégrer : ${origins}`,
    measureSandbox: 'l’intégration s’exécute dans un bac à sable où le navigateur n’autorise ni cookies ni stockage',
    measureUnknown: 'aucune configuration d’intégration n’a été fournie'
  },
  notice: {
    heading: 'Paragraphe pour la notice d’information (article 13 du RGPD)',
    intro: (host) =>
      `Cette page montre une vidéo. Lorsque vous la chargez ou la lisez, votre navigateur demande des fichiers à ${host}. Comme pour toute requête web, le serveur apprend votre adresse IP, l’heure, le fichier demandé et le type de votre navigateur.`,
    noOthers: 'Lors de notre vérification, aucun autre hôte n’a été contacté.',
    others: (hosts) => `Lors de notre vérification, ces autres hôtes ont également été contactés : ${hosts}.`,
    othersBlank: 'qui ils sont, pourquoi ils sont nécessaires, sur quelle base légale et dans quel pays ils opèrent',
    nothingStored: 'Lors de notre vérification, la page n’a déposé aucun cookie et n’a rien enregistré sur votre appareil.',
    stored: (names) => `Est enregistré sur votre appareil : ${names}.`,
    cast: 'Si vous choisissez de diffuser la vidéo sur un autre appareil, un avis indique auparavant qui reçoit alors des données.',
    rights: 'base légale, durée de conservation des journaux, contact et droits des personnes concernées'
  },
  device: {
    heading: 'Déclaration sur l’accès à l’appareil (article 5, paragraphe 3, de la directive ePrivacy)',
    law: 'L’article 5, paragraphe 3, porte sur le stockage d’informations sur l’appareil du visiteur et sur l’accès à des informations qui y sont stockées. Voici ce qui a été observé :',
    nothing:
      'Lors de la visite mesurée, rien n’a été enregistré sur l’appareil, et aucun appel lisant ses propriétés distinctives n’a été observé.',
    found: 'Lors de la visite mesurée, sans qu’aucun consentement n’ait été donné :',
    cookie: (name, domain, phase) => `cookie \`${name}\` pour ${domain} (${phase})`,
    entry: (kind, name, origin, phase) => `${kind} \`${name}\` de ${origin} (${phase})`,
    call: (name, phase) => `appel de \`${name}\` (${phase})`,
    question:
      'pour chaque élément : à quoi il sert, et s’il est strictement nécessaire à un service demandé par le visiteur ou repose sur le consentement'
  },
  phases: {
    load: 'avant tout clic',
    play: 'à la lecture',
    seek: 'au déplacement',
    menu: 'aux menus ou à la coupure du son',
    pause: 'à la pause',
    leave: 'en quittant la page'
  },
  limits: {
    heading: 'Sur quoi repose ce projet',
    text: 'Une visite automatique, sans consentement donné ni refusé. Il ne peut dire ce que les serveurs font des données reçues, ni ce que montreraient d’autres visites.'
  }
};
