import type { GateState } from "@/lib/safety/gate";

/** What the panel proposes while joint steps wait for safety, in the order in which it is offered. */
export const proposalKeys = ["talk-alone", "advocate", "safety-plan", "programme", "therapy-for-one"] as const;
export type ProposalKey = (typeof proposalKeys)[number];

/** At which finding a text stands there: a concern, a stop, or that somebody said they have hurt or frightened the partner. */
export type ProposalWhen = "concern" | "stop" | "own-harm";

export type ProposalText = { title: string; words: string };

/**
 * The texts that come with Nearer. They ask who fears and who controls whom and name nobody a victim; a practice may
 * write its own instead.
 */
export const shippedProposals: Record<ProposalKey, ProposalText & { when: readonly ProposalWhen[] }> = {
  "talk-alone": {
    when: ["concern", "stop"],
    title: "Talk alone first",
    words:
      "See each of them apart, where nobody can hear. Ask openly: who is afraid of whom, and of what? Who decides about money, the phone, who is seen? What happens after a no? Which children live at home, what do they see and hear, and is anybody afraid for them? Somebody who keeps away may be protecting themself: ask what the distance is for before you read it as a move. Do not decide from one account who does what to whom.",
  },
  advocate: {
    when: ["concern", "stop"],
    title: "A domestic-abuse advocate",
    words:
      "Offer to call an advocate or a helpline together, from here, and let the person choose whether and when. Give a number only in a way that nobody else will find. An advocate knows about housing, money, courts and children; you need not. Do not pass on a name without a yes, except where the law asks you to.",
  },
  "safety-plan": {
    when: ["concern", "stop"],
    title: "A safety plan",
    words:
      "Write one together, alone: what tells that it is getting dangerous, where to go, whom to call and by which word, what to have ready, and what the children know. Agree how you may reach the person. It stays on the contact card here and never leaves on paper or by mail.",
  },
  programme: {
    when: ["own-harm"],
    title: "An accredited programme",
    words:
      "Somebody who has hurt or frightened their partner can change it, and it takes more than therapy for two. Offer an accredited programme for people who use violence at home, one that also stays in touch with the partner’s side. Say that asking took courage. Ask too whether they are afraid themself. Nobody else is told from here what was said.",
  },
  "therapy-for-one": {
    when: ["concern", "stop"],
    title: "Then, therapy for one person",
    words:
      "Once there is some safety, trauma-informed therapy for one person: EMDR, or emotionally focused therapy for individuals. Each on their own, with a therapist of their own, and neither as a condition for the other.",
  },
};

/** Stands beside every proposal and is nobody’s to change. */
export const noCoupleTherapy =
  "Couple therapy is not offered while either gate is not clear: what one of them says there may be answered at home.";

/** Which texts the panel shows: none while the person’s own gate is clear or only waits to be asked. */
export function proposalsFor(gate: GateState, hasOwnHarm: boolean): ProposalKey[] {
  if (gate !== "concern" && gate !== "stop") return [];
  return proposalKeys.filter((key) => {
    const { when } = shippedProposals[key];
    return when.includes(gate) || (hasOwnHarm && when.includes("own-harm"));
  });
}

/** The practice’s own words where it has written some, else those that ship: as it took them, or as they are now. */
export const wordsInUse = (key: ProposalKey, own: ProposalText | null, taken?: ProposalText): ProposalText => {
  const { title, words } = own ?? taken ?? shippedProposals[key];
  return { title, words };
};

/** The words of a proposal as its form has them. */
export const proposalWords = ({ title, words }: ProposalText) => ({ title, words });
