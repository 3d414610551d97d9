/** Whether the main pointer is a finger: viewers tap, and do not click. */
export const isTouch = (): boolean => matchMedia('(pointer: coarse)').matches;
