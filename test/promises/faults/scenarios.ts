import type { Scenario, Step } from './scenario.js';

/** Ten seconds without the server, from a position that is not buffered. */
const outage = (seek: number, seconds = 10): readonly Step[] => [
  { played: 2 },
  { turn: 'on' },
  { seek },
  { wait: seconds },
  { turn: 'off' }
];
const interruption = (seconds: number): readonly Step[] => [{ played: 3 }, { turn: 'on' }, { wait: seconds }, { turn: 'off' }];

/** The 31 scenarios: the faults of a server, a network or an encoder that a player meets. */
export const scenarios: readonly Scenario[] = [
  { name: 'man-404', plan: 'man-404', must: 'reports', limit: 15, within: { report: 3 }, quick: true },
  { name: 'man-5xx-then-ok', plan: 'man-5xx-then-ok', must: 'plays', to: 3, limit: 30, within: { first: 5 }, quick: true },
  { name: 'man-html', plan: 'man-html', must: 'reports', limit: 15, within: { report: 3 }, quick: true },
  { name: 'man-empty', plan: 'man-empty', must: 'reports', limit: 15, within: { report: 3 }, quick: true },
  { name: 'man-malformed', plan: 'man-malformed', must: 'reports', limit: 15, within: { report: 3 }, quick: true },
  { name: 'man-hang', plan: 'man-hang', must: 'reports', limit: 25, within: { report: 12 }, quick: true },
  { name: 'man-redirect-loop', plan: 'man-redirect-loop', must: 'reports', limit: 15, within: { report: 3 }, quick: true },
  { name: 'man-50mb', plan: 'man-50mb', must: 'either', to: 2, limit: 45, within: { blocked: 1 }, quick: true },
  { name: 'man-100k', plan: 'man-100k', must: 'plays', to: 3, limit: 45, within: { blocked: 1.5 }, quick: true },
  { name: 'hostile-strings', plan: 'hostile-strings', must: 'plays', to: 3, limit: 30, quick: true },
  { name: 'hostile-numbers', plan: 'hostile-numbers', must: 'either', to: 3, limit: 30, quick: true },
  { name: 'wrong-ctype', plan: 'wrong-ctype', must: 'plays', to: 3, limit: 30, within: { stall: 0.5 }, quick: true },
  { name: 'seg-404x2', plan: 'seg-404x2', must: 'plays', to: 11, limit: 40, within: { stall: 2 }, quick: true },
  { name: 'seg-gap', plan: 'seg-gap', must: 'plays', to: 13, limit: 40, within: { stall: 4 }, quick: true },
  { name: 'seg-corrupt', plan: 'seg-corrupt', must: 'plays', to: 13, limit: 40, within: { stall: 2 } },
  { name: 'seg-truncated', plan: 'seg-truncated', must: 'plays', to: 13, limit: 40, within: { stall: 4 } },
  { name: 'seg-reset', plan: 'seg-reset', must: 'plays', to: 13, limit: 40, within: { stall: 2 } },
  { name: 'seg-hang', plan: 'seg-hang', must: 'plays', to: 13, limit: 40, within: { stall: 5 } },
  { name: 'slow-10s', plan: 'slow-10s', must: 'plays', steps: outage(400), to: 405, limit: 50, within: { stall: 12 } },
  {
    name: 'html-segments-8s',
    plan: 'html-segments-8s',
    must: 'plays',
    steps: outage(400, 8),
    to: 405,
    limit: 45,
    within: { stall: 12, back: 1.5, storm: 3 }
  },
  { name: 'audio-dead', plan: 'audio-dead', must: 'either', to: 6, limit: 40 },
  { name: 'top-dead', plan: 'top-dead', must: 'plays', to: 12, limit: 40, within: { stall: 2 } },
  {
    name: 'vod-outage-10s',
    plan: 'outage',
    must: 'plays',
    steps: outage(400),
    to: 405,
    limit: 45,
    within: { stall: 12, back: 1.5, storm: 3 },
    quick: true
  },
  { name: 'token-403-8s', plan: 'token-403-8s', must: 'plays', steps: outage(400, 8), to: 405, limit: 45, within: { back: 2, storm: 3 } },
  {
    name: 'live-outage-10s',
    plan: 'live-outage',
    live: true,
    must: 'plays',
    steps: interruption(10),
    to: 5,
    limit: 60,
    within: { stall: 3, back: 2, storm: 3 },
    quick: true
  },
  {
    name: 'live-freeze-15s',
    plan: 'live-freeze-15s',
    live: true,
    must: 'plays',
    steps: interruption(15),
    to: 6,
    limit: 60
  },
  {
    name: 'live-404-edge',
    plan: 'live-404-edge',
    live: true,
    must: 'plays',
    steps: [{ played: 10 }],
    to: 4,
    limit: 60,
    within: { stall: 2 }
  },
  { name: 'live-gap', plan: 'live-gap', live: true, must: 'plays', steps: [{ played: 16 }], to: 2, limit: 60, within: { stall: 4 } },
  {
    name: 'live-restart',
    plan: 'live-restart',
    live: true,
    must: 'plays',
    steps: [{ played: 3 }, { turn: 'on' }, { wait: 8 }],
    to: 8,
    limit: 70,
    within: { stall: 3 }
  },
  {
    name: 'live-pause-15s',
    plan: 'none',
    live: true,
    must: 'plays',
    steps: [{ played: 3 }, { do: 'pause' }, { wait: 15 }, { do: 'play' }],
    to: 4,
    limit: 50,
    within: { stall: 1 }
  },
  {
    name: 'live-offline-20s',
    plan: 'none',
    live: true,
    must: 'plays',
    steps: [{ played: 3 }, { do: 'offline' }, { wait: 20 }, { do: 'online' }],
    to: 5,
    limit: 70,
    within: { back: 1.5 }
  }
];
