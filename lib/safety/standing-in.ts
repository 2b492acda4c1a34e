import type { Rung } from "@/lib/safety/events";

/** Somebody on the ladder as the rows have it: away or not, and with whom for a cover. */
export type OnLadder = {
  rung: Rung;
  accountId: string;
  name: string;
  isAway: boolean;
  cover: { coverId: string; coverName: string; mayCover: boolean } | null;
};

export type Asked = { rung: Rung; accountId: string; name: string; insteadOf: string | null };

/**
 * Whom to ask today, each person once, on the lowest rung. Who is away gives way to whoever stands in; without one they
 * are left out, unless nobody else is there: then they are asked all the same, because nobody would be.
 */
export function standingIn(people: readonly OnLadder[]): Asked[] {
  const there = people.flatMap((one): Asked[] => {
    const { rung, accountId, name, cover } = one;
    if (!one.isAway) return [{ rung, accountId, name, insteadOf: null }];
    return cover?.mayCover ? [{ rung, accountId: cover.coverId, name: cover.coverName, insteadOf: name }] : [];
  });
  const asked =
    there.length > 0 ? there : people.map(({ rung, accountId, name }) => ({ rung, accountId, name, insteadOf: null }));
  return asked.filter(({ accountId }, at) => asked.findIndex((one) => one.accountId === accountId) === at);
}
