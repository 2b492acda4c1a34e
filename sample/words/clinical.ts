/** What clinicians wrote beside their decisions in the sample practice: a reason for the record, words for the client. */
export const decisionWords = {
  hold: {
    reason:
      "Her mother-in-law has moved in for some weeks. Private time at home is scarce; better to settle here than to rush.",
    words: "Let us stay with this week for a while. Nothing is lost, and the next one will keep.",
  },
  safetyHold: {
    reason: "Screen answers need a conversation alone first. Nothing that is done as a couple until then.",
    words: "We will stay where we are for now and decide about the next step together, when we meet.",
  },
  pause: {
    reason: "Bereavement in the family. Agreed by telephone to stop the exercises and to keep our sessions.",
    words: "The exercises rest for as long as you need. Our sessions go on as they are.",
  },
  repeat: {
    reason: "A week with exams and little contact. Wren asked for a second go at it.",
    words: "The same week once more, as you suggested, with a bit more room around it.",
  },
  swap: {
    reason: "Anxiety at nine before every disclosure. Side-by-side work first, as we discussed.",
    words: "For now there is something to learn together in place of the daily feeling. It is meant to be light.",
  },
  dose: {
    reason: "Night shifts until the end of the month, so daily is not realistic.",
    words: "Three times this week is plenty. Choose the days that are kind to you.",
  },
  holidays: {
    reason: "A fortnight with family in a small flat. Both asked for something that needs no quiet evening together.",
    words:
      "For the holidays every exercise has a version that you do by yourself. The usual one comes back after them.",
  },
  abroad: {
    reason:
      "Eleven weeks abroad for work, both of them, with patchy connections. Agreed to rest and to begin again after.",
    words: "The exercises rest while you are away. We meet again in the week after you land.",
  },
  end: {
    reason: "The couple have separated amicably. Individual work continues without the protocol.",
    words: "We close the ten weeks here. What you practised stays yours, and we carry on with our talks.",
  },
} as const;

/** What a client wrote when they asked for another exercise. */
export const swapWish =
  "The sentence sounds rehearsed by the third evening. Could we do something with our hands instead?";

export const clearReasons: readonly string[] = [
  "Talked alone at the first session. Describes the partner as kind, no fear, disagreements without threat.",
  "Seen alone for twenty minutes. Speaks freely, has own money and friends, no sign of control.",
  "Alone by video with headphones. No fear on direct questions; knows how to reach me between sessions.",
  "Went through the screen together, alone in the room. Answers fit with what I know from the first interview.",
  "Asked again in person before touch comes into it. Unchanged, at ease, wants to go on.",
];

/** What was written beside a stop: the reason of the decision, and the note that closed its event. */
export const checkWords = {
  afraid: {
    reason:
      "Describes having been pushed against a door in the spring and watching her words since. Safety plan begun; no couple work.",
    note: "Rang within the hour on the number that we agreed. Safe at her sister’s this week; safety plan gone through, session on Monday.",
  },
  once: {
    reason: "Says that she was struck once, three years ago. Wants to talk about it alone before anything goes on.",
    note: "Rang on the agreed number within the hour. Nothing since then, no fear now; we meet tomorrow, alone.",
  },
  ownHarm: {
    reason:
      "Says that he pushed her in the autumn and that she has been afraid of him since. No joint steps; programme offered.",
    note: "Talked alone on the same day. Takes it seriously, was given the number of an accredited programme, and rang it.",
  },
} as const;

/** Why a stop was let go: it stays on record, and the accounts of the two may still differ. */
export const releaseReason =
  "Talked alone for an hour. Free to come and go, no fear on any direct question, asked to go on. I keep asking.";

/** A therapist’s own stop between two checks, what was chosen after it, and how a link came to end. */
export const outsideWords = {
  stop: "He answered every question for her on the telephone, and she whispered the rest. To be talked about alone first.",
  choice:
    "She asked me to leave the small tasks as they are until her sister is here; a sudden change would be noticed.",
  wish: "Nothing to change before Sunday. Then own steps for both.",
  linkEnd: "They live apart since last week and told me so, each alone. Both agreed on the day.",
};
export const concernReason =
  "Extreme highs and lows, and long silences as punishment. No fear or force on direct questions. Look closely before any touch.";
export const openWords = "Some days I cannot tell which mood will come through the door.";

/** What a therapist wrote above the picture that both partners see. */
export const togetherWords =
  "These are your answers from week five, side by side. Bring one line that surprised you; we start from there.";
