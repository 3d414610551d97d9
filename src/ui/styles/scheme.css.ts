import { css } from 'lit';

/**
 * The colours derived from the publisher's choice. Everything over the video is light on dark, because a video does not adapt to a
 * colour scheme; menus, dialogs and the bar of the audio player follow `color-scheme`.
 */
export const schemeStyles = css`
  .frame {
    --_accent: var(--jet-accent, #4cc9e4);
    --_on-accent: var(--jet-on-accent, #04212a);
    /* The accent colour for text or a thin line, on the video and on the panels. */
    --_accent-on-video: var(--_accent);
    --_accent-text: var(--_accent);
    --_panel: var(--jet-panel, rgb(18 22 28 / 0.94));
    --_panel-solid: var(--jet-panel-solid, #12161c);
    --_panel-text: var(--jet-panel-text, #fff);
    --_panel-quiet: rgb(255 255 255 / 0.72);
    --_panel-line: rgb(255 255 255 / 0.14);
    --_panel-hover: rgb(255 255 255 / 0.1);
    --_panel-focus: rgb(255 255 255 / 0.16);
    --_panel-ring: var(--jet-focus, #fff);
  }
  @supports (color: light-dark(red, red)) {
    .frame {
      --_panel: var(--jet-panel, light-dark(rgb(255 255 255 / 0.97), rgb(18 22 28 / 0.94)));
      --_panel-solid: var(--jet-panel-solid, light-dark(#fff, #12161c));
      --_panel-text: var(--jet-panel-text, light-dark(#14181f, #fff));
      --_panel-quiet: light-dark(rgb(20 24 31 / 0.74), rgb(255 255 255 / 0.72));
      --_panel-line: light-dark(rgb(20 24 31 / 0.14), rgb(255 255 255 / 0.14));
      --_panel-hover: light-dark(rgb(20 24 31 / 0.06), rgb(255 255 255 / 0.1));
      --_panel-focus: light-dark(rgb(20 24 31 / 0.1), rgb(255 255 255 / 0.16));
      --_panel-ring: var(--jet-focus, light-dark(#14181f, #fff));
    }
  }
  /* Black and white are equally far from a luminance of 0.179 (WCAG 2.2), so the chosen one has a contrast of at least 4.58:1. */
  @supports (color: color(from red xyz-d65 x y z)) {
    .frame {
      --_on-accent: var(
        --jet-on-accent,
        color(
          from var(--_accent) xyz-d65 clamp(0, (0.179 - y) * 9999, 0.9505) clamp(0, (0.179 - y) * 9999, 1)
            clamp(0, (0.179 - y) * 9999, 1.089)
        )
      );
      --_accent-on-video: oklch(from var(--_accent) max(l, 0.66) c h);
      --_accent-text: light-dark(oklch(from var(--_accent) min(l, 0.48) c h), oklch(from var(--_accent) max(l, 0.75) c h));
    }
  }
  @media (prefers-reduced-transparency: reduce) {
    .frame {
      --_panel: var(--_panel-solid);
      --jet-scrim: #000;
    }
    .frame .surface::after {
      block-size: var(--_bar);
      background: #000;
      mask-image: none;
    }
    .frame .top:has(.title) {
      padding-block-end: 0.6em;
      background: #000;
    }
    .frame :is(.big, .skip).button {
      background: #0c1218;
      backdrop-filter: none;
    }
  }
  @media (forced-colors: active) {
    .frame {
      --_panel: Canvas;
      --_panel-solid: Canvas;
      --_panel-text: CanvasText;
      --_panel-quiet: CanvasText;
      --_panel-ring: Highlight;
    }
  }
`;
