const setterOf = (object: object, name: string): unknown => {
  const descriptor = Object.getOwnPropertyDescriptor(object, name);
  const parent: unknown = Object.getPrototypeOf(object);
  return descriptor ? descriptor.set : typeof parent === 'object' && parent && setterOf(parent, name);
};

/**
 * Passes properties that a page set before the element was upgraded to the accessors of its class, which they would otherwise shadow.
 * Lit does this only for its own properties.
 */
export function upgradeProperties(element: HTMLElement): void {
  for (const [name, value] of Object.entries(element)) {
    if (!setterOf(Object.getPrototypeOf(element) as object, name)) continue;
    Reflect.deleteProperty(element, name);
    Reflect.set(element, name, value);
  }
}
