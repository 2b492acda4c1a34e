import Link from "next/link";
import { Flag } from "@/components/ui/flag";
import { Section } from "@/components/ui/section";
import { type Check, draftChecks } from "@/lib/assessments/build/checks";
import type { Instrument } from "@/lib/assessments/instrument";
import { isCriticalSaid } from "@/lib/instruments/critical-marks";
import { paths, within } from "@/lib/paths";

/** What is still missing, and what may not be meant, each with the way to its place. */
export function DraftChecks({ instrument }: { instrument: Instrument }) {
  const checks = draftChecks(instrument);
  const open = checks.filter(({ isOpen }) => isOpen);
  const asked = checks.filter(({ isOpen }) => !isOpen);
  const isLooked = isCriticalSaid(instrument);
  return (
    <Section id="checks" title="Before it is published">
      {open.length === 0 && isLooked ? (
        <p className="text-ink-2">Nothing is missing.</p>
      ) : (
        <ul className="grid list-none gap-2">
          {open.map((check) => (
            <Line key={check.sentence} instrument={instrument} check={check} />
          ))}
          {isLooked ? null : (
            <li>
              <Link href={paths.instrument(instrument.key).critical} prefetch={false}>
                Nobody has said yet which answers need somebody today.
              </Link>
            </li>
          )}
        </ul>
      )}
      {asked.length > 0 ? (
        <>
          <h3 className="mt-5 mb-1.5 text-small font-semibold text-ink-2">Is that meant?</h3>
          <ul className="grid list-none gap-2 text-ink-2">
            {asked.map((check) => (
              <Line key={check.sentence} instrument={instrument} check={check} />
            ))}
          </ul>
        </>
      ) : null}
    </Section>
  );
}

function Line({ instrument, check: { part, about, sentence, isOpen } }: { instrument: Instrument; check: Check }) {
  const page = paths.instrument(instrument.key)[part];
  const place = within(page, `?open=${about}#edit`);
  return (
    <li>
      <Link href={about ? place : page} prefetch={false}>
        {isOpen ? <Flag tone="attention">{sentence}</Flag> : sentence}
      </Link>
    </li>
  );
}
