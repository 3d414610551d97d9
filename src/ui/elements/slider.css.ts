import { css } from 'lit';

/** The style sheet of `jet-slider`: a thin track that grows under the pointer. */
export const sliderStyles = css`
  :host {
    --_line: var(--jet-slider-line, 4px);
    --_line-active: var(--jet-slider-line-active, 6px);
    --_thumb: var(--jet-slider-thumb, 14px);
    --_range: var(--jet-buffered, rgb(255 255 255 / 0.32));
    --_along: to right;
    --_way: 1;
    display: block;
    touch-action: none;
    -webkit-tap-highlight-color: transparent;
  }
  :host(:dir(rtl)) {
    --_along: to left;
    --_way: -1;
  }
  .slider {
    position: relative;
    display: flex;
    align-items: center;
    block-size: var(--jet-slider-target, 24px);
    cursor: pointer;
    outline: none;
    user-select: none;
    /* So that the parts moved outside the slider do not make the page scrollable. */
    contain: layout;
  }
  .slider[aria-disabled] {
    cursor: default;
  }
  .track {
    position: relative;
    flex: 1;
    block-size: var(--_line);
    overflow: hidden;
    border-radius: 99px;
    background: var(--jet-track, rgb(255 255 255 / 0.24));
    mask-image: var(--gaps);
    transition: block-size 0.12s ease-out;
  }
  .ranges,
  .hover,
  .fill,
  .carrier {
    position: absolute;
    inset: 0;
  }
  .ranges {
    background-image: var(--ranges);
  }
  .hover {
    inline-size: calc(var(--hover) * 100%);
    background: rgb(255 255 255 / 0.24);
    opacity: 0;
  }
  /* Both parts are as wide as the slider, and end at the value. A transform moves them, because it needs no layout. */
  .fill,
  .carrier {
    transform: translateX(calc(var(--_way) * (var(--fraction) - 1) * 100%));
  }
  .carrier {
    display: flex;
    align-items: center;
    justify-content: flex-end;
    pointer-events: none;
  }
  .fill {
    background: var(--_fill, var(--_accent-on-video, #4cc9e4));
  }
  .thumb {
    flex: none;
    inline-size: var(--_thumb);
    block-size: var(--_thumb);
    margin-inline-end: calc(var(--_thumb) / -2);
    border-radius: 50%;
    background: var(--jet-thumb, #fff);
    box-shadow: 0 1px 4px rgb(0 0 0 / 0.45);
    transform: scale(0);
    transition: transform 0.12s ease-out;
  }
  .slider:focus-visible .track,
  .slider[data-dragging] .track {
    block-size: var(--_line-active);
  }
  .slider:focus-visible .thumb,
  .slider[data-dragging] .thumb {
    transform: none;
  }
  .slider:focus-visible .thumb {
    outline: 2px solid var(--jet-focus, #fff);
    outline-offset: 3px;
  }
  @media (hover: hover) {
    .slider:not([aria-disabled]):hover .track {
      block-size: var(--_line-active);
    }
    .slider:not([aria-disabled]):hover :is(.thumb, .hover) {
      opacity: 1;
      transform: none;
    }
  }
  @media (pointer: coarse) {
    .slider:not([aria-disabled]) .thumb {
      transform: none;
    }
    .slider[data-dragging] .track {
      block-size: calc(2 * var(--_line-active));
    }
  }
  .tip {
    position: absolute;
    inset-block-end: 100%;
    inset-inline-start: clamp(1.6em, calc(var(--hover) * 100%), calc(100% - 1.6em));
    margin-block-end: 2px;
    padding: 0.25em 0.6em;
    border-radius: 6px;
    background: var(--_panel, #12161c);
    color: var(--_panel-text, #fff);
    font-variant-numeric: tabular-nums;
    line-height: 1.3;
    white-space: nowrap;
    pointer-events: none;
    transform: translateX(-50%);
  }
  .tip:has([wide]) {
    --_wide: min(var(--_preview-width, 160px), 100%);
    box-sizing: border-box;
    inset-inline-start: clamp(var(--_wide) / 2, calc(var(--hover) * 100%), calc(100% - var(--_wide) / 2));
    inline-size: var(--_wide);
    padding: 0.35em;
  }
  :host(:dir(rtl)) .tip {
    transform: translateX(50%);
  }
  @media (prefers-reduced-motion: reduce) {
    .track,
    .thumb {
      transition: none;
    }
  }
  @media (forced-colors: active) {
    .track {
      border: 1px solid CanvasText;
      background: Canvas;
    }
    .fill {
      forced-color-adjust: none;
      background: Highlight;
    }
    .thumb {
      forced-color-adjust: none;
      background: CanvasText;
      transform: none;
    }
    .tip {
      border: 1px solid CanvasText;
    }
    .slider:focus-visible .thumb {
      outline-color: Highlight;
    }
  }
`;
