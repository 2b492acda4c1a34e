export const talkAnswers = ["yes", "no", "not-asked"] as const;
export type TalkAnswer = (typeof talkAnswers)[number];

/** What a client said about inviting the partner, and whether they said that nobody could hear. */
export type PartnerTalk = { answer: TalkAnswer; unheard: boolean; saidAt: Date };

export const invitationStates = ["invited", "accepted", "declined", "withdrawn"] as const;
export type InvitationState = (typeof invitationStates)[number];
export type PartnerInvitation = { invitedAt: Date; state: InvitationState };

/** An invitation as it was made, what was written down about it, and whether the person has come. */
type Made = { hasAccepted: boolean; steps: readonly { kind: "declined" | "withdrawn"; decidedAt: Date }[] };

/** Who has come has come, whatever was written down before: a link that was used cannot be taken back. */
export function invitationState({ hasAccepted, steps }: Made): InvitationState {
  if (hasAccepted) return "accepted";
  const [newest] = steps.toSorted((a, b) => b.decidedAt.getTime() - a.decidedAt.getTime());
  return newest?.kind ?? "invited";
}

const newestOf = (talks: readonly PartnerTalk[]): PartnerTalk | null =>
  talks.toSorted((a, b) => b.saidAt.getTime() - a.saidAt.getTime())[0] ?? null;

/** The yes on which an invitation may rest: the newest word of the client, given while nobody could hear. */
export function yesInForce<T extends PartnerTalk>(talks: readonly T[]): T | null {
  const newest = newestOf(talks);
  return newest?.answer === "yes" && newest.unheard ? (newest as T) : null;
}

export const needsYes = "A partner is invited only after the client’s yes in a talk alone.";

/** Why nobody may be invited now, as a sentence; null where they may. */
export function invitingFault(talks: readonly PartnerTalk[], newest: PartnerInvitation | null): string | null {
  const yes = yesInForce(talks);
  if (!yes) return needsYes;
  if (newest?.state === "invited") return "An invitation stands already. Take it back first.";
  if (newest?.state === "accepted" && yes.saidAt <= newest.invitedAt)
    return "The partner came. For somebody else, ask anew in a talk alone first.";
  return null;
}

/** Why a talk cannot be kept as it was written down, by field. A yes that somebody could hear is no yes. */
export function talkFault(
  { answer, unheard, talkOn }: { answer: TalkAnswer; unheard: boolean; talkOn: string },
  today: string,
): { field: string; sentence: string } | null {
  if (talkOn > today) return { field: "talkOn", sentence: "The talk lies in the future." };
  if (answer === "yes" && !unheard)
    return {
      field: "talkUnheard",
      sentence: "Who can be heard was not alone. Keep it as “Not asked yet”, and ask another time.",
    };
  return null;
}
