import { and, eq, inArray, isNotNull, isNull, or } from "drizzle-orm";
import { instrumentRead } from "@/db/definitions";
import type { StaffActor } from "@/lib/actor";
import { type AssignForm, planOf } from "@/lib/assessments/assign-form";
import { NotFound, Refused } from "@/lib/errors";
import { whyNotAssignable } from "@/lib/instruments/assignable";
import { authorize } from "@/lib/policy";
import { localDate } from "@/lib/time/zone";
import { recordAudit } from "../../audit";
import { assignment, instrumentVersion } from "../../schema/assessments";
import { client, couple } from "../../schema/clients";
import { account } from "../../schema/identity";
import type { Scope } from "../../scope";
import { visibleClients } from "../../visibility";
import { requireHere } from "../clients/require-here";
import { derivedId } from "../derived-id";
import { queueLetter } from "../letters/queue-letter";
import { scheduleOccurrences } from "./schedule-occurrences";

export type Assigned = {
  /** How many sittings were laid out, over all clients and instruments. */
  sittings: number;
};

type Person = { id: string; accountId: string; zone: string; name: string; hasAccepted: boolean };

/**
 * Asks one or several clients for one or several assessments. The same form sent twice asks once. Whoever has something
 * to answer today gets one letter.
 */
export async function assignInstruments(scope: Scope<StaffActor>, form: AssignForm): Promise<Assigned> {
  const { actor, tx, now } = scope;
  authorize(actor, "assessments.assign");
  const versions = await publishedVersions(scope, form["instruments[]"]);
  const people = await reachable(scope, [
    ...form["clients[]"],
    ...(form.withPartner ? await partnersOf(scope, form["clients[]"]) : []),
  ]);
  let sittings = 0;
  for (const person of people) {
    await requireHere(scope, person.id);
    const today = localDate(now, person.zone);
    const plan = planOf(form, today);
    if ("fault" in plan) throw new Refused(plan.fault.sentence, { [plan.fault.field]: plan.fault.sentence });
    let isOpen = false;
    for (const version of versions) {
      const id = derivedId(form.id, person.id, version.id);
      const row = {
        instrumentVersionId: version.id,
        rule: plan.rule,
        assignedBy: actor.accountId,
        assignedAt: now,
        clientId: person.id,
      };
      const { rowCount } = await tx
        .insert(assignment)
        .values({
          ...row,
          practiceId: actor.practiceId,
          id,
          answerWindow: plan.window,
          layout: form.layout === "as-made" ? null : form.layout,
        })
        .onConflictDoNothing();
      if (!rowCount) continue;
      const { scheduled, opensOn } = await scheduleOccurrences(scope, {
        ...row,
        id,
        edition: 1,
        window: plan.window,
        zone: person.zone,
      });
      if (scheduled === 0) throw new Refused(nothingToCome(person.name), { when: nothingToCome(person.name) });
      sittings += scheduled;
      isOpen ||= opensOn !== null && opensOn <= today;
      await recordAudit(scope, "assessments.assigned", { id, clientId: person.id });
    }
    if (isOpen && person.hasAccepted) {
      await queueLetter(scope, { accountId: person.accountId, about: { kind: "assigned", id: form.id } });
    }
  }
  return { sittings };
}

const nothingToCome = (name: string) =>
  `None of these protocol days lie ahead of ${name}. Choose other weeks, or a day of your own.`;

async function publishedVersions({ actor, tx }: Scope<StaffActor>, ids: readonly string[]) {
  const found = await tx
    .select({ id: instrumentVersion.id, title: instrumentVersion.title, instrument: instrumentRead })
    .from(instrumentVersion)
    .where(
      and(
        eq(instrumentVersion.practiceId, actor.practiceId),
        inArray(instrumentVersion.id, [...ids]),
        isNotNull(instrumentVersion.publishedAt),
      ),
    );
  if (found.length !== new Set(ids).size) throw new NotFound();
  for (const { title, instrument } of found) {
    const why = whyNotAssignable(instrument);
    if (why) throw new Refused(`${title}: ${why}`);
  }
  return found;
}

/** All of them, or nothing: one client out of reach is as absent as one that is not there. */
async function reachable(scope: Scope<StaffActor>, ids: readonly string[]): Promise<Person[]> {
  const wanted = [...new Set(ids)];
  const found = await scope.tx
    .select({
      id: client.id,
      zone: client.zone,
      accountId: client.accountId,
      name: account.name,
      hasAccepted: isNotNull(account.passwordHash).mapWith(Boolean),
    })
    .from(client)
    .innerJoin(account, and(eq(account.practiceId, client.practiceId), eq(account.id, client.accountId)))
    .where(and(visibleClients(scope, "change"), inArray(client.id, wanted)))
    .orderBy(client.id)
    .for("update", { of: client });
  if (found.length !== wanted.length) throw new NotFound();
  return found;
}

async function partnersOf({ actor, tx }: Scope<StaffActor>, ids: readonly string[]): Promise<string[]> {
  const couples = await tx
    .select({ first: couple.firstClientId, second: couple.secondClientId })
    .from(couple)
    .where(
      and(
        eq(couple.practiceId, actor.practiceId),
        isNull(couple.endedAt),
        or(inArray(couple.firstClientId, [...ids]), inArray(couple.secondClientId, [...ids])),
      ),
    );
  return couples.flatMap(({ first, second }) => [first, second]);
}
