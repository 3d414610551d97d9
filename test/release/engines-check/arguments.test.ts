import { describe, expect, it } from 'vitest';
import { readArguments, UsageError } from '../../../build/engines-check/arguments.mjs';
import { stageNames, withBuild } from '../../../build/engines-check/stages.mjs';

describe('readArguments()', () => {
  it('reads several engines by each of their names, with an exact version or latest', () => {
    const { packages } = readArguments(['hls.js@1.8.0-beta.1', 'dash.js@latest', 'mediabunny@1.62.0']);
    expect(packages).toEqual([
      { name: 'hls.js', version: '1.8.0-beta.1' },
      { name: 'dashjs', version: 'latest' },
      { name: 'mediabunny', version: '1.62.0' }
    ]);
  });

  it('selects all stages, and the folder .cache, unless others are named', () => {
    expect(readArguments(['hls.js@latest'])).toMatchObject({ only: stageNames, out: '.cache', keep: false });
    expect(readArguments(['hls.js@latest', '--only', 'census,hostile', '--out', 'reports', '--keep'])).toMatchObject({
      only: ['census', 'hostile'],
      out: 'reports',
      keep: true
    });
  });

  it.each([
    ['no engine', [], 'name an engine and a version'],
    ['an unknown engine', ['shaka-player@4.0.0'], 'there is no engine "shaka-player"'],
    ['a name that every object has', ['constructor@1.0.0'], 'there is no engine "constructor"'],
    ['no version', ['hls.js'], '"hls.js@latest", not "hls.js"'],
    ['a range of versions', ['dashjs@^5.0.0'], 'not "dashjs@^5.0.0"'],
    ['a version with an option of npm', ['hls.js@1.0.0 --registry=http://a.test'], 'name an exact version or latest'],
    ['one engine twice', ['dash.js@5.2.0', 'dashjs@5.2.1'], 'dashjs is named twice'],
    ['an unknown stage', ['hls.js@latest', '--only', 'census,speed'], 'there is no stage "speed"'],
    ['an unknown option', ['hls.js@latest', '--fast'], "Unknown option '--fast'"],
    ['an option without its value', ['hls.js@latest', '--out'], '--out']
  ])('refuses %s, in one line', (_, words, message) => {
    let error: unknown;
    try {
      readArguments(words);
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toBeInstanceOf(UsageError);
    expect((error as Error).message).toContain(message);
    expect((error as Error).message).not.toContain('\n');
  });
});

describe('withBuild()', () => {
  it('adds the build for stages that test the built files, and keeps the order of stages', () => {
    expect(withBuild(['hostile', 'census'])).toEqual(['census', 'build', 'hostile']);
    expect(withBuild(['linear', 'changes'])).toEqual(['changes', 'linear']);
  });
});
