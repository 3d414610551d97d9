import { css } from 'lit';

/** The controls of a playlist, and the controls that are hidden where there is no space for both. */
export const playlistStyles = css`
  .button[aria-disabled] {
    opacity: 0.4;
  }
  /* Time runs from left to right in every language, so these three buttons do not change their order. */
  .frame[dir='rtl'] [part='next'] {
    order: -3;
  }
  .frame[dir='rtl'] [part='play'] {
    order: -2;
  }
  .frame[dir='rtl'] [part='previous'] {
    order: -1;
  }
  /* The list is also in the settings menu. */
  @container (width < 600px) {
    .frame:not([data-audio]) [part='previous'],
    .end:has([part='playlist']) > :is([part='pip'], [part='privacy']) {
      display: none;
    }
  }
  @container (width < 440px) {
    .end:has([part='description']) > [part='playlist'] {
      display: none;
    }
  }
  @container (width < 380px) {
    .frame:not([data-audio]) [part='playlist'] {
      display: none;
    }
  }
  @container (height < 240px) {
    .frame:has(.up-next) .top {
      opacity: 0;
    }
  }
`;
