import type { Around, Waiting } from "@/components/drafts/around-writer";
import { makeWriter, type Writer } from "@/components/drafts/writer";
import { type Draft, type Ending, endDraft, givenOf, noDraft } from "@/lib/drafts/draft";
import { doubled, lost, textOf, tokens } from "./words-model.testing";
import { network } from "./words-network.testing";

/** What people do in front of the pages, and what happens around them. */
export const deeds = [
  ...["key", "key", "key", "wait", "pause", "back", "open", "reload", "other tab", "other device"],
  ...["offline", "online", "answer lost", "sent late", "look away", "switch", "submit", "take"],
  ...["signed out", "signed in", "slow", "answer", "quick", "put away"],
] as const;
export type Deed = (typeof deeds)[number];
/** Happens whether somebody is there or not. */
const weather = new Set<Deed>(["online", "offline", "signed out", "signed in", "slow", "answer", "quick", "switch"]);

type Tab = {
  device: Map<string, Waiting>;
  writer: Writer;
  page: number;
  id: number;
  given: number;
  text: string;
  turn: number;
  timers: Set<() => void>;
  /** The application was closed, and nobody has opened it again. */
  isAway?: boolean;
};

/**
 * One person, two devices, a server. The model knows nothing of versions and hands: every key adds a word that stands nowhere else,
 * so whatever was called saved can be looked for, and whatever is there twice is seen.
 */
export function world() {
  const net = network();
  const { server, records } = net;
  const called = new Set<string>();
  const typed = new Set<string>();
  const faults: string[] = [];
  let [words, hands] = [0, 0];
  const pages: Draft[] = [noDraft];
  const tabs: Tab[] = [];
  let at = 0;

  const around = (device: Map<string, Waiting>, timers: Set<() => void>): Around => ({
    post: net.post,
    device: {
      all: async () => [...device.values()],
      put: async (one) => device.set(one.hand, one) !== undefined,
      drop: async (hand) => void device.delete(hand),
    },
    newHand: () => {
      hands += 1;
      return `hand-${hands}`;
    },
    later: (run) => {
      const once = () => {
        timers.delete(once);
        run();
      };
      timers.add(once);
      return () => void timers.delete(once);
    },
  });
  const open = (device: Map<string, Waiting>): Tab => {
    const timers = new Set<() => void>();
    pages.push(server.draft);
    const writer = makeWriter(givenOf(server.draft, String), false, around(device, timers));
    const tab = {
      ...{ device, writer, timers, text: "", turn: -1 },
      ...{ page: pages.length, id: pages.length, given: pages.length - 1 },
    };
    void writer.enter();
    return tab;
  };
  const settle = async () => {
    for (let turn = 0; turn < 12; turn += 1) await Promise.resolve();
    await new Promise((resolve) => setImmediate(resolve));
    for (const tab of tabs) look(tab);
  };
  /** What stands in the fields follows what the page is told; what it calls saved has to be there now. */
  const look = (tab: Tab) => {
    const view = tab.writer.view();
    if (view.turn !== tab.turn) {
      [tab.turn, tab.text] = [view.turn, textOf(view.start)];
      tab.id = Number(view.start.$id ?? tab.page);
    }
    if (!view.said.startsWith("Saved")) return;
    for (const token of tokens(tab.text)) called.add(token);
    // Somebody may have gone on with it elsewhere: then it stands within what was written there.
    const all = [server.draft.stands, ...server.draft.aside].map((one) => textOf(one?.words));
    const there = [...all, ...records.map(({ text }) => text)].map((text) => new Set(tokens(text)));
    if (!there.some((text) => tokens(tab.text).every((token) => text.has(token))))
      faults.push(`"${tab.text}" was called saved and is nowhere`);
  };
  const mounted = (tab: Tab, given: number) => {
    tab.writer.reopen(givenOf(pages[given] ?? noDraft, String));
    tab.given = given;
    void tab.writer.enter();
  };
  function submit(tab: Tab) {
    if (!net.is.online || !net.is.signedIn || tab.text === "") return;
    const [opened = "0", hand = null] = tab.writer.view().ending.split(".");
    const ending: Ending = { opened: Number(opened), hand };
    tab.writer.end();
    const before = records.find(({ id }) => id === tab.id);
    const refused = before ? before.text !== tab.text : server.draft.ended > ending.opened;
    if (refused) return tab.writer.goOn(false);
    if (!before) {
      records.push({ id: tab.id, text: tab.text });
      for (const token of tokens(tab.text)) called.add(token);
    }
    server.draft = endDraft(server.draft, ending);
    if (net.is.answerLost) tab.writer.goOn(true);
    net.is.answerLost = false;
  }

  const [phone, laptop] = [new Map<string, Waiting>(), new Map<string, Waiting>()];
  const run: Record<Deed, (tab: Tab) => void | Promise<void>> = {
    key: (tab) => {
      words += 1;
      tab.text = [tab.text, `w${words}`].filter(Boolean).join(" ");
      typed.add(`w${words}`);
      tab.writer.type({ text: tab.text, $id: String(tab.id) });
    },
    wait: (tab) => {
      for (const timer of [...tab.timers]) timer();
    },
    pause: (tab) => void tab.writer.flush(),
    back: (tab) => mounted(tab, tab.given),
    open: (tab) => {
      if (!net.is.online || !net.is.signedIn) return;
      pages.push(server.draft);
      tab.page = pages.length;
      mounted(tab, pages.length - 1);
    },
    reload: (tab) => {
      if (!net.is.online || !net.is.signedIn) return;
      tab.writer.leave();
      tab.timers.clear();
      tabs[at] = open(tab.device);
    },
    "put away": (tab) => {
      tab.writer.leave();
      tab.timers.clear();
      tab.isAway = true;
    },
    "other tab": (tab) => {
      if (net.is.online && net.is.signedIn && tabs.length < 4) at = tabs.push(open(tab.device)) - 1;
      else at = (at + 1) % tabs.length;
    },
    "other device": () => {
      if (net.is.online && tabs.length < 4) at = tabs.push(open(laptop)) - 1;
      else at = (at + 1) % tabs.length;
    },
    offline: () => {
      net.is.online = false;
    },
    online: (tab) => {
      net.is.online = true;
      if (!tab.isAway) void tab.writer.flush();
    },
    // After the idle minutes; and as the same person in another tab, where this page stays as it is.
    "signed out": () => {
      net.is.signedIn = false;
    },
    "signed in": () => {
      net.is.signedIn = true;
    },
    "answer lost": () => {
      net.is.answerLost = true;
    },
    "sent late": () => {
      net.is.late = !net.is.late;
      net.letLateArrive();
    },
    // Answers take a while, and people go on typing.
    slow: () => {
      net.is.slow = true;
    },
    answer: () => net.letAnswersCome(true),
    quick: () => net.letAnswersCome(),
    "look away": (tab) => tab.writer.leave(),
    switch: () => {
      at = (at + 1) % tabs.length;
    },
    submit,
    take: (tab) => {
      const [other] = tab.writer.view().others;
      // Not waited for: its answer may be slow.
      if (other) void tab.writer.take(other.hand);
    },
  };
  tabs.push(open(phone));
  /** A page that was put away is opened again where it can be. */
  const reopen = async (place: number) => {
    const tab = tabs[place];
    if (!tab?.isAway || !net.is.online || !net.is.signedIn) return;
    tabs[place] = open(tab.device);
    await settle();
  };

  return {
    async play(all: readonly Deed[]): Promise<string[]> {
      await settle();
      for (const deed of all) {
        await reopen(at);
        const tab = tabs[at];
        if (!tab || (tab.isAway && !weather.has(deed))) continue;
        await run[deed](tab);
        await settle();
      }
      Object.assign(net.is, { online: true, signedIn: true, answerLost: false });
      net.letAnswersCome();
      net.letLateArrive();
      for (const place of tabs.keys()) await reopen(place);
      await settle();
      for (let turn = 0; turn < 4; turn += 1) {
        for (const tab of tabs) {
          tab.writer.goOn(true);
          await tab.writer.flush();
        }
        await settle();
      }
      return [...faults, ...lost(server.draft, records, called, typed), ...doubled(server.draft, records)];
    },
  };
}
