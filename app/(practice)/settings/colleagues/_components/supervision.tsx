import { ActionForm } from "@/components/forms/action-form";
import { FormSelect } from "@/components/forms/form-fields";
import { Empty } from "@/components/ui/empty";
import { Section } from "@/components/ui/section";
import type { ColleagueRow } from "@/db/queries/identity/colleagues";
import { stopSupervising, supervise } from "../actions";

type Line = { supervisionId: string; supervisorId: string; therapistId: string; since: string };
type Colleague = Pick<ColleagueRow, "accountId" | "name" | "role">;
type Props = { colleagues: readonly Colleague[]; lines: readonly Line[] };

/** Who reads whose clients. Reading only: the responsible therapist stays the one who changes things. */
export function Supervision({ colleagues, lines }: Props) {
  const names = new Map(colleagues.map(({ accountId, name }) => [accountId, name]));
  const choice = ({ accountId, name }: Colleague) => ({ value: accountId, label: name });
  const supervisors = colleagues.filter(({ role }) => role === "supervisor").map(choice);
  const others = colleagues.map(choice);
  return (
    <Section title="Supervision" id="supervision" sub="A supervisor reads the clients of those they supervise.">
      {lines.length > 0 ? (
        <ul className="[&+form]:mt-4 list-none">
          {lines.map(({ supervisionId, supervisorId, therapistId, since }) => (
            <li
              className="flex gap-y-2 gap-x-6 py-3 border-b border-line flex-wrap justify-between items-center"
              key={supervisionId}
            >
              <div>
                {names.get(supervisorId)} supervises {names.get(therapistId)}
                <br />
                <span className="text-ink-2 text-small">Since {since}</span>
              </div>
              <ActionForm action={stopSupervising} submit="End" busy="Ending…" look="outline" small>
                <input type="hidden" name="supervisionId" value={supervisionId} />
              </ActionForm>
            </li>
          ))}
        </ul>
      ) : null}
      {supervisors.length > 0 ? (
        <ActionForm
          action={supervise}
          submit="Start"
          busy="Starting…"
          look="outline"
          className="[&>[data-look]]:justify-self-start grid gap-4 max-w-105"
        >
          <FormSelect name="supervisorId" label="Supervisor" options={supervisors} />
          <FormSelect name="therapistId" label="Supervises" options={others} />
        </ActionForm>
      ) : (
        <Empty title="No supervisor yet">
          Give a colleague the role of supervisor, then choose whom they supervise.
        </Empty>
      )}
    </Section>
  );
}
