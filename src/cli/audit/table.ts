import { phaseNames, type PhaseName } from './evidence.js';
import { identifierMeanings } from './identifiers.js';
import type { Report } from './report.js';

/** One table of a report, to be formatted as text or as HTML: every cell is plain text. */
export interface Table {
  readonly title: string;
  /** An explanation for the reader; may be empty. */
  readonly note: string;
  readonly head: readonly string[];
  /** Headings of the columns that contain numbers. */
  readonly numbers?: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** The text to show if there are no rows. */
  readonly emptyText: string;
}

const phaseWords: Readonly<Record<PhaseName, string>> = {
  load: 'before any click',
  play: 'play',
  seek: 'seek',
  menu: 'menus, mute',
  pause: 'pause',
  leave: 'leaving'
};

/** Returns the name of a phase for readers. */
const phaseWord = (name: PhaseName): string => phaseWords[name];

/** Formats a number of bytes for readers, in units of 1000. */
function bytesWord(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  return bytes < 1_000_000 ? `${Math.round(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

const yesOrNo = (value: boolean): string => (value ? 'yes' : 'no');
const referrerWords = { none: 'nothing', origin: 'the origin', full: 'the full address' };

/** Returns the table of the contacted hosts, which directly follows the verdict. */
export function hostTable({ hosts }: Report): Table {
  return {
    title: 'Hosts contacted',
    note: 'Received: bytes over the network. With credentials: requests with cookies or an Authorization header. Referrer: what the host learned about the page. WebRTC: a socket of a script, of which only the address is known. DNS lookup: the name was looked up, but the host was not contacted.',
    head: ['Host', 'Party', 'Requests', 'Received', 'When', 'Types', 'Scripts', 'With credentials', 'Referrer'],
    numbers: ['Requests', 'Received', 'Scripts', 'With credentials'],
    rows: hosts.map((row) => [
      row.host,
      row.own ? 'the page’s own' : row.expected ? 'expected' : 'other',
      String(row.requests),
      bytesWord(row.bytes),
      row.phases.map(phaseWord).join(', '),
      row.types.join(', '),
      String(row.scripts),
      String(row.withCredentials),
      referrerWords[row.referrer]
    ]),
    emptyText: 'None.'
  };
}

/** Returns the other tables, in reading order. */
export function evidenceTables(report: Report): Table[] {
  const { cookies, storage, identifiers, fingerprinting, requests, hosts, phases, reporting = [], reservation = [] } = report;
  return [
    {
      title: 'Cookies',
      note: 'Includes HttpOnly cookies. Values are not recorded.',
      head: ['Name', 'Domain', 'When', 'Expires', 'Readable by scripts', 'Characters'],
      numbers: ['Characters'],
      rows: cookies.map(({ name, domain, phase, expires, httpOnly, characters, refused }) => [
        name,
        domain,
        phaseWord(phase),
        refused ? 'refused by the browser' : expires < 0 ? 'session' : day(expires),
        yesOrNo(!httpOnly),
        String(characters)
      ]),
      emptyText: 'None.'
    },
    {
      title: 'Stored in the browser',
      note: 'Web storage, databases, caches, files (OPFS), storage buckets and service workers. If only the size of an entry is known, Characters is in bytes.',
      head: ['Kind', 'Name', 'Origin', 'When', 'Characters', 'Removed'],
      numbers: ['Characters'],
      rows: storage.map(({ kind, name, origin, phase, characters, removed }) => [
        kind,
        name,
        origin,
        phaseWord(phase),
        String(characters),
        yesOrNo(removed)
      ]),
      emptyText: 'Nothing.'
    },
    {
      title: 'Possible identifiers in requests',
      note: [...new Set(identifiers.map(({ kind }) => identifierMeanings[kind]))].join(' '),
      head: ['Host', 'Kind', 'Where', 'Value begins with', 'When', 'Requests', 'First seen in'],
      numbers: ['Requests'],
      rows: identifiers.map(({ host, kind, where, name, shown, phase, count, url }) => [
        host,
        kind,
        name ? `${where}: ${name}` : where,
        shown,
        phaseWord(phase),
        String(count),
        url
      ]),
      emptyText: 'None found.'
    },
    {
      title: 'Calls that can tell devices apart',
      note: 'Each of these calls has legitimate uses, and each is used for fingerprinting. The report says from where it was called, not why.',
      head: ['Call', 'Arguments', 'Origin', 'When', 'Called from'],
      rows: fingerprinting.map(({ api, detail, origin, phase, caller }) => [api, detail, origin, phaseWord(phase), caller]),
      emptyText: 'None.'
    },
    {
      title: 'Receivers of the browser’s reports',
      note: 'Response headers name them. Browsers send them reports about this visit, including the addresses of requests. They often do so minutes later, and the page’s own policy does not prevent it.',
      head: ['Host', 'Party', 'Address', 'Headers', 'Named by', 'When', 'Sent during the visit'],
      numbers: ['Sent during the visit'],
      rows: reporting.map(({ host, expected, url, headers, from, phase, deliveries }) => [
        host,
        expected ? 'expected' : 'other',
        url,
        headers.join(', '),
        from.join(', '),
        phaseWord(phase),
        String(deliveries)
      ]),
      emptyText: 'None but the page’s own host.'
    },
    {
      title: 'Reservation of text and data mining',
      note: 'Media responses, by folder and kind. A reservation is the header tdm-reservation: 1, or a rule in /.well-known/tdmrep.json of the host; one of the two is enough, and the header counts if both exist. The audit itself requested the file after the visit. X-Robots-Tag with noai or noimageai is a convention.',
      head: ['Folder', 'Kind', 'Responses', 'Reserved', 'Header', 'tdmrep.json', 'X-Robots-Tag', 'Terms', 'Missing'],
      numbers: ['Responses'],
      rows: reservation.map(({ url, kind, responses, reserved, header, file, robots, policy, missing }) => [
        url,
        kind,
        String(responses),
        yesOrNo(reserved),
        header,
        file,
        robots || 'none',
        policy || 'none',
        missing.join('; ') || 'nothing'
      ]),
      emptyText: 'No media response was seen.'
    },
    {
      title: 'Initiators of requests',
      note: 'The scripts, documents and style sheets that made requests to other hosts.',
      head: ['Host', 'Initiator'],
      rows: hosts.filter(({ own }) => !own).flatMap(({ host, initiators }) => initiators.map((initiator) => [host, initiator])),
      emptyText: 'No other host was contacted.'
    },
    {
      title: 'Every request to another host',
      note: 'Long values are cut. The page’s own policy or the browser stopped blocked requests, which reached no host.',
      head: ['Request', 'Type', 'When', 'Count', 'Outcome', 'Initiator'],
      numbers: ['Count'],
      rows: requests.map(({ method, url, type, phase, count, outcome, reason, initiator }) => [
        `${method} ${url}`,
        type,
        phaseWord(phase),
        String(count),
        reason ? `${outcome}: ${reason}` : outcome,
        initiator
      ]),
      emptyText: 'None.'
    },
    {
      title: 'Steps of the visit',
      note: '',
      head: ['Step', 'Action', 'Seconds'],
      numbers: ['Seconds'],
      rows: phaseNames.flatMap((name) =>
        phases.filter((phase) => phase.name === name).map(({ done, seconds }) => [phaseWord(name), done, seconds.toFixed(1)])
      ),
      emptyText: 'Nothing.'
    }
  ];
}

const day = (seconds: number): string => new Date(seconds * 1000).toISOString().slice(0, 10);
