import type { Around, Waiting } from "@/components/drafts/around-writer";
import { makeWriter, type Writer } from "@/components/drafts/writer";
import {
  type Draft,
  type Ending,
  endDraft,
  givenOf,
  keepWords,
  noDraft,
  sameWords,
  takeWords,
} from "@/lib/drafts/draft";
import { doubled, lost, type Saved, textOf, tokens } from "./words-model.testing";

/** What people do in front of the pages, and what happens around them. */
export const deeds = [
  ...["key", "key", "key", "wait", "pause", "back", "open", "reload", "other tab", "other device"],
  ...["offline", "online", "answer lost", "sent late", "look away", "switch", "submit", "take"],
] as const;
export type Deed = (typeof deeds)[number];

type Request = { fields: Readonly<Record<string, string>>; answer: (done: unknown) => void; fail: () => void };
type Tab = {
  device: Map<string, Waiting>;
  writer: Writer;
  page: number;
  id: number;
  given: number;
  text: string;
  turn: number;
  timers: Set<() => void>;
};

/**
 * One person, two devices, a server. The model knows nothing of versions and hands: every key adds a word that stands nowhere else,
 * so whatever was called saved can be looked for, and whatever is there twice is seen.
 */
export function world() {
  let draft: Draft = noDraft;
  const records: Saved[] = [];
  const called = new Set<string>();
  const faults: string[] = [];
  let [isOnline, losesAnswer, isLate, words, hands] = [true, false, false, 0, 0];
  const late: Request[] = [];
  const pages: Draft[] = [noDraft];
  const tabs: Tab[] = [];
  let at = 0;

  const apply = (fields: Request["fields"]) => {
    const hand = fields.hand ?? "";
    if (fields.do === "take") {
      draft = takeWords(draft, hand);
      return { status: "done", given: givenOf(draft, String), isOver: false, isOwn: false, at: "now" };
    }
    if (fields.do === "look")
      return { status: "done", given: givenOf(draft, String), isOver: false, isOwn: false, at: "now" };
    const given = JSON.parse(fields.words ?? "{}") as Record<string, string>;
    const saving = { hand, step: Number(fields.step), seen: Number(fields.seen), words: given };
    const kept = keepWords(draft, saving, "2026-11-23T10:00:00Z");
    draft = kept.draft;
    const isOwn = draft.stands?.hand === hand || sameWords(draft.stands?.words ?? {}, given);
    const told = givenOf(draft, String);
    return {
      status: "done",
      given: isOwn ? { ...told, words: null } : told,
      isOver: kept.is === "over",
      isOwn,
      at: "now",
    };
  };
  const post = (fields: Request["fields"], isLeaving: boolean) =>
    new Promise<never>((resolve, reject) => {
      const one: Request = {
        fields,
        answer: resolve as (done: unknown) => void,
        fail: () => reject(new Error("no network")),
      };
      if (!isOnline) return one.fail();
      if (isLeaving && isLate) return void late.push(one);
      const answer = apply(fields);
      if (losesAnswer) {
        losesAnswer = false;
        return one.fail();
      }
      one.answer(answer);
    });
  const around = (device: Map<string, Waiting>, timers: Set<() => void>): Around => ({
    post,
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
    pages.push(draft);
    const writer = makeWriter(givenOf(draft, String), false, around(device, timers));
    const tab = {
      device,
      writer,
      page: pages.length,
      id: pages.length,
      given: pages.length - 1,
      text: "",
      turn: -1,
      timers,
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
    const all = [draft.stands, ...draft.aside].map((one) => textOf(one?.words));
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
    if (!isOnline || tab.text === "") return;
    const [opened = "0", hand = null] = tab.writer.view().ending.split(".");
    const ending: Ending = { opened: Number(opened), hand };
    tab.writer.end();
    const before = records.find(({ id }) => id === tab.id);
    const refused = before ? before.text !== tab.text : draft.ended > ending.opened;
    if (refused) return tab.writer.goOn();
    if (!before) {
      records.push({ id: tab.id, text: tab.text });
      for (const token of tokens(tab.text)) called.add(token);
    }
    draft = endDraft(draft, ending);
    if (losesAnswer) {
      losesAnswer = false;
      return tab.writer.goOn();
    }
  }

  const [phone, laptop] = [new Map<string, Waiting>(), new Map<string, Waiting>()];
  const run: Record<Deed, (tab: Tab) => void | Promise<void>> = {
    key: (tab) => {
      words += 1;
      tab.text = [tab.text, `w${words}`].filter(Boolean).join(" ");
      tab.writer.type({ text: tab.text, $id: String(tab.id) });
    },
    wait: (tab) => {
      for (const timer of [...tab.timers]) timer();
    },
    pause: (tab) => void tab.writer.flush(),
    back: (tab) => mounted(tab, tab.given),
    open: (tab) => {
      if (!isOnline) return;
      pages.push(draft);
      tab.page = pages.length;
      mounted(tab, pages.length - 1);
    },
    reload: (tab) => {
      if (!isOnline) return;
      tab.writer.leave();
      tab.timers.clear();
      tabs[at] = open(tab.device);
    },
    "other tab": (tab) => {
      if (isOnline && tabs.length < 4) at = tabs.push(open(tab.device)) - 1;
      else at = (at + 1) % tabs.length;
    },
    "other device": () => {
      if (isOnline && tabs.length < 4) at = tabs.push(open(laptop)) - 1;
      else at = (at + 1) % tabs.length;
    },
    offline: () => {
      isOnline = false;
    },
    online: (tab) => {
      isOnline = true;
      void tab.writer.flush();
    },
    "answer lost": () => {
      losesAnswer = true;
    },
    "sent late": () => {
      isLate = !isLate;
      for (const one of late.splice(0)) one.answer(apply(one.fields));
    },
    "look away": (tab) => tab.writer.leave(),
    switch: () => {
      at = (at + 1) % tabs.length;
    },
    submit,
    take: (tab) => {
      const [other] = tab.writer.view().others;
      if (other) return tab.writer.take(other.hand);
    },
  };
  tabs.push(open(phone));

  return {
    async play(all: readonly Deed[]): Promise<string[]> {
      await settle();
      for (const deed of all) {
        const tab = tabs[at] ?? tabs[0];
        if (!tab) throw new Error("There is no page.");
        await run[deed](tab);
        await settle();
      }
      [isOnline, losesAnswer] = [true, false];
      for (const one of late.splice(0)) one.answer(apply(one.fields));
      await settle();
      for (let turn = 0; turn < 4; turn += 1) {
        for (const tab of tabs) {
          tab.writer.goOn();
          await tab.writer.flush();
        }
        await settle();
      }
      return [...faults, ...lost(draft, records, called), ...doubled(draft, records)];
    },
  };
}
