/** Notes of sessions in the sample practice: data, assessment, plan, what was agreed, and the same for the client to read. */
export const sessionNotes = [
  {
    parts: [
      "Told of two evenings on which a feeling was said aloud, and of one on which it was swallowed. Laughed about the second.",
      "Nearness frightens most where nobody has asked for it yet. The words come when there is time.",
      "Stay with one feeling a day. Look together at what happens in the minute before it is said.",
    ],
    agreed: "One feeling on three evenings, at a time that is chosen beforehand.",
    forClient: "I say one true feeling on three evenings, after supper, when there is time.",
  },
  {
    parts: [
      "Asked for a small favour and was surprised that it was done gladly. Kept waiting for the price of it.",
      "The guess that help has a price was tested once and did not hold.",
      "One more favour, a little larger, and a look at the guess before and after.",
    ],
    agreed: "A favour that takes ten minutes. Write the guess down first.",
    forClient: "I ask for something that takes ten minutes, and write down first what I expect.",
  },
  {
    parts: [
      "Quiet at first. Spoke of the wish to be left alone on Sundays, and of guilt about it.",
      "A wish for room is not a wish for distance. The two were held apart today.",
      "Say when the room ends, beforehand.",
    ],
    agreed: "Name an hour alone, and its end.",
    forClient: null,
  },
];

export const noteReason = "A word was missing: it was the second Sunday, and not the first.";

export const coupleNote = {
  parts: [
    "Each told the other of one moment in the week that had felt near. Both had chosen the same walk.",
    "Each sees the other’s effort sooner than their own.",
    "Ten minutes in the evening, by turns, without advice.",
  ],
  agreed: "Three evenings, ten minutes each, and who begins is drawn.",
  forClient: "Three evenings: ten minutes each, by turns, and no advice.",
};
