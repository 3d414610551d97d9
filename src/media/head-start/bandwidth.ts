/** Bytes from which on a download says something about the line and not about the way to its first byte. */
const enough = 64 * 1024;

let seen = 0;

/** Bits per second at which this page's players last got their media; 0 as long as nobody can say. Kept in memory, for this page. */
export const bandwidthSeen = (): number => seen;

/** Notes a download of so many bytes that took so many milliseconds from its first byte to its last. */
export function sawDownload(bytes: number, milliseconds: number): void {
  if (bytes < enough || milliseconds <= 0) return;
  const now = (bytes * 8000) / milliseconds;
  seen = seen > 0 ? (seen + now) / 2 : now;
}
