import { icons } from '../icons.js';
import type { Setting } from './setting.js';

/** Spoken captions: turns the captions into a live region, which a screen reader announces as it changes. */
export const speakCaptions: Setting = ({ player, state: { captions }, t }) =>
  captions.tracks.length > 0
    ? {
        name: 'speak-captions',
        label: t.speakCaptions,
        icon: icons.speakCaptions,
        value: String(captions.speakCaptions),
        summary: captions.speakCaptions ? t.speakCaptionsOn : t.captionsOff,
        choices: [
          { value: 'false', label: t.captionsOff },
          { value: 'true', label: t.speakCaptionsOn }
        ],
        choose: (value) => player.captions.setSpeakCaptions(value === 'true')
      }
    : undefined;
