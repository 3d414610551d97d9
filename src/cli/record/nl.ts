import type { Words } from './words.js';

export const nl: Words = {
  title: 'Privacydocumenten voor een videospeler',
  draft:
    '**CONCEPT.** Door een programma opgesteld op basis van metingen. Het is geen juridisch advies en beslist niets over het recht. Een verantwoordelijke persoon moet het controleren, aanvullen wat tussen [haken] staat, en ondertekenen.',
  basis: (page, date, tool) => `Gemeten: ${page}, op ${date}, met ${tool}.`,
  blank: (what) => `[aanvullen: ${what}]`,
  none: 'geen',
  and: 'en',
  article30: {
    heading: 'Register van verwerkingsactiviteiten (artikel 30, lid 1, AVG)',
    field: 'Onderdeel',
    entry: 'Invulling',
    name: { label: 'Verwerkingsactiviteit', text: 'Afspelen van video op een webpagina' },
    controller: { label: 'Verwerkingsverantwoordelijke en contact, functionaris gegevensbescherming', blank: 'namen en contactgegevens' },
    purpose: { label: 'Doeleinden', text: 'Video tonen aan bezoekers die erom vragen; werking en beveiliging van de dienst' },
    people: { label: 'Categorieën van betrokkenen', text: 'Bezoekers van de pagina die de video laden of afspelen' },
    data: {
      label: 'Categorieën van persoonsgegevens',
      text: 'Bij elk verzoek: IP-adres, tijdstip, adres van het bestand, soort browser en taal, zoals elke webserver die ontvangt'
    },
    dataStored: (names) => `opgeslagen op het apparaat: ${names}`,
    dataIdentifiers: (names) => `mogelijke identificatiegegevens in verzoeken: ${names}`,
    dataDevice: (names) => `eigenschappen van het apparaat, door: ${names}`,
    recipients: { label: 'Ontvangers', blank: 'wie elke host beheert, en onder welke overeenkomst' },
    ownHost: (host) => `${host} (eigen host van de pagina)`,
    otherHost: (host, requests, early) => `${host} (verzoeken: ${requests}${early ? ', vóór elke klik' : ''})`,
    transfers: { label: 'Doorgifte naar derde landen', blank: 'per ontvanger: land en waarborg; een hostnaam vertelt dat niet' },
    retention: { label: 'Bewaartermijnen', blank: 'hoe lang toegangslogboeken bij elke host worden bewaard' },
    measures: { label: 'Technische en organisatorische maatregelen', blank: 'verdere maatregelen' },
    measureOrigins: (origins) => `de speler mag alleen van deze origins laden: ${origins}`,
    measurePages: (origins) => `alleen deze sites mogen hem insluiten: ${origins}`,
    measureSandbox: 'de ingesloten speler draait in een sandbox waarin de browser geen cookies en geen opslag toestaat',
    measureUnknown: 'er is geen configuratie van een ingesloten speler opgegeven'
  },
  notice: {
    heading: 'Alinea voor de privacyverklaring (artikel 13 AVG)',
    intro: (host) =>
      `Deze pagina toont video. Als u die laadt of afspeelt, vraagt uw browser bestanden op bij ${host}. Zoals bij elk webverzoek ontvangt de server uw IP-adres, het tijdstip, het gevraagde bestand en het soort browser.`,
    noOthers: 'Bij onze controle werd geen andere host benaderd.',
    others: (hosts) => `Bij onze controle werden ook deze andere hosts benaderd: ${hosts}.`,
    othersBlank: 'wie zij zijn, waarom zij nodig zijn, op welke grondslag, en in welk land zij werken',
    nothingStored: 'Bij onze controle plaatste de pagina geen cookies en sloeg zij niets op uw apparaat op.',
    stored: (names) => `Op uw apparaat wordt opgeslagen: ${names}.`,
    cast: 'Kiest u ervoor de video op een ander apparaat af te spelen, dan noemt een melding vooraf wie dan gegevens ontvangt.',
    rights: 'grondslag, bewaartermijn van logboeken, contact, en de rechten van betrokkenen'
  },
  device: {
    heading: 'Verklaring over toegang tot het apparaat (artikel 5, lid 3, ePrivacyrichtlijn)',
    law: 'Artikel 5, lid 3, gaat over het opslaan van informatie op het apparaat van de bezoeker en over toegang tot informatie die daar is opgeslagen. Dit is waargenomen:',
    nothing:
      'Bij het gemeten bezoek werd niets op het apparaat opgeslagen, en er is geen aanroep gezien die onderscheidende eigenschappen ervan uitleest.',
    found: 'Bij het gemeten bezoek, zonder dat toestemming was gegeven:',
    cookie: (name, domain, phase) => `cookie \`${name}\` voor ${domain} (${phase})`,
    entry: (kind, name, origin, phase) => `${kind} \`${name}\` van ${origin} (${phase})`,
    call: (name, phase) => `aanroep van \`${name}\` (${phase})`,
    question: 'bij elk punt: waartoe het dient, en of het strikt noodzakelijk is voor een gevraagde dienst of op toestemming berust'
  },
  phases: {
    load: 'vóór elke klik',
    play: 'bij afspelen',
    seek: 'bij zoeken',
    menu: "bij menu's of dempen",
    pause: 'bij pauzeren',
    leave: 'bij verlaten'
  },
  limits: {
    heading: 'Waarop dit concept berust',
    text: 'Op één automatisch bezoek, zonder dat toestemming is gegeven of geweigerd. Wat servers met de ontvangen gegevens doen, en wat andere bezoeken laten zien, kan het niet zeggen.'
  }
};
