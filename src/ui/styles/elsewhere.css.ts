import { css } from 'lit';

/** What stands in the picture while another device plays, and what is said when that did not go well. */
export const elsewhereStyles = css`
  .elsewhere {
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
  .frame:has(.elsewhere) .top {
    z-index: 1;
  }
  .elsewhere > .icon {
    flex: none;
    inline-size: 3em;
    block-size: 3em;
    color: var(--_accent-seen);
  }
  .elsewhere p {
    margin: 0;
    font-size: 1.12em;
    overflow-wrap: anywhere;
    text-wrap: balance;
  }
  .notice > .words.slow {
    animation-duration: 6s;
  }
  @media (forced-colors: active) {
    .elsewhere {
      background: Canvas;
    }
  }
`;
