import type { Player } from '../../media/index.js';
import type { View } from '../view.js';
import { linkAt, type SharedPart } from './link-at.js';

/** The part of the media whose link could not be copied, by player. The panel shows the link until it closes. */
const uncopiedParts = new WeakMap<Player, SharedPart>();

export const uncopiedPart = (player: Player): SharedPart | undefined => uncopiedParts.get(player);

export const forgetUncopiedPart = (player: Player): void => void uncopiedParts.delete(player);

/** Whether a position has a link; those of a live stream have none, because they later mean another part of the stream. */
export const isShareable = ({ options, state }: View): boolean => options.shareUrl !== '' && state.live.streamType !== 'live';

/**
 * Copies the link to a part of the media, and returns whether that was possible. When the page may not write to the clipboard, the
 * panel opens with the link selected.
 */
export async function copyLink(view: View, part: SharedPart): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(linkAt(view.options.shareUrl, part));
    return true;
  } catch {
    uncopiedParts.set(view.player, part);
    view.show('share');
    return false;
  }
}

/** Copies the link, and shows and announces that it was copied. */
export async function copyLinkWithNotice(view: View, part: SharedPart): Promise<void> {
  if (await copyLink(view, part)) view.notify(({ t }) => t.copied);
}
