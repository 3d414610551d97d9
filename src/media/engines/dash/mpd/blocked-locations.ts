import type { MediaPlayerClass } from 'dashjs';
import type { MediaGuard } from '../../../network/media-guard.js';
import { editManifest, type MpdLocation } from './parsed-mpd.js';

/**
 * Removes every `Location` that the guard refuses from a parsed MPD, and records it in the guard's log. A `Location` that is not an
 * HTTP(S) URL is removed too, because after an update from a `data:` URL no server would be requested again.
 *
 * An MPD without `Location` is updated from the URL from which it was loaded (ISO/IEC 23009-1, 5.3.1.2); a request to the refused URL
 * would end playback at every update.
 */
export function dropBlockedLocations(player: MediaPlayerClass, guard: Pick<MediaGuard, 'admit' | 'base'>): void {
  editManifest(player, (manifest) => {
    const isAdmitted = (location: MpdLocation): boolean => {
      try {
        const text = typeof location === 'string' ? location : (location.__text ?? '');
        const url = guard.admit(new URL(text.trim(), new URL(manifest.url ?? '', guard.base)), 'manifest');
        return /^https?:$/.test(url.protocol);
      } catch {
        return false;
      }
    };
    if (manifest.Location) manifest.Location = manifest.Location.filter(isAdmitted);
  });
}
