import { css } from 'lit';

/** The middle of the video: the big play button, the loading indicator, the prompt and the error message. */
export const centerStyles = css`
  .center {
    position: absolute;
    inset: 0;
    display: grid;
    place-items: center;
    pointer-events: none;
  }
  .center > * {
    grid-area: 1 / 1;
  }
  .center > :is(.big, .skip, .loading) {
    translate: 0 calc(var(--_middle) - 50cqh);
  }
  .big.button {
    --_icon: 42%;
    inline-size: var(--_big);
    block-size: var(--_big);
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
      background: var(--_accent);
      color: var(--_on-accent);
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
  /* For touch only, because a mouse has the seek bar, and a keyboard has keys. Time runs from left to right in every language. */
  .skip.button {
    display: none;
    position: relative;
    inset-inline: auto;
    border-radius: 50%;
    background: rgb(12 18 24 / 0.62);
    pointer-events: auto;
  }
  .skip > * {
    grid-area: 1 / 1;
  }
  .skip > .icon {
    inline-size: 64%;
    block-size: 64%;
  }
  .skip > span {
    font-size: 10px;
    font-weight: 700;
    line-height: 1;
  }
  @media (pointer: coarse) {
    .frame:not([data-idle]) .skip.button {
      display: grid;
      left: calc(var(--_big) / 2 + var(--_control) / 2 + clamp(14px, 5cqw, 64px));
    }
    .frame:not([data-idle]) .skip.button[part='skip-back'] {
      left: calc(var(--_big) / -2 - var(--_control) / 2 - clamp(14px, 5cqw, 64px));
    }
  }
  .loading {
    display: grid;
    justify-items: center;
    gap: 0.9em;
    opacity: 0;
    animation: appear 0.2s 0.5s forwards;
  }
  .reason {
    max-inline-size: calc(100cqw - 3em);
    padding: 0.4em 1em;
    border-radius: 1.2em;
    background: rgb(12 18 24 / 0.78);
    text-align: center;
    text-wrap: balance;
  }
  .spinner {
    inline-size: clamp(40px, 6.5cqw, 110px);
    aspect-ratio: 1;
    border: clamp(3px, 0.45cqw, 8px) solid rgb(255 255 255 / 0.22);
    border-block-start-color: var(--_accent-on-video);
    border-radius: 50%;
    filter: drop-shadow(0 1px 4px rgb(0 0 0 / 0.5));
    animation: turn 0.9s linear infinite;
  }
  .prompt {
    place-self: start;
    max-inline-size: calc(100cqw - 2 * var(--_gap) - 12px);
    margin: calc(var(--_gap) + 4px) calc(var(--_gap) + 6px);
    box-shadow: 0 4px 24px rgb(0 0 0 / 0.35);
    pointer-events: auto;
  }
  /* The big play button starts playback, too. */
  .center:has(.big) .prompt[data-play] {
    display: none;
  }
  .center button:not(.button) .icon {
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
    color: var(--_accent-on-video);
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
  @container (height < 240px) {
    .loading {
      gap: 0.4em;
      margin-block-end: calc(var(--_bar) * 0.7);
    }
    .spinner {
      inline-size: 32px;
    }
  }
  @container (height < 200px) {
    .error > .icon {
      display: none;
    }
  }
  /* In a player of small height, the play button of the bar is sufficient. */
  @container (height < 180px) {
    .frame[data-started] :is(.big:not([data-calls]), .skip).button {
      display: none;
    }
  }
  /* Between the prompt and the captions there is no space for these buttons. */
  @media (pointer: coarse) {
    @container (height < 300px) {
      .frame[data-started]:has(jet-captions):has(.prompt) :is(.big:not([data-calls]), .skip).button {
        display: none;
      }
    }
    /* The spinner is around the big play button. */
    .spinner {
      inline-size: calc(var(--_big) + 8px);
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
  @keyframes breathe {
    50% {
      border-color: var(--_accent-on-video);
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .loading {
      animation-duration: 0s;
    }
    .spinner {
      animation: breathe 2s infinite;
    }
    .big.button {
      transition: none;
    }
  }
  @media (forced-colors: active) {
    .big.button,
    .skip.button {
      border: 2px solid ButtonText;
      background: Canvas;
    }
    .error {
      background: Canvas;
    }
    .reason {
      border: 1px solid CanvasText;
      background: Canvas;
    }
    .spinner {
      forced-color-adjust: none;
      border-color: GrayText;
      border-block-start-color: Highlight;
    }
  }
`;
