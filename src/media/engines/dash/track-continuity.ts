import type { MediaInfo, MediaPlayerClass } from 'dashjs';
import { matchAudioTrack, matchTextTrack, type TrackChoices } from '../track-matching.js';
import { rolesOf, textKind } from './mpd/roles.js';
import { labelOf, toAudioTrack } from './stream-sync.js';

interface StreamInfo {
  readonly id: string;
  /** Seconds. */
  readonly duration: number;
}

/** The part of dash.js's `MediaController` that is used here. */
interface MediaController {
  getTracksFor(type: string, streamId: string): readonly MediaInfo[];
  getCurrentTrackFor(type: string, streamId: string): MediaInfo | null;
  setTrack(track: MediaInfo): void;
  selectInitialTrack(type: string, tracks: readonly MediaInfo[]): MediaInfo;
  setInitialMediaSettingsForType(type: string, streamInfo: StreamInfo): void;
}

const toTextTrack = (track: MediaInfo) => ({ track, label: labelOf(track), language: track.lang ?? '', kind: textKind(track) });

const describe = (track: MediaInfo): string => JSON.stringify([rolesOf(track), track.viewpoint]);

/** Returns the tracks with the role "main", or all when the manifest marks none. */
function defaultsOf(tracks: readonly MediaInfo[]): readonly MediaInfo[] {
  const main = tracks.filter((track) => rolesOf(track).includes('main'));
  return main.length > 0 ? main : tracks;
}

/** Returns the tracks that continue the track of an earlier period; all when none does. */
function continuationsOf(tracks: readonly MediaInfo[], earlierTrack: MediaInfo): readonly MediaInfo[] {
  if (earlierTrack.type === 'audio') {
    const candidates = defaultsOf(tracks).map((track) => ({ ...toAudioTrack(track), track }));
    const match = matchAudioTrack(candidates, toAudioTrack(earlierTrack));
    return match ? [match.track] : defaultsOf(tracks);
  }
  const similarTracks = tracks.filter((track) => describe(track) === describe(earlierTrack));
  return similarTracks.length > 0 ? similarTracks : defaultsOf(tracks);
}

/**
 * Selects in each period the track that the viewer has chosen, wherever the period has it. Without a choice, the default track continues:
 * that of the longest period so far, so that an advertisement does not change the language of what follows.
 *
 * dash.js itself would select the track with the most similar bitrate. Its setting that remembers tracks is off, because it also stores
 * them on the device.
 */
export function keepTracks(player: MediaPlayerClass, choices: TrackChoices): void {
  const defaults = new Map<string, { readonly track: MediaInfo; readonly duration: number }>();

  const chosenIn = (type: string, tracks: readonly MediaInfo[]): MediaInfo | undefined => {
    const { audio, caption } = choices;
    if (type === 'audio' && audio)
      return matchAudioTrack(
        tracks.map((track) => ({ ...toAudioTrack(track), track })),
        audio
      )?.track;
    return type === 'text' && caption ? matchTextTrack(tracks.map(toTextTrack), caption)?.track : undefined;
  };

  const controller = function (this: { parent: MediaController }) {
    const { parent } = this;
    // dash.js replaces the members of this object by those that are returned, so the original function is read first.
    const { setInitialMediaSettingsForType: selectByDefault } = parent;
    return {
      setInitialMediaSettingsForType(type: string, streamInfo: StreamInfo) {
        const { id, duration } = streamInfo;
        const tracks = parent.getTracksFor(type, id).filter((track) => !(track as { isPreselection?: boolean }).isPreselection);
        const chosen = chosenIn(type, tracks);
        if (chosen) return parent.setTrack(chosen);
        const longestDefault = defaults.get(type);
        if (!longestDefault || tracks.length === 0 || !['audio', 'video'].includes(type)) selectByDefault(type, streamInfo);
        else parent.setTrack(parent.selectInitialTrack(type, continuationsOf(tracks, longestDefault.track)));
        const track = parent.getCurrentTrackFor(type, id);
        if (track && !(longestDefault && longestDefault.duration >= duration)) defaults.set(type, { track, duration });
      }
    };
  };
  player.extend('MediaController', controller, true);
}
