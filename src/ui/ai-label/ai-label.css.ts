import { css } from 'lit';

/**
 * The AI label, in the upper corner at the end of the line, and the space that the interface leaves for it. The label itself depends on
 * no custom property and no inherited property that a page can set, except `visibility`, so that a page hides the label only together
 * with the player or its frame. The label does not fade, and passes a press on to what is under it.
 */
export const aiLabelStyles = css`
  .ai-label {
    all: initial;
    --_ai-inset: clamp(8px, 1.2cqw, 22px);
    position: absolute;
    inset-block-start: var(--_ai-inset);
    inset-inline-end: var(--_ai-inset);
    z-index: 1;
    display: flex;
    align-items: center;
    gap: 6px;
    box-sizing: border-box;
    max-inline-size: 50%;
    padding: 3px 8px 3px 4px;
    border: 1px solid rgb(255 255 255 / 0.5);
    border-radius: 6px;
    background: rgb(12 18 24 / 0.82);
    color: #fff;
    font:
      500 clamp(12px, 10.5px + 0.25cqw, 22px) / 1.25 system-ui,
      sans-serif;
    visibility: inherit;
    pointer-events: none;
  }
  .ai-label:is(:lang(ar), :lang(he)) {
    padding: 3px 4px 3px 8px;
    direction: rtl;
  }
  .ai-icon {
    flex: none;
    padding: 1px 4px;
    border-radius: 3px;
    background: #fff;
    color: #0c1218;
    font-size: 0.85em;
    font-weight: 800;
    letter-spacing: 0.04em;
  }
  /* Captions begin below the label. With a prompt, which is taller than the label, they begin below the prompt. */
  .frame:has(> .ai-label) {
    --_prompt: var(--_ai-end);
  }
  .frame:has(> .ai-label) > .top {
    padding-inline-end: calc(var(--_ai-width) + 8px);
  }
  .frame:has(> .ai-label):has(.prompt) .prompt {
    max-inline-size: calc(100cqw - var(--_ai-width) - var(--_gap) - 14px);
  }
  .frame:has(> .ai-label) > .watermark {
    inset-block-start: calc(var(--_ai-end) + 6px);
  }
  @container (height < 240px) {
    /* The big play button, which captions move up, is beside the label. */
    .frame:has(.big[data-calls]):has(jet-captions) > .ai-label {
      max-inline-size: calc(50cqw - var(--_big) / 2 - var(--_ai-inset) - 4px);
    }
    /* Between the label and the preview of the seek bar there is no space for captions. */
    .frame:has(> .ai-label):has([part='seek'][data-pointed='wide']) jet-captions {
      opacity: 0;
    }
    @media (pointer: coarse) {
      /* Between the label and the captions there is no space for these buttons; the bar has a play button instead. */
      .frame[data-started]:has(> .ai-label):has(jet-captions) :is(.big:not([data-calls]), .skip).button {
        display: none;
      }
      .frame[data-started]:has(> .ai-label):has(jet-captions):not(:has(.big[data-calls])) [part='play']:not(:focus) {
        inline-size: var(--_control);
        overflow: visible;
        opacity: 1;
        pointer-events: auto;
      }
      .frame[data-started]:has(> .ai-label):not(:has(.big[data-calls])) jet-captions {
        inset-block-start: var(--_from);
      }
    }
  }
  /* Menus lie above the label. */
  .frame:has(> .ai-label) > .bar {
    z-index: 2;
  }
  .frame[data-audio]:has(> .ai-label) {
    --_prompt: 0px;
  }
  .frame[data-audio] > .ai-label {
    position: static;
    grid-area: 4 / 2;
    justify-self: start;
    max-inline-size: 100%;
    margin: 6px 4px 2px;
  }
  .frame[data-audio]:has(> .ai-label) > .top {
    padding-inline-end: 0;
  }
  .frame[data-audio]:has(> .ai-label):has(.prompt) .prompt {
    max-inline-size: none;
  }
  @media (forced-colors: active) {
    .ai-label {
      border-color: CanvasText;
      background: Canvas;
      color: CanvasText;
    }
    .ai-icon {
      border: 1px solid CanvasText;
      background: Canvas;
      color: CanvasText;
    }
  }
`;
