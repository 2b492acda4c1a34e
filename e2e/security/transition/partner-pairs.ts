import { randomUUID } from "node:crypto";
import { decideInvitation, invitePartner } from "@/db/commands/couples/invite-partner";
import { keepPartnerTalk } from "@/db/commands/couples/keep-partner-talk";
import { acceptInvitation } from "@/db/commands/identity/accept-invitation";
import { getPartnerInviting } from "@/db/queries/couples/partner-invitation";
import { partnerPerson, yesAlone } from "@/db/testing/partner-inviting";
import { localDate } from "@/lib/time/zone";
import { type Act, writesTo } from "./acts";
import type { Family } from "./family";
import { inAPhase } from "./grounds";
import type { Side } from "./side";
import { zone } from "./world";

/** Mara comes alone: nobody is linked with her, and nobody was. */
const comesAlone: Act = async ({ world: { pool }, coupleId, appointmentId }) => {
  await pool.query("delete from appointment_step where appointment_id = $1", [appointmentId]);
  await pool.query("delete from appointment where id = $1", [appointmentId]);
  await pool.query("delete from couple where id = $1", [coupleId]);
};

const says =
  (answer: "yes" | "no"): Act =>
  ({ world, lead, mara: { clientId } }, now) =>
    world.as(lead, now, (scope) =>
      keepPartnerTalk(scope, { ...yesAlone, id: randomUUID(), clientId, answer, talkOn: localDate(now, zone) }),
    );

const links = new WeakMap<Side, string>();

const isInvited: Act = async (side, now) => {
  const { world, lead, mara } = side;
  const { invitation } = await world.as(lead, now, (scope) =>
    invitePartner(scope, {
      ...partnerPerson(),
      ...{ clientId: mara.clientId, addressSafety: "safe", startDate: localDate(now, zone) },
    }),
  );
  links.set(side, invitation.token);
};

const comes: Act = (side, now) => {
  const password = "harbour-lilac-quartz-88";
  return acceptInvitation(side.world.pool, { token: links.get(side) ?? "", password }, { device: "Firefox" }, now);
};

const isOver =
  (kind: "declined" | "withdrawn"): Act =>
  ({ world, lead, mara }, now) =>
    world.as(lead, now, async (scope) => {
      const [newest] = (await getPartnerInviting(scope, mara.clientId)).invitations;
      return decideInvitation(scope, { invitationId: newest?.id ?? "", kind, note: null });
    });

const yes = [
  [8, "15:00", says("yes")],
  [8, "15:30", isInvited],
] as const;

/** Whether a partner was asked about, invited, came or left shows on no page and in no letter of the client. */
export const invitedPartner: Family = {
  name: "a partner who is never invited, is, comes, declines, or is invited no more",
  ground: inAPhase,
  views: ["mara"],
  before: [[8, "10:30", comesAlone]],
  histories: {
    "never invited": [],
    "asked, and no": [[8, "15:00", says("no")]],
    invited: yes,
    accepted: [...yes, [9, "16:00", comes]],
    declined: [...yes, [9, "16:00", isOver("declined")]],
    withdrawn: [...yes, [9, "16:00", isOver("withdrawn")]],
  },
  control: [[8, "16:00", writesTo("mara")]],
  looks: [
    [8, "19:00"],
    [9, "19:00"],
    [14, "10:00"],
    [21, "10:00"],
  ],
  chosen: { histories: ["accepted", "withdrawn"], looks: [1] },
};
