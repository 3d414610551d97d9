/** Switches for every Chromium of the tests: it may play without a click, and keeps its own errands to itself. */
export const browserArgs = [
  '--autoplay-policy=no-user-gesture-required',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-quic',
  // Chromium refuses its sandbox to root, as which containers run tests.
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])
];
