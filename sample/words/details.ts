/** The short answers that the exercise pages ask for, as sample clients gave them. */
export const feelingSentences: readonly { family: string; feeling: string; sentence: string }[] = [
  {
    family: "afraid",
    feeling: "worried",
    sentence: "I am worried about the scan, and about being a burden if it is something.",
  },
  { family: "glad", feeling: "hopeful", sentence: "I feel hopeful about us this week and it makes me a little giddy." },
  {
    family: "sad",
    feeling: "left out",
    sentence: "I felt left out when the two of you talked about people I have never met.",
  },
  {
    family: "warm",
    feeling: "grateful",
    sentence: "I was grateful that you waited up, even if I acted as if it did not matter.",
  },
  { family: "angry", feeling: "resentful", sentence: "I am resentful about always being the one who plans the train." },
  { family: "ashamed", feeling: "awkward", sentence: "I feel awkward when you praise me in front of your sister." },
  {
    family: "distant",
    feeling: "crowded",
    sentence: "I feel crowded in the mornings and I still like it that you are there.",
  },
  {
    family: "calm",
    feeling: "settled",
    sentence: "Sitting here with the window open, I feel settled for the first time since Monday.",
  },
  { family: "glad", feeling: "proud", sentence: "I am proud of the way that we handled your mother." },
  {
    family: "sad",
    feeling: "lonely",
    sentence: "I was lonely last night, with you in the next room, and I did not know how to come in.",
  },
];

export const favours: readonly { favour: string; expected: string; happened: string }[] = [
  {
    favour: "Pick up my prescription on the way home",
    expected: "A sigh, and hearing about it later.",
    happened: "They had it in the bag before I had finished asking.",
  },
  {
    favour: "Sit with me while I ring the bank",
    expected: "They will think that I cannot cope.",
    happened: "They drew a cat on the envelope while I was on hold.",
  },
  {
    favour: "Bring my coat from the car",
    expected: "I shall have to do something bigger in return.",
    happened: "Coat, and a biscuit that I had not asked for.",
  },
  {
    favour: "Look after the twins for an hour",
    expected: "A polite no.",
    happened: "It was a no, and it was polite, and I was still all right.",
  },
  {
    favour: "Listen to my presentation once",
    expected: "That they would be bored and hide it.",
    happened: "They asked two questions that were better than mine.",
  },
  {
    favour: "Help me hang the mirror",
    expected: "That I would take the drill out of their hands.",
    happened: "I did not take the drill. It hangs a bit to the left.",
  },
];

export const cuddleFeelings: readonly string[] = [
  "Stiff at first, then heavy in a good way.",
  "Warm hands, busy head.",
  "Safe enough to be sleepy.",
  "Ticklish and awkward until we both sighed at the same moment.",
  "Like standing in the sea up to the knees.",
];

export const secrets: readonly { plan: string; moment: string; happened: string }[] = [
  {
    plan: "That I used to hide in the school library at lunch.",
    moment: "On the walk to the allotment",
    happened: "They asked which shelf. I had not expected a question like that.",
  },
  {
    plan: "That I keep my grandmother’s voice on an old answerphone tape.",
    moment: "After the film, with the lamp on",
    happened: "We listened to eleven seconds of it together.",
  },
  {
    plan: "That I was sacked from my first job, and did not leave it.",
    moment: "While cooking",
    happened: "They laughed kindly and told me about theirs.",
  },
  {
    plan: "That I still check whether people are cross by how they close doors.",
    moment: "In the car, looking ahead",
    happened: "A long quiet, and then they said that they would close them more softly.",
  },
];

export const temperatureAnswers: readonly string[] = [
  "They said that theirs was a bit lower, and that it was about sleep.",
  "They said: thank you, mine is six and rising.",
  "They nodded and moved their chair nearer.",
  "They were quiet and said that they would think about their number.",
];

export const fearSentences: readonly { sentence: string; promise: string; went: string }[] = [
  {
    sentence: "I am scared that you will want more than I have. I need twenty minutes, and I am not leaving.",
    promise: "I shall be back before the kettle has boiled twice.",
    went: "I came back and said so. We ate late and that was fine.",
  },
  {
    sentence: "I can feel myself going cold. It is fear. Twenty minutes, and then I shall come and sit with you.",
    promise: "Back at ten past eight.",
    went: "Came back at nine minutes past. They had saved me the seat.",
  },
  {
    sentence: "Part of me wants to run because this is good. I am going round the block and coming home.",
    promise: "I have left my wallet on the table.",
    went: "The block was longer than usual. I said I’m back, and my voice held.",
  },
];

export const thingsToLearn: readonly { pick: string; plan: string }[] = [
  { pick: "Folding a paper crane that stands up by itself", plan: "Saturday after breakfast, at the big table." },
  { pick: "Juggling with two mandarins each", plan: "Whenever the news is on." },
  { pick: "The chorus of a song in Welsh", plan: "In the car to the coast." },
  { pick: "Making dumplings that stay closed", plan: "Friday, with the radio and no visitors." },
  { pick: "Telling five garden birds apart", plan: "Sunday on the bench, with coffee." },
];
