import type { RequestKind } from '../policy.js';
import { formsOf } from './forms.js';
import type { ConstructInfo, Finding, NamedHost } from './finding.js';

/** Collects the results of an inspection: every host, and each construct once for each origin it names. */
export class Findings {
  readonly #manifestUrl: URL;
  readonly #hosts = new Map<string, { kinds: Set<RequestKind>; count: number }>();
  readonly #findings = new Map<string, Finding>();

  constructor(manifestUrl: URL) {
    this.#manifestUrl = manifestUrl;
  }

  get hosts(): NamedHost[] {
    return [...this.#hosts].map(([origin, { kinds, count }]) => ({ origin, kinds: [...kinds].sort(), count }));
  }

  get findings(): Finding[] {
    return [...this.#findings.values()];
  }

  /** Adds what one row of the table finds in an item; `references` are the URLs in it, absolute or relative. */
  addRow(
    {
      construct,
      explanation,
      specification,
      severity,
      kind,
      always
    }: ConstructInfo & { readonly kind: RequestKind; readonly always?: boolean },
    references: readonly string[] | undefined,
    base?: URL
  ): void {
    const constructInfo = { construct, explanation, specification, severity };
    if (always && references?.length === 0) this.addConstruct(constructInfo);
    for (const reference of references ?? []) {
      if (always) this.addConstruct(constructInfo, reference, kind, base);
      else this.addIfOnOtherOrigin(constructInfo, reference, kind, base);
    }
  }

  /** Adds a construct wherever its URL points, and the host of its URL. */
  addConstruct(construct: ConstructInfo, reference?: string, kind?: RequestKind, base: URL = this.#manifestUrl): void {
    const url = reference === undefined ? undefined : this.#addUrl(reference, base, kind);
    this.#add(construct, url ?? reference);
  }

  /** Adds the host of a URL, and the construct only if the URL is on another origin than the manifest. Returns the absolute URL. */
  addIfOnOtherOrigin(construct: ConstructInfo, reference: string, kind: RequestKind, base: URL = this.#manifestUrl): URL | undefined {
    const url = this.#addUrl(reference, base, kind);
    if (url && originOf(url) !== this.#manifestUrl.origin) this.#add(construct, url);
    return url;
  }

  /** Resolves a URL; adds its host and the problems in its form. Returns undefined for an invalid URL. */
  #addUrl(reference: string, base: URL, kind: RequestKind | undefined): URL | undefined {
    // The base is used only if the URL needs one. `https:evil.test` has two readings: with an https base, it is a path on the host of the
    // base; without a base, it names the host `evil.test`, which an engine may contact and which is therefore the one to report.
    const trimmed = reference.trim();
    if (!URL.canParse(trimmed, base)) return undefined;
    const url = URL.canParse(trimmed) ? new URL(trimmed) : new URL(trimmed, base);
    for (const form of formsOf(url, this.#manifestUrl)) this.#add(form, url);
    if (kind) {
      const origin = originOf(url);
      const host = this.#hosts.get(origin) ?? { kinds: new Set(), count: 0 };
      host.kinds.add(kind);
      host.count += 1;
      this.#hosts.set(origin, host);
    }
    return url;
  }

  #add(construct: ConstructInfo, url?: URL | string): void {
    const key = `${construct.construct} ${url instanceof URL ? originOf(url) : (url ?? '')}`;
    if (!this.#findings.has(key)) this.#findings.set(key, { ...construct, ...(url !== undefined && { url: String(url) }) });
  }
}

const originOf = (url: URL): string => (url.origin === 'null' ? url.protocol : url.origin);
