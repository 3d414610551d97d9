import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import { addTimes, readTimes } from './add-times.mjs';
import { measureIdleShare, slowestLines } from './slowest.mjs';

afterEach(() => vi.unstubAllEnvs());

it('lists the slowest files and tests, slowest first, and adds the runs of one test', () => {
  const rows = [
    { step: 'unit', file: 'a.test.ts', milliseconds: 1500 },
    { step: 'pages', file: 'b.spec.ts', milliseconds: 20_000 },
    { step: 'unit', file: 'a.test.ts', test: 'adds', milliseconds: 40 },
    { step: 'pages', file: 'b.spec.ts', test: 'plays', milliseconds: 9000 },
    { step: 'pages', file: 'b.spec.ts', test: 'plays', milliseconds: 8000 },
    { step: 'pages', file: 'b.spec.ts', test: 'pauses', milliseconds: 1 }
  ];
  expect(slowestLines(rows, 2)).toEqual([
    'Slowest files:',
    '   20.0 s  pages: b.spec.ts',
    '    1.5 s  unit: a.test.ts',
    'Slowest tests:',
    '   17.0 s  pages: b.spec.ts › plays',
    '    0.0 s  unit: a.test.ts › adds'
  ]);
});

it('reads the rows that the reporters added', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'jet-times-')), 'unit.jsonl');
  expect(readTimes(file)).toEqual([]);
  writeFileSync(file, '');
  vi.stubEnv('TEST_TIMES', file);
  addTimes([{ file: 'a.test.ts', milliseconds: 7 }]);
  addTimes([{ file: 'a.test.ts', test: 'adds\nlines', milliseconds: 5 }]);
  expect(readTimes(file)).toEqual([
    { file: 'a.test.ts', milliseconds: 7 },
    { file: 'a.test.ts', test: 'adds\nlines', milliseconds: 5 }
  ]);
  vi.stubEnv('TEST_TIMES', '');
  addTimes([{ file: 'b.test.ts', milliseconds: 1 }]);
  expect(readFileSync(file, 'utf8')).not.toContain('b.test.ts');
});

it('measures the share of the time in which the processors had nothing to do', () => {
  const waiting = measureIdleShare();
  expect(waiting()).toBeGreaterThanOrEqual(0);
  expect(waiting()).toBeLessThanOrEqual(100);
});
