/** Whether there is more room below an element than above it, in the window. */
export function hasRoomBelow(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  return innerHeight - bottom > top;
}

/** Returns the distance of an element from the start of the box that it is positioned in, in pixels. */
export function distanceFromStart(element: HTMLElement): number {
  const box = element.offsetParent;
  if (!box) return 0;
  return getComputedStyle(element).direction === 'rtl' ? box.clientWidth - element.offsetLeft - element.offsetWidth : element.offsetLeft;
}
