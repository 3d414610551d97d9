export const captionEdges = ['none', 'outline', 'shadow', 'raised', 'depressed'] as const;
export const captionPositions = ['author', 'bottom', 'top'] as const;

/** The viewer's caption style: the settings that EN 301 549, 7.1.4 and the FCC (47 CFR 79.103) name. */
export interface CaptionStyle {
  /** A factor of the player's default caption size; 0.5 to 3. */
  readonly size: number;
  /** `#rrggbb`. */
  readonly color: string;
  /** `#rrggbb`. */
  readonly background: string;
  /** Opacity of the background; 0 to 1. */
  readonly opacity: number;
  readonly edge: (typeof captionEdges)[number];
  /** `author`: the position that the captions specify, or the bottom when they specify none. */
  readonly position: (typeof captionPositions)[number];
}

export const defaultCaptionStyle: CaptionStyle = Object.freeze({
  size: 1,
  color: '#ffffff',
  background: '#000000',
  opacity: 0.75,
  edge: 'none',
  position: 'author'
});

const between = (min: number, max: number) => (value: unknown) => typeof value === 'number' && value >= min && value <= max;
const oneOf = (list: readonly unknown[]) => (value: unknown) => list.includes(value);
const isColor = (value: unknown) => typeof value === 'string' && /^#[\da-f]{6}$/i.test(value);

const rules: Readonly<Record<keyof CaptionStyle, (value: unknown) => boolean>> = {
  size: between(0.5, 3),
  color: isColor,
  background: isColor,
  opacity: between(0, 1),
  edge: oneOf(captionEdges),
  position: oneOf(captionPositions)
};

/** Returns the style with the valid settings of `patch`. Ignores all others because `patch` may come from a page script or from storage. */
export function changeStyle(style: CaptionStyle, patch: unknown): CaptionStyle {
  const validEntries = Object.entries(Object(patch) as object).filter(
    ([name, value]) => Object.hasOwn(rules, name) && rules[name as keyof CaptionStyle](value)
  );
  return Object.freeze({ ...style, ...(Object.fromEntries(validEntries) as Partial<CaptionStyle>) });
}
