/** What somebody who works in a practice can do at this moment, in the words that are read of it. */
export const colleagueStates = {
  active: "Has access",
  "no-second-factor": "Has access once the second step is set up",
  invited: "Invited",
  "invitation-over": "The invitation has run out",
  withdrawn: "Access withdrawn",
} as const;

export type ColleagueState = keyof typeof colleagueStates;
