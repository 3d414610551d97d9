import { icons } from '../icons.js';
import type { Setting } from './index.js';

/** Captions for the ear: what is shown is a live region then, which a screen reader reads out as it changes. */
export const captionsAloud: Setting = ({ player, state: { captions }, t }) =>
  captions.tracks.length > 0
    ? {
        name: 'captions-aloud',
        label: t.captionsAloud,
        icon: icons.aloud,
        value: String(captions.aloud),
        summary: captions.aloud ? t.captionsAloudOn : t.captionsOff,
        choices: [
          { value: 'false', label: t.captionsOff },
          { value: 'true', label: t.captionsAloudOn }
        ],
        choose: (value) => player.captions.setAloud(value === 'true')
      }
    : undefined;
