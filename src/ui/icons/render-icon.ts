import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import { replaceable, type IconShape } from '../lit/replaceable-icon.js';

export type { IconShape } from '../lit/replaceable-icon.js';

/** Renders an icon from SVG shapes in a view box of 24 by 24. */
export const icon = (shapes: SVGTemplateResult, fill: 'none' | 'currentColor' = 'none'): TemplateResult =>
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

/** Renders an icon from the `d` of one path, in a view box of 24 by 24. */
export const iconOf = (path: string): TemplateResult => icon(svg`<path d=${path}/>`);

const renderShape = (shape: IconShape): TemplateResult =>
  typeof shape === 'string' ? iconOf(shape) : icon(svg`<path fill="currentColor" stroke="none" fill-rule="evenodd" d=${shape.filled}/>`);

/** Returns icons that the page can replace: its own, otherwise these. */
export const replaceableIcons = <Name extends string>(
  defaults: Readonly<Record<Name, TemplateResult>>
): Readonly<Record<Name, TemplateResult>> =>
  Object.fromEntries(
    Object.entries<TemplateResult>(defaults).map(([name, fallback]) => [name, html`${replaceable(name, renderShape, fallback)}`])
  ) as Record<Name, TemplateResult>;
