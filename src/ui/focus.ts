/** The element that has the focus inside `host`, through the shadow roots inside it; null when the focus is elsewhere. */
export function focusWithin(host: HTMLElement): Element | null {
  const own = host.shadowRoot?.activeElement ?? null;
  let focused: Element | null = own ?? host.querySelector(':focus');
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
  return focused;
}
