import { css } from 'lit';

/** The status over the video while a receiver or a picture-in-picture window plays, and the duration of a slow notice. */
export const castStatusStyles = css`
  .cast-status {
    position: absolute;
    inset: 0;
    display: flex;
    flex-direction: column;
    align-items: center;
    justify-content: safe center;
    gap: 0.6em;
    padding: var(--_gap) 1.5em calc(var(--_bar) + var(--_gap));
    background: rgb(10 13 17 / 0.86);
    text-align: center;
  }
  .cast-status > button {
    pointer-events: auto;
  }
  .frame:has(.cast-status) .top {
    z-index: 1;
  }
  .cast-status > .icon {
    flex: none;
    inline-size: 3em;
    block-size: 3em;
    color: var(--_accent-on-video);
  }
  .cast-status p {
    margin: 0;
    font-size: 1.12em;
    overflow-wrap: anywhere;
    text-wrap: balance;
  }
  .notice > .words.slow {
    animation-duration: 6s;
  }
  @media (forced-colors: active) {
    .cast-status {
      background: Canvas;
    }
  }
`;
