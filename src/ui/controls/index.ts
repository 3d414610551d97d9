import type { Control } from '../control.js';
import { airplay } from './airplay.js';
import { bigPlay } from './big-play.js';
import { captions } from './captions.js';
import { cast } from './cast.js';
import { chapter } from './chapter.js';
import { description } from './description.js';
import { download } from './download.js';
import { elsewhere } from './elsewhere.js';
import { error } from './error.js';
import { fullscreen } from './fullscreen.js';
import { latency } from './latency.js';
import { live } from './live.js';
import { loading } from './loading.js';
import { mute } from './mute.js';
import { pip } from './pip.js';
import { play } from './play.js';
import { privacy } from './privacy.js';
import { prompt } from './prompt.js';
import { seek } from './seek.js';
import { settings } from './settings.js';
import { skipBack, skipForward } from './skip.js';
import { time } from './time.js';
import { title } from './title.js';
import { volume } from './volume.js';

/** The controls by their place, in the order of the screen, of the Tab key and of reading. A new one is one file and one line here. */
export const controls = {
  top: [title],
  centre: [elsewhere, skipBack, bigPlay, skipForward, loading, prompt, error],
  timeline: [seek],
  start: [play, mute, volume, time, live, chapter],
  end: [captions, description, download, privacy, settings, cast, airplay, pip, fullscreen]
} as const satisfies Record<string, readonly Control[]>;

export type Place = keyof typeof controls;

/** The controls of every place. */
export type Arrangement = Readonly<Record<Place, readonly Control[]>>;

/** What is drawn only where a page names it; its place unless the page says another. */
export const onRequest = { start: [latency] } as const satisfies Partial<Record<Place, readonly Control[]>>;

/** What tells the viewer how it is; no arrangement leaves it out. */
export const lasting: readonly Control[] = [elsewhere, loading, prompt, error];
