import type { MediaPlayerClass } from 'dashjs';
import { describe, expect, it } from 'vitest';
import { dropBlockedLocations } from '../../../../../src/media/engines/dash/mpd/blocked-locations.js';

type ManifestListener = (event: { manifest?: { url?: string; Location?: unknown[] } | null }) => void;

const base = new URL('https://page.test/live/channel.mpd');

/** Returns the `Location` elements of an MPD that remain behind a guard that refuses the host `refused.test`. */
function locationsAfterEdit(...Location: unknown[]): unknown[] | undefined {
  let onManifestLoaded: ManifestListener | undefined;
  const player = { on: (_: string, listener: ManifestListener) => (onManifestLoaded = listener) } as unknown as MediaPlayerClass;
  const admit = (url: string | URL) => {
    if (new URL(url).hostname === 'refused.test') throw new Error('refused');
    return new URL(url);
  };
  dropBlockedLocations(player, { base, admit });
  const manifest = { url: base.href, Location };
  onManifestLoaded!({ manifest });
  return manifest.Location;
}

describe('dropBlockedLocations()', () => {
  it('keeps Location elements with HTTP(S) URLs, relative URLs and attributes', () => {
    const locations = ['https://page.test/next.mpd', 'next.mpd', { __text: ' http://page.test/a.mpd ', serviceLocation: 'a' }];
    expect(locationsAfterEdit(...locations)).toEqual(locations);
  });

  it('removes Location elements that the guard refuses or that are no URL', () => {
    expect(locationsAfterEdit('https://refused.test/next.mpd', 'https://[', { __text: 'https://refused.test/' })).toEqual([]);
  });

  it.each(['data:application/vnd.apple.mpegurl,%23EXTM3U', 'blob:https://page.test/1', 'about:blank', 'javascript:1', 'ftp://page.test/'])(
    'removes %s, which is no HTTP(S) URL',
    (url) => {
      expect(locationsAfterEdit(url, 'next.mpd')).toEqual(['next.mpd']);
    }
  );
});
