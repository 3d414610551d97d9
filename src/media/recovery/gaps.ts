import { PlayerError } from '../error.js';
import type { EngineContext } from '../engine.js';
import { limits } from './policy.js';
import type { Without } from './patient-guard.js';

/** A piece of a stream, as an engine asks for it. */
export interface Piece {
  readonly type: 'video' | 'audio' | 'other';
  /** Names the rendition or the track among those of its type. */
  readonly rendition: string;
  /** Names the piece in all renditions alike. */
  readonly position: string;
  /** Seconds on the presentation's time line. */
  readonly start: number;
  readonly end: number;
}

/** Look elsewhere; go on without it; or neither, for nothing is known of it. */
export type Decision = 'swap' | 'skip' | 'none';

type GapsContext = Pick<EngineContext, 'guard' | 'recovery'>;

/** How many places are remembered. */
const memory = 500;

/**
 * Decides about segments that are missing for good: look for it in another rendition, or go on without it.
 *
 * What two renditions lack is taken to be missing in all of them. Five in a row that are skipped are no hole but the end.
 */
export class Gaps {
  readonly #context: GapsContext;
  readonly #decisions = new Map<string, Decision>();
  readonly #pieces = new Map<string, Piece>();
  readonly #lacking = new Map<string, Set<string>>();
  readonly #holes = new Map<string, Piece>();
  readonly #row = new Map<Piece['type'], Set<string>>();

  /** `answers`: what the engine is told at each decision; `alternatives`: how many renditions may hold a piece. */
  constructor(
    context: GapsContext,
    answers: Readonly<Record<Decision, Without>>,
    private readonly alternatives: (piece: Piece) => number
  ) {
    this.#context = context;
    context.guard.doWithout = (url) => answers[this.#decide(url)];
    context.guard.lacksElsewhere = (url) => this.#lacksElsewhere(url);
  }

  /** An engine is about to ask for this. */
  announcePiece(url: string, piece: Piece): void {
    remember(this.#pieces, new URL(url, this.#context.guard.base).href, piece);
  }

  /** This piece came and could be used. */
  arrived(type: Piece['type']): void {
    this.#row.delete(type);
  }

  pieceOf(url: string): Piece | undefined {
    return this.#pieces.get(new URL(url, this.#context.guard.base).href);
  }

  /** What was decided about a segment that is missing. */
  decisionOn(url: string): Decision {
    return this.#decisions.get(new URL(url, this.#context.guard.base).href) ?? 'none';
  }

  #lacksElsewhere(url: string): boolean {
    const piece = this.pieceOf(url);
    return piece !== undefined && (this.#lacking.get(`${piece.type} ${piece.position}`)?.size ?? 0) > 0;
  }

  #decide(url: string): Decision {
    const decision = this.#weigh(url);
    remember(this.#decisions, url, decision);
    return decision;
  }

  #weigh(url: string): Decision {
    const { recovery } = this.#context;
    const piece = this.pieceOf(url);
    if (!piece) return 'none';
    const { type, rendition, position } = piece;
    const place = `${type} ${position}`;
    const lacking = this.#lacking.get(place) ?? new Set<string>();
    remember(this.#lacking, place, lacking);
    lacking.add(rendition);
    if (lacking.size < Math.min(2, this.alternatives(piece))) {
      recovery.health.count('swaps');
      return 'swap';
    }
    // Without its head nothing of a rendition can be decoded.
    if (piece.start === piece.end) return 'none';
    if (!this.#holes.has(place)) recovery.health.count('skips');
    remember(this.#holes, place, piece);
    const row = this.#row.get(type) ?? new Set<string>();
    this.#row.set(type, row.add(position));
    if (row.size > limits.skips) recovery.gone(new PlayerError('source/not-found', 'The segments of this video are missing.'));
    return 'skip';
  }

  /** This segment is missing, and an engine has been told to look elsewhere. */
  isLacking(url: string): boolean {
    const { guard } = this.#context;
    return guard.isMissing(new URL(url, guard.base).href);
  }

  /** A segment that came and cannot be decoded: it is left out in every rendition. */
  giveUp(url: string): void {
    const { guard, recovery } = this.#context;
    const piece = this.pieceOf(url);
    guard.giveUpOn(url);
    if (!piece) return;
    remember(this.#holes, `${piece.type} ${piece.position}`, piece);
    remember(this.#lacking, `${piece.type} ${piece.position}`, new Set(['any', 'every']));
    recovery.health.count('skips');
  }

  /** The piece of this type that holds a time, if it was asked for. */
  pieceAt(type: Piece['type'], seconds: number): string | undefined {
    return [...this.#pieces].findLast(([, piece]) => piece.type === type && seconds >= piece.start - 0.05 && seconds < piece.end)?.[0];
  }

  /** Whether the time lies in a segment that was left out. */
  has(seconds: number): boolean {
    for (const { start, end } of this.#holes.values()) if (seconds >= start - 0.5 && seconds < end + 0.1) return true;
    return false;
  }
}

function remember<T>(map: Map<string, T>, key: string, value: T): void {
  map.delete(key);
  map.set(key, value);
  const [oldest] = map.keys();
  if (map.size > memory && oldest !== undefined) map.delete(oldest);
}
