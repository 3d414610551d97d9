import type { RecordedMedia, ReservationFile } from './evidence.js';
import type { FileState, HeaderState, ReservationRow } from './report.js';
import { tdmDecision } from './tdm-rules.js';

/** Maximum number of rows; a page rarely has more than ten. */
const maxRows = 200;

/** Returns what the header says. Values other than 0 and 1 count as none; a repeated header counts if all its values are equal. */
function headerState(value: string): HeaderState {
  const values = new Set(value.split(/[,\n]/).map((each) => each.trim()));
  if (values.size > 1) return 'none';
  return values.has('1') ? 'reserved' : values.has('0') ? 'not reserved' : 'none';
}

function fileStateOf(file: ReservationFile | undefined, url: URL): { state: FileState; policy: string } {
  if (!file || file.outcome === 'not read') return { state: 'not read', policy: '' };
  if (file.outcome === 'none') return { state: 'no file', policy: '' };
  try {
    const decision = tdmDecision(file.text, url);
    if (!decision) return { state: 'no rule', policy: '' };
    return { state: decision.reserved ? 'reserved' : 'not reserved', policy: decision.policy };
  } catch {
    return { state: 'not JSON', policy: '' };
  }
}

/** Whether `X-Robots-Tag` has a value that applies to every robot, not only to one that it names. */
const hasRobotsValue = (robots: string, wanted: string): boolean =>
  robots.split(/[,\n]/).some((part) => part.trim().toLowerCase() === wanted);

/** Returns what can still be added, by its name. */
function missingParts(kind: RecordedMedia['kind'], header: HeaderState, file: FileState, robots: string): string[] {
  const robotsValue = kind === 'image' ? 'noimageai' : 'noai';
  return [
    ...(header === 'reserved' ? [] : ['tdm-reservation: 1']),
    ...(file === 'reserved' ? [] : ['/.well-known/tdmrep.json']),
    ...(hasRobotsValue(robots, robotsValue) ? [] : [`X-Robots-Tag: ${robotsValue}`])
  ];
}

/**
 * Returns one row for all responses of one kind in one folder that say the same. The header of a response supersedes the rule of the file
 * (TDM Reservation Protocol, "Processing priority").
 */
export function reservationRows(media: readonly RecordedMedia[], files: readonly ReservationFile[]): ReservationRow[] {
  const rows = new Map<string, ReservationRow>();
  for (const { url: text, kind, reservation, policy, robots } of media) {
    const url = new URL(text);
    const header = headerState(reservation);
    const file = fileStateOf(
      files.find(({ origin }) => origin === url.origin),
      url
    );
    const row: ReservationRow = {
      host: url.host,
      url: `${url.origin}${url.pathname.slice(0, url.pathname.lastIndexOf('/') + 1)}`,
      ...{ kind, responses: 1, header, file: file.state, robots },
      policy: policy || file.policy,
      reserved: header === 'reserved' || (header === 'none' && file.state === 'reserved'),
      missing: missingParts(kind, header, file.state, robots)
    };
    const key = JSON.stringify(row);
    rows.set(key, { ...row, responses: (rows.get(key)?.responses ?? 0) + 1 });
  }
  return [...rows.values()].slice(0, maxRows);
}
