import { dimensionLook } from "@/components/charts/dimension";
import type { CouplePerson } from "@/db/queries/couples/couple";
import { dimensions } from "@/lib/assessments/dimension";
import { isShownAlone, type ShareItem } from "@/lib/couples/share-items";
import { firstOf } from "../couple-rows";
import { ConsentRows, type ConsentState } from "./consent-rows";

type Props = { first: CouplePerson; second: CouplePerson; changesAt: Date; day: (at: Date) => string };

const rows: { label: string; item: ShareItem }[] = [
  ...dimensions.map((dimension) => ({
    label: dimensionLook[dimension].label,
    item: dimension,
  })),
  { label: "Connection", item: "connection-weeks" },
  { label: "Days of practice", item: "practice-days" },
];

/** What each partner lets the other see, with the day on which it was decided. Theirs to change, and nobody else's. */
export function ConsentTable({ first, second, changesAt, day }: Props) {
  const changes = day(changesAt);
  return (
    <ConsentRows
      names={[firstOf(first), firstOf(second)]}
      rows={rows.map(({ label, item }) => ({
        label,
        states: [first, second].map((person) => stateOf({ person, item, changes, day })),
      }))}
    />
  );
}

type StateProps = { person: CouplePerson; item: ShareItem; changes: string; day: Props["day"] };

function stateOf({ person, item, changes, day }: StateProps): ConsentState {
  const state = person.states.find((one) => one.item === item);
  const isShown = person.shares.includes(item);
  if (state?.isChosen && isShown)
    return { icon: "check", words: isShownAlone(item) ? "Shared" : "In a picture for both", when: day(state.since) };
  if (state?.isChosen) return { icon: "lock", words: "Chosen", when: `from ${changes}` };
  if (isShown) return { icon: "check", words: "Stopped", when: `from ${changes}` };
  const last = person.ledger.find((span) => span.item === item);
  if (last?.withdrawnAt) return { icon: "lock", words: "Withdrawn", when: day(last.withdrawnAt) };
  return { icon: "lock", words: "Private" };
}
