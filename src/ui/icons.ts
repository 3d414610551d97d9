import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import { replaceable, type IconShape } from './lit/replaceable-icon.js';

export type { IconShape } from './lit/replaceable-icon.js';

// Paths from Lucide 1.62 (https://lucide.dev), ISC licence, credited in LICENSE.
const icon = (shapes: SVGTemplateResult, fill: 'none' | 'currentColor' = 'none'): TemplateResult =>
  html` <svg
    class="icon"
    viewBox="0 0 24 24"
    aria-hidden="true"
    fill=${fill}
    stroke="currentColor"
    stroke-width="2"
    stroke-linecap="round"
    stroke-linejoin="round"
  >
    ${shapes}
  </svg>`;

const speaker = svg`<path fill="currentColor" d="M11 4.702a.705.705 0 0 0-1.203-.498L6.413 7.587A1.4 1.4 0 0 1 5.416 8H3a1 1 0 0 0-1 1v6a1 1 0 0 0 1 1h2.416a1.4 1.4 0 0 1 .997.413l3.383 3.384A.705.705 0 0 0 11 19.298z"/>`;
const shieldShape = svg`<path d="M20 13c0 5-3.5 7.5-7.66 8.95a1 1 0 0 1-.67-.01C7.5 20.5 4 18 4 13V6a1 1 0 0 1 1-1c2 0 4.5-1.2 6.24-2.72a1.17 1.17 0 0 1 1.52 0C14.51 3.81 17 5 19 5a1 1 0 0 1 1 1z"/>`;
const screen = svg`<rect width="18" height="14" x="3" y="5" rx="2"/>`;
const captionLines = svg`<path d="M7 15h4M15 15h2M7 11h2M13 11h4"/>`;

/** Renders an icon from the `d` of one path, in a view box of 24 by 24. */
export const iconOf = (path: string): TemplateResult => icon(svg`<path d=${path}/>`);

/** The player's own icons. Each takes the colour of the surrounding text. */
const defaultIcons = {
  play: icon(svg`<path d="M5 5a2 2 0 0 1 3.008-1.728l11.997 6.998a2 2 0 0 1 .003 3.458l-12 7A2 2 0 0 1 5 19z"/>`, 'currentColor'),
  pause: icon(svg`<rect x="14" y="3" width="5" height="18" rx="1"/><rect x="5" y="3" width="5" height="18" rx="1"/>`, 'currentColor'),
  replay: icon(svg`<path d="M3 12a9 9 0 1 0 9-9 9.75 9.75 0 0 0-6.74 2.74L3 8"/><path d="M3 3v5h5"/>`),
  onward: icon(svg`<path d="M21 12a9 9 0 1 1-9-9c2.52 0 4.93 1 6.74 2.74L21 8"/><path d="M21 3v5h-5"/>`),
  loud: icon(svg`${speaker}<path d="M16 9a5 5 0 0 1 0 6"/><path d="M19.364 18.364a9 9 0 0 0 0-12.728"/>`),
  quiet: icon(svg`${speaker}<path d="M16 9a5 5 0 0 1 0 6"/>`),
  muted: icon(svg`${speaker}<path d="m16.5 14.5 5-5"/><path d="m16.5 9.5 5 5"/>`),
  captions: icon(svg`${screen}${captionLines}`),
  captionsOn: icon(
    svg`<path fill="currentColor" fill-rule="evenodd" stroke="none" d="M5 4h14a3 3 0 0 1 3 3v10a3 3 0 0 1-3 3H5a3 3 0 0 1-3-3V7a3 3 0 0 1 3-3zM7 10a1 1 0 0 0 0 2h2a1 1 0 0 0 0-2zm6 0a1 1 0 0 0 0 2h4a1 1 0 0 0 0-2zm-6 4a1 1 0 0 0 0 2h4a1 1 0 0 0 0-2zm8 0a1 1 0 0 0 0 2h2a1 1 0 0 0 0-2z"/>`
  ),
  described: icon(svg`${screen}<path d="m7 15 2.5-6 2.5 6M7.9 13h3.2M14 9v6h.5a3 3 0 0 0 0-6z"/>`),
  describedOn: icon(
    svg`<path fill="currentColor" fill-rule="evenodd" stroke="none" d="M5 4h14a3 3 0 0 1 3 3v10a3 3 0 0 1-3 3H5a3 3 0 0 1-3-3V7a3 3 0 0 1 3-3zM9.5 8a1 1 0 0 0-.92.62l-2.5 6a1 1 0 0 0 1.84.76L8.5 14h2l.58 1.38a1 1 0 0 0 1.84-.76l-2.5-6A1 1 0 0 0 9.5 8zm-.17 4 .17-.4.17.4zM14 8a1 1 0 0 0-1 1v6a1 1 0 0 0 1 1h.5a4 4 0 0 0 0-8zm1 2.06a2 2 0 0 1 0 3.88z"/>`
  ),
  letters: icon(
    svg`<path d="m15 16 2.536-7.328a1.02 1.02 1 0 1 1.928 0L22 16"/><path d="M15.697 14h5.606"/><path d="m2 16 4.039-9.69a.5.5 0 0 1 .923 0L11 16"/><path d="M3.304 13h6.392"/>`
  ),
  speakCaptions: icon(
    svg`<path d="M8.8 20v-4.1l1.9.2a2.3 2.3 0 0 0 2.164-2.1V8.3A5.37 5.37 0 0 0 2 8.25c0 2.8.656 3.054 1 4.55a5.77 5.77 0 0 1 .029 2.758L2 20"/><path d="M19.8 17.8a7.5 7.5 0 0 0 .003-10.603"/><path d="M17 15a3.5 3.5 0 0 0-.025-4.975"/>`
  ),
  transcript: icon(
    svg`<path d="M21 6H3"/><path d="M10 12H3"/><path d="M10 18H3"/><circle cx="17" cy="15" r="3"/><path d="m21 19-1.9-1.9"/>`
  ),
  settings: icon(
    svg`<path d="M9.671 4.136a2.34 2.34 0 0 1 4.659 0 2.34 2.34 0 0 0 3.319 1.915 2.34 2.34 0 0 1 2.33 4.033 2.34 2.34 0 0 0 0 3.831 2.34 2.34 0 0 1-2.33 4.033 2.34 2.34 0 0 0-3.319 1.915 2.34 2.34 0 0 1-4.659 0 2.34 2.34 0 0 0-3.32-1.915 2.34 2.34 0 0 1-2.33-4.033 2.34 2.34 0 0 0 0-3.831A2.34 2.34 0 0 1 6.35 6.051a2.34 2.34 0 0 0 3.319-1.915"/><circle cx="12" cy="12" r="3"/>`
  ),
  shield: icon(svg`${shieldShape}<path d="m9 12 2 2 4-4"/>`),
  pip: icon(svg`<path d="M21 9V6a2 2 0 0 0-2-2H4a2 2 0 0 0-2 2v10c0 1.1.9 2 2 2h4"/><rect width="10" height="7" x="12" y="13" rx="2"/>`),
  maximize: icon(
    svg`<path d="M8 3H5a2 2 0 0 0-2 2v3"/><path d="M21 8V5a2 2 0 0 0-2-2h-3"/><path d="M3 16v3a2 2 0 0 0 2 2h3"/><path d="M16 21h3a2 2 0 0 0 2-2v-3"/>`
  ),
  minimize: icon(
    svg`<path d="M8 3v3a2 2 0 0 1-2 2H3"/><path d="M21 8h-3a2 2 0 0 1-2-2V3"/><path d="M3 16h3a2 2 0 0 1 2 2v3"/><path d="M16 21v-3a2 2 0 0 1 2-2h3"/>`
  ),
  next: icon(svg`<path d="m9 18 6-6-6-6"/>`),
  previous: icon(svg`<path d="m15 18-6-6 6-6"/>`),
  check: icon(svg`<path d="M20 6 9 17l-5-5"/>`),
  close: icon(svg`<path d="M18 6 6 18"/><path d="m6 6 12 12"/>`),
  copy: icon(svg`<rect width="14" height="14" x="8" y="8" rx="2"/><path d="M4 16c-1.1 0-2-.9-2-2V4c0-1.1.9-2 2-2h10c1.1 0 2 .9 2 2"/>`),
  previousEntry: icon(
    svg`<path fill="currentColor" d="M17.971 4.285A2 2 0 0 1 21 6v12a2 2 0 0 1-3.029 1.715l-9.997-5.998a2 2 0 0 1-.003-3.432z"/><path d="M3 20V4"/>`
  ),
  nextEntry: icon(
    svg`<path fill="currentColor" d="M6.029 4.285A2 2 0 0 0 3 6v12a2 2 0 0 0 3.029 1.715l9.997-5.998a2 2 0 0 0 .003-3.432z"/><path d="M21 4v16"/>`
  ),
  playlist: icon(
    svg`<path d="M21 5H3"/><path d="M10 12H3"/><path d="M10 19H3"/><path d="M15 12.003a1 1 0 0 1 1.517-.859l4.997 2.997a1 1 0 0 1 0 1.718l-4.997 2.997a1 1 0 0 1-1.517-.86z"/>`
  ),
  speed: icon(svg`<path d="m12 14 4-4"/><path d="M3.34 19a10 10 0 1 1 17.32 0"/>`),
  audio: icon(svg`<path d="M2 10v3"/><path d="M6 6v11"/><path d="M10 3v18"/><path d="M14 8v7"/><path d="M18 5v13"/><path d="M22 10v3"/>`),
  quality: icon(
    svg`<path d="M10 5H3"/><path d="M12 19H3"/><path d="M14 3v4"/><path d="M16 17v4"/><path d="M21 12h-9"/><path d="M21 19h-5"/><path d="M21 5h-7"/><path d="M8 10v4"/><path d="M8 12H3"/>`
  ),
  chapters: icon(
    svg`<path d="M3 5h.01"/><path d="M3 12h.01"/><path d="M3 19h.01"/><path d="M8 5h13"/><path d="M8 12h13"/><path d="M8 19h13"/>`
  ),
  download: icon(svg`<path d="M12 15V3"/><path d="M21 15v4a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2v-4"/><path d="m7 10 5 5 5-5"/>`),
  backward: icon(svg`<path d="m11 17-5-5 5-5"/><path d="m18 17-5-5 5-5"/>`),
  ahead: icon(svg`<path d="m6 17 5-5-5-5"/><path d="m13 17 5-5-5-5"/>`),
  more: icon(svg`<path d="M5 12h.01"/><path d="M12 12h.01"/><path d="M19 12h.01"/>`),
  sleep: icon(
    svg`<path d="M20.985 12.486a9 9 0 1 1-9.473-9.472c.405-.022.617.46.402.803a6 6 0 0 0 8.268 8.268c.344-.215.825-.004.803.401"/>`
  ),
  statistics: icon(svg`<path d="M5 21v-6"/><path d="M12 21V3"/><path d="M19 21V9"/>`),
  keyboard: icon(
    svg`<rect width="20" height="16" x="2" y="4" rx="2"/><path d="M10 8h.01"/><path d="M12 12h.01"/><path d="M14 8h.01"/><path d="M16 12h.01"/><path d="M18 8h.01"/><path d="M6 8h.01"/><path d="M7 16h10"/><path d="M8 12h.01"/>`
  ),
  cast: icon(
    svg`<path d="M2 8V6a2 2 0 0 1 2-2h16a2 2 0 0 1 2 2v12a2 2 0 0 1-2 2h-6"/><path d="M2 12a9 9 0 0 1 8 8"/><path d="M2 16a5 5 0 0 1 4 4"/><path d="M2 20h.01"/>`
  ),
  castOn: icon(
    svg`<path fill="currentColor" stroke="none" d="M4 3h16a3 3 0 0 1 3 3v12a3 3 0 0 1-3 3h-6A13 13 0 0 0 1 8V6a3 3 0 0 1 3-3z"/><path d="M2 12a9 9 0 0 1 8 8"/><path d="M2 16a5 5 0 0 1 4 4"/><path d="M2 20h.01"/>`
  ),
  airplay: icon(svg`<path d="M5 17H4a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2h16a2 2 0 0 1 2 2v10a2 2 0 0 1-2 2h-1"/><path d="m12 15 5 6H7z"/>`),
  erase: icon(
    svg`<path d="M3 6h18"/><path d="M19 6v14a2 2 0 0 1-2 2H7a2 2 0 0 1-2-2V6"/><path d="M8 6V4a2 2 0 0 1 2-2h4a2 2 0 0 1 2 2v2"/>`
  ),
  alert: icon(
    svg`<path d="m21.73 18-8-14a2 2 0 0 0-3.48 0l-8 14A2 2 0 0 0 4 21h16a2 2 0 0 0 1.73-3"/><path d="M12 9v4"/><path d="M12 17h.01"/>`
  )
} as const satisfies Record<string, TemplateResult>;

export type IconName = keyof typeof defaultIcons;

/** A page's own icons by the name of the icon that each replaces. */
export type Icons = Readonly<Partial<Record<IconName, IconShape>>>;

const renderShape = (shape: IconShape): TemplateResult =>
  typeof shape === 'string' ? iconOf(shape) : icon(svg`<path fill="currentColor" stroke="none" fill-rule="evenodd" d=${shape.filled}/>`);

/** All icons of the interface: the page's own, otherwise the player's. */
export const icons = Object.fromEntries(
  Object.entries(defaultIcons).map(([name, fallback]) => [name, html`${replaceable(name, renderShape, fallback)}`])
) as unknown as Readonly<Record<IconName, TemplateResult>>;
