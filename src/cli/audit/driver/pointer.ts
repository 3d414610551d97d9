import type { CdpSession } from '../cdp.js';
import type { Target } from '../targets.js';
import type { FoundElement } from './elements.js';

/** A box in the page's viewport, in CSS pixels. */
interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface Quads {
  readonly quads: readonly (readonly number[])[];
}

const boxOf = (quad: readonly number[]): Box => {
  const xs = quad.filter((_, index) => index % 2 === 0);
  const ys = quad.filter((_, index) => index % 2 === 1);
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
};

/** Returns the position on the page of a frame of another site. */
async function offsetOf({ id, parent }: Target): Promise<{ x: number; y: number }> {
  if (!parent) return { x: 0, y: 0 };
  const parentOffset = await offsetOf(parent);
  const owner = await parent.session.trySend<{ backendNodeId: number }>('DOM.getFrameOwner', { frameId: id });
  const quads = owner && (await parent.session.trySend<Quads>('DOM.getContentQuads', { backendNodeId: owner.backendNodeId }));
  const box = boxOf(quads?.quads[0] ?? [0, 0]);
  return { x: parentOffset.x + box.x, y: parentOffset.y + box.y };
}

/** Returns the box of an element, scrolled into view; undefined if it is not visible. */
export async function boxOnPage({ target, node }: FoundElement, scroll = true): Promise<Box | undefined> {
  if (scroll) await target.session.trySend('DOM.scrollIntoViewIfNeeded', { backendNodeId: node });
  const answer = await target.session.trySend<Quads>('DOM.getContentQuads', { backendNodeId: node });
  const quad = answer?.quads[0];
  if (!quad) return undefined;
  const box = boxOf(quad);
  const offset = await offsetOf(target);
  return box.width > 0 && box.height > 0 ? { ...box, x: box.x + offset.x, y: box.y + offset.y } : undefined;
}

/** Moves the mouse over an element and clicks it, at `across` of its width (0 to 1). Returns false if it is not visible. */
export async function click(page: CdpSession, element: FoundElement, across = 0.5): Promise<boolean> {
  const box = await boxOnPage(element);
  if (!box) return false;
  const point = { x: box.x + box.width * across, y: box.y + box.height / 2 };
  await page.trySend('Input.dispatchMouseEvent', { ...point, x: point.x - 3, type: 'mouseMoved' });
  await page.trySend('Input.dispatchMouseEvent', { ...point, type: 'mouseMoved' });
  for (const type of ['mousePressed', 'mouseReleased'])
    await page.trySend('Input.dispatchMouseEvent', { ...point, type, button: 'left', buttons: 1, clickCount: 1 });
  return true;
}

/** Presses and releases one key, e.g. `Escape`. */
export async function press(page: CdpSession, key: string): Promise<void> {
  for (const type of ['keyDown', 'keyUp']) await page.trySend('Input.dispatchKeyEvent', { type, key, code: key });
}
