import { z } from "zod";
import { firstNameOf } from "@/lib/first-name";
import { formatList } from "@/lib/format";
import { wordsUpTo } from "@/lib/written-words";

/** A client as the owner hands them over. */
export type Held = {
  clientId: string;
  name: string;
  therapistId: string;
  /** The other of a link that stands, and whether the owner leads it: then nobody else has to reach both. */
  link: { coupleId: string; partnerId: string; isOwnersLead: boolean } | null;
  /** Colleagues who are never told about this client. */
  untold: readonly string[];
};

type Taker = { id: string; name: string };

/** How many days a client reads on Today that somebody else is there for them now (ours). */
export const newTherapistDays = 14;

export const handOverForm = z.strictObject({
  "clients[]": z
    .preprocess((given) => (typeof given === "string" ? [given] : given), z.array(z.uuid()).max(500))
    .refine((ids) => ids.length > 0, "Choose at least one client."),
  toId: z.uuid("Choose who takes over."),
  reason: wordsUpTo("accountReason", "Write why. The record keeps it."),
});
export type HandOverForm = z.infer<typeof handOverForm>;

/** Those whom handing over would move: who is the other's client already stays. */
export const movedTo = <H extends Held>(chosen: readonly H[], to: Taker): H[] =>
  chosen.filter(({ therapistId }) => therapistId !== to.id);

/** Why these clients cannot be handed over to this colleague, with what to do instead; null where they can. */
export function handOverRefusal(chosen: readonly Held[], everyone: readonly Held[], to: Taker): string | null {
  const moved = movedTo(chosen, to);
  if (moved.length === 0) return `${to.name} has them already.`;
  const never = moved.filter(({ untold }) => untold.includes(to.id));
  if (never.length > 0) return `${to.name} is never to be told about ${names(never)}. Choose somebody else.`;
  const apart = moved.filter(({ link }) => link && !link.isOwnersLead && !reachesPartner(link, moved, everyone, to));
  if (apart.length > 0)
    return `One clinician reaches both of a couple: hand ${names(apart)} over together with the partner, or end the link first.`;
  return null;
}

/** Links whose lead has to become whoever takes over: both of the two are theirs then. */
export const leadsToMove = (chosen: readonly Held[], everyone: readonly Held[], to: Taker): string[] => {
  const moved = movedTo(chosen, to);
  const all = moved.flatMap(({ link }) => (link && reachesPartner(link, moved, everyone, to) ? [link.coupleId] : []));
  return [...new Set(all)];
};

const names = (people: readonly Held[]) => formatList(people.map(({ name }) => name));

function reachesPartner(
  { partnerId }: NonNullable<Held["link"]>,
  moved: readonly Held[],
  everyone: readonly Held[],
  to: Taker,
): boolean {
  const isMoved = moved.some(({ clientId }) => clientId === partnerId);
  return isMoved || everyone.some(({ clientId, therapistId }) => clientId === partnerId && therapistId === to.id);
}

/** What the client reads on Today. Of those before only the name is told, and that their words stay. */
export const newTherapistWords = (from: string, to: string) => ({
  title: `You work with ${to} now`,
  text: `${firstNameOf(to)} took over from ${firstNameOf(from)}, reads what you write here and answers you. What you wrote before stays, and ${firstNameOf(to)} can read it.`,
});
