/** The consent text clients agree to before anything is asked of them. A new version asks again; old ones stay. */
export type ConsentText = { readonly version: number; readonly title: string; readonly paragraphs: readonly string[] };

export const consentText: ConsentText = {
  version: 1,
  title: "Before you start",
  paragraphs: [
    "Your therapist uses Nearer to guide you through ten weeks of small steps towards closeness. You will be asked how connected you feel, to try exercises, and to answer questions about you and your relationship. Some are about sex and about feeling safe. You may leave any answer out, and you may stop at any time.",
    "Your therapist reads what you write here. So may the person who supervises your therapist, and the owner of the practice when that is needed for your care. Opening your pages is recorded. Your words are stored encrypted. Nobody uses them for advertising or sells them.",
    "A partner who takes part has a sign-in of their own. They see nothing of yours unless you choose to share it, and you can take that back.",
    "Nearer is not watched around the clock, and it is not an emergency service. If you are in danger now, call your local emergency number.",
    "If somebody else can open your phone or computer, they may be able to see that you were here. Leave quickly takes you away from the page, and it does not erase your browser's history. Talk to your therapist about a safer way if you need one.",
    "You can ask your therapist what is stored about you, have it corrected, or have it given to you. You can withdraw this agreement on your account page; your therapist then talks with you about what happens next.",
  ],
};
