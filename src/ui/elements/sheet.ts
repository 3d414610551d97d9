/** Width of the player in CSS pixels below which menus and panels open as a sheet at the bottom of the screen. */
const narrow = 480;

/** Distance of a swipe that closes a sheet, in pixels. */
const swipe = 60;

/** Whether the player around an element is too narrow for a menu or a panel inside it. */
export function needsSheet(element: Element): boolean {
  const root = element.getRootNode();
  return root instanceof ShadowRoot && root.host.clientWidth < narrow;
}

/** Whether a press is outside the box of an element; a press on the backdrop of a modal dialog has the dialog as its target. */
export function isOutside({ clientX, clientY }: MouseEvent, element: Element): boolean {
  const { left, top, right, bottom } = element.getBoundingClientRect();
  return clientX < left || clientX > right || clientY < top || clientY > bottom;
}

/** Closes a sheet by a swipe down that begins where nothing is scrolled. It uses touch events, because scrolling cancels pointer events. */
export class SheetSwipe {
  readonly #close: () => void;
  #from: number | undefined;
  #by = 0;

  constructor(close: () => void) {
    this.#close = close;
  }

  handleEvent(event: TouchEvent): void {
    const sheet = event.currentTarget as HTMLElement;
    const [finger] = event.touches;
    if (event.type === 'touchstart') {
      const path = event.composedPath();
      const inside = path.slice(0, path.indexOf(sheet) + 1) as Element[];
      this.#from = inside.some(({ scrollTop }) => scrollTop > 0) ? undefined : finger?.clientY;
      this.#by = 0;
    } else if (event.type === 'touchmove' && this.#from !== undefined && finger) {
      this.#by = Math.max(0, finger.clientY - this.#from);
      sheet.style.translate = `0 ${this.#by}px`;
    } else if (event.type !== 'touchmove') {
      sheet.style.translate = '';
      if (event.type === 'touchend' && this.#by > swipe) this.#close();
    }
  }
}
