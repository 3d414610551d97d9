/** A repeatable random source: the same seed always gives the same numbers in [0, 1). (mulberry32) */
export function random(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** A smooth curve x -> about -1 to 1 that repeats after `period` pixels: a sum of whole-numbered waves. */
export function rolling(seed, period, waves) {
  const next = random(seed);
  const parts = waves.map((count) => ({ count, phase: next() * Math.PI * 2, height: 0.6 + next() * 0.4 }));
  const total = parts.reduce((sum, { count, height }) => sum + height / Math.sqrt(count), 0);
  return (x) =>
    parts.reduce((sum, { count, phase, height }) =>
      sum + (Math.sin((x / period) * count * Math.PI * 2 + phase) * height) / Math.sqrt(count), 0) / total;
}
