import { describe, expect, it } from 'vitest';
import { JetEmbed } from '../../src/embed/client.js';
import { readPlayerJs } from '../../src/embed/player-js.js';
import { embedMethods, readCall, readConnect, readFromFrame, readState } from '../../src/embed/protocol.js';
import { readPublisher } from '../../src/embed/publisher.js';

const nonce = '0123456789abcdef0123456789abcdef';
const request = { context: 'jet-player', v: 1, type: 'connect', nonce };

describe('readConnect()', () => {
  it('returns a connect request without its unknown members', () => expect(readConnect({ ...request, more: 1 })).toEqual(request));
  it.each([
    null,
    undefined,
    1,
    '',
    'connect',
    [],
    [request],
    new Map(),
    { ...request, v: 2 },
    { ...request, v: '1' },
    { ...request, context: 'player.js' },
    { ...request, type: 'call' },
    { ...request, nonce: '1' },
    { ...request, nonce: {} },
    { ...request, nonce: 'x'.repeat(65) },
    { ...request, nonce: `${nonce}<` }
  ])('returns undefined for %j', (data) => {
    expect(readConnect(data)).toBeUndefined();
  });
});

const state = {
  ...{ paused: true, ended: false, seeking: false, muted: false, loop: false, currentTime: 0, duration: NaN, volume: 1, playbackRate: 1 },
  ...{ streamType: 'unknown', renditions: [{ id: '1', height: 240, label: '240p' }], rendition: 'auto' },
  ...{ audioTracks: [], audioTrack: null, captionTracks: [], captions: null, error: null }
};

describe('readState()', () => {
  it('returns a valid state', () => expect(readState(state)).toEqual(state));
  it.each(Object.keys(state))('returns undefined when %s is missing or is an object', (name) => {
    expect(readState({ ...state, [name]: undefined })).toBeUndefined();
    expect(readState({ ...state, [name]: {} })).toBeUndefined();
  });
  it('returns undefined for an object that only inherits the members', () => expect(readState(Object.create(state))).toBeUndefined());
});

describe('readFromFrame()', () => {
  it('returns a reply with a result or with an error', () => {
    expect(readFromFrame({ id: 1, result: 2 })).toEqual({ id: 1, result: 2 });
    expect(readFromFrame({ id: 1, error: { code: 'closed', message: 'm' } })).toEqual({ id: 1, error: { code: 'closed', message: 'm' } });
  });
  it('returns a reply with the code failed when its error is invalid', () => {
    for (const error of [null, undefined, 'x', [], { code: {}, message: 1 }])
      expect(readFromFrame({ id: 1, error })).toEqual({ id: 1, error: { code: 'failed', message: '' } });
  });
  it('returns an event, with its state when it has a valid one', () => {
    expect(readFromFrame({ event: 'play', state })).toEqual({ event: 'play', state });
    expect(readFromFrame({ event: 'play', state: null })).toEqual({ event: 'play' });
  });
  it.each([null, undefined, 1, '', [], new Map(), { id: '1' }, { event: '__proto__' }, { event: {} }, { event: null, id: null }])(
    'returns undefined for %j',
    (data) => {
      expect(readFromFrame(data)).toBeUndefined();
    }
  );
});

describe('readCall()', () => {
  it('returns a call, with an empty list when its arguments are missing', () => {
    expect(readCall({ id: 1, method: 'x', args: [2] })).toEqual({ id: 1, method: 'x', args: [2] });
    expect(readCall({ id: 1, method: 'x' })).toEqual({ id: 1, method: 'x', args: [] });
  });
  it.each([
    null,
    [],
    'x',
    {},
    { id: '1', method: 'x' },
    { id: NaN, method: 'x' },
    { id: 1.5, method: 'x' },
    { id: 1, method: 2 },
    { id: 1, method: 'x', args: {} }
  ])('returns undefined for %j', (data) => {
    expect(readCall(data)).toBeUndefined();
  });
});

describe('embedMethods', () => {
  it('contains no command that needs a click in the frame, and not the privacy report', () => {
    expect(embedMethods.filter((name) => /fullscreen|pip|privacy/.test(name))).toEqual([]);
  });
});

describe('readPlayerJs()', () => {
  it('returns the method and the value of a message', () => {
    expect(readPlayerJs('{"context":"player.js","version":"0.0.11","method":"setVolume","value":40}')).toEqual({
      method: 'setVolume',
      value: 40,
      listener: undefined
    });
  });
  it.each([
    null,
    {},
    { context: 'player.js', method: 'play' },
    '',
    'null',
    '1',
    '[]',
    '{',
    '{"context":"player.js"}',
    '{"method":"play"}',
    '{"context":"x","method":"play"}',
    '{"context":"player.js","method":1}',
    JSON.stringify({ context: 'player.js', method: 'play', value: 'x'.repeat(5000) })
  ])('returns undefined for %j', (data) => {
    expect(readPlayerJs(data)).toBeUndefined();
  });
});

describe('readPublisher()', () => {
  const ownOrigin = 'https://embed.test';
  const publisher = (pages: string | null, media = 'https://media.test') =>
    readPublisher({ getAttribute: (name: string) => (name === 'data-pages' ? pages : media) } as Element, ownOrigin);

  it.each([
    ['https://page.test', 'https://page.test', 'control'],
    ['https://page.test', 'https://page.test:8443', 'none'],
    ['https://page.test', 'http://page.test', 'none'],
    ['https://page.test', 'https://page.test.evil.test', 'none'],
    ['https://page.test', 'https://evilpage.test', 'none'],
    ['https://page.test', 'null', 'none'],
    ['https://page.test', '', 'none'],
    ['https://*.page.test', 'https://www.page.test', 'control'],
    ['https://*.page.test', 'https://a.b.page.test', 'control'],
    ['https://*.page.test', 'https://page.test', 'none'],
    ['https://*.page.test', 'https://.page.test', 'none'],
    ['https://*.page.test', 'https://evilpage.test', 'none'],
    ['https://*.page.test', 'https://www.page.test:8443', 'none'],
    ['https://*.page.test', 'http://www.page.test', 'none'],
    ['https://*.page.test:8443', 'https://www.page.test:8443', 'control'],
    ['*', 'https://anyone.test', 'none'],
    ['https://*', 'https://anyone.test', 'none'],
    ["'self'", ownOrigin, 'control'],
    ["'self'", 'https://page.test', 'none'],
    [null, 'https://anyone.test', 'events'],
    ['', 'https://anyone.test', 'events'],
    ['', 'null', 'none']
  ])('gives, with the pages %j, the origin %s the trust %s', (pages, origin, trust) => {
    expect(publisher(pages).trust(origin)).toBe(trust);
  });

  it('returns whether the embed’s own origin is a media origin', () => {
    expect([
      publisher('', "'self'").mayPlayOwnOrigin,
      publisher('', ownOrigin).mayPlayOwnOrigin,
      publisher('', 'https://media.test').mayPlayOwnOrigin
    ]).toEqual([true, true, false]);
  });
});

it('the client can be imported in an environment without a DOM', () => {
  expect(JetEmbed.prototype).toBeInstanceOf(EventTarget);
});
