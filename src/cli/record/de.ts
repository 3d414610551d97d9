import type { Words } from './words.js';

export const de: Words = {
  title: 'Datenschutz-Unterlagen für einen Videoplayer',
  draft:
    '**ENTWURF.** Von einem Programm aus Messungen erstellt. Er ist keine Rechtsberatung und entscheidet keine Rechtsfrage. Eine verantwortliche Person muss ihn prüfen, die Angaben in [Klammern] ergänzen und ihn zeichnen.',
  basis: (page, date, tool) => `Gemessen: ${page}, am ${date}, mit ${tool}.`,
  blank: (what) => `[bitte ergänzen: ${what}]`,
  none: 'keine',
  and: 'und',
  article30: {
    heading: 'Verzeichnis von Verarbeitungstätigkeiten (Artikel 30 Absatz 1 DSGVO)',
    field: 'Angabe',
    entry: 'Eintrag',
    name: { label: 'Verarbeitungstätigkeit', text: 'Wiedergabe von Video auf einer Webseite' },
    controller: { label: 'Verantwortlicher und Kontakt, Datenschutzbeauftragte', blank: 'Namen und Kontaktdaten' },
    purpose: { label: 'Zwecke', text: 'Zeigen von Video für Besucher, die es abrufen; Betrieb und Sicherheit des Dienstes' },
    people: { label: 'Kategorien betroffener Personen', text: 'Besucher der Seite, die das Video laden oder abspielen' },
    data: {
      label: 'Kategorien personenbezogener Daten',
      text: 'Bei jedem Abruf: IP-Adresse, Zeitpunkt, Adresse der Datei, Art und Sprache des Browsers, wie sie jeder Webserver erhält'
    },
    dataStored: (names) => `auf dem Gerät gespeichert: ${names}`,
    dataIdentifiers: (names) => `mögliche Kennungen in Anfragen: ${names}`,
    dataDevice: (names) => `Eigenschaften des Geräts, durch: ${names}`,
    recipients: { label: 'Empfänger', blank: 'wer jeden Host betreibt und auf welcher vertraglichen Grundlage' },
    ownHost: (host) => `${host} (eigener Host der Seite)`,
    otherHost: (host, requests, early) => `${host} (Anfragen: ${requests}${early ? ', vor jedem Klick' : ''})`,
    transfers: { label: 'Übermittlung in Drittländer', blank: 'je Empfänger: Land und Garantie; ein Hostname verrät sie nicht' },
    retention: { label: 'Löschfristen', blank: 'wie lange Zugriffsprotokolle bei jedem Host aufbewahrt werden' },
    measures: { label: 'Technische und organisatorische Maßnahmen', blank: 'weitere Maßnahmen' },
    measureOrigins: (origins) => `der Player darf nur von diesen Ursprüngen laden: ${origins}`,
    measurePages: (origins) => `nur diese Websites dürfen ihn einbetten: ${origins}`,
    measureSandbox: 'die Einbettung läuft in einer Sandbox, in der der Browser weder Cookies noch Speicher zulässt',
    measureUnknown: 'es wurde keine Konfiguration einer Einbettung angegeben'
  },
  notice: {
    heading: 'Absatz für die Datenschutzerklärung (Artikel 13 DSGVO)',
    intro: (host) =>
      `Diese Seite zeigt Video. Wenn Sie es laden oder abspielen, ruft Ihr Browser Dateien von ${host} ab. Wie bei jedem Abruf im Web erfährt der Server Ihre IP-Adresse, den Zeitpunkt, die abgerufene Datei und die Art Ihres Browsers.`,
    noOthers: 'Bei unserer Prüfung wurde kein anderer Host kontaktiert.',
    others: (hosts) => `Bei unserer Prüfung wurden außerdem diese Hosts kontaktiert: ${hosts}.`,
    othersBlank: 'wer sie sind, wozu sie nötig sind, auf welcher Rechtsgrundlage und in welchem Land sie arbeiten',
    nothingStored: 'Bei unserer Prüfung hat die Seite keine Cookies gesetzt und nichts auf Ihrem Gerät gespeichert.',
    stored: (names) => `Auf Ihrem Gerät wird gespeichert: ${names}.`,
    cast: 'Wenn Sie das Video auf ein anderes Gerät übertragen möchten, nennt ein Hinweis zuvor, wer dann Daten erhält.',
    rights: 'Rechtsgrundlage, Aufbewahrung der Protokolle, Kontakt und Rechte der betroffenen Personen'
  },
  device: {
    heading: 'Erklärung zum Zugriff auf Endgeräte (Artikel 5 Absatz 3 ePrivacy-Richtlinie)',
    law: 'Artikel 5 Absatz 3 betrifft das Speichern von Informationen auf dem Endgerät und den Zugriff auf dort gespeicherte Informationen. Beobachtet wurde:',
    nothing:
      'Beim gemessenen Besuch wurde nichts auf dem Gerät gespeichert, und es wurde kein Aufruf beobachtet, der seine unterscheidenden Eigenschaften ausliest.',
    found: 'Beim gemessenen Besuch, ohne dass eine Einwilligung erteilt wurde:',
    cookie: (name, domain, phase) => `Cookie \`${name}\` für ${domain} (${phase})`,
    entry: (kind, name, origin, phase) => `${kind} \`${name}\` von ${origin} (${phase})`,
    call: (name, phase) => `Aufruf von \`${name}\` (${phase})`,
    question: 'zu jedem Punkt: wozu er dient und ob er für einen gewünschten Dienst unbedingt erforderlich ist oder auf Einwilligung beruht'
  },
  phases: {
    load: 'vor jedem Klick',
    play: 'beim Abspielen',
    seek: 'beim Springen',
    menu: 'bei Menüs oder Stummschalten',
    pause: 'beim Anhalten',
    leave: 'beim Verlassen'
  },
  limits: {
    heading: 'Worauf dieser Entwurf beruht',
    text: 'Auf einem automatischen Besuch, bei dem keine Einwilligung erteilt oder verweigert wurde. Was Server mit den erhaltenen Daten tun und was andere Besuche zeigen, kann er nicht sagen.'
  }
};
