/** Whether the main pointer is a finger: viewers tap, and do not click. */
export const isTouch = (): boolean => matchMedia('(pointer: coarse)').matches;

/** Whether every pointer is a finger, as on a phone, which has no keyboard. */
export const isTouchOnly = (): boolean => isTouch() && !matchMedia('(any-pointer: fine)').matches;
