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
export function closeBySwipe(sheet: HTMLElement, close: () => void, signal: AbortSignal): void {
  let from: number | undefined;
  let by = 0;
  const onTouch = (event: TouchEvent) => {
    const [finger] = event.touches;
    if (event.type === 'touchstart') {
      const path = event.composedPath();
      const inside = path.slice(0, path.indexOf(sheet) + 1) as Element[];
      from = inside.some(({ scrollTop }) => scrollTop > 0) ? undefined : finger?.clientY;
      by = 0;
    } else if (event.type !== 'touchmove') {
      sheet.style.translate = '';
      if (event.type === 'touchend' && by > swipe) close();
    } else if (from !== undefined && finger) {
      by = Math.max(0, finger.clientY - from);
      sheet.style.translate = `0 ${by}px`;
    }
  };
  for (const type of ['touchstart', 'touchmove', 'touchend', 'touchcancel'] as const)
    sheet.addEventListener(type, onTouch, { passive: true, signal });
}

/** Opens a new dialog as a sheet, which a swipe, a tap outside and the back gesture of a phone close. */
export function openSheet(sheet: HTMLDialogElement, close: () => void, signal: AbortSignal): void {
  closeBySwipe(sheet, close, signal);
  sheet.addEventListener('click', (event) => event.target === sheet && isOutside(event, sheet) && close(), { signal });
  sheet.addEventListener('cancel', (event) => (event.preventDefault(), close()), { signal });
  sheet.showModal();
}
