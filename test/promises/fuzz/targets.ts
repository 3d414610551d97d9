import { parseXml } from '@svta/cml-xml';
import fc from 'fast-check';
import { readCall, readConnect } from '../../../src/embed/protocol.js';
import { readParameters } from '../../../src/embed/parameters.js';
import { runWithoutPauses } from '../../support/run-without-pauses.js';
import { toWebVtt } from '../../../src/lib/captions-file.js';
import { plainText } from '../../../src/lib/cue-text.js';
import { redactUrl } from '../../../src/lib/redact.js';
import { isWellFormedXml } from '../../../src/lib/well-formed-xml.js';
import { readWebVtt } from '../../../src/lib/webvtt.js';
import { changeStyle, defaultCaptionStyle } from '../../../src/media/caption-style.js';
import { textOf } from '../../../src/media/engines/dash/text/ttml.js';
import { PlayerError } from '../../../src/media/error.js';
import { detectManifestType } from '../../../src/media/network/manifest-type.js';
import { parseRetryAfter } from '../../../src/media/recovery/fetch-once.js';
import { TruncationCheck, isNotMedia } from '../../../src/media/recovery/segment-check.js';
import { liveEpoch } from '../../../src/media/recovery/live-restart.js';
import { resolveSource } from '../../../src/media/source.js';
import { inspect } from '../../../src/policy/inspect/inspect.js';
import { defaultRules, judge, requestKinds } from '../../../src/policy/index.js';
import { parseOrigin } from '../../../src/policy/rules/allowed-origins.js';
import { url, anyValue, bytes, markup, text, ttml } from './inputs.js';
import { recoveryTargets } from './recovery-targets.js';

/** A function under test, with a property that holds for every input. */
export interface Target {
  readonly name: string;
  readonly property: fc.IProperty<never>;
}

/** Creates a target: `property` must return true, or throw a `PlayerError`. */
export function target<T>(name: string, input: fc.Arbitrary<T>, property: (input: T) => boolean): Target {
  const propertyOrPlayerError = (value: T) => {
    try {
      return property(value);
    } catch (error) {
      if (error instanceof PlayerError) return true;
      throw error;
    }
  };
  return { name, property: fc.property(input, propertyOrPlayerError) as unknown as fc.IProperty<never> };
}

const page = new URL('https://page.example/watch');
const parseUrl = (value: string): URL | undefined => (URL.canParse(value, page) ? new URL(value, page) : undefined);

/** Whether `judge` allows a URL of another origin only if an origin is listed, and never a URL with a user name or a password. */
function allowsListedOriginsOnly({ url: text, kind, allow }: { url: string; kind: (typeof requestKinds)[number]; allow: string }): boolean {
  const url = parseUrl(text);
  if (!url) return true;
  const { verdict } = judge(defaultRules({ allow: [allow] }), { url, kind, page });
  if (verdict !== 'allow' || ['data:', 'blob:'].includes(url.protocol) || url.origin === page.origin) return true;
  return parseOrigin(allow) !== undefined && !url.username && !url.password;
}

/** Whether `TruncationCheck` has the same result for all bytes at once and for two chunks of them. */
function isTruncationIndependentOfChunks({ bytes: allBytes, splitIndex }: { bytes: Uint8Array; splitIndex: number }): boolean {
  const [whole, parts] = [new TruncationCheck(), new TruncationCheck()];
  whole.add(allBytes);
  parts.add(allBytes.subarray(0, splitIndex));
  parts.add(allBytes.subarray(splitIndex));
  return whole.truncated === parts.truncated;
}

/** Whether dash.js's own parser terminates for a text that `isWellFormedXml` accepts, and finds one MPD element at its root. */
function findsSameRootAsDash(xml: string): boolean {
  if (!isWellFormedXml(xml)) return true;
  const { childNodes } = parseXml(xml);
  return childNodes.filter(({ nodeName }) => nodeName === 'MPD').length === 1;
}

export const targets: readonly Target[] = [
  target('policy: judge', fc.record({ url, kind: fc.constantFrom(...requestKinds), allow: text }), allowsListedOriginsOnly),
  target('policy: parseOrigin', text, (value) => {
    const origin = parseOrigin(value);
    return !origin || /^https?:$/.test(origin.scheme);
  }),
  target('policy: inspect', fc.tuple(text, fc.webUrl()), ([manifest, manifestUrl]) =>
    Array.isArray(inspect(manifest, manifestUrl).findings)
  ),
  target('media: resolveSource', fc.record({ src: url, type: fc.option(text, { nil: undefined }) }), (input) => {
    const { url, error } = resolveSource(input, page);
    return error ? error instanceof PlayerError : url instanceof URL;
  }),
  target('media: detectManifestType', bytes, (value) =>
    ['hls', 'dash'].includes(detectManifestType({ bytes: new Uint8Array(value).buffer, url: page.href }))
  ),
  target('lib: isWellFormedXml', markup, findsSameRootAsDash),
  target('media: isNotMedia', bytes, (value) => typeof isNotMedia(value) === 'boolean'),
  target('media: TruncationCheck', fc.record({ bytes, splitIndex: fc.nat(400) }), isTruncationIndependentOfChunks),
  target('media: retryAfter', text, (value) => parseRetryAfter(value) >= 0 && Number.isFinite(parseRetryAfter(value))),
  target('media: liveEpoch', text, (value) => {
    const epoch = liveEpoch(value);
    return !epoch || typeof epoch.begin === 'number';
  }),
  target('lib: redactUrl', url, (value) => !/[?#]/.test(redactUrl(value).replace(/\?…$/, ''))),
  target('lib: readWebVtt', text, (value) => readWebVtt(value).every(({ start, end }) => end > start)),
  target('lib: toWebVtt', text, (value) => readWebVtt(runWithoutPauses(toWebVtt(value))).length <= value.length),
  target('media: textOf', ttml, (content) => !/<|&(?!amp;|lt;)/.test(textOf(content).replaceAll('&lt;', ''))),
  target('lib: plainText', text, (value) => !/[\n\r\t]/.test(plainText(value))),
  target('media: changeStyle', anyValue, (value) => Object.keys(changeStyle(defaultCaptionStyle, value)).length === 6),
  target('embed: readParameters', fc.tuple(text, text), ([search, fragment]) => readParameters(search, fragment).attributes instanceof Map),
  target('embed: readConnect', anyValue, (value) => readConnect(value) === undefined || typeof value === 'object'),
  target('embed: readCall', anyValue, (value) => readCall(value) === undefined || typeof value === 'object'),
  ...recoveryTargets
];
