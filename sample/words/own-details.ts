/** The short answers that own steps leave room for, as sample clients gave them. Some left them open. */
export const ownSentences: readonly { family: string | null; feeling: string | null; sentence: string | null }[] = [
  { family: "distant", feeling: "tired", sentence: "Tired of being on my guard all day." },
  { family: "afraid", feeling: "uneasy", sentence: null },
  { family: "calm", feeling: "rested", sentence: "For a quarter of an hour after the bath." },
  { family: null, feeling: null, sentence: null },
  { family: "sad", feeling: "lonely", sentence: "Lonely, and glad that I have a word for it." },
  { family: "glad", feeling: "hopeful", sentence: null },
];

export const easierThings: readonly {
  way: "ask" | "accept" | "myself";
  favour: string | null;
  expected: string | null;
  happened: string | null;
}[] = [
  {
    way: "myself",
    favour: "Leave the ironing until Sunday",
    expected: "That I cannot sit still with the basket in view",
    happened: "I turned the chair. It was still there on Sunday and nobody had died of it.",
  },
  {
    way: "ask",
    favour: "My sister, to ring the insurance with me",
    expected: "She sighs",
    happened: "She had it on speaker before I finished asking.",
  },
  { way: "accept", favour: null, expected: null, happened: "A colleague brought me a coffee. I drank it." },
  { way: "myself", favour: null, expected: null, happened: null },
];

export const warmthFeelings: readonly (string | null)[] = [
  "Warm hands, then slowly a warm chest.",
  "Stiff at first. By the end I could hear the rain.",
  null,
  "Sleepy. I cannot remember when I was last sleepy in the daytime.",
];

export const trueThings: readonly {
  way: "mind" | "aloud" | "trusted";
  plan: string | null;
  happened: string | null;
}[] = [
  {
    way: "mind",
    plan: "When I was nine I won a prize for a drawing of a heron.",
    happened: "I could see the paper in front of me.",
  },
  { way: "aloud", plan: null, happened: "My own voice sounded kinder than I thought." },
  {
    way: "trusted",
    plan: "I still sleep with the light on in the hall.",
    happened: "My friend said that she does too.",
  },
  { way: "mind", plan: null, happened: null },
];

export const ownFears: readonly { sentence: string | null; howItWent: string | null }[] = [
  { sentence: "I am afraid of being asked what is wrong.", howItWent: "Smaller. It had moved to my stomach." },
  { sentence: null, howItWent: "The twenty minutes were enough." },
  { sentence: "I am afraid that it stays like this.", howItWent: null },
];

export const ownThings: readonly { pick: string | null; plan: string | null }[] = [
  { pick: "Fold a paper crane", plan: "After supper" },
  { pick: "Ten words of Portuguese", plan: null },
  { pick: "Whistle with two fingers", plan: "In the car park, where nobody hears it" },
  { pick: null, plan: null },
];
