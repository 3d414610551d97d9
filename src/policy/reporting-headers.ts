/** Maximum number of characters of a header. Longer headers are not read, because servers limit all headers together to about as much. */
const maxHeaderLength = 16_384;

/** Maximum number of endpoints that are read from one group, and of origins that are returned. */
const maxOrigins = 32;

const ownProperty = (object: unknown, name: string): unknown =>
  typeof object === 'object' && object !== null && Object.hasOwn(object, name) ? (object as Record<string, unknown>)[name] : undefined;

/** Returns the JSON objects in a header, which are separated by commas (`Report-To`, `NEL`); none if it does not contain any. */
function jsonItems(value: string): readonly unknown[] {
  try {
    return JSON.parse(`[${value}]`) as unknown[];
  } catch {
    return [];
  }
}

/** Returns the quoted values in a dictionary of strings (`Reporting-Endpoints`; RFC 9651, 3.2 and 4.2.5), in one pass. */
function quotedValues(value: string): string[] {
  const values: string[] = [];
  let text: string | undefined;
  for (let at = 0; at < value.length; at++) {
    const character = value[at]!;
    if (text === undefined) {
      if (character === '"' && value[at - 1] === '=') text = '';
    } else if (character === '"') {
      values.push(text);
      text = undefined;
    } else {
      if (character === '\\') at += 1;
      text += value[at] ?? '';
    }
  }
  return values;
}

/** Whether a policy is set; a lifetime of 0 seconds removes one. */
const isSet = (item: unknown): boolean => ownProperty(item, 'max_age') !== 0;

/** Returns the endpoints of one group of `Report-To`. */
function endpointsOf(group: unknown): unknown[] {
  const endpoints = ownProperty(group, 'endpoints');
  return isSet(group) && Array.isArray(endpoints) ? endpoints.slice(0, maxOrigins).map((endpoint) => ownProperty(endpoint, 'url')) : [];
}

/**
 * Returns the origins of the collectors to which a response asks the browser to send reports about its host: an empty list if reports are
 * requested but no collector can be read, undefined if no reports are requested.
 *
 * It reads `Report-To` and `NEL` (Network Error Logging), and `Reporting-Endpoints` (Reporting API), which has an effect on documents only.
 * It never throws, and takes time in proportion to the length of the headers. A page can read these headers of another host only if that
 * host exposes them (`Access-Control-Expose-Headers`).
 */
export function collectorsIn(headers: Pick<Headers, 'get'>, responseUrl: string | URL): readonly string[] | undefined {
  const headerValue = (name: string): string => {
    const value = headers.get(name) ?? '';
    return value.length > maxHeaderLength ? '' : value;
  };
  const urls: unknown[] = [
    ...jsonItems(headerValue('report-to')).flatMap(endpointsOf),
    ...quotedValues(headerValue('reporting-endpoints'))
  ];
  const hasErrorLogging = jsonItems(headerValue('nel')).some((item) => typeof ownProperty(item, 'report_to') === 'string' && isSet(item));
  const origins = urls
    .filter((url): url is string => typeof url === 'string' && URL.canParse(url, responseUrl))
    .map((url) => new URL(url, responseUrl))
    .filter(({ protocol }) => protocol === 'https:' || protocol === 'http:')
    .map(({ origin }) => origin);
  if (origins.length === 0 && !hasErrorLogging) return undefined;
  return [...new Set(origins)].slice(0, maxOrigins);
}
