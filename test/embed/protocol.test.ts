import { describe, expect, it } from 'vitest';
import { JetEmbed } from '../../src/embed/client.js';
import { readPlayerJs } from '../../src/embed/player-js.js';
import { embedMethods, readCall, readConnect } from '../../src/embed/protocol.js';
import { readPublisher } from '../../src/embed/publisher.js';

const nonce = '0123456789abcdef0123456789abcdef';
const wish = { context: 'jet-player', v: 1, type: 'connect', nonce };

describe('the wish to connect', () => {
  it('is read', () => expect(readConnect({ ...wish, more: 1 })).toEqual(wish));
  it.each([
    null,
    undefined,
    1,
    '',
    'connect',
    [],
    [wish],
    new Map(),
    { ...wish, v: 2 },
    { ...wish, v: '1' },
    { ...wish, context: 'player.js' },
    { ...wish, type: 'call' },
    { ...wish, nonce: '1' },
    { ...wish, nonce: {} },
    { ...wish, nonce: 'x'.repeat(65) },
    { ...wish, nonce: `${nonce}<` }
  ])('is not %j', (data) => {
    expect(readConnect(data)).toBeUndefined();
  });
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
  it('offers nothing that needs a click in the frame, and not the report', () => {
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

describe('whom the publisher trusts', () => {
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
    ['*', 'https://anybody.test', 'none'],
    ['https://*', 'https://anybody.test', 'none'],
    ["'self'", own, 'control'],
    ["'self'", 'https://page.test', 'none'],
    [null, 'https://anybody.test', 'events'],
    ['', 'https://anybody.test', 'events'],
    ['', 'null', 'none']
  ])('pages %j, origin %s: %s', (pages, origin, trust) => {
    expect(publisher(pages).trust(origin)).toBe(trust);
  });

  it('knows whether the own host holds media', () => {
    expect([publisher('', "'self'").own, publisher('', own).own, publisher('', 'https://media.test').own]).toEqual([true, true, false]);
  });
});

it('the client can be imported where there is no DOM', () => {
  expect(JetEmbed.prototype).toBeInstanceOf(EventTarget);
});
