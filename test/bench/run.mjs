import { mkdir, writeFile } from 'node:fs/promises';
import { cpus, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright';
import { findChromium } from '../../.ci/chromium.mjs';
import { browserArgs } from '../support/browser-args.mjs';
import { renderChart } from './chart.mjs';
import { builds, measureEvaluation } from './evaluation.mjs';
import { measureClick, measureWaiting, measureStart, profiles } from './measure.mjs';
import { startSite } from './site.mjs';
import { skipAfterFailure } from './skip-after-failure.mjs';
import { subjects } from './subjects.mjs';
import { median, renderTables } from './table.mjs';

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
const [outputFolder, chartFile] = values.out ? [values.out, `${values.out}/start.svg`] : ['test/bench/result', 'demo/site/start.svg'];
const selectedSubjects = subjects.filter(({ name }) => values.only.length === 0 || values.only.includes(name));
const site = await startSite();
const browser = await chromium.launch({
  executablePath: await findChromium(),
  // Requests to other hosts fail at once, so that they slow no player down.
  args: [...browserArgs, '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost']
});
const measure = skipAfterFailure((sentence) => console.error(sentence));
/** @type {Map<string, Record<string, (number | undefined)[]>>} */
const samples = new Map();

/**
 * Adds the measurements of a round; `undefined` stands for a start that failed.
 * @param {string} key
 * @param {Record<string, number | undefined> | undefined} sample
 */
function addSample(key, sample) {
  const valuesByMetric = samples.get(key) ?? {};
  samples.set(key, valuesByMetric);
  for (const [metric, value] of Object.entries(sample ?? { first: undefined })) (valuesByMetric[metric] ??= []).push(value);
}

// The first start of each subject is not counted, because its responses wait until they have been compressed.
for (const subject of selectedSubjects)
  await measure(`first ${subject.format} ${subject.name}`, () => measureStart(browser, site.origin, subject, profiles[2], false));

// Each round measures one subject after the other, so that other load on the machine affects all of them.
for (const profile of profiles.filter(({ name }) => values.profile.includes(name))) {
  for (let round = 0; round < rounds; round++) {
    for (const subject of selectedSubjects) {
      const key = `${profile.name} ${subject.format} ${subject.name}`;
      const includesInteractions = profile.name === 'line' && round < 3;
      addSample(key, await measure(key, () => measureStart(browser, site.origin, subject, profile, includesInteractions)));
      if (includesInteractions && subject.waitingBody)
        addSample(key, { click: await measure(`${key}, click`, () => measureClick(browser, site.origin, subject, profile)) });
    }
    console.error(`${profile.name}: round ${round + 1} of ${rounds}, ${Math.round(process.uptime())} s`);
  }
  await writeReport();
}
for (let round = 0; round < Math.min(rounds, 2); round++) {
  for (const subject of selectedSubjects.filter(({ waitingBody }) => waitingBody)) {
    const key = `rest ${subject.format} ${subject.name}`;
    for (const count of [1, 50]) {
      const waitingPlayers = await measure(key, () => measureWaiting(browser, site.origin, subject, count));
      addSample(key, { [`heap${count}`]: waitingPlayers?.heap, [`nodes${count}`]: waitingPlayers?.nodes });
    }
  }
}
// The script time of the single script, and of the module, on a page without a source.
for (let round = 0; round < 2 * rounds && selectedSubjects.some(({ name }) => name === 'jet-player'); round++) {
  for (const [name, markup] of Object.entries(builds))
    addSample(`evaluation js ${name}`, { evaluation: await measureEvaluation(browser, site.origin, markup) });
}
console.log(await writeReport());
await browser.close();
site.close();

/** Writes the results so far, and returns their tables as Markdown. */
async function writeReport() {
  const results = [...samples].map(([key, valuesByMetric]) => {
    const [profile = '', format = '', ...name] = key.split(' ');
    const medians = Object.fromEntries(Object.entries(valuesByMetric).map(([metric, list]) => [metric, median(list)]));
    return { profile, format, name: name.join(' '), medians, samples: valuesByMetric };
  });
  const machine = `${cpus().length} x ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GB, Chromium ${browser.version()}, headless`;
  const text = renderTables(results, { machine, rounds });
  await mkdir(outputFolder, { recursive: true });
  await writeFile(`${outputFolder}/result.json`, `${JSON.stringify({ machine, rounds, results }, null, 1)}\n`);
  await writeFile(`${outputFolder}/result.md`, text);
  await writeFile(chartFile, renderChart(results));
  return text;
}
