import { Section } from "@/components/ui/section";
import { groupedLosses } from "@/lib/assessments/fhir/import-losses";
import type { Instrument } from "@/lib/assessments/instrument";

/** What did not come along from a file: gravest first, each thing once with the names of its questions, and never cut. */
export function ImportLosses({ origin }: Pick<Instrument, "origin">) {
  if (!origin) return null;
  const groups = groupedLosses(origin.losses);
  return (
    <Section
      id="imported"
      title="From its file"
      sub={
        groups.length === 0
          ? "Everything in it is used here. Taken elsewhere, it goes back as it came."
          : "Taken elsewhere, it goes back as it came, with what is not used here. Names in brackets are its linkIds."
      }
    >
      {groups.map(({ kind, title, lines }) => (
        <div key={kind} className="mt-4">
          <h3 className="font-semibold">{title}</h3>
          <ul className="mt-1.5 grid gap-1.5 pl-5 list-disc text-ink-2 text-small">
            {lines.map(({ sentence, linkIds }) => (
              <li key={sentence} className="wrap-anywhere">
                {sentence}
                {linkIds.length > 0 ? <bdi> ({linkIds.join(", ")})</bdi> : null}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </Section>
  );
}
