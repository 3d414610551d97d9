import type { PropertyDeclaration, ReactiveElement } from 'lit';

/**
 * Makes a field of an element a reactive property. Lit's own decorator of this name does the same, and carries a second one for another
 * kind of decorators, which every page would fetch and none would run.
 */
export const property =
  <Type>(options?: PropertyDeclaration<Type>) =>
  (prototype: ReactiveElement, name: PropertyKey): void =>
    (prototype.constructor as typeof ReactiveElement).createProperty(name, options);
