import { couple, coupleEndReason } from "@/db/schema/clients";
import { account, practice, supervision } from "@/db/schema/identity";
import { drawnCheckDay } from "@/lib/safety/drawn-check";
import { addDays } from "@/lib/time/local-date";
import { localDate } from "@/lib/time/zone";
import { addressOf, clientId, couples, endOf, practiceId, sampleZone, staff, staffId } from "./personas";
import { noteAudit, type Seed, sealedWords, write } from "./seed-writer";
import { idOf } from "./seeded-random";
import { outsideWords } from "./words/clinical";

const days = (count: number) => count * 86_400_000;

/** The practice and its colleagues, who have been here for a good while. */
export function writePractice(seed: Seed, now: Date, passwordHash: string): void {
  const createdAt = new Date(now.getTime() - days(400));
  const owner = { id: staffId("ruth"), role: "owner" } as const;
  write(seed, practice, { name: "Northbank Practice", country: "GB", zone: sampleZone, isSample: true, createdAt });
  noteAudit(seed, { at: createdAt, by: owner, action: "identity.practice-created", id: practiceId });
  staff.forEach(({ key, name, role }, i) => {
    const since = new Date(createdAt.getTime() + days(i));
    const person = { id: staffId(key), role, email: addressOf(name), name, zone: sampleZone };
    write(seed, account, { ...person, passwordHash, passwordChangedAt: since, createdAt: since });
  });
  const startedAt = new Date(createdAt.getTime() + days(6));
  for (const { key, supervises } of staff) {
    for (const therapist of supervises) {
      const id = idOf("supervision", key, therapist);
      const pair = { supervisorId: staffId(key), therapistId: staffId(therapist) };
      write(seed, supervision, { id, ...pair, startedAt, startedBy: owner.id });
      noteAudit(seed, { at: startedAt, by: owner, action: "identity.supervision-started", id });
    }
  }
}

/** Partners who both have a portal, linked once both were clear. */
export function writeCouples(seed: Seed, now: Date, linkedAtOf: (name: string) => { at: Date; by: string }): void {
  for (const [first, second] of couples) {
    const { at, by } = linkedAtOf(first);
    const id = idOf("couple", first, second);
    const pair = { firstClientId: clientId({ name: first }), secondClientId: clientId({ name: second }) };
    const drawnCheckOn = drawnCheckDay(localDate(at, sampleZone), 20);
    write(seed, couple, {
      id,
      ...pair,
      linkedBy: by,
      linkedAt: at,
      leadId: by,
      zone: sampleZone,
      drawnCheckOn,
      ...endedRow(first, id, by, now),
    });
    noteAudit(seed, {
      at,
      by: { id: by, role: "therapist" },
      action: "couples.linked",
      id,
      clientId: pair.firstClientId,
    });
  }
}

/** The end of a link: its data stopped then, and what each can see of it changes on the agreed day. */
function endedRow(first: string, id: string, endedBy: string, now: Date) {
  const end = endOf(first);
  if (!end) return {};
  return {
    endedBy,
    endedAt: new Date(now.getTime() - days(end.daysAgo)),
    endReasonSealed: sealedWords(coupleEndReason, outsideWords.linkEnd, id),
    endShownOn: addDays(localDate(now, sampleZone), end.shownInDays),
  };
}
