import { css } from 'lit';

/** The style sheet of `jet-share`, inside a panel. */
export const shareStyles = css`
  :host {
    display: grid;
    gap: 0.9em;
  }
  .time {
    display: flex;
    align-items: center;
    gap: 0.6em;
  }
  label {
    display: flex;
    flex: 1;
    align-items: center;
    justify-content: space-between;
    gap: 0.6em;
  }
  input {
    box-sizing: border-box;
    min-block-size: 2.6em;
    padding: 0.3em 0.9em;
    border: 1px solid var(--_panel-quiet);
    border-radius: 99px;
    background: transparent;
    color: inherit;
    font: inherit;
    font-variant-numeric: tabular-nums;
  }
  label > input {
    inline-size: 6.5em;
  }
  input[aria-invalid='true'] {
    border: 2px dashed currentColor;
  }
  .link {
    inline-size: 100%;
    color: var(--_panel-quiet);
    text-overflow: ellipsis;
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.75em;
  }
  .copy:disabled {
    opacity: 0.5;
    cursor: default;
  }
  .copy .icon {
    inline-size: 1.2em;
    block-size: 1.2em;
  }
  input:focus-visible,
  .copy:focus-visible {
    outline: 2px solid var(--_panel-ring, #fff);
    outline-offset: 2px;
  }
  @media (pointer: coarse) {
    input,
    .copy {
      min-block-size: 44px;
    }
    .button {
      min-inline-size: 44px;
      min-block-size: 44px;
    }
  }
`;
