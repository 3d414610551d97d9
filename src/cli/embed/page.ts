import { cspOf, scriptName, styleName } from './csp.js';
import { escapeHtml } from './escape.js';
import type { EmbedPlan } from './plan.js';

/** Subresource Integrity of the two files. */
interface Hashes {
  readonly script: string;
  readonly style: string;
}

/**
 * The embed page. It contains no inline code: the publisher's settings are attributes of its `<jet-player>`, where the script reads them.
 * `crossorigin` is needed for the hashes, because to an opaque origin even its own host is another.
 */
export function pageOf(plan: EmbedPlan, hashes: Hashes): string {
  const attributes = [
    `allow-origins="${escapeHtml(plan.media.join(' '))}"`,
    ...(plan.pages.length > 0 ? [`data-pages="${escapeHtml(plan.pages.join(' '))}"`] : []),
    'load="play"',
    ...(plan.tier === 'cast' ? ['chromecast'] : [])
  ];
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta http-equiv="Content-Security-Policy" content="${escapeHtml(cspOf(plan))}" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="referrer" content="no-referrer" />
    <meta name="robots" content="noai, noimageai" />
    <meta name="tdm-reservation" content="1" />
    <title>Video</title>
    <link rel="stylesheet" href="${styleName}" integrity="${hashes.style}" crossorigin="anonymous" />
    <script src="${scriptName}" integrity="${hashes.script}" crossorigin="anonymous" defer></script>
  </head>
  <body>
    <jet-player ${attributes.join(' ')}></jet-player>
    <noscript>This video needs JavaScript.</noscript>
  </body>
</html>
`;
}
