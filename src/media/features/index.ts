import { audio } from './audio.js';
import { captions } from './captions.js';
import { cast } from './cast.js';
import { chapters } from './chapters.js';
import { consent } from './consent.js';
import { content } from './content.js';
import { descriptions } from './descriptions.js';
import { fullscreen } from './fullscreen.js';
import { live } from './live.js';
import { mediaSession } from './media-session.js';
import { preferences } from './preferences.js';
import { pip } from './pip.js';
import { playback } from './playback.js';
import { privacy } from './privacy.js';
import { quality } from './quality.js';
import { source } from './source-status.js';
import { stats } from './stats.js';
import { thumbnails } from './thumbnails.js';
import { time } from './time.js';
import { transcript } from './transcript.js';
import { volume } from './volume.js';
import { withdrawals } from './withdrawals.js';

/** The features of the player. A new feature needs one file and one entry here; this list defines the types of state and commands. */
export const features = {
  playback,
  time,
  volume,
  withdrawals,
  quality,
  audio,
  captions,
  descriptions,
  transcript,
  chapters,
  thumbnails,
  content,
  live,
  fullscreen,
  pip,
  mediaSession,
  consent,
  preferences,
  cast,
  privacy,
  stats,
  source
} as const;

/** The features that describe the media wherever it plays: during Cast they follow the receiver. */
export const receiverFeatures: readonly (keyof typeof features)[] = [
  'playback',
  'time',
  'volume',
  'quality',
  'audio',
  'captions',
  'chapters',
  'live'
];
