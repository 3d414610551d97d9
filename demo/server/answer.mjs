/** @typedef {import('node:http').IncomingMessage} IncomingMessage */
/** @typedef {import('node:http').ServerResponse} ServerResponse */

/**
 * Sends a whole body from memory; for a HEAD request, only the headers.
 * @param {IncomingMessage} request
 * @param {ServerResponse} response
 * @param {number} status
 * @param {string} type
 * @param {string | Buffer} body
 */
export function send(request, response, status, type, body) {
  response.writeHead(status, { 'Content-Type': type, 'Content-Length': Buffer.byteLength(body) });
  response.end(request.method === 'HEAD' ? undefined : body);
}

/**
 * Sends plain text.
 * @param {IncomingMessage} request
 * @param {ServerResponse} response
 * @param {number} status
 * @param {string} message
 */
export function sendText(request, response, status, message) {
  send(request, response, status, 'text/plain; charset=utf-8', `${message}\n`);
}

/**
 * Lets pages of every origin read a response, its timing and the headers that players need.
 * @param {ServerResponse} response
 */
export function allowEveryOrigin(response) {
  response.setHeader('Access-Control-Allow-Origin', '*');
  response.setHeader('Access-Control-Expose-Headers', 'Date, Content-Length, Content-Range');
  response.setHeader('Timing-Allow-Origin', '*');
}

/**
 * Responds to a CORS preflight: allows GET and HEAD with all headers.
 * @param {ServerResponse} response
 */
export function sendPreflightResponse(response) {
  response
    .writeHead(204, { 'Access-Control-Allow-Methods': 'GET, HEAD', 'Access-Control-Allow-Headers': '*', 'Access-Control-Max-Age': '600' })
    .end();
}
