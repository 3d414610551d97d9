import { css } from 'lit';

/** The translucent shade behind the bar. It lies below the captions, which make room for the bar but not for its shade. */
export const shadeStyles = css`
  /* An eased gradient, because a linear one would show an edge. */
  .surface::after {
    content: '';
    position: absolute;
    inset-inline: 0;
    inset-block-end: 0;
    block-size: calc(var(--_bar) + 3.5em);
    background: var(--jet-scrim, rgb(0 0 0 / 0.78));
    mask-image: linear-gradient(to top, #000, rgb(0 0 0 / 0.74) 35%, rgb(0 0 0 / 0.31) 70%, rgb(0 0 0 / 0.09) 88%, transparent);
    pointer-events: none;
    transition: opacity 0.2s;
  }
  .frame[data-idle] .surface::after,
  .frame:not([data-started], :hover, :has(.bar:focus-within)) .surface::after {
    opacity: 0;
  }
  .frame[data-failed] .surface::after {
    display: none;
  }
  @media (prefers-reduced-motion: reduce) {
    .surface::after {
      transition: none;
    }
  }
  @media (forced-colors: active) {
    .surface::after {
      block-size: var(--_bar);
      background: Canvas;
      mask-image: none;
    }
  }
`;
