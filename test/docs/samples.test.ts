import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { transformSync } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { checkPhp, checkTypoScript, checkYaml } from './cms-configs.js';
import { compileSvelte, compileVue, typeErrors } from './compile.js';
import { checkCaddy, checkNginx } from './configs.js';
import { readDocument, root, samples } from './documents.js';
import { checkShell } from './shell.js';

const samplesIn = (language: string) => samples.filter((sample) => sample.language === language);
const isMarkedBefore = ({ marks }: { marks: readonly string[] }): boolean => marks.includes('before');

/** How each kind of sample is checked; a sample of another kind fails. */
const checksByKind: Readonly<Record<string, string>> = {
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
  yaml: 'parsed as YAML; the scripts that it names are in the build',
  typoscript: 'read for its shape; the scripts that it names are in the build',
  php: 'read by PHP where it is installed, else for its shape',
  text: 'nothing to run'
};

describe('the samples of the documents', () => {
  it.each(samples.map((sample) => [sample.name, sample] as const))('are of a kind that is checked: %s', (_, { language }) => {
    expect(Object.keys(checksByKind)).toContain(language);
  });

  it('are more than 30, of which only markup is marked "before"', () => {
    const counts = Object.keys(checksByKind).map((kind) => `${kind}: ${samplesIn(kind).length}`);
    const markedSamples = samples.filter(isMarkedBefore);
    console.log(`${samples.length} samples. ${counts.join(', ')}; of these ${markedSamples.length} "before", not run.`);
    expect(samples.length).toBeGreaterThan(30);
    expect(markedSamples.every(({ language }) => language === 'html')).toBe(true);
  });

  it('are marked "before" only if they are of another player', () => {
    expect(samples.filter((sample) => isMarkedBefore(sample) && /jet-player|JetEmbed/.test(sample.code))).toEqual([]);
  });

  it('canary: readDocument() finds a sample without a language, and one in a list', () => {
    const { samples: found } = readDocument('docs/x.md', '```\nx\n```\n\n1. a\n\n   ```html\n   <p>\n   ```\n');
    expect(found.map(({ language }) => language)).toEqual(['', 'html']);
  });
});

describe('the script samples', () => {
  const typedSamples = [
    ...samplesIn('ts').map((sample) => ({ ...sample, extension: 'ts' as const })),
    ...samplesIn('tsx').map((sample) => ({ ...sample, extension: 'tsx' as const }))
  ];

  it('compile with the types of the package and of React', { timeout: 120_000 }, () => {
    expect(typedSamples.length).toBeGreaterThan(0);
    const brokenSample = {
      name: 'canary',
      code: "import { JetPlayer } from 'jet-player/react'; export const x = <JetPlayer redirects='sometimes' />;",
      extension: 'tsx' as const
    };
    const errors = typeErrors([...typedSamples, brokenSample]);
    expect(errors.filter((error) => !error.startsWith('canary'))).toEqual([]);
    expect(errors.join()).toContain('sometimes');
  });

  it.each(samplesIn('vue').map((sample) => [sample.name, sample] as const))('compile as a Vue component: %s', (_, { code }) =>
    compileVue(code)
  );
  it.each(samplesIn('svelte').map((sample) => [sample.name, sample] as const))('compile as a Svelte component: %s', (_, { code }) =>
    compileSvelte(code)
  );
  it('canary: compileVue() and compileSvelte() throw for a component that does not compile', () => {
    expect(() => compileVue('<template><p :a="b c"></p></template><script setup>let x;</script>')).toThrow();
    expect(() => compileSvelte('{#if x}')).toThrow();
  });
});

describe('the shell samples', () => {
  it.each(samplesIn('sh').map((sample) => [sample.name, sample] as const))(
    'contain only commands and options that exist: %s',
    (_, { code }) => {
      expect(checkShell(code)).toBeGreaterThan(0);
    }
  );
  it.each([
    'npx jet-player spy x',
    'npx jet-player audit x --nope',
    'npm run nothing',
    'npm install x-9.9.9.tgz',
    'npx vitest run test/none',
    'rm -rf x'
  ])('canary: checkShell() throws for "%s"', (line) => {
    expect(() => checkShell(line)).toThrow();
  });
});

describe('the CSS samples', () => {
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
  it.each(samplesIn('css').map((sample) => [sample.name, sample] as const))(
    'use only custom properties and parts of the player: %s',
    (_, { code }) => check(code)
  );
  it('canary: check() throws for a custom property that the player does not have', () => {
    expect(() => check('jet-player { --jet-none: 1 }')).toThrow();
  });
});

describe('the HTTP header samples', () => {
  const directives =
    /^(?:default|script|style|connect|media|img|frame|worker|font)-src$|^(?:frame-ancestors|base-uri|form-action|trusted-types|require-trusted-types-for)$/;
  const check = (code: string): void => {
    const [, policy = ''] = /^Content-Security-Policy: (.+)$/.exec(code) ?? [];
    const names = policy.split('; ').map((part) => part.split(' ')[0] ?? '');
    expect(names.filter((name) => !directives.test(name))).toEqual([]);
  };
  it.each(samplesIn('http').map((sample) => [sample.name, sample] as const))(
    'contain only directives that browsers know: %s',
    (_, { code }) => check(code)
  );
  it('canary: check() throws for a directive that browsers do not know', () => {
    expect(() => check("Content-Security-Policy: video-src 'self'")).toThrow();
  });
});

describe('the samples of server configurations', () => {
  it.each(samplesIn('nginx').map((sample) => [sample.name, sample] as const))('are valid for nginx: %s', (name, { code }) =>
    console.log(`${name}: checked ${checkNginx(code)}`)
  );
  it.each(samplesIn('caddyfile').map((sample) => [sample.name, sample] as const))('are valid for Caddy: %s', (name, { code }) =>
    console.log(`${name}: checked ${checkCaddy(code)}`)
  );
  it('canary: checkNginx() and checkCaddy() throw for an open brace, and checkNginx() for a statement that does not end', () => {
    expect(() => checkNginx('location / {')).toThrow();
    expect(() => checkNginx('server {\n  root /x\n}')).toThrow();
    expect(() => checkCaddy('example.eu {')).toThrow();
  });
});

describe('the samples of content management systems', () => {
  it.each(samplesIn('yaml').map((sample) => [sample.name, sample] as const))('are valid YAML: %s', (_, { code }) => {
    expect(checkYaml(code)).toBeTypeOf('object');
  });
  it.each(samplesIn('typoscript').map((sample) => [sample.name, sample] as const))('are valid TypoScript: %s', (_, { code }) =>
    checkTypoScript(code)
  );
  it.each(samplesIn('php').map((sample) => [sample.name, sample] as const))('are valid PHP: %s', (name, { code }) =>
    console.log(`${name}: checked ${checkPhp(code)}`)
  );

  it('name the directives that the guide to policies explains', () => {
    const guide = readFileSync(join(root, 'docs/csp.md'), 'utf8');
    const named = samples
      .filter(({ name }) => /typo3|drupal/.test(name))
      .flatMap(({ code }) => code.match(/\b(?:connect|media|img)-src\b/g) ?? []);
    expect(named.length).toBeGreaterThan(5);
    for (const directive of named) expect(guide).toContain(`| \`${directive}\` |`);
  });

  it('have the version of package.json', () => {
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
    const texts = ['docs/typo3.md', 'docs/drupal.md'].map((file) => readFileSync(join(root, file), 'utf8')).join('\n');
    const versions = [...texts.matchAll(/jet-player-(\d[\d.]*)\/|version: (\S+)|\?v=([\d.]+)/g)].map(([, ...groups]) =>
      groups.find(Boolean)
    );
    expect(versions.length).toBeGreaterThan(5);
    expect([...new Set(versions)]).toEqual([version]);
  });

  it.each([
    ['YAML with a tab', checkYaml, 'a:\n\tb: 1'],
    ['YAML with a name twice', checkYaml, 'a: 1\na: 2'],
    ['YAML with a script that is not built', checkYaml, 'js:\n  js/jet-player.none.js: {}'],
    ['YAML with an unknown directive', checkYaml, 'mutations:\n  - directive: video-src'],
    ['YAML of the module with an unknown directive', checkYaml, 'directives:\n  video-src: {}'],
    ['TypoScript with an open brace', checkTypoScript, 'page.includeJSFooter {'],
    ['TypoScript without a value', checkTypoScript, 'page.footerData.10'],
    ['TypoScript with a script that is not built', checkTypoScript, 'a = EXT:b/jet-player.none.js'],
    ['PHP with an unknown directive', checkPhp, '<?php\nuse A\\Directive;\nDirective::VideoSrc;'],
    ['PHP with a class that is not imported', checkPhp, "<?php\n$a = new UriValue('x');"],
    ['PHP with an open bracket', checkPhp, '<?php\nreturn [1, 2;']
  ])('canary: the check throws for %s', (_, check, code) => expect(() => check(code)).toThrow());
});
