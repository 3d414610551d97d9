import type { Player } from '../../media/index.js';
import type { View } from '../view.js';
import { linkAt, type SharedPart } from './link-at.js';

/** What a link that could not be copied names, by player: the panel shows it, until it closes. */
const refused = new WeakMap<Player, SharedPart>();

export const refusedPart = (player: Player): SharedPart | undefined => refused.get(player);

export const forgetRefused = (player: Player): void => void refused.delete(player);

/** Whether there is a link to a position: the positions of a live stream change their meaning. */
export const isShareable = ({ options, state }: View): boolean => options.shareUrl !== '' && state.live.streamType !== 'live';

/**
 * Copies the link to a part of the media, and returns whether that was possible. When the page may not write to the clipboard, it opens the
 * panel with the link selected.
 */
export async function copyLink(view: View, part: SharedPart): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(linkAt(view.options.shareUrl, part));
    return true;
  } catch {
    refused.set(view.player, part);
    view.show('share');
    return false;
  }
}

/** Does the same, and shows and announces that the link was copied. */
export async function copyLinkWithNotice(view: View, part: SharedPart): Promise<void> {
  if (await copyLink(view, part)) view.notify(({ t }) => t.copied);
}
