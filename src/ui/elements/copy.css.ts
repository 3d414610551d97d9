import { css } from 'lit';
import { textButtonStyles } from '../styles/text-button.css.js';

/** The style sheet of `jet-copy`. */
export const copyStyles = [
  textButtonStyles,
  css`
    :host {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 0.75em;
    }
    button:not(.button) {
      background: var(--_panel-focus, rgb(255 255 255 / 0.16));
    }
    .icon {
      inline-size: 1.2em;
      block-size: 1.2em;
    }
    textarea {
      flex-basis: 100%;
      box-sizing: border-box;
      inline-size: 100%;
      border: 1px solid var(--_panel-line);
      border-radius: 6px;
      background: var(--_panel-hover);
      color: inherit;
      font:
        0.85em ui-monospace,
        monospace;
    }
  `
];
