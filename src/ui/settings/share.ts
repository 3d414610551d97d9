import type { MenuAction } from '../elements/menu-item.js';
import { menuIcons } from '../icons/menu-icons.js';
import { copyLinkWithNotice, forgetUncopiedPart, isShareable } from '../sharing/copy-link.js';
import type { View } from '../view.js';

/** Returns the items that copy a link to this moment and share a clip; none where there is no link. */
export function share(view: View): MenuAction[] {
  if (!isShareable(view)) return [];
  const { state, t } = view;
  return [
    {
      name: 'copy-link',
      label: t.copyLinkNow,
      icon: menuIcons.link,
      run: () => void copyLinkWithNotice(view, { start: Math.floor(state.time.current) })
    },
    { name: 'share', label: t.shareClip, icon: menuIcons.clip, run: () => (forgetUncopiedPart(view.player), view.show('share')) }
  ];
}

/** Returns the item below the chapters that copies a link to the current one. */
export function chapterLink(view: View, title: string): MenuAction[] {
  const { list, current } = view.state.chapters;
  const chapter = list[current];
  if (!chapter || !isShareable(view)) return [];
  return [
    {
      name: 'copy-link',
      label: `${view.t.copyLink}: ${title}`,
      icon: menuIcons.link,
      run: () => void copyLinkWithNotice(view, { start: chapter.start })
    }
  ];
}
