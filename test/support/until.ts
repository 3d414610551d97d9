/** Waits until `condition` returns true, and checks it once a frame. After `timeoutMs`, throws an error that contains `description`. */
export async function until(description: string, condition: () => boolean, timeoutMs = 25_000): Promise<void> {
  const start = performance.now();
  while (!condition()) {
    if (performance.now() - start > timeoutMs) throw new Error(`Timed out waiting until ${description}.`);
    await new Promise(requestAnimationFrame);
  }
}
