import { setTimeout as sleep } from "node:timers/promises";

/** What a browser lets somebody do who sits before it. Each driver says it in its own protocol. */
export type Browser = {
  name: string;
  /** A browser of nobody: no cookie, nothing kept. */
  fresh: () => Promise<Tab>;
  close: () => Promise<void>;
};

export type Kind = "press" | "field" | "choice";

export type Tab = {
  goto: (url: string) => Promise<void>;
  /** What a function of the page gives back, with these words. */
  ask: (script: string) => Promise<unknown>;
  /** A real pointer on what `finder` gives; false where it gives nothing. */
  press: (finder: string) => Promise<boolean>;
  /** Real keys into what `finder` gives; false where it gives nothing. */
  type: (finder: string, words: string) => Promise<boolean>;
  back: () => Promise<void>;
  close: () => Promise<void>;
};

const patienceMs = 20_000;

/** An expression for the element that is called so and can be seen: by its whole name, or else by how that begins. */
function finderOf(kind: Kind, words: string): string {
  const all = {
    press: "a, button, summary, [role=button]",
    field: "label",
    choice: "label",
  }[kind];
  return `(() => {
    const isSeen = (one) => { const box = one.getBoundingClientRect(); return box.width > 0 && box.height > 0; };
    const nameOf = (one) => (one.getAttribute("aria-label") ?? one.innerText ?? "").trim().replace(/\\s+/g, " ");
    const all = [...document.querySelectorAll(${JSON.stringify(all)})].filter(isSeen);
    const words = ${JSON.stringify(words)};
    const one = all.find((one) => nameOf(one) === words) ?? all.find((one) => nameOf(one).startsWith(words));
    const found = ${kind === "field" ? "one?.control" : "one"};
    found?.scrollIntoView({ block: "center" });
    return found ?? null;
  })()`;
}

/** Someone at a browser: they look until what they wait for is there, and say what they saw when it does not come. */
export function handsOf(tab: Tab, url: string) {
  const words = async () => String(await tab.ask("document.body.innerText"));
  const until = async (what: string, isThere: () => Promise<boolean>) => {
    const end = Date.now() + patienceMs;
    // A page that is being left answers nothing.
    while (!(await isThere().catch(() => false))) {
      if (Date.now() > end)
        throw new Error(
          `${what}: it did not come. At ${await tab.ask("location.href")}: ${(await words()).slice(0, 400)}`,
        );
      await sleep(100);
    }
  };
  const flat = (text: string) => text.replaceAll(/\s+/g, " ");
  return {
    go: (path: string) => tab.goto(new URL(path, url).href),
    sees: (what: string) => until(`“${what}”`, async () => flat(await words()).includes(what)),
    matches: (what: RegExp) => until(String(what), async () => what.test(flat(await words()))),
    isAt: (what: string) => until(`at ${what}`, async () => String(await tab.ask("location.href")).includes(what)),
    press: (what: string) => until(`press “${what}”`, () => tab.press(finderOf("press", what))),
    choose: (what: string) => until(`choose “${what}”`, () => tab.press(finderOf("choice", what))),
    type: (what: string, typed: string) => until(`type into “${what}”`, () => tab.type(finderOf("field", what), typed)),
    valueOf: (what: string) => tab.ask(`${finderOf("field", what)}?.value`),
    isThere: (what: string) => tab.ask(`${finderOf("field", what)} !== null`),
    ask: tab.ask,
    words,
    back: tab.back,
    close: tab.close,
  };
}

export type Hands = ReturnType<typeof handsOf>;
