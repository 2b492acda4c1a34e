import { randomUUID } from "node:crypto";
import { KeptWords } from "@/components/drafts/kept-words";
import { ActionForm } from "@/components/forms/action-form";
import { FormTextarea } from "@/components/forms/form-words";
import { Disclose } from "@/components/ui/disclose";
import { Notice } from "@/components/ui/notice";
import { theirWords } from "@/components/ui/their-words";
import type { SignalAnswerRecord } from "@/db/queries/clients/client-practice";
import { notePlace } from "@/lib/drafts/place";
import { formatMoment, inSentence } from "@/lib/format";
import { limits } from "@/lib/limits";
import { signalChecks } from "@/lib/signals/signal-support";
import { decideSignal } from "../actions";

type Props = {
  signal: { kind: "watch" | "review"; week: number; sentence: string };
  answer: SignalAnswerRecord | null;
  clientId: string;
  mayAnswer: boolean;
  now: Date;
  zone: string;
};

/** A fall in connection: what to look at, and what was decided. Once decided for this week it waits quietly. */
export function SignalNotice({ signal, answer, clientId, mayAnswer, now, zone }: Props) {
  const answered = answer && answer.week >= signal.week ? answer : null;
  if (answered) {
    return (
      <Notice tone="plain" title={`Looked at by ${answered.by}, ${inSentence(formatMoment(answered.at, now, zone))}`}>
        <span {...theirWords}>{answered.note}</span>
      </Notice>
    );
  }
  return (
    <Notice
      tone="attention"
      title={signal.kind === "review" ? "Connection lower for two weeks running" : "Connection lower last week"}
    >
      <span>{signal.sentence}</span>
      <Disclose label="What to look at">
        <div className="[&_form]:gap-2.5 [&_form]:content-start [&_form]:justify-items-start [&_form>div]:w-full grid gap-y-4 gap-x-10 pt-3 pb-2 pr-2 grid-cols-[minmax(0,3fr)_minmax(240px,2fr)] text-ink max-desk:grid-cols-1">
          <dl className="grid gap-y-2.5 gap-x-6 grid-cols-[1fr_1fr] content-start max-desk:grid-cols-1">
            {signalChecks.map(({ key, title, ask }) => (
              <div key={key}>
                <dt className="font-semibold">{title}</dt>
                <dd>{ask}</dd>
              </div>
            ))}
          </dl>
          {mayAnswer ? (
            <ActionForm action={decideSignal} submit="Keep as decided" busy="Keeping…" look="outline" small>
              <input type="hidden" name="id" value={randomUUID()} />
              <input type="hidden" name="clientId" value={clientId} />
              <input type="hidden" name="week" value={signal.week} />
              <FormTextarea
                name="note"
                label="What you decided"
                hint="For the record. Only staff read it."
                rows={2}
                maxLength={limits.signalNote}
                required
              />
              <KeptWords place={notePlace(clientId, "signal")} />
            </ActionForm>
          ) : null}
        </div>
      </Disclose>
    </Notice>
  );
}
