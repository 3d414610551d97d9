import type { PropertyDeclaration, ReactiveElement } from 'lit';

/**
 * Makes a field of an element a reactive property. It replaces Lit's decorator of this name, because that one also contains code for
 * standard decorators, which every page would download without using it.
 */
export const property =
  <Type>(options?: PropertyDeclaration<Type>) =>
  (prototype: ReactiveElement, name: PropertyKey): void =>
    (prototype.constructor as typeof ReactiveElement).createProperty(name, options);

/** Returns property options for a text attribute; without it, the property is `fallback`, never null. */
export const textAttribute = <T extends string>(attribute: string, fallback: T) => ({
  attribute,
  converter: { fromAttribute: (value: string | null) => value ?? fallback }
});

/** Returns property options for a numeric attribute; when it is absent or not a number, the property is `fallback`. */
export const numberAttribute = (attribute: string, fallback: number) => ({
  attribute,
  converter: { fromAttribute: (value: string | null) => (value === null || Number.isNaN(Number(value)) ? fallback : Number(value)) }
});
