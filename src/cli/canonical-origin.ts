import { parseOrigin } from '../policy/rules/allowed-origins.js';
import { UsageError } from './arguments.js';

/** Matches the hosts of this computer, which need no encryption. */
export const loopbackHost = /^(localhost|127\.0\.0\.1|\[::1\])$/;

/**
 * Converts an origin, whose host may begin with `*.`, to the form that browsers use. `option` is the name of the option that it comes from.
 * @throws UsageError if the text is not an origin, or not secure
 */
export function canonicalOrigin(text: string, option: string): string {
  const pattern = parseOrigin(text);
  if (!pattern || /^\.|\.\./.test(pattern.host))
    throw new UsageError(`--${option} expects origins like https://media.example.eu, not "${text}"`);
  const { scheme, wildcard, host, port } = pattern;
  if (scheme !== 'https:' && !loopbackHost.test(host)) throw new UsageError(`--${option} expects https, not "${text}"`);
  if (wildcard && !host.includes('.')) throw new UsageError(`--${option}: "${text}" matches every host`);
  return `${scheme}//${wildcard ? '*.' : ''}${host}${port && `:${port}`}`;
}
