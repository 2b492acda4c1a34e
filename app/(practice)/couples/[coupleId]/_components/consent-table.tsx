import { dimensionLook } from "@/components/charts/dimension";
import { Icon, type IconName } from "@/components/ui/icon";
import type { CouplePerson } from "@/db/queries/couple";
import type { ShareItem } from "@/lib/domain/couples/share-items";
import { shareableDimensions } from "@/lib/domain/couples/share-items";
import { firstOf } from "../couple-rows";

type Props = { first: CouplePerson; second: CouplePerson; day: (at: Date) => string };

const rows: { label: string; items: readonly ShareItem[] }[] = [
  ...shareableDimensions.map((dimension) => ({
    label: dimensionLook[dimension].label,
    items: [`${dimension}-now`, `${dimension}-wished`] as const,
  })),
  { label: "Connection", items: ["connection-weeks"] },
  { label: "Days of practice", items: ["practice-days"] },
];

/** What each partner lets the other see, with the day on which it was decided. Theirs to change, and nobody else's. */
export function ConsentTable({ first, second, day }: Props) {
  return (
    <>
      <table className="consent">
        <caption className="vh">What each lets the other see</caption>
        <thead>
          <tr>
            <th scope="col">
              <span className="vh">What</span>
            </th>
            <th scope="col">{firstOf(first)}</th>
            <th scope="col">{firstOf(second)}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ label, items }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              {[first, second].map((person) => (
                <td key={person.header.id}>
                  <State person={person} items={items} day={day} />
                </td>
              ))}
            </tr>
          ))}
          <tr>
            <th scope="row">Words and safety</th>
            <td colSpan={2}>
              <Line icon="lock" words="Never shared" />
            </td>
          </tr>
        </tbody>
      </table>
      <p className="sm sec after-consent">
        Each decides alone, in their own portal. Either can change their mind at any time; past pages close too.
      </p>
    </>
  );
}

function State({ person, items, day }: { person: CouplePerson; items: readonly ShareItem[]; day: Props["day"] }) {
  const spans = person.ledger.filter(({ item }) => items.includes(item));
  const open = spans.filter(({ item, withdrawnAt }) => withdrawnAt === null && person.shares.includes(item));
  const newest = spans[0];
  const [one] = open;
  if (one) {
    const part = open.length === items.length ? "Shared" : one.item.endsWith("-now") ? "Now only" : "Wished only";
    return <Line icon="check" words={part} when={day(one.sharedAt)} />;
  }
  if (newest?.withdrawnAt) return <Line icon="lock" words="Withdrawn" when={day(newest.withdrawnAt)} />;
  return <Line icon="lock" words="Private" />;
}

function Line({ icon, words, when }: { icon: IconName; words: string; when?: string }) {
  return (
    <span className="consent-state">
      <Icon name={icon} small />
      <span>
        {words}
        {when ? <span className="second-line">{when}</span> : null}
      </span>
    </span>
  );
}
