/** What one tab says to the others of this browser: look whose sign-in it is now, or leave as this one does. */
export type Word = "look" | "leave";

const name = "nearer-tabs";
let opened: BroadcastChannel | null | undefined;

/** One for the page, so that it does not hear itself; null where a browser has none. */
function channel(): BroadcastChannel | null {
  try {
    opened ??= new BroadcastChannel(name);
  } catch {
    opened = null;
  }
  return opened;
}

/** Two ways, because each is missing or switched off somewhere. What storage held of it is gone at once. */
export function tellTabs(word: Word): void {
  try {
    const way = channel();
    if (way) way.postMessage(word);
    else {
      localStorage.setItem(name, `${word} ${Date.now()}`);
      localStorage.removeItem(name);
    }
  } catch {
    // Nothing is shared between tabs here. They find out when they ask the server.
  }
}

export function whenTabsTell(hear: (word: Word) => void): () => void {
  const listen = (said: unknown) => {
    const word = String(said).split(" ")[0];
    if (word === "look" || word === "leave") hear(word);
  };
  const whenStored = ({ key, newValue }: StorageEvent) => key === name && newValue && listen(newValue);
  const whenSent = ({ data }: MessageEvent) => listen(data);
  addEventListener("storage", whenStored);
  channel()?.addEventListener("message", whenSent);
  return () => {
    removeEventListener("storage", whenStored);
    opened?.removeEventListener("message", whenSent);
  };
}
