import { and, eq } from "drizzle-orm";
import { partnerInvitationsOf, partnerTalksOf } from "@/db/queries/couples/partner-invitation";
import type { StaffActor } from "@/lib/actor";
import { talkFault } from "@/lib/couples/partner-invitation";
import type { PartnerTalkForm } from "@/lib/couples/partner-invitation-forms";
import { NotFound, Refused } from "@/lib/errors";
import { authorize } from "@/lib/policy";
import { afterAll } from "@/lib/time/monotonic-instant";
import { localDate } from "@/lib/time/zone";
import { recordAudit } from "../../audit";
import { client } from "../../schema/clients";
import { partnerTalk, partnerTalkAsked } from "../../schema/partner-invitation";
import type { Scope } from "../../scope";
import { lockClientRow } from "../clients/lock-client-row";
import { decideInvitation } from "./invite-partner";

/**
 * Keeps what a client said about inviting the partner, once per id. Whoever says no after a yes is heard at once: an
 * invitation that nobody has used stops working with it.
 */
export async function keepPartnerTalk(scope: Scope<StaffActor>, form: PartnerTalkForm): Promise<{ tookBack: boolean }> {
  const { actor, tx, now } = scope;
  authorize(actor, "clients.enrol");
  const { id, clientId, asked, answer, talkOn, talkWay, talkUnheard } = form;
  await lockClientRow(scope, eq(client.id, clientId));
  const [before] = await tx
    .select({ clientId: partnerTalk.clientId })
    .from(partnerTalk)
    .where(and(eq(partnerTalk.practiceId, actor.practiceId), eq(partnerTalk.id, id)));
  if (before && before.clientId !== clientId) throw new NotFound();
  if (before) return { tookBack: false };
  const fault = talkFault({ answer, unheard: talkUnheard, talkOn }, localDate(now, actor.zone));
  if (fault) throw new Refused("The talk is not kept yet.", { [fault.field]: fault.sentence });
  const earlier = (await partnerTalksOf(scope, clientId)).map(({ saidAt }) => saidAt);
  await tx.insert(partnerTalk).values({
    ...{ practiceId: actor.practiceId, id, clientId, answer, talkOn, talkWay, talkUnheard },
    askedSealed: partnerTalkAsked.seal(asked, { practiceId: actor.practiceId, id }),
    saidTo: actor.accountId,
    saidAt: afterAll(earlier, now),
  });
  await recordAudit(scope, "couples.partner-talked-about", { id, clientId });
  const [newest] = answer === "no" ? await partnerInvitationsOf(scope, clientId) : [];
  if (newest?.state !== "invited") return { tookBack: false };
  await decideInvitation(scope, { invitationId: newest.id, kind: "withdrawn", note: null });
  return { tookBack: true };
}
