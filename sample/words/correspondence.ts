/** A therapist's answer to a reflection or to a week. */
export const replies: readonly string[] = [
  "Thank you for writing this down. What did you notice in your body right before you said it?",
  "You stayed longer than the first alarm. That is the whole exercise, and you did it.",
  "I read this twice. Keep the sentence that surprised you; we will start with it on Thursday.",
  "A smaller step was the right size that day. Choosing it is part of the work.",
  "You predicted one thing and another thing happened. Shall we put the two side by side when we meet?",
  "I can hear how old that fear is. It was useful once. We can thank it and still go on.",
  "Nothing needs to be made up for. Begin again on whichever day suits you.",
  "That was a risk, taken on an ordinary evening. I am glad you told me.",
  "There is a moment in this that you pass over quickly. I would like to hear more about it.",
  "However long it lasted, you chose it. Next time you might choose a little less, on purpose, and see.",
  "It is quite all right if it still feels like acting. The words tend to arrive first and the feeling later.",
  "Would it help to tell them what you told me here, in the same words?",
  "I have read this, and we will make room for it before anything else.",
  "You wrote what happened and not what it means about you. I have underlined that on my side.",
];

/** What clients write to their therapist on their own account. */
export const questionsFromClients: readonly string[] = [
  "Could we talk about my brother’s wedding on Thursday? I would like to plan how not to disappear for the whole day.",
  "The exercises are going all right, but I go numb afterwards. Is that something that other people have?",
  "We had a row on Saturday and I did not leave the house. I wanted somebody to know.",
  "I shall be at my parents’ until the ninth and there is no quiet corner there. May I do the small ones only?",
  "I think I have been answering what I would like to be true. I tried to be more exact this week.",
  "I have not written much because it has been good, and I am superstitious about that.",
  "Is it meant to be this tiring? I slept nine hours after Tuesday.",
  "Something you said about being a guest in my own flat will not leave me alone. I should like to come back to it.",
];

/** The answers to them, in the same order. */
export const answersToClients: readonly string[] = [
  "Yes, let us do that first. Think of two people there whom you would not mind standing next to.",
  "It is very common, and it passes. Plan something plain for the half hour after, such as a walk or the washing-up.",
  "Now somebody does. Staying in the house was not a small thing. We will look at how you managed it.",
  "Of course. I have made the next week lighter; the change is on your page from tomorrow.",
  "That takes courage, and it helps me more than a good number would. Thank you.",
  "Then let it be good, and write nothing. I am pleased for you both.",
  "It can be. New things cost energy at first. Go to bed early and count that as practice.",
  "I had wondered whether it would. Write down what the guest is careful about, and bring the list.",
];

export type MoveWords = { situation: string; instead: string };

/** What was going on when somebody noticed a distance move, and what they did about it. */
export const moveWords: readonly MoveWords[] = [
  {
    situation: "We had the nicest Sunday in weeks, and on the way home I began to mind how {partner} breathes.",
    instead: "Said to myself: there it is, the microscope. Took their arm at the crossing.",
  },
  {
    situation: "Anniversary dinner coming up. I found myself reading old messages from someone in Leeds.",
    instead: "Closed the laptop and booked the table.",
  },
  {
    situation: "I carried the washing machine to the skip alone rather than ask anybody.",
    instead: "Told {partner} about my back in the evening and let them find the hot-water bottle.",
  },
  {
    situation: "They wanted to hold hands at the cinema and I needed both of mine for the popcorn.",
    instead: "Put the popcorn down at the interval.",
  },
  {
    situation: "Bad news at work. I answered “same as ever” before the coat was off.",
    instead: "Went back into the kitchen twenty minutes later and said it properly.",
  },
  {
    situation: "When {partner} cried I thought of how calm it always was with the person before.",
    instead: "Remembered that it was calm because we never spoke. Stayed on the sofa.",
  },
  {
    situation: "I made a list in my head of everything that they leave lying about.",
    instead: "Asked for one thing, the shoes, and let the other eleven go.",
  },
  {
    situation: "I turned over first so that there would be no good-night kiss to answer.",
    instead: "Said good night to the wall, and then again the right way round.",
  },
  {
    situation: "I planned a trip on my own for the week of their birthday without noticing the date.",
    instead: "Moved it, and told them why I think I had done it.",
  },
  {
    situation: "A friend asked whether we are happy and I talked about the flat.",
    instead: "Wrote down what I would have said. Showed half of it to {partner}.",
  },
];
