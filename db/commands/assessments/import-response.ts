import { randomUUID } from "node:crypto";
import { and, desc, eq, inArray, isNotNull, isNull } from "drizzle-orm";
import { z } from "zod";
import { instrumentRead } from "@/db/definitions";
import type { StaffActor } from "@/lib/actor";
import { importFhirResponse, type ResponseImport } from "@/lib/assessments/fhir/import-response";
import { responseFlags } from "@/lib/assessments/flags";
import type { Answer, Instrument } from "@/lib/assessments/instrument";
import { scoreResponse } from "@/lib/assessments/score";
import { NotFound, Refused } from "@/lib/errors";
import { authorize } from "@/lib/policy";
import { localDate, localInstant } from "@/lib/time/zone";
import { recordAudit } from "../../audit";
import { assessmentImport } from "../../schema/assessment-import";
import {
  assessment,
  assessmentAnswer,
  assessmentAnswerValue,
  assessmentFlag,
  assessmentScore,
  assessmentWithdrawal,
  instrumentVersion,
} from "../../schema/assessments";
import { client } from "../../schema/clients";
import type { Scope } from "../../scope";
import { withdrawalOfSitting } from "../../sitting-joins";
import { visibleClients } from "../../visibility";
import { lockClientRow } from "../clients/lock-client-row";
import { actOnCriticalAnswers } from "../safety/open-critical-event";

export const importResponseForm = z.strictObject({
  /** Made by the page, so that a form sent twice brings the answers in once. */
  id: z.uuid(),
  clientId: z.uuid(),
  key: z.string().min(1, "Choose the questionnaire that was answered.").max(64),
  text: z.string().min(1, "Paste the answers, or choose their file."),
});

type Form = z.infer<typeof importResponseForm> & {
  /** The address under which this practice hands out FHIR. */
  base: string;
};
type Version = { id: string; instrument: Instrument };
type Found = { version: Version; read: Extract<ResponseImport, { ok: true }> };

/**
 * A QuestionnaireResponse of a client, given elsewhere, into the record: dated as it says, scored as any other, and marked with
 * who brought it in. A critical answer opens its safety event. Taken back as other answers are, with a reason.
 */
export async function importResponse(
  scope: Scope<StaffActor>,
  { id, clientId, key, text, base }: Form,
): Promise<{ losses: string[] }> {
  const { actor, tx, now } = scope;
  authorize(actor, "assessments.assign");
  await lockClientRow(scope, eq(client.id, clientId));
  const [person] = await tx
    .select({ zone: client.zone })
    .from(client)
    .where(and(visibleClients(scope, "change"), eq(client.id, clientId)));
  if (!person) throw new NotFound();
  const { version, read } = readWith(await publishedVersions(scope, key), text, base);
  const at = momentsOf(read.authored, person.zone).find((moment) => moment <= now);
  if (!at) throw new Refused("These answers are dated in the future.", { text: "They are dated in the future." });
  if (await isThere(scope, id, clientId)) return { losses: read.losses };
  await requireNew(scope, { clientId, versionId: version.id, at: momentsOf(read.authored, person.zone) });
  const { practiceId } = actor;
  const day = localDate(at, person.zone);
  await tx.insert(assessment).values({
    ...{ practiceId, id, clientId, instrumentVersionId: version.id },
    ...{ occasion: `imported:${id}`, opensOn: day, assignedBy: actor.accountId, assignedAt: now },
  });
  await tx.insert(assessmentImport).values({
    ...{ practiceId, id: randomUUID(), assessmentId: id },
    ...{ authored: read.authored, importedBy: actor.accountId, importedAt: now },
  });
  await keepAnswers(scope, id, version, read.answers);
  await actOnCriticalAnswers(scope, {
    ...{ clientId, assessmentId: id, instrument: version.instrument, answers: read.answers, saved: null },
  });
  await tx
    .update(assessment)
    .set({ submittedAt: at, localDate: day, reviewedBy: actor.accountId, reviewedAt: now })
    .where(and(eq(assessment.practiceId, practiceId), eq(assessment.id, id)));
  await recordAudit(scope, "assessments.response-imported", { id, clientId });
  return { losses: read.losses };
}

async function publishedVersions({ actor, tx }: Scope<StaffActor>, key: string): Promise<Version[]> {
  const rows = await tx
    .select({ id: instrumentVersion.id, instrument: instrumentRead })
    .from(instrumentVersion)
    .where(
      and(
        eq(instrumentVersion.practiceId, actor.practiceId),
        eq(instrumentVersion.key, key),
        isNotNull(instrumentVersion.publishedAt),
      ),
    )
    .orderBy(desc(instrumentVersion.version));
  // What is asked about safety is asked by the check, of the person alone.
  if (rows.length === 0 || rows.some(({ instrument }) => instrument.sensitivity === "safety")) throw new NotFound();
  return rows;
}

/** The version that was answered, newest first; else what the newest says of it. */
function readWith(versions: readonly Version[], text: string, base: string): Found {
  const tried = versions.map((version) => ({ version, read: importFhirResponse(text, version.instrument, base) }));
  for (const { version, read } of tried) if (read.ok) return { version, read };
  const refused = tried[0]?.read;
  const sentence = refused && !refused.ok ? refused.sentence : "";
  throw new Refused(sentence, { text: sentence });
}

/** A day without a time is its noon, and in the morning of that very day its beginning. */
const momentsOf = (authored: string, zone: string): Date[] =>
  authored.length === 10
    ? [localInstant(authored, "12:00", zone), localInstant(authored, "00:00", zone)]
    : [new Date(authored)];

async function isThere({ actor, tx }: Scope<StaffActor>, id: string, clientId: string): Promise<boolean> {
  const [row] = await tx
    .select({ clientId: assessment.clientId })
    .from(assessment)
    .where(and(eq(assessment.practiceId, actor.practiceId), eq(assessment.id, id)));
  if (row && row.clientId !== clientId) throw new NotFound();
  return row !== undefined;
}

/** The same file a second time is a mistake, until the first was taken back. */
async function requireNew(
  { actor, tx }: Scope<StaffActor>,
  { clientId, versionId, at }: { clientId: string; versionId: string; at: Date[] },
): Promise<void> {
  const [same] = await tx
    .select({ id: assessment.id })
    .from(assessment)
    .leftJoin(assessmentWithdrawal, withdrawalOfSitting)
    .where(
      and(
        eq(assessment.practiceId, actor.practiceId),
        eq(assessment.clientId, clientId),
        eq(assessment.instrumentVersionId, versionId),
        inArray(assessment.submittedAt, at),
        isNull(assessmentWithdrawal.id),
      ),
    );
  const sentence = "Answers to this questionnaire of that very time are in the record already.";
  if (same) throw new Refused(sentence, { text: sentence });
}

async function keepAnswers(
  { actor, tx, now }: Scope<StaffActor>,
  assessmentId: string,
  { id: instrumentVersionId, instrument }: Version,
  answers: readonly Answer[],
): Promise<void> {
  const owned = () => ({ practiceId: actor.practiceId, id: randomUUID(), assessmentId });
  await tx.insert(assessmentAnswer).values(
    answers.map(({ itemId, form, value }) => {
      const row = { ...owned(), itemId, form };
      const isWords = typeof value === "string";
      return {
        ...row,
        value: isWords ? null : value,
        valueSealed: isWords ? assessmentAnswerValue.seal(JSON.stringify(value), row) : null,
        answeredAt: now,
      };
    }),
  );
  const scores = scoreResponse(instrument, answers);
  if (scores.length > 0) {
    await tx.insert(assessmentScore).values(
      scores.map(({ form, scale: scaleKey, status, score, answered, items }) => ({
        ...{ ...owned(), form, scaleKey, status, score, answered, items, instrumentVersionId },
      })),
    );
  }
  const flags = responseFlags(instrument, answers, null);
  if (flags.length > 0)
    await tx.insert(assessmentFlag).values(flags.map(({ kind, ...detail }) => ({ ...owned(), kind, detail })));
}
