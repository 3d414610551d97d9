import { defaultCaptionStyle, type CaptionStyle } from '../../media/index.js';

/** How letters are set off from what is behind them, as a `text-shadow`. */
const edges: Readonly<Record<CaptionStyle['edge'], string>> = {
  none: '',
  outline: [0, 45, 90, 135, 180, 225, 270, 315]
    .map((angle) => [Math.cos((angle * Math.PI) / 180), Math.sin((angle * Math.PI) / 180)].map((way) => `${(way * 0.07).toFixed(3)}em`))
    .map(([x, y]) => `${x} ${y} 0 var(--_cue-rim)`)
    .join(),
  shadow: '0.06em 0.06em 0.12em var(--_cue-rim),0 0 0.3em var(--_cue-rim)',
  raised: '0.03em 0.03em 0 var(--_cue-rim),0.06em 0.06em 0 var(--_cue-rim),0.09em 0.09em 0 var(--_cue-rim)',
  depressed: '-0.03em -0.03em 0 var(--_cue-rim),-0.06em -0.06em 0 var(--_cue-rim),0 -0.03em 0 var(--_cue-rim)'
};

const channels = (color: string): number[] => [1, 3, 5].map((at) => parseInt(color.slice(at, at + 2), 16));

/** Light letters get a dark rim, and dark ones a light. */
function rimOf(color: string): string {
  const [red, green, blue] = channels(color) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 90 ? '#000' : '#fff';
}

/** Writes the viewer's wishes on an element, for the captions in it: those that the player draws, and the browser's own. */
export function wearStyle({ style: target }: HTMLElement, { size, color, background, opacity, edge }: CaptionStyle): void {
  const usual = defaultCaptionStyle;
  const set = (name: string, value: string) => (value ? target.setProperty(name, value) : target.removeProperty(name));
  set('--_cue-size', size === usual.size ? '' : String(size));
  // What the viewer did not touch, the page's own custom properties decide.
  set('--_cue-text', color === usual.color ? '' : color);
  const touched = background !== usual.background || opacity !== usual.opacity;
  set('--_cue-background', touched ? `rgb(${channels(background).join(' ')} / ${opacity})` : '');
  set('--_cue-rim', edge === 'none' ? '' : rimOf(color));
  set('--_cue-edge', edges[edge]);
}
