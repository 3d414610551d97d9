import { css } from 'lit';

/** The notices over the video after a key or a double tap. */
export const noticeStyles = css`
  .notice {
    position: absolute;
    inset: 0;
    display: grid;
    align-content: start;
    justify-items: center;
    /* Below the title, even in a low player. */
    padding-block-start: max(12cqh, var(--_gap) + 2.6em);
    overflow: hidden;
    pointer-events: none;
  }
  .notice > .words {
    padding: 0.35em 0.9em;
    border-radius: 99px;
    background: var(--_panel);
    color: var(--_panel-text);
    font-size: 1.1em;
    font-variant-numeric: tabular-nums;
    animation: pass 1.2s forwards;
  }
  /* A skip is shown on the tapped side; time runs from left to right in every language. */
  .skip-notice {
    position: absolute;
    inset-block: 0;
    left: 0;
    display: grid;
    align-content: center;
    justify-items: center;
    gap: 0.3em;
    inline-size: 33%;
    border-radius: 0 50% 50% 0 / 0 50% 50% 0;
    background: rgb(255 255 255 / 0.14);
    font-weight: 600;
    text-align: center;
    text-shadow: 0 1px 4px rgb(0 0 0 / 0.7);
    animation: pass 0.9s forwards;
  }
  .skip-notice[data-forward] {
    left: auto;
    right: 0;
    border-radius: 50% 0 0 50% / 50% 0 0 50%;
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
    .notice > .words,
    .notice > .skip-notice {
      border: 2px solid ButtonText;
      background: Canvas;
    }
  }
`;
