import { expect, it } from 'vitest';
import { liveEpoch, hasRestarted } from '../../../src/media/recovery/live-restart.js';

it('hasRestarted() reports an encoder that restarted, and not a playlist that is slightly old', () => {
  const playlistFrom = (first: number) => liveEpoch(`#EXTM3U\n#EXT-X-MEDIA-SEQUENCE:${first}\n${'#EXTINF:2,\na.ts\n'.repeat(10)}`)!;
  expect(hasRestarted(playlistFrom(1000), playlistFrom(0))).toBe(true);
  expect(hasRestarted(playlistFrom(1000), playlistFrom(999))).toBe(false);
});
