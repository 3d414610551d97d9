/** Longer headers are not read; servers limit all headers together to about as much. */
const longest = 16_384;

/** The most collectors that are noted from one header. */
const most = 32;

const own = (object: unknown, name: string): unknown =>
  typeof object === 'object' && object !== null && Object.hasOwn(object, name) ? (object as Record<string, unknown>)[name] : undefined;

/** The items of a header that contains JSON objects, separated by commas (`Report-To`, `NEL`); none if it does not. */
function jsonItems(value: string): readonly unknown[] {
  try {
    return JSON.parse(`[${value}]`) as unknown[];
  } catch {
    return [];
  }
}

/** The quoted values in a dictionary of strings (`Reporting-Endpoints`; RFC 9651, 3.2 and 4.2.5), in one pass. */
function quoted(value: string): string[] {
  const found: string[] = [];
  let text: string | undefined;
  for (let at = 0; at < value.length; at++) {
    const character = value[at]!;
    if (text === undefined) {
      if (character === '"' && value[at - 1] === '=') text = '';
    } else if (character === '"') {
      found.push(text);
      text = undefined;
    } else {
      if (character === '\\') at += 1;
      text += value[at] ?? '';
    }
  }
  return found;
}

/** Whether a policy is set; a lifetime of 0 seconds removes one. */
const isSet = (item: unknown): boolean => own(item, 'max_age') !== 0;

/** The endpoints of one group of `Report-To`. */
function endpointsOf(group: unknown): unknown[] {
  const endpoints = own(group, 'endpoints');
  return isSet(group) && Array.isArray(endpoints) ? endpoints.slice(0, most).map((endpoint) => own(endpoint, 'url')) : [];
}

/**
 * Reads from the headers of a response to which collectors the browser would report about this host: `Report-To` and `NEL` (Network Error
 * Logging), and `Reporting-Endpoints` (Reporting API), which has an effect on documents only. Returns the origins of the collectors, each
 * once: an empty list if reports are requested but no collector can be read, undefined if none are requested.
 *
 * Never throws, and takes time in proportion to the length of the headers. A page can read these headers of another host only if that host
 * exposes them (`Access-Control-Expose-Headers`).
 */
export function collectorsIn(headers: Pick<Headers, 'get'>, address: string | URL): readonly string[] | undefined {
  const read = (name: string): string => {
    const value = headers.get(name) ?? '';
    return value.length > longest ? '' : value;
  };
  const urls: unknown[] = [...jsonItems(read('report-to')).flatMap(endpointsOf), ...quoted(read('reporting-endpoints'))];
  const logs = jsonItems(read('nel')).some((item) => typeof own(item, 'report_to') === 'string' && isSet(item));
  const origins = urls
    .filter((url): url is string => typeof url === 'string' && URL.canParse(url, address))
    .map((url) => new URL(url, address))
    .filter(({ protocol }) => protocol === 'https:' || protocol === 'http:')
    .map(({ origin }) => origin);
  if (origins.length === 0 && !logs) return undefined;
  return [...new Set(origins)].slice(0, most);
}
