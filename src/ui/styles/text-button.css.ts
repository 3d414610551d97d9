import { css } from 'lit';

/** Buttons with text: retry, tap to unmute, copy. */
export const textButtonStyles = css`
  button:not(.button) {
    display: inline-flex;
    align-items: center;
    gap: 0.55em;
    min-block-size: 36px;
    padding: 0.3em 1em;
    border: 0;
    border-radius: 99px;
    background: rgb(255 255 255 / 0.16);
    color: inherit;
    font: inherit;
    font-weight: 600;
    line-height: 1.2;
    cursor: pointer;
    -webkit-tap-highlight-color: transparent;
  }
  button:not(.button).main {
    background: var(--_accent);
    color: var(--_on-accent);
  }
  button:not(.button):focus-visible {
    outline: 2px solid var(--jet-focus, #fff);
    outline-offset: 2px;
  }
  @media (hover: hover) {
    button:not(.button):hover {
      filter: brightness(1.12);
    }
  }
  @media (pointer: coarse) {
    button:not(.button) {
      min-block-size: 44px;
    }
  }
  @media (forced-colors: active) {
    button:not(.button) {
      border: 1px solid ButtonText;
    }
  }
`;
