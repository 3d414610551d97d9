import { describe, expect, it } from 'vitest';
import { readPublisher } from '../../src/embed/publisher.js';

const trust = (pages: string, origin: string) =>
  readPublisher(
    { getAttribute: (name: string) => (name === 'data-pages' ? pages : null) } as unknown as Element,
    'https://embed.test'
  ).trust(origin);

describe('a page that embeds the player', () => {
  it.each(['https://a.example.eu', 'https://a.b.example.eu'])('controls it from %s', (origin) =>
    expect(trust('https://*.example.eu', origin)).toBe('control')
  );

  it.each([
    'https://.example.eu',
    'https://..example.eu',
    'https://a..example.eu',
    'https://example.eu',
    'https://a.example.eu:8443',
    'null'
  ])('gets no answer at %s', (origin) => expect(trust('https://*.example.eu', origin)).toBe('none'));
});
