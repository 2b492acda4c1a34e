import type { Pool } from "pg";
import { answerCheck } from "@/db/commands/safety/answer-check";
import { beginCheck } from "@/db/commands/safety/begin-check";
import { sendCheck } from "@/db/commands/safety/send-check";
import { withScope } from "@/db/scope";
import { testNow } from "@/db/testing/mint";
import type { ClientActor } from "@/lib/actor";

type Given = Record<string, number | string | null>;

/** What a person does with a card of safety questions. */
export function checkSteps(pool: Pool) {
  const open = async (person: ClientActor, assessmentId: string, now = testNow) => {
    const begun = await withScope(pool, person, now, (scope) => beginCheck(scope, { assessmentId, private: "yes" }));
    if (!begun) throw new Error("somebody who is alone gets questions");
    return begun;
  };
  const notAlone = (person: ClientActor, assessmentId: string, now = testNow) =>
    withScope(pool, person, now, (scope) => beginCheck(scope, { assessmentId, private: "no" }));
  const answer = (person: ClientActor, sittingId: string, itemId: string, value: Given[string], now = testNow) =>
    withScope(pool, person, now, (scope) =>
      answerCheck(scope, { sittingId, itemId, form: "now", value: value === null ? "" : String(value) }),
    );
  const send = (person: ClientActor, sittingId: string, now = testNow) =>
    withScope(pool, person, now, (scope) => sendCheck(scope, { sittingId }));

  /** A whole sitting: a no to everything but what is given, sent unless told. */
  async function sit(
    person: ClientActor,
    assessmentId: string,
    { given = {}, isSent = true, now = testNow }: { given?: Given; isSent?: boolean; now?: Date } = {},
  ) {
    const { sittingId, questions } = await open(person, assessmentId, now);
    for (const { id, kind } of questions)
      if (id in given || kind !== "text")
        await answer(person, sittingId, id, given[id] ?? (id in given ? null : 0), now);
    if (isSent) await send(person, sittingId, now);
    return sittingId;
  }
  return { open, notAlone, answer, send, sit };
}
