/** A word that somebody new may stop at, in plain words. `key` is its place on the help page. */
export type HelpWord = { key: string; word: string; also?: string; says: readonly string[] };

export const helpWords = [
  {
    key: "something-to-look-at",
    word: "Needs you, and something to look at",
    says: [
      "“Needs you” is for today: safety, a fall in closeness that has lasted, a client who is waiting. “Something to look at” can wait for a quiet hour: answers that came in, words that a client wrote, a step that went well.",
      "Each line says its reason, and the reason leads to the thing itself. Once you have dealt with it, it is gone.",
    ],
  },
  {
    key: "path",
    word: "Protocol, path and weeks",
    also: "weeks of practice",
    says: [
      "The protocol is the plan for everybody: ten weeks, what is asked in each, and when questionnaires come. The path is one client’s own way through it, with what you changed for them: a week once more, a pause, another exercise.",
      "Weeks begin when the client has come in, and not before.",
    ],
  },
  {
    key: "own-version",
    word: "As shipped, and own version",
    says: [
      "“As shipped” is what comes with Nearer. When you copy and edit it, your practice has a version of its own, numbered by what you publish: own version 1, own version 2.",
      "Clients who have begun stay on theirs until you move them.",
    ],
  },
  {
    key: "gate",
    word: "The safety gate",
    also: "clear, clear anew, closed until you have looked",
    says: [
      "Exercises with touch or with telling something private stay closed until a clinician has looked at the client’s safety answers and said that it is safe to go on. That decision is “clear”. It holds for twelve weeks.",
      "“Clear anew” makes the same decision again, from today. “Closed until you have looked at the answers” means that answers are there and wait for you: open them from the safety panel of the client.",
      "An all-clear is a judgement of yours and no test result. New answers can close the gate again at any time.",
    ],
  },
  {
    key: "side-by-side",
    word: "Side by side",
    also: "couple, release, consent to share",
    says: [
      "Two clients who are linked as a couple, on one page for you. Each decides what the other may see; what one keeps is marked with a lock, and only you see it.",
      "A release shows both of them one picture at the same time, and only what both share.",
    ],
  },
  {
    key: "sitting",
    word: "A sitting",
    says: ["One time that a client answers a questionnaire: when it opened, when it was due, what was answered."],
  },
  {
    key: "assigning",
    word: "Again and again, time to finish, as each assessment says",
    says: [
      "“Again and again” asks the same questionnaire every so many weeks until you stop it.",
      "“Time to finish” is for whoever is still answering when it closes: after each answer they have that many hours more.",
      "“As each assessment says” shows it as it was made, one question at a time or all on one page.",
    ],
  },
  {
    key: "take-back",
    word: "Take back",
    says: [
      "What you gave is no longer there: a questionnaire that nobody needs to answer, scores that you had shown, a reading of your own. What was already read or answered stays known.",
    ],
  },
  {
    key: "take-elsewhere",
    word: "Take it elsewhere",
    also: "export, FHIR",
    says: [
      "A file that other programs can read. FHIR is the format that records in health care use to exchange such things.",
    ],
  },
  {
    key: "distance-moves",
    word: "Distance moves and deactivating strategies",
    says: [
      "The same thing twice. Clients read “distance moves”: ways of keeping somebody at arm’s length, such as finding faults or doing everything alone. Research calls them deactivating strategies, and so do your charts.",
    ],
  },
  {
    key: "readings",
    word: "Readings",
    says: ["Short texts for clients, one for each week. You can put your own words in the place of what ships."],
  },
  {
    key: "letters",
    word: "Letters",
    says: [
      "E-mails. A letter says that something is waiting and never what it is, because somebody else may see the phone.",
    ],
  },
  {
    key: "second-step",
    word: "A second step",
    says: [
      "After the password, six digits from an app on your phone, or a passkey. Whoever has your password alone opens nothing. The ten codes that you were shown once are for the day on which the phone is lost.",
    ],
  },
  {
    key: "locked",
    word: "Nearer is locked",
    says: [
      "After fifteen minutes in which nothing happened the page is covered. Your password, a code from the app or a passkey opens it, and you are where you were, with what you typed.",
    ],
  },
  {
    key: "library",
    word: "Library",
    says: ["The questionnaires that you can give, and those that wait for their wording or for your check of the key."],
  },
  {
    key: "goal-line",
    word: "Goal line",
    says: [
      "A line that you and a client agreed on, drawn across the connection chart or a dimension. It is a place to look towards. Nobody is told that it was reached: a rising number can also mean that somebody gives way.",
      "The goal itself is a sentence in the client’s words, and most goals need no line.",
    ],
  },
] as const satisfies readonly HelpWord[];

export type HelpKey = (typeof helpWords)[number]["key"];
