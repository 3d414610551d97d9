import { css } from 'lit';

/** The style sheet of `jet-captions`. The viewer's style is set in custom properties; see `caption-style.ts`. */
export const captionsStyles = css`
  :host {
    position: absolute;
    inset-inline: 3%;
    inset-block: 3% 2.5%;
    pointer-events: none;
    color: var(--_cue-text, var(--jet-cue-text, #fff));
    font-family: var(--jet-font, system-ui, sans-serif);
    transition: inset-block 0.2s;
  }
  .column {
    position: absolute;
    inset: 0;
    display: flex;
    flex-direction: column;
    overflow: hidden;
    /* In a small player, twice the size would leave no space for a second line. */
    font-size: min(calc(var(--_cue-size, 1) * max(13px, min(4.9cqh, 4.2cqw))), 11cqh);
    line-height: 1.4;
  }
  /* Captions in the middle are below the big play button while the button is shown. */
  .low {
    top: max(0px, var(--_clear, 0px));
  }
  .column::before,
  .column::after {
    content: '';
    flex: 0 1 0;
  }
  .start::before,
  .center::before {
    flex-basis: var(--_distance);
  }
  .end {
    justify-content: flex-end;
  }
  .end::after {
    flex-basis: var(--_distance);
  }
  .center .cue {
    translate: 0 var(--_lift, -50%);
  }
  .rl {
    writing-mode: vertical-rl;
  }
  .lr {
    writing-mode: vertical-lr;
  }
  .cue {
    flex: none;
    box-sizing: border-box;
    max-inline-size: 100%;
    /* WebVTT positions count from the left in every language. */
    inline-size: var(--_width);
    margin-left: var(--_left);
    overflow-wrap: anywhere;
  }
  .rl .cue,
  .lr .cue {
    margin-left: 0;
    margin-top: var(--_left);
  }
  .cue > span {
    display: inline-block;
    max-inline-size: 100%;
    box-sizing: border-box;
    white-space: pre-line;
    text-wrap: balance;
    unicode-bidi: plaintext;
    padding: 0.06em 0.4em 0.1em;
    border-radius: 0.2em;
    background: var(--_cue-background, var(--jet-cue-background, rgb(0 0 0 / 0.75)));
    text-shadow: var(--_cue-edge, none);
  }
  /* The colours that WebVTT names (https://www.w3.org/TR/webvtt1/#default-text-color), unless the viewer has chosen one. */
  .white {
    color: var(--_cue-text, white);
  }
  .lime {
    color: var(--_cue-text, lime);
  }
  .cyan {
    color: var(--_cue-text, cyan);
  }
  .red {
    color: var(--_cue-text, red);
  }
  .yellow {
    color: var(--_cue-text, yellow);
  }
  .magenta {
    color: var(--_cue-text, magenta);
  }
  .blue {
    color: var(--_cue-text, blue);
  }
  .black {
    color: var(--_cue-text, black);
  }
  @media (prefers-reduced-motion: reduce) {
    :host {
      transition: none;
    }
  }
`;
