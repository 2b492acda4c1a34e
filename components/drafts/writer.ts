import type { Around, Done, View, Waiting } from "@/components/drafts/around-writer";
import { type Given, sameWords, type Words } from "@/lib/drafts/draft";
import { endingText } from "@/lib/drafts/ending";

/** From the first key after a sending to the next sending. */
const interval = 1_200;
const retryAfter = 8_000;
/** Time enough to sign in in another tab; asking for ever would keep a left page signed in. */
const mostRefusals = 40;
/** Words that stand folded beside an empty field are nobody's hand yet. */
const folded = "folded";

const WAITS_HERE =
  "No network just now. Your words wait on this device; they are saved by themselves when you are back.";
const KEEP_OPEN = "No network just now. Keep this page open; it saves by itself when you are back.";

/**
 * Sends what is typed at one place, one sending at a time, and gives nothing up before it is known to have arrived. It outlives
 * the view: whoever comes back to the page finds the newest words. `folds`: earlier words are offered, not filled in.
 */
export function makeWriter(first: Given, folds: boolean, { post, device, newHand, later }: Around) {
  let hand = newHand();
  let [step, arrived, opened, seen] = [0, 0, 0, 0];
  let words: Words = {};
  let submitted: Words | null = null;
  /** What had been before the form that is on its way. */
  let submittedBefore: Words | null = null;
  let left: readonly Waiting[] = [];
  /** Of those left, the one that stands in the fields. */
  let shown: Waiting | undefined;
  let [isSending, isEnding, isAnothers, isKeptHere] = [false, false, false, false];
  let refusals = 0;
  let stop: (() => void) | undefined;
  let given = first;
  let view: View = { start: words, turn: 0, others: [], said: "", ending: "" };
  const listeners = new Set<() => void>();

  const show = (change: Partial<View>) => {
    view = { ...view, ...change, ending: endingText(opened, step > 0 ? hand : undefined) };
    for (const tell of listeners) tell();
  };
  /** The same words are no turn: fields that are drawn anew lose who is in them. */
  const start = (next: Words, others: Given["others"]) => {
    const turn = view.turn + (sameWords(words, next) ? 0 : 1);
    words = next;
    show({ start: words, turn, others, said: "" });
  };
  /** The page begins with what it was given. What stays folded has not been seen. */
  const turnTo = (next: Given, isShown = !folds) => {
    given = next;
    const isFolded = next.words !== null && !isShown;
    [opened, seen] = isFolded ? [0, 0] : [next.version, next.version];
    const own = isFolded && next.words ? [{ hand: folded, words: next.words, at: next.at ?? "" }] : [];
    start(isFolded ? {} : (next.words ?? {}), [...own, ...next.others]);
  };
  const waiting = (): Waiting => ({ hand, step, seen, words, submitted });
  const isUnsent = () => step > arrived;
  const wasSent = (one: Waiting) => one.submitted != null && sameWords(one.submitted, one.words);
  const keeping = (one: Waiting) => ({
    ...{ do: "keep", hand: one.hand, step: String(one.step), seen: String(one.seen) },
    words: JSON.stringify(one.words),
  });
  const anew = () => {
    void device.drop(hand);
    hand = newHand();
    [step, arrived] = [0, 0];
  };
  const keepHere = () => {
    if (!isAnothers) void device.put(waiting()).then((could) => (isKeptHere = could));
  };

  function took(one: Waiting, answer: Done) {
    if (one.hand !== hand) return;
    if (answer.isOver) {
      // What was sent as a form has arrived with it. What was written since goes on as words of their own.
      const isSent = wasSent(waiting());
      anew();
      if (!isSent) step = 1;
      if (!isSent) keepHere();
      return show({});
    }
    arrived = Math.max(arrived, one.step);
    if (answer.isOwn) seen = Math.max(seen, answer.given.version);
    if (!isUnsent()) void device.drop(hand);
    show({ others: answer.given.others, said: isUnsent() ? "" : `Saved ${answer.at}` });
  }

  /** Words that an earlier page left on this device. Sent as a form, they are over; written after it, or while another sent, they are not. */
  function tookLeft(one: Waiting, answer: Done) {
    void device.drop(one.hand);
    if (answer.isOver && !wasSent(one)) {
      const anew = { ...one, hand: newHand(), step: 1, submitted: null };
      left = left.map((other) => (other === one ? anew : other));
      if (shown === one) shown = anew;
      void device.put(anew);
      return;
    }
    left = left.filter((other) => other !== one);
    const next = answer.isOwn ? { ...answer.given, words: one.words } : answer.given;
    if (step === 0) turnTo(next);
    else if (one === shown && answer.isOwn) seen = next.version;
  }

  async function send(one: Waiting, taking: typeof took): Promise<boolean> {
    const answer = await post(keeping(one), false);
    if (answer.status === "done") {
      refusals = 0;
      taking(one, answer);
      return true;
    }
    refusals += 1;
    isAnothers = answer.session === "another";
    if (isAnothers) void device.drop(hand);
    show({ said: answer.message });
    return false;
  }

  async function flush(): Promise<void> {
    stop?.();
    stop = undefined;
    if (isSending || isEnding) return;
    isSending = true;
    try {
      let goesOn = true;
      for (let one = left[0]; one && goesOn; one = left[0]) goesOn = await send(one, tookLeft);
      while (goesOn && isUnsent() && !isEnding) goesOn = await send(waiting(), took);
    } catch {
      show({ said: isKeptHere ? WAITS_HERE : KEEP_OPEN });
    } finally {
      isSending = false;
    }
    if ((isUnsent() || left.length > 0) && !isEnding && refusals < mostRefusals) wait(retryAfter);
  }

  function wait(milliseconds: number) {
    stop ??= later(() => void flush(), milliseconds);
  }

  /** The page may be older than what its last key, another tab or another device has sent. */
  async function look(): Promise<void> {
    const answer = await post({ do: "look" }, false).catch(() => null);
    if (answer?.status !== "done" || step > 0 || left.length > 0 || answer.given.version <= seen) return;
    // Words that were sent meanwhile stay where they are looked at: gone on with, they are a change of what was sent.
    if (folds || answer.given.words) turnTo(answer.given);
  }

  async function take(other: string): Promise<void> {
    if (other === folded && step === 0) return turnTo(given, true);
    await flush();
    const wanted = other === folded ? given.words : null;
    const by = wanted ? view.others.find((one) => sameWords(one.words, wanted))?.hand : other;
    if (!by || isUnsent()) return;
    const answer = await post({ do: "take", hand: by }, false).catch(() => null);
    if (answer?.status !== "done") return show({ said: answer?.message ?? KEEP_OPEN });
    if (isUnsent()) return;
    // What stood before is beside now, under the old hand: what is typed next must not take its place.
    anew();
    turnTo(answer.given, true);
  }

  async function drop(other: string): Promise<void> {
    const isFolded = other === folded && step === 0;
    const fields = isFolded
      ? keeping({ hand: newHand(), step: 1, seen: given.version, words: {} })
      : { do: "drop", hand: other };
    const answer = await post(fields, false).catch(() => null);
    if (answer?.status !== "done") return show({ said: answer?.message ?? KEEP_OPEN });
    if (isFolded && step === 0) turnTo(answer.given);
    else show({ others: answer.given.others });
  }

  turnTo(first);
  return {
    view: () => view,
    subscribe: (tell: () => void) => {
      listeners.add(tell);
      return () => void listeners.delete(tell);
    },
    /** The page is drawn again. Of what it was given now and what is known here, the newer counts. */
    reopen(fresh: Given): void {
      isEnding = false;
      if (fresh.version > given.version && fresh.version > seen && !isUnsent()) {
        anew();
        turnTo(fresh);
      } else start(words, view.others);
    },
    /** The page stands: what waits on this device is sent, and shown where nothing was typed yet. */
    async enter(): Promise<void> {
      left = (await device.all()).filter((one) => one.hand !== hand);
      shown = step === 0 && !folds ? left.at(-1) : undefined;
      if (shown) start(shown.words, view.others);
      if (left.length > 0 || isUnsent()) await flush();
      if (!folds) await look();
    },
    type(next: Words): void {
      const isMove = sameWords(words, next);
      words = next;
      // Where nothing was written, a step further is not worth a draft, and must not stand over somebody's words.
      if (isMove && step === 0) return;
      step += 1;
      refusals = 0;
      show({ said: "" });
      keepHere();
      if (!isEnding) wait(interval);
    },
    flush,
    /** For a page that was told nothing of its draft: whoever turns to the form hears of it. */
    look,
    /** The page goes away: what is not known to have arrived is sent so that it outlives it. */
    leave(): void {
      if (isEnding || !isUnsent()) return;
      const one = waiting();
      post(keeping(one), true).then(
        (answer) => answer.status === "done" && took(one, answer),
        () => undefined,
      );
    },
    take,
    drop,
    /** The form is on its way: nothing typed is sent after it, unless it comes back. */
    end(): void {
      stop?.();
      stop = undefined;
      isEnding = true;
      [submittedBefore, submitted] = [submitted, words];
      if (isUnsent()) keepHere();
    },
    /** It came back: refused, so that nothing of it was kept, or without an answer. */
    goOn(mayHaveArrived: boolean): void {
      if (isEnding && !mayHaveArrived) submitted = submittedBefore;
      isEnding = false;
      if (isUnsent()) keepHere();
      if (isUnsent()) wait(interval);
    },
    /** The form has arrived, and its page stays: what is written next is another text. */
    finish(): void {
      isEnding = false;
      anew();
      start({}, view.others);
    },
  };
}

export type Writer = ReturnType<typeof makeWriter>;
