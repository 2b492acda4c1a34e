import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { isOwnDraft, openDraft, type WritingScope } from "@/db/queries/drafts/draft-at";
import { type Draft, type Ending, endDraft, noDraft } from "@/lib/drafts/draft";
import { type Place, placeName } from "@/lib/drafts/place";
import { draft, draftContent } from "../../schema/draft";

/** Holds the one draft of this person at this place, changes it and keeps it: two pages that write wait for one another. */
export async function changeDraft<T extends { draft: Draft }>(
  scope: WritingScope,
  place: Place,
  change: (before: Draft) => T,
): Promise<T> {
  const { actor, tx, now } = scope;
  const [practiceId, accountId, name] = [actor.practiceId, actor.accountId, placeName(place)];
  const seal = ({ version: _, ...kept }: Draft) =>
    draftContent.seal(JSON.stringify(kept), { practiceId, accountId, place: name });
  await tx
    .insert(draft)
    .values({
      ...{ practiceId, accountId, id: randomUUID(), place: name },
      ...{ version: noDraft.version, contentSealed: seal(noDraft), savedAt: now },
    })
    .onConflictDoNothing();
  const [row] = await tx.select().from(draft).where(isOwnDraft(scope, place)).for("update");
  if (!row) throw new Error("A draft that was just made is not there.");
  const before = openDraft(scope, place, row);
  const changed = change(before);
  if (changed.draft === before) return changed;
  await tx
    .update(draft)
    .set({ version: changed.draft.version, contentSealed: seal(changed.draft), savedAt: now })
    .where(and(eq(draft.practiceId, practiceId), eq(draft.id, row.id)));
  return changed;
}

/** The words of a form were kept as what they are: its draft is over. A form without script says nothing of one. */
export async function endOwnDraft(scope: WritingScope, place: Place, ending: Ending | undefined): Promise<void> {
  if (ending) await changeDraft(scope, place, (before) => ({ draft: endDraft(before, ending) }));
}
