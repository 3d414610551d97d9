import type { MountedPlayer } from '../../../support/mount-player.js';
import { until } from '../../../support/until.js';

/** Further properties of an adaptation set. */
interface SetOptions {
  readonly id?: string;
  readonly role?: string;
  readonly label?: string;
  readonly channels?: number;
  /** Folders of the demo's tracks, separated by spaces. */
  readonly track?: string;
  /** The beginning of the text of every cue. */
  readonly name?: string;
  /** Prefix of the ids of the representations. */
  readonly rename?: string;
}

/** An adaptation set of a generated MPD. */
export type SetSpec = readonly [kind: 'video' | 'audio' | 'text', language: string, options?: SetOptions];

/** A period of a generated MPD. */
export interface PeriodSpec {
  readonly seconds: number;
  readonly sets: readonly SetSpec[];
}

export const video: SetSpec = ['video', '', { id: '1' }];
export const audio = (language: string, options: SetOptions = {}): SetSpec => ['audio', language, options];
export const text = (language: string, name: string, options?: SetOptions): SetSpec => ['text', language, { ...options, name }];

/**
 * Returns the URL of a generated MPD with these periods, which is live when it has a start time in milliseconds since 1970; see
 * `test/promises/streams/periods.mjs`.
 */
export const presentationUrl = (periods: readonly PeriodSpec[], liveSince?: number): string =>
  `/streams/presentation/manifest.mpd?presentation=${encodeURIComponent(JSON.stringify({ periods, liveSince }))}`;

/** The languages of the audio tracks; the selected one has a star. */
export const audioMenu = ({ player }: MountedPlayer): string[] => {
  const { tracks, choice } = player.state.current.audio;
  return tracks.map(({ id, language }) => `${language}${id === choice ? '*' : ''}`);
};

/** The labels and languages of the caption tracks; the selected one has a star. */
export const captionMenu = ({ player }: MountedPlayer): string[] => {
  const { tracks, choice } = player.state.current.captions;
  return tracks.map(({ id, label, language }) => `${label}${language}${id === choice ? '*' : ''}`);
};

export function chooseAudio({ player }: MountedPlayer, language: string): void {
  player.audio.choose(player.state.current.audio.tracks.find((track) => track.language === language)!.id);
}

export function chooseCaptions({ player }: MountedPlayer, language: string | null): void {
  player.captions.choose(player.state.current.captions.tracks.find((track) => track.language === language)?.id ?? null);
}

/** The texts of the cues that are shown. */
export const shownCues = ({ video: { textTracks } }: MountedPlayer): string[] =>
  [...textTracks]
    .filter(({ mode }) => mode === 'showing')
    .flatMap(({ activeCues }) => [...(activeCues ?? [])].map((cue) => (cue as VTTCue).text));

/** The numbers of the segments of a demo track that the browser has fetched since the timings were cleared. */
export const fetchedSegments = (track: string): number[] =>
  performance
    .getEntriesByType('resource')
    .map(({ name }) => new RegExp(`/${track}/(\\d+)\\.m4s`).exec(name)?.[1])
    .filter((number) => number !== undefined)
    .map(Number);

/** Waits until the video plays after a position in seconds. */
export const waitForPosition = async ({ player, video: { currentTime } }: MountedPlayer, seconds: number): Promise<void> =>
  until(
    `the video, which is at ${currentTime} s, plays after ${seconds} s`,
    () => !player.state.current.playback.waiting && player.state.current.time.current > seconds
  );
