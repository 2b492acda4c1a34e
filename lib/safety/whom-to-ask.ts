import type { EscalationLevel } from "@/lib/safety/events";

/** Somebody on the escalation order as the rows have it: away or not, and with whom for a cover. */
export type OnEscalation = {
  level: EscalationLevel;
  accountId: string;
  name: string;
  isAway: boolean;
  cover: { coverId: string; coverName: string; mayCover: boolean } | null;
};

export type Asked = { level: EscalationLevel; accountId: string; name: string; insteadOf: string | null };

/**
 * Whom to ask today, each person once, on the lowest level. Who is away gives way to whoever stands in; without one they
 * are left out, unless nobody else is there: then they are asked all the same, because nobody would be.
 */
export function pathTodayIn(people: readonly OnEscalation[]): Asked[] {
  const there = people.flatMap((one): Asked[] => {
    const { level, accountId, name, cover } = one;
    if (!one.isAway) return [{ level, accountId, name, insteadOf: null }];
    return cover?.mayCover ? [{ level, accountId: cover.coverId, name: cover.coverName, insteadOf: name }] : [];
  });
  const asked =
    there.length > 0
      ? there
      : people.map(({ level, accountId, name }) => ({ level, accountId, name, insteadOf: null }));
  return asked.filter(({ accountId }, at) => asked.findIndex((one) => one.accountId === accountId) === at);
}
