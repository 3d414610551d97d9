import type { Browser, Page } from '@playwright/test';
import { playAndMeasure, type Measurements } from './observer.js';
import { countRecoverySteps, type Outcome, type Scenario, type Step, type Subject } from './scenario.js';

let runCount = 0;

const paths = {
  hls: { vod: 'media/cmaf/master.m3u8', live: 'live/hls/master.m3u8' },
  dash: { vod: 'media/cmaf/manifest.mpd', live: 'live/dash/manifest.mpd' }
};

/** The measurements that met a condition, or why there are none: the deadline passed, or the page hangs. */
type Result = Measurements | 'late' | 'hung';

/** Resolves to the page's measurements, or to undefined if the page hangs. */
async function readMeasurements(page: Page): Promise<Measurements | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<undefined>((resolve) => (timer = setTimeout(() => resolve(undefined), 15_000)));
  const measurements = await Promise.race([page.evaluate(() => window.readMeasurements()).catch(() => undefined), timeout]);
  clearTimeout(timer);
  return measurements;
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Polls the measurements until `condition` returns true. */
async function waitUntil(page: Page, deadline: number, condition: (measurements: Measurements) => boolean): Promise<Result> {
  for (;;) {
    const measurements = await readMeasurements(page);
    if (!measurements) return 'hung';
    if (condition(measurements)) return measurements;
    if (Date.now() > deadline) return 'late';
    await pause(100);
  }
}

/** Whether a step ends the fault. */
const endsFault = (step: Step): boolean =>
  'turnFault' in step ? step.turnFault === 'off' : 'do' in step && (step.do === 'online' || step.do === 'play');

const hasError = ({ error }: Measurements): boolean => error !== null;

/** Runs one scenario in its own page and returns its outcome. */
export async function runScenario(browser: Browser, origin: string, scenario: Scenario, subject: Subject): Promise<Outcome> {
  const { name, plan, live = false, steps = [], reachSeconds = 0, timeoutSeconds } = scenario;
  const protocol = subject.endsWith('hls') || subject === 'hls.js' ? 'hls' : 'dash';
  const base = `${origin}/fault/${plan}@${process.pid}-${runCount++}`;
  const context = await browser.newContext();
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(String(error)));
  try {
    await page.goto(`${origin}/page.html`);
    const src = `${base}/${paths[protocol][live ? 'live' : 'vod']}`;
    await page.evaluate(playAndMeasure, { subject, src, live });
    const deadline = Date.now() + timeoutSeconds * 1000;
    let result = await waitUntil(page, deadline, (measurements) => hasError(measurements) || measurements.firstFrameAt > 0);
    let faultEndedAt = NaN;
    let playedInSteps = 0;
    for (const step of steps) {
      if (typeof result === 'string' || hasError(result)) break;
      const before = result;
      result = await runStep(page, step, deadline, base, before);
      if (endsFault(step)) faultEndedAt = before.now;
      if (typeof result !== 'string') playedInSteps = result.playedSeconds;
      if (!Number.isNaN(faultEndedAt) && typeof result !== 'string') faultEndedAt = Math.max(faultEndedAt, result.now);
    }
    // A bare engine may continue after it has reported an error, and then counts as playing.
    const hasReached = ({ isAdvancing, playedSeconds, mediaTime }: Measurements): boolean =>
      isAdvancing && (live ? playedSeconds >= playedInSteps + reachSeconds : mediaTime >= reachSeconds);
    if (typeof result !== 'string')
      result = await waitUntil(
        page,
        deadline,
        (measurements) => (hasError(measurements) && (scenario.must === 'reports' || !measurements.isAdvancing)) || hasReached(measurements)
      );
    const last = typeof result === 'string' ? await readMeasurements(page) : result;
    const response = await fetch(`${base}/!report`);
    const { faultTimes } = (await response.json()) as { faultTimes: number[] };
    await fetch(`${base}/!end`);
    if (last?.injectedScriptRan) problems.push('a string of the manifest ran as a script');
    const verdict = result === 'hung' || !last ? 'hung' : hasReached(last) ? 'plays' : last.error ? 'reports' : 'silent';
    if (verdict === 'silent' && process.env.FAULTS_DEBUG) console.log(name, subject, last?.videoState);
    return {
      subject,
      scenario: name,
      verdict,
      code: last?.error?.code ?? '',
      errorSeconds: (last?.error?.at ?? NaN) / 1000,
      firstFrameSeconds: (last?.firstFrameAt ?? NaN) / 1000,
      stallSeconds: (last?.stallMs ?? NaN) / 1000,
      resumeSeconds: last && !Number.isNaN(faultEndedAt) ? Math.max(0, last.resumedAt - faultEndedAt) / 1000 : NaN,
      blockedMs: last?.blockedMs ?? NaN,
      requestsPerSecond: faultTimes.length / Math.max(1, ((faultTimes.at(-1) ?? 0) - (faultTimes[0] ?? 0)) / 1000),
      recoveryStepsPerMinute: countRecoverySteps(last?.health ?? {}, (last?.now ?? 0) / 1000),
      interruptions: last?.interruptions ?? [],
      health: Object.fromEntries(Object.entries(last?.health ?? {}).filter(([, count]) => count > 0)),
      problems
    };
  } finally {
    // A page that hangs cannot be closed; the browser discards it with its context.
    await Promise.race([context.close(), pause(5000)]);
  }
}

/** Runs a step; resolves to the measurements after it. */
async function runStep(page: Page, step: Step, deadline: number, base: string, before: Measurements): Promise<Result> {
  if ('playSeconds' in step)
    return waitUntil(page, deadline, (measurements) => measurements.playedSeconds >= step.playSeconds || hasError(measurements));
  if ('turnFault' in step) await fetch(`${base}/!${step.turnFault}`);
  else if ('waitSeconds' in step) await pause(step.waitSeconds * 1000);
  else if ('seekTo' in step) await page.evaluate((time) => void (window.video.currentTime = time), step.seekTo);
  else if (step.do === 'offline' || step.do === 'online') await page.context().setOffline(step.do === 'offline');
  else
    await page.evaluate((command) => {
      window.video.dispatchEvent(new Event(`${command}-requested`));
      if (window.player) void window.player.playback[command]();
      else void window.video[command]();
    }, step.do);
  return (await readMeasurements(page)) ?? (before.now > 0 ? 'hung' : 'late');
}
