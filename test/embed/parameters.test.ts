import { describe, expect, it } from 'vitest';
import { readParameters } from '../../src/embed/parameters.js';

const attributesOf = (search: string) => Object.fromEntries(readParameters(search).attributes);
const problemsOf = (search: string) => readParameters(search).problems;

describe('readParameters()', () => {
  it.each([
    ['?muted', { muted: '' }],
    ['?muted=1', { muted: '' }],
    ['?muted=true', { muted: '' }],
    ['?muted=0', { muted: null }],
    ['?muted=false', { muted: null }],
    ['?loop&autoplay', { loop: '', autoplay: '' }],
    ['?controls=0', { nocontrols: '' }],
    ['?controls=1', { nocontrols: null }],
    ['?nocontrols', { nocontrols: '' }],
    ['?title-text=Council+meeting', { 'title-text': 'Council meeting' }],
    ['?title-text=%3Cimg%20src=x%20onerror=alert(1)%3E', { 'title-text': '<img src=x onerror=alert(1)>' }],
    ['?title-text=%D7%A9%D7%9C%D7%95%D7%9D', { 'title-text': 'שלום' }],
    ['?lang=nl', { lang: 'nl' }],
    ['?lang=pt-BR', { lang: 'pt-BR' }],
    ['?start=90', { 'start-time': '90' }],
    ['?start=90s', { 'start-time': '90' }],
    ['?start=1m30s', { 'start-time': '90' }],
    ['?start-time=1h2m3.5s', { 'start-time': '3723.5' }],
    ['?end=12', { 'end-time': '12' }],
    ['?playback-rates=1+1.5+2', { 'playback-rates': '1 1.5 2' }],
    ['?hotkeys=none', { hotkeys: 'none' }],
    ['?load=play', { load: 'play' }],
    ['?privacy=strict', { privacy: 'strict' }],
    ['?ai-label=generated', { 'ai-label': 'generated' }],
    ['?ai-label=modified', { 'ai-label': 'modified' }],
    ['?type=application/dash%2Bxml', { type: 'application/dash+xml' }],
    ['?autoplay-fallback=muted', { 'autoplay-fallback': 'muted' }]
  ])('accepts %s', (search, attributes) => {
    expect(attributesOf(search)).toEqual(attributes);
    expect(problemsOf(search)).toEqual([]);
  });

  it('reads src from the query, and from the fragment, which is not sent to the server', () => {
    expect(readParameters('?src=/a.m3u8').sources).toEqual(['/a.m3u8']);
    expect(readParameters('', '#src=https://media.test/a.m3u8?token=secret').sources).toEqual(['https://media.test/a.m3u8?token=secret']);
    expect(readParameters('?src=/a.m3u8', '#src=/b.m3u8').sources).toEqual(['/a.m3u8', '/b.m3u8']);
  });

  it('reads captions, quality, accent, tracks and URLs', () => {
    const { selections, tracks, urls, problems } = readParameters(
      '?captions=nl&quality=720&accent=%23ff8800&track=nl+/nl.vtt&track=en+/my%20words.vtt&poster=/p.jpg'
    );
    expect(Object.fromEntries(selections)).toEqual({ captions: 'nl', quality: '720', accent: '#ff8800' });
    expect(tracks).toEqual([
      { srclang: 'nl', src: '/nl.vtt' },
      { srclang: 'en', src: '/my words.vtt' }
    ]);
    expect(Object.fromEntries(urls)).toEqual({ poster: '/p.jpg' });
    expect(problems).toEqual([]);
  });
});

describe('readParameters() with a playlist', () => {
  it('returns the URL and the title of each further video, in order', () => {
    const { playlist, selections, problems } = readParameters('?src=/1.mp4&playlist=/2.mp4+Two+words&playlist=/3.mp4+Three&autonext');
    expect(playlist).toEqual([
      { src: '/2.mp4', title: 'Two words' },
      { src: '/3.mp4', title: 'Three' }
    ]);
    expect([selections.get('autonext'), problems]).toEqual(['', []]);
  });

  it('returns autonext only when the URL contains it, and reports an invalid value', () => {
    expect(readParameters('?src=/1.mp4&playlist=/2.mp4+Two').selections.has('autonext')).toBe(false);
    expect(readParameters('?autonext=yes').problems).toHaveLength(1);
  });

  it.each(['/2.mp4', '/2.mp4+a%00b', `/2.mp4+${'x'.repeat(201)}`, `/${'x'.repeat(2048)}+Two`])('ignores and reports %s', (value) => {
    const { playlist, problems } = readParameters(`?playlist=${value}`);
    expect([playlist, problems.map(({ name }) => name)]).toEqual([[], ['playlist']]);
  });

  it('returns at most fifty further videos', () => {
    const { playlist, problems } = readParameters(`?${'playlist=/2.mp4+Two&'.repeat(80)}`);
    expect([playlist.length, problems.length]).toEqual([50, 1]);
  });
});

describe('readParameters() with invalid parameters', () => {
  const invalidParameters = [
    'muted=yes',
    'muted=TRUE',
    'loop=javascript:alert(1)',
    'lang=x',
    'lang=<b>',
    'lang=../../etc',
    'start=-1',
    'start=1e9',
    'start=NaN',
    'start=',
    'start=1:30',
    'quality=999999',
    'quality=auto;',
    'playback-rates=0',
    'playback-rates=1,2',
    `playback-rates=${'1+'.repeat(13)}`,
    'hotkeys=all',
    'load=eager',
    'load=visible',
    'preload=auto',
    'privacy=none',
    'type=text',
    'type=video/mp4%0d%0aX:1',
    'accent=red',
    'accent=url(https://evil.test)',
    'title-text=a%00b',
    'title-text=a%0Ab',
    'title-text=a%E2%80%AEb',
    `title-text=${'x'.repeat(201)}`,
    `poster=${'x'.repeat(2049)}`,
    'poster=',
    'captions=',
    'stream-type=dead'
  ];
  it.each(invalidParameters.map((parameter) => [parameter.slice(0, 40), parameter] as const))(
    'ignores %s and reports it once',
    (_, parameter) => {
      const { attributes, urls, selections, problems } = readParameters(`?${parameter}`);
      expect([...attributes, ...urls, ...selections]).toEqual([]);
      expect(problems).toEqual([{ name: parameter.split('=')[0], reason: 'its value is not valid' }]);
    }
  );

  it.each([
    'allow-origins',
    'storage',
    'chromecast',
    'cast-receiver',
    'airplay',
    'resume',
    'native-files',
    'share-url',
    'native-hls',
    'redirects',
    'crossorigin',
    'credential-origins',
    'download'
  ])('ignores %s, which only the publisher can set', (name) => {
    expect(attributesOf(`?${name}=https://evil.test`)).toEqual({});
    expect(problemsOf(`?${name}=1`)).toEqual([{ name, reason: 'only the publisher of this page can set it' }]);
  });

  it('returns every list of withdrawn passages, even one that cannot be read, because it must stop playback', () => {
    expect(attributesOf('?withdrawn=10-20+30-40')).toEqual({ withdrawn: '10-20 30-40' });
    expect(attributesOf('?withdrawn=1:20')).toEqual({ withdrawn: '1:20' });
  });

  it('returns attributes that disable features of the publisher', () => {
    expect(attributesOf('?chromecast=0&airplay=false&resume=0&storage=none')).toEqual({
      chromecast: null,
      airplay: null,
      resume: null,
      storage: 'none'
    });
  });

  it.each([
    'onclick',
    'style',
    'class',
    'id',
    'srcdoc',
    'data-pages',
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    'part',
    'slot',
    'SRC',
    'Muted',
    ''
  ])('ignores the unknown parameter "%s"', (name) => {
    expect(attributesOf(`?${name}=1`)).toEqual({});
    expect(problemsOf(`?${name}=1`)).toEqual([{ name, reason: 'there is no such parameter' }]);
  });

  it('ignores a parameter that is given more than once, and reports it once', () => {
    expect(readParameters('?muted=1&muted=0&muted=1')).toMatchObject({
      problems: [{ name: 'muted', reason: 'it was given more than once' }]
    });
    expect(attributesOf('?muted=1&muted=0')).toEqual({});
    expect(readParameters('?lang=nl', '#lang=en').attributes.size).toBe(0);
  });

  it('ignores a caption file with an invalid language', () => {
    const { tracks, problems } = readParameters('?track=en-a1+/a.vtt&track=nl+/nl.vtt');
    expect(tracks).toEqual([{ srclang: 'nl', src: '/nl.vtt' }]);
    expect(problems).toHaveLength(1);
  });

  it('ignores a caption file without a language, and more of them than the limit', () => {
    expect(readParameters('?track=/nl.vtt').problems).toHaveLength(1);
    const manyTracks = readParameters(`?${'track=nl+/a.vtt&'.repeat(80)}`);
    expect(manyTracks.tracks).toHaveLength(50);
    expect(manyTracks.problems).toHaveLength(1);
  });

  it('reports no value, and no more than forty characters of a name', () => {
    const { problems } = readParameters(`?${'n'.repeat(500)}=1&lang=secret-value-here-that-is-long`);
    expect(JSON.stringify(problems)).not.toContain('secret');
    expect(problems[0]!.name).toHaveLength(41);
  });
});
