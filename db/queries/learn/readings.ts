import { and, desc, eq, inArray, isNotNull } from "drizzle-orm";
import { protocolRead } from "@/db/definitions";
import { account } from "@/db/schema/identity";
import { practiceReading } from "@/db/schema/learn";
import { protocolVersion } from "@/db/schema/protocol";
import type { Scope } from "@/db/scope";
import type { ClientActor, StaffActor } from "@/lib/actor";
import { atOnce } from "@/lib/at-once";
import { NotFound } from "@/lib/errors";
import type { Reading } from "@/lib/learn/reading";
import { inWeekOrder, type PublicationStatus, publicationStatus, type ReadingStep } from "@/lib/learn/reading-steps";
import { keyAt } from "@/lib/place-number";
import { authorize, can } from "@/lib/policy";
import { takenWords } from "../shipped/taken-words";

type EventStatusStep = { key: string } & ReadingStep;

/** Per reading the newest row that decides what clients read: words, the shipped ones again, or none. */
async function decidingSteps({ actor, tx }: Scope): Promise<EventStatusStep[]> {
  return tx
    .selectDistinctOn([practiceReading.readingKey], {
      key: practiceReading.readingKey,
      kind: practiceReading.kind,
      content: practiceReading.content,
    })
    .from(practiceReading)
    .where(
      and(
        eq(practiceReading.practiceId, actor.practiceId),
        inArray(practiceReading.kind, ["published", "shipped", "retired"]),
      ),
    )
    .orderBy(practiceReading.readingKey, desc(practiceReading.writtenAt), desc(practiceReading.id));
}

async function readingsOfPractice(scope: Scope): Promise<Reading[]> {
  const { deciding, shipped } = await atOnce({ deciding: decidingSteps(scope), shipped: takenWords(scope, "reading") });
  const steps = new Map(deciding.map((step) => [step.key, step]));
  const keys = new Set([...shipped.keys(), ...steps.keys()]);
  return inWeekOrder(
    [...keys].flatMap((key) => {
      const step = steps.get(key);
      return publicationStatus(key, shipped.get(key) ?? null, step ? [step] : []).current ?? [];
    }),
  );
}

/** The readings that the person who asks can open, as their practice has them. */
export const getOwnReadings = (scope: Scope<ClientActor>): Promise<Reading[]> => readingsOfPractice(scope);

/** One of them, by the number in its address or by its key. Throws NotFound for what there is not, and for what is retired. */
export async function getOwnReading(scope: Scope<ClientActor>, place: string): Promise<Reading> {
  const readings = await readingsOfPractice(scope);
  const reading = readings.find(({ key }) => keyAt([key], place));
  if (!reading) throw new NotFound();
  return reading;
}

export type ReadingChoice = { key: string; title: string };

/** The readings that clients of the practice can open, for choosing one: keys and titles, in the order of weeks. */
export async function listReadings(scope: Scope<StaffActor>): Promise<ReadingChoice[]> {
  authorize(scope.actor, "readings.read");
  return (await readingsOfPractice(scope)).map(({ key, title }) => ({ key, title }));
}

export type ReadingHistory = { id: string; kind: ReadingStep["kind"]; writtenAt: Date; writtenBy: string };
export type ShelvedReading = PublicationStatus & { history: ReadingHistory[] };

/** Every row about readings, or about one, the newest first. */
async function allSteps({ actor, tx }: Scope<StaffActor>, key?: string) {
  return tx
    .select({
      id: practiceReading.id,
      key: practiceReading.readingKey,
      kind: practiceReading.kind,
      content: practiceReading.content,
      writtenAt: practiceReading.writtenAt,
      writtenBy: account.name,
    })
    .from(practiceReading)
    .innerJoin(
      account,
      and(eq(account.practiceId, practiceReading.practiceId), eq(account.id, practiceReading.writtenBy)),
    )
    .where(
      and(
        eq(practiceReading.practiceId, actor.practiceId),
        key === undefined ? undefined : eq(practiceReading.readingKey, key),
      ),
    )
    .orderBy(desc(practiceReading.writtenAt), desc(practiceReading.id));
}

/** Drafts are for those who may edit; others see what clients see and what became of it. */
function shelved(
  key: string,
  shipped: Reading | undefined,
  steps: Awaited<ReturnType<typeof allSteps>>,
  mayEdit: boolean,
): ShelvedReading {
  const seen = mayEdit ? steps : steps.filter(({ kind }) => kind !== "draft" && kind !== "dropped");
  return {
    ...publicationStatus(key, shipped ?? null, seen),
    history: seen.map(({ id, kind, writtenAt, writtenBy }) => ({ id, kind, writtenAt, writtenBy })),
  };
}

/** All readings of the practice, with those that are retired and, for the owner, those that are drafts. */
export async function listReadingStatuses(scope: Scope<StaffActor>): Promise<ShelvedReading[]> {
  authorize(scope.actor, "readings.read");
  const mayEdit = can(scope.actor, "readings.edit");
  const { steps, shipped } = await atOnce({ steps: allSteps(scope), shipped: takenWords(scope, "reading") });
  const keys = new Set([...shipped.keys(), ...steps.map(({ key }) => key)]);
  const of = (key: string) => steps.filter((step) => step.key === key);
  const shelf = [...keys].map((key) => shelved(key, shipped.get(key), of(key), mayEdit)).filter(({ base }) => base);
  const place = new Map(inWeekOrder(shelf.flatMap(({ base }) => base ?? [])).map(({ key }, i) => [key, i]));
  return shelf.toSorted((a, b) => (place.get(a.key) ?? 0) - (place.get(b.key) ?? 0));
}

/** One reading with its history. Throws NotFound for what the practice does not have. */
export async function getReadingPage(scope: Scope<StaffActor>, key: string): Promise<ShelvedReading> {
  authorize(scope.actor, "readings.read");
  const { steps, shipped } = await atOnce({ steps: allSteps(scope, key), shipped: takenWords(scope, "reading") });
  const page = shelved(key, shipped.get(key), steps, can(scope.actor, "readings.edit"));
  if (!page.base) throw new NotFound();
  return page;
}

/** The exercises that a reading can belong to: those of the protocol that new clients start on. */
export async function getReadingExercises({ actor, tx }: Scope<StaffActor>): Promise<{ key: string; title: string }[]> {
  authorize(actor, "readings.edit");
  const [newest] = await tx
    .select({ protocol: protocolRead })
    .from(protocolVersion)
    .where(and(eq(protocolVersion.practiceId, actor.practiceId), isNotNull(protocolVersion.publishedAt)))
    .orderBy(desc(protocolVersion.publishedAt))
    .limit(1);
  return (newest?.protocol.exercises ?? []).map(({ key, title }) => ({ key, title }));
}
