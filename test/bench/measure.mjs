import { readFile } from 'node:fs/promises';
import { slugOf } from './site.mjs';

/** @typedef {import('playwright').Browser} Browser */
/** @typedef {import('./subjects.mjs').Subject} Subject */
/** @typedef {{ seek?: number, chooseHeight?: string, height?: number }} Change a time to seek to, or a height to choose */
/**
 * @typedef {{ name: string, bitsPerSecond: number, latency: number, slowdown: number }} Profile `latency` is in milliseconds, 0 bits per
 * second stands for no limit, and the CPU is slowed down `slowdown` times
 */

const probe = await readFile(new URL('probe.js', import.meta.url), 'utf8');

/** The networks and machines in which players are measured. @type {readonly Profile[]} */
export const profiles = [
  { name: 'line', bitsPerSecond: 10_000_000, latency: 20, slowdown: 1 },
  { name: 'slow', bitsPerSecond: 4_000_000, latency: 60, slowdown: 4 },
  { name: 'fast', bitsPerSecond: 0, latency: 0, slowdown: 1 }
];

/**
 * Opens a page in a new context, with an empty cache and with the network and the CPU of a profile.
 * @param {Browser} browser
 * @param {Profile} profile
 */
export async function openPage(browser, { bitsPerSecond, latency, slowdown }) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 760 } });
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  await cdp.send('Network.enable');
  await cdp.send('Performance.enable');
  const throughput = bitsPerSecond > 0 ? bitsPerSecond / 8 : -1;
  const networkConditions = { offline: false, latency, downloadThroughput: throughput, uploadThroughput: throughput };
  if (bitsPerSecond > 0) await cdp.send('Network.emulateNetworkConditions', networkConditions);
  if (slowdown > 1) await cdp.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  await page.addInitScript(probe);
  return { context, page, cdp };
}

/** Resolves when `probe.js` reports that playback advances. @param {import('playwright').Page} page @param {number} timeout */
export const waitForPlayback = (page, timeout) =>
  page.waitForEvent('console', { predicate: (message) => message.text() === 'bench: playback advances', timeout });

/** Counts the bytes that a page receives, and those of its scripts. @param {import('playwright').CDPSession} cdp */
function countBytes(cdp) {
  /** @type {{ at: number, bytes: number }[]} */
  const receivedParts = [];
  /** @type {Map<string, string>} */
  const resourceTypes = new Map();
  let wallClockOffset = 0;
  let scriptBytes = 0;
  cdp.on('Network.requestWillBeSent', ({ requestId, type = '', timestamp, wallTime }) => {
    wallClockOffset ||= wallTime - timestamp;
    resourceTypes.set(requestId, type);
  });
  cdp.on('Network.dataReceived', ({ timestamp, encodedDataLength }) =>
    receivedParts.push({ at: (timestamp + wallClockOffset) * 1000, bytes: encodedDataLength })
  );
  cdp.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (resourceTypes.get(requestId) === 'Script') scriptBytes += encodedDataLength;
  });
  return {
    /** Returns the bytes received until a time of the wall clock, in milliseconds. @param {number} end */
    receivedUntil: (end) => receivedParts.filter(({ at }) => at <= end).reduce((sum, { bytes }) => sum + bytes, 0),
    scriptBytes: () => scriptBytes
  };
}

/** Returns the script time in milliseconds, the bytes of heap, and the DOM nodes of a page. @param {import('playwright').CDPSession} cdp */
async function readMetrics(cdp) {
  const { metrics } = await cdp.send('Performance.getMetrics');
  const valueOf = (/** @type {string} */ name) => metrics.find((metric) => metric.name === name)?.value ?? NaN;
  return { script: valueOf('ScriptDuration') * 1000, heap: valueOf('JSHeapUsedSize'), nodes: valueOf('Nodes') };
}

/**
 * Measures the start of a player, and with `includesInteractions` also a seek and a change of quality.
 * @param {Browser} browser @param {string} origin @param {Subject} subject @param {Profile} profile @param {boolean} includesInteractions
 */
export async function measureStart(browser, origin, subject, profile, includesInteractions) {
  const { context, page, cdp } = await openPage(browser, profile);
  try {
    const bytes = countBytes(cdp);
    const playbackAdvances = waitForPlayback(page, 30_000);
    await page.goto(`${origin}/page/${slugOf(subject)}`, { waitUntil: 'commit' });
    await playbackAdvances;
    const metrics = await readMetrics(cdp);
    const start = await page.evaluate(() => ({ ...globalThis.bench, video: undefined, origin: performance.timeOrigin }));
    const { firstFrameMs, advancedMs, height, longTaskMs } = start;
    const result = {
      first: firstFrameMs,
      moving: advancedMs,
      height,
      longTasks: longTaskMs,
      ...metrics,
      bytes: bytes.receivedUntil(start.origin + firstFrameMs),
      scripts: bytes.scriptBytes()
    };
    if (!includesInteractions) return result;
    const seek = await page.evaluate(msUntilFrameAfter, { seek: 40 });
    // The change begins at the lowest rendition, so that every player has to load another one.
    const { chooseHeight } = subject;
    const lowestMs = await page.evaluate(msUntilFrameAfter, { chooseHeight, height: 240 });
    const top = lowestMs === undefined ? undefined : await page.evaluate(msUntilFrameAfter, { chooseHeight, height: 720 });
    return { ...result, seek, top };
  } finally {
    await context.close();
  }
}

/**
 * Runs in the page: requests a change, and resolves to the milliseconds until a frame shows it, or to undefined if none does within 20 s.
 * @param {Change} change
 */
async function msUntilFrameAfter({ seek, chooseHeight, height }) {
  const { video } = globalThis.bench;
  const start = performance.now();
  if (seek) video.currentTime = seek;
  if (chooseHeight) (0, eval)(chooseHeight)(height);
  return new Promise((resolve) => {
    const timeout = setTimeout(resolve, 20_000);
    const onFrame = (/** @type {number} */ now, /** @type {{ mediaTime: number }} */ { mediaTime }) => {
      if (seek ? mediaTime <= seek - 1 : video.videoHeight !== height) return video.requestVideoFrameCallback(onFrame);
      clearTimeout(timeout);
      resolve(now - start);
    };
    video.requestVideoFrameCallback(onFrame);
  });
}

/**
 * Measures the milliseconds from a click on a waiting player to its next frame. The pointer is over the player shortly before the click.
 * @param {Browser} browser @param {string} origin @param {Subject} subject @param {Profile} profile
 */
export async function measureClick(browser, origin, subject, profile) {
  const { context, page } = await openPage(browser, profile);
  try {
    await page.goto(`${origin}/page/${slugOf(subject)}?waits`, { waitUntil: 'networkidle' });
    const playbackAdvances = waitForPlayback(page, 20_000);
    await page.mouse.move(640, 300);
    await page.waitForTimeout(200);
    await page.mouse.move(640, 360);
    await page.mouse.down();
    await page.mouse.up();
    await playbackAdvances;
    return await page.evaluate(() => globalThis.bench.frameAfterPressMs - globalThis.bench.pressedMs);
  } finally {
    await context.close();
  }
}

/**
 * Measures the bytes of heap and the DOM nodes of a page with `count` waiting players.
 * @param {Browser} browser @param {string} origin @param {Subject} subject @param {number} count
 */
export async function measureWaiting(browser, origin, subject, count) {
  const { context, page, cdp } = await openPage(browser, { name: 'rest', bitsPerSecond: 0, latency: 0, slowdown: 1 });
  try {
    await page.goto(`${origin}/page/${slugOf(subject)}?waits&count=${count}`, { waitUntil: 'networkidle' });
    await cdp.send('HeapProfiler.collectGarbage');
    const { heap, nodes } = await readMetrics(cdp);
    return { heap, nodes };
  } finally {
    await context.close();
  }
}
