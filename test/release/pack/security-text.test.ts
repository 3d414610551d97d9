import { expect, it } from 'vitest';
import { securityText } from '../../../build/release/security-text.mjs';

const publisher = { name: 'jet-player', namespace: 'https://player.example', contact: 'security@player.example' };

it('security.txt has the two fields that RFC 9116 requires, once each, and expires within a year of the review', () => {
  expect(securityText({ publisher, reviewed: '2026-01-01T00:00:00.000Z' })).toBe(
    'Contact: mailto:security@player.example\nExpires: 2026-12-27T00:00:00.000Z\nPreferred-Languages: en\n'
  );
});
