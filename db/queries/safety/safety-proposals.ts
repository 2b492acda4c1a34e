import { and, desc, eq } from "drizzle-orm";
import { account } from "@/db/schema/identity";
import { proposalText, proposalUse, proposalUseNote } from "@/db/schema/safety-proposal";
import type { Scope } from "@/db/scope";
import type { StaffActor } from "@/lib/actor";
import { atOnce } from "@/lib/at-once";
import { authorize } from "@/lib/policy";
import type { GateHistory, GateState } from "@/lib/safety/gate";
import { type ProposalKey, type ProposalText, proposalKeys, proposalsFor, wordsInUse } from "@/lib/safety/proposals";
import { takenWords } from "../shipped/taken-words";

type OwnText = ProposalText & { id: string; setAt: Date };

/** The practice's own words by key: the newest row of each, and none where it gave the shipped ones back. */
export async function ownProposalTexts({ actor, tx }: Scope): Promise<Map<ProposalKey, OwnText>> {
  const rows = await tx
    .selectDistinctOn([proposalText.key])
    .from(proposalText)
    .where(eq(proposalText.practiceId, actor.practiceId))
    .orderBy(proposalText.key, desc(proposalText.setAt), desc(proposalText.id));
  return new Map(
    rows.flatMap(({ id, key, title, words, setAt }) =>
      title === null || words === null ? [] : [[key, { id, title, words, setAt }] as const],
    ),
  );
}

export type ProposalSetting = ProposalText & { key: ProposalKey; ownSince: Date | null };

/** Every text as it stands now, for the owner who may write it anew. */
export async function getProposalSettings(scope: Scope<StaffActor>): Promise<ProposalSetting[]> {
  authorize(scope.actor, "practice.settings");
  const { own, taken } = await atOnce({ own: ownProposalTexts(scope), taken: takenWords(scope, "panel-text") });
  return proposalKeys.map((key) => ({
    key,
    ...wordsInUse(key, own.get(key) ?? null, taken.get(key)),
    ownSince: own.get(key)?.setAt ?? null,
  }));
}

export type ProposalUse = {
  id: string;
  key: ProposalKey;
  /** The title under which it was offered. */
  title: string;
  byName: string;
  offeredAt: Date;
  note: string | null;
};

/** What was offered to a client, newest first. The caller has looked the client up in scope. */
export async function proposalUsesOf({ actor, tx }: Scope, clientId: string): Promise<ProposalUse[]> {
  const { practiceId } = actor;
  const rows = await tx
    .select({
      id: proposalUse.id,
      key: proposalUse.key,
      ownTitle: proposalText.title,
      noteSealed: proposalUse.noteSealed,
      byName: account.name,
      offeredAt: proposalUse.offeredAt,
    })
    .from(proposalUse)
    .innerJoin(account, and(eq(account.practiceId, proposalUse.practiceId), eq(account.id, proposalUse.offeredBy)))
    .leftJoin(
      proposalText,
      and(eq(proposalText.practiceId, proposalUse.practiceId), eq(proposalText.id, proposalUse.textId)),
    )
    .where(and(eq(proposalUse.practiceId, practiceId), eq(proposalUse.clientId, clientId)))
    .orderBy(desc(proposalUse.offeredAt), desc(proposalUse.id))
    .limit(100);
  return rows.map(({ noteSealed, ownTitle, ...row }) => ({
    ...row,
    title: ownTitle ?? wordsInUse(row.key, null).title,
    note: noteSealed === null ? null : proposalUseNote.read(noteSealed, { practiceId, id: row.id }),
  }));
}

export type ShownProposal = ProposalText & {
  key: ProposalKey;
  /** When it was last noted that this was offered, and by whom. */
  lastOffered: { at: Date; byName: string } | null;
};

/** What the panel proposes at this gate, and nothing where it is clear. The caller has looked the client up in scope. */
export async function proposalsAt(
  scope: Scope,
  clientId: string,
  { state, history }: { state: GateState; history: GateHistory },
): Promise<ShownProposal[]> {
  const keys = proposalsFor(
    state,
    history.screens.some(({ ownHarm }) => ownHarm === true),
  );
  if (keys.length === 0) return [];
  const { own, taken, uses } = await atOnce({
    own: ownProposalTexts(scope),
    taken: takenWords(scope, "panel-text"),
    uses: proposalUsesOf(scope, clientId),
  });
  return keys.map((key) => {
    const last = uses.find((use) => use.key === key);
    return {
      key,
      ...wordsInUse(key, own.get(key) ?? null, taken.get(key)),
      lastOffered: last ? { at: last.offeredAt, byName: last.byName } : null,
    };
  });
}
