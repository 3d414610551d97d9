import type { IncomingMessage, ServerResponse } from 'node:http';

/**
 * Lets the requesting page read responses to requests with cookies: these responses have to name the origin of the page (Fetch standard,
 * 3.3.5), while other responses may contain `*`.
 */
export function allowCookies({ headers: { origin } }: IncomingMessage, response: ServerResponse): void {
  const setHeader = response.setHeader.bind(response);
  response.setHeader = (name: string, value: string) =>
    setHeader(name, name.toLowerCase() === 'access-control-allow-origin' && origin ? origin : value);
  response.setHeader('Access-Control-Allow-Credentials', 'true');
}
