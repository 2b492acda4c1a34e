import type { PartnerInviting } from "@/db/queries/couples/partner-invitation";

type Given = {
  firstName: string;
  inviting: PartnerInviting;
  day: (date: string) => string;
  moment: (at: Date) => string;
  now: Date;
};

/** Where it stands, in one or two sentences. */
export function invitingWords({ firstName, inviting: { talks, invitations }, day, moment, now }: Given): string {
  const [talk] = talks;
  const [invitation] = invitations;
  if (invitation?.state === "accepted")
    return `${invitation.name} came, and has a portal of their own like any client. Link the two once both are clear, each after a talk alone.`;
  if (invitation?.state === "invited") {
    const { name, invitedAt, linkEndsAt } = invitation;
    const link =
      linkEndsAt && linkEndsAt > now
        ? `The link works until ${moment(linkEndsAt)}; nobody has used it.`
        : "The link has run out and nobody used it. A new one is made on their own record.";
    return `${name} was invited ${moment(invitedAt)}. ${link}`;
  }
  if (talk?.answer === "no") return `${firstName} said no on ${day(talk.talkOn)}. Nothing follows from it.`;
  if (invitation?.state === "declined") return `${invitation.name} declined. Nothing follows from it.`;
  if (invitation?.state === "withdrawn")
    return `The invitation of ${invitation.name} was taken back. The link no longer works.`;
  if (talk?.answer === "yes")
    return `${firstName} said yes on ${day(talk.talkOn)}, in a talk alone. You can invite the partner.`;
  return talk
    ? `Not asked yet. You talked on ${day(talk.talkOn)}, and it was not the moment.`
    : `Nobody has asked ${firstName} yet.`;
}
