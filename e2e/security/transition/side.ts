import { createHmac } from "node:crypto";
import { releaseDimensions } from "@/db/commands/assessments/release-dimensions";
import { linkCouple } from "@/db/commands/couples/link-couple";
import { hashPassword } from "@/db/password";
import { booked, bookingOf } from "@/db/testing/appointment-booking";
import { sitDimensions } from "@/db/testing/dimension-sitting";
import { type MintedPractice, mintClient, mintPractice } from "@/db/testing/mint";
import { openGate } from "@/db/testing/open-gate";
import type { ClientActor, StaffActor } from "@/lib/actor";
import { dateOf, on, type World } from "./world";

/** What every client of these histories types. */
export const PASSWORD = "lantern-orbit-velvet-93";
const passwordHash = hashPassword(PASSWORD);

/** One practice with one couple, in which one of the histories is lived: Mara's acts are private, Teo looks on. */
export type Side = {
  world: World;
  practice: MintedPractice;
  mara: ClientActor;
  teo: ClientActor;
  coupleId: string;
  /** A session of both that is planned for the end of these histories. */
  appointmentId: string;
  /** Who leads the couple, and decides. */
  lead: StaffActor;
};

/** `day`: the day of the path on which the history begins. `apart`: each of the two has a therapist of their own. */
export type Ground = { day: number; apart?: boolean };

/** Two people in the state that most couples are in: both clear, linked, Five Dimensions shown to each. */
export async function mintSide(world: World, { day, apart = false }: Ground): Promise<Side> {
  const { pool } = world;
  const now = on(day, "10:00");
  // First, or the server's worker cares for the new practice on the day on which the history before it ended.
  await world.goTo(now);
  const practice = await mintPractice(pool, now);
  const lead = apart ? practice.owner : practice.therapist;
  const start = { startDate: dateOf(0), now };
  const mara = await mintClient(pool, practice, { ...start, name: "Mara Holm" });
  const therapist = apart ? practice.colleague : practice.therapist;
  const teo = await mintClient(pool, practice, { ...start, name: "Teo Holm", therapist });
  // Everybody who ever set a password has come in: then letters go to them.
  await pool.query("update account set password_hash = $2 where practice_id = $1 and role = 'client'", [
    practice.practiceId,
    await passwordHash,
  ]);
  for (const person of [mara, teo]) await openGate(pool, practice, person, now);
  const eightDaysAgo = new Date(now.getTime() - 8 * 86_400_000);
  const { coupleId } = await world.as(lead, eightDaysAgo, (scope) =>
    linkCouple(scope, { clientId: mara.clientId, partnerId: teo.clientId }),
  );
  // The day of the drawn check is chance: far away, so that only what a history does is done.
  await pool.query("update couple set drawn_check_on = $2 where id = $1", [coupleId, dateOf(200)]);
  const sat = [
    { person: mara, scores: { emotional: [36, 76], social: [48, 56] } as const },
    { person: teo, scores: { emotional: [52, 72], social: [60, 56] } as const },
  ];
  for (const { person, scores } of sat) {
    const assessmentId = await sitDimensions(pool, practice, person, scores, now);
    await world.as(practice.owner, now, (scope) => releaseDimensions(scope, { assessmentId, decision: "released" }));
  }
  const session = bookingOf("couple", coupleId, { date: dateOf(day + 60) });
  const appointmentId = await booked(pool, lead, session, now);
  return { world, practice, mara, teo, coupleId, appointmentId, lead };
}

/** Their ids, by what they are of: the same names in every practice. Read anew at each look, for ids come with each step. */
export async function namesOf({
  world,
  practice,
  mara,
  teo,
  coupleId,
  appointmentId,
}: Side): Promise<Map<string, string>> {
  const { practiceId } = practice;
  const names = new Map<string, string>([
    [practiceId, "practice"],
    [coupleId, "couple"],
    [appointmentId, "session"],
  ]);
  for (const [role, person] of Object.entries({ mara, teo })) {
    names.set(person.accountId, `${role}-account`);
    names.set(person.clientId, `${role}-client`);
    names.set(markOf(world, person.accountId), `${role}-mark`);
  }
  for (const [role, person] of Object.entries(practice))
    if (typeof person === "object" && "accountId" in person) {
      names.set(person.accountId, `${role}-account`);
      names.set(markOf(world, person.accountId), `${role}-mark`);
    }
  for (const { id, client_id, key, due_on } of await sittingsOf(world, practiceId))
    names.set(id, `${client_id === mara.clientId ? "mara" : "teo"}-${key}-${due_on}`);
  return names;
}

export type Sitting = {
  id: string;
  client_id: string;
  key: string;
  due_on: string;
  opens_on: string;
  is_sent: boolean;
};

export async function sittingsOf({ pool }: World, practiceId: string): Promise<Sitting[]> {
  const { rows } = await pool.query<Sitting>(
    `select a.id, a.client_id, v.key, a.due_on::text, a.opens_on::text,
       a.submitted_at is not null as is_sent from assessment a
       join instrument_version v on v.practice_id = a.practice_id and v.id = a.instrument_version_id
      where a.practice_id = $1 order by a.due_on, v.key, a.client_id`,
    [practiceId],
  );
  return rows;
}

/** What each page carries of its owner. */
export const markOf = ({ authSecret }: World, accountId: string) =>
  createHmac("sha256", authSecret).update(`page of ${accountId}`).digest("base64url").slice(0, 22);
