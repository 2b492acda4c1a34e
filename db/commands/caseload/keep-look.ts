import { and, eq, sql } from "drizzle-orm";
import type { StaffActor } from "@/lib/actor";
import { type KeepLookForm, MOST_LOOKS, type RemoveLookForm, type RenameLookForm } from "@/lib/caseload/look-form";
import { NotFound, Refused } from "@/lib/errors";
import { authorize } from "@/lib/policy";
import { recordAudit } from "../../audit";
import { caseloadLook, caseloadLookName } from "../../schema/caseload";
import type { Scope } from "../../scope";

/** Keeps a look of the caseload under a name, for whoever asks and for nobody else. */
export async function keepLook(scope: Scope<StaffActor>, { id, name, query }: KeepLookForm): Promise<void> {
  const { actor, tx, now } = scope;
  authorize(actor, "clients.read");
  const { practiceId, accountId } = actor;
  const own = await lockOwn(scope);
  const before = own.find((look) => look.id === id);
  if (before?.name === name && before.query === query) return;
  if (before) throw new NotFound();
  refuseName(own, name);
  if (own.length >= MOST_LOOKS)
    throw new Refused(`There are ${MOST_LOOKS} already. Remove one that you do not need first.`);
  const nameSealed = caseloadLookName.seal(name, { practiceId, id });
  const added = await tx
    .insert(caseloadLook)
    .values({ practiceId, id, accountId, nameSealed, query, keptAt: now })
    .onConflictDoNothing()
    .returning({ id: caseloadLook.id });
  if (added.length === 0) throw new NotFound();
  await recordAudit(scope, "caseload.look-kept", { id });
}

/** Another name for one of one's own. */
export async function renameLook(scope: Scope<StaffActor>, { id, name }: RenameLookForm): Promise<void> {
  const { actor, tx } = scope;
  authorize(actor, "clients.read");
  const own = await lockOwn(scope);
  const before = own.find((look) => look.id === id);
  if (!before) throw new NotFound();
  if (before.name === name) return;
  refuseName(own, name);
  const nameSealed = caseloadLookName.seal(name, { practiceId: actor.practiceId, id });
  await tx.update(caseloadLook).set({ nameSealed }).where(isOwnLook(scope, id));
  await recordAudit(scope, "caseload.look-renamed", { id });
}

/** Takes one of one's own away. One that is gone already, and one of somebody else, are as absent. */
export async function removeLook(scope: Scope<StaffActor>, { id }: RemoveLookForm): Promise<void> {
  authorize(scope.actor, "clients.read");
  const removed = await scope.tx.delete(caseloadLook).where(isOwnLook(scope, id)).returning({ id: caseloadLook.id });
  if (removed.length === 0) throw new NotFound();
  await recordAudit(scope, "caseload.look-removed", { id });
}

const isOwnLook = ({ actor }: Scope<StaffActor>, id: string) =>
  and(
    eq(caseloadLook.practiceId, actor.practiceId),
    eq(caseloadLook.accountId, actor.accountId),
    eq(caseloadLook.id, id),
  );

/** Names are sealed, so that no index keeps them apart: one form of a person comes after another. */
async function lockOwn({ actor, tx }: Scope<StaffActor>) {
  const { practiceId, accountId } = actor;
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('looks ' || ${accountId}, 0))`);
  const rows = await tx
    .select()
    .from(caseloadLook)
    .where(and(eq(caseloadLook.practiceId, practiceId), eq(caseloadLook.accountId, accountId)));
  return rows.map(({ id, nameSealed, query }) => ({
    id,
    name: caseloadLookName.read(nameSealed, { practiceId, id }),
    query,
  }));
}

function refuseName(own: readonly { name: string }[], name: string): void {
  const plain = name.toLocaleLowerCase();
  if (!own.some((look) => look.name.toLocaleLowerCase() === plain)) return;
  const sentence = "You have one of this name. Choose another.";
  throw new Refused(sentence, { name: sentence });
}
