import { css } from 'lit';

/** The buttons of the bar with their tooltips; shared by all shadow roots with such buttons. */
export const buttonStyles = css`
  .icon {
    display: block;
    inline-size: var(--_icon);
    block-size: var(--_icon);
    pointer-events: none;
  }
  .button {
    position: relative;
    display: grid;
    flex: none;
    place-items: center;
    inline-size: var(--_control);
    block-size: var(--_control);
    padding: 0;
    border: 0;
    border-radius: var(--jet-radius, 10px);
    background: none;
    color: inherit;
    font: inherit;
    cursor: pointer;
    -webkit-tap-highlight-color: transparent;
    transition: background-color 0.12s;
  }
  .button.wide {
    display: flex;
    inline-size: auto;
    min-inline-size: 0;
    padding-inline: 0.75em;
    white-space: nowrap;
  }
  a.button {
    text-decoration: none;
  }
  .button:focus-visible {
    outline: 2px solid var(--jet-focus, #fff);
    outline-offset: -3px;
  }
  @media (hover: hover) {
    .button:hover {
      background: rgb(255 255 255 / 0.16);
    }
  }
  .button::after {
    content: var(--_tip, attr(data-tip));
    position: absolute;
    inset-block-end: calc(100% + var(--_tip-distance, 22px));
    inset-inline-start: 50%;
    z-index: 1;
    padding: 0.3em 0.65em;
    border-radius: 6px;
    background: var(--_panel, #12161c);
    color: var(--_panel-text, #fff);
    font-size: 0.92em;
    line-height: 1.3;
    white-space: nowrap;
    opacity: 0;
    visibility: hidden;
    pointer-events: none;
    transform: translateX(-50%);
    transition: opacity 0.12s 0.25s;
  }
  .button:dir(rtl)::after {
    transform: translateX(50%);
  }
  .button[aria-expanded='true']::after {
    content: none;
  }
  @media (hover: hover) {
    .button:is(:hover, :focus-visible)::after {
      opacity: 1;
      visibility: visible;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .button,
    .button::after {
      transition: none;
    }
  }
  @media (forced-colors: active) {
    .button {
      color: ButtonText;
    }
    .button:hover {
      outline: 1px solid Highlight;
      outline-offset: -3px;
    }
    .button:focus-visible {
      outline-color: Highlight;
    }
    .button::after {
      border: 1px solid CanvasText;
    }
  }
`;
