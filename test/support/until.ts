/** Waits until `holds` is true, looking once a frame; the test's own time limit is the limit, and `what` names what never came. */
export async function until(what: string, holds: () => boolean, limit = 25_000): Promise<void> {
  const start = performance.now();
  while (!holds()) {
    if (performance.now() - start > limit) throw new Error(`Waited in vain until ${what}.`);
    await new Promise(requestAnimationFrame);
  }
}
