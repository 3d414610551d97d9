import { UsageError } from '../arguments.js';
import { canonicalOrigin } from '../canonical-origin.js';

/** The origin of a sandboxed frame, as its requests name it. */
export const opaqueOrigin = 'null';

/** What a publisher reserves, and for whom the media remain available, checked and in canonical form. */
export interface ReservationPlan {
  /** The paths of the folders of media; each begins and ends with a slash. */
  readonly folders: readonly string[];
  /** The URL of the licence terms for text and data mining; '' if there is none. */
  readonly policy: string;
  /** Whether search engines are asked not to index the media. */
  readonly noindex: boolean;
  /** Origins of other sites whose pages may play the media. A host may begin with `*.`; `null` stands for every opaque origin. */
  readonly embeddedBy: readonly string[];
  /** The file of an access log without query strings; '' if the media get none. */
  readonly log: string;
}

/** The options of the command line. */
export interface ReservationInput {
  readonly media: readonly string[];
  readonly policy: string;
  readonly noindex: boolean;
  readonly embeddedBy: readonly string[];
  readonly log: string;
}

/** The folder of media in the guide for publishers with their own server. */
const defaultFolder = '/media/';

/** Checks a path and adds the slash at its end. @throws UsageError if it is not the path of a folder, or would not be one word */
function folderOf(text: string): string {
  if (!/^\/[\w.~/-]*$/.test(text) || /\/\/|\/\.\.?(\/|$)/.test(text))
    throw new UsageError(`expected the path of a folder of media like /videos/, of letters, digits and . _ ~ -, not "${text}"`);
  return text.endsWith('/') ? text : `${text}/`;
}

/** Returns the URL of a policy in its canonical form. @throws UsageError if it is not a URL that every server can send in a header */
export function policyUrlOf(text: string): string {
  if (!text) return '';
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isPlain = url && /^https?:$/.test(url.protocol) && !url.username && !url.password && !/["'\\{}$;\s]/.test(url.href);
  if (!isPlain) throw new UsageError(`--policy expects the URL of a page or file, without quotes, braces, $ and semicolons, not "${text}"`);
  return url.href;
}

function logFileOf(text: string): string {
  if (text && !/^\/[\w./-]+$/.test(text)) throw new UsageError(`--log expects a path like /var/log/media.log, not "${text}"`);
  return text;
}

/** Checks a publisher's options. @throws UsageError if they cannot work */
export function planReservation({ media, policy, noindex, embeddedBy, log }: ReservationInput): ReservationPlan {
  const origins = embeddedBy.map((each) => (each === opaqueOrigin ? each : canonicalOrigin(each, 'embedded-by')));
  return {
    folders: [...new Set(media.length > 0 ? media.map(folderOf) : [defaultFolder])],
    policy: policyUrlOf(policy),
    noindex,
    embeddedBy: [...new Set(origins)],
    log: logFileOf(log)
  };
}
