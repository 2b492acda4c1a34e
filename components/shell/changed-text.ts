/** What stands in the page for a text that somebody took out of it. */
const standIns = new WeakMap<Node, Element>();

/**
 * A browser's translator puts an element in the place of a text, and extensions put things between. React holds the text and
 * would fail at its next change, and take the page with whatever was typed into it (facebook/react#11538), or change words
 * that nobody sees. From here on what stands for a text goes with it, and where its words change they come back.
 */
export function followChangedText(): void {
  const changes = new MutationObserver(note);
  changes.observe(document, { childList: true, subtree: true });
  const standInOf = (node: Node): Element | undefined => {
    if (node.parentNode || !(node instanceof Text)) return undefined;
    note(changes.takeRecords());
    const known = standIns.get(node);
    return known?.isConnected ? known : undefined;
  };

  const { removeChild, insertBefore, appendChild } = Node.prototype;
  const words = Object.getOwnPropertyDescriptor(Node.prototype, "nodeValue");

  Node.prototype.removeChild = function <T extends Node>(this: Node, child: T): T {
    if (child.parentNode === this) return removeChild.call(this, child) as T;
    // It was moved into something, or something stands for it; or it is gone, as was wanted.
    if (child.parentNode) removeChild.call(child.parentNode, child);
    else standInOf(child)?.remove();
    return child;
  };
  Node.prototype.insertBefore = function <T extends Node>(this: Node, node: T, before: Node | null): T {
    standInOf(node)?.remove();
    if (!before || before.parentNode === this) return insertBefore.call(this, node, before) as T;
    let place: Node | null = standInOf(before) ?? before;
    while (place && place.parentNode !== this) place = place.parentNode;
    return insertBefore.call(this, node, place) as T;
  };
  Node.prototype.appendChild = function <T extends Node>(this: Node, node: T): T {
    standInOf(node)?.remove();
    return appendChild.call(this, node) as T;
  };
  Object.defineProperty(Node.prototype, "nodeValue", {
    ...words,
    set(this: Node, value: string | null) {
      words?.set?.call(this, value);
      standInOf(this)?.replaceWith(this);
    },
  });
}

/** A translator's element is a `font`: in the text's place, or put beside it a moment before or after. */
function note(changes: readonly MutationRecord[]): void {
  for (const { removedNodes, addedNodes, previousSibling, nextSibling } of changes)
    for (const removed of removedNodes) {
      if (!(removed instanceof Text)) continue;
      const standIn = [...addedNodes, previousSibling, nextSibling].find(isTranslators);
      if (standIn) standIns.set(removed, standIn);
    }
}

const isTranslators = (node: Node | null): node is Element => node instanceof Element && node.localName === "font";
