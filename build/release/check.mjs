/** `npm run release:check` ends with exit code 1 when something must be replaced before a release is published. */
import { readFileSync } from 'node:fs';
import { placeholdersIn } from './placeholders.mjs';

const names = ['SECURITY.md', 'build/release/advisories.json', 'package.json'];
const problems = placeholdersIn(Object.fromEntries(names.map((name) => [name, readFileSync(name, 'utf8')])));
for (const problem of problems) console.error(`jet-player: ${problem}`);
if (problems.length > 0) process.exitCode = 1;
else console.log('jet-player: the release contains no placeholder.');
