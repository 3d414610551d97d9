import type { CredentialsTexts } from './en.js';

/** Polski. */
export const pl: CredentialsTexts = {
  title: 'Poświadczenia treści',
  check: 'Sprawdź teraz',
  unchecked: 'Jeszcze nie sprawdzono. Sprawdzenie ponownie pobiera całe wideo.',
  checking: 'Sprawdzanie…',
  trusted: 'Podpisane przez zaufanego sygnatariusza i od tego czasu niezmienione.',
  untrusted: 'Niezmienione od podpisania, ale sygnatariusza nie ma na liście zaufanych sygnatariuszy.',
  altered: 'Wideo lub jego poświadczenia zmieniono po podpisaniu.',
  invalid: 'Poświadczenia są nieważne.',
  missing: 'Wideo nie ma poświadczeń treści.',
  stream: 'Poświadczenia treści strumieni nie są sprawdzane.',
  unread: 'Nie udało się odczytać poświadczeń.',
  tooLarge: 'Wideo jest zbyt duże, aby je sprawdzić.',
  remote: 'Poświadczenia są na innym serwerze, z którym odtwarzacz się nie łączy.',
  signedBy: 'Podpisane przez',
  signedAt: 'Data podpisania',
  done: 'Co zrobiono',
  created: 'Utworzono',
  opened: 'Otwarto',
  placed: 'Dodano inne materiały',
  edited: 'Edytowano',
  converted: 'Przekonwertowano',
  published: 'Opublikowano',
  otherAction: 'Inna zmiana',
  ingredients: 'Inne użyte materiały'
};
