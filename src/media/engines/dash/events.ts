import type { MediaPlayerClass } from 'dashjs';
import { MetadataTrack } from '../metadata-track.js';

interface Described {
  readonly schemeIdUri?: string;
}

/** As much of a parsed MPD as is looked at. */
interface ParsedMpd {
  readonly Period?: readonly {
    readonly EventStream?: readonly Described[];
    readonly AdaptationSet?: readonly {
      readonly InbandEventStream?: readonly Described[];
      readonly Representation?: readonly { readonly InbandEventStream?: readonly Described[] }[];
    }[];
  }[];
}

/** What dash.js tells of an event when it has read it. */
interface Received {
  readonly event?: {
    readonly id?: number | string;
    readonly calculatedPresentationTime?: number;
    readonly duration?: number;
    readonly messageData?: unknown;
    readonly eventStream?: { readonly schemeIdUri?: string; readonly value?: string; readonly timescale?: number };
  };
}

/** Events that are meant for the player: a manifest to be read again, an address to be called back, which this player never does. */
const own = /^urn:mpeg:dash:event:/;

const schemesOf = ({ Period: periods = [] }: ParsedMpd): (string | undefined)[] =>
  periods
    .flatMap(({ EventStream: events = [], AdaptationSet: sets = [] }) => [
      ...events,
      ...sets.flatMap(({ InbandEventStream: inband = [], Representation: all = [] }) => [
        ...inband,
        ...all.flatMap((one) => one.InbandEventStream ?? [])
      ])
    ])
    .map(({ schemeIdUri }) => schemeIdUri);

const textOf = (data: unknown): string =>
  data instanceof Uint8Array ? new TextDecoder().decode(data) : typeof data === 'string' ? data : JSON.stringify(data ?? '');

/** Makes cues of metadata of a presentation's events (ISO/IEC 23009-1, 5.10): one track for each scheme, named after it. */
export function showEvents(player: MediaPlayerClass, video: HTMLVideoElement, signal: AbortSignal): void {
  const tracks = new Map<string, MetadataTrack>();
  const hear = (scheme: string) => {
    const track = new MetadataTrack(video, scheme, signal);
    tracks.set(scheme, track);
    const receive = ({ event }: Received) => {
      const { id = '', calculatedPresentationTime: start = 0, duration = 0, messageData } = event ?? {};
      const seconds = Number.isFinite(duration) ? duration : 0;
      track.add({ start, end: start + seconds, id: String(id), key: scheme, data: textOf(messageData) });
    };
    player.on(scheme, receive, undefined, { mode: 'eventModeOnReceive' } as object);
  };
  player.on('internalManifestLoaded', ({ manifest }: { manifest?: ParsedMpd | null }) => {
    for (const scheme of schemesOf(manifest ?? {})) if (scheme && !own.test(scheme) && !tracks.has(scheme)) hear(scheme);
  });
}
