const pad = (value: number): string => String(value).padStart(2, '0');

/** Formats seconds like a clock: `0:07`, `12:34`, `1:02:03`; negative values with a minus sign; NaN as `0:00`. */
export function formatTime(seconds: number): string {
  if (!Number.isFinite(seconds)) return '0:00';
  const wholeSeconds = Math.floor(Math.abs(seconds));
  const minutes = Math.floor(wholeSeconds / 60) % 60;
  const hours = Math.floor(wholeSeconds / 3600);
  const clock = hours > 0 ? `${hours}:${pad(minutes)}:${pad(wholeSeconds % 60)}` : `${minutes}:${pad(wholeSeconds % 60)}`;
  return seconds < 0 && wholeSeconds > 0 ? `−${clock}` : clock;
}
