/**
 * Returns a function that loads and registers an element when first called. Until then the element is an unknown tag with its
 * properties already set. When loading fails, the next call retries.
 */
export function defineLazily(name: string, load: () => Promise<CustomElementConstructor>): () => void {
  let requested = false;
  return () => {
    if (requested) return;
    requested = true;
    load().then(
      (element) => {
        if (!customElements.get(name)) customElements.define(name, element);
      },
      () => (requested = false)
    );
  };
}
