import { randomUUID } from "node:crypto";
import { and, desc, eq, isNotNull, isNull } from "drizzle-orm";
import { z } from "zod";
import { instrumentRead } from "@/db/definitions";
import { estimateScales } from "@/db/queries/assessments/own-reliability";
import type { StaffActor } from "@/lib/actor";
import { parseInstrument } from "@/lib/assessments/instrument";
import { MOST_OWN_SCALES, withScales } from "@/lib/assessments/scale-plan";
import { answerLists, withConfirmedKey, withWording } from "@/lib/assessments/wording";
import { NotFound, Refused } from "@/lib/errors";
import { whyNotPublishable } from "@/lib/instruments/assignable";
import { afterRewording, isCriticalSaid, lookOf, withMarks } from "@/lib/instruments/critical-marks";
import { whyNotPlanScales } from "@/lib/instruments/scale-permission";
import { limits, tooLong } from "@/lib/limits";
import { authorize } from "@/lib/policy";
import { recordAudit } from "../../audit";
import { instrumentVersion } from "../../schema/assessments";
import { instrumentLicence, reliabilityChoice } from "../../schema/instrument-choices";
import type { Scope } from "../../scope";
import { addDraft, freeKey, keepDraft, lockDraft } from "./draft-instrument";

const key = z.string().min(1).max(64);
const long = z.string().max(200_000, "That is more than any questionnaire holds.");

export const keyForm = z.strictObject({ key });

export const wordingForm = z.strictObject({
  key,
  statements: long,
  /** One text per list of answers, in the order of `answerLists`. */
  "labels[]": z.array(long).max(60).default([]),
  stemNow: z.string().trim().max(2000).default(""),
  stemWished: z.string().trim().max(2000).default(""),
  licenceNote: z.string().trim().max(limits.licenceNote, tooLong("licenceNote")).default(""),
});

/** The practice's wording goes into the draft, with a note of what allows it where the wording is somebody else's. */
export async function enterWording(scope: Scope<StaffActor>, form: z.infer<typeof wordingForm>): Promise<void> {
  const { actor, tx, now } = scope;
  authorize(actor, "assessments.edit-instrument");
  const { id, instrument } = await lockDraft(scope, form.key);
  const isTheirs = instrument.licence.wording === "needed";
  if (isTheirs && form.licenceNote === "") {
    throw new Refused("Say what allows your practice to use this wording.", {
      licenceNote: "Write the licence or permission: from whom, and since when.",
    });
  }
  const labels = Object.fromEntries(answerLists(instrument).map(({ name }, i) => [name, form["labels[]"][i] ?? ""]));
  const stems = { now: form.stemNow, wished: form.stemWished };
  await keepDraft(
    scope,
    id,
    afterRewording(instrument, withWording(instrument, { statements: form.statements, labels, stems })),
    "instruments.wording-entered",
  );
  if (form.licenceNote === "") return;
  await tx.insert(instrumentLicence).values({
    practiceId: actor.practiceId,
    id: randomUUID(),
    instrumentKey: form.key,
    note: form.licenceNote,
    recordedBy: actor.accountId,
    recordedAt: now,
  });
}

export const keyCheckForm = z.strictObject({
  key,
  "confirmed[]": z.array(z.string().max(64)).max(500).default([]),
  "reversed[]": z.array(z.string().max(64)).max(500).default([]),
});

/** Questions whose scoring the practice has checked against its own copy, one by one. */
export async function confirmKey(
  scope: Scope<StaffActor>,
  form: z.infer<typeof keyCheckForm>,
): Promise<{ open: number }> {
  authorize(scope.actor, "assessments.edit-instrument");
  const { id, instrument } = await lockDraft(scope, form.key);
  const checked = withConfirmedKey(instrument, { confirmed: form["confirmed[]"], reversed: form["reversed[]"] });
  await keepDraft(scope, id, checked, "instruments.key-confirmed");
  return { open: checked.items.filter((item) => !item.keyConfirmed).length };
}

export const criticalForm = z.strictObject({
  key,
  /** Which words were looked at. */
  look: z.string().max(20),
  "marks[]": z
    .array(z.string().regex(/^.{1,64}\|-?[\d.]{1,20}$/))
    .max(5000)
    .default([]),
});

/** Which answers need somebody today, after every one was looked at. */
export async function markCritical(scope: Scope<StaffActor>, form: z.infer<typeof criticalForm>): Promise<void> {
  authorize(scope.actor, "assessments.edit-instrument");
  const { id, instrument } = await lockDraft(scope, form.key);
  if (form.look !== lookOf(instrument))
    throw new Refused(
      "Its words were changed while this page stood open. Load the page anew, and look at them once more.",
    );
  await keepDraft(scope, id, withMarks(instrument, new Set(form["marks[]"])), "instruments.critical-marked");
}

export const scalesForm = z.strictObject({
  key,
  "titles[]": z
    .array(z.string().max(limits.scaleTitle, tooLong("scaleTitle")))
    .max(MOST_OWN_SCALES)
    .default([]),
  /** The place of a scale, a bar, and the id of the question that counts for it; nothing before the bar: for none. */
  "places[]": z
    .array(z.string().regex(/^\d?\|.{1,64}$/))
    .max(500)
    .default([]),
  "reversed[]": z.array(z.string().max(64)).max(500).default([]),
  method: z.enum(["sum", "mean"]),
  direction: z.enum(["higher", "lower", "neither"]),
});

/** Scales of the practice's own making, for questionnaires that came without a key. */
export async function planScales(scope: Scope<StaffActor>, form: z.infer<typeof scalesForm>): Promise<void> {
  authorize(scope.actor, "assessments.edit-instrument");
  const { id, instrument } = await lockDraft(scope, form.key);
  const places = new Map(
    form["places[]"]
      .filter((entry) => !entry.startsWith("|"))
      .map((entry) => [entry.slice(entry.indexOf("|") + 1), Number(entry[0])]),
  );
  const { method, direction } = form;
  const plan = { titles: form["titles[]"], places, reversed: form["reversed[]"], method, direction };
  const why = whyNotPlanScales(instrument);
  if (why) throw new Refused(why);
  await keepDraft(scope, id, withScales(instrument, plan), "instruments.scales-planned");
}

/** From here on the version never changes, and it can be given to clients. */
export async function publishInstrument(scope: Scope<StaffActor>, named: string): Promise<void> {
  const { actor, tx, now } = scope;
  authorize(actor, "assessments.edit-instrument");
  const { id, instrument } = await lockDraft(scope, named);
  const why = whyNotPublishable(instrument);
  if (why) throw new Refused(why);
  await tx
    .update(instrumentVersion)
    .set({ publishedAt: now, publishedBy: actor.accountId })
    .where(
      and(
        eq(instrumentVersion.practiceId, actor.practiceId),
        eq(instrumentVersion.id, id),
        isNull(instrumentVersion.publishedAt),
      ),
    );
  await recordAudit(scope, "instruments.published", { id });
}

/** A draft of the next version, equal to the one in use until it is changed. */
export async function startVersion(scope: Scope<StaffActor>, named: string): Promise<void> {
  authorize(scope.actor, "assessments.edit-instrument");
  const newest = await newestPublished(scope, named);
  const instrument = parseInstrument({ ...newest, version: newest.version + 1 });
  await addDraft(scope, instrument, "instruments.version-started");
}

/** A draft of the practice's own under another name; its scores never mix with the original's. */
export async function copyInstrument(
  scope: Scope<StaffActor>,
  { key: named, title }: { key: string; title: string },
): Promise<{ key: string }> {
  authorize(scope.actor, "assessments.edit-instrument");
  const original = await newestPublished(scope, named).catch(async (error: unknown) => {
    if (!(error instanceof NotFound)) throw error;
    return (await lockDraft(scope, named)).instrument;
  });
  const criticalSaid = isCriticalSaid(original);
  const own = { key: await freeKey(scope, title), version: 1, title, validated: false, criticalSaid };
  const copy = parseInstrument({ ...original, ...own });
  return addDraft(scope, copy, "instruments.copied");
}

async function newestPublished({ actor, tx }: Scope<StaffActor>, named: string) {
  const [row] = await tx
    .select({ instrument: instrumentRead })
    .from(instrumentVersion)
    .where(
      and(
        eq(instrumentVersion.practiceId, actor.practiceId),
        eq(instrumentVersion.key, named),
        isNotNull(instrumentVersion.publishedAt),
      ),
    )
    .orderBy(desc(instrumentVersion.version))
    .limit(1);
  if (!row) throw new NotFound();
  return row.instrument;
}

/** Whether changes are judged by the practice's own data from now on. */
export async function chooseReliability(
  scope: Scope<StaffActor>,
  { key: named, usesOwnData }: { key: string; usesOwnData: boolean },
): Promise<void> {
  const { actor, tx, now } = scope;
  authorize(actor, "assessments.edit-instrument");
  const instrument = await newestPublished(scope, named);
  if (usesOwnData) {
    const estimates = await estimateScales(scope, named, instrument);
    if (![...estimates.values()].some(({ status }) => status === "estimated"))
      throw new Refused("Fewer than 30 people have answered a scale in full, so there is nothing to judge by yet.");
  }
  const id = randomUUID();
  await tx.insert(reliabilityChoice).values({
    practiceId: actor.practiceId,
    id,
    instrumentKey: named,
    usesOwnData,
    chosenBy: actor.accountId,
    chosenAt: now,
  });
  await recordAudit(scope, "instruments.reliability-chosen", { id });
}
