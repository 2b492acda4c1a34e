import { and, asc, eq, inArray } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { qualified } from "@/db/qualified";
import { client } from "@/db/schema/clients";
import { chartNote, chartNoteStep, chartNoteStepWords } from "@/db/schema/goals";
import { account } from "@/db/schema/identity";
import type { Scope } from "@/db/scope";
import { visibleClients } from "@/db/visibility";
import type { ClientActor, StaffActor } from "@/lib/actor";
import { type ChartNote, type ChartNoteStep, newestOfNote } from "@/lib/connection/chart-note";

const decider = alias(account, "d");
const later = alias(chartNoteStep, "cl");

/** The notes on the chart of a client within reach, with all that became of them, by day. The page that shows them records it. */
export async function chartNotesOf(scope: Scope<StaffActor>, clientId: string): Promise<ChartNote[]> {
  const { practiceId } = scope.actor;
  const rows = await scope.tx
    .select({
      ...{ noteId: chartNote.id, id: chartNoteStep.id, ordinal: chartNoteStep.ordinal, kind: chartNoteStep.kind },
      ...{ date: chartNoteStep.localDate, wordsSealed: chartNoteStep.wordsSealed, isShown: chartNoteStep.isShown },
      ...{ by: decider.name, at: chartNoteStep.decidedAt },
    })
    .from(chartNoteStep)
    .innerJoin(
      chartNote,
      and(eq(chartNote.practiceId, chartNoteStep.practiceId), eq(chartNote.id, chartNoteStep.chartNoteId)),
    )
    .innerJoin(client, and(eq(client.practiceId, chartNote.practiceId), eq(client.id, chartNote.clientId)))
    .innerJoin(decider, and(eq(decider.practiceId, chartNoteStep.practiceId), eq(decider.id, chartNoteStep.decidedBy)))
    .where(and(visibleClients(scope), eq(chartNote.clientId, clientId)))
    .orderBy(asc(chartNote.id), asc(chartNoteStep.ordinal));
  const steps = new Map<string, ChartNoteStep[]>();
  for (const { noteId, id, wordsSealed, ...step } of rows) {
    const known = steps.get(noteId) ?? [];
    known.push({ ...step, words: chartNoteStepWords.read(wordsSealed, { practiceId, id }) });
    steps.set(noteId, known);
  }
  return [...steps]
    .map(([id, of]): ChartNote => ({ id, steps: of }))
    .sort((a, b) => newestOfNote(a).date.localeCompare(newestOfNote(b).date));
}

export type OwnChartNote = { id: string; date: string; words: string };

/** What the client reads under their own chart: notes that were chosen for it. The others are not even read. */
export async function getOwnChartNotes({ actor, tx }: Scope<ClientActor>): Promise<OwnChartNote[]> {
  const { practiceId, clientId } = actor;
  const rows = await tx
    .select({
      ...{ noteId: chartNote.id, id: chartNoteStep.id },
      ...{ date: chartNoteStep.localDate, wordsSealed: chartNoteStep.wordsSealed },
    })
    .from(chartNoteStep)
    .innerJoin(
      chartNote,
      and(eq(chartNote.practiceId, chartNoteStep.practiceId), eq(chartNote.id, chartNoteStep.chartNoteId)),
    )
    .where(
      and(
        eq(chartNote.practiceId, practiceId),
        eq(chartNote.clientId, clientId),
        eq(chartNoteStep.isShown, true),
        inArray(chartNoteStep.kind, ["added", "edited", "restored"]),
        qualified`not exists (select 1 from ${chartNoteStep} ${later} where ${later.practiceId} = ${chartNoteStep.practiceId}
          and ${later.chartNoteId} = ${chartNoteStep.chartNoteId} and ${later.ordinal} > ${chartNoteStep.ordinal})`,
      ),
    )
    .orderBy(asc(chartNoteStep.localDate), asc(chartNote.id));
  return rows.map(({ noteId, id, date, wordsSealed }) => ({
    ...{ id: noteId, date },
    words: chartNoteStepWords.read(wordsSealed, { practiceId, id }),
  }));
}
