import { expect, it } from "vitest";
import { getToCosign } from "@/db/queries/appointments/appointments";
import { withScope } from "@/db/scope";
import { booked, bookingOf } from "@/db/testing/appointment-booking";
import { testPool } from "@/db/testing/database";
import { mintClient, mintPractice, testNow } from "@/db/testing/mint";
import { amending, signed, signing } from "@/db/testing/note-signing";
import type { StaffActor } from "@/lib/actor";
import { amendNote } from "./amend-note";

const pool = testPool();

it("asks nobody to co-sign what they wrote themself, whoever wrote what stood before", async () => {
  const practice = await mintPractice(pool);
  const { owner, therapist, supervisor } = practice;
  const session = async (of: StaffActor) => {
    const client = await mintClient(pool, practice, { therapist: of });
    return booked(pool, of, bookingOf("client", client.clientId, { date: "2026-11-23", time: "09:00" }));
  };
  const toCosign = async (actor: StaffActor) =>
    (await withScope(pool, actor, testNow, (scope) => getToCosign(scope))).map(({ id }) => id);
  const id = await session(therapist);
  const noteId = await signed(pool, therapist, signing(id, { asksCosign: "yes" }));
  expect([await toCosign(owner), await toCosign(supervisor), await toCosign(therapist)]).toEqual([[id], [id], []]);
  const amendment = amending(noteId, 1, { data: "She came late." });
  await withScope(pool, owner, testNow, (scope) => amendNote(scope, amendment));
  expect([await toCosign(owner), await toCosign(supervisor)]).toEqual([[], [id]]);
});
