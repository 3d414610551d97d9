import { mediaSource } from '../engines/media-source.js';
import { parseXml } from '../xml.js';
import { bandwidthSeen } from './bandwidth.js';
import { firstRendition } from './first-rendition.js';
import type { FirstChoice, Track } from './head-start.js';
import { segmentAt, type Template } from './segment-template.js';

/** Bits per second that dash.js expects of a line it does not know. */
const expected = { video: 1_000_000, audio: 100_000 } as const;

const childrenOf = (parent: Element | null | undefined, name: string): Element[] =>
  [...(parent?.children ?? [])].filter(({ localName }) => localName === name);

const childOf = (parent: Element | null | undefined, name: string): Element | undefined => childrenOf(parent, name)[0];

/** An attribute that a representation may leave to its set (ISO/IEC 23009-1, 5.3.7). */
const attributeOf = (representation: Element, name: string): string =>
  representation.getAttribute(name) ?? representation.parentElement?.getAttribute(name) ?? '';

const isMain = (set: Element): boolean => childrenOf(set, 'Role').some((role) => role.getAttribute('value') === 'main');

const priorityOf = (set: Element): number => Number(set.getAttribute('selectionPriority') ?? 1) + (isMain(set) ? 0.5 : 0);

/** Chooses the first rendition of picture and sound as dash.js would, and fetches their heads and their first segments. */
export function chooseFirst(text: string, base: URL, track: Track): FirstChoice | undefined {
  const manifest = parseXml(text)?.documentElement;
  const period = childOf(manifest, 'Period');
  if (!manifest || !period) return undefined;
  const begin = (type: 'video' | 'audio') => {
    const first = choose(period, type, track);
    if (first) warmRepresentation(first.element, base, { ...track, live: manifest.getAttribute('type') === 'dynamic' });
    return first;
  };
  const picture = begin('video');
  begin('audio');
  return picture && { rendition: picture.element.id, bitrate: picture.bitrate };
}

function choose(period: Element, type: 'video' | 'audio', track: Track) {
  const offers = childrenOf(period, 'AdaptationSet')
    .sort((a, b) => priorityOf(b) - priorityOf(a))
    .map((set) => childrenOf(set, 'Representation').filter((element) => playable(element, type)))
    .find(({ length }) => length > 0);
  const numberOf = (element: Element, name: string) => Number(attributeOf(element, name));
  const renditions = (offers ?? []).map((element) => ({
    element,
    bitrate: numberOf(element, 'bandwidth'),
    width: numberOf(element, 'width'),
    height: numberOf(element, 'height')
  }));
  return firstRendition(renditions, { expected: expected[type], seen: type === 'video' ? bandwidthSeen() : 0, ...track });
}

function playable(representation: Element, type: string): boolean {
  const mimeType = attributeOf(representation, 'mimeType');
  if (!mimeType.startsWith(`${type}/`)) return false;
  const codecs = attributeOf(representation, 'codecs');
  return mediaSource()?.isTypeSupported(codecs ? `${mimeType}; codecs="${codecs}"` : mimeType) === true;
}

function warmRepresentation(element: Element, manifest: URL, track: Track & { live: boolean }): void {
  const path: Element[] = [];
  for (let level: Element | null = element; level; level = level.parentElement) path.unshift(level);
  const base = path.reduce((url, level) => new URL(childOf(level, 'BaseURL')?.textContent?.trim() ?? '', url), manifest);
  const fetchPart = (address: string, range?: string | null) =>
    track.fetchPart(new URL(address, base), range ? `bytes=${range}` : undefined);
  const index = childOf(
    path.findLast((level) => childOf(level, 'SegmentBase')),
    'SegmentBase'
  );
  const range = childOf(index, 'Initialization')?.getAttribute('range');
  if (index && range) {
    fetchPart('', range);
    fetchPart('', index.getAttribute('indexRange'));
  }
  const template = templateOf(path, element);
  if (!template) return;
  const { head, media } = segmentAt(template, track.startTime);
  if (head) fetchPart(head);
  // Where a live channel begins is the engine's to say.
  if (media && !track.live) fetchPart(media);
}

/** The template of a representation, with what it takes over from the levels above it (5.3.9.1). */
function templateOf(path: readonly Element[], representation: Element): Template | undefined {
  const levels = path.flatMap((level) => childrenOf(level, 'SegmentTemplate'));
  if (levels.length === 0) return undefined;
  const attributes: Record<string, string> = {};
  for (const level of levels) for (const { name, value } of level.attributes) attributes[name] = value;
  const timeline = levels.map((level) => childOf(level, 'SegmentTimeline')).findLast(Boolean);
  const runs = childrenOf(timeline, 'S').map((run) => {
    const [t, d, r] = ['t', 'd', 'r'].map((name) => Number(run.getAttribute(name) ?? NaN));
    return { start: t!, duration: d!, repeat: r || 0 };
  });
  return {
    attributes,
    runs,
    representation: { RepresentationID: representation.id, Bandwidth: representation.getAttribute('bandwidth') ?? '' }
  };
}
