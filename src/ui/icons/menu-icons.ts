import { svg } from 'lit';
import { icon, iconOf, replaceableIcons } from './render-icon.js';

// Paths from Lucide 1.62 (https://lucide.dev), ISC licence, credited in LICENSE.

/** The icons of menus and panels, which are loaded at the first interaction. */
export const menuIcons = replaceableIcons({
  letters: icon(
    svg`<path d="m15 16 2.536-7.328a1.02 1.02 1 0 1 1.928 0L22 16"/><path d="M15.697 14h5.606"/><path d="m2 16 4.039-9.69a.5.5 0 0 1 .923 0L11 16"/><path d="M3.304 13h6.392"/>`
  ),
  speakCaptions: icon(
    svg`<path d="M8.8 20v-4.1l1.9.2a2.3 2.3 0 0 0 2.164-2.1V8.3A5.37 5.37 0 0 0 2 8.25c0 2.8.656 3.054 1 4.55a5.77 5.77 0 0 1 .029 2.758L2 20"/><path d="M19.8 17.8a7.5 7.5 0 0 0 .003-10.603"/><path d="M17 15a3.5 3.5 0 0 0-.025-4.975"/>`
  ),
  transcript: icon(
    svg`<path d="M21 6H3"/><path d="M10 12H3"/><path d="M10 18H3"/><circle cx="17" cy="15" r="3"/><path d="m21 19-1.9-1.9"/>`
  ),
  next: icon(svg`<path d="m9 18 6-6-6-6"/>`),
  previous: icon(svg`<path d="m15 18-6-6 6-6"/>`),
  check: icon(svg`<path d="M20 6 9 17l-5-5"/>`),
  close: icon(svg`<path d="M18 6 6 18"/><path d="m6 6 12 12"/>`),
  copy: icon(svg`<rect width="14" height="14" x="8" y="8" rx="2"/><path d="M4 16c-1.1 0-2-.9-2-2V4c0-1.1.9-2 2-2h10c1.1 0 2 .9 2 2"/>`),
  audio: icon(svg`<path d="M2 10v3"/><path d="M6 6v11"/><path d="M10 3v18"/><path d="M14 8v7"/><path d="M18 5v13"/><path d="M22 10v3"/>`),
  quality: icon(
    svg`<path d="M10 5H3"/><path d="M12 19H3"/><path d="M14 3v4"/><path d="M16 17v4"/><path d="M21 12h-9"/><path d="M21 19h-5"/><path d="M21 5h-7"/><path d="M8 10v4"/><path d="M8 12H3"/>`
  ),
  more: icon(svg`<path d="M5 12h.01"/><path d="M12 12h.01"/><path d="M19 12h.01"/>`),
  statistics: icon(svg`<path d="M5 21v-6"/><path d="M12 21V3"/><path d="M19 21V9"/>`),
  keyboard: icon(
    svg`<rect width="20" height="16" x="2" y="4" rx="2"/><path d="M10 8h.01"/><path d="M12 12h.01"/><path d="M14 8h.01"/><path d="M16 12h.01"/><path d="M18 8h.01"/><path d="M6 8h.01"/><path d="M7 16h10"/><path d="M8 12h.01"/>`
  ),
  erase: icon(
    svg`<path d="M3 6h18"/><path d="M19 6v14a2 2 0 0 1-2 2H7a2 2 0 0 1-2-2V6"/><path d="M8 6V4a2 2 0 0 1 2-2h4a2 2 0 0 1 2 2v2"/>`
  ),
  link: iconOf('M10 13a5 5 0 0 0 7.54.54l3-3a5 5 0 0 0-7.07-7.07l-1.72 1.71M14 11a5 5 0 0 0-7.54-.54l-3 3a5 5 0 0 0 7.07 7.07l1.71-1.71'),
  clip: iconOf('M3 6a3 3 0 1 0 6 0 3 3 0 1 0-6 0M8.12 8.12 12 12M20 4 8.12 15.88M3 18a3 3 0 1 0 6 0 3 3 0 1 0-6 0M14.8 14.8 20 20'),
  now: iconOf('M12 2v4M12 18v4M2 12h4M18 12h4M5 12a7 7 0 1 0 14 0 7 7 0 1 0-14 0'),
  dataSaver: iconOf(
    'M11 20A7 7 0 0 1 9.8 6.1C15.5 5 17 4.48 19 2c1 2 2 4.18 2 8 0 5.5-4.78 10-10 10ZM2 21c0-3 1.85-5.36 5.08-6C9.5 14.52 12 13 13 12'
  )
});
