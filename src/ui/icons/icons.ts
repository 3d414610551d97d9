import { svg } from 'lit';
import { icon, replaceableIcons } from './render-icon.js';

// Paths from Lucide 1.62 (https://lucide.dev), ISC licence, credited in LICENSE.
const speaker = svg`<path fill="currentColor" d="M11 4.702a.705.705 0 0 0-1.203-.498L6.413 7.587A1.4 1.4 0 0 1 5.416 8H3a1 1 0 0 0-1 1v6a1 1 0 0 0 1 1h2.416a1.4 1.4 0 0 1 .997.413l3.383 3.384A.705.705 0 0 0 11 19.298z"/>`;
const shieldShape = svg`<path d="M20 13c0 5-3.5 7.5-7.66 8.95a1 1 0 0 1-.67-.01C7.5 20.5 4 18 4 13V6a1 1 0 0 1 1-1c2 0 4.5-1.2 6.24-2.72a1.17 1.17 0 0 1 1.52 0C14.51 3.81 17 5 19 5a1 1 0 0 1 1 1z"/>`;
const screen = svg`<rect width="18" height="14" x="3" y="5" rx="2"/>`;
const captionLines = svg`<path d="M7 15h4M15 15h2M7 11h2M13 11h4"/>`;

/** The icons of what is visible before the first interaction. Each takes the colour of the surrounding text. */
export const icons = replaceableIcons({
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
  chapters: icon(
    svg`<path d="M3 5h.01"/><path d="M3 12h.01"/><path d="M3 19h.01"/><path d="M8 5h13"/><path d="M8 12h13"/><path d="M8 19h13"/>`
  ),
  download: icon(svg`<path d="M12 15V3"/><path d="M21 15v4a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2v-4"/><path d="m7 10 5 5 5-5"/>`),
  backward: icon(svg`<path d="m11 17-5-5 5-5"/><path d="m18 17-5-5 5-5"/>`),
  ahead: icon(svg`<path d="m6 17 5-5-5-5"/><path d="m13 17 5-5-5-5"/>`),
  sleep: icon(
    svg`<path d="M20.985 12.486a9 9 0 1 1-9.473-9.472c.405-.022.617.46.402.803a6 6 0 0 0 8.268 8.268c.344-.215.825-.004.803.401"/>`
  ),
  cast: icon(
    svg`<path d="M2 8V6a2 2 0 0 1 2-2h16a2 2 0 0 1 2 2v12a2 2 0 0 1-2 2h-6"/><path d="M2 12a9 9 0 0 1 8 8"/><path d="M2 16a5 5 0 0 1 4 4"/><path d="M2 20h.01"/>`
  ),
  castOn: icon(
    svg`<path fill="currentColor" stroke="none" d="M4 3h16a3 3 0 0 1 3 3v12a3 3 0 0 1-3 3h-6A13 13 0 0 0 1 8V6a3 3 0 0 1 3-3z"/><path d="M2 12a9 9 0 0 1 8 8"/><path d="M2 16a5 5 0 0 1 4 4"/><path d="M2 20h.01"/>`
  ),
  airplay: icon(svg`<path d="M5 17H4a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2h16a2 2 0 0 1 2 2v10a2 2 0 0 1-2 2h-1"/><path d="m12 15 5 6H7z"/>`),
  alert: icon(
    svg`<path d="m21.73 18-8-14a2 2 0 0 0-3.48 0l-8 14A2 2 0 0 0 4 21h16a2 2 0 0 0 1.73-3"/><path d="M12 9v4"/><path d="M12 17h.01"/>`
  )
});
