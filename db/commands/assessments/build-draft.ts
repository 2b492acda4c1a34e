import { z } from "zod";
import type { StaffActor } from "@/lib/actor";
import { type ItemForm, itemWords, withItem } from "@/lib/assessments/build/item-form";
import { freeItemId, type ItemPlace, movedItem, withItems, withoutItem } from "@/lib/assessments/build/items";
import { planTable } from "@/lib/assessments/build/paste-plan";
import { MOST_PASTED } from "@/lib/assessments/build/paste-table";
import { withTable } from "@/lib/assessments/build/paste-take";
import { asSentence, questionWords } from "@/lib/assessments/build/places";
import type { Instrument } from "@/lib/assessments/instrument";
import { requireSeen } from "@/lib/drafts/standing-words";
import { Refused } from "@/lib/errors";
import { plural } from "@/lib/plural";
import { authorize } from "@/lib/policy";
import type { Scope } from "../../scope";
import { keepStep, lockBuildable, takenIn } from "./lock-buildable";
import { requireLicence } from "./record-licence";

const placeIn = (after: string): ItemPlace =>
  after === "first" ? { first: true } : after ? { after } : { last: true };

/** One question as its form says it: a new one at its place, or the words of one that stands there. */
export async function saveItem(scope: Scope<StaffActor>, form: ItemForm): Promise<{ id: string }> {
  authorize(scope.actor, "assessments.edit-instrument");
  const draft = await lockBuildable(scope, form.key);
  const { instrument } = draft;
  const standing = instrument.items.find(({ id }) => id === form.id);
  const id = standing?.id ?? freeItemId(takenIn(draft).items);
  const said = withItem(instrument, form, id);
  const item = said.items.find((one) => one.id === id);
  if (!item) throw new Refused("That question is not in the draft any more.");
  if (form.text !== standing?.text) await requireLicence(scope, instrument);
  if (standing) {
    requireSeen(itemWords(instrument, standing), itemWords(said, item), form);
    await keepStep(scope, draft, said, `Changed ${questionWords(instrument, id)}.`);
    return { id };
  }
  const placed = withItems({ ...said, items: instrument.items }, [item], placeIn(form.after));
  const ordered = { ...placed, scales: placed.scales.map((scale) => inOrder(placed, scale)) };
  await keepStep(scope, draft, ordered, `Added ${questionWords(placed, id)}.`);
  return { id };
}

function inOrder({ items }: Instrument, scale: Instrument["scales"][number]): Instrument["scales"][number] {
  if (scale.method === "algorithm") return scale;
  return { ...scale, items: items.flatMap(({ id }) => (scale.items.includes(id) ? [id] : [])) };
}

export const arrangeForm = z.strictObject({
  key: z.string().min(1).max(64),
  /** What the button of a question does: "up.q3", "down.q3", "remove.q3". */
  do: z.string().regex(/^(up|down|remove)\..{1,64}$/, "Choose once more what to do."),
});

/** A question one place up or down, or out of the draft. */
export async function arrangeItem(
  scope: Scope<StaffActor>,
  form: z.infer<typeof arrangeForm>,
): Promise<{ place: string }> {
  authorize(scope.actor, "assessments.edit-instrument");
  const draft = await lockBuildable(scope, form.key);
  const { instrument } = draft;
  const way = form.do.slice(0, form.do.indexOf("."));
  const id = form.do.slice(way.length + 1);
  if (way === "remove") {
    const at = instrument.items.findIndex((item) => item.id === id);
    await keepStep(scope, draft, withoutItem(instrument, id), `Removed ${questionWords(instrument, id)}.`);
    return { place: (instrument.items[at + 1] ?? instrument.items[at - 1])?.id ?? "" };
  }
  const moved = movedItem(instrument, id, way === "up" ? "up" : "down");
  const ordered = { ...moved, scales: moved.scales.map((scale) => inOrder(moved, scale)) };
  await keepStep(scope, draft, ordered, `Moved ${questionWords(instrument, id)} ${way}.`);
  return { place: id };
}

export const tableForm = z.strictObject({
  key: z.string().min(1).max(64),
  text: z.string().max(MOST_PASTED, "That is more than any questionnaire holds."),
  /** The answers of lines that say none of their own. */
  otherwise: z.string().max(64).default(""),
  after: z.string().max(64).default(""),
  do: z.enum(["look", "take"]),
});

/** Statements out of a spreadsheet, all of them or none. */
export async function takeTable(
  scope: Scope<StaffActor>,
  form: z.infer<typeof tableForm>,
): Promise<{ taken: number; first: string }> {
  authorize(scope.actor, "assessments.edit-instrument");
  const draft = await lockBuildable(scope, form.key);
  const { instrument } = draft;
  await requireLicence(scope, instrument);
  const taken = takenIn(draft);
  const freeId = () => {
    const id = freeItemId(taken.items);
    taken.items.add(id);
    return id;
  };
  const plan = planTable(instrument, form.text);
  const after = placeIn(form.after);
  const next = withTable(
    instrument,
    plan,
    { otherwise: form.otherwise, place: after },
    { freeId, takenScales: taken.scales },
  );
  const ordered = { ...next, scales: next.scales.map((scale) => inOrder(next, scale)) };
  const isBlank = instrument.items.length === 1 && instrument.items[0]?.text === null;
  const whole = isBlank ? { ...ordered, items: ordered.items.filter(({ text }) => text !== null) } : ordered;
  const count = plan.rows.length;
  await keepStep(
    scope,
    draft,
    whole,
    asSentence(`took ${plural(count, "one statement", `${count} statements`)} out of a table.`),
  );
  return {
    taken: count,
    first: whole.items.find(({ id }) => !instrument.items.some((one) => one.id === id))?.id ?? "",
  };
}
