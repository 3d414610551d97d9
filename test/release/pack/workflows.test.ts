import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

interface Step {
  readonly name?: string;
  readonly id?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly env?: Readonly<Record<string, string>>;
}

interface Workflow {
  readonly permissions?: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<string, { readonly permissions?: Readonly<Record<string, string>>; readonly steps: readonly Step[] }>>;
}

const folder = '.github/workflows';
const texts = Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(`${folder}/${name}`, 'utf8')]));
const workflowOf = (text: string): Workflow => parse(text, { strict: true }) as Workflow;
const stepsOf = ({ jobs }: Workflow): readonly Step[] => Object.values(jobs).flatMap(({ steps }) => steps);

/** Returns what makes a workflow depend on more than its text: an action without a hash and version, a script with an inserted value. */
function problemsOf(text: string): readonly string[] {
  const steps = stepsOf(workflowOf(text));
  const actions = steps.flatMap(({ uses }) => (uses ? [uses] : []));
  return [
    ...actions.filter((uses) => !/^[\w-]+\/[\w-]+@[0-9a-f]{40}$/.test(uses)).map((uses) => `${uses} is not pinned by a hash`),
    ...actions.filter((uses) => !new RegExp(`${uses} # v\\d+\\.\\d+\\.\\d+$`, 'm').test(text)).map((uses) => `${uses} has no version`),
    ...steps.filter(({ run }) => run?.includes('${{')).map(({ run }) => `a script contains an expression: ${run}`),
    ...steps
      .filter(({ uses, with: options }) => uses?.startsWith('actions/checkout@') && options?.['persist-credentials'] !== false)
      .map(() => 'a checkout keeps its credentials')
  ];
}

describe('the workflows', () => {
  it.each(Object.keys(texts))('use only actions that are pinned by a hash, in %s', (name) => expect(problemsOf(texts[name]!)).toEqual([]));

  it.each([
    ['actions/checkout@v4 # v4.2.2', 'is not pinned by a hash'],
    [`a/b@${'0'.repeat(40)}`, 'has no version'],
    [`actions/checkout@${'0'.repeat(40)} # v1.2.3`, 'keeps its credentials']
  ])('canary: %s is reported', (uses, problem) => {
    expect(problemsOf(`jobs:\n  a:\n    steps:\n      - uses: ${uses}\n`).join()).toContain(problem);
  });

  it('canary: a script with an inserted value is reported', () => {
    expect(problemsOf('jobs:\n  a:\n    steps:\n      - run: echo ${{ github.ref }}\n')).toHaveLength(1);
  });

  it('have only the permissions that their steps need', () => {
    const permissionsOf = (name: string) => {
      const { permissions, jobs } = workflowOf(texts[name]!);
      return { all: permissions, ...Object.fromEntries(Object.entries(jobs).map(([job, { permissions: own }]) => [job, own])) };
    };
    expect(permissionsOf('ci.yml')).toEqual({ all: { contents: 'read' }, test: undefined, browsers: undefined });
    expect(permissionsOf('release.yml')).toEqual({
      all: {},
      test: { contents: 'read' },
      publish: { contents: 'write', 'id-token': 'write', attestations: 'write' }
    });
  });
});

describe('the workflow of a release', () => {
  const { steps } = workflowOf(texts['release.yml']!).jobs['publish']!;
  const indexOf = (part: string) => steps.findIndex(({ run, uses }) => (run ?? uses)?.includes(part));

  it('checks, packs, verifies and signs before it publishes', () => {
    const order = [
      'release:check',
      'npm run build',
      'release:pack',
      'verify release',
      'attest-build-provenance',
      'cp ',
      'npm publish',
      'gh release create'
    ];
    const indexes = order.map(indexOf);
    expect(indexes).not.toContain(-1);
    expect(indexes).toEqual(indexes.toSorted((a, b) => a - b));
  });

  it('signs the files that the sums name, and adds the signature under the name that the command line knows', () => {
    const sign = steps[indexOf('attest-build-provenance')]!;
    expect(sign.with).toEqual({ 'subject-checksums': 'release/SHA256SUMS' });
    const copy = steps[indexOf('cp ')]!;
    expect(copy.run).toBe('cp "$SIGNATURE" release/provenance.sigstore.json');
    expect(copy.env).toEqual({ SIGNATURE: '${{ steps.sign.outputs.bundle-path }}' });
    expect(sign.id).toBe('sign');
    expect(readFileSync('src/cli/release/release.ts', 'utf8')).toContain("signature: 'provenance.sigstore.json'");
  });

  it('publishes every file that release:pack writes, and no other', () => {
    expect(readFileSync('build/release/pack.mjs', 'utf8')).toContain("out: { type: 'string', default: 'release' }");
    expect(steps[indexOf('gh release create')]!.run).toMatch(/ release\/\*$/);
  });

  it('gives secrets only to the steps that publish', () => {
    const withSecrets = steps.filter((step) => /secrets\.|github\.token/.test(JSON.stringify(step)));
    expect(withSecrets.map(({ run }) => run?.split(' ').slice(0, 2).join(' '))).toEqual(['npm publish', 'gh release']);
  });
});
