/** Property options for an attribute that holds text; without it, the property is `fallback`, and never null. */
export const textAttribute = <T extends string>(attribute: string, fallback: T) => ({
  attribute,
  converter: { fromAttribute: (value: string | null) => value ?? fallback }
});

/** Property options for an attribute that holds a number; without it, or when it is none, the property is `fallback`. */
export const numberAttribute = (attribute: string, fallback: number) => ({
  attribute,
  converter: { fromAttribute: (value: string | null) => (value === null || Number.isNaN(Number(value)) ? fallback : Number(value)) }
});
