import type { Page } from '@playwright/test';

interface Found {
  /** The text of every shown cue, and the names of what covers it or cuts it off. */
  readonly cues: readonly (readonly [text: string, covers: readonly string[]])[];
  readonly plays: readonly string[];
  /** Whether the duration and a thumbnail are shown. */
  readonly duration: boolean;
  readonly picture: boolean;
  /** Targets with a side below 44 pixels. */
  readonly small: readonly string[];
}

/** Looks for what covers a cue, for play buttons, and for small targets. */
export const find = (page: Page): Promise<Found> =>
  page.evaluate(() => {
    const all: Element[] = [];
    const walk = (root: ParentNode): void => {
      for (const element of root.querySelectorAll('*')) {
        all.push(element);
        if (element.shadowRoot) walk(element.shadowRoot);
      }
    };
    walk(document.querySelector('jet-player')!.shadowRoot!);
    const area = ({ width, height }: DOMRect) => width * height;
    const overlap = (a: DOMRect, b: DOMRect): DOMRect => {
      const [left, top] = [Math.max(a.left, b.left), Math.max(a.top, b.top)];
      return new DOMRect(left, top, Math.max(0, Math.min(a.right, b.right) - left), Math.max(0, Math.min(a.bottom, b.bottom) - top));
    };
    const box = (element: Element) => element.getBoundingClientRect();
    const isSeen = (element: Element) =>
      element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && area(box(element)) > 0;
    const nameOf = (element: Element) => element.getAttribute('part') ?? element.ariaLabel ?? element.className;
    /** The box of a tooltip, which is a pseudo-element that cannot be measured. */
    const tipOf = (button: Element): DOMRect => {
      const { content, visibility, blockSize, insetBlockEnd } = getComputedStyle(button, '::after');
      if (content === 'none' || visibility !== 'visible') return new DOMRect();
      const { left, bottom, width } = box(button);
      const [height, end] = [parseFloat(blockSize), parseFloat(insetBlockEnd)];
      return new DOMRect(left - 30, bottom - end - height, width + 60, height);
    };
    const targets = all.filter((element) => element.matches('button, a[href], [role=slider], input, summary, .item') && isSeen(element));
    const covers = all.filter(
      (element) => element.matches('button, a[href], .track, .thumb, .time, .title, .panel, dialog[open], .tip') && isSeen(element)
    );
    const named = (element: Element) => [nameOf(element), box(element)] as const;
    const boxes = [...covers.map(named), ...targets.map((button) => [`tooltip of ${nameOf(button)}`, tipOf(button)] as const)];
    const cues = all
      .filter((element) => element.matches('.cue > span') && isSeen(element))
      .map((span) => [span.textContent!, overlap(box(span), box(span.closest('.column')!)), area(box(span))] as const);
    return {
      cues: cues.map(([text, cue, whole]) => {
        const found = boxes.filter(([, other]) => area(overlap(cue, other)) > 1).map(([name]) => name);
        return [text, area(cue) < 0.9 * whole ? [...found, 'cut off'] : found] as const;
      }),
      plays: targets.filter((element) => element.matches('[part=play], [part=big-play], .prompt[data-play]')).map(nameOf),
      duration: all.some((element) => element.matches('.of') && box(element).bottom <= box(element.parentElement!).bottom + 1),
      picture: all.some((element) => element.matches('canvas') && isSeen(element)),
      small: targets
        .filter((element) => Math.min(box(element).width, box(element).height) < 43.9)
        .map((element) => `${nameOf(element)}: ${box(element).width} x ${box(element).height}`)
    };
  });
