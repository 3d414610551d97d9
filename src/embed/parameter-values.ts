/** Reads one parameter: returns the attribute's value, null for "off", or undefined when the value is invalid. */
export type ParameterReader = (value: string) => string | null | undefined;

/** On: empty, `1`, `true`. Off: `0`, `false`. */
export const flag: ParameterReader = (value) =>
  ['', '1', 'true'].includes(value) ? '' : ['0', 'false'].includes(value) ? null : undefined;

/** Accepts "off" only. */
export const offOnly: ParameterReader = (value) => (flag(value) === null ? null : undefined);

/** Inverts a flag: `controls=0` is `nocontrols`. */
export const invertedFlag: ParameterReader = (value) => {
  const flagValue = flag(value);
  return flagValue === undefined ? undefined : flagValue === null ? '' : null;
};

/** Accepts text that is shown to viewers as text, never as markup; rejects line breaks and other control characters. */
export const text =
  (maxLength: number): ParameterReader =>
  (value) =>
    value.length <= maxLength && !/[\u0000-\u001f\u007f\u2028\u2029\u202a-\u202e\u2066-\u2069]/.test(value) ? value : undefined;

/** Accepts a BCP 47 language tag. `Intl.Locale` decides, because it throws for some tags that have the right shape. */
export const language: ParameterReader = (value) => {
  if (!/^[a-z]{2,3}(-[a-z0-9]{2,8}){0,3}$/i.test(value)) return undefined;
  try {
    new Intl.Locale(value);
    return value;
  } catch {
    return undefined;
  }
};

export const oneOf =
  (...choices: readonly string[]): ParameterReader =>
  (value) =>
    choices.includes(value) ? value : undefined;

/** Accepts a number without sign or exponent, from `min` to `max`. */
export const number =
  (min: number, max: number): ParameterReader =>
  (value) =>
    /^\d{1,7}(\.\d{1,3})?$/.test(value) && Number(value) >= min && Number(value) <= max ? String(Number(value)) : undefined;

/** Accepts a time (`90`, `90s`, `1m30s`, `1h2m3.5s`) and returns seconds. */
export const seconds: ParameterReader = (value) => {
  const match = /^(?:(\d{1,3})h)?(?:(\d{1,4})m)?(?:(\d{1,7}(?:\.\d{1,3})?)s?)?$/.exec(value);
  if (!match || value === '') return undefined;
  const [, hours = 0, minutes = 0, rest = 0] = match;
  return String(Number(hours) * 3600 + Number(minutes) * 60 + Number(rest));
};

/** Accepts at most twelve playback rates from 0.1 to 4, separated by spaces. */
export const rates: ParameterReader = (value) => {
  const list = value.split(' ').filter(Boolean);
  return list.length > 0 && list.length <= 12 && list.every((rate) => number(0.1, 4)(rate) !== undefined) ? list.join(' ') : undefined;
};

/** Accepts a MIME type by its syntax only. */
export const mimeType: ParameterReader = (value) =>
  value.length <= 120 && /^[a-z]+\/[\w.+-]+(;\s*codecs="?[\w., -]+"?)?$/i.test(value) ? value : undefined;

/** Accepts a colour as `#rrggbb` or `#rgb`. The `#` is optional because a query has to escape it. */
export const color: ParameterReader = (value) => (/^#?([0-9a-f]{3}|[0-9a-f]{6})$/i.test(value) ? `#${value.replace('#', '')}` : undefined);

/** Checks the length of a URL only; `allowedUrl` checks its host later. */
export const url: ParameterReader = (value) => (value !== '' && value.length <= maxUrlLength ? value : undefined);

/** Maximum number of characters in a URL. */
export const maxUrlLength = 2048;
