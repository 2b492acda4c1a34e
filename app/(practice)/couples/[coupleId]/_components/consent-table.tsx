import { dimensionLook } from "@/components/charts/dimension";
import { Icon, type IconName } from "@/components/ui/icon";
import type { CouplePerson } from "@/db/queries/couples/couple";
import { dimensions } from "@/lib/assessments/dimension";
import { isShownAlone, type ShareItem } from "@/lib/couples/share-items";
import { firstOf } from "../couple-rows";

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
          {rows.map(({ label, item }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              {[first, second].map((person) => (
                <td key={person.header.id}>
                  <State person={person} item={item} changes={day(changesAt)} day={day} />
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
        Each decides alone, in their own portal. What is chosen or stopped shows from the next practice week. Sexual is
        never shown by one of them alone.
      </p>
    </>
  );
}

type StateProps = { person: CouplePerson; item: ShareItem; changes: string; day: Props["day"] };

function State({ person, item, changes, day }: StateProps) {
  const state = person.states.find((one) => one.item === item);
  const isShown = person.shares.includes(item);
  if (state?.isChosen && isShown)
    return (
      <Line icon="check" words={isShownAlone(item) ? "Shared" : "In a picture for both"} when={day(state.since)} />
    );
  if (state?.isChosen) return <Line icon="lock" words="Chosen" when={`from ${changes}`} />;
  if (isShown) return <Line icon="check" words="Stopped" when={`from ${changes}`} />;
  const last = person.ledger.find((span) => span.item === item);
  if (last?.withdrawnAt) return <Line icon="lock" words="Withdrawn" when={day(last.withdrawnAt)} />;
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
