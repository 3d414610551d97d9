import type { CredentialsTexts } from './en.js';

/** Français. */
export const fr: CredentialsTexts = {
  title: 'Certificats de contenu',
  check: 'Vérifier maintenant',
  unchecked: 'Pas encore vérifié. Une vérification télécharge de nouveau toute la vidéo.',
  checking: 'Vérification…',
  trusted: 'Signé par un signataire de confiance et inchangé depuis.',
  untrusted: 'Inchangé depuis la signature, mais le signataire ne figure pas sur la liste des signataires de confiance.',
  altered: 'La vidéo ou son certificat a été modifié après la signature.',
  invalid: 'Le certificat n’est pas valide.',
  missing: 'La vidéo n’a pas de certificat de contenu.',
  stream: 'Les certificats de contenu des flux ne sont pas vérifiés.',
  unread: 'Le certificat n’a pas pu être lu.',
  tooLarge: 'La vidéo est trop volumineuse pour être vérifiée.',
  remote: 'Le certificat se trouve sur un autre serveur, que le lecteur ne contacte pas.',
  signedBy: 'Signé par',
  signedAt: 'Signé le',
  done: 'Ce qui a été fait',
  created: 'Créé',
  opened: 'Ouvert',
  placed: 'Autres médias ajoutés',
  edited: 'Modifié',
  converted: 'Converti',
  published: 'Publié',
  otherAction: 'Autre modification',
  ingredients: 'Autres médias utilisés'
};
