import { HelpDanger } from "@/components/safety/help-danger";
import { HelpLines } from "@/components/safety/help-lines";
import { dangerSentence, type Help } from "@/lib/domain/safety/region-contacts";

/** Where to turn now. Fixed copy, announced once; it says nothing of which answer it was. */
export function CrisisPanel({ help }: { help: Help }) {
  return (
    <section className="crisis" role="alert" tabIndex={-1} aria-label="Where to turn now">
      <p className="strong">{dangerSentence(help)}</p>
      <p>You do not have to carry this alone. Talk to somebody now if you can; your therapist is told as well.</p>
      <HelpDanger help={help} />
      <HelpLines help={help} />
    </section>
  );
}
