import type { HostRow, Report } from '../audit/report.js';
import type { LabelledBlank, LabelledText, Words } from './words.js';

/** The parts of an embed's configuration that the drafts use; each may be absent. */
export interface EmbedFacts {
  /** Origins that may serve media. */
  readonly media?: readonly string[];
  /** Origins that may embed the player. */
  readonly pages?: readonly string[];
  /** `strict`: a sandbox without cookies and storage. */
  readonly tier?: string;
  readonly chromecast?: boolean;
}

/** Escapes Markdown in texts that a page chose, and replaces line breaks, which would end a row of a table. */
const escapeMarkdown = (text: string): string => text.replaceAll(/[\r\n]+/g, ' ').replaceAll(/[\\`*_[\]<>|#]/g, (sign) => `\\${sign}`);
/** Prepares a name for code formatting. */
const code = (text: string): string => text.replaceAll(/[`|\r\n]/g, ' ');
const distinct = (list: readonly string[]): string[] => [...new Set(list)];

/** Returns the drafts in Markdown: an Article 30 entry, a paragraph for the privacy notice, and an Article 5(3) statement. */
export function draftRecord(report: Report, embed: EmbedFacts | undefined, words: Words): string {
  const joinList = (items: readonly string[]): string => items.join(', ') || words.none;
  // What stays on the device when the visit ends. Article 5(3) below is about each act of storing, even of what was removed again.
  const stored = distinct([
    ...report.cookies.filter(({ refused }) => !refused).map(({ name }) => `cookie ${name}`),
    ...report.storage.filter(({ removed }) => !removed).map(({ kind, name }) => `${kind} ${name}`)
  ]).map(escapeMarkdown);
  const otherHosts = report.hosts.filter(({ own }) => !own);
  const ownHosts = report.hosts.filter((host) => host.own).map(({ host }) => host);
  return [
    `# ${words.title}`,
    words.draft,
    words.basis(escapeMarkdown(report.page.url), report.startedAt.slice(0, 10), escapeMarkdown(report.tool)),
    `## ${words.article30.heading}`,
    article30(report, embed, words, stored, joinList),
    `## ${words.notice.heading}`,
    notice(words, ownHosts.length ? ownHosts : [report.page.host], otherHosts, stored, embed, joinList),
    `## ${words.device.heading}`,
    device(report, words),
    `## ${words.limits.heading}`,
    words.limits.text
  ].join('\n\n');
}

type ListFormat = (items: readonly string[]) => string;

function article30(report: Report, embed: EmbedFacts | undefined, words: Words, stored: readonly string[], joinList: ListFormat): string {
  const w = words.article30;
  const kinds = distinct(report.identifiers.map(({ kind, name }) => (name ? `${kind} (${name})` : kind))).map(escapeMarkdown);
  const apis = distinct(report.fingerprinting.map(({ api }) => api)).map(escapeMarkdown);
  const data = [
    w.data.text,
    ...(stored.length ? [w.dataStored(stored.join(', '))] : []),
    ...(kinds.length ? [w.dataIdentifiers(kinds.join(', '))] : []),
    ...(apis.length ? [w.dataDevice(apis.join(', '))] : [])
  ];
  const hosts = report.hosts.map((row) =>
    row.own ? w.ownHost(escapeMarkdown(row.host)) : w.otherHost(escapeMarkdown(row.host), row.requests, row.phases.includes('load'))
  );
  const measures = embed
    ? [
        ...(embed.media?.length ? [w.measureOrigins(escapeMarkdown(embed.media.join(', ')))] : []),
        ...(embed.pages?.length ? [w.measurePages(escapeMarkdown(embed.pages.join(', ')))] : []),
        ...(embed.tier === 'strict' ? [w.measureSandbox] : [])
      ]
    : [w.measureUnknown];
  const blankRow = ({ label, blank }: LabelledBlank): LabelledText => ({ label, text: words.blank(blank) });
  const rows: readonly LabelledText[] = [
    w.name,
    blankRow(w.controller),
    w.purpose,
    w.people,
    { label: w.data.label, text: data.join('; ') },
    { label: w.recipients.label, text: `${joinList(hosts)}; ${words.blank(w.recipients.blank)}` },
    blankRow(w.transfers),
    blankRow(w.retention),
    { label: w.measures.label, text: [...measures, words.blank(w.measures.blank)].join('; ') }
  ];
  return [`| ${w.field} | ${w.entry} |`, '| --- | --- |', ...rows.map(({ label, text }) => `| ${label} | ${text} |`)].join('\n');
}

function notice(
  words: Words,
  ownHosts: readonly string[],
  otherHosts: readonly HostRow[],
  stored: readonly string[],
  embed: EmbedFacts | undefined,
  joinList: ListFormat
): string {
  const w = words.notice;
  const names = otherHosts.map(({ host }) => escapeMarkdown(host));
  return [
    w.intro(ownHosts.map(escapeMarkdown).join(` ${words.and} `)),
    names.length ? `${w.others(joinList(names))} ${words.blank(w.othersBlank)}` : w.noOthers,
    stored.length ? w.stored(stored.join(', ')) : w.nothingStored,
    ...(embed?.chromecast ? [w.cast] : []),
    words.blank(w.rights)
  ].join(' ');
}

function device({ cookies, storage, fingerprinting }: Report, { device: w, phases, blank }: Words): string {
  const items = distinct([
    ...cookies
      .filter(({ refused }) => !refused)
      .map(({ name, domain, phase }) => w.cookie(code(name), escapeMarkdown(domain), phases[phase])),
    ...storage.map(({ kind, name, origin, phase }) => w.entry(kind, code(name), escapeMarkdown(origin), phases[phase])),
    ...fingerprinting.map(({ api, phase }) => w.call(code(api), phases[phase]))
  ]);
  if (!items.length) return `${w.law}\n\n${w.nothing}`;
  return [w.law, w.found, items.map((item) => `- ${item}`).join('\n'), blank(w.question)].join('\n\n');
}
