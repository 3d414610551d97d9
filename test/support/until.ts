/** Waits until `holds` is true, checking once a frame, for at most `limit` milliseconds. `what` names the missing condition. */
export async function until(what: string, holds: () => boolean, limit = 25_000): Promise<void> {
  const start = performance.now();
  while (!holds()) {
    if (performance.now() - start > limit) throw new Error(`Timed out waiting until ${what}.`);
    await new Promise(requestAnimationFrame);
  }
}
