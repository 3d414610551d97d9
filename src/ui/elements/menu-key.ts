interface MenuKeyContext {
  /** The items of the menu, in order. */
  readonly items: readonly HTMLElement[];
  readonly rtl: boolean;
  /** Whether a submenu is open. */
  readonly inSubmenu: boolean;
}

/**
 * Returns what a key does in a menu, following the ARIA Authoring Practices: the item to focus or an action; undefined for other keys.
 * A key with a modifier does nothing here, so the browser's own shortcuts work.
 */
export function actionForKey(
  event: KeyboardEvent,
  { items, rtl, inSubmenu }: MenuKeyContext
): 'act' | 'back' | 'close' | 'closeOnTab' | HTMLElement | undefined {
  if (event.ctrlKey || event.metaKey || event.altKey) return undefined;
  const { key } = event;
  const index = items.indexOf(event.target as HTMLElement);
  if (items[index]?.localName === 'jet-slider' && !/^(ArrowUp|ArrowDown|Escape|Tab)$/.test(key)) return undefined;
  const inward = key === (rtl ? 'ArrowLeft' : 'ArrowRight');
  const outward = key === (rtl ? 'ArrowRight' : 'ArrowLeft');
  if (key === 'Tab') return 'closeOnTab';
  if (key === 'Enter' || key === ' ' || (inward && items[index]?.ariaHasPopup)) return 'act';
  if ((key === 'Escape' || outward) && inSubmenu) return 'back';
  if (key === 'Escape') return 'close';
  if (key === 'ArrowDown') return items[(index + 1) % items.length];
  if (key === 'ArrowUp') return items.at(index - 1);
  if (key === 'Home') return items[0];
  if (key === 'End') return items.at(-1);
  return key.length === 1 ? findItem(key, [...items.slice(index + 1), ...items.slice(0, index + 1)]) : undefined;
}

const nameOf = (item: HTMLElement): string => item.querySelector('.name')?.textContent?.trim().toLowerCase() ?? '';

const findItem = (letter: string, items: readonly HTMLElement[]): HTMLElement | undefined =>
  items.find((item) => nameOf(item).startsWith(letter.toLowerCase()));
