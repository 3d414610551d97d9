import type { Report } from './report.js';
import { probes } from './recorders/probe-script.js';

/** The limits of one visit; every report prints them. */
export const auditLimits: readonly string[] = [
  'This report shows one visit, at one time, from one place, with a browser that has no history. Another visit may show more.',
  'No consent was given or refused. What a page does after consent was not tried.',
  'The receiver of a request also learns the viewer’s IP address, the time and the browser’s usual headers. What the host does with them cannot be seen from outside.',
  'Casting, picture-in-picture, fullscreen and payment were not tried. The contents of cookies, storage and request bodies are not in this report.',
  'The browser can send its reports (Network Error Logging and others) minutes after the visit. The receivers that are named for them are listed; the audit does not wait for the reports.',
  'A reservation of text and data mining is a statement. Whether anyone respects it, and what is written inside pages and files, was not checked.',
  'The company and the country of a host are not stated, because a name does not prove them.'
];

const watchedCalls = [...new Set(probes.map(({ api }) => api))].join(', ');

/** What the method of the audit cannot see in any visit; every report prints it. */
export const unseen: readonly string[] = [
  'Contacts of other processes and devices: the operating system, an app that a link opens, a licence module with its own connection, a receiver to which the page casts.',
  'Who is behind a host name. The page’s own host can be a proxy, or an alias (CNAME) of another company’s server, and every server can pass on what it receives.',
  'Identifiers that do not look like one. Queries, paths, bodies and CMCD headers are searched for known forms only; messages of WebSocket, WebTransport and WebRTC are not read.',
  `Fingerprinting by other means than these calls: ${watchedCalls}. Screen size, fonts, style sheets, timing and request headers are not watched.`,
  'Traces outside cookies and storage: cached responses with their validators (ETag), and what the browser remembers of hosts, certificates and connections.',
  'Video that no video or audio element of a document plays, such as one that a script draws.',
  'Other browsers. A page may behave differently in Firefox and Safari, or when it recognises that a program controls the browser.'
];

/** Returns the limits of a report as sections, each with its title. */
export const limitSections = ({ limits, unseen: notSeen }: Report): readonly (readonly [title: string, items: readonly string[]])[] => [
  ['What the method cannot see', notSeen],
  ['What this report cannot say', limits]
];
