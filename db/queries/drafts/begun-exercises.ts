import { and, eq, like } from "drizzle-orm";
import { draft } from "@/db/schema/draft";
import type { Scope } from "@/db/scope";
import type { ClientActor } from "@/lib/actor";
import { placeOf } from "@/lib/drafts/known-place";
import type { BegunExercise } from "@/lib/protocol/today";
import { openDraft } from "./draft-at";

/** The guided pages on which the person who asks was and has sent nothing yet, and when that was. No word of it. */
export async function getBegunExercises(scope: Scope<ClientActor>): Promise<BegunExercise[]> {
  const { actor, tx } = scope;
  const rows = await tx
    .select()
    .from(draft)
    .where(
      and(
        eq(draft.practiceId, actor.practiceId),
        eq(draft.accountId, actor.accountId),
        like(draft.place, "exercise/%"),
      ),
    );
  return rows.flatMap((row) => {
    const place = placeOf(row.place);
    if (place?.kind !== "exercise") return [];
    const { stands } = openDraft(scope, place, row);
    return stands ? [{ exercise: place.key, form: place.form, at: new Date(stands.at) }] : [];
  });
}
