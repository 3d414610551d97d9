import type { IncomingMessage, ServerResponse } from 'node:http';

/** Lets the page that asks read answers to requests with cookies: they have to name it (Fetch standard, 3.3.5), where others may say `*`. */
export function allowCookies({ headers: { origin } }: IncomingMessage, response: ServerResponse): void {
  const set = response.setHeader.bind(response);
  response.setHeader = (name: string, value: string) =>
    set(name, name.toLowerCase() === 'access-control-allow-origin' && origin ? origin : value);
  response.setHeader('Access-Control-Allow-Credentials', 'true');
}
