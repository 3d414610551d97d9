import type { Scenario, Step } from './scenario.js';

/** Returns the steps that turn a fault on for some seconds, and seek to a position that is not buffered. */
const outage = (seekTo: number, seconds = 10): readonly Step[] => [
  { playSeconds: 2 },
  { turnFault: 'on' },
  { seekTo },
  { waitSeconds: seconds },
  { turnFault: 'off' }
];
/** Returns the steps that turn a fault on for some seconds during playback. */
const interruption = (seconds: number): readonly Step[] => [
  { playSeconds: 3 },
  { turnFault: 'on' },
  { waitSeconds: seconds },
  { turnFault: 'off' }
];

/** The 31 scenarios: the faults of a server, a network or an encoder that a player meets. */
export const scenarios: readonly Scenario[] = [
  { name: 'manifest-404', plan: 'manifest-404', must: 'reports', timeoutSeconds: 15, limits: { errorSeconds: 3 }, isRepresentative: true },
  {
    name: 'manifest-5xx-then-200',
    plan: 'manifest-5xx-then-200',
    must: 'plays',
    reachSeconds: 3,
    timeoutSeconds: 30,
    limits: { firstFrameSeconds: 5 },
    isRepresentative: true
  },
  {
    name: 'manifest-is-html',
    plan: 'manifest-is-html',
    must: 'reports',
    timeoutSeconds: 15,
    limits: { errorSeconds: 3 },
    isRepresentative: true
  },
  {
    name: 'manifest-empty',
    plan: 'manifest-empty',
    must: 'reports',
    timeoutSeconds: 15,
    limits: { errorSeconds: 3 },
    isRepresentative: true
  },
  {
    name: 'manifest-malformed',
    plan: 'manifest-malformed',
    must: 'reports',
    timeoutSeconds: 15,
    limits: { errorSeconds: 3 },
    isRepresentative: true
  },
  {
    name: 'manifest-hangs',
    plan: 'manifest-hangs',
    must: 'reports',
    timeoutSeconds: 25,
    limits: { errorSeconds: 12 },
    isRepresentative: true
  },
  {
    name: 'manifest-redirect-loop',
    plan: 'manifest-redirect-loop',
    must: 'reports',
    timeoutSeconds: 15,
    limits: { errorSeconds: 3 },
    isRepresentative: true
  },
  {
    name: 'manifest-of-50-mb',
    plan: 'manifest-of-50-mb',
    must: 'either',
    reachSeconds: 2,
    timeoutSeconds: 45,
    limits: { blockedSeconds: 1 },
    isRepresentative: true
  },
  {
    name: 'manifest-of-100000-segments',
    plan: 'manifest-of-100000-segments',
    must: 'plays',
    reachSeconds: 3,
    timeoutSeconds: 45,
    limits: { blockedSeconds: 1.5 },
    isRepresentative: true
  },
  { name: 'hostile-strings', plan: 'hostile-strings', must: 'plays', reachSeconds: 3, timeoutSeconds: 30, isRepresentative: true },
  { name: 'hostile-numbers', plan: 'hostile-numbers', must: 'either', reachSeconds: 3, timeoutSeconds: 30, isRepresentative: true },
  {
    name: 'wrong-content-type',
    plan: 'wrong-content-type',
    must: 'plays',
    reachSeconds: 3,
    timeoutSeconds: 30,
    limits: { stallSeconds: 0.5 },
    isRepresentative: true
  },
  {
    name: 'segment-404-twice',
    plan: 'segment-404-twice',
    must: 'plays',
    reachSeconds: 11,
    timeoutSeconds: 40,
    limits: { stallSeconds: 2 },
    isRepresentative: true
  },
  {
    name: 'segment-missing',
    plan: 'segment-missing',
    must: 'plays',
    reachSeconds: 13,
    timeoutSeconds: 40,
    limits: { stallSeconds: 4 },
    isRepresentative: true
  },
  { name: 'segment-corrupt', plan: 'segment-corrupt', must: 'plays', reachSeconds: 13, timeoutSeconds: 40, limits: { stallSeconds: 2 } },
  {
    name: 'segment-truncated',
    plan: 'segment-truncated',
    must: 'plays',
    reachSeconds: 13,
    timeoutSeconds: 40,
    limits: { stallSeconds: 4 }
  },
  {
    name: 'segment-connection-reset',
    plan: 'segment-connection-reset',
    must: 'plays',
    reachSeconds: 13,
    timeoutSeconds: 40,
    limits: { stallSeconds: 2 }
  },
  { name: 'segment-hangs', plan: 'segment-hangs', must: 'plays', reachSeconds: 13, timeoutSeconds: 40, limits: { stallSeconds: 5 } },
  {
    name: 'slow-segments-10s',
    plan: 'slow-segments-10s',
    must: 'plays',
    steps: outage(400),
    reachSeconds: 405,
    timeoutSeconds: 50,
    limits: { stallSeconds: 12 }
  },
  {
    name: 'html-segments-8s',
    plan: 'html-segments-8s',
    must: 'plays',
    steps: outage(400, 8),
    reachSeconds: 405,
    timeoutSeconds: 45,
    limits: { stallSeconds: 12, resumeSeconds: 1.5, requestsPerSecond: 3 }
  },
  { name: 'audio-track-missing', plan: 'audio-track-missing', must: 'either', reachSeconds: 6, timeoutSeconds: 40 },
  {
    name: 'highest-rendition-missing',
    plan: 'highest-rendition-missing',
    must: 'plays',
    reachSeconds: 12,
    timeoutSeconds: 40,
    limits: { stallSeconds: 2 }
  },
  {
    name: 'vod-outage-10s',
    plan: 'outage',
    must: 'plays',
    steps: outage(400),
    reachSeconds: 405,
    timeoutSeconds: 45,
    limits: { stallSeconds: 12, resumeSeconds: 1.5, requestsPerSecond: 3 },
    isRepresentative: true
  },
  {
    name: 'all-403-8s',
    plan: 'all-403-8s',
    must: 'plays',
    steps: outage(400, 8),
    reachSeconds: 405,
    timeoutSeconds: 45,
    limits: { resumeSeconds: 2, requestsPerSecond: 3 },
    isRepresentative: true
  },
  {
    name: 'live-outage-10s',
    plan: 'live-outage',
    live: true,
    must: 'plays',
    steps: interruption(10),
    reachSeconds: 5,
    timeoutSeconds: 60,
    limits: { stallSeconds: 3, resumeSeconds: 2, requestsPerSecond: 3 },
    isRepresentative: true
  },
  {
    name: 'live-freeze-15s',
    plan: 'live-freeze-15s',
    live: true,
    must: 'plays',
    steps: interruption(15),
    reachSeconds: 6,
    timeoutSeconds: 60
  },
  {
    name: 'live-edge-404',
    plan: 'live-edge-404',
    live: true,
    must: 'plays',
    steps: [{ playSeconds: 10 }],
    reachSeconds: 4,
    timeoutSeconds: 60,
    limits: { stallSeconds: 2 }
  },
  {
    name: 'live-segment-missing',
    plan: 'live-segment-missing',
    live: true,
    must: 'plays',
    steps: [{ playSeconds: 16 }],
    reachSeconds: 2,
    timeoutSeconds: 60,
    limits: { stallSeconds: 4 }
  },
  {
    name: 'live-restart',
    plan: 'live-restart',
    live: true,
    must: 'plays',
    steps: [{ playSeconds: 3 }, { turnFault: 'on' }, { waitSeconds: 8 }],
    reachSeconds: 8,
    timeoutSeconds: 70,
    limits: { stallSeconds: 3 }
  },
  {
    name: 'live-pause-15s',
    plan: 'none',
    live: true,
    must: 'plays',
    steps: [{ playSeconds: 3 }, { do: 'pause' }, { waitSeconds: 15 }, { do: 'play' }],
    reachSeconds: 4,
    timeoutSeconds: 50,
    limits: { stallSeconds: 1 }
  },
  {
    name: 'live-offline-20s',
    plan: 'none',
    live: true,
    must: 'plays',
    steps: [{ playSeconds: 3 }, { do: 'offline' }, { waitSeconds: 20 }, { do: 'online' }],
    reachSeconds: 5,
    timeoutSeconds: 70,
    limits: { resumeSeconds: 1.5 }
  }
];
