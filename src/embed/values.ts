/** Reads one parameter: the attribute's value, null for "off", or undefined when it cannot be what it says. */
export type Reader = (value: string) => string | null | undefined;

/** On: empty, `1`, `true`. Off: `0`, `false`. */
export const flag: Reader = (value) => (['', '1', 'true'].includes(value) ? '' : ['0', 'false'].includes(value) ? null : undefined);

/** Off, and nothing else. */
export const off: Reader = (value) => (flag(value) === null ? null : undefined);

/** The other way round: `controls=0` is `nocontrols`. */
export const unflag: Reader = (value) => {
  const on = flag(value);
  return on === undefined ? undefined : on === null ? '' : null;
};

/** Text for people, shown as text and never as markup; line breaks and other control characters make no title. */
export const text =
  (most: number): Reader =>
  (value) =>
    value.length <= most && !/[\u0000-\u001f\u007f\u2028\u2029\u202a-\u202e\u2066-\u2069]/.test(value) ? value : undefined;

/** A language tag of BCP 47. Not all that have its shape are one, and a browser throws at the others. */
export const language: Reader = (value) => {
  if (!/^[a-z]{2,3}(-[a-z0-9]{2,8}){0,3}$/i.test(value)) return undefined;
  try {
    new Intl.Locale(value);
    return value;
  } catch {
    return undefined;
  }
};

export const oneOf =
  (...choices: readonly string[]): Reader =>
  (value) =>
    choices.includes(value) ? value : undefined;

/** A number without sign or exponent, from `least` to `most`. */
export const number =
  (least: number, most: number): Reader =>
  (value) =>
    /^\d{1,7}(\.\d{1,3})?$/.test(value) && Number(value) >= least && Number(value) <= most ? String(Number(value)) : undefined;

/** A time: `90`, `90s`, `1m30s`, `1h2m3.5s`; the attribute is in seconds. */
export const seconds: Reader = (value) => {
  const match = /^(?:(\d{1,3})h)?(?:(\d{1,4})m)?(?:(\d{1,7}(?:\.\d{1,3})?)s?)?$/.exec(value);
  if (!match || value === '') return undefined;
  const [, hours = 0, minutes = 0, rest = 0] = match;
  return String(Number(hours) * 3600 + Number(minutes) * 60 + Number(rest));
};

/** Speeds from 0.1 to 4, at most twelve, separated by spaces. */
export const rates: Reader = (value) => {
  const list = value.split(' ').filter(Boolean);
  return list.length > 0 && list.length <= 12 && list.every((rate) => number(0.1, 4)(rate) !== undefined) ? list.join(' ') : undefined;
};

/** A media type, in its shape. */
export const mimeType: Reader = (value) =>
  value.length <= 120 && /^[a-z]+\/[\w.+-]+(;\s*codecs="?[\w., -]+"?)?$/i.test(value) ? value : undefined;

/** A colour as `#rrggbb` or `#rgb`, with or without its sign, which a query would need to escape. */
export const colour: Reader = (value) => (/^#?([0-9a-f]{3}|[0-9a-f]{6})$/i.test(value) ? `#${value.replace('#', '')}` : undefined);

/** An address, in its length only; who may be contacted is asked later. */
export const address: Reader = (value) => (value !== '' && value.length <= longestAddress ? value : undefined);

/** Characters an address may have. */
export const longestAddress = 2048;
