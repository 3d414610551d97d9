import type { Page } from '@playwright/test';

interface Findings {
  /** The text of every shown cue, and the names of the elements that cover it; `cut off` if it is not completely visible. */
  readonly cues: readonly (readonly [text: string, covers: readonly string[]])[];
  readonly playButtons: readonly string[];
  /** Whether the duration is shown, and whether a thumbnail is shown. */
  readonly hasDuration: boolean;
  readonly hasThumbnail: boolean;
  /** The controls and titles that the AI label covers; those of menus and panels lie above it. Undefined without a label. */
  readonly coveredByLabel: readonly string[] | undefined;
  /** Targets with a side below 44 pixels. */
  readonly smallTargets: readonly string[];
}

/** Finds the elements that cover a cue, the play buttons, and the small targets. */
export const findCovered = (page: Page): Promise<Findings> =>
  page.evaluate(() => {
    const elements: Element[] = [];
    const walk = (root: ParentNode): void => {
      for (const element of root.querySelectorAll('*')) {
        elements.push(element);
        if (element.shadowRoot) walk(element.shadowRoot);
      }
    };
    walk(document.querySelector('jet-player')!.shadowRoot!);
    const areaOf = ({ width, height }: DOMRect) => width * height;
    const intersection = (a: DOMRect, b: DOMRect): DOMRect => {
      const [left, top] = [Math.max(a.left, b.left), Math.max(a.top, b.top)];
      return new DOMRect(left, top, Math.max(0, Math.min(a.right, b.right) - left), Math.max(0, Math.min(a.bottom, b.bottom) - top));
    };
    const boxOf = (element: Element) => element.getBoundingClientRect();
    const isVisible = (element: Element) =>
      element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && areaOf(boxOf(element)) > 0;
    const nameOf = (element: Element) => element.getAttribute('part') ?? element.ariaLabel ?? element.className;
    /** Returns the box of a tooltip from its style, because a pseudo-element cannot be measured. */
    const tooltipBox = (button: Element): DOMRect => {
      const { content, visibility, blockSize, insetBlockEnd } = getComputedStyle(button, '::after');
      if (content === 'none' || visibility !== 'visible') return new DOMRect();
      const { left, bottom, width } = boxOf(button);
      const [height, end] = [parseFloat(blockSize), parseFloat(insetBlockEnd)];
      return new DOMRect(left - 30, bottom - end - height, width + 60, height);
    };
    const targets = elements.filter(
      (element) => element.matches('button, a[href], [role=slider], input, summary, .item') && isVisible(element)
    );
    const possibleCovers = elements.filter(
      (element) =>
        element.matches('button, a[href], .track, .thumb, .time, .title, .panel, dialog[open], .tip, .ai-label') && isVisible(element)
    );
    const nameAndBox = (element: Element) => [nameOf(element), boxOf(element)] as const;
    const boxes = [
      ...possibleCovers.map(nameAndBox),
      ...targets.map((button) => [`tooltip of ${nameOf(button)}`, tooltipBox(button)] as const)
    ];
    const cues = elements
      .filter((element) => element.matches('.cue > span') && isVisible(element))
      .map((span) => [span.textContent!, intersection(boxOf(span), boxOf(span.closest('.column')!)), areaOf(boxOf(span))] as const);
    const label = elements.find((element) => element.matches('.ai-label') && isVisible(element));
    const isInPopup = (element: Element) =>
      Boolean(element.closest('jet-dialog') ?? (element.getRootNode() as ShadowRoot).host.closest('jet-dialog, jet-menu'));
    const labelable = elements.filter((element) => element.matches('.title, .prompt') || targets.includes(element));
    return {
      coveredByLabel:
        label &&
        labelable
          .filter((element) => isVisible(element) && !isInPopup(element) && areaOf(intersection(boxOf(element), boxOf(label))) > 1)
          .map(nameOf),
      cues: cues.map(([text, cue, cueArea]) => {
        const coverNames = boxes.filter(([, other]) => areaOf(intersection(cue, other)) > 1).map(([name]) => name);
        return [text, areaOf(cue) < 0.9 * cueArea ? [...coverNames, 'cut off'] : coverNames] as const;
      }),
      playButtons: targets.filter((element) => element.matches('[part=play], [part=big-play], .prompt[data-play]')).map(nameOf),
      hasDuration: elements.some((element) => element.matches('.of') && boxOf(element).bottom <= boxOf(element.parentElement!).bottom + 1),
      hasThumbnail: elements.some((element) => element.matches('canvas') && isVisible(element)),
      smallTargets: targets
        .filter((element) => Math.min(boxOf(element).width, boxOf(element).height) < 43.9)
        .map((element) => `${nameOf(element)}: ${boxOf(element).width} x ${boxOf(element).height}`)
    };
  });
