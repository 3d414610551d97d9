import type { Control } from '../view.js';
import { airplay } from './airplay.js';
import { bigPlay } from './big-play.js';
import { captions } from './captions.js';
import { cast } from './cast.js';
import { chapter } from './chapter.js';
import { credentials } from './credentials.js';
import { description } from './description.js';
import { download } from './download.js';
import { castStatus } from './cast-status.js';
import { error } from './error.js';
import { fullscreen } from './fullscreen.js';
import { latency } from './latency.js';
import { live } from './live.js';
import { loading } from './loading.js';
import { mute } from './mute.js';
import { pip } from './pip.js';
import { pipStatus } from './pip-status.js';
import { play } from './play.js';
import { next, playlist, previous } from './playlist.js';
import { privacy } from './privacy.js';
import { prompt } from './prompt.js';
import { seek } from './seek.js';
import { settings } from './settings.js';
import { skipBack, skipForward } from './skip.js';
import { sleep } from './sleep.js';
import { speed } from './speed.js';
import { time } from './time.js';
import { title } from './title.js';
import { upNext } from './up-next.js';
import { volume } from './volume.js';

/** The controls by slot, in visual, Tab and reading order. A new control is one file and one entry here. */
export const controls = {
  top: [title],
  center: [castStatus, pipStatus, skipBack, bigPlay, skipForward, loading, prompt, upNext, error],
  timeline: [seek],
  start: [previous, play, next, mute, volume, time, live, speed, sleep, chapter],
  end: [captions, description, download, playlist, privacy, credentials, settings, cast, airplay, pip, fullscreen]
} as const satisfies Record<string, readonly Control[]>;

export type Place = keyof typeof controls;

/** The controls of every slot. */
export type Arrangement = Readonly<Record<Place, readonly Control[]>>;

/** Controls that are shown only when the page lists them, by their default slot. */
export const optionalControls = { start: [latency] } as const satisfies Partial<Record<Place, readonly Control[]>>;

/** Controls that report the player's status; every arrangement includes them. */
export const statusControls: readonly Control[] = [castStatus, pipStatus, loading, prompt, upNext, error];
