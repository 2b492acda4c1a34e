import type { Page } from "@playwright/test";

/** Whether a text is replaced by an element that says the same, as Chrome does, or moved into one, as extensions do. */
export type Way = "replaced" | "moved";

/** What a translator and two extensions do to a page, and to everything that it shows later. The words stay the same. */
function meddle(way: Way): void {
  const isOurs = (node: Node) => node.parentElement?.closest("font, script, style, textarea, title, [data-extension]");
  const translate = (text: Text) => {
    if (!/\p{L}|\d/u.test(text.data) || isOurs(text)) return;
    const [outer, inner] = [document.createElement("font"), document.createElement("font")];
    outer.append(inner);
    if (way === "replaced") inner.append(text.data);
    text.replaceWith(outer);
    if (way === "moved") inner.append(text);
  };
  const look = (root: Node) => {
    if (root instanceof Text) return translate(root);
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const texts: Text[] = [];
    for (let one = walker.nextNode(); one; one = walker.nextNode()) if (one instanceof Text) texts.push(one);
    for (const one of texts) translate(one);
    for (const field of root instanceof Element ? root.querySelectorAll("input, textarea") : [])
      if (!field.nextElementSibling?.hasAttribute("data-extension")) {
        const icon = document.createElement("span");
        icon.dataset.extension = "";
        field.after(icon);
        field.setAttribute("data-extension-id", "1");
      }
  };
  const toolbar = document.createElement("div");
  toolbar.dataset.extension = "";
  document.body.prepend(toolbar);
  look(document.body);
  new MutationObserver((changes) => {
    for (const { type, target, addedNodes } of changes)
      for (const one of type === "characterData" ? [target] : addedNodes) if (one.isConnected) look(one);
  }).observe(document.body, { childList: true, characterData: true, subtree: true });
}

/** In a world of its own, as a browser runs them: what the page has changed of its own prototypes does not reach there. */
export async function translate(page: Page, way: Way): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  const { frameTree } = await devtools.send("Page.getFrameTree");
  const world = { frameId: frameTree.frame.id, worldName: "translator" };
  const { executionContextId: contextId } = await devtools.send("Page.createIsolatedWorld", world);
  const expression = `(${meddle.toString()})(${JSON.stringify(way)})`;
  const { exceptionDetails } = await devtools.send("Runtime.evaluate", { contextId, expression });
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  await devtools.detach();
}
