import { audio } from './audio.js';
import { captions } from './captions.js';
import { cast } from './cast.js';
import { chapters } from './chapters.js';
import { consent } from './consent.js';
import { descriptions } from './descriptions.js';
import { error } from './error.js';
import { fullscreen } from './fullscreen.js';
import { live } from './live.js';
import { mediaSession } from './media-session.js';
import { memory } from './memory.js';
import { picture } from './picture.js';
import { pip } from './pip.js';
import { playback } from './playback.js';
import { privacy } from './privacy.js';
import { quality } from './quality.js';
import { stats } from './stats.js';
import { thumbnails } from './thumbnails.js';
import { time } from './time.js';
import { transcript } from './transcript.js';
import { volume } from './volume.js';

/** The features of the player. A new one is one file and one line here; state and commands get their types from this list. */
export const features = {
  playback,
  time,
  volume,
  quality,
  audio,
  captions,
  descriptions,
  transcript,
  chapters,
  thumbnails,
  picture,
  live,
  fullscreen,
  pip,
  mediaSession,
  consent,
  memory,
  cast,
  privacy,
  stats,
  error
} as const;

/** The features that speak of the film wherever it plays: they follow it to another device. */
export const travelling: readonly (keyof typeof features)[] = [
  'playback',
  'time',
  'volume',
  'quality',
  'audio',
  'captions',
  'chapters',
  'live'
];
