import type { MediaPlayerClass } from 'dashjs';
import { MetadataTrack } from '../metadata-track.js';
import { editManifest, type ParsedMpd } from './mpd/parsed-mpd.js';

/** What dash.js passes to listeners when it has parsed an event. */
interface ParsedEvent {
  readonly event?: {
    readonly id?: number | string;
    readonly calculatedPresentationTime?: number;
    readonly duration?: number;
    readonly messageData?: unknown;
    readonly eventStream?: { readonly schemeIdUri?: string; readonly value?: string; readonly timescale?: number };
  };
}

/** Events for the player itself, which request a manifest update or a callback to a URL. This player does neither. */
const playerEvent = /^urn:mpeg:dash:event:/;

const schemesOf = ({ Period: periods = [] }: ParsedMpd): (string | undefined)[] =>
  periods
    .flatMap(({ EventStream: events = [], AdaptationSet: sets = [] }) => [
      ...events,
      ...sets.flatMap(({ InbandEventStream: inband = [], Representation: representations = [] }) => [
        ...inband,
        ...representations.flatMap((representation) => representation.InbandEventStream ?? [])
      ])
    ])
    .map(({ schemeIdUri }) => schemeIdUri);

const textOf = (data: unknown): string =>
  data instanceof Uint8Array ? new TextDecoder().decode(data) : typeof data === 'string' ? data : JSON.stringify(data ?? '');

/** Adds a presentation's events (ISO/IEC 23009-1, 5.10) as metadata cues, on one text track per scheme, labelled with the scheme. */
export function showEvents(player: MediaPlayerClass, video: HTMLVideoElement, signal: AbortSignal): void {
  const tracks = new Map<string, MetadataTrack>();
  const addScheme = (scheme: string) => {
    const track = new MetadataTrack(video, scheme, signal);
    tracks.set(scheme, track);
    const addCue = ({ event }: ParsedEvent) => {
      const { id = '', calculatedPresentationTime: start = 0, duration = 0, messageData } = event ?? {};
      const seconds = Number.isFinite(duration) ? duration : 0;
      track.add({ start, end: start + seconds, id: String(id), key: scheme, data: textOf(messageData) });
    };
    player.on(scheme, addCue, undefined, { mode: 'eventModeOnReceive' } as object);
  };
  editManifest(player, (manifest) => {
    for (const scheme of schemesOf(manifest)) if (scheme && !playerEvent.test(scheme) && !tracks.has(scheme)) addScheme(scheme);
  });
}
