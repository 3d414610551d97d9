import { css } from 'lit';

/** Hides parts that others replace: a second play button, the title during captions, the controls during a drag of the seek bar. */
export const replacedPartStyles = css`
  /* The big play button replaces the bar's, except while the bar's has the keyboard focus. */
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
  /* Captions need the space of the title. */
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
