import { ActionForm } from "@/components/forms/action-form";
import type { ScheduledRow } from "@/db/queries/assessments/scheduled-occurrences";
import type { Occurrence } from "@/lib/assessments/assignment-rule";
import type { RuleChange, RuleForm } from "@/lib/assessments/rule-change";
import { formatDay } from "@/lib/format";
import { changeRepeating } from "../../../actions";

type Props = {
  id: string;
  assignmentId: string;
  edition: number;
  form: RuleForm;
  change: RuleChange;
  touched: ReadonlySet<ScheduledRow["id"]>;
  isOpenEnded: boolean;
  today: string;
};

/** Every occurrence with what becomes of it. Only the button changes anything. */
export function ChangePreview({ id, assignmentId, edition, form, change, touched, isOpenEnded, today }: Props) {
  const day = (date: string) => formatDay(date, today);
  const closes = ({ opensOn, expiresOn }: Occurrence) =>
    `Opens ${day(opensOn)}${expiresOn === null ? ", stays open" : `, closes ${day(expiresOn)}`}`;
  const list = (ones: readonly Occurrence[]) => ones.map(({ dueOn }) => day(dueOn)).join(", ");
  const staying = change.kept.filter((one) => touched.has(one.id));
  const same = change.moved.filter(({ from, to }) => isSame(from, to)).map(({ to }) => to);
  const lines = [
    ...change.moved
      .filter(({ from, to }) => !isSame(from, to))
      .map(({ from, to }) => ({
        on: to.dueOn,
        what: from.dueOn === to.dueOn ? `${day(to.dueOn)}: same day` : `${day(from.dueOn)} moves to ${day(to.dueOn)}`,
        why: closes(to),
      })),
    ...change.added.map((one) => ({ on: one.dueOn, what: `${day(one.dueOn)}: new`, why: closes(one) })),
  ].sort((a, b) => (a.on < b.on ? -1 : 1));
  const groups = [
    { ones: staying, what: "begun or answered: stays" },
    { ones: same, what: "as before" },
    { ones: change.cancelled, what: "taken back" },
  ].filter(({ ones }) => ones.length > 0);
  const isNothing = change.moved.length + change.added.length === 0;
  return (
    <>
      <ul className="list-none">
        {lines.map(({ what, why }) => (
          <li
            className="flex gap-y-1 gap-x-5 py-2.5 border-b border-line flex-wrap items-center justify-between print:break-inside-avoid"
            key={`${what}${why}`}
          >
            <span>
              <span className="font-strong text-ink">{what}</span>
              <span className="second-line block text-ink-2 text-small">{why}</span>
            </span>
          </li>
        ))}
        {groups.map(({ ones, what }) => (
          <li
            className="flex gap-y-1 gap-x-5 py-2.5 border-b border-line flex-wrap items-center justify-between print:break-inside-avoid"
            key={what}
          >
            <span>
              <span className="font-strong text-ink">
                {ones.length} {what}
              </span>
              <span className="second-line block text-ink-2 text-small">{list(ones)}</span>
            </span>
          </li>
        ))}
      </ul>
      {isOpenEnded ? <p className="mt-3.5 text-ink-2 text-small">It goes on like this until you end it.</p> : null}
      {isNothing ? (
        <p className="mt-3.5 text-ink-2">Nothing would be left to answer. End it on the page before instead.</p>
      ) : (
        <ActionForm
          action={changeRepeating}
          submit="Change it like this"
          busy="Changing…"
          className="practice:[&>[data-look]]:justify-self-start grid gap-4 mt-3.5"
        >
          <input type="hidden" name="id" value={id} />
          <input type="hidden" name="assignmentId" value={assignmentId} />
          <input type="hidden" name="edition" value={edition} />
          {Object.entries(form).flatMap(([name, value]) =>
            [value ?? ""]
              .flat()
              .map((one) => <input key={`${name}${one}`} type="hidden" name={name} value={String(one)} />),
          )}
        </ActionForm>
      )}
    </>
  );
}

const isSame = (a: Occurrence, b: Occurrence) =>
  a.dueOn === b.dueOn && a.opensOn === b.opensOn && a.expiresOn === b.expiresOn;
