import { css } from 'lit';

/** What makes way for something else: a second play button, the title for captions, the controls while the viewer drags the seek bar. */
export const oneAtATimeStyles = css`
  /* The big play button does the same. The one of the bar keeps the focus of the keyboard, and is shown while it has it. */
  .frame:has(.big[data-calls]) [part='play']:not(:focus) {
    inline-size: 0;
    overflow: hidden;
    opacity: 0;
    pointer-events: none;
  }
  .frame:has([part='play']:focus) .big.button {
    display: none;
  }
  @media (pointer: coarse) {
    @container (height >= 180px) {
      .frame:has(.big):not(:has(.prompt):has(jet-captions)) [part='play']:not(:focus) {
        inline-size: 0;
        overflow: hidden;
        opacity: 0;
        pointer-events: none;
      }
    }
    @container (height >= 300px) {
      .frame:has(.big) [part='play']:not(:focus) {
        inline-size: 0;
        overflow: hidden;
        opacity: 0;
        pointer-events: none;
      }
    }
  }
  /* Captions need the room. */
  @container (height < 240px) {
    .title {
      -webkit-line-clamp: 1;
    }
    .frame:has(jet-captions) .title {
      display: none;
    }
  }
  @media (pointer: coarse) {
    @container (height < 300px) {
      .frame:has(jet-captions) .title {
        display: none;
      }
    }
  }
  .frame[data-scrubbing] :is(.top, .center) {
    opacity: 0;
  }
  @media (pointer: coarse) {
    .frame[data-scrubbing] :is(.start > :not(.time), .end) {
      opacity: 0;
    }
  }
`;
