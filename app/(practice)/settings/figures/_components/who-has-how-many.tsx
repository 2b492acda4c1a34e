import { numberTable } from "@/components/ui/number-table";
import { Section } from "@/components/ui/section";
import type { Holder } from "@/db/queries/figures/practice-figures";
import { shownCount, shownParts } from "@/lib/figures/small-cells";

const heads = ["Before the weeks", "Phase 1", "Phase 2", "Phase 3", "After the weeks"];
const cell = (count: number | null) => count ?? "–";

/** How many clients each therapist has, by where these stand. In the order of names. */
export function WhoHasHowMany({ holders }: { holders: readonly Holder[] }) {
  return (
    <Section title="Clients" id="clients" sub="By therapist and phase, in the order of names.">
      {holders.length === 0 ? (
        <p>Nobody is enrolled yet.</p>
      ) : (
        <div className="overflow-x-auto">
          <table className={numberTable}>
            <caption className="sr-only">Clients by therapist and phase</caption>
            <thead>
              <tr>
                <th scope="col">Therapist</th>
                {heads.map((head) => (
                  <th key={head} scope="col">
                    {head}
                  </th>
                ))}
                <th scope="col">In all</th>
              </tr>
            </thead>
            <tbody>
              {holders.map(({ name, before, phases, after }) => (
                <tr key={name}>
                  <th scope="row">{name}</th>
                  {shownParts([before, ...phases, after]).map((part, place) => (
                    <td key={heads[place]}>{cell(part)}</td>
                  ))}
                  <td>{cell(shownCount(before + phases[0] + phases[1] + phases[2] + after))}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Section>
  );
}
