import { css } from 'lit';

/** The notices over the video after a key or a double tap. */
export const noticeStyles = css`
  .notice {
    position: absolute;
    inset: 0;
    display: grid;
    place-items: center;
    overflow: hidden;
    pointer-events: none;
  }
  .notice > .words {
    display: grid;
    justify-items: center;
    gap: 0.2em;
    box-sizing: border-box;
    max-inline-size: min(18em, 80cqw);
    padding: 0.6em 1em;
    border-radius: 1.4em;
    background: var(--_panel);
    color: var(--_panel-text);
    font-weight: 600;
    font-variant-numeric: tabular-nums;
    text-align: center;
    text-wrap: balance;
    overflow-wrap: anywhere;
    translate: 0 calc(var(--_middle) - 50cqh);
    animation: pass 0.9s forwards;
  }
  .words > .icon {
    inline-size: 1.9em;
    block-size: 1.9em;
  }
  /* A long notice is below the title, even in a player of small height. */
  .words.slow {
    align-self: start;
    margin-block-start: max(12cqh, var(--_gap) + 2.6em);
    translate: none;
  }
  .words.stays {
    animation: none;
  }
  /* The notice of a double tap is on the tapped side; time runs from left to right in every language. */
  .words[data-side] {
    justify-self: left;
    max-inline-size: 33cqw;
    margin-inline: 3cqw;
    padding-inline: 0.7em;
  }
  .words[data-side='right'] {
    justify-self: right;
  }
  /* In the middle there is one icon at a time. */
  .frame:has(.words:is(.stays, :not([data-side], .slow))) .center > :is(.big, .skip) {
    opacity: 0;
  }
  @keyframes pass {
    70% {
      opacity: 1;
    }
    to {
      opacity: 0;
    }
  }
  @media (forced-colors: active) {
    .notice > .words {
      border: 2px solid ButtonText;
      background: Canvas;
    }
  }
`;
