import type { ExitCode, Output } from '../command.js';
import { checkAdvisories } from './check-advisories.js';
import { checkArchives } from './check-archives.js';
import { checkBill } from './check-bill.js';
import { checkProvenance } from './check-provenance.js';
import { checkSnippets } from './check-snippets.js';
import { checkSums } from './check-sums.js';
import { failed, names, readRelease, type Release, type Result } from './release.js';

/** The checks, each with the file that it reads first. */
const checks: readonly (readonly [file: string, check: (release: Release) => readonly Result[] | Promise<readonly Result[]>])[] = [
  [names.sums, checkSums],
  [names.provenance, checkProvenance],
  [names.integrity, checkArchives],
  [names.bill, checkBill],
  [names.integrity, checkAdvisories],
  [names.snippets, checkSnippets]
];

/** How many differences of one file are printed. */
const maxShown = 5;

/** Replaces characters that a terminal would not show as they are; the names in an archive can contain any. */
const printable = (text: string): string => text.replace(/[^ -~]/g, '?');

/** Returns the lines for one file: what was checked, or each difference. */
function linesOf(file: string, results: readonly Result[]): readonly string[] {
  const problems = results.filter(({ ok }) => !ok).map(({ text }) => `WRONG  ${file} ${text}`);
  if (problems.length === 0) return [`ok     ${file}: ${results.map(({ text }) => text).join(', ')}`];
  const more = problems.length - maxShown;
  return [...problems.slice(0, maxShown), ...(more > 0 ? [`WRONG  ${file}: ${more} more differences`] : [])];
}

/**
 * Checks the files of a release against each other, and prints the result for each file. It reads only the folder: no host is contacted.
 * @throws UsageError if the folder contains no release, or cannot be read
 */
export async function verifyRelease(folder: string, output: Output): Promise<ExitCode> {
  const release = await readRelease(folder);
  const results: Result[] = [];
  for (const [file, check] of checks) {
    try {
      results.push(...(await check(release)));
    } catch {
      results.push(failed(file, 'does not have the expected form'));
    }
  }
  const files = [...new Set(results.map(({ file }) => file))].sort();
  for (const file of files)
    for (const line of linesOf(
      file,
      results.filter((each) => each.file === file)
    ))
      output.print(printable(line));
  const count = results.filter(({ ok }) => !ok).length;
  if (release.files.has(names.signature)) output.print(`       ${names.signature}: not checked here; "gh attestation verify" checks it`);
  output.print(
    count === 0
      ? `${folder} is jet-player ${release.version}: its ${release.sums.size} files match each other.`
      : `${folder} is not an unchanged release of jet-player ${release.version}: ${count} ${count === 1 ? 'difference' : 'differences'}.`
  );
  return count === 0 ? 0 : 1;
}
