/** CSS functions that compute; `url`, `image-set`, `src` and whatever comes to fetch in future are not among them. */
const computing = new Set(
  'calc clamp hsl hsla matrix max min rgb rgba rotate rotatex rotatey rotatez scale scalex scaley skew translate translatex translatey var'.split(
    ' '
  )
);

/** Longer than the name of any function above. */
const longest = 16;

/** Whether a CSS value or declaration list calls nothing but functions that compute. A backslash could spell any name. */
export function fetchesNothing(css: string): boolean {
  if (/[\\@]/.test(css)) return false;
  const calls = css.split('(').slice(0, -1);
  return calls.every((before) => {
    const name = /[\w-]*$/.exec(before.slice(-longest))![0];
    return name === '' || computing.has(name.toLowerCase());
  });
}

/** An element's `style` as an engine sees it: a value that would make the browser fetch is not set. */
export function sealedStyle(element: HTMLElement): CSSStyleDeclaration {
  return new Proxy(element.style, {
    get(style, property) {
      const value: unknown = Reflect.get(style, property);
      if (typeof value !== 'function') return value;
      return (...given: unknown[]) =>
        given.every((part) => fetchesNothing(String(part))) ? (Reflect.apply(value, style, given) as unknown) : undefined;
    },
    set: (style, property, value) => !fetchesNothing(String(value)) || Reflect.set(style, property, value)
  });
}
