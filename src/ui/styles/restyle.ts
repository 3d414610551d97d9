import { css } from 'lit';

/** The attributes by which the style sheets of the interface select with `:has()`; a test compares them. */
export const attributesInHas: readonly string[] = [
  'beside',
  'class',
  'data-calls',
  'data-open',
  'data-play',
  'data-pointed',
  'data-side',
  'open',
  'sheet'
];

/** The rule by which an attribute of the frame reaches every element inside it. */
export const restyleStyles = css`
  .frame[data-restyled] * {
    --_restyled: 1;
  }
`;

/** Only WebKit has this property of CSS, and only WebKit needs `restyleOnChanges()`. */
const isWebKit = ({ style }: HTMLElement): boolean => 'hangingPunctuation' in style;

/**
 * Lets WebKit apply the rules with `:has()` inside a player's shadow root.
 *
 * In a shadow tree, WebKit (2.50, Safari 26) does not apply such a rule again when an attribute or a child changes that `:has()` selects, so
 * that captions would stay under the big play button. It does when an attribute of the frame changes. A focus inside `:has()` changes no
 * attribute and is not covered.
 */
export function restyleOnChanges(root: ShadowRoot): void {
  if (!isWebKit(root.host as HTMLElement)) return;
  const restyle = () => root.querySelector('.frame')?.toggleAttribute('data-restyled');
  new MutationObserver(restyle).observe(root, { subtree: true, childList: true, attributeFilter: [...attributesInHas] });
}
