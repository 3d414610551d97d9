import type { Page } from '@playwright/test';
import { stillness } from '../visual/open.js';

/** One stop of the Tab key. */
export interface Stop {
  /** The part or the accessible name of the focused element; empty outside the player. */
  readonly name: string;
  /** Its position, in CSS pixels of the page. */
  readonly x: number;
  readonly y: number;
  /** An element around it is drawn because it has the focus. */
  readonly visible: boolean;
  /** No element covers its centre. */
  readonly uncovered: boolean;
}

/** The focused element, through shadow roots. */
export const focused = (page: Page): Promise<Stop> =>
  page.evaluate(() => {
    let element = document.activeElement!;
    while (element.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    const inside = document.activeElement?.localName === 'jet-player';
    const ringed = [element, ...element.querySelectorAll('*')].some((candidate) => {
      const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(candidate);
      return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2 && !/, 0\)$/.test(outlineColor);
    });
    const { left, top, width, height } = element.getBoundingClientRect();
    const [x, y] = [left + width / 2, top + height / 2];
    let over = document.elementFromPoint(x, y);
    while (over?.shadowRoot) {
      const deeper = over.shadowRoot.elementFromPoint(x, y);
      if (!deeper || deeper === over) break;
      over = deeper;
    }
    const host = (element.getRootNode() as Partial<ShadowRoot>).host ?? null;
    const name = host?.getAttribute('part') ?? element.getAttribute('part') ?? '';
    return {
      name: inside
        ? [host?.localName === 'jet-player' ? '' : name, element.getAttribute('part') ?? element.ariaLabel ?? element.className]
            .filter(Boolean)
            .join(' ')
        : '',
      x,
      y,
      visible: ringed && element.matches(':focus-visible'),
      uncovered: over !== null && (element.contains(over) || over.contains(element))
    };
  });

/** Walks through the player with the Tab key, from the button before it to the button after it, or backwards. */
export async function tabThrough(page: Page, backwards = false): Promise<Stop[]> {
  const [from, to] = backwards ? ['after', 'before'] : ['before', 'after'];
  await page.locator(`#${from}`).focus();
  const stops: Stop[] = [];
  // More stops than any player has, to detect a focus trap.
  for (let step = 0; step < 60; step++) {
    await page.keyboard.press(backwards ? 'Shift+Tab' : 'Tab');
    if (await page.locator(`#${to}`).evaluate((button) => button === document.activeElement)) return stops;
    // A part that opens on focus, as the volume does, is measured when it is open.
    await stillness(page);
    stops.push(await focused(page));
  }
  throw new Error(`The focus never left the player: ${stops.map(({ name }) => name).join(', ')}`);
}

/** A text that is not completely visible, and the element that cuts it off. */
export interface Cut {
  readonly text: string;
  readonly by: string;
}

/**
 * The visible texts of the player that are cut off in part, by an ellipsis or by an edge that cannot be scrolled. Texts from the page or
 * the media (a title, the name of a chapter) may be shortened to one line, and are left out.
 */
export const cutOff = (page: Page): Promise<Cut[]> =>
  page.evaluate(() => {
    const theirs = '[part=title], [part=chapter], .heading, .note, bdi';
    const cuts: { text: string; by: string }[] = [];
    const parentOf = (node: Node): Element | null =>
      (node as Element).assignedSlot ?? node.parentElement ?? (node.getRootNode() as Partial<ShadowRoot>).host ?? null;
    const look = (text: Text) => {
      const words = text.data.trim();
      const own = text.parentElement;
      if (!words || !own || !own.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return;
      const range = document.createRange();
      range.selectNodeContents(text);
      for (let element: Element | null = own; element; element = parentOf(element)) {
        if (element.matches(theirs) || element.matches('.hidden, style, script')) return;
        const { overflowX, overflowY, clipPath } = getComputedStyle(element);
        if (clipPath !== 'none') return;
        const edge = element.getBoundingClientRect();
        const { left, right, top, bottom } = range.getBoundingClientRect();
        const wide = overflowX === 'hidden' || overflowX === 'clip' ? left < edge.left - 1 || right > edge.right + 1 : false;
        const high = overflowY === 'hidden' || overflowY === 'clip' ? top < edge.top - 1 || bottom > edge.bottom + 1 : false;
        if (wide || high) return void cuts.push({ text: words, by: `${element.localName}.${element.className}` });
        // Content that a viewer can scroll to is not lost.
        if (/auto|scroll/.test(overflowX + overflowY)) return;
      }
    };
    const walk = (node: Node) => {
      if (node instanceof Text) look(node);
      if (node instanceof Element && node.shadowRoot) walk(node.shadowRoot);
      node.childNodes.forEach(walk);
    };
    const player = document.querySelector('jet-player')!;
    walk(player);
    return cuts;
  });
