import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { expect, it } from "vitest";
import { keepDraft } from "@/db/commands/drafts/keep-draft";
import { getDraft } from "@/db/queries/drafts/draft-at";
import { noteOfSession, type SignedNote } from "@/db/queries/notes/note-rows";
import { type Scope, withScope } from "@/db/scope";
import { booked, bookingOf } from "@/db/testing/appointment-booking";
import { testPool } from "@/db/testing/database";
import { mintClient, mintPractice, testNow } from "@/db/testing/mint";
import { amending, signing } from "@/db/testing/note-signing";
import type { StaffActor } from "@/lib/actor";
import { Refused } from "@/lib/errors";
import { amendNote, cosignNote } from "./amend-note";
import { signNote } from "./sign-note";

const pool = testPool();

const words = fc
  .string({ minLength: 1, maxLength: 12, unit: fc.constantFrom(..."abcdéß😀 ") })
  .map((text) => `w${text.trim()}`);
/** Of the version that a page has seen: the newest, or one before. */
const behind = fc.constantFrom(0, 0, 0, 1);
const act = fc.oneof(
  fc.record({ kind: fc.constant("sign"), words, again: fc.boolean() }),
  fc.record({ kind: fc.constant("amend"), words, behind }),
  fc.record({ kind: fc.constant("cosign"), by: fc.constantFrom("supervisor", "owner"), behind }),
  fc.record({ kind: fc.constant("autosave"), words }),
);
type Act = typeof act extends fc.Arbitrary<infer T> ? T : never;

/** What was there before stands now, in its place and word for word. */
function expectKept(before: SignedNote | null, now: SignedNote | null): void {
  if (!before) return;
  expect(now).toMatchObject({ id: before.id, authorId: before.authorId, signedAt: before.signedAt });
  expect(now?.versions.slice(0, before.versions.length)).toEqual(before.versions);
  expect(now?.cosigned.slice(0, before.cosigned.length)).toEqual(before.cosigned);
  expect(now?.versions.map(({ ordinal }) => ordinal)).toEqual(now?.versions.map((_, i) => i + 1));
}

it("a signature is final: no order of signing, amending, co-signing and autosave loses or changes anything", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 9 }), async (acts) => {
      const practice = await mintPractice(pool);
      const { clientId } = await mintClient(pool, practice);
      const id = await booked(
        pool,
        practice.therapist,
        bookingOf("client", clientId, { date: "2026-11-23", time: "09:00" }),
      );
      const place = { kind: "note", clientId, about: `session.${id}` } as const;
      const hand = randomUUID();
      const firstId = randomUUID();
      let step = 0;
      let begun: string | null = null;
      let minute = 0;
      const as = <T>(actor: StaffActor, run: (scope: Scope<StaffActor>) => Promise<T>) =>
        withScope(pool, actor, new Date(testNow.getTime() + minute * 60_000), run);
      const look = () => as(practice.therapist, (scope) => noteOfSession(scope, id));
      const run = (one: Act, note: SignedNote | null): Promise<unknown> | null => {
        const seen = (note?.versions.length ?? 0) - ("behind" in one ? one.behind : 0);
        switch (one.kind) {
          case "sign":
            return as(practice.therapist, (scope) =>
              signNote(scope, signing(id, { id: one.again ? firstId : randomUUID(), data: one.words })),
            );
          case "amend":
            return note && seen > 0
              ? as(practice.therapist, (scope) => amendNote(scope, amending(note.id, seen, { data: one.words })))
              : null;
          case "cosign":
            return note && seen > 0
              ? as(practice[one.by as "owner"], (scope) => cosignNote(scope, { noteId: note.id, seen }))
              : null;
          default: {
            step += 1;
            begun = one.words;
            const saved = { do: "keep" as const, place, hand, step, seen: 0, words: { "part-0": one.words } };
            return as(practice.therapist, (scope) => keepDraft(scope, saved));
          }
        }
      };
      for (const one of acts) {
        minute += 1;
        const before = await look();
        const running = run(one, before);
        if (!running) continue;
        const refused = await running.then(
          () => false,
          (fault: unknown) => {
            if (!(fault instanceof Refused)) throw fault;
            return true;
          },
        );
        const now = await look();
        expectKept(before, now);
        if (refused || one.kind === "autosave") expect(now).toEqual(before);
        else if (one.kind === "sign") expect(now?.versions[0]?.parts[0]).toBe(one.words.trim());
        else if (one.kind === "amend" && before) expect(now?.versions.at(-1)?.parts[0]).toBe(one.words.trim());
        const draft = await as(practice.therapist, (scope) => getDraft(scope, place));
        expect(draft.stands?.words["part-0"] ?? null, "what was begun is still there").toBe(begun);
      }
    }),
    { numRuns: 25 },
  );
}, 120_000);
