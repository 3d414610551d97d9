/** Colours are [red, green, blue], 0 to 255. */
export const hex = (text) => [1, 3, 5].map((at) => parseInt(text.slice(at, at + 2), 16));
export const mix = (a, b, share) => a.map((value, i) => value + (b[i] - value) * share);
/** A surface of colour `surface` in light of colour `light`. */
export const lit = (surface, light) => surface.map((value, i) => (value * light[i]) / 255);
export const css = (colour, alpha = 1) => `rgb(${colour.map((v) => v.toFixed(1)).join(' ')} / ${alpha})`;
export const smooth = (from, to, x) => {
  const share = Math.min(1, Math.max(0, (x - from) / (to - from)));
  return share * share * (3 - 2 * share);
};
