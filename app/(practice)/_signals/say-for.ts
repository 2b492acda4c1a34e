import { formatMoment, formatNearDay, inSentence } from "@/lib/format";
import type { Say } from "@/lib/signals/signal-sentence";
import { localDate } from "@/lib/time/zone";

/** How days and moments of a client are written on `today`, in their zone. */
export const sayFor = (zone: string, today: string, now: Date): Say => ({
  today,
  dayOf: (instant) => localDate(instant, zone),
  day: (date) => formatNearDay(date, today),
  within: (date) => inSentence(formatNearDay(date, today)),
  moment: (instant) => formatMoment(instant, now, zone),
});
