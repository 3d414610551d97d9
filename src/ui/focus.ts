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
