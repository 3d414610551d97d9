import { menuIcons } from '../icons/menu-icons.js';
import type { Setting } from './setting.js';

/** The data saver, also before a source has loaded, because its first segments count too; not for a source with one rendition. */
export const dataSaver: Setting = (view) => {
  const { player, state, t } = view;
  const { renditions, dataSaver: isOn } = state.quality;
  const notLoaded = renditions.length === 0 && Number.isNaN(state.time.duration);
  if (state.cast.status !== 'off' || view.audio || (renditions.length < 2 && !notLoaded && !isOn)) return undefined;
  return {
    name: 'data-saver',
    label: t.dataSaver,
    icon: menuIcons.dataSaver,
    checked: isOn,
    run() {
      player.quality.setDataSaver(!isOn);
      view.notify(({ state: { quality }, t: texts }) => (quality.dataSaver ? texts.dataSaverOn : texts.dataSaverOff));
    }
  };
};
