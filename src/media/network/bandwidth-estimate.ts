/** Minimum size, in bytes, of a download that measures the bandwidth of the network and not its latency. */
const minBytes = 64 * 1024;

let estimate = 0;

/** Returns the bandwidth, in bits per second, of the page's last media downloads; 0 until known. Kept in memory, for this page only. */
export const estimatedBandwidth = (): number => estimate;

/** Records a download of `bytes` that took `milliseconds` from its first byte to its last. */
export function recordDownload(bytes: number, milliseconds: number): void {
  if (bytes < minBytes || milliseconds <= 0) return;
  const measured = (bytes * 8000) / milliseconds;
  estimate = estimate > 0 ? (estimate + measured) / 2 : measured;
}
