/** Returns the document or shadow root that contains an element, and all enclosing ones. */
export function rootsOf(element: Element): Node[] {
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? [root, ...rootsOf(root.host)] : [root];
}

/** Returns the language of an element from its own `lang` or its ancestors', across shadow roots; empty when none is set. */
export function languageOf(element: Element): string {
  const elementWithLang = element.closest('[lang]');
  if (elementWithLang) return elementWithLang.getAttribute('lang') ?? '';
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? languageOf(root.host) : '';
}
