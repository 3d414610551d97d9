/** The language that holds for an element, by its own `lang` or its ancestors', through shadow roots; empty when nobody says. */
export function languageOf(element: Element): string {
  for (let node: Element | null = element; node;) {
    const named: Element | null = node.closest('[lang]');
    if (named) return named.getAttribute('lang') ?? '';
    const root = node.getRootNode();
    node = root instanceof ShadowRoot ? root.host : null;
  }
  return '';
}
