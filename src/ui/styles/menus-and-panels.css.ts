import { castStatusStyles } from './cast-status.css.js';
import { panelStyles } from './panel.css.js';

/** The style sheets of what is shown only after the first interaction. */
export const menuAndPanelStyles = [castStatusStyles, panelStyles];
