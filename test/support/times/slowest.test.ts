import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import { addTimes, readTimes } from './add-times.mjs';
import { measureIdleShare, slowestLines } from './slowest.mjs';

afterEach(() => vi.unstubAllEnvs());

it('slowestLines() lists the slowest files and tests, slowest first, and adds the times of a test that ran twice', () => {
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

it('readTimes() returns the rows that addTimes() wrote, and addTimes() writes nothing without TEST_TIMES', () => {
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

it('measureIdleShare() measures the percentage of the time in which the processors were idle', () => {
  const idlePercentage = measureIdleShare();
  expect(idlePercentage()).toBeGreaterThanOrEqual(0);
  expect(idlePercentage()).toBeLessThanOrEqual(100);
});
