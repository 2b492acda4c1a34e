import type { Sealing } from "@/db/queries/running/sealing";
import { formatMoment, inSentence } from "@/lib/format";
import { counted } from "@/lib/plural";

/** What the owner reads of the keys: sentences, each of which is true on its own. Nothing where no key is known yet. */
export function keysView({ keys, last }: Sealing, now: Date, zone: string): string[] {
  const [newest, ...older] = keys.filter(({ retiredAt }) => retiredAt === null);
  if (!newest) return [];
  const moment = (at: Date) => inSentence(formatMoment(at, now, zone));
  const told = [`The newest key is ${newest.id}, known here since ${moment(newest.since)}.`];
  if (last && last.toKey === newest.id) {
    const changed = Object.values(last.counts).reduce((sum, one) => sum + one, 0);
    if (!last.endedAt) told.push(`What older keys closed is being closed anew: ${counted(changed, "value")} so far.`);
    else if (last.remaining) told.push(`${counted(last.remaining, "value")} of older keys could not be closed anew.`);
    else told.push(`All that older keys had closed was closed anew by ${moment(last.endedAt)}.`);
  }
  if (older.length > 0) {
    const names = older.map(({ id }) => id).join(", ");
    told.push(
      `Still asked for at the start: ${names}. Whoever runs Nearer can let an old key go once nothing needs it.`,
    );
  }
  return told;
}
