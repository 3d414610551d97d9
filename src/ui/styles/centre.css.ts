import { css } from 'lit';

/** What stands in the middle of the picture: the big button, the wait, the prompt, the error, the passing notice. */
export const centreStyles = css`
  .centre {
    position: absolute;
    inset: 0;
    display: grid;
    place-items: center;
    pointer-events: none;
  }
  .centre > * {
    grid-area: 1 / 1;
  }
  .big.button {
    --_icon: 42%;
    inline-size: clamp(52px, 9cqw, 140px);
    block-size: clamp(52px, 9cqw, 140px);
    border-radius: 50%;
    background: rgb(12 18 24 / 0.62);
    box-shadow: 0 4px 24px rgb(0 0 0 / 0.35);
    opacity: 0;
    visibility: hidden;
    backdrop-filter: blur(10px) saturate(1.4);
    transition:
      transform 0.15s,
      opacity 0.2s,
      background-color 0.15s;
  }
  .big.button::after {
    content: none;
  }
  .big[data-calls] {
    opacity: 1;
    visibility: visible;
    pointer-events: auto;
  }
  @media (hover: hover) {
    .big.button:hover {
      background: var(--jet-accent, #4cc9e4);
      color: var(--jet-on-accent, #04212a);
      transform: scale(1.06);
    }
  }
  @media (pointer: coarse) {
    .frame:not([data-idle]) .big.button {
      opacity: 1;
      visibility: visible;
      pointer-events: auto;
    }
  }
  .loading {
    inline-size: clamp(40px, 6.5cqw, 110px);
    aspect-ratio: 1;
    border: clamp(3px, 0.45cqw, 8px) solid rgb(255 255 255 / 0.22);
    border-block-start-color: var(--jet-accent, #4cc9e4);
    border-radius: 50%;
    filter: drop-shadow(0 1px 4px rgb(0 0 0 / 0.5));
    opacity: 0;
    animation:
      appear 0.2s 0.5s forwards,
      turn 0.9s linear infinite;
  }
  .prompt {
    align-self: end;
    margin-block-end: calc(var(--_bar) + var(--_gap));
    box-shadow: 0 4px 24px rgb(0 0 0 / 0.35);
    pointer-events: auto;
  }
  .centre button:not(.button) .icon {
    inline-size: 1.15em;
    block-size: 1.15em;
  }
  .error {
    position: absolute;
    inset: 0;
    display: flex;
    flex-direction: column;
    align-items: center;
    justify-content: safe center;
    gap: 0.5em;
    padding: var(--_gap) 1.5em;
    overflow: auto;
    background: rgb(10 13 17 / 0.86);
    text-align: center;
    pointer-events: auto;
    user-select: text;
  }
  .error > .icon {
    flex: none;
    inline-size: 2.6em;
    block-size: 2.6em;
    color: var(--jet-accent, #4cc9e4);
  }
  .error p {
    max-inline-size: 34em;
    margin: 0;
    font-size: 1.12em;
    text-wrap: balance;
  }
  .error .code {
    color: var(--jet-text-quiet, rgb(255 255 255 / 0.72));
    font:
      0.86em ui-monospace,
      monospace;
  }
  .choices {
    display: flex;
    flex-wrap: wrap;
    justify-content: center;
    gap: 0.6em;
    margin-block-start: 0.6em;
  }
  .notice {
    position: absolute;
    inset-block-start: 14%;
    inset-inline: 0;
    display: grid;
    place-items: center;
    pointer-events: none;
  }
  .notice > span {
    padding: 0.35em 0.9em;
    border-radius: 99px;
    background: var(--jet-panel, rgb(18 22 28 / 0.94));
    font-size: 1.1em;
    font-variant-numeric: tabular-nums;
    animation: pass 1.2s forwards;
  }
  @container (height < 200px) {
    .error > .icon {
      display: none;
    }
  }
  /* In a low player the button of the bar is enough. */
  @container (height < 180px) {
    .frame[data-started] .big.button:not([data-calls]) {
      display: none;
    }
  }
  @keyframes appear {
    to {
      opacity: 1;
    }
  }
  @keyframes turn {
    to {
      transform: rotate(1turn);
    }
  }
  @keyframes pass {
    70% {
      opacity: 1;
    }
    to {
      opacity: 0;
    }
  }
  @keyframes breathe {
    50% {
      border-color: var(--jet-accent, #4cc9e4);
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .loading {
      animation:
        appear 0s 0.5s forwards,
        breathe 2s infinite;
    }
    .big.button {
      transition: none;
    }
  }
  @media (forced-colors: active) {
    .big.button,
    .notice > span {
      border: 2px solid ButtonText;
      background: Canvas;
    }
    .error {
      background: Canvas;
    }
    .loading {
      forced-color-adjust: none;
      border-color: GrayText;
      border-block-start-color: Highlight;
    }
  }
`;
