import { expect, it } from 'vitest';
import { placeholdersIn } from '../../../build/release/placeholders.mjs';

it('each address that does not exist is named once, with its file', () => {
  const text = 'Write to security@jet-player.invalid, or to <security@jet-player.invalid>. See https://jet-player.invalid/security.';
  expect(placeholdersIn({ 'SECURITY.md': text })).toEqual([
    expect.stringMatching(/^SECURITY\.md contains security@jet-player\.invalid, /) as string,
    expect.stringMatching(/^SECURITY\.md contains https:\/\/jet-player\.invalid, /) as string
  ]);
});

it('addresses that may exist are accepted', () => {
  expect(placeholdersIn({ 'SECURITY.md': 'security@example.org; an invalid value; "kind.invalidated"' })).toEqual([]);
});
