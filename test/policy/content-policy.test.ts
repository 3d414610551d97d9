import { describe, expect, it } from 'vitest';
import { limitsRequests } from '../../src/policy/content-policy.js';
import { defaultRules, judge } from '../../src/policy/index.js';

const page = new URL('https://page.test/film/');
const allow = ['https://media.example.eu', 'https://*.cdn.example.eu'];
const rules = defaultRules({ allow });
/** Whether these policies of the page allow the player no request beyond those that its rules allow. */
const limitsToRules = (...policies: string[]) =>
  limitsRequests(policies, page, (url) => judge(rules, { url, kind: 'segment', page }).verdict === 'allow');

describe('limitsRequests()', () => {
  it.each([
    "default-src 'none'",
    "default-src 'self'",
    "default-src 'none'; connect-src 'self' https://media.example.eu; media-src blob:; img-src data:",
    "DEFAULT-SRC 'NONE'; Connect-Src https://media.example.eu/films/",
    "default-src 'none'; connect-src media.example.eu",
    "default-src 'none'; media-src https://*.cdn.example.eu",
    "default-src 'none'; script-src https://elsewhere.example",
    "default-src 'none'; connect-src 'none'; connect-src *",
    "connect-src 'self'; media-src 'self'; img-src 'self'"
  ])('returns true for %s', (policy) => {
    expect(limitsToRules(policy)).toBe(true);
  });

  it('returns true when two policies together allow no other host', () => {
    expect(limitsToRules("connect-src 'self'", "media-src blob:; img-src 'self'")).toBe(true);
  });
});

describe('limitsRequests() with a policy that allows other hosts', () => {
  it.each([
    '',
    "script-src 'self'",
    'default-src *',
    'default-src https:',
    "default-src 'self' https:",
    "default-src 'none'; connect-src *",
    "default-src 'none'; media-src https://elsewhere.example",
    "default-src 'none'; img-src https://*.example.eu",
    "default-src 'none'; connect-src https://*",
    "default-src 'none'; connect-src https://media.example.eu:*",
    "default-src 'none'; connect-src https://media.example.eu:8443",
    "default-src 'none'; connect-src http://media.example.eu",
    "default-src 'none'; connect-src wss://media.example.eu",
    "connect-src 'self'; media-src 'self'"
  ])('returns false for %s', (policy) => {
    expect(limitsToRules(policy)).toBe(false);
  });

  it('returns false without a policy', () => {
    expect(limitsToRules()).toBe(false);
  });
});
