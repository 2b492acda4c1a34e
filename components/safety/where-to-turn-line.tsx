import { HelpDanger } from "@/components/safety/help-danger";
import { HelpLines } from "@/components/safety/help-lines";
import type { Help } from "@/lib/safety/region-contacts";

/**
 * The quiet line of every sitting: the same from the first question on, for everybody and whatever is answered. It
 * opens without script, network or sign-in, because the numbers are in the page.
 */
export function WhereToTurnLine({ help, isOpen = false }: { help: Help; isOpen?: boolean }) {
  return (
    <details className="px-5" data-stays open={isOpen}>
      <summary className="py-2.75 min-h-11 text-ink-2 underline underline-offset-3 cursor-pointer">
        Where to turn
      </summary>
      <HelpDanger help={help} />
      <HelpLines help={help} />
    </details>
  );
}
