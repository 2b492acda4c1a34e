import Link from "next/link";
import { KeptWords } from "@/components/drafts/kept-words";
import { ActionForm } from "@/components/forms/action-form";
import { FormTextarea } from "@/components/forms/form-words";
import { Icon } from "@/components/ui/icon";
import { OpensDialog } from "@/components/ui/opens-dialog";
import type { OpenEvent, SafetyPanel } from "@/db/queries/safety/safety";
import { notePlace } from "@/lib/drafts/place";
import { formatMoment, inSentence } from "@/lib/format";
import { limits } from "@/lib/limits";
import { paths } from "@/lib/paths";
import { type EscalationLevel, escalationOrder, onItHours } from "@/lib/safety/events";
import { eventWords } from "@/lib/safety/gate-words";
import { SaidList } from "../../_shell/said-list";
import { acknowledge, close, escalate, note } from "../../safety/actions";

type Props = {
  event: OpenEvent;
  people: SafetyPanel["people"];
  firstName: string;
  clientId: string;
  now: Date;
  zone: string;
};

/** Every open event, above all else on the page: on a phone “I am on it” stands on the first screen. */
export function OpenEvents({ safety, ...rest }: Omit<Props, "event" | "people"> & { safety: SafetyPanel }) {
  if (safety.openEvents.length === 0) return null;
  return (
    <div className="mt-6 mb-10 grid gap-4 print:hidden">
      {safety.openEvents.map((event) => (
        <OpenEventBlock key={event.id} event={event} people={safety.people} {...rest} />
      ))}
    </div>
  );
}

/** An open safety event: the one bordered block of the page. It stays until somebody closes it with a note. */
function OpenEventBlock({ event, people, firstName, clientId, now, zone }: Props) {
  const moment = (at: Date) => inSentence(formatMoment(at, now, zone));
  const { onIt, nextAt, turn } = event.standing;
  const taken = onIt ? event.steps.findLast(({ kind }) => kind === "acknowledged" || kind === "noted") : undefined;
  const asked = event.steps.filter(({ kind }) => kind === "escalated").slice(-3);
  const id = `event-${event.id}`;
  return (
    <section
      data-alarm
      className="[&>form]:my-2.5 [&>form]:mx-0 py-4 px-4.5 border-2 border-risk self-start rounded-control"
      aria-labelledby={id}
    >
      <div role={taken ? undefined : "alert"}>
        <h2 className="flex gap-2 items-center text-risk" id={id}>
          <Icon name="stop" />
          <span>
            {firstName} {eventWords[event.source]}
          </span>
        </h2>
      </div>
      {taken ? (
        <p className="font-strong text-ink">{`${taken.byName ?? "Somebody"} is on it, ${moment(taken.at)}.`}</p>
      ) : (
        <ActionForm action={acknowledge} submit="I am on it" busy="Saving…" look="risk">
          <input type="hidden" name="eventId" value={event.id} />
        </ActionForm>
      )}
      {event.words.map(({ word, saidAt }) => (
        <p className="font-strong text-ink" key={word}>
          {`${wordsOfClient[word]}, ${moment(saidAt)}. It may have been pressed by somebody else: talk to ${firstName} alone.`}
        </p>
      ))}
      {event.said ? (
        <SaidList said={event.said} clientId={clientId} moment={moment} />
      ) : (
        <p className="text-ink-2">
          What was said opens for whoever is asked about it. Saying that you are on it opens it.
        </p>
      )}
      <p className="text-ink-2">
        {formatMoment(event.openedAt, now, zone)}
        {event.place ? `, on “${event.place.replaceAll("-", " ")}”` : ""}.{" "}
        {event.source === "not-safe-button" ? "They were shown numbers to call. " : ""}Nothing has changed on anybody’s
        pages.
      </p>
      <ol className="grid gap-2 mt-3 mb-3.5 [counter-reset:step]">
        <li className="grid grid-cols-[22px_1fr] [counter-increment:step] before:content-[counter(step)] before:font-strong">
          <span>
            Reach {firstName} alone, in the way agreed for this:{" "}
            <Link href={paths.client(clientId).reach} prefetch={false}>
              contact card and safety plan
            </Link>
            . An e-mail or a call to a shared phone can be seen.
          </span>
        </li>
        <li className="grid grid-cols-[22px_1fr] [counter-increment:step] before:content-[counter(step)] before:font-strong">
          <span>Close it with a note about how it ended. The gate is a decision of its own.</span>
        </li>
      </ol>
      {asked.map((step) => (
        <p className="text-ink-2 text-small" key={step.id}>
          The {step.to} was asked {moment(step.at)}
          {step.byName ? ` by ${step.byName}` : ", because nobody had answered"}.
        </p>
      ))}
      {nextAt ? (
        <p className="text-ink-2 text-small">
          {taken
            ? `“I am on it” runs out ${moment(nextAt)}; then the next person is asked. A note holds for ${onItHours.noted} hours.`
            : `If nobody answers, the next person is asked ${moment(nextAt)}, and then round again.`}
        </p>
      ) : null}
      <div className="[&>*]:max-w-full [&>:is(p,details[open])]:flex-[1_0_100%] flex gap-2 mt-3.5 flex-wrap items-start">
        {taken ? (
          <OpensDialog label="Write where it stands" title="Where it stands">
            <ActionForm
              action={note}
              submit="Save the note"
              busy="Saving…"
              className="practice:[&>[data-look]]:justify-self-start grid gap-4"
            >
              <input type="hidden" name="eventId" value={event.id} />
              <FormTextarea
                name="note"
                label="What was done, and what comes next"
                rows={3}
                maxLength={limits.safetyNote}
                required
              />
              <KeptWords place={notePlace(clientId, `event-note.${event.id}`)} />
            </ActionForm>
          </OpensDialog>
        ) : null}
        {nextToAsk(people, taken ? null : turn).map(({ level, names }) => (
          <ActionForm key={level} action={escalate} submit={`Ask ${names} now`} busy="Asking…" look="outline" small>
            <input type="hidden" name="eventId" value={event.id} />
            <input type="hidden" name="to" value={level} />
          </ActionForm>
        ))}
        <OpensDialog label="Close with a note" title="Close what was opened for safety">
          <ActionForm
            action={close}
            submit="Close this event"
            busy="Closing…"
            className="practice:[&>[data-look]]:justify-self-start grid gap-4"
          >
            <p className="text-ink-2">The gate and everybody’s pages stay as they are.</p>
            <input type="hidden" name="eventId" value={event.id} />
            <FormTextarea name="note" label="How it ended" rows={3} maxLength={limits.safetyNote} required />
            <KeptWords place={notePlace(clientId, `event-close.${event.id}`)} />
          </ActionForm>
        </OpensDialog>
      </div>
    </section>
  );
}

const wordsOfClient = { mistake: "Said “That was a mistake”", "safe-now": "Said “I am safe for now”" } as const;

/** Everybody else who can be asked by hand; whoever has the turn was asked already. */
function nextToAsk(people: SafetyPanel["people"], turn: EscalationLevel | null) {
  return escalationOrder
    .filter((level) => level !== turn)
    .flatMap((level) => {
      const there = people.filter((person) => person.level === level);
      return there.length > 0 ? [{ level, names: there.map(({ name }) => name).join(" and ") }] : [];
    });
}
