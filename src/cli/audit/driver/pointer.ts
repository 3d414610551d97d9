import type { Session } from '../cdp.js';
import type { Target } from '../targets.js';
import type { Found } from './elements.js';

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

/** The position of a frame of another site on the page. */
async function offsetOf({ id, parent }: Target): Promise<{ x: number; y: number }> {
  if (!parent) return { x: 0, y: 0 };
  const above = await offsetOf(parent);
  const owner = await parent.session.attempt<{ backendNodeId: number }>('DOM.getFrameOwner', { frameId: id });
  const quads = owner && (await parent.session.attempt<Quads>('DOM.getContentQuads', { backendNodeId: owner.backendNodeId }));
  const box = boxOf(quads?.quads[0] ?? [0, 0]);
  return { x: above.x + box.x, y: above.y + box.y };
}

/** The box of an element, scrolled into view; undefined if it is not visible. */
export async function boxOnPage({ target, node }: Found, scroll = true): Promise<Box | undefined> {
  if (scroll) await target.session.attempt('DOM.scrollIntoViewIfNeeded', { backendNodeId: node });
  const answer = await target.session.attempt<Quads>('DOM.getContentQuads', { backendNodeId: node });
  const quad = answer?.quads[0];
  if (!quad) return undefined;
  const box = boxOf(quad);
  const offset = await offsetOf(target);
  return box.width > 0 && box.height > 0 ? { ...box, x: box.x + offset.x, y: box.y + offset.y } : undefined;
}

/** Moves a mouse over an element and clicks there: at `across` of its width, from 0 to 1. False if it is not visible. */
export async function click(page: Session, found: Found, across = 0.5): Promise<boolean> {
  const box = await boxOnPage(found);
  if (!box) return false;
  const at = { x: box.x + box.width * across, y: box.y + box.height / 2 };
  await page.attempt('Input.dispatchMouseEvent', { ...at, x: at.x - 3, type: 'mouseMoved' });
  await page.attempt('Input.dispatchMouseEvent', { ...at, type: 'mouseMoved' });
  for (const type of ['mousePressed', 'mouseReleased'])
    await page.attempt('Input.dispatchMouseEvent', { ...at, type, button: 'left', buttons: 1, clickCount: 1 });
  return true;
}

/** Presses and releases one key, e.g. `Escape`. */
export async function press(page: Session, key: string): Promise<void> {
  for (const type of ['keyDown', 'keyUp']) await page.attempt('Input.dispatchKeyEvent', { type, key, code: key });
}
