import { practiceReading } from "@/db/schema/learn";
import type { Reading } from "@/lib/learn/reading";
import { startGently } from "@/lib/learn/readings-closeness";
import { staffId } from "./personas";
import { noteAudit, type Seed, write } from "./seed-writer";
import { idOf } from "./seeded-random";

const minute = 60_000;

/** The owner's own version of one reading: what Northbank lends to people who want to begin in the kitchen. */
const northbanks: Reading = {
  ...startGently,
  sections: startGently.sections.map((section, i) =>
    i === 2
      ? {
          ...section,
          paragraphs: [
            ...section.paragraphs,
            "At Northbank there is a box of juggling balls by the front door. Take three home if you like. Nobody minds when they come back.",
          ],
        }
      : section,
  ),
};

/** Drafted and published on one afternoon, ten weeks ago. */
export function writeReadings(seed: Seed, now: Date): void {
  const owner = { id: staffId("ruth"), role: "owner" } as const;
  const drafted = now.getTime() - 70 * 24 * 60 * minute;
  for (const [kind, after] of [
    ["draft", 0],
    ["published", 12],
  ] as const) {
    const id = idOf("practice-reading", startGently.key, kind);
    const writtenAt = new Date(drafted + after * minute);
    const words = { readingKey: startGently.key, kind, content: northbanks };
    write(seed, practiceReading, { id, ...words, writtenBy: owner.id, writtenAt });
    noteAudit(seed, { at: writtenAt, by: owner, action: `learn.reading-${kind}`, id });
  }
}
