const pad = (value: number): string => String(value).padStart(2, '0');

/** Formats seconds like a clock: `0:07`, `12:34`, `1:02:03`; negative values with a minus sign; NaN as `0:00`. */
export function formatTime(seconds: number): string {
  if (!Number.isFinite(seconds)) return '0:00';
  const whole = Math.floor(Math.abs(seconds));
  const minutes = Math.floor(whole / 60) % 60;
  const hours = Math.floor(whole / 3600);
  const clock = hours > 0 ? `${hours}:${pad(minutes)}:${pad(whole % 60)}` : `${minutes}:${pad(whole % 60)}`;
  return seconds < 0 && whole > 0 ? `−${clock}` : clock;
}
