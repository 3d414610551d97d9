/** Returns the focused element inside `host`, including nested shadow roots; null when the focus is elsewhere. */
export function focusWithin(host: HTMLElement): Element | null {
  const own = host.shadowRoot?.activeElement ?? null;
  let focused: Element | null = own ?? host.querySelector(':focus');
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
  return focused;
}

const reachable = 'a[href], button, input, select, textarea, summary, [tabindex]';

/** Returns the elements that the Tab key reaches in `elements`, in Tab order, including slots and shadow roots. */
export function tabStopsIn(elements: Iterable<Element>): HTMLElement[] {
  return [...elements].flatMap((element) => {
    if (!(element instanceof HTMLElement)) return [];
    if (element instanceof HTMLSlotElement) return tabStopsIn(element.assignedElements({ flatten: true }));
    const own = element.matches(reachable) && element.tabIndex >= 0 && !element.matches(':disabled') && element.checkVisibility();
    return [...(own ? [element] : []), ...tabStopsIn((element.shadowRoot ?? element).children)];
  });
}

/**
 * Keeps the focus, and with it the shortcuts, in the player when the pressed control is about to be removed: after a key press the play
 * button receives it, after a pointer press the video surface. Elements that the page slotted are ignored.
 */
export function keepFocus(root: ParentNode & Node, { target, detail }: MouseEvent): void {
  if (!root.contains(target as Node) || (target as Element).closest('[data-stays]')) return;
  const play = detail === 0 ? root.querySelector<HTMLElement>('[part="play"]') : null;
  const nextFocus = play?.checkVisibility() ? play : root.querySelector<HTMLElement>('.surface');
  nextFocus?.focus({ preventScroll: true });
}
