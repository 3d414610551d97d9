import { iconOf } from '../icons.js';
import type { Setting } from './setting.js';

// Lucide 1.62, as in `icons`, which loads earlier.
const leaf = iconOf(
  'M11 20A7 7 0 0 1 9.8 6.1C15.5 5 17 4.48 19 2c1 2 2 4.18 2 8 0 5.5-4.78 10-10 10ZM2 21c0-3 1.85-5.36 5.08-6C9.5 14.52 12 13 13 12'
);

/** The data saver, also before a source has loaded, because its first segments count too; not for a source with one rendition. */
export const dataSaver: Setting = (view) => {
  const { player, state, t } = view;
  const { renditions, dataSaver: isOn } = state.quality;
  const notLoaded = renditions.length === 0 && Number.isNaN(state.time.duration);
  if (state.cast.status !== 'off' || view.audio || (renditions.length < 2 && !notLoaded && !isOn)) return undefined;
  return {
    name: 'data-saver',
    label: t.dataSaver,
    icon: leaf,
    checked: isOn,
    run() {
      player.quality.setDataSaver(!isOn);
      view.notify(({ state: { quality }, t: texts }) => (quality.dataSaver ? texts.dataSaverOn : texts.dataSaverOff));
    }
  };
};
