import { z } from "zod";
import { paths, within } from "@/lib/paths";
import { signalKinds } from "@/lib/signals/kinds";
import { seenKey } from "@/lib/signals/set-aside-form";
import { optionalWords } from "@/lib/written-words";

export const lensKeys = ["safety", "step", "life", "partner", "motivation", "alliance"] as const;
export type LensKey = (typeof lensKeys)[number];

export const moveKeys = [
  "panel",
  "reach",
  "swap",
  "hold",
  "dose",
  "pause",
  "own-steps",
  "message",
  "assign",
  "remind",
  "book",
] as const;
export type MoveKey = (typeof moveKeys)[number];

type Lens = { title: string; ask: string; moves: readonly MoveKey[] };

/**
 * Six ways to look at a signal, safety first, each with a question to ask and what can be done about it from here. Feedback
 * helps most together with such prompts (docs/RULES.md, section 4). Ours; none of them is a diagnosis.
 */
export const lenses: Record<LensKey, Lens> = {
  safety: {
    title: "Safety",
    ask: "Has anything at home changed? Ask when they are alone.",
    moves: ["panel", "reach"],
  },
  step: {
    title: "The step",
    ask: "Is this week’s exercise too big, or has it begun to feel like a duty?",
    moves: ["swap", "dose"],
  },
  life: {
    title: "Life around it",
    ask: "Illness, work, a loss, a visit: what else happened in these weeks?",
    moves: ["hold", "pause"],
  },
  partner: {
    title: "The partner",
    ask: "How did the partner answer the last risks that were taken?",
    moves: ["own-steps", "reach"],
  },
  motivation: {
    title: "Motivation",
    ask: "What do they want from closeness now, in their own words?",
    moves: ["remind", "assign"],
  },
  alliance: {
    title: "Between you",
    ask: "Is there something they have not yet felt able to say to you?",
    moves: ["message", "book"],
  },
};

const ofWeeks: readonly MoveKey[] = ["swap", "hold", "dose", "pause", "own-steps"];

/** What can be done from a lens: somebody who accompanies has no weeks in which anything could be changed. */
export const movesOf = (lens: LensKey, hasWeeks: boolean): readonly MoveKey[] =>
  lenses[lens].moves.filter((move) => hasWeeks || !ofWeeks.includes(move));

const moveLabels: Record<MoveKey, string> = {
  panel: "Open the safety panel",
  reach: "How to reach them safely",
  swap: "Swap an exercise",
  hold: "Stay in this week",
  dose: "Ask for it less often",
  pause: "Pause the weeks",
  "own-steps": "Choose own steps",
  message: "Write to them",
  assign: "Give an assessment",
  remind: "Remind them",
  book: "Book a session",
};
export const moveLabel = (move: MoveKey): string => moveLabels[move];

/** Where a move is made: each page shows what the client will read before anything is decided. */
export function moveHref(clientId: string, move: MoveKey) {
  const client = paths.client(clientId);
  if (move === "panel") return within(client.overview, "#safety");
  if (move === "reach") return client.reach;
  if (move === "message") return client.messages;
  if (move === "assign") return client.assign;
  if (move === "remind") return within("/caseload/remind", `?with=${clientId}`);
  if (move === "book") return within("/sessions/new", `?client=${clientId}`);
  return within(client.protocol, `?change=${move}#change`);
}

/** What somebody thought and means to do about a signal. `id` is made by the page, so that sending it twice keeps it once. */
export const supportForm = z.strictObject({
  id: z.uuid(),
  clientId: z.uuid(),
  kind: z.enum(signalKinds),
  seen: seenKey,
  lens: z.enum(lensKeys, "Choose what you think it is about."),
  note: optionalWords("signalNote"),
});
export type SupportForm = z.infer<typeof supportForm>;
