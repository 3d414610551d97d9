import type { InitialRendition } from '../engines/engine.js';
import { mediaSourceClass } from '../engines/mse/media-source.js';
import { parseXml } from '../network/parse-xml.js';
import { estimatedBandwidth } from '../network/bandwidth-estimate.js';
import { selectInitialRendition } from './initial-rendition.js';
import type { PrefetchContext } from './prefetch-context.js';
import { segmentAt, type Template } from './segment-template.js';

/** Bandwidth in bits per second that dash.js assumes for a network that it has not measured. */
const assumedBandwidth = { video: 1_000_000, audio: 100_000 } as const;

const childrenOf = (parent: Element | null | undefined, name: string): Element[] =>
  [...(parent?.children ?? [])].filter(({ localName }) => localName === name);

const childOf = (parent: Element | null | undefined, name: string): Element | undefined => childrenOf(parent, name)[0];

/** Returns an attribute that a representation may inherit from its adaptation set (ISO/IEC 23009-1, 5.3.7). */
const attributeOf = (representation: Element, name: string): string =>
  representation.getAttribute(name) ?? representation.parentElement?.getAttribute(name) ?? '';

const isMain = (set: Element): boolean => childrenOf(set, 'Role').some((role) => role.getAttribute('value') === 'main');

const priorityOf = (set: Element): number => Number(set.getAttribute('selectionPriority') ?? 1) + (isMain(set) ? 0.5 : 0);

/** Chooses the first video and audio renditions as dash.js would, and prefetches their init segments and first media segments. */
export function prefetchInitialRendition(text: string, base: URL, context: PrefetchContext): InitialRendition | undefined {
  const manifest = parseXml(text)?.documentElement;
  const period = childOf(manifest, 'Period');
  if (!manifest || !period) return undefined;
  const prefetchFirst = (type: 'video' | 'audio') => {
    const rendition = chooseRendition(period, type, context);
    if (rendition) prefetchRepresentation(rendition.element, base, { ...context, live: manifest.getAttribute('type') === 'dynamic' });
    return rendition;
  };
  const video = prefetchFirst('video');
  prefetchFirst('audio');
  return video && { rendition: video.element.id, bitrate: video.bitrate };
}

function chooseRendition(period: Element, type: 'video' | 'audio', context: PrefetchContext) {
  const candidates = childrenOf(period, 'AdaptationSet')
    .sort((a, b) => priorityOf(b) - priorityOf(a))
    .map((set) => childrenOf(set, 'Representation').filter((element) => isPlayable(element, type)))
    .find(({ length }) => length > 0);
  const numberOf = (element: Element, name: string) => Number(attributeOf(element, name));
  const renditions = (candidates ?? []).map((element) => ({
    element,
    bitrate: numberOf(element, 'bandwidth'),
    width: numberOf(element, 'width'),
    height: numberOf(element, 'height')
  }));
  return selectInitialRendition(renditions, {
    assumedBandwidth: assumedBandwidth[type],
    measuredBandwidth: type === 'video' ? estimatedBandwidth() : 0,
    ...context
  });
}

function isPlayable(representation: Element, type: string): boolean {
  const mimeType = attributeOf(representation, 'mimeType');
  if (!mimeType.startsWith(`${type}/`)) return false;
  const codecs = attributeOf(representation, 'codecs');
  return mediaSourceClass()?.isTypeSupported(codecs ? `${mimeType}; codecs="${codecs}"` : mimeType) === true;
}

function prefetchRepresentation(element: Element, manifest: URL, context: PrefetchContext & { live: boolean }): void {
  const path: Element[] = [];
  for (let level: Element | null = element; level; level = level.parentElement) path.unshift(level);
  const base = path.reduce((url, level) => new URL(childOf(level, 'BaseURL')?.textContent?.trim() ?? '', url), manifest);
  const fetchSegment = (url: string, range?: string | null) =>
    context.fetchSegment(new URL(url, base), range ? `bytes=${range}` : undefined);
  const index = childOf(
    path.findLast((level) => childOf(level, 'SegmentBase')),
    'SegmentBase'
  );
  const range = childOf(index, 'Initialization')?.getAttribute('range');
  if (index && range) {
    fetchSegment('', range);
    fetchSegment('', index.getAttribute('indexRange'));
  }
  const template = templateOf(path, element);
  if (!template) return;
  const { init, media } = segmentAt(template, context.startTime);
  if (init) fetchSegment(init);
  // The engine chooses the start position of a live stream.
  if (media && !context.live) fetchSegment(media);
}

/** Returns the template of a representation, including what it inherits from the levels above (5.3.9.1). */
function templateOf(path: readonly Element[], representation: Element): Template | undefined {
  const levels = path.flatMap((level) => childrenOf(level, 'SegmentTemplate'));
  if (levels.length === 0) return undefined;
  const attributes = Object.create(null) as Record<string, string>;
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
