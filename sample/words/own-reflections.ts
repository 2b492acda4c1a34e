import type { ExercisePage } from "@/lib/exercises/exercise";

/** What sample clients wrote after own steps, in their own voices. */
export const ownReflections: Record<ExercisePage, readonly string[]> = {
  "one-real-feeling": [
    "It took me a while to get past “fine”. The word was wary. Having it made the morning easier to understand.",
    "I did it on the bus. Nobody can see that you are naming a feeling, which I like.",
    "Numb is a word too. I wrote it off as nothing for years.",
    "Three times this week the word was tired. I am beginning to believe it.",
  ],
  "ask-for-a-favour": [
    "I left the dishes. I lay awake about the dishes for ten minutes and then I did not.",
    "Said yes when my neighbour offered to take the parcel. Usually I have a speech ready about why it is no trouble.",
    "I expected to feel lazy. I felt rested, which I had filed under the same word.",
  ],
  "ten-minute-cuddle": [
    "Both hands around the big mug. Around minute five my jaw let go.",
    "A hand on my chest was too much, so I took the blanket. That worked.",
    "I fell asleep. I think that counts.",
  ],
  "small-secret": [
    "I said it to the bathroom mirror. It is odd to be the one who is told.",
    "The thing about the choir. I had not put it into words since school.",
    "I noticed that I waited to be laughed at, in an empty room.",
  ],
  "temperature-check": [
    "A three, and nothing happened. It was a three and then it was evening.",
    "Nearer to my sister than to myself today. I had not known that those could be two numbers.",
  ],
  "name-the-fear": [
    "The fear had a sentence once I looked for one. Before that it was weather.",
    "Twenty minutes on the back step with the cat. It got smaller without being argued with.",
  ],
  "learn-together": [
    "My crane looks like a boat. I have made four of them now.",
    "I was bad at it and nobody needed me to be good. That was the nice part.",
  ],
};
