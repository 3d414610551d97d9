import type Hls from 'hls.js';
import type { Fragment, LevelDetails, LevelKey } from 'hls.js';
import { drmRequired } from '../../drm.js';
import type { EngineContext } from '../engine.js';

/** Whether a key is available from a key system only: neither is a whole segment encrypted, nor the samples of a transport stream. */
const needsKeySystem = ({ encrypted, isCommonEncryption, method, keyFormat, uri }: LevelKey): boolean =>
  encrypted && (uri.startsWith('skd:') || (isCommonEncryption && !(method === 'SAMPLE-AES' && keyFormat === 'identity')));

/** Whether a key system is needed for each of these keys, of which a player uses one. */
const isProtected = (keys: readonly (LevelKey | undefined)[]): boolean => {
  const definedKeys = keys.filter((key) => key !== undefined);
  return definedKeys.length > 0 && definedKeys.every(needsKeySystem);
};

function hasProtected({ fragments }: LevelDetails): boolean {
  let previousKeys: Fragment['levelkeys'];
  return fragments.some(({ levelkeys }) => {
    const isSame = levelkeys === previousKeys;
    previousKeys = levelkeys;
    return !isSame && isProtected(Object.values(levelkeys ?? {}));
  });
}

/** Whether an init segment describes encrypted samples (ISO/IEC 23001-7, 8.2). */
const describesEncryption = (init: Uint8Array): boolean => new TextDecoder('latin1').decode(init).includes('tenc');

/**
 * Fails at the first playlist that lists protected media, or else at the first segment that contains them, when the page sets no `drm`.
 * Nothing is played of a presentation of which only a part is protected.
 */
export function failIfProtected(hls: Hls, events: typeof Hls.Events, { drm, failAttempt }: EngineContext): void {
  if (drm) return;
  hls.on(events.MANIFEST_LOADED, (_, { sessionKeys }) => isProtected(sessionKeys ?? []) && failAttempt(drmRequired()));
  const checked = new WeakSet<Fragment>();
  hls.on(events.FRAG_LOADED, (_, { frag: { initSegment: init } }) => {
    if (!init?.data || checked.has(init)) return;
    checked.add(init);
    if (describesEncryption(init.data)) failAttempt(drmRequired());
  });
  for (const event of [events.LEVEL_LOADED, events.AUDIO_TRACK_LOADED] as const)
    hls.on(event, (_: unknown, { details }: { details: LevelDetails }) => hasProtected(details) && failAttempt(drmRequired()));
}
