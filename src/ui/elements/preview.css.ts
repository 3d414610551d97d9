import { css } from 'lit';

/** The style sheet of `jet-preview`. */
export const previewStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    align-items: center;
    text-align: center;
  }
  canvas {
    inline-size: 100%;
    max-block-size: calc(var(--_preview-width, 160px) * 9 / 16);
    object-fit: contain;
    margin-block-end: 0.3em;
    border-radius: calc(var(--jet-radius, 10px) - 5px);
  }
  :host([fills]) {
    position: absolute;
    inset: 0;
    pointer-events: none;
  }
  :host([fills]) canvas {
    inline-size: 100%;
    max-block-size: none;
    block-size: 100%;
    margin: 0;
    border-radius: 0;
    background: #000;
    object-fit: contain;
  }
  /* While a finger drags, the thumbnail fills the video. */
  @media (pointer: coarse) {
    :host(:not([fills])) canvas {
      display: none;
    }
  }
  .heading {
    display: -webkit-box;
    overflow: hidden;
    font-weight: 600;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    white-space: normal;
    text-wrap: balance;
  }
  [hidden] {
    display: none;
  }
  /* In a player of small height, there is room for a small thumbnail and the time. */
  @container (height < 240px) {
    .heading {
      display: none;
    }
  }
`;
