/**
 * Registers an element when it is first needed. Until its code is there it stands in the page as an unknown tag, with its
 * properties already set; where the code does not come, the next call tries again.
 */
export function lazily(name: string, load: () => Promise<CustomElementConstructor>): () => void {
  let asked = false;
  return () => {
    if (asked) return;
    asked = true;
    load().then(
      (element) => {
        if (!customElements.get(name)) customElements.define(name, element);
      },
      () => (asked = false)
    );
  };
}
