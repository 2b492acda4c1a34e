import { and, asc, desc, eq, isNull, ne, sql } from "drizzle-orm";
import { countByTherapist } from "@/db/queries/clients/who-has-whom";
import { lostToStaff } from "@/db/queries/letters/lost-letters";
import type { StaffActor, StaffRole } from "@/lib/actor";
import { atOnce } from "@/lib/at-once";
import type { ColleagueState } from "@/lib/identity/colleague-state";
import { authorize } from "@/lib/policy";
import {
  accessDecision,
  accessDecisionReason,
  account,
  oneTimeLink,
  supervision,
  totpFactor,
} from "../../schema/identity";
import type { Scope } from "../../scope";

export type ColleagueRow = {
  readonly accountId: string;
  readonly name: string;
  readonly email: string;
  readonly role: StaffRole;
  readonly state: ColleagueState;
  readonly reason: string | null;
  /** Of the newest letter to them that did not arrive; null once a later one did. */
  readonly letterLostAt: Date | null;
  readonly isYou: boolean;
  /** How many clients are theirs. */
  readonly clients: number;
};

export type SupervisionRow = {
  readonly supervisionId: string;
  readonly supervisorId: string;
  readonly therapistId: string;
  readonly startedAt: Date;
};

/** Everybody who works here, with what they can do at this moment, and who supervises whom. */
export async function listColleagues(
  scope: Scope<StaffActor>,
): Promise<{ colleagues: ColleagueRow[]; supervisions: SupervisionRow[] }> {
  authorize(scope.actor, "practice.settings");
  const found = await atOnce({
    lost: lostToStaff(scope),
    people: colleaguesIn(scope),
    supervisions: supervisions(scope),
    clients: countByTherapist(scope),
  });
  return {
    colleagues: found.people.map((one) => ({
      ...one,
      isYou: one.accountId === scope.actor.accountId,
      letterLostAt: found.lost.get(one.accountId) ?? null,
      clients: found.clients.get(one.accountId) ?? 0,
    })),
    supervisions: found.supervisions,
  };
}

/** Everybody who works in a practice. */
export async function colleaguesIn({
  actor,
  tx,
  now,
}: Scope): Promise<Omit<ColleagueRow, "letterLostAt" | "clients" | "isYou">[]> {
  const newest = tx
    .select({ id: accessDecision.id, decision: accessDecision.decision, reasonSealed: accessDecision.reasonSealed })
    .from(accessDecision)
    .where(and(eq(accessDecision.practiceId, account.practiceId), eq(accessDecision.accountId, account.id)))
    .orderBy(desc(accessDecision.decidedAt))
    .limit(1)
    .as("newest_access");
  const invitation = tx
    .select({ endsAt: oneTimeLink.endsAt })
    .from(oneTimeLink)
    .where(
      and(
        eq(oneTimeLink.practiceId, account.practiceId),
        eq(oneTimeLink.accountId, account.id),
        eq(oneTimeLink.purpose, "invitation"),
        isNull(oneTimeLink.withdrawnAt),
      ),
    )
    .orderBy(desc(oneTimeLink.createdAt))
    .limit(1)
    .as("newest_invitation");
  const rows = await tx
    .select({
      accountId: account.id,
      name: account.name,
      email: account.email,
      role: account.role,
      hasPassword: sql<boolean>`${account.passwordHash} is not null`,
      factorConfirmedAt: totpFactor.confirmedAt,
      decision: newest.decision,
      decisionId: newest.id,
      reasonSealed: newest.reasonSealed,
      invitationEndsAt: invitation.endsAt,
    })
    .from(account)
    .leftJoinLateral(newest, sql`true`)
    .leftJoinLateral(invitation, sql`true`)
    .leftJoin(
      totpFactor,
      and(
        eq(totpFactor.practiceId, account.practiceId),
        eq(totpFactor.accountId, account.id),
        isNull(totpFactor.removedAt),
      ),
    )
    .where(and(eq(account.practiceId, actor.practiceId), ne(account.role, "client")))
    .orderBy(asc(account.name), asc(account.email));
  return rows.flatMap(
    ({ role, hasPassword, factorConfirmedAt, decision, decisionId, reasonSealed, invitationEndsAt, ...row }) => {
      if (role === "client") return [];
      const state = stateOf({ hasPassword, factorConfirmedAt, decision, invitationEndsAt }, now);
      const reason =
        state === "withdrawn" && decisionId
          ? accessDecisionReason.readOrNull(reasonSealed, { practiceId: actor.practiceId, id: decisionId })
          : null;
      return [{ ...row, role, state, reason }];
    },
  );
}

type Seen = {
  hasPassword: boolean;
  factorConfirmedAt: Date | null;
  decision: string | null;
  invitationEndsAt: Date | null;
};

function stateOf(
  { hasPassword, factorConfirmedAt, decision, invitationEndsAt }: Seen,
  now: Date,
): ColleagueRow["state"] {
  if (decision === "withdrawn") return "withdrawn";
  if (!hasPassword) return invitationEndsAt && invitationEndsAt > now ? "invited" : "invitation-over";
  return factorConfirmedAt ? "active" : "no-second-factor";
}

async function supervisions({ actor, tx }: Scope<StaffActor>): Promise<SupervisionRow[]> {
  return tx
    .select({
      supervisionId: supervision.id,
      supervisorId: supervision.supervisorId,
      therapistId: supervision.therapistId,
      startedAt: supervision.startedAt,
    })
    .from(supervision)
    .where(and(eq(supervision.practiceId, actor.practiceId), isNull(supervision.endedAt)))
    .orderBy(asc(supervision.startedAt));
}
