import { and, eq } from "drizzle-orm";
import { getDraft, toldOf, type WritingScope } from "@/db/queries/drafts/draft-at";
import { requireExercise } from "@/db/queries/exercises/exercise-access";
import { getOwnWords } from "@/db/queries/identity/own-words";
import type { ClientActor, StaffActor } from "@/lib/actor";
import { type Draft, dropWords, type Given, type Kept, keepWords, sameWords, takeWords } from "@/lib/drafts/draft";
import type { DraftForm } from "@/lib/drafts/draft-form";
import type { Editor, Place } from "@/lib/drafts/place";
import { NotFound, Refused } from "@/lib/errors";
import { authorize, type Permission } from "@/lib/policy";
import { client } from "../../schema/clients";
import type { Scope } from "../../scope";
import { isNotErased, type Purpose, visibleClients } from "../../visibility";
import { changeDraft } from "./change-draft";

/**
 * `isOver`: what this page had written was sent meanwhile. `isOwn`: the words that stand are those that the page has sent, which
 * are not said back to it.
 */
export type DraftAnswer = { given: Given; isOver: boolean; isOwn: boolean };

/** Keeps what somebody writes, as it stands; it is theirs alone, and is read by nobody until they send it. */
export async function keepDraft(scope: WritingScope, form: DraftForm): Promise<DraftAnswer> {
  const shows = await requirePlace(scope, form.place);
  const { draft, is } =
    form.do === "look"
      ? { draft: await getDraft(scope, form.place), is: "known" }
      : await changeDraft(scope, form.place, (before) => changed(before, form, scope.now));
  if (is === "full") {
    throw new Refused("These words stand in many windows already. Choose among them first, then go on here.");
  }
  const own = isOwn(draft, form);
  const { version, words, at, others } = toldOf(scope, draft);
  const given = { version, words: shows && !own ? words : null, at, others: shows ? others : [] };
  return { given, isOver: is === "over", isOwn: own };
}

function changed(before: Draft, form: Exclude<DraftForm, { do: "look" }>, now: Date): Kept {
  if (form.do === "keep") return keepWords(before, form, now.toISOString());
  const draft = form.do === "take" ? takeWords(before, form.hand) : dropWords(before, form.hand);
  return { draft, is: "kept" };
}

const isOwn = ({ stands }: Draft, form: DraftForm): boolean =>
  form.do === "keep" && (stands?.hand === form.hand || sameWords(stands?.words ?? {}, form.words));

const isClients = (scope: WritingScope): scope is Scope<ClientActor> => scope.actor.kind === "client";
const isStaffs = (scope: WritingScope): scope is Scope<StaffActor> => scope.actor.kind === "staff";

const whoEdits: Record<Editor, Permission> = {
  library: "assessments.edit-instrument",
  reading: "readings.edit",
  protocol: "protocol.edit",
  limits: "practice.settings",
  panel: "practice.settings",
};

/** Throws where this person may not write now. False where words are kept, and none shown: its form is not that of today, or words open with a password. */
async function requirePlace(scope: WritingScope, place: Place): Promise<boolean> {
  switch (place.kind) {
    case "editor":
      authorize(scope.actor, whoEdits[place.of]);
      return true;
    case "several":
      authorize(scope.actor, "messages.staff");
      return true;
    case "note":
      authorize(scope.actor, "clients.read");
      return requireClient(scope, place.clientId, "read");
    case "reply":
      authorize(scope.actor, "messages.staff");
      return requireClient(scope, place.clientId, "answer");
    default:
      authorize(scope.actor, "portal.use");
      if (!isClients(scope)) throw new NotFound();
  }
  if (place.kind === "exercise") return (await requireExercise(scope, place.key)).form === place.form;
  if ("key" in place) await requireExercise(scope, place.key);
  return !(await getOwnWords(scope)).areLocked;
}

async function requireClient(scope: WritingScope, clientId: string, to: Purpose): Promise<true> {
  if (!isStaffs(scope)) throw new NotFound();
  const [person] = await scope.tx
    .select({ id: client.id })
    .from(client)
    .where(and(visibleClients(scope, to), isNotErased, eq(client.id, clientId)));
  if (!person) throw new NotFound();
  return true;
}
