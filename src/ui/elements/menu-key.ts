interface MenuKeyContext {
  /** The lines of the menu, in their order. */
  readonly lines: readonly HTMLElement[];
  readonly rtl: boolean;
  /** A sub menu is open. */
  readonly inner: boolean;
}

/**
 * What a key means in a menu, by the ARIA Authoring Practices: a line to go to, or what to do; undefined when it means nothing
 * here. The key is kept from the player's shortcuts, for letters find lines here; with a modifier it is left to the browser.
 */
export function menuKey(
  event: KeyboardEvent,
  { lines, rtl, inner }: MenuKeyContext
): 'act' | 'back' | 'close' | 'leave' | HTMLElement | undefined {
  if (event.ctrlKey || event.metaKey || event.altKey) return undefined;
  event.stopPropagation();
  const { key } = event;
  const index = lines.indexOf(event.target as HTMLElement);
  const inward = key === (rtl ? 'ArrowLeft' : 'ArrowRight');
  const outward = key === (rtl ? 'ArrowRight' : 'ArrowLeft');
  if (key === 'Tab') return 'leave';
  if (key === 'Enter' || key === ' ' || (inward && lines[index]?.ariaHasPopup)) return 'act';
  if ((key === 'Escape' || outward) && inner) return 'back';
  if (key === 'Escape') return 'close';
  if (key === 'ArrowDown') return lines[(index + 1) % lines.length];
  if (key === 'ArrowUp') return lines.at(index - 1);
  if (key === 'Home') return lines[0];
  if (key === 'End') return lines.at(-1);
  return key.length === 1 ? lineOf(key, [...lines.slice(index + 1), ...lines.slice(0, index + 1)]) : undefined;
}

const nameOf = (line: HTMLElement): string => line.querySelector('.name')?.textContent?.trim().toLowerCase() ?? '';

const lineOf = (letter: string, lines: readonly HTMLElement[]): HTMLElement | undefined =>
  lines.find((line) => nameOf(line).startsWith(letter.toLowerCase()));
