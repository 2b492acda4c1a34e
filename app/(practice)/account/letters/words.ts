import { type LetterGroup, type LetterTiming, MORNING_HOUR } from "@/lib/messages/letter-timing";
import type { weekTimings } from "@/lib/messages/week-letter";

export const timingWords: Record<LetterTiming, string> = {
  "at-once": "At once",
  hourly: "Gathered, on the hour",
  morning: `Gathered, at ${MORNING_HOUR} in the morning`,
  off: "No letter",
};

/** What each is about, and where it stands without a letter. */
export const groupWords: Record<LetterGroup, { title: string; sentence: string }> = {
  messages: {
    title: "Messages",
    sentence:
      "When a client writes to you. One letter stands for all that wait unread, and none goes for what you have read by then. They stand on the caseload and in the inbox in any case.",
  },
  reflections: {
    title: "Reflections",
    sentence:
      "When a client writes something after an exercise. They stand on the caseload and in the inbox in any case.",
  },
  answers: {
    title: "Assessments",
    sentence:
      "When an assessment is sent. A critical answer writes to you by itself, at once. They stand on the caseload in any case.",
  },
};

export const weekSentence =
  "One letter that says how many messages, reflections and assessments wait, and names nobody. It goes as your hours begin on your first working day; without hours, on Monday at eight. None goes while nothing waits.";

export const weekWords: Record<(typeof weekTimings)[number], string> = {
  morning: "Once a week",
  off: "No letter",
};
