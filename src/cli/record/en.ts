import type { Words } from './words.js';

export const en: Words = {
  title: 'Data protection records for a video player',
  draft:
    '**DRAFT.** Written by a program from measurements. It is not legal advice and decides nothing about the law. A person who answers for it must check it, fill in what stands in [brackets], and sign it.',
  basis: (page, date, tool) => `Measured: ${page}, on ${date}, with ${tool}.`,
  blank: (what) => `[fill in: ${what}]`,
  none: 'none',
  and: 'and',
  article30: {
    heading: 'Record of processing activities (Article 30(1) GDPR)',
    field: 'Field',
    entry: 'Entry',
    name: ['Processing activity', 'Playing video on a web page'],
    controller: ['Controller and contact, data protection officer', 'names and contact details'],
    purpose: ['Purpose', 'Showing video to visitors who ask for it; keeping the service running and secure'],
    people: ['Categories of people', 'Visitors of the page who load or play the video'],
    data: [
      'Categories of data',
      'For each request: IP address, time, address of the file, type of browser and language, as every web server receives them'
    ],
    dataStored: (names) => `stored on the device: ${names}`,
    dataIdentifiers: (names) => `possible identifiers in requests: ${names}`,
    dataDevice: (names) => `properties of the device, by: ${names}`,
    recipients: ['Recipients', 'who runs each host, and under which contract'],
    ownHost: (host) => `${host} (the page’s own host)`,
    otherHost: (host, requests, early) => `${host} (requests: ${requests}${early ? ', before any click' : ''})`,
    transfers: ['Transfers to third countries', 'for each recipient: country, and the safeguard; a host name does not tell it'],
    retention: ['Time limits for erasure', 'how long access logs are kept, at each host'],
    measures: ['Technical and organisational measures', 'further measures'],
    measureOrigins: (origins) => `the player may fetch from these origins only: ${origins}`,
    measurePages: (origins) => `only these sites may embed it: ${origins}`,
    measureSandbox: 'the embed runs in a sandbox in which the browser allows no cookies and no storage',
    measureUnknown: 'no configuration of an embed was given'
  },
  notice: {
    heading: 'Paragraph for the privacy notice (Article 13 GDPR)',
    intro: (host) =>
      `This page shows video. When you load or play it, your browser requests files from ${host}. As with every web request, the server learns your IP address, the time, the file requested and the type of your browser.`,
    noOthers: 'When we checked, no other host was contacted.',
    others: (hosts) => `When we checked, these other hosts were contacted as well: ${hosts}.`,
    othersBlank: 'who they are, why they are needed, on which legal basis, and in which country they work',
    nothingStored: 'When we checked, the page set no cookie and stored nothing on your device.',
    stored: (names) => `The following is stored on your device: ${names}.`,
    cast: 'If you choose to cast the video to another device, a notice first names who then receives data.',
    rights: 'legal basis, how long logs are kept, contact, and the rights of the persons concerned'
  },
  device: {
    heading: 'Statement on access to the device (Article 5(3) ePrivacy Directive)',
    law: 'Article 5(3) is about storing information on a visitor’s device and about gaining access to information stored there. This is what was observed:',
    nothing:
      'In the visit that was measured nothing was stored on the device, and no call was seen that reads out its distinguishing properties.',
    found: 'In the visit that was measured, without any consent having been given:',
    cookie: (name, domain, phase) => `cookie \`${name}\` for ${domain} (${phase})`,
    entry: (kind, name, origin, phase) => `${kind} \`${name}\` of ${origin} (${phase})`,
    call: (name, phase) => `call of \`${name}\` (${phase})`,
    question: 'for each item: what it is for, and whether it is strictly necessary for a service the visitor asked for, or rests on consent'
  },
  phases: {
    load: 'before any click',
    play: 'at play',
    seek: 'at seeking',
    menu: 'at menus or mute',
    pause: 'at pause',
    leave: 'on leaving'
  },
  limits: {
    heading: 'What this draft rests on',
    text: 'One automatic visit, without consent given or refused. What servers do with the data they receive, and what other visits show, it cannot say.'
  }
};
