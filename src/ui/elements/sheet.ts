/** Width of the player, in CSS pixels, below which menus and panels open as a sheet: a dialog at the bottom of the screen. */
const minWidthWithoutSheet = 480;

/** Distance of a swipe that closes a sheet, in pixels. */
const minSwipeDistance = 60;

/** Whether the player around an element is too narrow for a menu or a panel inside it. */
export function needsSheet(element: Element): boolean {
  const root = element.getRootNode();
  return root instanceof ShadowRoot && root.host.clientWidth < minWidthWithoutSheet;
}

/** Whether a press is outside the box of an element; a press on the backdrop of a modal dialog has the dialog as its target. */
export function isOutside({ clientX, clientY }: MouseEvent, element: Element): boolean {
  const { left, top, right, bottom } = element.getBoundingClientRect();
  return clientX < left || clientX > right || clientY < top || clientY > bottom;
}

/** Closes a sheet by a swipe down that begins where nothing is scrolled. Uses touch events, because scrolling cancels pointer events. */
export function closeBySwipe(sheet: HTMLElement, close: () => void, signal: AbortSignal): void {
  let startY: number | undefined;
  let distance = 0;
  const onTouch = (event: TouchEvent) => {
    const [finger] = event.touches;
    if (event.type === 'touchstart') {
      const path = event.composedPath();
      const elementsInSheet = path.slice(0, path.indexOf(sheet) + 1) as Element[];
      startY = elementsInSheet.some(({ scrollTop }) => scrollTop > 0) ? undefined : finger?.clientY;
      distance = 0;
    } else if (event.type !== 'touchmove') {
      sheet.style.translate = '';
      if (event.type === 'touchend' && distance > minSwipeDistance) close();
    } else if (startY !== undefined && finger) {
      distance = Math.max(0, finger.clientY - startY);
      sheet.style.translate = `0 ${distance}px`;
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
