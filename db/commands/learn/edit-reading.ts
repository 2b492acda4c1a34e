import { randomUUID } from "node:crypto";
import { and, desc, eq } from "drizzle-orm";
import { takenWords } from "@/db/queries/shipped/taken-words";
import type { StaffActor } from "@/lib/actor";
import { requireSeen } from "@/lib/drafts/standing-words";
import { NotFound, Refused } from "@/lib/errors";
import { keyOfTitle } from "@/lib/key-of-title";
import type { Reading } from "@/lib/learn/reading";
import { type ReadingForm, readingOfForm, wordsOfForm, wordsOfReading } from "@/lib/learn/reading-form";
import {
  type PublicationStatus,
  publicationStatus,
  type ReadingStep,
  toDrop,
  toPublish,
  toRetire,
  toShipAgain,
} from "@/lib/learn/reading-steps";
import { builtInReadings } from "@/lib/learn/readings";
import { authorize } from "@/lib/policy";
import { afterAll } from "@/lib/time/monotonic-instant";
import { recordAudit } from "../../audit";
import { practice } from "../../schema/identity";
import { practiceReading } from "../../schema/learn";
import type { Scope } from "../../scope";

/** Keeps what the form says as a draft; clients go on reading what they read. A form without a key is a new reading. */
export async function keepReadingDraft(scope: Scope<StaffActor>, form: ReadingForm): Promise<{ key: string }> {
  authorize(scope.actor, "readings.edit");
  await lockPractice(scope);
  const key = form.key === "" ? keyOfTitle(form.title, await takenKeys(scope), "reading") : form.key;
  const known = form.key === "" ? null : await load(scope, key);
  if (known) requireSeen(wordsOfReading(known.base), wordsOfForm(form), form);
  const { reading, faults } = readingOfForm(key, form);
  if (!reading) throw new Refused("Please look at the fields marked below.", faults);
  await add(scope, key, known?.newest ?? null, { kind: "draft", content: reading });
  return { key };
}

/** From the next page that a client opens, these are the words. */
export async function publishReading(scope: Scope<StaffActor>, key: string): Promise<void> {
  await step(scope, key, (standing) => ({ kind: "published", content: toPublish(standing) }));
}

/** Puts a draft away. */
export async function dropReadingDraft(scope: Scope<StaffActor>, key: string): Promise<void> {
  await step(scope, key, (standing) => {
    toDrop(standing);
    return { kind: "dropped", content: null };
  });
}

/** Clients read the one that comes with Nearer again. The practice's own words stay in the history. */
export async function takeShippedReading(scope: Scope<StaffActor>, key: string): Promise<void> {
  await step(scope, key, (standing) => {
    toShipAgain(standing);
    return { kind: "shipped", content: null };
  });
}

/** Clients no longer find it. Who has read it has read it. */
export async function retireReading(scope: Scope<StaffActor>, key: string): Promise<void> {
  await step(scope, key, (standing) => {
    toRetire(standing);
    return { kind: "retired", content: null };
  });
}

type NewStep = Omit<ReadingStep, "content"> & { content: Reading | null };

async function step(scope: Scope<StaffActor>, key: string, rule: (now: PublicationStatus) => NewStep): Promise<void> {
  authorize(scope.actor, "readings.edit");
  await lockPractice(scope);
  const { standing, newest } = await load(scope, key);
  await add(scope, key, newest, rule(standing));
}

/** One change of the practice's readings at a time. */
async function lockPractice({ actor, tx }: Scope<StaffActor>): Promise<void> {
  const mine = eq(practice.practiceId, actor.practiceId);
  await tx.select({ id: practice.practiceId }).from(practice).where(mine).for("no key update");
}

async function load(scope: Scope<StaffActor>, key: string) {
  const { actor, tx } = scope;
  const rows = await tx
    .select({ kind: practiceReading.kind, content: practiceReading.content, writtenAt: practiceReading.writtenAt })
    .from(practiceReading)
    .where(and(eq(practiceReading.practiceId, actor.practiceId), eq(practiceReading.readingKey, key)))
    .orderBy(desc(practiceReading.writtenAt), desc(practiceReading.id));
  const shipped = (await takenWords(scope, "reading")).get(key) ?? null;
  const standing = publicationStatus(key, shipped, rows);
  if (!standing.base) throw new NotFound();
  return { standing, base: standing.base, newest: rows[0]?.writtenAt ?? null };
}

async function takenKeys({ actor, tx }: Scope<StaffActor>): Promise<Set<string>> {
  const rows = await tx
    .selectDistinct({ key: practiceReading.readingKey })
    .from(practiceReading)
    .where(eq(practiceReading.practiceId, actor.practiceId));
  return new Set([...builtInReadings, ...rows].map(({ key }) => key));
}

/** Rows of one reading have an order even where two instances' clocks do not agree. */
async function add(
  scope: Scope<StaffActor>,
  key: string,
  newest: Date | null,
  { kind, content }: NewStep,
): Promise<void> {
  const { actor, tx, now } = scope;
  const id = randomUUID();
  await tx.insert(practiceReading).values({
    practiceId: actor.practiceId,
    id,
    readingKey: key,
    kind,
    content,
    writtenBy: actor.accountId,
    writtenAt: afterAll(newest ? [newest] : [], now),
  });
  await recordAudit(scope, `learn.reading-${kind}`, { id });
}
