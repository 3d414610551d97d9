import type { Browser, Page } from '@playwright/test';
import { observe, type Seen } from './observer.js';
import { actionsIn, type Outcome, type Scenario, type Step, type Subject } from './scenario.js';

let runs = 0;

const paths = {
  hls: { vod: 'media/cmaf/master.m3u8', live: 'live/hls/master.m3u8' },
  dash: { vod: 'media/cmaf/manifest.mpd', live: 'live/dash/manifest.mpd' }
};

/** Resolves to the page's measurements, or to undefined when the page hangs. */
async function look(page: Page): Promise<Seen | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => (timer = setTimeout(() => resolve(undefined), 15_000)));
  const seen = await Promise.race([page.evaluate(() => window.measured()).catch(() => undefined), late]);
  clearTimeout(timer);
  return seen;
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Polls until `holds` returns true; `late` on timeout, `hung` when the page hangs. */
async function until(page: Page, deadline: number, holds: (seen: Seen) => boolean): Promise<Seen | 'late' | 'hung'> {
  for (;;) {
    const seen = await look(page);
    if (!seen) return 'hung';
    if (holds(seen)) return seen;
    if (Date.now() > deadline) return 'late';
    await pause(100);
  }
}

/** Runs one scenario in its own page and returns its outcome. */
export async function runScenario(browser: Browser, origin: string, scenario: Scenario, subject: Subject): Promise<Outcome> {
  const { name, plan, live = false, steps = [], to = 0, limit } = scenario;
  const protocol = subject.endsWith('hls') || subject === 'hls.js' ? 'hls' : 'dash';
  const base = `${origin}/fault/${plan}@${process.pid}-${runs++}`;
  const context = await browser.newContext();
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(String(error)));
  try {
    await page.goto(`${origin}/page.html`);
    const src = `${base}/${paths[protocol][live ? 'live' : 'vod']}`;
    await page.evaluate(observe, { subject, src, live });
    const deadline = Date.now() + limit * 1000;
    let off = NaN;
    const ended = (seen: Seen) => seen.error !== null;
    let state = await until(page, deadline, (seen) => ended(seen) || seen.first > 0);
    let done = 0;
    for (const step of steps) {
      if (typeof state === 'string' || ended(state)) break;
      const before = state;
      state = await take(page, step, deadline, base, before);
      if ('turn' in step ? step.turn === 'off' : 'do' in step && (step.do === 'online' || step.do === 'play')) off = before.now;
      if (typeof state !== 'string') done = state.played;
      if (!Number.isNaN(off) && typeof state !== 'string') off = Math.max(off, state.now);
    }
    // A bare engine may still recover after it reported an error; playback is what counts.
    const reached = (seen: Seen) => seen.moving && (live ? seen.played >= done + to : seen.time >= to);
    if (typeof state !== 'string')
      state = await until(page, deadline, (seen) => (ended(seen) && (scenario.must === 'reports' || !seen.moving)) || reached(seen));
    const last = typeof state === 'string' ? await look(page) : state;
    const response = await fetch(`${base}/!report`);
    const { moments } = (await response.json()) as { moments: number[] };
    await fetch(`${base}/!end`);
    if (last?.pwned) problems.push('a string of the manifest ran as a script');
    const good = last !== undefined && reached(last);
    const verdict = state === 'hung' || !last ? 'hung' : good ? 'plays' : last.error ? 'reports' : 'silent';
    if (verdict === 'silent' && process.env.FAULTS_DEBUG) console.log(name, subject, last?.detail);
    return {
      subject,
      scenario: name,
      verdict,
      code: last?.error?.code ?? '',
      reported: (last?.error?.at ?? NaN) / 1000,
      first: (last?.first ?? NaN) / 1000,
      stall: (last?.stall ?? NaN) / 1000,
      back: last && !Number.isNaN(off) ? Math.max(0, last.moved - off) / 1000 : NaN,
      blocked: last?.blocked ?? NaN,
      storm: moments.length / Math.max(1, ((moments.at(-1) ?? 0) - (moments[0] ?? 0)) / 1000),
      actions: actionsIn(last?.health ?? {}, (last?.now ?? 0) / 1000),
      interruptions: last?.interruptions ?? [],
      health: Object.fromEntries(Object.entries(last?.health ?? {}).filter(([, count]) => count > 0)),
      problems
    };
  } finally {
    // A hung page cannot be closed on request; the browser drops it with its context.
    await Promise.race([context.close(), pause(5000)]);
  }
}

async function take(page: Page, step: Step, deadline: number, base: string, before: Seen): Promise<Seen | 'late' | 'hung'> {
  if ('played' in step) return until(page, deadline, (seen) => seen.played >= step.played || seen.error !== null);
  if ('turn' in step) await fetch(`${base}/!${step.turn}`);
  else if ('wait' in step) await pause(step.wait * 1000);
  else if ('seek' in step) await page.evaluate((time) => void (window.video.currentTime = time), step.seek);
  else if (step.do === 'offline' || step.do === 'online') await page.context().setOffline(step.do === 'offline');
  else
    await page.evaluate((what) => {
      window.video.dispatchEvent(new Event(`${what}-requested`));
      if (window.player) void window.player.playback[what]();
      else void window.video[what]();
    }, step.do);
  return (await look(page)) ?? (before.now > 0 ? 'hung' : 'late');
}
