import { ActionForm } from "@/components/forms/action-form";
import { FormTextarea } from "@/components/forms/form-words";
import { Notice } from "@/components/ui/notice";
import { Section } from "@/components/ui/section";
import type { HeldClient, Holder } from "@/db/queries/clients/who-has-whom";
import { handOverRefusal, leadsToMove, movedTo, newTherapistWords } from "@/lib/clients/hand-over";
import { formatList } from "@/lib/format";
import { limits } from "@/lib/limits";
import { counted } from "@/lib/plural";
import { handOver } from "../actions";

type Props = {
  chosen: readonly HeldClient[];
  everyone: readonly HeldClient[];
  staff: readonly Holder[];
  to: Holder;
};

/** What handing over does, before it is done: who goes where, who is told, and what the client reads. */
export function Preview({ chosen, everyone, staff, to }: Props) {
  const refusal = handOverRefusal(chosen, everyone, to);
  if (refusal) return <Notice tone="attention" title={refusal} />;
  const moved = movedTo(chosen, to);
  const nameOf = (id: string) => staff.find((one) => one.id === id)?.name ?? "Nobody";
  const froms = [...new Set(moved.map(({ therapistId }) => therapistId))];
  const leads = leadsToMove(chosen, everyone, to).length;
  return (
    <Section id="preview" title={`${counted(moved.length, "client")} to ${to.name}`}>
      <div className="grid gap-4">
        <ul className="grid gap-1.5">
          {froms.map((from) => (
            <li key={from}>
              From {nameOf(from)}:{" "}
              {formatList(moved.filter(({ therapistId }) => therapistId === from).map(({ name }) => name))}
            </li>
          ))}
        </ul>
        <p>
          {to.name} is told, and so is whoever had them, by a letter that says only that something waits. Each client
          gets such a letter where letters may go, and reads on Today, for two weeks:
        </p>
        {froms.map((from) => {
          const { title, text } = newTherapistWords(nameOf(from), to.name);
          return (
            <blockquote key={from} className="pl-4 border-l-2 border-line">
              <span className="font-strong text-ink">{title}</span>
              <br />
              {text}
            </blockquote>
          );
        })}
        <p className="text-ink-2">
          What is open goes along: events, drafts of decisions, what waits to be read.
          {leads > 0 ? ` ${to.name} becomes the lead of ${counted(leads, "couple")}.` : ""} Whoever had them reads
          nothing of them any more, except as owner or as a supervisor.
        </p>
        <ActionForm
          action={handOver}
          submit="Hand over"
          busy="Handing over…"
          className="[&>[data-look]]:justify-self-start grid gap-4 max-w-105"
        >
          {chosen.map(({ clientId }) => (
            <input key={clientId} type="hidden" name="clients[]" value={clientId} />
          ))}
          <input type="hidden" name="toId" value={to.id} />
          <FormTextarea name="reason" label="Why" rows={2} maxLength={limits.accountReason} required />
        </ActionForm>
      </div>
    </Section>
  );
}
