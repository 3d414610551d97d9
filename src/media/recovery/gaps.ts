import { PlayerError } from '../error.js';
import type { EngineContext } from '../engine.js';
import { limits, type Neighbours } from './policy.js';
import { addressOf, type Without } from './patient-guard.js';

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
  /** The manifest counts its segments and does not list them, so that one may be asked for that is not there yet. */
  readonly counted?: boolean;
}

/** Look elsewhere; go on without it; or neither, for nothing is known of it. */
export type Decision = 'swap' | 'skip' | 'none';

type GapsContext = Pick<EngineContext, 'guard' | 'recovery'>;

/** How many places are remembered. */
const memory = 500;

/**
 * Decides about segments that are missing for good: look for it in another rendition, or go on without it.
 *
 * What two renditions lack is taken to be missing in all of them, but for a head, which each has for itself. Five in a row that are
 * skipped are no hole but the end.
 */
export class Gaps<P extends Piece = Piece> {
  readonly #context: GapsContext;
  readonly #decisions = new Map<string, Decision>();
  readonly #pieces = new Map<string, P>();
  readonly #lacking = new Map<string, Set<string>>();
  readonly #holes = new Map<string, Piece>();
  readonly #row = new Map<Piece['type'], Set<string>>();

  /** `answers`: what the engine is told at each decision; `alternatives`: how many renditions may hold a piece. */
  constructor(
    context: GapsContext,
    answers: Readonly<Record<Decision, Without>>,
    private readonly alternatives: (piece: P) => number
  ) {
    this.#context = context;
    context.guard.doWithout = (address) => answers[this.#decide(address)];
    context.guard.neighboursOf = (address) => this.#neighboursOf(address);
  }

  /** An engine is about to ask for this. */
  announcePiece(address: string, piece: P): void {
    remember(this.#pieces, address, piece);
  }

  /** The name of what is asked for, by a URL as an engine has it and, where there is one, the `Range` header. */
  addressOf(url: string, range?: string): string {
    return addressOf(new URL(url, this.#context.guard.base), range);
  }

  /** This piece came and could be used. */
  arrived(type: Piece['type']): void {
    this.#row.delete(type);
  }

  pieceOf(address: string): P | undefined {
    return this.#pieces.get(address);
  }

  /** What was decided about a segment that is missing. */
  decisionOn(address: string): Decision {
    return this.#decisions.get(address) ?? 'none';
  }

  #neighboursOf(address: string): Neighbours {
    const piece = this.pieceOf(address);
    const elsewhere = piece !== undefined && (this.#lacking.get(`${piece.type} ${piece.position}`)?.size ?? 0) > 0;
    const missed = piece?.counted ? [...this.#row.values()].reduce((sum, { size }) => sum + size, 0) : 0;
    return { elsewhere, missed };
  }

  #decide(address: string): Decision {
    const decision = this.#weigh(address);
    remember(this.#decisions, address, decision);
    return decision;
  }

  #weigh(address: string): Decision {
    const { recovery } = this.#context;
    const piece = this.pieceOf(address);
    if (!piece) return 'none';
    const { type, rendition, position } = piece;
    const place = `${type} ${position}`;
    const lacking = this.#lacking.get(place) ?? new Set<string>();
    remember(this.#lacking, place, lacking);
    lacking.add(rendition);
    const head = piece.start === piece.end;
    if (lacking.size < Math.min(head ? Infinity : 2, this.alternatives(piece))) {
      recovery.health.count('swaps');
      return 'swap';
    }
    // Without its head nothing of a track can be decoded.
    if (head) {
      if (type !== 'other') recovery.gone(new PlayerError('source/not-found', 'A track of this video is missing.'));
      return 'none';
    }
    if (!this.#holes.has(place)) recovery.health.count('skips');
    remember(this.#holes, place, piece);
    const row = this.#row.get(type) ?? new Set<string>();
    this.#row.set(type, row.add(position));
    if (row.size > limits.skips) recovery.gone(new PlayerError('source/not-found', 'The segments of this video are missing.'));
    return 'skip';
  }

  /** This segment is missing, and an engine has been told to look elsewhere. */
  isLacking(address: string): boolean {
    return this.#context.guard.isMissing(address);
  }

  /** A segment that came and cannot be decoded: it is left out in every rendition. */
  giveUp(address: string): void {
    const { guard, recovery } = this.#context;
    const piece = this.pieceOf(address);
    guard.giveUpOn(address);
    if (!piece) return;
    remember(this.#holes, `${piece.type} ${piece.position}`, piece);
    remember(this.#lacking, `${piece.type} ${piece.position}`, new Set(['any', 'every']));
    recovery.health.count('skips');
  }

  /** The address of the last piece asked for that fits. */
  findAddress(fits: (piece: P) => boolean): string | undefined {
    return [...this.#pieces].findLast(([, piece]) => fits(piece))?.[0];
  }

  /** Seconds where the segments end that were left out, where the time lies in one or right before it; else null. */
  holeEnd(seconds: number): number | null {
    let hole: number | null = null;
    for (const { start, end } of [...this.#holes.values()].sort((a, b) => a.start - b.start))
      if ((hole ?? seconds) >= start - 0.5 && (hole ?? seconds) < end) hole = end;
    return hole;
  }
}

function remember<T>(map: Map<string, T>, key: string, value: T): void {
  map.delete(key);
  map.set(key, value);
  const [oldest] = map.keys();
  if (map.size > memory && oldest !== undefined) map.delete(oldest);
}
