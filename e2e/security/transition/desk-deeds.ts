import { randomUUID } from "node:crypto";
import { paths } from "@/lib/paths";
import { one, practice } from "../attack";
import type { Deed } from "./deeds";
import type { Side } from "./side";

/** What a therapist of one of the two can send about their own client, and about the other whom they do not read. */
export function deskDeeds({ mara, teo, coupleId }: Side): Deed[] {
  const talk = { talkOn: "2026-10-01", talkWay: "phone", talkUnheard: "yes" };
  const change = JSON.stringify({ kind: "hold" });
  return [mara, teo].flatMap(({ clientId }) => {
    const { overview, protocol, record, messages } = paths.client(clientId);
    const of = (action: string, at: string, form: Record<string, string>): Deed => ({
      action: `${one}${action}`,
      at,
      form: () => ({ clientId, ...form }),
    });
    return [
      of("safety/actions.ts#askCheck", overview, {}),
      of("safety/actions.ts#askCheck", overview, { despiteRecent: "yes" }),
      of("safety/actions.ts#clear", overview, { seen: "0.0.0", reason: "We talked alone.", ...talk }),
      of("safety/actions.ts#choose", overview, { choice: "now" }),
      of("safety/actions.ts#raise", overview, { kind: "concern", reason: "What I noticed." }),
      of("safety/actions.ts#offer", overview, { key: "talk-alone", note: "Named in the talk." }),
      of("protocol/actions.ts#decide", protocol, { id: randomUUID(), change, reason: "An illness.", words: "" }),
      of("messages/actions.ts#reply", messages, {
        ...{ id: randomUUID(), attemptId: "", body: "Until Thursday.", until: "2026-01-01T00:00:00Z" },
      }),
      of("record/actions.ts#link", record, { partnerId: clientId === teo.clientId ? mara.clientId : teo.clientId }),
      {
        action: `${practice}couples/[coupleId]/end/actions.ts#endLink`,
        at: paths.endCouple(coupleId),
        form: () => ({ coupleId, reason: "They live apart.", shownOn: "2031-01-06" }),
      },
    ];
  });
}
