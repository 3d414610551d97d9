import { css } from 'lit';

/** The control bar and the title. */
export const barStyles = css`
  .bar,
  .top {
    position: absolute;
    inset-inline: 0;
    transition: opacity 0.2s;
  }
  .top {
    inset-block-start: 0;
    display: flex;
    align-items: flex-start;
    justify-content: space-between;
    padding: calc(var(--_gap) + 4px) calc(var(--_gap) + 6px) 2.5em;
    pointer-events: none;
  }
  .top:has(.title) {
    background: linear-gradient(var(--jet-scrim, rgb(0 0 0 / 0.6)), transparent);
  }
  .frame:has(.prompt) .top {
    padding-block-start: calc(var(--_prompt) + var(--_gap) + 4px);
  }
  .top ::slotted(*) {
    pointer-events: auto;
  }
  .title {
    display: -webkit-box;
    overflow: hidden;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    font-size: 1.15em;
    font-weight: 600;
    text-shadow: 0 1px 3px rgb(0 0 0 / 0.6);
  }
  .bar {
    inset-block-end: 0;
    padding-inline: var(--_gap);
    padding-block-end: calc(var(--_gap) / 2);
  }
  .timeline {
    padding-inline: 4px;
    direction: ltr;
  }
  .timeline jet-slider {
    margin-block-end: -2px;
  }
  .row,
  .start,
  .end {
    display: flex;
    align-items: center;
  }
  .start,
  .end {
    gap: var(--jet-control-gap, 0px);
  }
  .row {
    justify-content: space-between;
  }
  .start {
    min-inline-size: 0;
  }
  /* Where there is no space for the duration, the duration wraps into a second line, which is cut off. */
  .time {
    display: flex;
    flex-wrap: wrap;
    column-gap: 0.3em;
    min-inline-size: 0;
    max-block-size: 1.4em;
    padding-inline: 0.6em;
    overflow: hidden;
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  .time .of {
    color: var(--jet-text-quiet, rgb(255 255 255 / 0.72));
  }
  [part='volume'] {
    --_fill: var(--jet-volume, #fff);
    inline-size: 0;
    /* While the slider is hidden, there is one gap instead of two. */
    margin-inline-start: calc(-1 * var(--jet-control-gap, 0px));
    opacity: 0;
    overflow: hidden;
    transition:
      inline-size 0.18s ease-out,
      opacity 0.18s;
  }
  .start:hover > [part='volume'],
  .start:has([part='mute']:focus-visible) > [part='volume'],
  [part='volume']:focus-within {
    inline-size: clamp(56px, 7cqw, 110px);
    margin-inline: 8px;
    overflow: visible;
    opacity: 1;
  }
  [part='chapter'] {
    min-inline-size: 0;
  }
  .live.button {
    display: flex;
    gap: 0.5em;
    inline-size: auto;
    padding-inline: 0.75em;
    font-weight: 600;
    letter-spacing: 0.02em;
    text-transform: uppercase;
  }
  .dot {
    box-sizing: border-box;
    inline-size: 0.62em;
    block-size: 0.62em;
    border: 2px solid currentColor;
    border-radius: 50%;
    opacity: 0.8;
  }
  .live[data-edge] .dot {
    border-color: var(--jet-live, #ff5c5c);
    background: var(--jet-live, #ff5c5c);
    opacity: 1;
  }
  .badge {
    position: absolute;
    inset-block-start: 10%;
    inset-inline-end: 6%;
    min-inline-size: 1.5em;
    padding-inline: 0.3em;
    box-sizing: border-box;
    border-radius: 99px;
    background: var(--_accent);
    color: var(--_on-accent);
    font-size: 0.72em;
    font-weight: 700;
    line-height: 1.5;
    font-variant-numeric: tabular-nums;
  }
  /* A centred tooltip near the edge of the player would be clipped. */
  .start .button:nth-child(-n + 2)::after {
    inset-inline-start: 0;
    transform: none;
  }
  .end > .button:nth-last-child(-n + 3)::after {
    inset-inline: auto 0;
    transform: none;
  }
  .frame[data-idle] :is(.bar, .top) {
    opacity: 0;
    pointer-events: none;
  }
  /* Before playback starts the poster is shown; the bar appears on hover. */
  .frame:not([data-started], :hover) .bar:not(:focus-within) {
    opacity: 0;
    pointer-events: none;
  }
  .frame[data-failed] .bar {
    display: none;
  }
  @media (pointer: coarse) {
    [part='volume'] {
      display: none;
    }
    .timeline jet-slider {
      margin-block: -12px -10px;
    }
  }
  /* The list of chapters is also in the settings menu. */
  @container (width < 640px) {
    [part='chapter'] {
      display: none;
    }
  }
  @container (width < 480px) {
    [part='volume'],
    [part='download'] {
      display: none;
    }
  }
  @container (width < 380px) {
    [part='pip'] {
      display: none;
    }
    .time {
      padding-inline: 0.3em;
    }
  }
  /* Touch needs wider buttons, so fewer of them fit in the bar. */
  @media (pointer: coarse) {
    @container (width < 440px) {
      [part='pip'] {
        display: none;
      }
    }
    @container (width < 360px) {
      [part='privacy'] {
        display: none;
      }
    }
  }
  @container (width < 320px) {
    [part='privacy'] {
      display: none;
    }
  }
  /* The buttons for captions and audio description stay as long as the play button does (EN 301 549, 7.3). */
  @container (width < 430px) {
    .end:has([part='description']) > [part='privacy'] {
      display: none;
    }
  }
  @container (width < 320px) {
    .start:has(~ .end [part='description']) > .time {
      display: none;
    }
  }
  @container (width < 290px) {
    .time {
      display: none;
    }
  }
  @container (height < 160px) {
    .top {
      display: none;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .bar,
    .top,
    [part='volume'] {
      transition: none;
    }
  }
  @media (forced-colors: active) {
    .top:has(.title) {
      padding-block-end: 0.6em;
      background: Canvas;
    }
    .live[data-edge] .dot {
      forced-color-adjust: none;
    }
  }
`;
