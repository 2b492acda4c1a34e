import { ActionForm } from "@/components/forms/action-form";
import { Section } from "@/components/ui/section";
import type { PublicationStatus } from "@/lib/learn/reading-steps";
import { isSafetyReading } from "@/lib/learn/where-to-turn";
import { retire, takeShipped } from "../../actions";

/** Back to the words that ship, or out of the list. Both can be turned round again. */
export function TakeBack({ standing }: { standing: PublicationStatus }) {
  const { key, shipped, current, isOwn, isRetired } = standing;
  const id = <input type="hidden" name="key" value={key} />;
  const mayShip = shipped !== null && (isOwn || isRetired);
  const mayRetire = current !== null && !isSafetyReading(key);
  if (!mayShip && !mayRetire && !isSafetyReading(key)) return null;
  return (
    <Section id="take-back" title="Take back">
      <div className="grid gap-4">
        {mayShip ? (
          <ActionForm
            action={takeShipped}
            submit="Use the one that comes with Nearer again"
            busy="Saving…"
            look="outline"
          >
            {id}
            <p className="text-ink-2 text-small">Your practice’s words stay in the history below.</p>
          </ActionForm>
        ) : null}
        {mayRetire ? (
          <ActionForm action={retire} submit="Retire this reading" busy="Retiring…" look="outline">
            {id}
            <p className="text-ink-2 text-small">
              Clients no longer find it, also where the protocol names it for a week. Who has read it has read it.
            </p>
          </ActionForm>
        ) : null}
        {isSafetyReading(key) ? (
          <p className="text-ink-2 text-small">
            This reading cannot be retired, because it says where to turn. You can change its words.
          </p>
        ) : null}
      </div>
    </Section>
  );
}
