import { css } from 'lit';

/** The style sheet of `jet-list`. */
export const listStyles = css`
  :host {
    display: block;
    margin-inline: -0.7em;
  }
  ol {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  button {
    display: flex;
    align-items: center;
    gap: 0.75em;
    inline-size: 100%;
    min-block-size: max(36px, 2.5em);
    padding: 0.3em 0.7em;
    border: 0;
    border-radius: calc(var(--jet-radius, 10px) - 4px);
    background: none;
    color: inherit;
    font: inherit;
    line-height: 1.3;
    text-align: start;
    cursor: pointer;
    -webkit-tap-highlight-color: transparent;
  }
  .mark,
  .note {
    flex: none;
    color: var(--_panel-quiet);
    font-variant-numeric: tabular-nums;
  }
  .mark {
    inline-size: 1.6em;
    text-align: end;
  }
  jet-image {
    flex: none;
    inline-size: 44px;
    block-size: 44px;
    border-radius: 4px;
    background: var(--_panel-hover);
  }
  .icon {
    display: inline-block;
    inline-size: 1.1em;
    block-size: 1.1em;
    vertical-align: -0.15em;
  }
  .title {
    flex: 1 1 auto;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  [aria-current],
  [aria-current] .mark {
    color: var(--_accent-text);
    font-weight: 600;
  }
  button:focus-visible {
    outline: 2px solid var(--_panel-ring, #fff);
    outline-offset: -2px;
  }
  @media (hover: hover) {
    button:hover {
      background: var(--_panel-hover);
    }
  }
  @media (pointer: coarse) {
    button {
      min-block-size: 44px;
    }
  }
  @media (forced-colors: active) {
    button {
      color: ButtonText;
    }
    button:hover {
      outline: 1px solid Highlight;
      outline-offset: -2px;
    }
  }
`;
