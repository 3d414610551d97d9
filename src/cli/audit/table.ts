import { phaseNames, type PhaseName } from './evidence.js';
import { identifierMeanings } from './identifiers.js';
import type { Report } from './report.js';

/** One table of a report, ready to be set as text or as HTML: every cell is plain text. */
export interface Table {
  readonly title: string;
  /** What the reader must know to read it. */
  readonly note: string;
  readonly head: readonly string[];
  /** Heads of the columns that hold numbers. */
  readonly numbers?: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** What is said when there are no rows. */
  readonly none: string;
}

const phaseWords: Readonly<Record<PhaseName, string>> = {
  load: 'before any click',
  play: 'play',
  seek: 'seek',
  menu: 'menus, mute',
  pause: 'pause',
  leave: 'leaving'
};

/** When something happened, in a reader's words. */
export const phaseWord = (name: PhaseName): string => phaseWords[name];

/** Bytes as people read them, in units of 1000. */
export function bytesWord(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  return bytes < 1_000_000 ? `${Math.round(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

const yes = (value: boolean): string => (value ? 'yes' : 'no');
const referrerWords = { none: 'nothing', origin: 'the site', full: 'the full address' };

/** Who was contacted. It comes right after the verdict. */
export function hostTable({ hosts }: Report): Table {
  return {
    title: 'Hosts contacted',
    note: 'Received: bytes over the network. Referrer: what the host was told about the page it is used on. Sent along: requests with cookies or a login.',
    head: ['Host', 'Whose', 'Requests', 'Received', 'When', 'For', 'Scripts', 'Sent along', 'Referrer'],
    numbers: ['Requests', 'Received', 'Scripts', 'Sent along'],
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
    none: 'None.'
  };
}

/** The tables behind the verdict, in the order in which they are read. */
export function evidenceTables(report: Report): Table[] {
  const { cookies, storage, identifiers, fingerprinting, requests, hosts, phases } = report;
  return [
    {
      title: 'Cookies',
      note: 'Those that scripts cannot see included. Values are not kept here.',
      head: ['Name', 'Domain', 'When', 'Kept until', 'Scripts can read it', 'Characters'],
      numbers: ['Characters'],
      rows: cookies.map(({ name, domain, phase, expires, httpOnly, characters, refused }) => [
        ...[name, domain, phaseWord(phase), refused ? 'refused by the browser' : expires < 0 ? 'the browser closes' : day(expires)],
        ...[yes(!httpOnly), String(characters)]
      ]),
      none: 'None.'
    },
    {
      title: 'Stored in the browser',
      note: 'Web storage, databases, caches and service workers.',
      head: ['Kind', 'Name', 'Origin', 'When', 'Characters', 'Taken away again'],
      numbers: ['Characters'],
      rows: storage.map(({ kind, name, origin, phase, characters, removed }) => [
        ...[kind, name, origin, phaseWord(phase)],
        ...[String(characters), yes(removed)]
      ]),
      none: 'Nothing.'
    },
    {
      title: 'Possible identifiers in requests',
      note: [...new Set(identifiers.map(({ kind }) => identifierMeanings[kind]))].join(' '),
      head: ['Host', 'Kind', 'Where', 'Value begins', 'When', 'Requests', 'First seen in'],
      numbers: ['Requests'],
      rows: identifiers.map(({ host, kind, where, name, shown, phase, count, url }) => [
        ...[host, kind, name ? `${where}: ${name}` : where, shown],
        ...[phaseWord(phase), String(count), url]
      ]),
      none: 'None found.'
    },
    {
      title: 'Calls that can tell devices apart',
      note: 'Each of these has honest uses, and each is used for fingerprinting. The report says that it was called and from where, not why.',
      head: ['Call', 'With', 'In', 'When', 'Called from'],
      rows: fingerprinting.map(({ api, detail, origin, phase, caller }) => [api, detail, origin, phaseWord(phase), caller]),
      none: 'None.'
    },
    {
      title: 'What asked for it',
      note: 'The scripts, documents and style sheets that made requests to other hosts.',
      head: ['Host', 'Asked for by'],
      rows: hosts.filter(({ own }) => !own).flatMap(({ host, initiators }) => initiators.map((initiator) => [host, initiator])),
      none: 'No other host was contacted.'
    },
    {
      title: 'Every request to another host',
      note: 'Long values are cut. Blocked requests were stopped by the page’s own policy or the browser and reached nobody.',
      head: ['Request', 'For', 'When', 'Times', 'Outcome', 'Asked for by'],
      numbers: ['Times'],
      rows: requests.map(({ method, url, type, phase, count, outcome, reason, initiator }) => [
        ...[`${method} ${url}`, type, phaseWord(phase), String(count)],
        ...[reason ? `${outcome}: ${reason}` : outcome, initiator]
      ]),
      none: 'None.'
    },
    {
      title: 'What was done',
      note: '',
      head: ['Step', 'What', 'Seconds'],
      numbers: ['Seconds'],
      rows: phaseNames.flatMap((name) =>
        phases.filter((phase) => phase.name === name).map(({ done, seconds }) => [phaseWord(name), done, seconds.toFixed(1)])
      ),
      none: 'Nothing.'
    }
  ];
}

const day = (seconds: number): string => new Date(seconds * 1000).toISOString().slice(0, 10);
