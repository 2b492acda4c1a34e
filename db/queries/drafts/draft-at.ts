import { and, eq, like } from "drizzle-orm";
import { z } from "zod";
import { draft, draftContent, openBefore, SEALED_BEFORE } from "@/db/schema/draft";
import type { Scope } from "@/db/scope";
import type { ClientActor, StaffActor } from "@/lib/actor";
import { type Draft, type Given, givenOf, noDraft, nothingGiven } from "@/lib/drafts/draft";
import { placeOf } from "@/lib/drafts/known-place";
import { type Place, placeName } from "@/lib/drafts/place";
import { formatMoment, inSentence } from "@/lib/format";

export type WritingScope = Scope<ClientActor | StaffActor>;

/** Where a person's own draft stands; nobody else's is ever asked for. */
export const isOwnDraft = ({ actor }: WritingScope, place: Place) =>
  and(eq(draft.practiceId, actor.practiceId), eq(draft.accountId, actor.accountId), eq(draft.place, placeName(place)));

/** What the person who asks has written at a place and not sent. */
export async function getDraft(scope: WritingScope, place: Place): Promise<Draft> {
  const [row] = await scope.tx
    .select({ version: draft.version, contentSealed: draft.contentSealed, savedAt: draft.savedAt })
    .from(draft)
    .where(isOwnDraft(scope, place));
  return row ? openDraft(scope, place, row) : noDraft;
}

/** The same as a page is told of it. */
export const getGiven = async (scope: WritingScope, place: Place): Promise<Given> =>
  toldOf(scope, await getDraft(scope, place));

/** Words that were begun stand where those that were sent do: behind the password, where the person chose so. */
export const unlessLocked = (given: Given, { areLocked }: { areLocked: boolean }): Given =>
  areLocked ? nothingGiven : given;

/** What staff have begun to write to one client, or to any, by place. */
export async function getReplies(scope: Scope<StaffActor>, clientId = ""): Promise<Map<string, Given>> {
  const { actor, tx } = scope;
  const own = and(eq(draft.practiceId, actor.practiceId), eq(draft.accountId, actor.accountId));
  const rows = await tx
    .select()
    .from(draft)
    .where(and(own, like(draft.place, `reply/${clientId}%`)));
  return new Map(
    rows.flatMap((row) => {
      const place = placeOf(row.place);
      return place ? [[row.place, toldOf(scope, openDraft(scope, place, row))] as const] : [];
    }),
  );
}

export const toldOf = ({ actor, now }: WritingScope, kept: Draft): Given =>
  givenOf(kept, (at) => inSentence(formatMoment(at, now, actor.zone)));

type Row = Pick<typeof draft.$inferSelect, "version" | "contentSealed" | "savedAt">;

export function openDraft({ actor }: WritingScope, place: Place, row: Row): Draft {
  if (row.version === SEALED_BEFORE) return begunBefore(actor, place, row);
  const kept = draftContent.readJson(row.contentSealed, { ...actor, place: placeName(place) }) ?? noDraft;
  return { ...(kept as Omit<Draft, "version">), version: row.version };
}

const fieldsBefore = z.object({ fields: z.record(z.string(), z.unknown()) });

/** Words that somebody had begun before drafts had versions. */
function begunBefore(actor: WritingScope["actor"], place: Place, { contentSealed, savedAt }: Row): Draft {
  if (actor.kind !== "client" || place.kind !== "exercise") return noDraft;
  const { practiceId, clientId } = actor;
  const kept = openBefore(contentSealed, { practiceId, clientId, key: place.key, isOwn: place.form === "own" });
  const { fields } = fieldsBefore.parse(JSON.parse(kept));
  const words = Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, String(value ?? "")]));
  const stands = { hand: "before-versions", step: 1, words, at: savedAt.toISOString() };
  return { ...noDraft, version: 1, stands, hands: { [stands.hand]: 1 } };
}
