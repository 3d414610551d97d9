/**
 * Shows progress: on a terminal with the elapsed seconds, otherwise as one line at the beginning and one at the end.
 * @param {string} activity
 * @param {{ isTTY?: boolean, write: (text: string) => unknown }} [output]
 * @returns {(outcome: string) => void} prints the outcome
 */
export function progress(activity, output = process.stdout) {
  const startTime = performance.now();
  const seconds = () => `${Math.round((performance.now() - startTime) / 1000)} s`;
  const print = () => output.write(`\rjet-player: ${activity}, ${seconds()}`);
  const timer = output.isTTY ? setInterval(print, 1000) : undefined;
  if (output.isTTY) print();
  else output.write(`jet-player: ${activity}\n`);
  return (outcome) => {
    clearInterval(timer);
    output.write(`${output.isTTY ? '\r' : ''}jet-player: ${activity}: ${outcome}, ${seconds()}\n`);
  };
}
