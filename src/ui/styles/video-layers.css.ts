import { css } from 'lit';
import { visuallyHidden } from './visually-hidden.css.js';

/** The layers over the video that are not controls: the pointer surface, the captions, the watermark and the live regions. */
export const videoLayerStyles = css`
  .frame[data-untipped] {
    --_tip: none;
  }
  .surface {
    position: absolute;
    inset: 0;
    outline: none;
    touch-action: manipulation;
    user-select: none;
    -webkit-touch-callout: none;
    -webkit-tap-highlight-color: transparent;
  }
  .frame[data-idle],
  .frame[data-idle] .surface {
    cursor: none;
  }
  ${visuallyHidden}
  @container (width >= 480px) {
    jet-dialog[beside][open] {
      --_beside: max(20em, 34cqw);
    }
    .frame:has(jet-dialog[beside][open]) jet-captions {
      inset-inline-end: calc(max(20em, 34cqw) + 2 * var(--_gap));
    }
  }
  .watermark {
    position: absolute;
    inset-block-start: calc(var(--_gap) + 4px);
    inset-inline-end: calc(var(--_gap) + 6px);
    max-inline-size: 20%;
    pointer-events: none;
  }
  .watermark ::slotted(*) {
    max-inline-size: 100%;
    pointer-events: auto;
  }
`;
