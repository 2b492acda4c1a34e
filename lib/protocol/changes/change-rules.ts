import type { z } from "zod";
import type { Exercise } from "@/lib/exercises/exercise";
import type { ProtocolVersion } from "@/lib/protocol/definition";
import type { JointPeople } from "@/lib/protocol/own-steps-preview";
import type { ProtocolPath } from "@/lib/protocol/path";
import type { LocalDate } from "@/lib/time/local-date";

/** Writes a local date as the reader knows it. */
export type Say = (date: LocalDate) => string;

/** The path as it is before a change and as it would be, and what of its decisions a refusal has to know. */
export type PathBefore = {
  version: ProtocolVersion;
  path: ProtocolPath;
  after: ProtocolPath;
  say: Say;
  effectiveOn: LocalDate;
  /** The first day from `from` on for which own steps are not chosen; null when there is none. */
  ownStepsEnd: (from: LocalDate) => LocalDate | null;
  isMade: (decisionId: string) => boolean;
  isUndone: (decisionId: string) => boolean;
};

/** What sentences about a change name: exercises by their titles, days in the reader's words. */
export type Telling = { title: (exercise: string) => string; say: Say };

/** The same before it is confirmed, on the path without and with it. `week`: the current protocol week, or null. */
export type TellingAhead = Telling & {
  week: number | null;
  today: LocalDate;
  people: JointPeople;
  before: ProtocolPath;
  after: ProtocolPath;
};

/**
 * When words are read that somebody wrote: `isThisRound` while the week that they were written in goes on, `isThisWeek` in
 * its seven days alone, `isLasting` while the path is held or paused by that decision.
 */
export type ReadOn = { isRecent: boolean; isThisRound: boolean; isThisWeek: boolean; isLasting: boolean };

/** What words have to know of a later decision: its kind, the exercise that it takes away or changes, and the one that it brings. */
export type Later = { kind: string; exercise: string | null; to: string | null };

/** What a page's address says about a change, on the path that it is about. */
export type Asked = {
  value: (name: string) => string;
  version: ProtocolVersion;
  path: ProtocolPath;
  /** Exercises of this week and of those to come, each once. */
  exercises: readonly Exercise[];
};

/** Where the words of a card or a button are read. `isForBoth`: the change is made for a couple. */
export type Offer = { week: number | null; isForBoth: boolean };

/** All that is known about one kind of change. Adding a kind is one such value, and its fields on the page. */
export type ChangeRules<C> = {
  /** Why it cannot be made, as a sentence for the therapist; null when it can. */
  refusal(change: C, before: PathBefore): string | null;
  /** Why it would change nothing, and what can be done instead. Asked only where the path would be the same. */
  idle(change: C, before: PathBefore): string;
  /** What a therapist reads before confirming, one fact a sentence. */
  facts(change: C, telling: TellingAhead): string[];
  /** Default words for the client. */
  clientWords(change: C, telling: TellingAhead): string;
  /** One line of the history. `undone`: the line of what an undo took back. */
  sentence(change: C, telling: Telling & { undone: string | null }): string;
  /** The card that offers it. */
  card(offer: Offer): { title: string; sub: string };
  /** What the button that decides says: the deed itself. */
  confirm(change: C, offer: Offer): string;
  /** The change that an address asks for; null where it cannot be. What is not understood is as if it were not there. */
  read(asked: Asked): C | null;
  /** The exercise that it changes on the path. */
  exercise(change: C): string | null;
  /** Whether it answers a client's wish for another exercise. */
  answersWish: boolean;
  /** Whether the client reads words about it; without, the page looks the same whatever the reason. */
  isRead: boolean;
  /** Whether its words are still news to the client, as far as time goes. */
  isNews(change: C, on: ReadOn): boolean;
  /** Whether a later decision makes its words untrue. */
  isReplacedBy(change: C, later: Later): boolean;
  /** What taking it back does, where there is more to say than for any other. */
  factsOfUndo(telling: TellingAhead): string[] | null;
};

type Usual = "idle" | "exercise" | "answersWish" | "isRead" | "isNews" | "isReplacedBy" | "factsOfUndo";
type Stated<C> = Omit<ChangeRules<C>, Usual> & Partial<Pick<ChangeRules<C>, Usual>>;

/** A kind of change: its schema first, so that everything stated about it is typed by it. The rest is as for most kinds. */
export const changeKind =
  <Schema extends z.ZodType>(schema: Schema) =>
  (stated: Stated<z.infer<Schema>>): { schema: Schema } & ChangeRules<z.infer<Schema>> => ({
    schema,
    idle: () => "That would change nothing: the path is so already.",
    exercise: () => null,
    answersWish: false,
    isRead: true,
    isNews: (_, { isRecent }) => isRecent,
    isReplacedBy: () => false,
    factsOfUndo: () => null,
    ...stated,
  });

/** The refusal of what only makes sense while weeks are still to come. */
export const weeksAreOver = ({ path: { status } }: PathBefore): string | null =>
  status === "follow-up" || status === "finished" ? "The weeks are over." : null;
