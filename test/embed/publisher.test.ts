import { describe, expect, it } from 'vitest';
import { readPublisher } from '../../src/embed/publisher.js';

/** The trust in an origin when the publisher lists these pages. */
const trustIn = (origin: string, pages: string) =>
  readPublisher(
    { getAttribute: (name: string) => (name === 'data-pages' ? pages : null) } as unknown as Element,
    'https://embed.test'
  ).trust(origin);

describe('readPublisher() with the page https://*.example.eu', () => {
  it.each(['https://a.example.eu', 'https://a.b.example.eu'])('lets %s control the embed', (origin) =>
    expect(trustIn(origin, 'https://*.example.eu')).toBe('control')
  );

  it.each([
    'https://.example.eu',
    'https://..example.eu',
    'https://a..example.eu',
    'https://example.eu',
    'https://a.example.eu:8443',
    'null'
  ])('does not trust %s', (origin) => expect(trustIn(origin, 'https://*.example.eu')).toBe('none'));
});
