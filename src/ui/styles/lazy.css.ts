import { castStatusStyles } from './cast-status.css.js';
import { panelStyles } from './panel.css.js';

/** The style sheets of what is shown only after the first interaction. */
const lazyStyles = [castStatusStyles, panelStyles];

/** Adds these style sheets to a player that does not have them yet. */
export function adoptLazyStyles(root: ShadowRoot): void {
  for (const { styleSheet } of lazyStyles)
    if (styleSheet && !root.adoptedStyleSheets.includes(styleSheet)) root.adoptedStyleSheets.push(styleSheet);
}
