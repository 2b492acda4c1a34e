import Link from "next/link";
import { DumbbellTable } from "@/components/charts/dumbbell-table";
import { Section } from "@/components/ui/section";
import type { MeasuredElsewhere } from "@/db/queries/clients/measured-elsewhere";
import { formatLongDay } from "@/lib/format";
import { paths } from "@/lib/paths";
import { counted } from "@/lib/plural";
import { noGainSentence } from "@/lib/safety/gate-words";
import { dimensionsView } from "../dimensions-view";
import { Told } from "./told";

type Props = { elsewhere: readonly MeasuredElsewhere[]; saysGain: boolean; today: string };

/** The five dimensions of records that were merged into this one, each from its own first assessment: nothing is judged across. */
export function DimensionsElsewhere({ elsewhere, saysGain, today }: Props) {
  return elsewhere.map(({ clientId, recordNumber, sittings }) => {
    const view = dimensionsView(sittings, new Map(), saysGain, (date) => formatLongDay(date, today));
    if (!view) return null;
    return (
      <Section
        key={clientId}
        id={`dimensions-${recordNumber}`}
        title={`Five dimensions on record ${recordNumber}`}
        sub={`${counted(sittings.length, "assessment")} there, the newest of ${formatLongDay(view.date, today)}. Scale 0 to 96.`}
      >
        <Told told={view.sentence} plain={view.plainSentence} />
        <DumbbellTable
          caption={`Record ${recordNumber}. ${view.plainSentence}`}
          rows={view.rows}
          reliableFrom={view.reliableFrom}
          since={view.since}
          baselineLabel={view.baselineDate ? `${view.since}, ${formatLongDay(view.baselineDate, today)}` : null}
        />
        {view.cautions.map((caution) => (
          <p className="mt-2.5 text-ink-2 text-small" key={caution}>
            {caution}
          </p>
        ))}
        {saysGain ? null : <p className="mt-2.5 text-ink-2 text-small print:hidden">{noGainSentence}</p>}
        <p className="mt-2.5 text-ink-2 text-small">
          Merged into this one. Each record is judged from its own first assessment, and nothing across the two.{" "}
          <Link href={paths.client(clientId).overview} prefetch={false} className="print:hidden">
            {`Look at record ${recordNumber}`}
          </Link>
        </p>
      </Section>
    );
  });
}
