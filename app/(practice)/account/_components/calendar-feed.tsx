import { ActionForm } from "@/components/forms/action-form";
import { FormChoices } from "@/components/forms/form-words";
import { ShownLink } from "@/components/forms/shown-once";
import { Section } from "@/components/ui/section";
import type { OwnFeed } from "@/db/queries/appointments/feed";
import { setCalendarFeed } from "../actions";

/** A secret address for one’s own calendar program, told once: a new one ends the one before. */
export function CalendarFeed({ feed, moment }: { feed: OwnFeed; moment: (at: Date) => string }) {
  return (
    <Section
      id="calendar"
      title="Calendar"
      sub="Your sessions in a calendar program of your own. Whoever has the address reads when you have sessions, so keep it as you keep a password."
    >
      <p>
        {feed
          ? `There is an address since ${moment(feed.setAt)}. Entries say ${feed.titles === "initials" ? "initials" : "nobody’s initials"}, never a name, a place or what they are about.`
          : "There is no address."}
      </p>
      <ActionForm
        action={setCalendarFeed}
        submit={feed ? "Save, and make a new address" : "Make an address"}
        busy="Saving…"
        look="outline"
        className="mt-3 grid max-w-105 gap-4 [&>[data-look]]:justify-self-start"
        below={<ShownLink label="The address: copy it now, it is kept nowhere" />}
      >
        <FormChoices
          name="feed"
          legend="What stands in an entry"
          choices={[
            { value: "initials", label: "Booked, and initials" },
            { value: "nobody", label: "Booked, and nothing else" },
            ...(feed ? [{ value: "off", label: "End it: the address stops working" }] : []),
          ]}
          defaultValue={feed?.titles ?? "nobody"}
        />
      </ActionForm>
    </Section>
  );
}
