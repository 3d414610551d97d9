/** A call that can identify devices or people: where its function is, and which argument is recorded. */
interface Probe {
  readonly api: string;
  /** Path from the global object to the holder of the function, e.g. `HTMLCanvasElement.prototype`. */
  readonly holder: string;
  readonly name: string;
  /** Whether it is called with `new`. */
  readonly constructs?: boolean;
  /** What is recorded of the first argument; nothing if absent. */
  readonly note?: 'text' | 'webgl' | 'media';
}

const probe = (holder: string, name: string, more: Partial<Probe> = {}): Probe => ({ api: more.api ?? name, holder, name, ...more });

/** Every watched call. Each has legitimate uses; the report says which script made it, but not why. */
export const probes: readonly Probe[] = [
  probe('HTMLCanvasElement.prototype', 'toDataURL', { api: 'canvas.toDataURL' }),
  probe('HTMLCanvasElement.prototype', 'toBlob', { api: 'canvas.toBlob' }),
  probe('OffscreenCanvas.prototype', 'convertToBlob', { api: 'OffscreenCanvas.convertToBlob' }),
  probe('CanvasRenderingContext2D.prototype', 'getImageData', { api: 'canvas.getImageData' }),
  probe('OffscreenCanvasRenderingContext2D.prototype', 'getImageData', { api: 'OffscreenCanvas.getImageData' }),
  probe('WebGLRenderingContext.prototype', 'getParameter', { api: 'WebGL.getParameter', note: 'webgl' }),
  probe('WebGL2RenderingContext.prototype', 'getParameter', { api: 'WebGL.getParameter', note: 'webgl' }),
  probe('globalThis', 'AudioContext', { constructs: true }),
  probe('globalThis', 'OfflineAudioContext', { constructs: true }),
  probe('globalThis', 'RTCPeerConnection', { constructs: true }),
  probe('NavigatorUAData.prototype', 'getHighEntropyValues', { api: 'userAgentData.getHighEntropyValues', note: 'text' }),
  probe('Navigator.prototype', 'requestMediaKeySystemAccess', { note: 'text' }),
  probe('Navigator.prototype', 'getBattery'),
  probe('MediaCapabilities.prototype', 'decodingInfo', { api: 'mediaCapabilities.decodingInfo', note: 'media' }),
  probe('MediaDevices.prototype', 'enumerateDevices', { api: 'mediaDevices.enumerateDevices' })
];

/** The name under which the probe script reports; the script removes it before the page can see it. */
export const reportName = '__jetPlayerAudit';

type Caller = (this: unknown, ...args: unknown[]) => unknown;

/**
 * Runs in every document and worker before its first script. Wraps the functions in `list`, and changes nothing else that a page can
 * notice.
 */
function watch(list: readonly Probe[], reporter: string, mark: string): void {
  const scope = globalThis as unknown as Record<string, unknown>;
  const report = scope[reporter] as ((text: string) => void) | undefined;
  delete scope[reporter];
  if (!report) return;
  const reported = new Set<string>();
  const debugInfo = new Map<unknown, string>([
    [0x9245, 'UNMASKED_VENDOR_WEBGL'],
    [0x9246, 'UNMASKED_RENDERER_WEBGL']
  ]);
  const noteOf = (kind: Probe['note'], [first]: unknown[]): string => {
    if (kind === 'text') return String(first).slice(0, 200);
    if (kind === 'webgl') return debugInfo.get(first) ?? '';
    const configuration = first as
      { video?: { contentType?: string }; audio?: { contentType?: string }; keySystemConfiguration?: unknown } | undefined;
    return kind === 'media' && configuration?.keySystemConfiguration ? 'with a key system' : '';
  };
  const caller = (): string => {
    const lines = (new Error().stack ?? '').split('\n').slice(1);
    return /\(?([^\s()]+:\d+:\d+)\)?$/.exec(lines.find((line) => !line.includes(mark)) ?? '')?.[1] ?? '';
  };
  const reportCall = ({ api, note }: Probe, args: unknown[]): void => {
    try {
      const text = JSON.stringify({ api, detail: noteOf(note, args), caller: caller(), origin: String(scope['origin']) });
      if (reported.has(text)) return;
      reported.add(text);
      report(text);
    } catch {
      // The page may have broken a function that this needs. The call is then not recorded, and the page continues.
    }
  };
  for (const entry of list) {
    const holder = entry.holder
      .split('.')
      .reduce<unknown>(
        (object, name) => (name === 'globalThis' ? object : (object as Record<string, unknown> | undefined)?.[name]),
        scope
      ) as Record<string, unknown> | undefined;
    const original = holder?.[entry.name] as Caller | undefined;
    if (!holder || typeof original !== 'function') continue;
    // A proxy keeps name, length, statics, `instanceof` and the native text.
    const watched = new Proxy(original, {
      apply(target, self, args: unknown[]): unknown {
        reportCall(entry, args);
        return Reflect.apply(target, self, args);
      },
      construct(target, args: unknown[], newTarget): object {
        reportCall(entry, args);
        return Reflect.construct(target, args, newTarget) as object;
      }
    });
    holder[entry.name] = watched;
    if (!entry.constructs) continue;
    // A constructor has more references: its aliases (`webkitRTCPeerConnection`), and `constructor` of its prototype.
    for (const [alias, { value }] of Object.entries(Object.getOwnPropertyDescriptors(scope)))
      if (value === original) scope[alias] = watched;
    const prototype = original.prototype as { constructor: unknown };
    if (prototype.constructor === original) prototype.constructor = watched;
  }
}

const mark = 'jet-player-audit.js';

/** The source text of the probe script, for a document or worker. */
export const probeScript = `(${watch.toString()})(${JSON.stringify(probes)}, ${JSON.stringify(reportName)}, ${JSON.stringify(mark)});\n//# sourceURL=${mark}`;
