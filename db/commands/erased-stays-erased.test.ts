import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { connect } from "@/db/connect";
import { erasings } from "@/db/erasing/erase";
import { withScope } from "@/db/scope";
import { clientCommands } from "@/db/testing/client-commands";
import { type Ids, layOutThings } from "@/db/testing/client-things";
import { testPool, workerUrl } from "@/db/testing/database";
import { type MintedPractice, testNow } from "@/db/testing/mint";
import { draftForm } from "@/lib/drafts/draft-form";
import { notePlace } from "@/lib/drafts/place";
import { NotFound } from "@/lib/errors";
import { keepDraft } from "./drafts/keep-draft";

const pool = testPool();
const workers = connect({ url: workerUrl(), max: 1, onIdleError: () => undefined });
afterAll(() => workers.end());

let practice: MintedPractice;
let ids: Ids;
beforeAll(async () => {
  const things = await layOutThings(pool);
  ({ practice, ids } = things);
  const { practiceId } = practice;
  const db = await workers.connect();
  await db.query("begin");
  await db.query("select set_config('app.practice_id', $1, true)", [practiceId]);
  await erasings.person(db, { practiceId, clientId: things.ines.clientId, at: testNow });
  await db.query("commit");
  db.release();
});

/** What is still done about an erased record: why it is held back, and what was entered about safety, under its number alone. */
const goesOn = [
  ...["noteErasureAsked", "answerErasure", "beginHold", "endHold", "noteDemand", "answerDemand"],
  ...["raiseGate", "markWordsRead", "acknowledgeEvent", "escalateEvent", "closeEvent", "noteEvent"],
];
/** Whose case is about somebody else of the same practice. */
const ofOthers = ["linkCouple", "answerFollowUp", "keepPartnerTalk", "invitePartner", "decideInvitation"];

class TakenBack extends Error {}

describe("a form that stood open on a desk while somebody was erased", () => {
  it.each(Object.entries(clientCommands).filter(([name]) => ![...goesOn, ...ofOthers].includes(name)))(
    "%s writes nothing on the record again",
    async (_, { run }) => {
      const outcome = await withScope(pool, practice.therapist, testNow, async (scope) => {
        await run(scope, ids);
        throw new TakenBack("It was done.");
      }).catch((error: unknown) => (error instanceof Error ? error.name : "?"));
      expect(["NotFound", "Refused", "Forbidden"]).toContain(outcome);
    },
  );

  it("keeps no words of it either, whoever goes on writing", async () => {
    const words = draftForm.parse({
      ...{ do: "keep", place: notePlace(ids.clientId, "talk"), hand: "hand-of-one", step: "1", seen: "0" },
      words: JSON.stringify({ text: "She said that…" }),
    });
    for (const actor of [practice.therapist, practice.owner, practice.supervisor])
      await expect(withScope(pool, actor, testNow, (scope) => keepDraft(scope, words))).rejects.toThrow(NotFound);
  });
});
