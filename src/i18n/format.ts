const numberFormats = new Map<string, Intl.NumberFormat>();

/** Returns a cached number format, because creating one costs more than rendering the control bar that uses it. */
function numberFormat(lang: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${lang} ${JSON.stringify(options)}`;
  const format = numberFormats.get(key) ?? new Intl.NumberFormat(lang, options);
  numberFormats.set(key, format);
  return format;
}

/** Formats a fraction from 0 to 1 as a whole percentage. */
export function formatPercent(fraction: number, lang: string): string {
  return numberFormat(lang, { style: 'percent', maximumFractionDigits: 0 }).format(fraction);
}

export function formatNumber(value: number, lang: string): string {
  return numberFormat(lang, { maximumFractionDigits: 2 }).format(value);
}

function formatUnit(value: number, unit: string, lang: string, display: 'short' | 'long', maximumFractionDigits: number): string {
  return numberFormat(lang, { style: 'unit', unit, unitDisplay: display, maximumFractionDigits }).format(value);
}

const thousandsExponent = (value: number): number => (value < 1e3 ? 0 : value < 1e6 ? 1 : value < 1e9 ? 2 : 3);

/** Formats bytes in decimal units: `1.2 MB`. */
export function formatBytes(bytes: number, lang: string): string {
  const exponent = thousandsExponent(bytes);
  const unit = ['byte', 'kilobyte', 'megabyte', 'gigabyte'][exponent]!;
  return formatUnit(bytes / 1000 ** exponent, unit, lang, 'short', exponent < 2 ? 0 : 1);
}

/** Formats bits per second: `2.4 Mb/s`. */
export function formatBitrate(bitsPerSecond: number, lang: string): string {
  const inMegabits = bitsPerSecond >= 1e6;
  const value = bitsPerSecond / (inMegabits ? 1e6 : 1e3);
  return `${formatUnit(value, inMegabits ? 'megabit' : 'kilobit', lang, 'short', inMegabits ? 1 : 0)}/s`;
}

/** Formats seconds in narrow form with one decimal, or `digits` decimals: `2.0s`. */
export function formatSeconds(seconds: number, lang: string, digits = 1): string {
  const fractionDigits = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  return numberFormat(lang, { style: 'unit', unit: 'second', unitDisplay: 'narrow', ...fractionDigits }).format(seconds);
}

/** Formats seconds for screen readers: `1 minute, 5 seconds`. Drops the sign, because the surrounding text gives the direction. */
export function spokenTime(seconds: number, lang: string): string {
  const wholeSeconds = Number.isFinite(seconds) ? Math.floor(Math.abs(seconds)) : 0;
  const parts = [
    [Math.floor(wholeSeconds / 3600), 'hour'],
    [Math.floor(wholeSeconds / 60) % 60, 'minute'],
    [wholeSeconds % 60, 'second']
  ] as const;
  const formattedParts = parts.filter(([value]) => value > 0).map(([value, unit]) => formatUnit(value, unit, lang, 'long', 0));
  if (formattedParts.length === 0) return formatUnit(0, 'second', lang, 'long', 0);
  return new Intl.ListFormat(lang, { style: 'short', type: 'unit' }).format(formattedParts);
}

/** Returns the name of the language `tag` in the language `lang`, capitalised; undefined when the browser does not know it. */
export function languageName(tag: string, lang: string): string | undefined {
  if (!tag) return undefined;
  try {
    const name = new Intl.DisplayNames(lang, { type: 'language', fallback: 'none' }).of(tag);
    return name && name.charAt(0).toLocaleUpperCase(lang) + name.slice(1);
  } catch {
    // The language attribute of a manifest may contain any text.
    return undefined;
  }
}

/** Returns the writing direction of a language, from a list because not every browser's `Intl.Locale` has it. */
export const directionOf = (lang: string): 'ltr' | 'rtl' => (/^(ar|he)\b/.test(lang) ? 'rtl' : 'ltr');
