/** Minimum product of the opacities of a visible label and its ancestors. */
const minOpacity = 0.5;
/** Minimum share of the label's area that is inside of everything that clips it. */
const minArea = 0.9;
/** Minimum height of a label that can be read, in CSS pixels. */
const minHeight = 10;

/** The edges of a box in the viewport, in CSS pixels. */
interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const areaOf = ({ left, top, right, bottom }: Box): number => Math.max(0, right - left) * Math.max(0, bottom - top);

const intersectionOf = (a: Box, b: Box): Box => ({
  left: Math.max(a.left, b.left),
  top: Math.max(a.top, b.top),
  right: Math.min(a.right, b.right),
  bottom: Math.min(a.bottom, b.bottom)
});

/** Returns the element that contains an element in the flat tree (CSS Scoping Level 1, 3.4), or null. */
function containerOf(element: Element): Element | null {
  const { assignedSlot, parentNode } = element;
  if (assignedSlot) return assignedSlot;
  return parentNode instanceof ShadowRoot ? parentNode.host : element.parentElement;
}

/** Returns the box to which `inset()` in a computed `clip-path` clips a box; undefined for any other shape. */
function insetBox(clipPath: string, { left, top, right, bottom }: Box): Box | undefined {
  const [, insets] = /^inset\(([^()]*)\)$/.exec(clipPath) ?? [];
  if (insets === undefined) return undefined;
  const lengths = insets.split(' round ')[0]!.trim().split(' ');
  const sizes = [bottom - top, right - left];
  const pixels = [0, 1, 2, 3].map((side) => {
    const length = lengths[side] ?? lengths[side - 2] ?? lengths[0]!;
    return length.endsWith('%') ? (parseFloat(length) / 100) * sizes[side % 2]! : parseFloat(length);
  });
  return { left: left + pixels[3]!, top: top + pixels[0]!, right: right - pixels[1]!, bottom: bottom - pixels[2]! };
}

/**
 * Whether a label can be seen: it is rendered with a size, and nothing around it makes it transparent or clips it. A `clip-path` other
 * than `inset()` counts as hiding. What lies over the label, a filter, a mask, and the scroll position are not examined.
 */
export function isLabelVisible(label: Element): boolean {
  if (!label.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return false;
  const box: Box = label.getBoundingClientRect();
  if (box.bottom - box.top < minHeight) return false;
  let shown = box;
  let opacity = 1;
  for (let element: Element | null = label; element; element = containerOf(element)) {
    const style = getComputedStyle(element);
    if (style.display === 'contents') continue;
    const outer = element.getBoundingClientRect();
    opacity *= Number(style.opacity);
    if (style.clipPath !== 'none') {
      const inset = insetBox(style.clipPath, outer);
      if (!inset) return false;
      shown = intersectionOf(shown, inset);
    }
    // A box that the viewer can scroll hides nothing for good, unless it has no size.
    const clips = [style.overflowX, style.overflowY].some((overflow) => overflow === 'hidden' || overflow === 'clip');
    if (element !== label && element !== document.documentElement && element !== document.body && clips)
      shown = intersectionOf(shown, outer);
  }
  return opacity >= minOpacity && areaOf(shown) >= minArea * areaOf(box);
}
