import { html, nothing } from 'lit';
import { spokenTime } from '../../i18n/format.js';
import type { Control, View } from '../view.js';

/** Returns the title of the entry that follows the one that has ended; undefined when there is none, or the viewer cancelled it. */
export function upNextTitle({ playlist, state: { playback, source, cast } }: View): string | undefined {
  if (!playlist || !playback.ended || playlist.cancelled || source.error || cast.status !== 'off') return undefined;
  return playlist.titles[playlist.current + 1];
}

/** Returns the text that the live region announces at the end of an entry; it does not change while the seconds pass. */
export function upNextText(view: View): string {
  const title = upNextTitle(view);
  return title === undefined ? '' : `${view.t.upNext}: ${title}`;
}

/** The next entry of the playlist at the end of the current one: a button that plays it now, and one that cancels it. */
export const upNext: Control = {
  name: 'up-next',
  shown: (view) => view.menuContents !== undefined && upNextTitle(view) !== undefined,
  render(view) {
    const { playlist, t, audio } = view;
    const { startsIn } = playlist ?? {};
    return html`
      <jet-up-next
        class="up-next"
        part="up-next"
        role="group"
        aria-label=${upNextText(view)}
        exportparts="play-next, cancel-next"
        ?compact=${audio}
        .label=${t.upNext}
        .heading=${upNextTitle(view) ?? ''}
        .note=${startsIn === undefined ? '' : t.upNextIn(spokenTime(startsIn, t.lang))}
        .texts=${[t.playNow, t.cancel]}
        data-stays
        @play=${() => playlist?.next()}
        @cancel=${startsIn === undefined ? nothing : () => playlist?.cancel()}
      ></jet-up-next>
    `;
  }
};
