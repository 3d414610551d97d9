import { cspOf, scriptName, styleName } from './csp.js';
import { escapeHtml } from '../escape.js';
import type { EmbedPlan } from './plan.js';

/** The hashes of the two files for Subresource Integrity. */
interface Hashes {
  readonly script: string;
  readonly style: string;
}

/**
 * Returns the embed page. It contains no inline code: the publisher's settings are attributes of its `<jet-player>`, which the script
 * reads. The hashes need `crossorigin`, because even the page's own host is cross-origin to its opaque origin.
 */
export function pageOf(plan: EmbedPlan, hashes: Hashes): string {
  const attributes = [
    `allow-origins="${escapeHtml(plan.media.join(' '))}"`,
    ...(plan.pages.length > 0 ? [`data-pages="${escapeHtml(plan.pages.join(' '))}"`] : []),
    'load="play"',
    ...(plan.tier === 'cast' ? ['chromecast'] : [])
  ];
  const policyUrl = plan.reservation?.policy;
  const policy = policyUrl ? `\n    <meta name="tdm-policy" content="${escapeHtml(policyUrl)}" />` : '';
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta http-equiv="Content-Security-Policy" content="${escapeHtml(cspOf(plan))}" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="referrer" content="no-referrer" />
    <meta name="robots" content="noai, noimageai" />
    <meta name="tdm-reservation" content="1" />${policy}
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
