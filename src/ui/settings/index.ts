import type { View } from '../view.js';
import type { MenuAction, MenuItem } from '../elements/menu-item.js';
import { menuIcons } from '../icons/menu-icons.js';
import { isTouchOnly } from '../elements/touch.js';
import { audio } from './audio.js';
import { captions } from './captions.js';
import { chapters } from './chapters.js';
import { dataSaver } from './data-saver.js';
import { chaptersPanel, playlist, privacy, shortcuts, statistics } from './open-panel.js';
import { quality } from './quality.js';
import { share } from './share.js';
import type { Setting } from './setting.js';
import { sleep } from './sleep.js';
import { speed } from './speed.js';

const settings: readonly Setting[] = [quality, dataSaver, speed, captions, audio, chapters, sleep];

/** Maximum number of rows of the menu. */
const maxRows = 6;

/** Returns the items that open a panel; shortcuts need a keyboard. */
function panelsOf(view: View): MenuAction[] {
  const items = [...(view.playlist ? [playlist(view)] : []), privacy(view), ...share(view), statistics(view)];
  return view.options.activeHotkeys.length > 0 && !isTouchOnly() ? [...items, shortcuts(view)] : items;
}

/**
 * Returns the settings that apply now, in the order of the menu; panels for which there is no row are in the last row. At most six settings
 * apply, because a sleep timer is for audio, and the data saver for video. Where six apply, the chapters open in a panel, because the bar
 * has a menu of them.
 */
export function settingsOf(view: View): MenuItem[] {
  const applicableItems = settings.map((setting) => setting(view)).filter((item) => item !== undefined);
  const hasRoom = applicableItems.length < maxRows;
  const rows = hasRoom ? applicableItems : applicableItems.filter(({ name }) => name !== 'chapters');
  const panels = hasRoom ? panelsOf(view) : [chaptersPanel(view), ...panelsOf(view)];
  if (rows.length + panels.length <= maxRows) return [...rows, ...panels];
  const shownPanelCount = Math.max(0, maxRows - 1 - rows.length);
  const more: MenuItem = {
    name: 'more',
    label: view.t.more,
    icon: menuIcons.more,
    choices: [],
    value: '',
    summary: '',
    choose: () => undefined,
    actions: panels.slice(shownPanelCount)
  };
  return [...rows, ...panels.slice(0, shownPanelCount), more];
}
