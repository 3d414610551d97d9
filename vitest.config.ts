import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** The files whose tests audit pages: they wait for a browser most of the time, for a minute or so. */
const audits = /\/test\/cli\/(played|own-pages|traces|canary|evasions)(\.wide)?\.test\.ts$/;

const [unit, variants] = ['test/**/*.test.ts', 'test/**/*.wide.test.ts'];
/** Which tests run: `wide` is the variants of other tests, which have files of their own, and which `npm test` leaves out; `all` is both. */
const part = process.env.JET_TESTS ?? 'most';

/** Starts the audits first, so that the other files run while they wait. */
class AuditsFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isAudit = ({ moduleId }: TestSpecification): boolean => audits.test(moduleId);
    return [...sorted.filter(isAudit), ...sorted.filter((file) => !isAudit(file))];
  }
}

export default defineConfig({
  test: {
    include: [part === 'wide' ? variants : unit],
    exclude: ['test/**/*.browser.test.ts', '**/node_modules/**', ...(part === 'most' ? [variants] : [])],
    environment: 'node',
    // On a small machine, one process more than it has processors, because an audit leaves its processor idle.
    maxWorkers: Math.max(3, availableParallelism() - 1),
    // Of the concurrent tests of a file, which are audits. With the default of 5, up to 15 browsers ran at the same time, and on two
    // processors one of them needed more than its two minutes.
    maxConcurrency: 2,
    // MiB for new objects. With the default of 16, the tests of linear time measure garbage collection: text of a megabyte has more live
    // objects than fit, and each collection copies them.
    execArgv: ['--min-semi-space-size=64', '--max-semi-space-size=128'],
    // Limits for a test that hangs; a busy machine needs several times as long as a quiet one.
    testTimeout: 30_000,
    hookTimeout: 120_000,
    sequence: { sequencer: AuditsFirst },
    // The second reporter writes times for `npm test -- --slowest=30`.
    reporters: ['default', './test/support/times/vitest.ts']
  }
});
