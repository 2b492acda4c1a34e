import { ActionForm } from "@/components/forms/action-form";
import type { LaidRow } from "@/db/queries/laid-occurrences";
import type { RuleChange, RuleForm } from "@/lib/domain/assessments/rule-change";
import type { Occurrence } from "@/lib/domain/assessments/schedule";
import { formatDay } from "@/lib/format";
import { changeRepeating } from "../../../actions";

type Props = {
  id: string;
  assignmentId: string;
  edition: number;
  form: RuleForm;
  change: RuleChange;
  touched: ReadonlySet<LaidRow["id"]>;
  isOpenEnded: boolean;
  today: string;
};

/** Every occurrence with what becomes of it. Only the button changes anything. */
export function ChangePreview({ id, assignmentId, edition, form, change, touched, isOpenEnded, today }: Props) {
  const day = (date: string) => formatDay(date, today);
  const closes = ({ opensOn, expiresOn }: Occurrence) =>
    `Opens ${day(opensOn)}${expiresOn === null ? ", stays open" : `, closes ${day(expiresOn)}`}`;
  const lines = [
    ...change.kept
      .filter((one) => touched.has(one.id))
      .map((one) => ({ on: one.dueOn, what: `${day(one.dueOn)}: stays`, why: "Begun or answered" })),
    ...change.moved.map(({ from, to }) => ({
      on: to.dueOn,
      what: from.dueOn === to.dueOn ? `${day(to.dueOn)}: same day` : `${day(from.dueOn)} moves to ${day(to.dueOn)}`,
      why: closes(to),
    })),
    ...change.added.map((one) => ({ on: one.dueOn, what: `${day(one.dueOn)}: new`, why: closes(one) })),
    ...change.cancelled.map((one) => ({
      on: one.dueOn,
      what: `${day(one.dueOn)}: taken back`,
      why: "Nobody has touched it",
    })),
  ].sort((a, b) => (a.on < b.on ? -1 : 1));
  const isNothing = change.moved.length + change.added.length === 0;
  return (
    <>
      <ul className="rows">
        {lines.map(({ what, why }) => (
          <li key={`${what}${why}`}>
            <span>
              <span className="strong">{what}</span>
              <span className="second-line">{why}</span>
            </span>
          </li>
        ))}
      </ul>
      {isOpenEnded ? <p className="sec sm after-table">It goes on like this until you end it.</p> : null}
      {isNothing ? (
        <p className="sec after-table">Nothing would be left to answer. End it on the page before instead.</p>
      ) : (
        <ActionForm
          action={changeRepeating}
          submit="Change it like this"
          busy="Changing…"
          className="after-table stack"
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
