import type { Target, Targets } from '../targets.js';

/** One element of any document, including frames and closed shadow roots. */
export interface FoundElement {
  readonly target: Target;
  readonly node: number;
  /** In upper case, as in the DOM. */
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
  const children = [...(node.children ?? []), ...(node.shadowRoots ?? []), ...(node.contentDocument ? [node.contentDocument] : [])];
  for (const child of children) yield* walk(child);
}

function attributesOf(list: readonly string[] = []): Map<string, string> {
  const pairs = new Map<string, string>();
  for (let at = 0; at + 1 < list.length; at += 2) pairs.set((list[at] ?? '').toLowerCase(), list[at + 1] ?? '');
  return pairs;
}

/** Returns every element for which `accepts` returns true, in document order; those of the page come first. */
export async function findElements(targets: Targets, accepts: (element: FoundElement) => boolean): Promise<FoundElement[]> {
  const foundElements: FoundElement[] = [];
  for (const target of targets.documents) {
    const answer = await target.session.trySend<{ root: DomNode }>('DOM.getDocument', { depth: -1, pierce: true });
    for (const node of answer ? walk(answer.root) : []) {
      const element = { target, node: node.backendNodeId, tag: node.nodeName.toUpperCase(), attributes: attributesOf(node.attributes) };
      if (accepts(element)) foundElements.push(element);
    }
  }
  return foundElements;
}

/**
 * Calls a function in the page with the element as `this`, as if after a user gesture. The function must be declared with `function` and be
 * self-contained. Resolves to undefined if the element is gone.
 */
export async function callInPage<Answer>(
  { target, node }: FoundElement,
  pageFunction: (this: HTMLElement) => Answer
): Promise<Awaited<Answer> | undefined> {
  const remoteObject = await target.session.trySend<{ object: { objectId: string } }>('DOM.resolveNode', { backendNodeId: node });
  if (!remoteObject) return undefined;
  const call = {
    functionDeclaration: pageFunction.toString(),
    objectId: remoteObject.object.objectId,
    userGesture: true,
    returnByValue: true,
    awaitPromise: true
  };
  const answer = await target.session.trySend<{ result: { value?: Awaited<Answer> } }>('Runtime.callFunctionOn', call);
  return answer?.result.value;
}
