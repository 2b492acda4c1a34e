/** What stands before the first safety question: who reads what and when, what has to be passed on, and that nothing shows. */
export function wordsBeforeCheck(therapist: string): readonly string[] {
  return [
    `Everybody who uses Nearer is asked these questions, some more than once. ${therapist} reads your answers, and so does whoever stands in for ${therapist} or supervises the work. Your partner never sees them.`,
    `Some answers reach ${therapist} the moment you tap them, also if you change them or never send the rest. ${therapist} then tries to reach you alone.`,
    `What you say stays between you, with two limits. If a child is hurt or in danger, or somebody’s life is, ${therapist} may have to tell those whose task it is to protect them. ${therapist} talks to you alone first, unless that would add danger.`,
    "Your answers change nobody’s pages by themselves. Leaving them out does not either.",
    "One tap leaves a question out. You can stop at any time and begin again later: it opens empty each time, and nothing is kept on this device.",
  ];
}

/** The same ending for everybody, whatever was answered. */
export const wordsAfterCheck = (therapist: string): string =>
  `${therapist} looks at the next step with you and opens it here. There is nothing you have to do until then.`;
