import { randomUUID } from "node:crypto";
import { assignInstruments } from "@/db/commands/assessments/assign";
import { enterWording, publishInstrument, wordingForm } from "@/db/commands/assessments/edit-instrument";
import { saveAnswer } from "@/db/commands/assessments/save-answer";
import { submitAssessment } from "@/db/commands/assessments/submit-assessment";
import { withdrawConsent } from "@/db/commands/clients/agree-to-consent";
import { decideSharing } from "@/db/commands/couples/decide-sharing";
import { endCouple } from "@/db/commands/couples/end-couple";
import { chooseLetters } from "@/db/commands/letters/choose-letters";
import { queueLetter } from "@/db/commands/letters/queue-letter";
import { replyToClient } from "@/db/commands/messages/reply-to-client";
import { answerProposal } from "@/db/commands/protocol/answer-proposal";
import { decideOnPath } from "@/db/commands/protocol/decide-on-path";
import { askSafetyCheck } from "@/db/commands/safety/ask-check";
import { chooseAfterStop } from "@/db/commands/safety/choose-after-stop";
import { clearGate, raiseGate } from "@/db/commands/safety/decide-gate";
import { sayNotSafe } from "@/db/commands/safety/say-not-safe";
import { sayWord } from "@/db/commands/safety/say-word";
import { acknowledgeEvent, closeEvent } from "@/db/commands/safety/take-step";
import { zone } from "@/db/testing/before-checks";
import { checkSteps } from "@/db/testing/check";
import { talkedAlone } from "@/db/testing/talked-alone";
import { answerForm } from "@/lib/assessments/answer-form";
import { assignForm } from "@/lib/assessments/assign-form";
import { shareItems } from "@/lib/couples/share-items";
import { localDate } from "@/lib/time/zone";
import { type Side, sittingsOf } from "./side";
import { dateOf } from "./world";

/** What somebody does in a history, through the product's own commands. */
export type Act = (side: Side, now: Date) => Promise<unknown>;

type Who = "mara" | "teo";

/** The newest card of safety questions of one of the two. */
async function cardOf(side: Side, who: Who): Promise<string> {
  const { rows } = await side.world.pool.query<{ id: string }>(
    `select m.assessment_id as id from safety_check_member m join safety_check c on c.practice_id = m.practice_id and c.id = m.check_id
      where m.client_id = $1 order by c.asked_at desc limit 1`,
    [side[who].clientId],
  );
  const card = rows[0];
  if (!card) throw new Error("nobody was asked the safety questions");
  return card.id;
}

export const ask: Act = ({ world, lead, mara }, now) =>
  world.as(lead, now, (scope) => askSafetyCheck(scope, { clientId: mara.clientId, despiteRecent: true }));

export const answers =
  (who: Who, given: Record<string, number | string> = {}, isSent = true): Act =>
  async (side, now) => {
    const { pool } = side.world;
    const sittingId = await checkSteps(pool).sit(side[who], await cardOf(side, who), { given, isSent, now });
    if (Object.keys(given).length === 0) return;
    const asked = "select 1 from check_answer where sitting_id = $1 and item_id = any($2)";
    const { rowCount } = await pool.query(asked, [sittingId, Object.keys(given)]);
    if (!rowCount) throw new Error("none of these questions was asked");
  };

export const isNotAlone =
  (who: Who): Act =>
  async (side, now) =>
    checkSteps(side.world.pool).notAlone(side[who], await cardOf(side, who), now);

export const clears =
  (who: Who): Act =>
  (side, now) =>
    side.world.as(side.lead, now, (scope) =>
      clearGate(scope, {
        clientId: side[who].clientId,
        reason: "We talked alone for half an hour.",
        talk: talkedAlone,
      }),
    );

export const stops =
  (who: Who): Act =>
  (side, now) =>
    side.world.as(side.lead, now, (scope) =>
      raiseGate(scope, { clientId: side[who].clientId, kind: "stop", reason: "What she told me when we were alone." }),
    );

export const chooses =
  (choice: "now" | "next-week" | "unchanged", untilDay?: number): Act =>
  ({ world, lead, mara }, now) =>
    world.as(lead, now, (scope) =>
      chooseAfterStop(scope, {
        clientId: mara.clientId,
        choice,
        unchangedUntil: untilDay === undefined ? null : dateOf(untilDay),
        reason: "She asked me to leave it as it is.",
        wish: "She wishes to keep her favours.",
      }),
    );

/** Own steps from the day on which they are chosen until the day `untilDay`, on Mara's path. */
export const choosesOwnSteps =
  (untilDay: number | null, reason = "They are away for two weeks."): Act =>
  ({ world, lead, mara }, now) => {
    const until = untilDay === null ? null : dateOf(untilDay);
    const change = { kind: "own-steps" as const, from: localDate(now, zone), until };
    return world.as(lead, now, (scope) =>
      decideOnPath(scope, { id: randomUUID(), clientId: mara.clientId, change, reason, words: null }),
    );
  };

/** What the product proposes after two skips, taken up: own steps for both, for pace. */
export const goesGentler =
  (untilDay: number | null): Act =>
  async (side, now) => {
    const proposal = {
      ...({ id: randomUUID(), clientId: side.mara.clientId, kind: "go-gentler", about: "ask-for-a-favour" } as const),
      ...({ answer: "accepted", evidence: "Skipped twice in a row.", note: "Smaller for a while." } as const),
    };
    await side.world.as(side.lead, now, (scope) => answerProposal(scope, proposal));
    return choosesOwnSteps(untilDay, "Gentler for a while.")(side, now);
  };

/** Takes back the newest decision about own steps, from the other path than the one on which it was chosen. */
export const undoesOwnSteps: Act = async ({ world, lead, teo }, now) => {
  const { rows } = await world.pool.query<{ id: string }>(
    `select d.id from enrolment_decision d join enrolment e on e.practice_id = d.practice_id and e.id = d.enrolment_id
      where e.client_id = $1 and d.change ->> 'kind' = 'own-steps' order by d.decided_at desc limit 1`,
    [teo.clientId],
  );
  const change = { kind: "undo" as const, undoes: rows[0]?.id ?? "" };
  const form = { id: randomUUID(), clientId: teo.clientId, change, reason: "They stayed at home.", words: null };
  return world.as(lead, now, (scope) => decideOnPath(scope, form));
};

export const ends =
  (shownOnDay: number): Act =>
  ({ world, lead, coupleId }, now) =>
    world.as(lead, now, (scope) =>
      endCouple(scope, { coupleId, reason: "They live apart since the summer.", shownOn: dateOf(shownOnDay) }),
    );

export const presses =
  (who: Who): Act =>
  (side, now) =>
    side.world.as(side[who], now, (scope) => sayNotSafe(scope, {}));

export const button = presses("mara");

export const says =
  (word: "mistake" | "safe-now"): Act =>
  ({ world, mara }, now) =>
    world.as(mara, now, (scope) => sayWord(scope, { word }));

async function eventOf({ world, practice }: Side): Promise<string> {
  const { rows } = await world.pool.query<{ id: string }>("select id from safety_event where practice_id = $1", [
    practice.practiceId,
  ]);
  return rows[0]?.id ?? "";
}

export const seen: Act = async (side, now) => {
  const eventId = await eventOf(side);
  return side.world.as(side.lead, now, (scope) => acknowledgeEvent(scope, { eventId }));
};

export const closed: Act = async (side, now) => {
  const eventId = await eventOf(side);
  return side.world.as(side.lead, now, (scope) => closeEvent(scope, { eventId, note: "We talked." }));
};

export const shares =
  (decision: "shared" | "withdrawn"): Act =>
  ({ world, mara, coupleId }, now) =>
    world.as(mara, now, (scope) =>
      decideSharing(scope, {
        coupleId,
        decision,
        "items[]": shareItems.filter((item) => item.startsWith("emotional")),
      }),
    );

export const takesConsentBack: Act = ({ world, mara }, now) => world.as(mara, now, withdrawConsent);

export const wantsNoLetters: Act = ({ world, mara }, now) =>
  world.as(mara, now, (scope) => chooseLetters(scope, { letters: "no" }));

/** As if she had never opened her invitation. */
export const neverCame: Act = ({ world, mara }) =>
  world.pool.query("update account set password_hash = null where id = $1", [mara.accountId]);

export const livesIn =
  (elsewhere: string, who: Who = "mara"): Act =>
  (side) =>
    side.world.pool.query("update client set zone = $2 where id = $1", [side[who].clientId, elsewhere]);

/** Something that is meant to be seen by one of the two: what each control does. */
export const writesTo =
  (who: Who): Act =>
  (side, now) =>
    side.world.as(side.practice.owner, now, (scope) =>
      replyToClient(scope, {
        id: randomUUID(),
        clientId: side[who].clientId,
        attemptId: null,
        body: "I look forward to Thursday.",
        until: now,
      }),
    );

/** A letter about a check that only one of the two gets. */
export const letterToOne =
  (who: Who): Act =>
  (side, now) =>
    side.world.as(side.practice.system, now, (scope) =>
      queueLetter(scope, { accountId: side[who].accountId, about: { kind: "check", id: randomUUID() } }),
    );

const lines = (count: number) => Array.from({ length: count }, (_, i) => `Trial line ${i + 1}`).join("\n");

/** A PHQ-9 with trial wording for Mara, whose ninth question is critical from 1 on. */
export const givesPhq: Act = async ({ world, practice, mara }, now) => {
  const key = "phq-9";
  await world.as(practice.owner, now, async (scope) => {
    await enterWording(scope, wordingForm.parse({ key, statements: lines(9), "labels[]": [lines(4)] }));
    await publishInstrument(scope, key);
  });
  const { rows } = await world.pool.query("select id from instrument_version where practice_id = $1 and key = $2", [
    practice.practiceId,
    key,
  ]);
  const form = { id: randomUUID(), "clients[]": [mara.clientId], "instruments[]": [rows[0].id], when: "now" };
  await world.as(practice.owner, now, (scope) => assignInstruments(scope, assignForm.parse(form)));
};

export const answersPhq =
  (ninth: number): Act =>
  async ({ world, practice, mara }, now) => {
    const sitting = (await sittingsOf(world, practice.practiceId)).find(({ key }) => key === "phq-9");
    const assessmentId = sitting?.id ?? "";
    const { rows } = await world.pool.query(
      "select v.definition from assessment a join instrument_version v on v.practice_id = a.practice_id and v.id = a.instrument_version_id where a.id = $1",
      [assessmentId],
    );
    const items: { id: string }[] = rows[0].definition.items;
    for (const [i, { id: itemId }] of items.entries())
      await world.as(mara, now, (scope) =>
        saveAnswer(scope, answerForm.parse({ assessmentId, itemId, form: "now", value: String(i === 8 ? ninth : 0) })),
      );
    await world.as(mara, now, (scope) => submitAssessment(scope, assessmentId));
  };
