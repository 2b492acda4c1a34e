import { and, asc, desc, eq, exists, isNull, or, sql } from "drizzle-orm";
import { recordReading } from "@/db/audit";
import { reachesTwo } from "@/db/couple-reach";
import { closenessByClient } from "@/db/queries/assessments/newest-closeness";
import { type ClientHeader, getClientHeader } from "@/db/queries/clients/client-overview";
import { type SwapRequestRecord, swapRequestsOf } from "@/db/queries/exercises/swap-requests";
import { sharedClassFor } from "@/db/queries/safety/shared-class";
import { couple } from "@/db/schema/clients";
import { connectionSummary } from "@/db/schema/connection";
import { account } from "@/db/schema/identity";
import {
  enrolmentDecision,
  enrolmentDecisionReason,
  enrolmentDecisionWords,
  proposalAnswerEvidence,
  proposalAnswerNote,
  protocolProposalAnswer,
} from "@/db/schema/protocol";
import type { Scope } from "@/db/scope";
import type { StaffActor } from "@/lib/actor";
import { atOnce } from "@/lib/at-once";
import type { ConnectionRecord } from "@/lib/connection/connection-record";
import type { Arrival } from "@/lib/protocol/arrival";
import { saysGainAt } from "@/lib/safety/own-side";
import type { ClosenessSeen } from "@/lib/signals/side-by-side-first";
import { getArrival } from "./arrival";
import { type JointSteps, jointStepsOf } from "./joint-steps";
import { type LoggedExercise, loggedExercises } from "./logged-exercises";
import { type PlanRecord, planOf } from "./maintenance-plan";
import { type OfferedVersion, offeredVersions } from "./offered-versions";
import { type MoveRecord, movesOf } from "./version-moves";

export type DecisionRecord = {
  id: string;
  decidedAt: Date;
  decidedBy: string;
  isOwn: boolean;
  reason: string | null;
  words: string | null;
};

export type ProposalAnswerRecord = {
  id: string;
  kind: "go-gentler" | "next-phase";
  about: string;
  answer: "accepted" | "dismissed";
  answeredOn: string;
  answeredAt: Date;
  answeredBy: string;
  evidence: string;
  note: string;
};

export type ClientProtocol = {
  header: ClientHeader;
  attempts: LoggedExercise[];
  decisions: DecisionRecord[];
  answers: ProposalAnswerRecord[];
  /** Moves to another version, oldest first. */
  moves: MoveRecord[];
  /** Wishes of the client for another exercise, oldest first. */
  swaps: SwapRequestRecord[];
  /** Versions that the path could be moved to, the newest first. */
  versions: OfferedVersion[];
  plan: PlanRecord | null;
  connection: ConnectionRecord | null;
  /** The newest emotional and recreational closeness; null before the first. */
  closeness: ClosenessSeen | null;
  joint: JointSteps;
  /** How far the client has arrived; null where the weeks do not wait. */
  arrival: Arrival | null;
  /** Whether words of gain may be said: nobody is called ready for more closeness otherwise. */
  saysGain: boolean;
};

/** The path of one client with everything logged and decided on it. Reading it is recorded. */
export async function getClientProtocol(scope: Scope<StaffActor>, id: string): Promise<ClientProtocol> {
  const header = await getClientHeader(scope, id);
  const { actor, tx } = scope;
  const enrolmentId = header.enrolment?.id;
  const { summaries, seen, classOf, ...logged } = await atOnce({
    summaries: tx
      .select({ kept: connectionSummary.kept })
      .from(connectionSummary)
      .where(and(eq(connectionSummary.practiceId, actor.practiceId), eq(connectionSummary.id, id))),
    seen: tx
      .select({ facts: sql<ClosenessSeen>`closeness.facts`.as("facts") })
      .from(sql`${closenessByClient(actor.practiceId, id)} closeness`),
    classOf: sharedClassFor(scope, id),
    attempts: loggedExercises(scope, id),
    decisions: enrolmentId ? decisionsOf(scope, enrolmentId) : [],
    answers: enrolmentId ? answersOf(scope, enrolmentId) : [],
    moves: enrolmentId ? movesOf(scope, enrolmentId) : [],
    swaps: enrolmentId ? swapRequestsOf(scope, enrolmentId) : [],
    plan: enrolmentId ? planOf(scope, enrolmentId) : null,
    versions: offeredVersions(scope),
  });
  const { input, reads } = classOf;
  const joint = await jointStepsOf(scope, id, input);
  const arrival = header.enrolment?.waits ? await getArrival(scope, id) : null;
  const hasWords = logged.attempts.some(({ detail, skipNote, reflection }) => detail || skipNote || reflection);
  await recordReading(scope, ["protocol.path-read", ...(hasWords ? (["clients.words-read"] as const) : [])], {
    id,
    clientId: id,
  });
  return {
    ...logged,
    header: withDecisions(header, new Set(logged.decisions.map((decision) => decision.id))),
    connection: summaries[0]?.kept ?? null,
    closeness: seen[0]?.facts ?? null,
    joint,
    arrival,
    saysGain: saysGainAt(input, reads, scope.now),
  };
}

/** The path as the reader may know it: without what was decided for two of whom they read one. */
const withDecisions = ({ enrolment, ...header }: ClientHeader, known: ReadonlySet<string>): ClientHeader => ({
  ...header,
  enrolment: enrolment && { ...enrolment, decisions: enrolment.decisions.filter(({ id }) => known.has(id)) },
});

/** Whoever reads one of two finds no decision that was made for both: it says that joint steps are closed by somebody. */
async function decisionsOf(scope: Scope<StaffActor>, enrolmentId: string): Promise<DecisionRecord[]> {
  const { actor, tx } = scope;
  const { practiceId } = actor;
  const ofBoth = tx
    .select({ id: couple.id })
    .from(couple)
    .where(and(reachesTwo(scope), eq(couple.id, enrolmentDecision.coupleId)));
  const rows = await tx
    .select({
      id: enrolmentDecision.id,
      decidedAt: enrolmentDecision.decidedAt,
      decidedBy: account.name,
      accountId: account.id,
      reasonSealed: enrolmentDecision.reasonSealed,
      wordsSealed: enrolmentDecision.wordsSealed,
    })
    .from(enrolmentDecision)
    .innerJoin(
      account,
      and(eq(account.practiceId, enrolmentDecision.practiceId), eq(account.id, enrolmentDecision.decidedBy)),
    )
    .where(
      and(
        eq(enrolmentDecision.practiceId, practiceId),
        eq(enrolmentDecision.enrolmentId, enrolmentId),
        or(isNull(enrolmentDecision.coupleId), exists(ofBoth)),
      ),
    )
    .orderBy(desc(enrolmentDecision.decidedAt));
  return rows.map(({ accountId, reasonSealed, wordsSealed, ...row }) => {
    const place = { practiceId, id: row.id };
    return {
      ...row,
      isOwn: actor.kind === "staff" && accountId === actor.accountId,
      reason: enrolmentDecisionReason.readOrNull(reasonSealed, place),
      words: enrolmentDecisionWords.readOrNull(wordsSealed, place),
    };
  });
}

async function answersOf({ actor, tx }: Scope, enrolmentId: string): Promise<ProposalAnswerRecord[]> {
  const { practiceId } = actor;
  const { id, kind, about, answer, answeredOn, answeredAt, evidenceSealed, noteSealed } = protocolProposalAnswer;
  const rows = await tx
    .select({ id, kind, about, answer, answeredOn, answeredAt, answeredBy: account.name, evidenceSealed, noteSealed })
    .from(protocolProposalAnswer)
    .innerJoin(
      account,
      and(eq(account.practiceId, protocolProposalAnswer.practiceId), eq(account.id, protocolProposalAnswer.answeredBy)),
    )
    .where(and(eq(protocolProposalAnswer.practiceId, practiceId), eq(protocolProposalAnswer.enrolmentId, enrolmentId)))
    .orderBy(desc(answeredAt), asc(kind), asc(about));
  return rows.map(({ evidenceSealed: evidence, noteSealed: note, ...row }) => {
    const place = { practiceId, id: row.id };
    return {
      ...row,
      evidence: proposalAnswerEvidence.read(evidence, place),
      note: proposalAnswerNote.read(note, place),
    };
  });
}
