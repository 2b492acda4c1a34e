import { distanceMove, distanceMoveInstead, distanceMoveSituation } from "@/db/schema/exercises";
import { addDays, daysBetween } from "@/lib/time/local-date";
import { noteAudit, noteLastActivity, type Seed, sealedOrNull, write } from "./seed-writer";
import type { Story } from "./timeline";
import { moveWords } from "./words/correspondence";

const strategies = ["phantom_ex", "focusing_on_flaws", "lone_wolf", "withholding_affection"] as const;

/** Distance moves that the person noticed: one every week or so, mostly of their own kind, not always with words. */
export function writeMoves(seed: Seed, story: Story): void {
  const { person, clientId, startDate, lastDay, chance, isAway, client: by } = story;
  const luck = chance("moves");
  const last = daysBetween(startDate, lastDay);
  for (let day = luck.between(1, 6); day <= last; day += luck.between(4, 11)) {
    const date = addDays(startDate, day);
    const strategy = luck.happens(0.65) ? person.move : luck.pick(strategies);
    const { situation, instead } = luck.pick(moveWords);
    const [hasSituation, hasInstead] = [luck.happens(0.6), luck.happens(0.7)];
    const recordedAt = story.at(date, luck.between(12, 22), luck.between(0, 59));
    if (!recordedAt || isAway(date)) continue;
    const id = story.id("move", day);
    write(seed, distanceMove, {
      id,
      clientId,
      localDate: date,
      strategy,
      situationSealed: sealedOrNull(distanceMoveSituation, hasSituation ? story.said(situation) : null, id),
      insteadSealed: sealedOrNull(distanceMoveInstead, hasSituation && hasInstead ? story.said(instead) : null, id),
      recordedAt,
    });
    noteAudit(seed, { at: recordedAt, by, action: "exercises.distance-move-logged", id, clientId });
    noteLastActivity(seed, clientId, "exercise", recordedAt);
  }
}
