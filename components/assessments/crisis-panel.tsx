import { HelpDanger } from "@/components/safety/help-danger";
import { HelpLines } from "@/components/safety/help-lines";
import { dangerSentence, type Help, type ShownContacts } from "@/lib/safety/region-contacts";

/** Where to turn now. Fixed copy, announced once; it says nothing of which answer it was. */
export function CrisisPanel({ help }: { help: Help }) {
  return (
    <section
      data-crisis
      className="[&_[data-help]_h2]:mt-0 my-4 mx-auto py-4 px-5 border-l-4 in-data-sitting:mx-5 in-data-sitting:my-2 border-risk scroll-mt-18 max-w-140 bg-risk-tint"
      role="alert"
      tabIndex={-1}
      aria-label="Where to turn now"
    >
      <p className="mb-2.5 font-strong text-ink">{dangerSentence(help)}</p>
      <p className="mb-2.5">
        You do not have to carry this alone. Talk to somebody now if you can. What you answered comes first on your
        therapist’s list as soon as it reaches Nearer; nobody may have seen it yet.
      </p>
      <HelpDanger help={help} />
      <HelpLines help={talking(help)} />
    </section>
  );
}

/** Somebody to talk to, and nothing else: the rest stands under the line about where to turn. */
function talking({ here, practice }: Help): Help {
  const only = <C extends ShownContacts>(contacts: C): C => ({
    ...contacts,
    lines: contacts.lines.filter(({ about }) => about === "crisis" || about === "danger"),
  });
  return { here: here && only(here), practice: practice && only(practice) };
}
