/**
 * Shows progress: on a terminal with the elapsed seconds, otherwise as one line at the beginning and one at the end.
 * @param {string} what
 * @param {{ isTTY?: boolean, write: (text: string) => unknown }} [out]
 * @returns {(end: string) => void} prints the outcome
 */
export function progress(what, out = process.stdout) {
  const began = performance.now();
  const seconds = () => `${Math.round((performance.now() - began) / 1000)} s`;
  const print = () => out.write(`\rjet-player: ${what}, ${seconds()}`);
  const timer = out.isTTY ? setInterval(print, 1000) : undefined;
  if (out.isTTY) print();
  else out.write(`jet-player: ${what}\n`);
  return (end) => {
    clearInterval(timer);
    out.write(`${out.isTTY ? '\r' : ''}jet-player: ${what}: ${end}, ${seconds()}\n`);
  };
}
