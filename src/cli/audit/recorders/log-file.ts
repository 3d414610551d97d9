/** One event of Chromium's network log. */
export interface LogEvent {
  /** Milliseconds since the start of the log. */
  readonly time: string;
  readonly type: number;
  /** 1 begins, 2 ends, 0 is a single event. */
  readonly phase: number;
  readonly source: { readonly id: number; readonly type?: number };
  readonly params?: {
    readonly url?: string;
    readonly method?: string;
    readonly initiator?: string;
    /** `https://top.site https://frame.site` of the page that caused the request; `null null` for the browser's own requests. */
    readonly network_isolation_key?: string;
    /** `https://top.site same_site`; `null` for the browser's own requests. */
    readonly network_anonymization_key?: string;
    readonly group_id?: string;
    readonly headers?: readonly string[];
    readonly byte_count?: number;
    readonly address?: string;
    readonly host?: string;
    readonly hostname?: string;
    readonly source_dependency?: { readonly id: number };
  };
}

interface LogText {
  readonly constants: {
    readonly timeTickOffset: number;
    readonly logEventTypes: Record<string, number>;
    readonly logSourceType?: Record<string, number>;
  };
  readonly events: readonly LogEvent[];
}

/** A network log whose events can be queried by name, as Chromium's `net_log_event_type_list.h` names them. */
export class NetworkLog {
  readonly events: readonly LogEvent[];
  readonly #offset: number;
  readonly #types: ReadonlyMap<string, number>;
  readonly #sources: ReadonlyMap<string, number>;

  constructor({ constants, events }: LogText) {
    this.events = events;
    this.#offset = constants.timeTickOffset;
    this.#types = new Map(Object.entries(constants.logEventTypes));
    this.#sources = new Map(Object.entries(constants.logSourceType ?? {}));
  }

  /** Returns the time of an event in milliseconds since 1970. */
  momentOf(event: LogEvent): number {
    return this.#offset + Number(event.time);
  }

  is(event: LogEvent, ...names: readonly string[]): boolean {
    return names.some((name) => this.#types.get(name) === event.type);
  }

  /** Whether an event belongs to a source of this kind, e.g. `SOCKET`. */
  isFrom(event: LogEvent, kind: string): boolean {
    return event.source.type !== undefined && this.#sources.get(kind) === event.source.type;
  }

  /** Returns the events with one of these names, in order. */
  named(...names: readonly string[]): LogEvent[] {
    return this.events.filter((event) => this.is(event, ...names));
  }
}

/** Parses the file of `--log-net-log`. Returns undefined if the text is not a network log. */
export function parseLog(text: string): NetworkLog | undefined {
  // A browser that was killed has not written the end of the list.
  for (const candidate of [text, `${text.trimEnd().replace(/,$/, '')}]}`]) {
    try {
      return new NetworkLog(JSON.parse(candidate) as LogText);
    } catch {
      continue;
    }
  }
  return undefined;
}

/**
 * Whether a key such as `https://page.test same_site` or `https://page.test https://frame.test` names the site of one of the hosts.
 */
export function isForPage(key: string | undefined, pageHosts: ReadonlySet<string>): boolean {
  const site = /^https?:\/\/[^\s>]+/.exec(key ?? '')?.[0] ?? '';
  if (!URL.canParse(site)) return false;
  const { hostname } = new URL(site);
  return [...pageHosts].some((host) => host === hostname || host.endsWith(`.${hostname}`));
}
