import type { IncomingMessage, ServerResponse } from 'node:http';

/**
 * Lets the requesting page read responses to requests with cookies: they have to name its origin (Fetch standard, 3.3.5), where others may
 * contain `*`.
 */
export function allowCookies({ headers: { origin } }: IncomingMessage, response: ServerResponse): void {
  const set = response.setHeader.bind(response);
  response.setHeader = (name: string, value: string) =>
    set(name, name.toLowerCase() === 'access-control-allow-origin' && origin ? origin : value);
  response.setHeader('Access-Control-Allow-Credentials', 'true');
}
