import { mkdir, writeFile } from 'node:fs/promises';
import { cpus, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright';
import { findChromium } from '../../.ci/chromium.mjs';
import { browserArgs } from '../support/browser-args.mjs';
import { chart } from './chart.mjs';
import { measureClick, measureRest, measureStart, profiles } from './measure.mjs';
import { startSite } from './site.mjs';
import { subjects } from './subjects.mjs';
import { median, table } from './table.mjs';

const usage = `npm run bench -- [--rounds 9] [--profile line|slow|fast]... [--only NAME]... [--out FOLDER]`;
const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '9' },
    profile: { type: 'string', multiple: true, default: profiles.map(({ name }) => name) },
    only: { type: 'string', multiple: true, default: [] },
    out: { type: 'string', default: 'test/bench/result' },
    help: { type: 'boolean', default: false }
  }
});
if (values.help) {
  console.log(usage);
  process.exit();
}

const rounds = Number(values.rounds);
const chosen = subjects.filter(({ name }) => values.only.length === 0 || values.only.includes(name));
const site = await startSite();
const browser = await chromium.launch({
  executablePath: await findChromium(),
  // What a player asks another company for fails at once, and slows nobody down.
  args: [...browserArgs, '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost']
});
/** @type {Map<string, Record<string, (number | undefined)[]>>} */
const samples = new Map();

/** @param {string} key @param {Record<string, number | undefined> | undefined} sample */
function note(key, sample) {
  const all = samples.get(key) ?? {};
  samples.set(key, all);
  for (const [name, value] of Object.entries(sample ?? { first: undefined })) (all[name] ??= []).push(value);
}

/** @param {string} what @param {() => Promise<Record<string, number | undefined> | undefined>} run */
async function tryOnce(what, run) {
  try {
    return await run();
  } catch (error) {
    console.error(`${what}: ${String(error).split('\n')[0]}`);
    return undefined;
  }
}

// Once without counting, so that every file has been compressed.
for (const subject of chosen)
  await tryOnce(`${subject.name} ${subject.format}`, () => measureStart(browser, site.origin, subject, profiles[2], false));

// Round by round, every subject after the other: whatever else the machine does, it does to all of them.
for (const profile of profiles.filter(({ name }) => values.profile.includes(name))) {
  for (let round = 0; round < rounds; round++) {
    for (const subject of chosen) {
      const key = `${profile.name} ${subject.format} ${subject.name}`;
      const more = profile.name === 'line' && round < 3;
      note(key, await tryOnce(key, () => measureStart(browser, site.origin, subject, profile, more)));
      if (more) note(key, { click: await measureClick(browser, site.origin, subject, profile) });
    }
    console.error(`${profile.name}: round ${round + 1} of ${rounds}`);
  }
  await report();
}
for (let round = 0; round < Math.min(rounds, 2); round++) {
  for (const subject of chosen) {
    const key = `rest ${subject.format} ${subject.name}`;
    for (const count of [1, 50]) {
      const rest = await tryOnce(key, () => measureRest(browser, site.origin, subject, count));
      note(key, { [`heap${count}`]: rest?.heap, [`nodes${count}`]: rest?.nodes });
    }
  }
}
console.log(await report());
await browser.close();
site.close();

/** Writes what there is so far, and returns it as a table. */
async function report() {
  const results = [...samples].map(([key, all]) => {
    const [profile = '', format = '', ...name] = key.split(' ');
    const medians = Object.fromEntries(Object.entries(all).map(([metric, list]) => [metric, median(list)]));
    return { profile, format, name: name.join(' '), medians, samples: all };
  });
  const machine = `${cpus().length} x ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GB, Chromium ${browser.version()}, headless`;
  const text = table(results, { machine, rounds });
  await mkdir(values.out, { recursive: true });
  await writeFile(`${values.out}/result.json`, `${JSON.stringify({ machine, rounds, results }, null, 1)}\n`);
  await writeFile(`${values.out}/result.md`, text);
  await writeFile(`${values.out}/start.svg`, chart(results));
  return text;
}
