/** The element that has the focus inside `host`, through the shadow roots inside it; null when the focus is elsewhere. */
export function focusWithin(host: HTMLElement): Element | null {
  const own = host.shadowRoot?.activeElement ?? null;
  let focused: Element | null = own ?? host.querySelector(':focus');
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
  return focused;
}

const reachable = 'a[href], button, input, select, textarea, summary, [tabindex]';

/** What the Tab key reaches in `elements`, in its order; through slots and shadow roots. */
export function tabStopsIn(elements: Iterable<Element>): HTMLElement[] {
  return [...elements].flatMap((element) => {
    if (!(element instanceof HTMLElement)) return [];
    if (element instanceof HTMLSlotElement) return tabStopsIn(element.assignedElements({ flatten: true }));
    const own = element.matches(reachable) && element.tabIndex >= 0 && !element.matches(':disabled') && element.checkVisibility();
    return [...(own ? [element] : []), ...tabStopsIn((element.shadowRoot ?? element).children)];
  });
}

/**
 * Keeps the focus in the player when what was pressed is about to go, and with it the keys: after a key it goes to the play button, after
 * a pointer to the picture. What a page put there itself is left alone.
 */
export function keepFocus(root: ParentNode & Node, { target, detail }: MouseEvent): void {
  if (!root.contains(target as Node) || (target as Element).closest('[data-stays]')) return;
  const play = detail === 0 ? root.querySelector<HTMLElement>('[part="play"]') : null;
  const heir = play?.checkVisibility() ? play : root.querySelector<HTMLElement>('.surface');
  heir?.focus({ preventScroll: true });
}
