import { css } from 'lit';

/** The style sheet of `jet-transcript`. */
export const transcriptStyles = css`
  :host {
    display: block;
  }
  .head {
    position: sticky;
    inset-block-start: -0.4em;
    z-index: 1;
    margin-inline: -1.1em;
    padding: 0.7em 1.1em 0.5em;
    background: var(--_panel-solid, #12161c);
  }
  @container (height < 300px) {
    .head {
      position: static;
    }
  }
  input {
    box-sizing: border-box;
    inline-size: 100%;
    min-block-size: 2.6em;
    padding: 0.3em 0.9em;
    border: 1px solid var(--_panel-quiet);
    border-radius: 99px;
    background: transparent;
    color: inherit;
    font: inherit;
  }
  input::placeholder {
    color: var(--_panel-quiet);
    opacity: 1;
  }
  input::-webkit-search-cancel-button {
    filter: grayscale(1);
  }
  .count {
    display: block;
    padding-inline: 0.9em;
    color: var(--_panel-quiet);
    font-size: 0.9em;
  }
  .count:not(:empty) {
    padding-block-start: 0.4em;
  }
  ol {
    margin: 0 -0.6em;
    padding: 0;
    list-style: none;
  }
  li {
    content-visibility: auto;
    contain-intrinsic-block-size: auto 3em;
  }
  li {
    display: flex;
  }
  li > button {
    display: flex;
    flex: 1;
    gap: 0.9em;
    min-inline-size: 0;
    padding: 0.45em 0.6em;
    border: 0;
    border-radius: calc(var(--jet-radius, 10px) - 4px);
    background: none;
    color: inherit;
    font: inherit;
    text-align: start;
    cursor: pointer;
  }
  li > .link {
    flex: none;
    align-items: center;
    justify-content: center;
    min-inline-size: 2.6em;
    color: var(--_panel-quiet);
  }
  .link > .icon {
    inline-size: 1.1em;
    block-size: 1.1em;
  }
  /* With a mouse, only the current, the hovered and the focused line show their link button. */
  @media (hover: hover) {
    li:not(:hover, :focus-within, :has([aria-current])) > .link {
      opacity: 0;
    }
  }
  li > button > span {
    flex: 1;
    overflow-wrap: anywhere;
  }
  time {
    flex: none;
    min-inline-size: 2.6em;
    color: var(--_panel-quiet);
    font-variant-numeric: tabular-nums;
  }
  [aria-current] {
    background: var(--_panel-focus);
    box-shadow: inset 3px 0 var(--_accent-text);
  }
  [aria-current]:dir(rtl) {
    box-shadow: inset -3px 0 var(--_accent-text);
  }
  [aria-current] time {
    color: var(--_accent-text);
  }
  mark {
    border-radius: 3px;
    background: var(--_accent);
    color: var(--_on-accent);
  }
  .empty {
    margin: 1em 0;
    color: var(--_panel-quiet);
  }
  .saving {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
    margin-block-end: 0.5em;
  }
  .save {
    display: flex;
    align-items: center;
    gap: 0.5em;
    min-block-size: 2.4em;
    padding: 0.2em 0.9em;
    border: 1px solid var(--_panel-quiet);
    border-radius: 99px;
    background: none;
    color: inherit;
    font: inherit;
    cursor: pointer;
  }
  .save .icon {
    inline-size: 1.1em;
    block-size: 1.1em;
  }
  .on .icon {
    inline-size: 1.3em;
    block-size: 1.3em;
  }
  .follow {
    position: sticky;
    inset-block-end: 0;
    margin: 0.6em auto 0;
    box-shadow: 0 4px 16px rgb(0 0 0 / 0.4);
  }
  :focus-visible {
    outline: 2px solid var(--_panel-ring, #fff);
    outline-offset: -2px;
  }
  .on:focus-visible,
  .follow:focus-visible {
    outline-offset: 2px;
  }
  @media (hover: hover) {
    .save:hover,
    li > button:not([aria-current]):hover {
      background: var(--_panel-hover);
    }
  }
  @media (pointer: coarse) {
    li > button,
    li > .link,
    input,
    .save,
    .on,
    .follow {
      min-block-size: 44px;
    }
    li > .link {
      min-inline-size: 44px;
    }
  }
  @media (forced-colors: active) {
    [aria-current] {
      border-inline-start: 4px solid Highlight;
    }
  }
`;
