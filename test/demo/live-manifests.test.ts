import { describe, expect, it } from 'vitest';
import { liveMpd } from '../../demo/server/live-dash.mjs';
import { liveMultivariantPlaylist, liveMediaPlaylist, segmentDurations } from '../../demo/server/live-hls.mjs';
import { epochMs } from '../../demo/server/live.mjs';

// The durations of audio segments: three long ones and a short one, eight seconds together.
const durations = Array.from({ length: 32 }, (_, i) => (i % 4 === 3 ? 1.984 : 2 + 0.016 / 3));
const playlist = (seconds: number) =>
  liveMediaPlaylist({ name: 'audio-en', durations, now: epochMs + seconds * 1000, window: 20, suffix: '?window=20' });
const tagValue = (text: string, tag: string) => new RegExp(`#${tag}:(.*)`).exec(text)?.[1] ?? '';

describe('the live media playlist', () => {
  it('advances by one segment every two seconds, also across the end of the video', () => {
    for (let seconds = 6400 - 40; seconds < 6400 + 40; seconds += 2) {
      expect(Number(tagValue(playlist(seconds + 2), 'EXT-X-MEDIA-SEQUENCE'))).toBe(
        Number(tagValue(playlist(seconds), 'EXT-X-MEDIA-SEQUENCE')) + 1
      );
    }
  });

  it('dates its first segment so that the dates of all playlists agree', () => {
    for (let seconds = 6400 - 40; seconds < 6400 + 40; seconds += 2) {
      const [current, next] = [playlist(seconds), playlist(seconds + 2)];
      const step = Date.parse(tagValue(next, 'EXT-X-PROGRAM-DATE-TIME')) - Date.parse(tagValue(current, 'EXT-X-PROGRAM-DATE-TIME'));
      expect(Math.abs(step - (segmentDurations(current)[0] ?? NaN) * 1000)).toBeLessThanOrEqual(1);
    }
  });

  it('names segments by number and keeps the query', () => {
    const text = playlist(6400);
    expect(text).toContain('#EXT-X-MEDIA-SEQUENCE:3190');
    expect(text).toContain('../segments/audio-en/3199.m4s?window=20');
    expect(text).not.toContain('/3200.m4s');
    expect(text).not.toContain('ENDLIST');
    expect(segmentDurations(text)).toHaveLength(10);
  });
});

describe('the live multivariant playlist', () => {
  it('omits captions, and keeps audio with the query', () => {
    const playlistOfVideo =
      '#EXT-X-MEDIA:TYPE=AUDIO,URI="audio-en.m3u8"\n#EXT-X-MEDIA:TYPE=SUBTITLES,URI="text-en.m3u8"\n#EXT-X-STREAM-INF:AUDIO="audio",SUBTITLES="captions"\nvideo-240.m3u8\n';
    expect(liveMultivariantPlaylist(playlistOfVideo, '?window=30')).toBe(
      '#EXT-X-MEDIA:TYPE=AUDIO,URI="audio-en.m3u8?window=30"\n#EXT-X-STREAM-INF:AUDIO="audio"\nvideo-240.m3u8?window=30\n'
    );
  });
});

describe('the live MPD', () => {
  const mpdOfVideo =
    '<MPD type="static" mediaPresentationDuration="PT64S">\n  <AdaptationSet id="1" contentType="video">\n' +
    '    <SegmentTemplate startNumber="1" initialization="$RepresentationID$/init.mp4" media="$RepresentationID$/$Number$.m4s"/>\n' +
    '  </AdaptationSet>\n  <AdaptationSet id="4" contentType="text">\n  </AdaptationSet>\n</MPD>\n';
  const options = { now: epochMs + 3_600_000, window: 60, suffix: '' };

  it('is dynamic, with times and segment numbers from the epoch', () => {
    const mpd = liveMpd(mpdOfVideo, options);
    expect(mpd).toContain('type="dynamic" availabilityStartTime="2025-01-01T00:00:00.000Z" publishTime="2025-01-01T01:00:00.000Z"');
    expect(mpd).toContain('timeShiftBufferDepth="PT60S"');
    expect(mpd).toContain(
      'startNumber="0" initialization="../segments/$RepresentationID$/init.mp4" media="../segments/$RepresentationID$/$Number$.m4s"'
    );
    expect(mpd).not.toMatch(/static|mediaPresentationDuration|contentType="text"/);
  });

  it('contains UTCTiming only when the request names a clock', () => {
    expect(liveMpd(mpdOfVideo, options)).not.toContain('UTCTiming');
    expect(liveMpd(mpdOfVideo, { ...options, clock: 'https://clock.example/?a&b"' })).toContain(
      'http-xsdate:2014" value="https://clock.example/?a&#38;b&#34;"'
    );
  });
});
