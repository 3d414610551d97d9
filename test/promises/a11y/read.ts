import type { Page } from '@playwright/test';
import { waitForAnimations } from '../visual/open.js';

/** An element that has received the focus with the Tab key. */
export interface FocusStop {
  /** The part or the accessible name of the focused element; empty outside the player. */
  readonly name: string;
  /** Its position, in CSS pixels of the page. */
  readonly x: number;
  readonly y: number;
  /** Whether the focus is visible: the element or one inside it has a focus ring. */
  readonly isFocusVisible: boolean;
  /** Whether no other element covers the centre. */
  readonly isUncovered: boolean;
}

/** Returns the focused element, which may be in shadow roots. */
export const readFocus = (page: Page): Promise<FocusStop> =>
  page.evaluate(() => {
    let element = document.activeElement!;
    while (element.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    const isInPlayer = document.activeElement?.localName === 'jet-player';
    const hasFocusRing = [element, ...element.querySelectorAll('*')].some((candidate) => {
      const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(candidate);
      return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2 && !/, 0\)$/.test(outlineColor);
    });
    const { left, top, width, height } = element.getBoundingClientRect();
    const [x, y] = [left + width / 2, top + height / 2];
    let topElement = document.elementFromPoint(x, y);
    while (topElement?.shadowRoot) {
      const deeper = topElement.shadowRoot.elementFromPoint(x, y);
      if (!deeper || deeper === topElement) break;
      topElement = deeper;
    }
    const host = (element.getRootNode() as Partial<ShadowRoot>).host ?? null;
    const name = host?.getAttribute('part') ?? element.getAttribute('part') ?? '';
    return {
      name: isInPlayer
        ? [host?.localName === 'jet-player' ? '' : name, element.getAttribute('part') ?? element.ariaLabel ?? element.className]
            .filter(Boolean)
            .join(' ')
        : '',
      x,
      y,
      isFocusVisible: hasFocusRing && element.matches(':focus-visible'),
      isUncovered: topElement !== null && (element.contains(topElement) || topElement.contains(element))
    };
  });

/** Presses Tab from the button before the player to the button after it, or backwards; returns the elements that received the focus. */
export async function tabThrough(page: Page, backwards = false): Promise<FocusStop[]> {
  const [from, to] = backwards ? ['after', 'before'] : ['before', 'after'];
  await page.locator(`#${from}`).focus();
  const stops: FocusStop[] = [];
  // More stops than any player has, to detect a focus trap.
  for (let step = 0; step < 60; step++) {
    await page.keyboard.press(backwards ? 'Shift+Tab' : 'Tab');
    if (await page.locator(`#${to}`).evaluate((button) => button === document.activeElement)) return stops;
    // A part that opens on focus, such as the volume slider, is measured when it is open.
    await waitForAnimations(page);
    stops.push(await readFocus(page));
  }
  throw new Error(`The focus never left the player: ${stops.map(({ name }) => name).join(', ')}`);
}

/** A text that is not completely visible, and the element that cuts it off. */
export interface CutText {
  readonly text: string;
  readonly cutBy: string;
}

/**
 * Returns the visible texts of the player that are partly cut off, by an ellipsis or by an edge without scrolling. Texts from the page or
 * the media, such as a title or the name of a chapter, may be shortened to one line, and are left out.
 */
export const findCutTexts = (page: Page): Promise<CutText[]> =>
  page.evaluate(() => {
    const contentSelector = '[part=title], [part=chapter], .heading, .note, bdi';
    const cuts: { text: string; cutBy: string }[] = [];
    const parentOf = (node: Node): Element | null =>
      (node as Element).assignedSlot ?? node.parentElement ?? (node.getRootNode() as Partial<ShadowRoot>).host ?? null;
    const checkText = (text: Text) => {
      const visibleText = text.data.trim();
      const parent = text.parentElement;
      if (!visibleText || !parent || !parent.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return;
      const range = document.createRange();
      range.selectNodeContents(text);
      for (let element: Element | null = parent; element; element = parentOf(element)) {
        if (element.matches(contentSelector) || element.matches('.hidden, style, script')) return;
        const { overflowX, overflowY, clipPath } = getComputedStyle(element);
        if (clipPath !== 'none') return;
        const edge = element.getBoundingClientRect();
        const { left, right, top, bottom } = range.getBoundingClientRect();
        const isTooWide = overflowX === 'hidden' || overflowX === 'clip' ? left < edge.left - 1 || right > edge.right + 1 : false;
        const isTooHigh = overflowY === 'hidden' || overflowY === 'clip' ? top < edge.top - 1 || bottom > edge.bottom + 1 : false;
        if (isTooWide || isTooHigh) return void cuts.push({ text: visibleText, cutBy: `${element.localName}.${element.className}` });
        // Content that a viewer can scroll to is not lost.
        if (/auto|scroll/.test(overflowX + overflowY)) return;
      }
    };
    const walk = (node: Node) => {
      if (node instanceof Text) checkText(node);
      if (node instanceof Element && node.shadowRoot) walk(node.shadowRoot);
      node.childNodes.forEach(walk);
    };
    const player = document.querySelector('jet-player')!;
    walk(player);
    return cuts;
  });
