import { readFile } from 'node:fs/promises';
import { slugOf } from './site.mjs';

/** @typedef {import('playwright').Browser} Browser */
/** @typedef {import('./subjects.mjs').Subject} Subject */
/** @typedef {{ seek?: number, choose?: string, height?: number }} Wish a time to seek to, or a height to ask for */
/** @typedef {{ name: string, bitsPerSecond: number, latency: number, slowdown: number }} Profile */

const probe = await readFile(new URL('probe.js', import.meta.url), 'utf8');

/** The lines and the machines that are tried. @type {readonly Profile[]} */
export const profiles = [
  { name: 'line', bitsPerSecond: 10_000_000, latency: 20, slowdown: 1 },
  { name: 'slow', bitsPerSecond: 4_000_000, latency: 60, slowdown: 4 },
  { name: 'fast', bitsPerSecond: 0, latency: 0, slowdown: 1 }
];

/** Opens a page of its own, without a cache, on a line and a machine of a certain speed. @param {Browser} browser @param {Profile} profile */
async function open(browser, { bitsPerSecond, latency, slowdown }) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 760 } });
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  await cdp.send('Network.enable');
  await cdp.send('Performance.enable');
  const throughput = bitsPerSecond > 0 ? bitsPerSecond / 8 : -1;
  const line = { offline: false, latency, downloadThroughput: throughput, uploadThroughput: throughput };
  if (bitsPerSecond > 0) await cdp.send('Network.emulateNetworkConditions', line);
  if (slowdown > 1) await cdp.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  await page.addInitScript(probe);
  return { context, page, cdp };
}

/** Counts what comes in. @param {import('playwright').CDPSession} cdp */
function meter(cdp) {
  /** @type {{ at: number, bytes: number }[]} */
  const parts = [];
  /** @type {Map<string, string>} */
  const types = new Map();
  let offset = 0;
  let scripts = 0;
  cdp.on('Network.requestWillBeSent', ({ requestId, type = '', timestamp, wallTime }) => {
    offset ||= wallTime - timestamp;
    types.set(requestId, type);
  });
  cdp.on('Network.dataReceived', ({ timestamp, encodedDataLength }) =>
    parts.push({ at: (timestamp + offset) * 1000, bytes: encodedDataLength })
  );
  cdp.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (types.get(requestId) === 'Script') scripts += encodedDataLength;
  });
  return {
    /** Bytes until a moment of the wall clock, in milliseconds. @param {number} end */
    until: (end) => parts.filter(({ at }) => at <= end).reduce((sum, { bytes }) => sum + bytes, 0),
    scripts: () => scripts
  };
}

/** @param {import('playwright').CDPSession} cdp */
async function metricsOf(cdp) {
  const { metrics } = await cdp.send('Performance.getMetrics');
  const of = (/** @type {string} */ name) => metrics.find((metric) => metric.name === name)?.value ?? NaN;
  return { script: of('ScriptDuration') * 1000, heap: of('JSHeapUsedSize'), nodes: of('Nodes') };
}

/** The start of a player, then a seek and a change of quality. @param {Browser} browser @param {string} origin @param {Subject} subject @param {Profile} profile @param {boolean} more */
export async function measureStart(browser, origin, subject, profile, more) {
  const { context, page, cdp } = await open(browser, profile);
  try {
    const bytes = meter(cdp);
    const moving = page.waitForEvent('console', { predicate: (message) => message.text() === 'bench moving', timeout: 30_000 });
    await page.goto(`${origin}/page/${slugOf(subject)}`, { waitUntil: 'commit' });
    await moving;
    const metrics = await metricsOf(cdp);
    const start = await page.evaluate(() => ({ ...globalThis.bench, video: undefined, origin: performance.timeOrigin }));
    const { first, moving: moved, height, longTasks } = start;
    const result = {
      first,
      moving: moved,
      height,
      longTasks,
      ...metrics,
      bytes: bytes.until(start.origin + first),
      scripts: bytes.scripts()
    };
    if (!more) return result;
    const seek = await page.evaluate(until, { seek: 40 });
    // From the lowest, so that there is something to change for everybody.
    const { choose } = subject;
    const lowest = await page.evaluate(until, { choose, height: 240 });
    const top = lowest === undefined ? undefined : await page.evaluate(until, { choose, height: 720 });
    return { ...result, seek, top };
  } finally {
    await context.close();
  }
}

/** Runs in the page. Milliseconds until a presented frame is as wished; nothing where none is in 20 s. @param {Wish} wish */
async function until({ seek, choose, height }) {
  const { video } = globalThis.bench;
  const begun = performance.now();
  if (seek) video.currentTime = seek;
  if (choose) (0, eval)(choose)(height);
  return new Promise((resolve) => {
    const late = setTimeout(resolve, 20_000);
    const frame = (/** @type {number} */ now, /** @type {{ mediaTime: number }} */ { mediaTime }) => {
      if (seek ? mediaTime <= seek - 1 : video.videoHeight !== height) return video.requestVideoFrameCallback(frame);
      clearTimeout(late);
      resolve(now - begun);
    };
    video.requestVideoFrameCallback(frame);
  });
}

/** From a click to the picture, where the player waited for it; the pointer comes a moment before the click, as it does. @param {Browser} browser @param {string} origin @param {Subject} subject @param {Profile} profile */
export async function measureClick(browser, origin, subject, profile) {
  const { context, page } = await open(browser, profile);
  try {
    await page.goto(`${origin}/page/${slugOf(subject)}?waits`, { waitUntil: 'networkidle' });
    const moving = page.waitForEvent('console', { predicate: (message) => message.text() === 'bench moving', timeout: 20_000 });
    await page.mouse.move(640, 300);
    await page.waitForTimeout(200);
    await page.mouse.move(640, 360);
    await page.mouse.down();
    await page.mouse.up();
    await moving;
    return await page.evaluate(() => globalThis.bench.answer - globalThis.bench.pressed);
  } finally {
    await context.close();
  }
}

/** Bytes of heap and nodes of so many waiting players, at rest. @param {Browser} browser @param {string} origin @param {Subject} subject @param {number} count */
export async function measureRest(browser, origin, subject, count) {
  const { context, page, cdp } = await open(browser, { name: 'rest', bitsPerSecond: 0, latency: 0, slowdown: 1 });
  try {
    await page.goto(`${origin}/page/${slugOf(subject)}?waits&count=${count}`, { waitUntil: 'networkidle' });
    await cdp.send('HeapProfiler.collectGarbage');
    const { heap, nodes } = await metricsOf(cdp);
    return { heap, nodes };
  } finally {
    await context.close();
  }
}
