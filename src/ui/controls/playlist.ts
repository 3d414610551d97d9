import { button } from '../button.js';
import { keyFor, type Control } from '../view.js';
import { icons } from '../icons/icons.js';

const neighbourControl = (name: 'previous' | 'next'): Control => ({
  name,
  shown: ({ playlist }) => playlist !== undefined,
  render(view) {
    const { t, playlist } = view;
    const { current = -1, titles = [] } = playlist ?? {};
    const targetIndex = name === 'next' ? current + 1 : current - 1;
    return button({
      name,
      label: t[name],
      icon: name === 'next' ? icons.nextEntry : icons.previousEntry,
      key: keyFor(view, `${name}Entry`),
      disabled: targetIndex < 0 || targetIndex >= titles.length,
      run: () => void playlist?.[name]()
    });
  }
});

/** The controls that play the previous and the next entry of the playlist. */
export const previous = neighbourControl('previous');
export const next = neighbourControl('next');

/** Opens the playlist. */
export const playlist: Control = {
  name: 'playlist',
  shown: (view) => view.playlist !== undefined,
  render: ({ t, panel, show }) =>
    button({ name: 'playlist', label: t.playlist, icon: icons.playlist, run: () => show(panel === 'playlist' ? null : 'playlist') })
};
