export const captionEdges = ['none', 'outline', 'shadow', 'raised', 'depressed'] as const;
export const captionPositions = ['author', 'bottom', 'top'] as const;

/** How the viewer wants captions to look: the wishes that EN 301 549, 7.1.4 and the FCC (47 CFR 79.103) name. */
export interface CaptionStyle {
  /** Of the size that the player gives them by itself; 0.5 to 3. */
  readonly size: number;
  /** `#rrggbb`. */
  readonly color: string;
  /** `#rrggbb`. */
  readonly background: string;
  /** Of the background; 0 to 1. */
  readonly opacity: number;
  readonly edge: (typeof captionEdges)[number];
  /** `author`: where the captions themselves say; the bottom where they do not. */
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

const between = (least: number, most: number) => (value: unknown) => typeof value === 'number' && value >= least && value <= most;
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

/** The style with the wishes of `patch` in it. What is no such wish is left out: it may come from a page's script or from storage. */
export function changeStyle(style: CaptionStyle, patch: unknown): CaptionStyle {
  const wishes = Object.entries(Object(patch) as object).filter(
    ([name, value]) => Object.hasOwn(rules, name) && rules[name as keyof CaptionStyle](value)
  );
  return Object.freeze({ ...style, ...(Object.fromEntries(wishes) as Partial<CaptionStyle>) });
}
