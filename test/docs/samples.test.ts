import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { transformSync } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { compileSvelte, compileVue, typeErrors } from './compile.js';
import { readCaddy, readNginx } from './configs.js';
import { readDocument, root, samples } from './documents.js';
import { checkShell } from './shell.js';

const of = (language: string) => samples.filter((sample) => sample.language === language);
const isBefore = ({ marks }: { marks: readonly string[] }): boolean => marks.includes('before');

/** Every kind of sample, with how it is checked; a sample of another kind fails. */
const kinds: Readonly<Record<string, string>> = {
  html: 'played in Chromium (samples.spec.ts); "before" is markup of other players, shown and not run',
  js: 'run in Chromium (samples.spec.ts)',
  ts: 'compiled with the package’s types, and run in Chromium; "playwright" is compiled only, and test/release/package runs what it calls',
  tsx: 'compiled with the types of React and of the package',
  vue: 'compiled by Vue',
  svelte: 'compiled by Svelte',
  css: 'read as CSS; each custom property and part is one that the player has',
  sh: 'each command and option is one that there is',
  http: 'each directive is one that browsers know',
  nginx: 'read by nginx where it is installed, else for its shape',
  caddyfile: 'read by Caddy where it is installed, else for its shape',
  text: 'nothing to run'
};

describe('every sample is of a kind that is checked', () => {
  it.each(samples.map((sample) => [sample.name, sample] as const))('%s', (_, { language }) => {
    expect(Object.keys(kinds)).toContain(language);
  });

  it('counts them', () => {
    const counts = Object.keys(kinds).map((kind) => `${kind}: ${of(kind).length}`);
    const before = samples.filter(isBefore);
    console.log(`${samples.length} samples. ${counts.join(', ')}; of these ${before.length} "before", not run.`);
    expect(samples.length).toBeGreaterThan(30);
    expect(before.every(({ language }) => language === 'html')).toBe(true);
  });

  it('shows only another player’s markup as "before"', () => {
    expect(samples.filter((sample) => isBefore(sample) && /jet-player|JetEmbed/.test(sample.code))).toEqual([]);
  });

  it('canary: finds a sample without a language, and one in a list', () => {
    const { samples: found } = readDocument('docs/x.md', '```\nx\n```\n\n1. a\n\n   ```html\n   <p>\n   ```\n');
    expect(found.map(({ language }) => language)).toEqual(['', 'html']);
  });
});

describe('scripts compile', () => {
  const typed = [
    ...of('ts').map((sample) => ({ ...sample, extension: 'ts' as const })),
    ...of('tsx').map((sample) => ({ ...sample, extension: 'tsx' as const }))
  ];

  it('with types', { timeout: 120_000 }, () => {
    expect(typed.length).toBeGreaterThan(0);
    const wrong = {
      name: 'canary',
      code: "import { JetPlayer } from 'jet-player/react'; export const x = <JetPlayer redirects='sometimes' />;",
      extension: 'tsx' as const
    };
    const errors = typeErrors([...typed, wrong]);
    expect(errors.filter((error) => !error.startsWith('canary'))).toEqual([]);
    expect(errors.join()).toContain('sometimes');
  });

  it.each(of('vue').map((sample) => [sample.name, sample] as const))('%s', (_, { code }) => compileVue(code));
  it.each(of('svelte').map((sample) => [sample.name, sample] as const))('%s', (_, { code }) => compileSvelte(code));
  it('canary: components that do not compile', () => {
    expect(() => compileVue('<template><p :a="b c"></p></template><script setup>let x;</script>')).toThrow();
    expect(() => compileSvelte('{#if x}')).toThrow();
  });
});

describe('shell', () => {
  it.each(of('sh').map((sample) => [sample.name, sample] as const))('%s', (_, { code }) => {
    expect(checkShell(code)).toBeGreaterThan(0);
  });
  it.each([
    'npx jet-player spy x',
    'npx jet-player audit x --nope',
    'npm run nothing',
    'npm install x-9.9.9.tgz',
    'npx vitest run test/none',
    'rm -rf x'
  ])('canary: %s', (line) => {
    expect(() => checkShell(line)).toThrow();
  });
});

describe('style sheets', () => {
  const sources = (readdirSync(join(root, 'src/ui'), { recursive: true }) as string[])
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(join(root, 'src/ui', name), 'utf8'))
    .join('\n');
  const check = (code: string): void => {
    transformSync(code, { loader: 'css', logLevel: 'silent' });
    for (const [property] of code.matchAll(/--jet-[\w-]+/g)) expect(sources, property).toContain(`${property}`);
    for (const [, part] of code.matchAll(/::part\(([\w-]+)\)/g))
      expect(sources).toMatch(new RegExp(`parts?="[^"]*\\b${part}\\b|name: '${part}'`));
  };
  it.each(of('css').map((sample) => [sample.name, sample] as const))('%s', (_, { code }) => check(code));
  it('canary: a property that the player does not have', () => {
    expect(() => check('jet-player { --jet-none: 1 }')).toThrow();
  });
});

describe('headers', () => {
  const directives =
    /^(?:default|script|style|connect|media|img|frame|worker|font)-src$|^(?:frame-ancestors|base-uri|form-action|trusted-types|require-trusted-types-for)$/;
  const check = (code: string): void => {
    const [, policy = ''] = /^Content-Security-Policy: (.+)$/.exec(code) ?? [];
    const names = policy.split('; ').map((part) => part.split(' ')[0] ?? '');
    expect(names.filter((name) => !directives.test(name))).toEqual([]);
  };
  it.each(of('http').map((sample) => [sample.name, sample] as const))('%s', (_, { code }) => check(code));
  it('canary: a directive that browsers do not know', () => {
    expect(() => check("Content-Security-Policy: video-src 'self'")).toThrow();
  });
});

describe('servers', () => {
  it.each(of('nginx').map((sample) => [sample.name, sample] as const))('%s', (name, { code }) =>
    console.log(`${name}: read ${readNginx(code)}`)
  );
  it.each(of('caddyfile').map((sample) => [sample.name, sample] as const))('%s', (name, { code }) =>
    console.log(`${name}: read ${readCaddy(code)}`)
  );
  it('canary: finds an open brace, and a statement that does not end', () => {
    expect(() => readNginx('location / {')).toThrow();
    expect(() => readNginx('server {\n  root /x\n}')).toThrow();
    expect(() => readCaddy('example.eu {')).toThrow();
  });
});
