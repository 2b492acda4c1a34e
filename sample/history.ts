import { client } from "@/db/schema/clients";
import { addDays } from "@/lib/time/local-date";
import { writeAssessments } from "./assessment-history";
import { writeConnection } from "./connection-history";
import { writeThread } from "./correspondence-history";
import { writeMoves } from "./distance-history";
import { writeEnrolment } from "./enrolments";
import { writeGoals } from "./goal-history";
import { clients } from "./personas";
import { newReflections, writePractice as writeExercises } from "./practice-history";
import { writeCouples, writePractice } from "./practice-rows";
import { writeReadings } from "./reading-rows";
import { writeOpenEvent } from "./screening";
import { newSeed, type Seed } from "./seed-writer";
import { writeSessions } from "./session-history";
import { writeSharing } from "./sharing-history";
import { writeStop } from "./stop-history";
import { writeSwapRequest } from "./swap-history";
import { type Story, storyOf } from "./timeline";

/** Every row of the sample practice as it stands at `now`. Nothing in it is later than that. */
export function sampleHistory(now: Date, passwordHash: string, protocolVersionId: string): Seed {
  const seed = newSeed();
  writePractice(seed, now, passwordHash);
  writeReadings(seed, now);
  const stories = clients.map((person) => storyOf(person, now));
  const words = newReflections();
  stories.forEach((story, i) => {
    writeEnrolment(seed, story, i + 1, passwordHash, protocolVersionId);
    if (story.person.hasAccepted !== false) writeWeeks(seed, story, i, words);
    else writeAssessments(seed, story);
  });
  writeCouples(seed, now, (name) => linkOf(stories, name, now));
  writeSharing(seed, stories);
  writeSessions(seed, stories, now);
  keepLastActivity(seed);
  return seed;
}

function writeWeeks(seed: Seed, story: Story, index: number, words: ReturnType<typeof newReflections>): void {
  writeAssessments(seed, story);
  writeConnection(seed, story);
  writeExercises(seed, story, words);
  writeMoves(seed, story);
  writeThread(seed, story, index);
  writeOpenEvent(seed, story);
  writeStop(seed, story);
  writeSwapRequest(seed, story);
  writeGoals(seed, story);
}

function linkOf(stories: readonly Story[], name: string, now: Date): { at: Date; by: string } {
  const story = stories.find(({ person }) => person.name === name);
  if (!story) throw new Error(`Nobody in the sample practice is called ${name}.`);
  return { at: story.at(addDays(story.startDate, -4), 11, 52) ?? now, by: story.therapist.id ?? "" };
}

/** What a caseload reads instead of counting rows. */
function keepLastActivity({ rows, lastActivity }: Seed): void {
  const withActivity = (rows.get(client) ?? []).map((row) => {
    const last = "id" in row && typeof row.id === "string" ? lastActivity.get(row.id) : undefined;
    return { ...row, lastActivityAt: last?.at ?? null, lastActivity: last?.activity ?? null };
  });
  rows.set(client, withActivity);
}
