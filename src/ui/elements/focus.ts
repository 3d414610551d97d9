/** Returns the focused element inside `host`, including nested shadow roots; null when the focus is elsewhere. */
export function focusedElementIn(host: HTMLElement): Element | null {
  const elementInShadow = host.shadowRoot?.activeElement ?? null;
  let element: Element | null = elementInShadow ?? host.querySelector(':focus');
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element;
}

const focusableSelector = 'a[href], button, input, select, textarea, summary, [tabindex]';

/** Returns the elements that the Tab key reaches in `elements`, in Tab order, including slots and shadow roots. */
export function tabStopsIn(elements: Iterable<Element>): HTMLElement[] {
  return [...elements].flatMap((element) => {
    if (!(element instanceof HTMLElement)) return [];
    if (element instanceof HTMLSlotElement) return tabStopsIn(element.assignedElements({ flatten: true }));
    const isTabStop =
      element.matches(focusableSelector) && element.tabIndex >= 0 && !element.matches(':disabled') && element.checkVisibility();
    return [...(isTabStop ? [element] : []), ...tabStopsIn((element.shadowRoot ?? element).children)];
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
