import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { canonicalOrigin } from '../../../src/cli/canonical-origin.js';
import { cspOf } from '../../../src/cli/embed/csp.js';
import { headersOf } from '../../../src/cli/embed/headers.js';
import type { EmbedPlan } from '../../../src/cli/embed/plan.js';
import { policyUrlOf } from '../../../src/cli/headers/plan.js';
import { reservationHeaders } from '../../../src/cli/headers/reservation-headers.js';
import { tdmRules } from '../../../src/cli/headers/tdmrep.js';

const folder = 'integrations/wordpress';

/** Calls a function of the plugin in PHP, without WordPress, and returns its result. */
const call = (name: string, ...args: readonly unknown[]): unknown =>
  JSON.parse(
    execFileSync(
      'php',
      [
        '-r',
        `define('ABSPATH', '/');
        function wp_parse_url($url, $part = -1) { return parse_url($url, $part); }
        function trailingslashit($text) { return rtrim($text, '/') . '/'; }
        function add_action() {}
        function __($text) { return $text; }
        function home_url() { return 'https://www.example.eu'; }
        function get_option() { return array('hosts' => "https://media.example.eu\\nhttps://*.example.org\\nhttp://localhost:8080"); }
        foreach (array('origins', 'settings', 'urls', 'header-values', 'tdmrep') as $file) require "${folder}/includes/$file.php";
        echo json_encode(call_user_func_array('JetPlayer\\\\${name}', json_decode($argv[1], true)));`,
        JSON.stringify(args)
      ],
      { encoding: 'utf8' }
    )
  );

const orNull = (read: () => string): string | null => {
  try {
    return read();
  } catch {
    return null;
  }
};

test('each PHP file has no error of syntax', () => {
  const files = (readdirSync(folder, { recursive: true }) as string[]).filter((file) => file.endsWith('.php'));
  expect(files.length).toBeGreaterThan(10);
  for (const file of files) execFileSync('php', ['-l', `${folder}/${file}`], { stdio: 'pipe' });
});

for (const line of [
  ...['https://media.example.eu', 'HTTPS://Media.Example.EU:443/', 'https://*.example.eu:8443', 'http://localhost:8080', 'http://[::1]:80'],
  ...['http://media.example.eu', 'https://*.eu', 'https://a..b', 'https://.a.eu', 'https://a.eu/path', 'https://a.eu:70000', 'a.eu', ''],
  ...['https://u:p@a.eu', 'https://a.eu?x', 'https://a.eu b.eu', 'https://*', 'ftp://a.eu', "https://a.eu'; script-src *"]
])
  test(`a line of the allowed hosts is read as by the command line: "${line}"`, () => {
    expect(call('parse_origin', line)).toBe(orNull(() => canonicalOrigin(line, 'media')));
  });

for (const text of [
  'https://a.example/tdm',
  'terms',
  'javascript:1',
  'https://a.example/$x',
  "https://a.example/'",
  'https://a:b@a.example/'
])
  test(`the terms of text and data mining are accepted as by the command line: "${text}"`, () => {
    expect(call('is_policy_url', text)).toBe(orNull(() => policyUrlOf(text)) !== null);
  });

for (const url of [
  ...['/wp-content/a.mp4', 'https://www.example.eu/a.mp4', 'https://WWW.example.eu:443/a.mp4', 'https://media.example.eu/a.m3u8?b=c#d'],
  ...['https://a.b.example.org/a.mp4']
])
  test(`a player may use ${url}`, () => {
    expect(call('url_problem', url, 'It')).toBe('');
  });

for (const [url, problem] of [
  ['https://elsewhere.test/a.mp4', 'is on https://elsewhere.test, which is not an allowed host'],
  ['https://media.example.eu:8443/a.mp4', 'not an allowed host'],
  ['https://media.example.eu.elsewhere.test/a.mp4', 'not an allowed host'],
  ['https://example.org/a.mp4', 'not an allowed host'],
  ['https://.example.org/a.mp4', 'not an allowed host'],
  ['https://xexample.org/a.mp4', 'not an allowed host'],
  ['http://localhost:8080/a.mp4', 'must begin with https://, because this site does'],
  ['//media.example.eu/a.mp4', 'must begin with https:// and a host'],
  ['/\\elsewhere.test/a.mp4', 'must begin with https:// and a host'],
  ['https://elsewhere.test\\@media.example.eu/', 'must begin with https:// and a host'],
  ['https://media.example.eu@elsewhere.test/', 'must begin with https:// and a host'],
  ['javascript:alert(1)', 'must begin with https:// and a host'],
  ['data:text/html,x', 'must begin with https:// and a host'],
  ['a.mp4', 'must begin with https:// and a host'],
  ['/\t/elsewhere.test/a.mp4', 'contains a space or a line break']
] as const)
  test(`a player may not use ${JSON.stringify(url)}`, () => {
    expect(call('url_problem', url, 'It')).toContain(problem);
  });

const media = ['https://media.example.eu', 'https://*.example.org'];
const embed: EmbedPlan = { tier: 'strict', url: undefined, media, pages: [] };

test('the headers have the values of the command line', () => {
  const all = { csp: true, referrer_policy: true, permissions_policy: true, reservation: true };
  const policy = 'https://www.example.eu/tdm';
  const sent = call('page_headers', all, media, policy) as Record<string, string>;
  const ofEmbed = Object.fromEntries(headersOf(embed));
  for (const name of ['Permissions-Policy', 'Referrer-Policy']) expect(sent[name]).toBe(ofEmbed[name]);
  for (const [name, value] of reservationHeaders({ policy })) expect(sent[name]).toBe(value);
  expect(call('tdm_rules', '/wp-content/uploads', policy)).toEqual(tdmRules({ folders: ['/wp-content/uploads/'], policy }));
});

test('the policy allows the player what that of the embed page allows it, the site itself, and no other host', () => {
  const read = (policy: string) =>
    Object.fromEntries(
      policy
        .split('; ')
        .map((directive) => directive.split(' '))
        .map(([name = '', ...values]) => [name, values] as const)
    );
  const sent = read(call('content_security_policy', media) as string);
  const ofEmbed = read(cspOf(embed));
  for (const name of ['connect-src', 'media-src', 'img-src']) expect(sent[name], name).toEqual(expect.arrayContaining(ofEmbed[name]!));
  const sources = new Set(Object.values(sent).flat());
  expect([...sources].filter((source) => !/^'|^(blob|data):$/.test(source)).sort()).toEqual([...media].sort());
});
