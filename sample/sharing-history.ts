import { assessment } from "@/db/schema/assessments";
import { coupleRelease, coupleReleaseWords, shareDecision } from "@/db/schema/couples";
import { dimensionRelease } from "@/db/schema/dimension-release";
import { isDimensionItem, type ShareItem, shareItems } from "@/lib/couples/share-items";
import { addDays, daysBetween, type LocalDate } from "@/lib/time/local-date";
import { versionIdOf } from "./built-in-ids";
import { noteAudit, type Seed, sealedWords, write } from "./seed-writer";
import { idOf } from "./seeded-random";
import type { Story } from "./timeline";
import { togetherWords } from "./words/clinical";

type Decided = { items: readonly ShareItem[]; onDay: number; decision: "shared" | "withdrawn" };
type Pair = { first: string; second: string; decided: Record<string, readonly Decided[]>; releasedOn?: number };

const dimensionItems = shareItems.filter(isDimensionItem);
const notSexual = dimensionItems.filter((item) => item !== "sexual");

/** What the three couples let each other see, by day of the protocol: one keeps a dimension, one thought again, one shares all. */
const pairs: readonly Pair[] = [
  {
    first: "Ines Marchetti",
    second: "Dario Conti",
    decided: {
      "Ines Marchetti": [{ items: [...dimensionItems, "connection-weeks"], onDay: 3, decision: "shared" }],
      "Dario Conti": [{ items: [...notSexual, "connection-weeks", "practice-days"], onDay: 6, decision: "shared" }],
    },
  },
  {
    first: "Clara Weiss",
    second: "Joanna Pike",
    decided: {
      "Clara Weiss": [{ items: ["connection-weeks", "recreational"], onDay: 5, decision: "shared" }],
      "Joanna Pike": [
        { items: ["emotional", "connection-weeks"], onDay: 4, decision: "shared" },
        { items: ["emotional"], onDay: 11, decision: "withdrawn" },
      ],
    },
  },
  {
    first: "Matthew Cole",
    second: "Luis Ferreira",
    decided: {
      "Matthew Cole": [{ items: [...dimensionItems, "connection-weeks"], onDay: 8, decision: "shared" }],
      "Luis Ferreira": [{ items: [...dimensionItems, "connection-weeks"], onDay: 8, decision: "shared" }],
    },
    releasedOn: 41,
  },
];

/** Sharing decisions, the scores that a person was shown first, and one picture released to both. */
export function writeSharing(seed: Seed, stories: readonly Story[]): void {
  for (const { first, second, decided, releasedOn } of pairs) {
    const coupleId = idOf("couple", first, second);
    const people = [first, second].map((name) => storyNamed(stories, name));
    for (const story of people) {
      writeOwnRelease(seed, story);
      for (const one of decided[story.person.name] ?? []) writeDecisions(seed, story, coupleId, one);
    }
    const [one, other] = people;
    if (one && other && releasedOn) writeRelease(seed, coupleId, one, other, releasedOn);
  }
}

function storyNamed(stories: readonly Story[], name: string): Story {
  const story = stories.find(({ person }) => person.name === name);
  if (!story) throw new Error(`Nobody in the sample practice is called ${name}.`);
  return story;
}

function writeDecisions(seed: Seed, story: Story, coupleId: string, { items, onDay, decision }: Decided): void {
  const decidedAt = story.at(addDays(story.startDate, onDay), 21, 5);
  if (!decidedAt) return;
  for (const item of items) {
    const id = story.id("share", item, onDay);
    const { clientId, client: by } = story;
    write(seed, shareDecision, { id, coupleId, clientId, item, decision, decidedBy: by.id ?? "", decidedAt });
    noteAudit(seed, { at: decidedAt, by, action: `couples.${decision}`, id, clientId });
  }
}

/** The last Five Dimensions that were sent by a day. */
function sittingBy({ rows, submissions }: Seed, { clientId }: Story, day: LocalDate) {
  const dimensions = new Set(
    (rows.get(assessment) as (typeof assessment.$inferInsert)[]).flatMap((row) =>
      row.clientId === clientId && row.instrumentVersionId === versionIdOf("five-dimensions") ? [row.id] : [],
    ),
  );
  return submissions
    .filter(({ id, localDate }) => dimensions.has(id) && localDate <= day)
    .sort((a, b) => daysBetween(b.localDate, a.localDate))
    .at(-1);
}

/** Two days after it was sent the therapist went through it with the person, and has shown it since. */
function writeOwnRelease(seed: Seed, story: Story): void {
  const sitting = sittingBy(seed, story, story.today);
  const decidedAt = sitting && story.at(addDays(sitting.localDate, 2), 14, 10);
  if (!sitting || !decidedAt) return;
  const { clientId, therapist: by } = story;
  const id = story.id("dimension-release");
  const action = "assessments.dimensions-released";
  write(seed, dimensionRelease, {
    id,
    assessmentId: sitting.id,
    decision: "released",
    decidedBy: by.id ?? "",
    decidedAt,
  });
  noteAudit(seed, { at: decidedAt, by, action, id: sitting.id, clientId });
}

function writeRelease(seed: Seed, coupleId: string, first: Story, second: Story, onDay: number): void {
  const day = addDays(first.startDate, onDay);
  const [one, other] = [sittingBy(seed, first, day), sittingBy(seed, second, day)];
  const decidedAt = first.at(day, 17, 20);
  if (!one || !other || !decidedAt) return;
  const id = idOf("couple-release", coupleId);
  const { therapist: by } = first;
  write(seed, coupleRelease, {
    id,
    coupleId,
    decision: "released",
    firstAssessmentId: one.id,
    secondAssessmentId: other.id,
    items: dimensionItems,
    wordsSealed: sealedWords(coupleReleaseWords, togetherWords, id),
    decidedBy: by.id ?? "",
    decidedAt,
  });
  [first, second].forEach(({ clientId }, i) => {
    const at = new Date(decidedAt.getTime() + i);
    noteAudit(seed, { at, by, action: "couples.released", id: coupleId, clientId });
  });
}
