import { ActionForm } from "@/components/forms/action-form";
import { FormSelect } from "@/components/forms/form-fields";
import { OneButton } from "@/components/portal/one-button";
import { Section } from "@/components/ui/section";
import { formatFullDay, inSentence } from "@/lib/format";
import { type ReminderChoice, wantsReminders } from "@/lib/messages/own-reminders";
import { rest, setReminders } from "../actions";

type Props = {
  choice: ReminderChoice;
  /** When the next one would come, in words. */
  next: string | null;
  /** Whether letters reach this person at all. */
  arrive: boolean;
  today: string;
};

const hours = Array.from({ length: 24 }, (_, hour) => ({
  value: String(hour),
  label: `${String(hour).padStart(2, "0")}:00`,
}));
const withNone = (label: string) => [{ value: "", label }, ...hours];
const chosen = (hour: number | null) => (hour === null ? "" : String(hour));

/** The hours at which somebody wants to be reminded. Nobody is, until they choose one. */
export function Reminders({ choice, next, arrive, today }: Props) {
  const isOn = wantsReminders(choice);
  const rests = choice.restUntil !== null && choice.restUntil > today;
  return (
    <Section
      id="account-reminders"
      title="Reminders"
      sub="None come unless you choose an hour. A reminder says that it is the hour you chose, and nothing else; on a day on which it is done, none comes."
    >
      {isOn && !arrive ? (
        <p>Reminders come by e-mail or as a note on a device, and neither reaches you now. Your hours are kept.</p>
      ) : null}
      {isOn && arrive && !rests && next ? <p>The next one: {inSentence(next)}, if it is not done by then.</p> : null}
      {isOn && rests && choice.restUntil ? (
        <div className="grid gap-3">
          <p>They rest until {formatFullDay(choice.restUntil)}.</p>
          <OneButton action={rest} fields={{ rest: "over" }} label="Have them again now" busy="One moment…" />
        </div>
      ) : null}
      <ActionForm
        action={setReminders}
        submit="Save"
        busy="Saving…"
        look="outline"
        className="[&>[data-look]]:justify-self-start grid gap-4 max-w-105"
      >
        <FormSelect
          name="exerciseHour"
          label="Remind me of the exercise"
          options={withNone("Never")}
          defaultValue={chosen(choice.exerciseHour)}
        />
        <FormSelect
          name="checkHour"
          label="Remind me of the connection check"
          options={withNone("Never")}
          defaultValue={chosen(choice.checkHour)}
        />
        <FormSelect
          name="quietFrom"
          label="Quiet from"
          hint="No reminder of any kind comes between these hours."
          options={withNone("No quiet hours")}
          defaultValue={chosen(choice.quietFrom)}
        />
        <FormSelect
          name="quietTo"
          label="Quiet until"
          options={withNone("No quiet hours")}
          defaultValue={chosen(choice.quietTo)}
        />
      </ActionForm>
      {isOn && !rests ? (
        <OneButton action={rest} fields={{ rest: "week" }} label="Not this week" busy="One moment…" look="quiet" />
      ) : null}
      <p className="mt-3 text-ink-2">
        They rest while your exercises are paused, and end with your weeks. “Never” for both switches them off for good.
      </p>
    </Section>
  );
}
