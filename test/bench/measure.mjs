import { readFile } from 'node:fs/promises';
import { slugOf } from './site.mjs';

/** @typedef {import('playwright').Browser} Browser */
/** @typedef {import('./subjects.mjs').Subject} Subject */
/** @typedef {{ seek?: number, choose?: string, height?: number }} Change a time to seek to, or a height to select */
/** @typedef {{ name: string, bitsPerSecond: number, latency: number, slowdown: number }} Profile */

const probe = await readFile(new URL('probe.js', import.meta.url), 'utf8');

/** The networks and machines in which players are measured. @type {readonly Profile[]} */
export const profiles = [
  { name: 'line', bitsPerSecond: 10_000_000, latency: 20, slowdown: 1 },
  { name: 'slow', bitsPerSecond: 4_000_000, latency: 60, slowdown: 4 },
  { name: 'fast', bitsPerSecond: 0, latency: 0, slowdown: 1 }
];

/** Opens a page in a new context with an empty cache, with the network and the machine of a profile. @param {Browser} browser @param {Profile} profile */
export async function open(browser, { bitsPerSecond, latency, slowdown }) {
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

/** Counts received bytes. @param {import('playwright').CDPSession} cdp */
function countBytes(cdp) {
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
    /** Returns the bytes received until a time of the wall clock, in milliseconds. @param {number} end */
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

/**
 * Measures the start of a player; with `more`, also a seek and a change of quality.
 * @param {Browser} browser @param {string} origin @param {Subject} subject @param {Profile} profile @param {boolean} more
 */
export async function measureStart(browser, origin, subject, profile, more) {
  const { context, page, cdp } = await open(browser, profile);
  try {
    const bytes = countBytes(cdp);
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
    // From the lowest rendition, so that every player has to change.
    const { choose } = subject;
    const lowest = await page.evaluate(until, { choose, height: 240 });
    const top = lowest === undefined ? undefined : await page.evaluate(until, { choose, height: 720 });
    return { ...result, seek, top };
  } finally {
    await context.close();
  }
}

/**
 * Runs in the page: requests a change, and resolves to the milliseconds until a frame shows it; undefined if no frame does within 20 s.
 * @param {Change} change
 */
async function until({ seek, choose, height }) {
  const { video } = globalThis.bench;
  const start = performance.now();
  if (seek) video.currentTime = seek;
  if (choose) (0, eval)(choose)(height);
  return new Promise((resolve) => {
    const timeout = setTimeout(resolve, 20_000);
    const frame = (/** @type {number} */ now, /** @type {{ mediaTime: number }} */ { mediaTime }) => {
      if (seek ? mediaTime <= seek - 1 : video.videoHeight !== height) return video.requestVideoFrameCallback(frame);
      clearTimeout(timeout);
      resolve(now - start);
    };
    video.requestVideoFrameCallback(frame);
  });
}

/**
 * Measures the time from a click on a waiting player to the next frame. The pointer is over the player shortly before the click.
 * @param {Browser} browser @param {string} origin @param {Subject} subject @param {Profile} profile
 */
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

/**
 * Measures the bytes of heap and the DOM nodes of a page with `count` waiting players.
 * @param {Browser} browser @param {string} origin @param {Subject} subject @param {number} count
 */
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
