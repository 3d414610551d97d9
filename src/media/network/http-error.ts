import { redactUrl } from '../../lib/redact.js';
import { PlayerError } from '../error.js';

/** Returns the error for the HTTP status of a response; undefined for a success. */
export function httpError(status: number, url: URL | string): PlayerError | undefined {
  if (status >= 200 && status < 300) return undefined;
  const details = { status, url: redactUrl(url) };
  if (status === 404 || status === 410) return new PlayerError('source/not-found', `The server has no such video (${status}).`, details);
  if (status === 401 || status === 403)
    return new PlayerError('source/not-authorised', `The server refused access to this video (${status}).`, details);
  return new PlayerError('network/http', `The server answered with an error (${status}).`, details);
}
