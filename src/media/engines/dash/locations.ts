import type { MediaPlayerClass } from 'dashjs';
import type { Guard } from '../../guard.js';

/** A place for the next manifest, as dash.js reads it from an MPD. */
type Place = string | { readonly __text?: string };

/** As much of a parsed MPD as is looked at. */
interface ParsedMpd {
  /** Where it came from. */
  readonly url?: string;
  Location?: Place[];
  PatchLocation?: Place[];
}

/** Before dash.js's own listeners, which have no priority. */
const first = { priority: 5000 };

/**
 * Takes the places for the next manifest that the guard refuses out of every MPD, and writes them in the guard's book.
 *
 * What is left without any is asked for where it came from (ISO/IEC 23009-1, 5.3.1.2); to ask at the refused place would end playback
 * at every update.
 */
export function dropRefusedLocations(player: MediaPlayerClass, guard: Pick<Guard, 'admit' | 'base'>): void {
  const drop = ({ manifest }: { manifest?: ParsedMpd | null }) => {
    const isAdmitted = (place: Place): boolean => {
      try {
        const written = typeof place === 'string' ? place : (place.__text ?? '');
        guard.admit(new URL(written.trim(), new URL(manifest?.url ?? '', guard.base)), 'manifest');
        return true;
      } catch {
        return false;
      }
    };
    for (const name of ['Location', 'PatchLocation'] as const) if (manifest?.[name]) manifest[name] = manifest[name].filter(isAdmitted);
  };
  player.on('internalManifestLoaded', drop, undefined, first);
}
