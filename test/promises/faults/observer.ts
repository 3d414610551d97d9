import type { Player } from '../../../src/media/index.js';

/** The page's measurements so far; times in milliseconds of its own clock, from the moment the source was set. */
export interface Seen {
  readonly now: number;
  /** Seconds on the video's timeline, and seconds played in total. */
  readonly time: number;
  readonly played: number;
  readonly first: number;
  readonly stall: number;
  /** When playback last resumed after a stall. */
  readonly moved: number;
  readonly moving: boolean;
  readonly error: { readonly code: string; readonly at: number } | null;
  readonly blocked: number;
  readonly interruptions: readonly string[];
  readonly health: Readonly<Record<string, number>>;
  readonly pwned: boolean;
  readonly detail: string;
}

declare global {
  interface Window {
    measured(): Seen;
    video: HTMLVideoElement;
    player?: Player;
    pwned?: number;
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

/** Runs in the page: plays `src` and records what happens. Serialized, so it may use nothing from outside. */
export async function observe({ subject, src, live }: { subject: string; src: string; live: boolean }): Promise<void> {
  const video = (window.video = Object.assign(document.createElement('video'), { muted: true, width: 1280, height: 720, autoplay: true }));
  document.body.append(video);
  const start = performance.now();
  const now = () => performance.now() - start;
  let error: Seen['error'] = null;
  let [first, stall, moved, played, blocked, last, lastTime, lastMove] = [NaN, 0, 0, 0, 0, now(), -1, NaN];
  let moving = false;
  const interruptions: string[] = [];
  const fail = (code: string) => (error ??= { code, at: now() });

  setInterval(() => {
    const at = now();
    const step = at - last;
    blocked = Math.max(blocked, step - 50);
    last = at;
    const moves = video.currentTime !== lastTime && !video.seeking && video.readyState >= 2 && lastTime >= 0;
    const delta = video.currentTime - lastTime;
    lastTime = video.currentTime;
    if (moves && delta > 0) {
      if (Number.isNaN(first)) first = at;
      if (delta < 1.5) played += delta;
      if (!moving) moved = at;
      moving = true;
      lastMove = at;
    } else if (!Number.isNaN(first) && !video.ended && !pausing) {
      // A media clock that is read twenty times a second may not have advanced between two readings.
      if (at - lastMove > 200) {
        stall += moving ? at - lastMove : step;
        moving = false;
      }
    }
  }, 50);
  let pausing = false;
  video.addEventListener('pause-requested', () => (pausing = true));
  video.addEventListener('play-requested', () => (pausing = false));

  window.measured = () => ({
    now: now(),
    time: video.currentTime,
    played,
    first,
    stall,
    moved,
    moving,
    error,
    blocked,
    interruptions,
    health: { ...window.player?.health },
    pwned: window.pwned !== undefined,
    detail: `${window.player?.state.current.source.status} ready=${video.readyState} paused=${video.paused} seeking=${video.seeking} t=${video.currentTime.toFixed(2)} buffered=${[...Array(video.buffered.length).keys()].map((index) => `${video.buffered.start(index).toFixed(1)}-${video.buffered.end(index).toFixed(1)}`)}`
  });

  if (subject.startsWith('jet')) {
    const module = '/dist/media.js';
    const { createPlayer } = (await import(module)) as typeof import('../../../src/media/index.js');
    const player = (window.player = createPlayer({ video }));
    player.state.subscribe(({ source: { error: failure, interruption } }) => {
      if (failure) fail(failure.code);
      if (interruption && interruptions.at(-1) !== interruption.kind) interruptions.push(interruption.kind);
    });
    player.load([{ src }]);
    if (live) void player.playback.play().catch(() => undefined);
  } else if (subject === 'hls.js') {
    const module = '/peers/hls.js/dist/hls.mjs';
    const { default: Hls } = (await import(module)) as typeof import('hls.js');
    const hls = new Hls();
    hls.on(Hls.Events.ERROR, (_, data) => data.fatal && fail(data.details));
    hls.loadSource(src);
    hls.attachMedia(video);
  } else {
    const script = document.createElement('script');
    script.src = '/peers/dashjs/dist/modern/umd/dash.all.min.js';
    document.head.append(script);
    await new Promise((resolve) => (script.onload = resolve));
    const player = window.dashjs!.MediaPlayer().create();
    player.on('error', ({ error: failure }) => fail(String(failure?.code)));
    player.initialize(video, src, true);
  }
}
