import { defaultCaptionStyle, type CaptionStyle } from '../../media/index.js';

/** The edge styles of the letters, as a `text-shadow`. */
const edgeShadows: Readonly<Record<CaptionStyle['edge'], string>> = {
  none: '',
  outline: [0, 45, 90, 135, 180, 225, 270, 315]
    .map((angle) =>
      [Math.cos((angle * Math.PI) / 180), Math.sin((angle * Math.PI) / 180)].map((offset) => `${(offset * 0.07).toFixed(3)}em`)
    )
    .map(([x, y]) => `${x} ${y} 0 var(--_cue-rim)`)
    .join(),
  shadow: '0.06em 0.06em 0.12em var(--_cue-rim),0 0 0.3em var(--_cue-rim)',
  raised: '0.03em 0.03em 0 var(--_cue-rim),0.06em 0.06em 0 var(--_cue-rim),0.09em 0.09em 0 var(--_cue-rim)',
  depressed: '-0.03em -0.03em 0 var(--_cue-rim),-0.06em -0.06em 0 var(--_cue-rim),0 -0.03em 0 var(--_cue-rim)'
};

const colorChannels = (color: string): number[] => [1, 3, 5].map((at) => parseInt(color.slice(at, at + 2), 16));

/** Returns a dark rim for light letters and a light one for dark letters. */
function rimColorOf(color: string): string {
  const [red, green, blue] = colorChannels(color) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 90 ? '#000' : '#fff';
}

/** Sets the viewer's caption style on an element, for the captions in it: those that the player renders and the browser's own. */
export function applyCaptionStyle({ style: target }: HTMLElement, { size, color, background, opacity, edge }: CaptionStyle): void {
  const defaults = defaultCaptionStyle;
  const setProperty = (name: string, value: string) => (value ? target.setProperty(name, value) : target.removeProperty(name));
  setProperty('--_cue-size', size === defaults.size ? '' : String(size));
  // Without a choice of the viewer, the page's custom properties apply.
  setProperty('--_cue-text', color === defaults.color ? '' : color);
  const hasChosenBackground = background !== defaults.background || opacity !== defaults.opacity;
  setProperty('--_cue-background', hasChosenBackground ? `rgb(${colorChannels(background).join(' ')} / ${opacity})` : '');
  setProperty('--_cue-rim', edge === 'none' ? '' : rimColorOf(color));
  setProperty('--_cue-edge', edgeShadows[edge]);
}
