/** The consent text clients agree to before anything is asked of them. A new version asks again; old ones stay. */
export type ConsentText = { readonly version: number; readonly title: string; readonly paragraphs: readonly string[] };

export const consentText: ConsentText = {
  version: 3,
  title: "Before you start",
  paragraphs: [
    "Your therapist uses Nearer to guide you through ten weeks of small steps towards closeness. You will be asked how connected you feel, and to try small exercises. There are questions about you and your relationship too. Some are about sex and about feeling safe. Everybody who uses Nearer is asked these, some more than once. You may leave any answer out, and you may stop at any time.",
    "Your therapist reads what you write here. So may the person who supervises your therapist, and whoever stands in while your therapist is away. So may the owner of the practice, when your care needs it. Opening your pages is recorded. Your words are stored encrypted. Nobody uses them for advertising or sells them.",
    "Most answers reach your therapist when you send them. A few reach the practice as soon as you give them, even if you take them back: answers about dying, and about being hurt or afraid. So does “I don’t feel safe”. They stand first on a list; nobody watches it day and night, and the page tells you whether somebody has seen it.",
    "A partner who takes part has a sign-in of their own. They see nothing of yours unless you choose to share it, and you can take that back. Joint steps open and close for many reasons. Your therapist never says which, and never tells one of you what the other said alone, except where life or a child is in danger.",
    "Nearer is not watched around the clock, and it is not an emergency service. If you are in danger now, call your local emergency number.",
    "If somebody else can open your phone or computer, they may be able to see that you were here. Leave quickly takes you away from the page, and it does not erase your browser’s history. Talk to your therapist about a safer way if you need one.",
    "You can ask your therapist what is stored about you, have it corrected, or have it given to you. You can withdraw this agreement on your account page. Your therapist learns of it at once and talks with you about what happens next. “I don’t feel safe” goes on working. Nothing that waits for your therapist is closed by it.",
  ],
};

/** Version 0: what ships, until a practice says in its own words what its law asks of it. */
export const shippedLimits =
  "What you say stays between you and your therapist, with three limits. If your life or somebody else’s is in danger, your therapist may have to tell somebody who can help. If a child is hurt or at risk, your therapist has to tell the people whose work it is to protect children. If a court orders it, your therapist may have to give it what is written down. Wherever that is safe, your therapist talks with you first.";

/**
 * What a practice says in its own words, with the version that an agreement names: the limits of confidentiality, and what
 * else it wants to have agreed.
 */
export type Limits = { version: number; words: string; additions: string | null };
