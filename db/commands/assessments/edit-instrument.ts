import { randomUUID } from "node:crypto";
import { and, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { estimateScales } from "@/db/queries/assessments/own-reliability";
import type { StaffActor } from "@/lib/actor";
import { parseInstrument } from "@/lib/assessments/instrument";
import { MOST_OWN_SCALES, withScales } from "@/lib/assessments/scale-plan";
import { answerLists, withConfirmedKey, withWording } from "@/lib/assessments/wording";
import { Refused } from "@/lib/errors";
import { whyNotPublishable } from "@/lib/instruments/assignable";
import { afterRewording, lookOf, withMarks } from "@/lib/instruments/critical-marks";
import { draftLook } from "@/lib/instruments/draft-look";
import { whyNotPlanScales } from "@/lib/instruments/scale-permission";
import { limits, tooLong } from "@/lib/limits";
import { authorize } from "@/lib/policy";
import { recordAudit } from "../../audit";
import { instrumentVersion } from "../../schema/assessments";
import { reliabilityChoice } from "../../schema/instrument-choices";
import type { Scope } from "../../scope";
import { addDraft, keepDraft, lastDiscarded, lockDraft, newestPublished } from "./draft-instrument";
import { recordLicence } from "./record-licence";

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
  authorize(scope.actor, "assessments.edit-instrument");
  const draft = await lockDraft(scope, form.key);
  const { instrument } = draft;
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
    draft,
    afterRewording(instrument, withWording(instrument, { statements: form.statements, labels, stems })),
    "instruments.wording-entered",
    "Entered the wording",
  );
  if (form.licenceNote !== "") await recordLicence(scope, { key: form.key, note: form.licenceNote });
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
  const draft = await lockDraft(scope, form.key);
  const checked = withConfirmedKey(draft.instrument, { confirmed: form["confirmed[]"], reversed: form["reversed[]"] });
  await keepDraft(scope, draft, checked, "instruments.key-confirmed", "Confirmed the key");
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
  const draft = await lockDraft(scope, form.key);
  const { instrument } = draft;
  if (form.look !== lookOf(instrument))
    throw new Refused(
      "Its words were changed while this page stood open. Load the page anew, and look at them once more.",
    );
  const marked = withMarks(instrument, new Set(form["marks[]"]));
  await keepDraft(scope, draft, marked, "instruments.critical-marked", "Said which answers are critical");
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
  const draft = await lockDraft(scope, form.key);
  const places = new Map(
    form["places[]"]
      .filter((entry) => !entry.startsWith("|"))
      .map((entry) => [entry.slice(entry.indexOf("|") + 1), Number(entry[0])]),
  );
  const { method, direction } = form;
  const plan = { titles: form["titles[]"], places, reversed: form["reversed[]"], method, direction };
  const why = whyNotPlanScales(draft.instrument);
  if (why) throw new Refused(why);
  await keepDraft(
    scope,
    draft,
    withScales(draft.instrument, plan),
    "instruments.scales-planned",
    "Laid out the scales",
  );
}

export const publishForm = z.strictObject({ key, seen: z.string().max(20).optional() });

/** From here on the version never changes, and it can be given to clients. What is published is what was looked at. */
export async function publishInstrument(
  scope: Scope<StaffActor>,
  named: string,
  seen?: string | undefined,
): Promise<void> {
  const { actor, tx, now } = scope;
  authorize(actor, "assessments.edit-instrument");
  const { id, instrument } = await lockDraft(scope, named);
  if (seen !== undefined && seen !== draftLook(instrument))
    throw new Refused("The draft was changed since you opened this page. Load it anew, and look it over once more.");
  const why = whyNotPublishable(instrument);
  if (why) throw new Refused(why);
  await tx
    .update(instrumentVersion)
    .set({ publishedAt: now, publishedBy: actor.accountId, earlier: [] })
    .where(
      and(
        eq(instrumentVersion.practiceId, actor.practiceId),
        eq(instrumentVersion.id, id),
        isNull(instrumentVersion.publishedAt),
      ),
    );
  await recordAudit(scope, "instruments.published", { id });
}

/** A draft of the next version, equal to the one in use until it is changed. A number that was given up is not used again. */
export async function startVersion(scope: Scope<StaffActor>, named: string): Promise<void> {
  authorize(scope.actor, "assessments.edit-instrument");
  const newest = await newestPublished(scope, named);
  const given = await lastDiscarded(scope, named);
  const instrument = parseInstrument({ ...newest, version: Math.max(newest.version, given) + 1 });
  await addDraft(scope, instrument, "instruments.version-started");
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
