import { css } from 'lit';

/** The space of the captions: no control, prompt, preview or menu covers it. */
export const captionSpaceStyles = css`
  .frame {
    --_big: clamp(52px, 9cqw, 140px);
    /* The distance of the middle of the big play button from the upper edge. */
    --_middle: 50cqh;
    /* The height of the prompt, and the distance from the upper edge at which captions may begin. */
    --_prompt: 0px;
    --_from: calc(var(--_prompt) + 3cqh);
    --_text-lines: 3.9em;
    --_preview-width: clamp(112px, 18cqw, 300px);
    --_menu: clamp(16em, 34cqw, 24em);
  }
  .frame:has(.prompt:not([data-play])),
  .frame:has(.prompt):not(:has(.big)) {
    --_prompt: calc(44px + var(--_gap));
  }
  .frame:not([data-idle]):has(.title) {
    --_from: calc(var(--_prompt) + var(--_gap) + 4px + 3.3em);
  }
  /* The big play button leaves space for three lines above the bar. */
  .frame:not([data-idle]):has(jet-captions) {
    --_lines: calc(4.2 * min(calc(var(--_cue-size, 1) * max(13px, min(4.9cqh, 4.2cqw))), 11cqh));
    --_middle: max(calc(var(--_gap) + var(--_big) / 2), min(50cqh, calc(100cqh - var(--_bar) - 10px - var(--_lines) - var(--_big) / 2)));
    --_tip-distance: 1px;
  }
  jet-captions {
    inset-block-start: var(--_from);
  }
  .frame:not([data-idle]) jet-captions {
    inset-block-end: calc(var(--_bar) + 4px);
  }
  /* A taller player also has space for three lines above the big play button; captions in the middle move below the button. */
  @container (height >= 300px) {
    .frame:has(.big[data-calls]) jet-captions {
      --_clear: calc(var(--_middle) + var(--_big) / 2 + 4px - var(--_from));
      --_lift: 0px;
    }
  }
  @container (height < 300px) {
    .frame:has(.big[data-calls]) jet-captions {
      inset-block-start: max(var(--_from), calc(var(--_middle) + var(--_big) / 2 + 4px));
      --_lift: 0px;
    }
  }
  .frame:has([part='seek'][data-pointed]) jet-captions {
    inset-block-end: calc(var(--_bar) + 2.3em);
  }
  .frame:has([part='seek'][data-pointed='wide']) jet-captions {
    inset-block-end: calc(var(--_bar) + var(--_preview-width) * 9 / 16 + var(--_text-lines) + 1em + 6px);
  }
  @container (height < 240px) {
    .frame > * {
      --_text-lines: 1.3em;
      --_preview-width: 64px;
    }
    .frame:not([data-idle]):has(.title) > * {
      --_from: calc(var(--_prompt) + 3cqh);
    }
  }
  @media (pointer: coarse) {
    @container (height >= 300px) {
      .frame:not([data-idle]):has(.big) jet-captions {
        --_clear: calc(var(--_middle) + var(--_big) / 2 + 4px - var(--_from));
        --_lift: 0px;
      }
    }
    @container (180px <= height < 300px) {
      .frame:not([data-idle]):has(.big) jet-captions {
        inset-block-start: max(var(--_from), calc(var(--_middle) + var(--_big) / 2 + 4px));
        --_lift: 0px;
      }
    }
    @container (height < 300px) {
      .frame:not([data-idle]):has(.title) > * {
        --_from: calc(var(--_prompt) + 3cqh);
      }
      .frame[data-started]:has(.prompt):not(:has(.big[data-calls])) jet-captions {
        inset-block-start: var(--_from);
      }
    }
  }
  @container (width >= 480px) {
    .frame:has(jet-menu[data-open]) jet-captions {
      inset-inline-end: calc(var(--_menu) + 2 * var(--_gap));
    }
  }
  @container (width < 480px) {
    .frame:has(jet-menu[data-open]) jet-captions {
      opacity: 0;
    }
  }
  /* A sheet covers the whole frame of a small embed. */
  @media (height < 480px) {
    .frame:has(jet-dialog[sheet][open]) jet-captions {
      opacity: 0;
    }
  }
  /* Next to these elements there is no space for captions. */
  .frame:is(
      [data-failed],
      [data-scrubbing],
      :has(.cast-status),
      :has(.up-next),
      :has(jet-dialog[open]:not([beside])),
      :has([part='chapter'][data-open])
    )
    jet-captions {
    opacity: 0;
  }
`;
