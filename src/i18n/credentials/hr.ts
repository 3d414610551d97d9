import type { CredentialsTexts } from './en.js';

/** Hrvatski. */
export const hr: CredentialsTexts = {
  title: 'Podaci o podrijetlu sadržaja',
  check: 'Provjeri sada',
  unchecked: 'Još nije provjereno. Provjera ponovno preuzima cijeli videozapis.',
  checking: 'Provjera…',
  trusted: 'Potpisao pouzdani potpisnik i otad nepromijenjeno.',
  untrusted: 'Nepromijenjeno od potpisivanja, ali potpisnik nije na popisu pouzdanih potpisnika.',
  altered: 'Videozapis ili podaci o podrijetlu promijenjeni su nakon potpisivanja.',
  invalid: 'Podaci o podrijetlu nisu valjani.',
  missing: 'Videozapis nema podatke o podrijetlu sadržaja.',
  stream: 'Podaci o podrijetlu prijenosa ne provjeravaju se.',
  unread: 'Podatke o podrijetlu nije bilo moguće pročitati.',
  tooLarge: 'Videozapis je prevelik za provjeru.',
  remote: 'Podaci o podrijetlu nalaze se na drugom poslužitelju, s kojim se reproduktor ne povezuje.',
  signedBy: 'Potpisao',
  signedAt: 'Potpisano',
  done: 'Što je učinjeno',
  created: 'Stvoreno',
  opened: 'Otvoreno',
  placed: 'Dodani drugi materijali',
  edited: 'Uređeno',
  converted: 'Pretvoreno',
  published: 'Objavljeno',
  otherAction: 'Druga promjena',
  ingredients: 'Drugi upotrijebljeni materijali'
};
