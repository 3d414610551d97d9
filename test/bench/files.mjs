import { readdir, readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright';
import { findChromium } from '../../.ci/chromium.mjs';
import { browserArgs } from '../support/browser-args.mjs';
import { startLargeFileServer } from '../support/large-file-server.mjs';
import { largeVideo } from '../support/large-video.mjs';
import { fragment } from './fragment.mjs';
import { openPage, profiles, waitForPlayback } from './measure.mjs';
import { median } from './table.mjs';

/**
 * Compares a file in jet-player with the same file in a bare `<video src>`, in one run and in turns. It measures three times until a frame,
 * in milliseconds: from the navigation on, including the code of the player (`first`); from the change to another file on, with the code
 * already loaded (`next`); and from a seek to media that is not buffered, of which there are two (`seek`). With `--cpu SECONDS`, it also
 * measures the processor time of all processes of the browser in the first seconds of playback (`cpu`). With `--references`, it also
 * measures what two things cost by themselves: Media Source, with `media-source.js`, which has no code to load and passes a fragmented copy on
 * (`media-source`); and the code, with a bare `<video>` that receives its `src` when mediabunny has loaded (`waiting`).
 * Usage: node test/bench/files.mjs [--rounds 9] [--profile line|slow|fast]... [--cpu 20] [--references]
 */
const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '9' },
    cpu: { type: 'string', default: '0' },
    references: { type: 'boolean', default: false },
    profile: { type: 'string', multiple: true, default: profiles.map(({ name }) => name) }
  }
});

const sizeAttribute = 'style="width:1280px;height:720px"';
// The video has two minutes with 2.1 Mbit/s.
const video = largeVideo({ filler: 9000, repeat: 2 });

/** Returns the pages of `--references`, and the fragmented copy of the video. @throws Error if `dist/` is not built */
async function prepareReferences() {
  const { bytes, ...fragmentedFile } = await fragment(video.read(0, video.size));
  const script = await readFile(new URL('media-source.js', import.meta.url), 'utf8');
  const library = (await readdir(new URL('../../dist/chunks', import.meta.url))).find((name) => name.startsWith('mediabunny-'));
  if (!library) throw new Error('dist/ has no chunk of mediabunny; run `npm run build`.');
  const pages = {
    '/media-source': `<video ${sizeAttribute} muted autoplay playsinline></video>
      <script>globalThis.fragmentedFile = ${JSON.stringify(fragmentedFile)}</script><script>${script}</script>`,
    '/waiting': `<video ${sizeAttribute} muted autoplay playsinline></video>
      <script type="module">await import('/dist/chunks/${library}'); document.querySelector('video').src = '/one.mp4';</script>`
  };
  return {
    pages,
    copy: { size: bytes.length, read: (/** @type {number} */ start, /** @type {number} */ end) => bytes.subarray(start, end) }
  };
}

const references = values.references ? await prepareReferences() : undefined;
const server = await startLargeFileServer(
  {
    '/bare': `<video ${sizeAttribute} muted autoplay playsinline src="/one.mp4"></video>`,
    '/jet': `<script type="module" src="/dist/jet-player.js"></script><jet-player ${sizeAttribute} muted autoplay src="/one.mp4"></jet-player>`,
    ...references?.pages
  },
  (path) => (references && path.startsWith('/fragmented-') ? references.copy : video)
);
const names = ['bare', 'jet', ...(references ? ['media-source', 'waiting'] : [])];

/**
 * Runs in the page: seeks, or sets another source, and resolves to the milliseconds until a frame shows it.
 * @param {{ seek?: number, src?: string }} change
 */
async function msUntilFrameAfter({ seek, src }) {
  const { video } = globalThis.bench;
  const player = document.querySelector('jet-player') ?? video;
  const start = performance.now();
  if (seek) video.currentTime = seek;
  if (src && globalThis.playFragmented) void globalThis.playFragmented(`/fragmented-${src.slice(1)}`);
  else if (src) player.src = src;
  return new Promise((resolve) => {
    const onFrame = (/** @type {number} */ now, /** @type {{ mediaTime: number }} */ { mediaTime }) => {
      if (seek ? Math.abs(mediaTime - seek) > 0.9 : mediaTime > 1) return video.requestVideoFrameCallback(onFrame);
      resolve(now - start);
    };
    video.requestVideoFrameCallback(onFrame);
  });
}

/** Returns the processor time that all processes of a browser have used, in milliseconds. @param {import('playwright').Browser} browser */
async function readProcessorMs(browser) {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  return processInfo.reduce((sum, { cpuTime }) => sum + cpuTime * 1000, 0);
}

/**
 * Measures one of the pages in a new context.
 * @param {import('playwright').Browser} browser
 * @param {string} name
 * @param {import('./measure.mjs').Profile} profile
 */
async function measurePlayer(browser, name, profile) {
  const { context, page } = await openPage(browser, profile);
  try {
    const playbackAdvances = waitForPlayback(page, 30_000);
    await page.goto(`${server.origin}/${name}`, { waitUntil: 'commit' });
    await playbackAdvances;
    const first = await page.evaluate(() => globalThis.bench.firstFrameMs);
    const beforeMs = await readProcessorMs(browser);
    await page.waitForTimeout(Number(values.cpu) * 1000);
    const cpuMs = (await readProcessorMs(browser)) - beforeMs;
    const seeks = [];
    for (const seek of [60, 100]) seeks.push(await page.evaluate(msUntilFrameAfter, { seek }));
    const engine = await page.evaluate(() => document.querySelector('jet-player')?.player?.session.engineName);
    if (name === 'jet' && engine !== 'file') throw new Error(`The engine is ${engine}.`);
    const next = await page.evaluate(msUntilFrameAfter, { src: '/two.mp4' });
    return { first, next, seek: median(seeks), cpu: cpuMs };
  } finally {
    await context.close();
  }
}

const browser = await chromium.launch({ executablePath: await findChromium(), args: browserArgs });
for (const profile of profiles.filter(({ name }) => values.profile.includes(name))) {
  /** @type {Record<string, Record<string, number>[]>} */
  const samples = Object.fromEntries(names.map((name) => [name, []]));
  // The first round is not counted, because its responses wait until they have been compressed.
  for (let round = 0; round <= Number(values.rounds); round++)
    for (const name of names) {
      const sample = await measurePlayer(browser, name, profile);
      if (round > 0) samples[name]?.push(sample);
    }
  for (const metric of ['first', 'next', 'seek', ...(Number(values.cpu) > 0 ? ['cpu'] : [])]) {
    const valuesOf = (/** @type {string} */ name) => samples[name]?.map((sample) => sample[metric] ?? NaN) ?? [];
    const bare = valuesOf('bare');
    const results = names.slice(1).map((name) => {
      const ratios = valuesOf(name).map((value, round) => value / (bare[round] ?? NaN));
      return `${name === 'jet' ? 'jet-player' : name} ${median(valuesOf(name)).toFixed()} ms, ratio ${median(ratios).toFixed(2)}`;
    });
    console.log(`${profile.name} ${metric}: bare ${median(bare).toFixed()} ms; ${results.join('; ')}`);
  }
}
await browser.close();
server.close();
