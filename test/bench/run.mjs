import { mkdir, writeFile } from 'node:fs/promises';
import { cpus, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright';
import { findChromium } from '../../.ci/chromium.mjs';
import { browserArgs } from '../support/browser-args.mjs';
import { chart } from './chart.mjs';
import { builds, measureEvaluation } from './evaluation.mjs';
import { measureClick, measureRest, measureStart, profiles } from './measure.mjs';
import { startSite } from './site.mjs';
import { skipAfterFailure } from './skip-after-failure.mjs';
import { subjects } from './subjects.mjs';
import { median, table } from './table.mjs';

const usage = `npm run bench -- [--rounds 9] [--profile line|slow|fast]... [--only NAME]... [--out FOLDER]`;
const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '9' },
    profile: { type: 'string', multiple: true, default: profiles.map(({ name }) => name) },
    only: { type: 'string', multiple: true, default: [] },
    out: { type: 'string' },
    help: { type: 'boolean', default: false }
  }
});
if (values.help) {
  console.log(usage);
  process.exit();
}

const rounds = Number(values.rounds);
// The README and the demo show the chart of the committed run.
const [folder, chartFile] = values.out ? [values.out, `${values.out}/start.svg`] : ['test/bench/result', 'demo/site/start.svg'];
const chosen = subjects.filter(({ name }) => values.only.length === 0 || values.only.includes(name));
const site = await startSite();
const browser = await chromium.launch({
  executablePath: await findChromium(),
  // Requests to other companies' hosts fail at once, so that they slow no player down.
  args: [...browserArgs, '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost']
});
const measure = skipAfterFailure((sentence) => console.error(sentence));
/** @type {Map<string, Record<string, (number | undefined)[]>>} */
const samples = new Map();

/** @param {string} key @param {Record<string, number | undefined> | undefined} sample */
function note(key, sample) {
  const all = samples.get(key) ?? {};
  samples.set(key, all);
  for (const [name, value] of Object.entries(sample ?? { first: undefined })) (all[name] ??= []).push(value);
}

// The first start is not counted, so that every file has been compressed.
for (const subject of chosen)
  await measure(`first ${subject.format} ${subject.name}`, () => measureStart(browser, site.origin, subject, profiles[2], false));

// Round by round, one subject after the other, so that other load on the machine affects all of them.
for (const profile of profiles.filter(({ name }) => values.profile.includes(name))) {
  for (let round = 0; round < rounds; round++) {
    for (const subject of chosen) {
      const key = `${profile.name} ${subject.format} ${subject.name}`;
      const more = profile.name === 'line' && round < 3;
      note(key, await measure(key, () => measureStart(browser, site.origin, subject, profile, more)));
      if (more && subject.waiting)
        note(key, { click: await measure(`${key}, click`, () => measureClick(browser, site.origin, subject, profile)) });
    }
    console.error(`${profile.name}: round ${round + 1} of ${rounds}, ${Math.round(process.uptime())} s`);
  }
  await report();
}
for (let round = 0; round < Math.min(rounds, 2); round++) {
  for (const subject of chosen.filter(({ waiting }) => waiting)) {
    const key = `rest ${subject.format} ${subject.name}`;
    for (const count of [1, 50]) {
      const rest = await measure(key, () => measureRest(browser, site.origin, subject, count));
      note(key, { [`heap${count}`]: rest?.heap, [`nodes${count}`]: rest?.nodes });
    }
  }
}
// The script time of the single script on a page without a source, compared with that of the module.
for (let round = 0; round < 2 * rounds && chosen.some(({ name }) => name === 'jet-player'); round++) {
  for (const [name, markup] of Object.entries(builds))
    note(`evaluation js ${name}`, { evaluation: await measureEvaluation(browser, site.origin, markup) });
}
console.log(await report());
await browser.close();
site.close();

/** Writes the results so far, and returns them as a table. */
async function report() {
  const results = [...samples].map(([key, all]) => {
    const [profile = '', format = '', ...name] = key.split(' ');
    const medians = Object.fromEntries(Object.entries(all).map(([metric, list]) => [metric, median(list)]));
    return { profile, format, name: name.join(' '), medians, samples: all };
  });
  const machine = `${cpus().length} x ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GB, Chromium ${browser.version()}, headless`;
  const text = table(results, { machine, rounds });
  await mkdir(folder, { recursive: true });
  await writeFile(`${folder}/result.json`, `${JSON.stringify({ machine, rounds, results }, null, 1)}\n`);
  await writeFile(`${folder}/result.md`, text);
  await writeFile(chartFile, chart(results));
  return text;
}
