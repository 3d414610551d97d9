const setterOf = (object: object, name: string): unknown => {
  const descriptor = Object.getOwnPropertyDescriptor(object, name);
  const above: unknown = Object.getPrototypeOf(object);
  return descriptor ? descriptor.set : typeof above === 'object' && above && setterOf(above, name);
};

/**
 * Lets what a page set before the element was one pass the accessors of its class; they would be shadowed for good. Lit does so for
 * properties of its own.
 */
export function upgradeProperties(element: HTMLElement): void {
  for (const [name, value] of Object.entries(element)) {
    if (!setterOf(Object.getPrototypeOf(element) as object, name)) continue;
    Reflect.deleteProperty(element, name);
    Reflect.set(element, name, value);
  }
}
