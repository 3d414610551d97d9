/** CSS functions that only compute; `url`, `image-set`, `src` and future functions that fetch are not among them. */
const computingFunctions = new Set(
  'calc clamp hsl hsla matrix max min rgb rgba rotate rotatex rotatey rotatez scale scalex scaley skew translate translatex translatey var'.split(
    ' '
  )
);

/** Characters; longer than the name of any function above. */
const maxNameLength = 16;

/**
 * Whether a CSS value or declaration list calls only functions that compute. A backslash is refused, because an escape could spell
 * any name.
 */
export function fetchesNothing(css: string): boolean {
  if (/[\\@]/.test(css)) return false;
  for (let at = css.indexOf('('); at >= 0; at = css.indexOf('(', at + 1)) {
    const name = /[\w-]*$/.exec(css.slice(Math.max(0, at - maxNameLength), at))![0];
    if (name !== '' && !computingFunctions.has(name.toLowerCase())) return false;
  }
  return true;
}

/** Creates the `style` of an element for an engine: values that would make the browser fetch are ignored. */
export function sealedStyle(element: HTMLElement): CSSStyleDeclaration {
  return new Proxy(element.style, {
    get(style, property) {
      const value: unknown = Reflect.get(style, property);
      if (typeof value !== 'function') return value;
      return (...args: unknown[]) =>
        args.every((part) => fetchesNothing(String(part))) ? (Reflect.apply(value, style, args) as unknown) : undefined;
    },
    set: (style, property, value) => !fetchesNothing(String(value)) || Reflect.set(style, property, value)
  });
}
