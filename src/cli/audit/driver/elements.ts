import type { Target, Targets } from '../targets.js';

/** One element of any document, closed shadow roots and frames included. */
export interface Found {
  readonly target: Target;
  readonly node: number;
  /** Upper case, as in the DOM. */
  readonly tag: string;
  readonly attributes: ReadonlyMap<string, string>;
}

interface DomNode {
  readonly backendNodeId: number;
  readonly nodeName: string;
  readonly attributes?: readonly string[];
  readonly children?: readonly DomNode[];
  readonly shadowRoots?: readonly DomNode[];
  readonly contentDocument?: DomNode;
}

function* walk(node: DomNode): Generator<DomNode> {
  yield node;
  const below = [...(node.children ?? []), ...(node.shadowRoots ?? []), ...(node.contentDocument ? [node.contentDocument] : [])];
  for (const child of below) yield* walk(child);
}

function attributesOf(list: readonly string[] = []): Map<string, string> {
  const pairs = new Map<string, string>();
  for (let at = 0; at + 1 < list.length; at += 2) pairs.set((list[at] ?? '').toLowerCase(), list[at + 1] ?? '');
  return pairs;
}

/** Every element that `wanted` accepts, page first, in document order. */
export async function findElements(targets: Targets, wanted: (found: Found) => boolean): Promise<Found[]> {
  const found: Found[] = [];
  for (const target of targets.documents) {
    const answer = await target.session.attempt<{ root: DomNode }>('DOM.getDocument', { depth: -1, pierce: true });
    for (const node of answer ? walk(answer.root) : []) {
      const element = { target, node: node.backendNodeId, tag: node.nodeName.toUpperCase(), attributes: attributesOf(node.attributes) };
      if (wanted(element)) found.push(element);
    }
  }
  return found;
}

/**
 * Runs a function (declared with `function`, and self-contained) with the element as `this`, as if with a user gesture; undefined when the
 * element is gone.
 */
export async function ask<Answer>({ target, node }: Found, what: (this: HTMLElement) => Answer): Promise<Awaited<Answer> | undefined> {
  const resolved = await target.session.attempt<{ object: { objectId: string } }>('DOM.resolveNode', { backendNodeId: node });
  if (!resolved) return undefined;
  const call = { functionDeclaration: what.toString(), userGesture: true };
  const answer = await target.session.attempt<{ result: { value?: Awaited<Answer> } }>('Runtime.callFunctionOn', {
    ...{ ...call, objectId: resolved.object.objectId },
    ...{ returnByValue: true, awaitPromise: true }
  });
  return answer?.result.value;
}
