import type { Player } from '../../../src/media/index.js';

/** The page's measurements so far. `now` and the names that end in `At` are milliseconds since the source was set. */
export interface Measurements {
  readonly now: number;
  /** The playback position in seconds. */
  readonly mediaTime: number;
  readonly playedSeconds: number;
  /** When the first frame was shown; NaN before it. */
  readonly firstFrameAt: number;
  /** The sum of all stalls. */
  readonly stallMs: number;
  /** When playback last resumed after a stall. */
  readonly resumedAt: number;
  readonly isAdvancing: boolean;
  readonly error: { readonly code: string; readonly at: number } | null;
  /** The longest time in which the main thread was busy without a break. */
  readonly blockedMs: number;
  readonly interruptions: readonly string[];
  readonly health: Readonly<Record<string, number>>;
  /** Whether a script in a string of the manifest ran. */
  readonly injectedScriptRan: boolean;
  /** The state of the video, as text for a log. */
  readonly videoState: string;
}

declare global {
  interface Window {
    readMeasurements(): Measurements;
    video: HTMLVideoElement;
    player?: Player;
    injectedScriptRan?: number;
    dashjs?: {
      MediaPlayer(): {
        create(): {
          initialize(video: HTMLVideoElement, src: string, autoplay: boolean): void;
          on(type: string, listener: (event: { error?: { code?: number } }) => void): void;
        };
      };
    };
  }
}

/** Plays `src` and measures playback. Runs in the page, to which it is sent as text, so it may use nothing from outside. */
export async function playAndMeasure({ subject, src, live }: { subject: string; src: string; live: boolean }): Promise<void> {
  const video = (window.video = Object.assign(document.createElement('video'), { muted: true, width: 1280, height: 720, autoplay: true }));
  document.body.append(video);
  const start = performance.now();
  const now = () => performance.now() - start;
  let error: Measurements['error'] = null;
  let [firstFrameAt, stallMs, resumedAt, playedSeconds, blockedMs] = [NaN, 0, 0, 0, 0];
  let [lastReadAt, lastMediaTime, lastAdvanceAt] = [now(), -1, NaN];
  let isAdvancing = false;
  const interruptions: string[] = [];
  const recordError = (code: string) => (error ??= { code, at: now() });

  setInterval(() => {
    const readAt = now();
    const interval = readAt - lastReadAt;
    blockedMs = Math.max(blockedMs, interval - 50);
    lastReadAt = readAt;
    const isPlaying = video.currentTime !== lastMediaTime && !video.seeking && video.readyState >= 2 && lastMediaTime >= 0;
    const advance = video.currentTime - lastMediaTime;
    lastMediaTime = video.currentTime;
    if (isPlaying && advance > 0) {
      if (Number.isNaN(firstFrameAt)) firstFrameAt = readAt;
      if (advance < 1.5) playedSeconds += advance;
      if (!isAdvancing) resumedAt = readAt;
      isAdvancing = true;
      lastAdvanceAt = readAt;
    } else if (!Number.isNaN(firstFrameAt) && !video.ended && !isPauseRequested) {
      // A media clock that is read twenty times a second may not have advanced between two readings.
      if (readAt - lastAdvanceAt > 200) {
        stallMs += isAdvancing ? readAt - lastAdvanceAt : interval;
        isAdvancing = false;
      }
    }
  }, 50);
  let isPauseRequested = false;
  video.addEventListener('pause-requested', () => (isPauseRequested = true));
  video.addEventListener('play-requested', () => (isPauseRequested = false));

  window.readMeasurements = () => ({
    now: now(),
    mediaTime: video.currentTime,
    playedSeconds,
    firstFrameAt,
    stallMs,
    resumedAt,
    isAdvancing,
    error,
    blockedMs,
    interruptions,
    health: { ...window.player?.health },
    injectedScriptRan: window.injectedScriptRan !== undefined,
    videoState: `${window.player?.state.current.source.status} ready=${video.readyState} paused=${video.paused} seeking=${video.seeking} t=${video.currentTime.toFixed(2)} buffered=${[...Array(video.buffered.length).keys()].map((index) => `${video.buffered.start(index).toFixed(1)}-${video.buffered.end(index).toFixed(1)}`)}`
  });

  if (subject.startsWith('jet')) {
    const module = '/dist/media.js';
    const { createPlayer } = (await import(module)) as typeof import('../../../src/media/index.js');
    const player = (window.player = createPlayer({ video }));
    player.state.subscribe(({ source: { error: failure, interruption } }) => {
      if (failure) recordError(failure.code);
      if (interruption && interruptions.at(-1) !== interruption.kind) interruptions.push(interruption.kind);
    });
    player.load([{ src }]);
    if (live) void player.playback.play().catch(() => undefined);
  } else if (subject === 'hls.js') {
    const module = '/peers/hls.js/dist/hls.mjs';
    const { default: Hls } = (await import(module)) as typeof import('hls.js');
    const hls = new Hls();
    hls.on(Hls.Events.ERROR, (_, data) => data.fatal && recordError(data.details));
    hls.loadSource(src);
    hls.attachMedia(video);
  } else {
    const script = document.createElement('script');
    script.src = '/peers/dashjs/dist/modern/umd/dash.all.min.js';
    document.head.append(script);
    await new Promise((resolve) => (script.onload = resolve));
    const player = window.dashjs!.MediaPlayer().create();
    player.on('error', ({ error: failure }) => recordError(String(failure?.code)));
    player.initialize(video, src, true);
  }
}
