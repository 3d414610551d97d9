import type { CredentialsTexts } from './en.js';

/** Magyar. */
export const hu: CredentialsTexts = {
  title: 'Tartalomhitelesítési adatok',
  check: 'Ellenőrzés most',
  unchecked: 'Még nincs ellenőrizve. Az ellenőrzés újra letölti a teljes videót.',
  checking: 'Ellenőrzés…',
  trusted: 'Megbízható aláíró írta alá, és azóta nem változott.',
  untrusted: 'Az aláírás óta nem változott, de az aláíró nem szerepel a megbízható aláírók listáján.',
  altered: 'A videót vagy a hitelesítési adatait az aláírás után módosították.',
  invalid: 'A hitelesítési adatok érvénytelenek.',
  missing: 'A videónak nincsenek tartalomhitelesítési adatai.',
  stream: 'Az adatfolyamok hitelesítési adatait a lejátszó nem ellenőrzi.',
  unread: 'A hitelesítési adatokat nem sikerült beolvasni.',
  tooLarge: 'A videó túl nagy az ellenőrzéshez.',
  remote: 'A hitelesítési adatok egy másik kiszolgálón vannak, amelyhez a lejátszó nem kapcsolódik.',
  signedBy: 'Aláíró',
  signedAt: 'Aláírás ideje',
  done: 'Mi történt vele',
  created: 'Létrehozva',
  opened: 'Megnyitva',
  placed: 'Más média hozzáadva',
  edited: 'Szerkesztve',
  converted: 'Átalakítva',
  published: 'Közzétéve',
  otherAction: 'Egyéb módosítás',
  ingredients: 'Felhasznált egyéb média'
};
