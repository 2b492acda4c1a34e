import type { Answer } from "@/components/drafts/around-writer";
import { type Draft, givenOf, keepWords, noDraft, sameWords, takeWords } from "@/lib/drafts/draft";
import type { Saved } from "./words-model.testing";

type Fields = Readonly<Record<string, string>>;
type Request = { fields: Fields; answer: (done: Answer) => void; fail: () => void };

/** The server of one place, and a network that can be away, lose an answer, keep one back, or let a request arrive late. */
export function network() {
  const server: { draft: Draft } = { draft: noDraft };
  const records: Saved[] = [];
  const is = { online: true, signedIn: true, answerLost: false, late: false, slow: false };
  const late: Request[] = [];
  const slow: (() => void)[] = [];

  function apply(fields: Fields): Answer {
    const hand = fields.hand ?? "";
    const done = (isOver: boolean, isOwn: boolean): Answer => {
      const told = givenOf(server.draft, String);
      return { status: "done", given: isOwn ? { ...told, words: null } : told, isOver, isOwn, at: "now" };
    };
    if (fields.do === "take") server.draft = takeWords(server.draft, hand);
    if (fields.do === "take" || fields.do === "look") return done(false, false);
    const words = JSON.parse(fields.words ?? "{}") as Record<string, string>;
    const saving = { hand, step: Number(fields.step), seen: Number(fields.seen), words };
    const kept = keepWords(server.draft, saving, "2026-11-23T10:00:00Z");
    server.draft = kept.draft;
    const { stands } = server.draft;
    return done(kept.is === "over", stands?.hand === hand || sameWords(stands?.words ?? {}, words));
  }

  const post = (fields: Fields, isLeaving: boolean) =>
    new Promise<Answer>((answer, reject) => {
      const fail = () => reject(new Error("no network"));
      if (!is.online) return fail();
      if (!is.signedIn) return answer({ status: "refused", message: "Signed out", session: "over" });
      if (isLeaving && is.late) return void late.push({ fields, answer, fail });
      if (is.slow && !isLeaving && !is.answerLost) return void slow.push(() => answer(apply(fields)));
      const answered = apply(fields);
      if (!is.answerLost) return answer(answered);
      is.answerLost = false;
      fail();
    });

  return {
    server,
    records,
    is,
    post,
    letLateArrive: () => {
      for (const { fields, answer } of late.splice(0)) answer(apply(fields));
    },
    /** Those that are on their way; what is asked then is answered at once, or as slowly. */
    letAnswersCome: (staysSlow = false) => {
      is.slow = staysSlow;
      for (const answer of slow.splice(0)) answer();
    },
  };
}
