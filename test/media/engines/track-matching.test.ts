import { describe, expect, it } from 'vitest';
import { matchAudioTrack, matchRendition, matchTextTrack } from '../../../src/media/engines/track-matching.js';
import type { AudioTrack, Rendition } from '../../../src/media/stream.js';

const audio = (id: string, language: string, label: string): AudioTrack => ({ id, language, label, kind: '' });
const text = (language: string, label: string) => ({ language, label }) as TextTrack;
const rendition = (id: string, height: number, bitrate: number): Rendition => ({ id, width: 0, height, bitrate });

describe('matchAudioTrack()', () => {
  const tracks = [audio('1', 'en', 'Stereo'), audio('2', 'en', 'Surround'), audio('3', 'de', 'Stereo')];

  it('prefers the same id, then the same label, then the first of the language', () => {
    expect(matchAudioTrack(tracks, audio('2', 'en', 'Stereo'))?.id).toBe('2');
    expect(matchAudioTrack(tracks, audio('3', 'en', 'Surround'))?.id).toBe('2');
    expect(matchAudioTrack(tracks, audio('9', 'en', 'Mono'))?.id).toBe('1');
    expect(matchAudioTrack(tracks, { language: 'de' })?.id).toBe('3');
  });

  it('returns no track of another language', () => {
    expect(matchAudioTrack(tracks, audio('1', 'fr', 'Stereo'))).toBe(undefined);
    expect(matchAudioTrack([], audio('1', 'en', 'Stereo'))).toBe(undefined);
  });
});

describe('matchAudioTrack() with a track of another source', () => {
  const track = (id: string, language: string, kind: string, channels?: number) => ({
    id,
    language,
    kind,
    label: '',
    ...(channels && { channels })
  });

  it('prefers the same purpose to the same id, and then the number of channels', () => {
    const tracks = [track('0', 'nl', 'main', 2), track('1', 'nl', 'descriptions', 2), track('2', 'nl', 'main', 6)];
    expect(matchAudioTrack(tracks, track('0', 'nl', 'descriptions'))?.id).toBe('1');
    expect(matchAudioTrack(tracks, track('1', 'nl', 'alternative', 6))?.id).toBe('2');
    expect(matchAudioTrack(tracks, track('9', 'nl', 'commentary'))?.id).toBe('0');
  });

  it('returns a track of a more general or a more specific language when the same language is missing, in any notation', () => {
    const tracks = [track('0', 'en-GB', ''), track('1', 'EN', ''), track('2', 'pt-BR', '')];
    expect(matchAudioTrack(tracks, { language: 'eng' })?.id).toBe('1');
    expect(matchAudioTrack(tracks, { language: 'en-GB-oxendict' })?.id).toBe('0');
    expect(matchAudioTrack(tracks, { language: 'pt' })?.id).toBe('2');
    expect(matchAudioTrack(tracks, { language: 'pt-PT' })).toBe(undefined);
  });
});

describe('matchTextTrack()', () => {
  const tracks = [text('en', 'a'), text('en', 'b'), text('de', 'c')];

  it('prefers the same name, then the first of the language', () => {
    expect(matchTextTrack(tracks, { language: 'en', name: 'b' })).toBe(tracks[1]);
    expect(matchTextTrack(tracks, { language: 'en', name: 'c' })).toBe(tracks[0]);
    expect(matchTextTrack(tracks, { language: 'en' })).toBe(tracks[0]);
    expect(matchTextTrack(tracks, { language: 'fr', name: 'a' })).toBe(undefined);
  });

  it('compares the names that nameOf() returns', () => {
    const names = new Map([['b', 'English']]);
    expect(matchTextTrack(tracks, { language: 'en', name: 'English' }, ({ label }) => names.get(label) ?? label)).toBe(tracks[1]);
  });
});

describe('matchRendition()', () => {
  const renditions = [rendition('low', 360, 1000), rendition('slow', 720, 2000), rendition('fast', 720, 3000)];

  it('prefers the same id, then the same bitrate, then the first of the height', () => {
    expect(matchRendition(renditions, rendition('fast', 720, 2000))?.id).toBe('fast');
    expect(matchRendition(renditions, rendition('low', 720, 3000))?.id).toBe('fast');
    expect(matchRendition(renditions, rendition('other', 720, 1))?.id).toBe('slow');
  });

  it('returns no rendition of another height', () => {
    expect(matchRendition(renditions, rendition('low', 1080, 1000))).toBe(undefined);
  });
});
