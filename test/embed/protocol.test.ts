import { describe, expect, it } from 'vitest';
import { JetEmbed } from '../../src/embed/client.js';
import { readPlayerJs } from '../../src/embed/player-js.js';
import { embedMethods, readCall, readConnect, readFromFrame, readState } from '../../src/embed/protocol.js';
import { readPublisher } from '../../src/embed/publisher.js';

const nonce = '0123456789abcdef0123456789abcdef';
const request = { context: 'jet-player', v: 1, type: 'connect', nonce };

describe('the connect request', () => {
  it('is read', () => expect(readConnect({ ...request, more: 1 })).toEqual(request));
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
  ])('is not %j', (data) => {
    expect(readConnect(data)).toBeUndefined();
  });
});

const state = {
  ...{ paused: true, ended: false, seeking: false, muted: false, loop: false, currentTime: 0, duration: NaN, volume: 1, playbackRate: 1 },
  ...{ streamType: 'unknown', renditions: [{ id: '1', height: 240, label: '240p' }], rendition: 'auto' },
  ...{ audioTracks: [], audioTrack: null, captionTracks: [], captions: null, error: null }
};

describe('a state that a frame sent', () => {
  it('is read', () => expect(readState(state)).toEqual(state));
  it.each(Object.keys(state))('is not read without %s, or with an object there', (name) => {
    expect(readState({ ...state, [name]: undefined })).toBeUndefined();
    expect(readState({ ...state, [name]: {} })).toBeUndefined();
  });
  it('is not read from what an object inherits', () => expect(readState(Object.create(state))).toBeUndefined());
});

describe('a message of a frame', () => {
  it('is a reply', () => {
    expect(readFromFrame({ id: 1, result: 2 })).toEqual({ id: 1, result: 2 });
    expect(readFromFrame({ id: 1, error: { code: 'closed', message: 'm' } })).toEqual({ id: 1, error: { code: 'closed', message: 'm' } });
  });
  it('is a refusal even when its reason cannot be read', () => {
    for (const error of [null, undefined, 'x', [], { code: {}, message: 1 }])
      expect(readFromFrame({ id: 1, error })).toEqual({ id: 1, error: { code: 'failed', message: '' } });
  });
  it('is an event, with a readable state or with none', () => {
    expect(readFromFrame({ event: 'play', state })).toEqual({ event: 'play', state });
    expect(readFromFrame({ event: 'play', state: null })).toEqual({ event: 'play' });
  });
  it.each([null, undefined, 1, '', [], new Map(), { id: '1' }, { event: '__proto__' }, { event: {} }, { event: null, id: null }])(
    'is not %j',
    (data) => {
      expect(readFromFrame(data)).toBeUndefined();
    }
  );
});

describe('a call', () => {
  it('is read, its arguments may be missing', () => {
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
  ])('is not %j', (data) => {
    expect(readCall(data)).toBeUndefined();
  });
  it('offers no command that needs a click in the frame, and not the report', () => {
    expect(embedMethods.filter((name) => /fullscreen|pip|privacy/.test(name))).toEqual([]);
  });
});

describe('player.js', () => {
  it('reads a JSON string', () => {
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
  ])('reads nothing from %j', (data) => {
    expect(readPlayerJs(data)).toBeUndefined();
  });
});

describe('origins that the publisher trusts', () => {
  const own = 'https://embed.test';
  const publisher = (pages: string | null, media = 'https://media.test') =>
    readPublisher({ getAttribute: (name: string) => (name === 'data-pages' ? pages : media) } as Element, own);

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
    ["'self'", own, 'control'],
    ["'self'", 'https://page.test', 'none'],
    [null, 'https://anyone.test', 'events'],
    ['', 'https://anyone.test', 'events'],
    ['', 'null', 'none']
  ])('pages %j, origin %s: %s', (pages, origin, trust) => {
    expect(publisher(pages).trust(origin)).toBe(trust);
  });

  it('knows whether its own host serves media', () => {
    expect([
      publisher('', "'self'").mayPlayOwnOrigin,
      publisher('', own).mayPlayOwnOrigin,
      publisher('', 'https://media.test').mayPlayOwnOrigin
    ]).toEqual([true, true, false]);
  });
});

it('can be imported in an environment without a DOM', () => {
  expect(JetEmbed.prototype).toBeInstanceOf(EventTarget);
});
