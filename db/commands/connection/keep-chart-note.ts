import { randomUUID } from "node:crypto";
import { and, desc, eq } from "drizzle-orm";
import type { StaffActor } from "@/lib/actor";
import type {
  AddChartNoteForm,
  ChartNoteKind,
  EditChartNoteForm,
  TurnChartNoteForm,
} from "@/lib/connection/chart-note";
import { NotFound, Refused } from "@/lib/errors";
import { authorize } from "@/lib/policy";
import { localDate } from "@/lib/time/zone";
import { recordAudit } from "../../audit";
import { client } from "../../schema/clients";
import { chartNote, chartNoteStep, chartNoteStepWords } from "../../schema/goals";
import type { Scope } from "../../scope";
import { visibleClients } from "../../visibility";
import { lockClientRow } from "../clients/lock-client-row";

/** Puts something that happened on the connection chart of a client, once per id. */
export async function addChartNote(
  scope: Scope<StaffActor>,
  { id, clientId, date, words, shown }: AddChartNoteForm,
): Promise<void> {
  const { actor, tx, now } = scope;
  authorize(actor, "goals.keep");
  const { practiceId } = actor;
  await lockClientRow(scope, eq(client.id, clientId));
  const [before] = await tx
    .select({ clientId: chartNote.clientId, stepId: chartNoteStep.id, wordsSealed: chartNoteStep.wordsSealed })
    .from(chartNote)
    .innerJoin(
      chartNoteStep,
      and(eq(chartNoteStep.practiceId, chartNote.practiceId), eq(chartNoteStep.chartNoteId, chartNote.id)),
    )
    .where(and(eq(chartNote.practiceId, practiceId), eq(chartNote.id, id), eq(chartNoteStep.ordinal, 1)));
  if (before) {
    const isSame =
      before.clientId === clientId &&
      chartNoteStepWords.read(before.wordsSealed, { practiceId, id: before.stepId }) === words;
    if (isSame) return;
    throw new Refused("This note was kept already, in other words. Open the page anew to change it.");
  }
  requirePast(scope, date);
  await tx.insert(chartNote).values({ practiceId, id, clientId, addedBy: actor.accountId, addedAt: now });
  await addStep(scope, { id, clientId }, { ordinal: 1, kind: "added", date, words, isShown: shown === "yes" });
}

/** Another day, other words, or another choice about the client’s pages. What stood before stays in its history. */
export async function editChartNote(
  scope: Scope<StaffActor>,
  { noteId, seen, date, words, shown }: EditChartNoteForm,
): Promise<void> {
  authorize(scope.actor, "goals.keep");
  const { newest, ...held } = await lockChartNote(scope, { noteId, seen });
  if (newest.kind === "removed") throw new Refused("This note was taken off the chart. Put it back first.");
  requirePast(scope, date);
  await addStep(scope, held, { ordinal: seen + 1, kind: "edited", date, words, isShown: shown === "yes" });
}

/** Takes a note off the chart, or puts it back as it was. */
export async function turnChartNote(
  scope: Scope<StaffActor>,
  { noteId, seen, kind }: TurnChartNoteForm,
): Promise<void> {
  authorize(scope.actor, "goals.keep");
  const { newest, ...held } = await lockChartNote(scope, { noteId, seen });
  if ((newest.kind === "removed") !== (kind === "restored"))
    throw new Refused("Something has changed about this note since you opened this page. Look at it again first.");
  const words = chartNoteStepWords.read(newest.wordsSealed, { practiceId: scope.actor.practiceId, id: newest.id });
  await addStep(scope, held, { ...newest, ordinal: seen + 1, kind, date: newest.localDate, words });
}

/** A note that the caller may change, held with whose chart it is on. What the page has not seen is said first. */
async function lockChartNote(
  scope: Scope<StaffActor>,
  { noteId, seen }: { noteId: string; seen: number },
): Promise<{ id: string; clientId: string; newest: typeof chartNoteStep.$inferSelect }> {
  const { actor, tx } = scope;
  const [found] = await tx
    .select({ clientId: chartNote.clientId })
    .from(chartNote)
    .innerJoin(client, and(eq(client.practiceId, chartNote.practiceId), eq(client.id, chartNote.clientId)))
    .where(and(visibleClients(scope, "change"), eq(chartNote.id, noteId)));
  if (!found) throw new NotFound();
  await lockClientRow(scope, eq(client.id, found.clientId));
  const [newest] = await tx
    .select()
    .from(chartNoteStep)
    .where(and(eq(chartNoteStep.practiceId, actor.practiceId), eq(chartNoteStep.chartNoteId, noteId)))
    .orderBy(desc(chartNoteStep.ordinal))
    .limit(1);
  if (!newest) throw new NotFound();
  if (newest.ordinal !== seen)
    throw new Refused("Something has changed about this note since you opened this page. Look at it again first.");
  return { id: noteId, clientId: found.clientId, newest };
}

function requirePast({ actor, now }: Scope<StaffActor>, date: string): void {
  const sentence = "Choose a day that has come.";
  if (date > localDate(now, actor.zone)) throw new Refused(sentence, { date: sentence });
}

type Step = { ordinal: number; kind: ChartNoteKind; date: string; words: string; isShown: boolean };

async function addStep(
  scope: Scope<StaffActor>,
  { id: chartNoteId, clientId }: { id: string; clientId: string },
  { ordinal, kind, date, words, isShown }: Step,
): Promise<void> {
  const { actor, tx, now } = scope;
  const { practiceId } = actor;
  const id = randomUUID();
  await tx.insert(chartNoteStep).values({
    ...{ practiceId, id, chartNoteId, ordinal, kind, localDate: date, isShown },
    wordsSealed: chartNoteStepWords.seal(words, { practiceId, id }),
    ...{ decidedBy: actor.accountId, decidedAt: now },
  });
  await recordAudit(scope, `connection.note-${kind}`, { id: chartNoteId, clientId });
}
